"""Members for the parser benchmark: those of a shipped machine, and large ones built from them."""

from __future__ import annotations

import random
from pathlib import Path

import archives

TEXTS = Path(__file__).resolve().parents[2] / "TestArchives" / "texts"
LEAK = TEXTS / "macos-26-zone-leak"


def write(folder: Path, dump_megabytes: int) -> dict[str, tuple[Path, int]]:
    """The title, the file and the target in MB/s of each member; 0 for no target."""
    dump = archives.with_region_dump((LEAK / "footprint-all.txt").read_bytes(), dump_megabytes)
    return {
        "zprint": (LEAK / "zprint.txt", 150),
        "kextstat": (LEAK / "kextstat.txt", 150),
        "footprint tables": (LEAK / "footprint-all.txt", 150),
        f"footprint with {dump_megabytes} MB of regions": (put(folder / "footprint-all.txt", dump), 1000),
        "vm_stat": (LEAK / "vm_stat.txt", 0),
        "taskinfo, 4 MB": (put(folder / "taskinfo.txt", taskinfo(427)), 1000),
        "spindump, 100 MB": (put(folder / "spindump.txt", spindump(100)), 1000),
        "sysctl -a": (put(folder / "sysctl.txt", sysctl()), 0),
        "vmmap with 100,000 regions, 50 MB": (put(folder / "vmmap.txt", vmmap(100_000)), 500),
        "vmmap tables": (put(folder / "vmmap-summary.txt", process("vmmap.txt")), 0),
        "heap with 20,000 classes": (put(folder / "heap.txt", heap(20_000)), 0),
        "leaks": (put(folder / "leaks.txt", process("leaks.txt")), 0),
        "sysdiagnose.log": (LEAK / "sysdiagnose.log", 0),
    }


def put(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path


def process(name: str) -> bytes:
    """An output about one process, as it is shipped."""
    return (TEXTS / "macos-26-targeted" / name).read_bytes()


def vmmap(regions: int) -> bytes:
    """A full vmmap of about 500 bytes a region: its list, then its tables."""
    rng = random.Random("vmmap")
    head, tables = process("vmmap.txt").split(b"ReadOnly portion", 1)
    types = [b"MALLOC_SMALL", b"MALLOC_TINY", b"__TEXT", b"__DATA_CONST", b"mapped file", b"VM_ALLOCATE", b"Stack", b"IOSurface"]
    folders = b"/".join(b"Example%04x" % rng.getrandbits(16) for _ in range(32))
    address, lines = 0x100000000, []
    for _ in range(regions):
        size = rng.randint(1, 4096) << 14
        dirty = rng.randint(0, size >> 10)
        sizes = b" ".join(b"%5dK" % min(value, 9999) for value in (size >> 10, size >> 10, dirty, rng.randint(0, 99)))
        lines.append(b"%-27s %9x-%-9x    [%s] rw-/rwx SM=PRV PURGE=N  /%s/%d\n" % (rng.choice(types), address, address + size, sizes, folders, address))
        address += size
    title = (b"Virtual Memory Map of process 189 (Example Editor)\nOutput report format:  2.4  -- 64-bit process\n"
             b"VM page size:  16384 bytes\n\n==== regions for process 189  (non-writable and writable regions are interleaved)\n"
             b"REGION TYPE                    START - END         [ VSIZE  RSDNT  DIRTY   SWAP] PRT/MAX SHRMOD PURGE    REGION DETAIL\n")
    return head + title + b"".join(lines) + b"\n==== Summary for process 189\nReadOnly portion" + tables


def heap(classes: int) -> bytes:
    """A heap of many classes."""
    rng = random.Random("heap")
    rows = []
    for number in range(classes):
        count, size = rng.randint(1, 9999), rng.choice((16, 48, 64, 256))
        rows.append(b"%8d%11d%10.1f   %-50s%-8s%s\n" % (count, count * size, size, b"ExampleClass%d" % number, b"ObjC", b"Example.dylib"))
    return process("heap.txt") + b"".join(rows)


def spindump(megabytes: int) -> bytes:
    """A spindump: its head, then 400 processes with their stacks."""
    rng = random.Random("spindump")
    head = next(TEXTS.glob("*/spindump.txt")).read_bytes().split(b"\nProcess:")[0]
    stack = b"".join(b"  %s%d  %s + %d (%s + %d) [0x%x]\n" % (b"  " * (n % 20), rng.randint(1, 1001), b"start", rng.randint(1, 9999), b"dyld",
                                                           rng.randint(1, 99999), rng.getrandbits(40)) for n in range(4000))
    body = stack * max(1, (megabytes << 20) // 400 // len(stack))
    processes = [b"\nProcess:          example%d [%d]\nPath:             /usr/libexec/example%d\nParent:           launchd [1]\n"
                 b"Footprint:        %d.%02d MB\n\n%s" % (n, n + 100, n, rng.randint(10, 900), rng.randint(0, 99), body) for n in range(400)]
    return head + b"".join(processes)


def taskinfo(tasks: int) -> bytes:
    """A taskinfo: some lines of each task, then many of its threads."""
    rng = random.Random("taskinfo")
    thread = (b"\tthread ID: 0x%x / %d\n\tuser/system time: %d.%06d s / 0.005367 s\n\tpolicy: POLICY_TIMESHARE\n\t\ttimeshare max  priority: 63\n"
              b"\t\ttimeshare base priority: 31\n\t\ttimeshare cur  priority: 31\n\t\ttimeshare depressed: NO, prio -1\n\trequested policy:\n"
              b"\t\treq thread qos: THREAD_QOS_UNSPECIFIED\n\t\treq latency qos: LATENCY_QOS_TIER_UNSPECIFIED\n\trun state: TH_STATE_WAITING\n")
    parts = [b"num tasks: %d\n" % tasks]
    for number in range(tasks):
        parts.append(b"\nprocess: \"example%d\" [%d] [unique ID: %d]\narchitecture: arm64e\ncoalition (type 0) ID: %d\ncoalition (type 1) ID: %d\nsuspend count: 0\n"
                     b"virtual bytes: 389.08 GB; phys_footprint bytes: %d.%02d MB; phys_footprint lifetime maximum bytes: 901.00 MB\nrun time: 34082 s\nthreads:\n"
                     % (number, number + 100, number + 100, number, number + 1, rng.randint(1, 900), rng.randint(0, 99)))
        for _ in range(20):
            identifier = rng.getrandbits(20)
            parts.append(thread % (identifier, identifier, rng.randint(0, 99), rng.randint(0, 999_999)))
        parts.append(b"\n\n")
    return b"".join(parts)


def sysctl() -> bytes:
    """The relevant names among as many others as `sysctl -a` prints."""
    rng = random.Random("sysctl")
    groups = ("kern", "vm", "vfs", "net.inet.tcp", "net.inet6", "debug", "hw", "machdep", "security.mac")
    lines = [f"{rng.choice(groups)}.{rng.choice(groups)}_{number}: {rng.getrandbits(rng.randint(1, 40))}\n" for number in range(1700)]
    return (LEAK / "sysctl.txt").read_bytes() + "".join(lines).encode()
