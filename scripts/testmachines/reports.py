"""The reports in `crashes_and_spins/`: JetsamEvent and panic-full, a header line of JSON and a body below it."""

from __future__ import annotations

import json
from datetime import datetime
from random import Random

from .machine import Machine
from .tables import uuid

STATES = ("active", "throttled", "fileBacked", "wired", "anonymous", "purgeable", "inactive", "free", "speculative")


def stamp(at: str, form: str = "%Y-%m-%d %H:%M:%S.00 %z") -> str:
    return datetime.fromisoformat(at).strftime(form)


def jetsam_path(m: Machine) -> str:
    return f"crashes_and_spins/JetsamEvent-{stamp(m.jetsam.at, '%Y-%m-%d-%H%M%S')}.ips"


def panic_path(m: Machine) -> str:
    return f"crashes_and_spins/panic-full-{stamp(m.panic.at, '%Y-%m-%d-%H%M%S')}.0002.ips"


def header(m: Machine, kind: str, at: str, incident: str) -> str:
    """The first line: JSON without blanks."""
    facts = {"bug_type": kind, "timestamp": stamp(at), "os_version": f"macOS {m.os_version} ({m.build})", "roots_installed": 0,
             "incident_id": incident}
    return json.dumps(facts, separators=(",", ":"))


def kernel_version(m: Machine) -> str:
    return f"Darwin Kernel Version {m.darwin}: Tue Feb 10 20:00:00 PST 2026; root:xnu-12377.81.4~5/RELEASE_ARM64_T8132"


def escaped(text: str) -> str:
    """A JSON string as Apple's writer makes it: slashes are escaped, too."""
    return json.dumps(text).replace("/", "\\/")


def body_head(m: Machine, at: str, incident: str, rng: Random) -> list[str]:
    key = f"{rng.getrandbits(160):040x}"
    return ["{", f'  "build" : {escaped(f"macOS {m.os_version} ({m.build})")},', f'  "product" : "{m.model}",',
            f'  "kernel" : {escaped(kernel_version(m))},', f'  "incident" : "{incident}",', f'  "crashReporterKey" : "{key}",',
            f'  "date" : "{stamp(at)}",']


def jetsam(m: Machine) -> str:
    """A JetsamEvent, with the indentation of real ones: memoryStatus is written two columns to the left."""
    e, rng = m.jetsam, Random(f"{m.model} {m.jetsam.at}")
    incident = uuid(rng)
    status = [("compressorSize", e.compressor_pages), ("compressions", e.compressions), ("decompressions", e.decompressions),
              ("zoneMapCap", e.zone_map_cap), ("largestZone", e.largest_zone), ("largestZoneSize", e.largest_zone_size),
              ("pageSize", m.page_size), ("uncompressed", e.uncompressed_pages), ("zoneMapSize", e.zone_map_size)]
    lines = [header(m, "298", e.at, incident), *body_head(m, e.at, incident, rng), '  "bug_type" : "298",', '  "timeDelta" : 5,',
             '  "memoryStatus" : {', *(f'  "{key}" : {json.dumps(value)},' for key, value in status), '  "memoryPages" : {']
    lines += [f'    "{key}" : {e.pages[key]}{"," if key != STATES[-1] else ""}' for key in STATES]
    lines += ["  }", "},", f'  "largestProcess" : "{e.largest_process}",', '  "genCounter" : 0,', '  "processes" : [']
    for number, (name, pid, held) in enumerate(e.processes):
        lines += jetsam_process(name, pid, held, rng)
        lines[-1] += "," if number + 1 < len(e.processes) else ""
    return "\n".join([*lines, "  ]", "}"]) + "\n"


def jetsam_process(name: str, pid: int, held: int, rng: Random) -> list[str]:
    return ["  {", f'    "uuid" : "{uuid(rng).lower()}",', '    "states" : [', '      "active"', "    ],",
            f'    "age" : {rng.randint(10**10, 10**12)},', '    "purgeable" : 0,', f'    "fds" : {rng.choice((25, 50, 100, 200))},',
            f'    "coalition" : {rng.randint(40, 900)},', f'    "rpages" : {held},', '    "priority" : 0,', '    "physicalPages" : {',
            '      "internal" : [', f"        {held * 7 // 10},", f"        {held * 3 // 10}", "      ]", "    },", f'    "pid" : {pid},',
            f'    "name" : "{name}",', f'    "lifetimeMax" : {held * 6 // 5}', "  }"]


def panic(m: Machine) -> str:
    """A panic-full report: the panic's text is one line, its line ends are `\\n`."""
    p, rng = m.panic, Random(f"{m.model} {m.panic.at}")
    incident = uuid(rng)
    return "\n".join([
        header(m, "210", p.at, incident), *body_head(m, p.at, incident, rng), f'  "panicString" : {escaped(panic_text(m, rng))},',
        '  "panicFlags" : "0x902",', '  "bug_type" : "210",',
        f'  "otherString" : {escaped(chr(10) + "** Stackshot Succeeded ** Bytes Traced 412160 (Uncompressed 1088000) **" + chr(10))}', "}"]) + "\n"


def panic_text(m: Machine, rng: Random) -> str:
    """The kernel's words, with real line ends."""
    p, base = m.panic, 0xFFFFFE0030000000 + rng.getrandbits(16) * 0x4000
    words = (f"zalloc[3]: zone map exhausted while allocating from zone [{p.zone}], likely due to memory leak in zone "
             f"[{p.zone}] ({p.size}, {p.elements} elements allocated) @zalloc.c:4534")
    lines = [
        f"panic(cpu {p.cpu} caller {base + 0x53C4:#x}): {words}", "Debugger message: panic", "Memory ID: 0xff", "OS release type: User",
        f"OS version: {m.build}", f"Kernel version: {kernel_version(m)}", f"Kernel UUID: {uuid(rng)}", "secure boot?: YES",
        "Paniclog version: 15", f"Panicked task {base + 0x5C3AAF8:#x}: 2720 pages, 5 threads: pid {p.pid}: {p.task}",
        f"Panicked thread: {base + 0x77F1000:#x}, backtrace: {base + 0x9A2B6F0:#x}, tid: {rng.randint(3000, 90000)}"]
    lines += [f"\t\t  lr: {base + 0x53C4 + step * 0x1D4C4:#x}  fp: {base + 0x9A2B700 + step * 0x70:#x}" for step in range(6)]
    lines.append("      Kernel Extensions in backtrace:")
    for name, version, dependencies in p.kexts:
        start = base - rng.randint(1, 999) * 0x4000
        lines.append(f"         {name}({version})[{uuid(rng)}]@{start:#x}->{start + 0x17FFF:#x}")
        for number, dependency in enumerate(dependencies, 1):
            other = start + number * 0x40000
            lines.append(f"            dependency: {dependency}[{uuid(rng)}]@{other:#x}->{other + 0xBFFF:#x}")
    return "\n".join([*lines, "", "last started kext at 2415871: com.example.driver.TestFileSystem\t5.1.2", ""])
