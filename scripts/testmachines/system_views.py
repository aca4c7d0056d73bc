"""`top.txt`, and the head of `spindump.txt` with two of its processes."""

from __future__ import annotations

from datetime import datetime, timedelta
from random import Random

from .machine import Machine
from .units import GIB, KIB, MIB


def whole(size: int) -> str:
    """A size as top prints it: whole M up to 9999, whole G above; K below a M."""
    return f"{size // MIB}M" if MIB <= size < 10_000 * MIB else f"{size // GIB}G" if size >= MIB else f"{size // KIB}K"


def physical(m: Machine) -> dict[str, int]:
    """The sizes behind top's line PhysMem, by its own words."""
    if m.pages is None:  # 10.8, which has no compressor and whose vm_stat is not in the archive
        wired = m.kernel_resident + 61 * MIB
        used = min(m.memory * 5 // 8, wired + 3 * GIB)
        active = (used - wired) * 2 // 3
        return {"wired": wired, "active": active, "inactive": used - wired - active, "used": used, "free": m.memory - used - 9 * MIB}
    page = m.page_size
    free = (m.pages.free + m.pages.speculative) * page
    return {"used": m.memory - m.carveout - free, "wired": m.pages.wired * page, "compressor": m.pages.compressor * page, "unused": free}


def physmem(m: Machine) -> str:
    text = {key: f"{whole(size)} {key}" for key, size in physical(m).items()}
    if m.pages is None:
        return "PhysMem: " + ", ".join(text.values()) + "."
    return f"PhysMem: {text['used']} ({text['wired']}, {text['compressor']}), {text['unused']}."


def top(m: Machine, rows: int = 12) -> str:
    """One sample: the summary, kernel_task, and the largest processes."""
    at, rng = datetime.fromisoformat(m.captured), Random(m.name + "top")
    count = len(m.processes) + 1
    column = "RSIZE" if m.pages is None else "MEM"
    held = m.kernel_resident if m.pages is None else 64 * KIB
    largest = sorted(m.processes, key=lambda p: (-p.footprint, p.pid))[:rows]
    return "\n".join([
        f"Processes: {count} total, 2 running, {count - 2} sleeping, {count * 5} threads",
        at.strftime("%Y/%m/%d %H:%M:%S"), "Load Avg: 1.42, 1.37, 1.31", "CPU usage: 6.12% user, 4.50% sys, 89.38% idle",
        "SharedLibs: 415M resident, 88M data, 41M linkedit.", "MemRegions: 86814 total, 2100M resident, 171M private, 912M shared.",
        physmem(m), "VM: 221G vsize, 1052M framework vsize, 0(0) swapins, 0(0) swapouts.",
        "Networks: packets: 412811/301M in, 290114/44M out.", "Disks: 218114/4100M read, 190122/3700M written.", "",
        f"{'PID':<6} {'COMMAND':<16} %CPU TIME     {column}", f"{0:<6} {'kernel_task':<16} 3.1  01:12:09 {whole(held)}",
        *(f"{p.pid:<6} {p.name[:16]:<16} {rng.random():3.1f}  00:0{rng.randint(0, 9)}:11 {whole(p.footprint)}" for p in largest)]) + "\n"


def spindump(m: Machine) -> str:
    """The head as of 26, then two processes with a short stack each."""
    at, since = datetime.fromisoformat(m.captured), int(m.moment) - m.boot_time
    first = at - timedelta(seconds=40)
    shown = sorted(m.processes, key=lambda p: (-p.footprint, p.pid))[:2]
    lines = [
        f"Date/Time:        {first.strftime('%Y-%m-%d %H:%M:%S.000 %z')}",
        f"End time:         {(first + timedelta(seconds=10)).strftime('%Y-%m-%d %H:%M:%S.000 %z')}",
        f"OS Version:       macOS {m.os_version} (Build {m.build})", "Architecture:     arm64e", "Report Version:   67", "",
        "Data Source:      Stackshots", "Reason:           sysdiagnose", "", "Duration:         10.00s",
        "Steps:            1001 (10ms sampling interval)", "", f"Hardware model:   {m.model}", f"Active cpus:      {m.cpus}",
        f"Memory size:      {m.memory // GIB} GB", f"HW page size:     {m.page_size}", f"VM page size:     {m.page_size}", "",
        f"Time Since Boot:  {since - 40}s", f"Time Awake Since Boot: {(m.awake or since) - 40}s",
        "Time Since Wake:  n/a (machine hasn't slept)", "", "Total CPU Time:   3.114s (9.1G cycles, 11.4G instructions, 0.80c/i)", ""]
    for p in shown:
        lines += [f"Process:          {p.name} [{p.pid}]", f"Footprint:        {p.footprint / MIB:.2f} MB", "Num samples:      1001 (1-1001)", "",
                  f"  Thread {p.pid * 7 + 11:#x}    DispatchQueue \"com.apple.main-thread\"(1)    1001 samples (1-1001)",
                  f"  1001  start + 7184 (dyld + 36700) [0x18a4c{p.pid:03x}c]", "    1001  main + 112 (Test Binary + 4208) [0x1004f1070]",
                  "     *1001  ??? (kernel + 611408) [0xfffffe0008d81450]", ""]
    return "\n".join(lines) + "\n"
