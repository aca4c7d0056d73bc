"""The members around the memory sections: sysctl.txt, sw_vers.txt, ps.txt, mount.txt and logs."""

from datetime import datetime, timedelta
from random import Random

from .machine import Machine
from .units import KIB


def sysctl(m: Machine) -> str:
    """A part of `sysctl -a`: what names the machine and its memory."""
    values = {
        "hw.cachelinesize": 64 if m.page_size == 4096 else 128,
        "hw.logicalcpu": m.cpus,
        "hw.machine": m.model if m.board else "x86_64" if m.page_size == 4096 else "arm64",
        "hw.memsize": m.memory,
        "hw.model": m.board or m.model,
        "hw.ncpu": m.cpus,
        "hw.pagesize": m.page_size,
        "kern.bootargs": "",
        "kern.boottime": f"{{ sec = {m.boot_time}, usec = 0 }} {boot_text(m)}",
        "kern.hostname": m.host,
        "kern.maxproc": 4000 if m.platform == "macOS" else 2000,
        "kern.osproductversion": m.os_version,
        "kern.osrelease": m.darwin,
        "kern.ostype": "Darwin",
        "kern.osversion": m.build,
        "vm.swapusage": f"total = {max(m.swap_used >> 20, 0) + 512:.2f}M  used = {m.swap_used / 2**20:.2f}M"
                        f"  free = {512:.2f}M  (encrypted)",
    }
    if not m.host:
        del values["kern.hostname"]
    if int(m.darwin.split(".")[0]) < 17:
        del values["kern.osproductversion"]
    return "".join(f"{key}: {value}\n" for key, value in values.items())


def boot_text(m: Machine) -> str:
    """The boot time as sysctl adds it, in the archive's own zone."""
    captured = datetime.fromisoformat(m.captured)
    offset = captured.utcoffset() or timedelta(0)
    return (datetime(1970, 1, 1) + timedelta(seconds=m.boot_time) + offset).strftime("%a %b %e %H:%M:%S %Y").replace("  ", " ")


def sw_vers(m: Machine) -> str:
    version = tuple(int(part) for part in m.os_version.split("."))
    product = "iPhone OS" if m.platform != "macOS" else "macOS" if version >= (11,) else "Mac OS X"
    return f"ProductName:\t{product}\nProductVersion:\t{m.os_version}\nBuildVersion:\t{m.build}\n"


def mount(m: Machine) -> str:
    if m.platform != "macOS":
        return "/dev/disk0s1s1 on / (apfs, sealed, local, nosuid, read-only, journaled, noatime)\n"
    kind = "hfs" if m.os_version.startswith(("10.8", "10.10")) else "apfs"
    return (f"/dev/disk1 on / ({kind}, local, journaled)\ndevfs on /dev (devfs, local, nobrowse)\n"
            "map auto_home on /home (autofs, automounted, nobrowse)\n")


def ps(m: Machine) -> str:
    """`ps` with the resident sizes that follow from the model's footprints."""
    rng, lines = Random(m.name + "ps"), ["USER               PID  PPID  %CPU %MEM      VSZ    RSS STAT COMMAND"]
    listed = [(p.name, p.pid, p.footprint - p.swapped) for p in m.processes] or [("launchd", 1, 2 << 20), ("WindowServer", 92, 95 << 20)]
    for name, pid, resident in sorted(listed, key=lambda p: p[1]):
        rss = int(resident * rng.uniform(1.0, 1.6)) // KIB
        lines.append(f"{'root' if pid < 200 else 'tester':<16} {pid:5d} {min(pid, 1):5d} {rng.random():5.1f} "
                     f"{100 * rss * KIB / m.memory:4.1f} {rss * 4 + 2400000:8d} {rss:6d} Ss   {name}")
    return "\n".join(lines) + "\n"


def error_log(m: Machine, count: int = 60) -> str:
    """Lines of a system log, unrelated to memory."""
    rng, when = Random(m.name + "log"), datetime.fromisoformat(m.captured).replace(tzinfo=None)
    texts = ("Interface en0 did link up", "Wake reason: EC.LidOpen", "Backup skipped: destination not mounted",
             "clock offset 0.003 s", "assertion created: PreventUserIdleSystemSleep", "channel scan took 212 ms",
             "cache pruned, 118 entries", "display 0x2b28 brightness 0.64", "keychain item not found (-25300)")
    who = ("airportd", "powerd", "backupd", "timed", "mDNSResponder", "WindowServer", "securityd", "cloudd")
    lines = []
    for step in range(count):
        at = when - timedelta(seconds=(count - step) * 97 + rng.randint(0, 50))
        lines.append(f"{at.strftime('%b %d %H:%M:%S')} test-machine {rng.choice(who)}[{rng.randint(60, 900)}]: {rng.choice(texts)}")
    return "\n".join(lines) + "\n"


def disks(m: Machine) -> str:
    return ("Filesystem    1024-blocks      Used Available Capacity Mounted on\n"
            "/dev/disk1s1    488245288 301144812 183012420      63% /\n"
            "devfs                 193       193         0     100% /dev\n")


def network(m: Machine) -> str:
    rng = Random(m.name + "net")
    lines = ["Active Internet connections", "Proto Recv-Q Send-Q  Local Address          Foreign Address        (state)"]
    lines += [f"tcp4       0      0  192.0.2.17.{rng.randint(49152, 65535)}       198.51.100.{rng.randint(1, 250)}.443      ESTABLISHED"
              for _ in range(25)]
    return "\n".join(lines) + "\n"
