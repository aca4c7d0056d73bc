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
        "spindump, 20 MB": (put(folder / "spindump.txt", spindump(20)), 0),
        "sysctl -a": (put(folder / "sysctl.txt", sysctl()), 0),
        "sysdiagnose.log": (LEAK / "sysdiagnose.log", 0),
    }


def put(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path


def spindump(megabytes: int) -> bytes:
    """A spindump: its head, then stacks of processes."""
    rng = random.Random("spindump")
    head = next(TEXTS.glob("*/spindump.txt")).read_bytes()
    stack = b"".join(b"  %s%d  %s + %d (%s + %d) [0x%x]\n" % (b"  " * (n % 20), rng.randint(1, 1001), b"start", rng.randint(1, 9999), b"dyld",
                                                           rng.randint(1, 99999), rng.getrandbits(40)) for n in range(20000))
    return head + stack * ((megabytes << 20) // len(stack))


def sysctl() -> bytes:
    """The relevant names among as many others as `sysctl -a` prints."""
    rng = random.Random("sysctl")
    groups = ("kern", "vm", "vfs", "net.inet.tcp", "net.inet6", "debug", "hw", "machdep", "security.mac")
    lines = [f"{rng.choice(groups)}.{rng.choice(groups)}_{number}: {rng.getrandbits(rng.randint(1, 40))}\n" for number in range(1700)]
    return (LEAK / "sysctl.txt").read_bytes() + "".join(lines).encode()
