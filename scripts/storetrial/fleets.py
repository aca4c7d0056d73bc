"""Archives of a fleet: three models, machines that differ by tens of percent, six of them with a leaking kext."""

from __future__ import annotations

import random
import re
import sqlite3
from pathlib import Path

from . import captures

KEXT = b"com.example.driver.Leaky"
MODELS = [(b"Mac16,5", [36, 48]), (b"Mac15,12", [16, 24]), (b"MacBookAir10,1", [8, 16])]
ZONE_ROW = re.compile(rb"^(\S+ +\d+ +)( *)(\d+)K")
WIRED_ROW = re.compile(rb"( +)(\d+)K$")
STEADY = b"VM_KERN_COUNT_"


def fleet(folder: Path, count: int, leaking: int, seed: int, base: str = captures.LARGE) -> set[str]:
    """Writes an archive of each machine and returns the names of the leaking ones."""
    rng, texts = random.Random(seed), captures.members(base)
    leaks = set(rng.sample(range(count), leaking))
    for machine in range(count):
        model, memory = MODELS[machine % len(MODELS)]
        host, activity = f"mac-{machine:03}.example", rng.gauss(0, 0.25)
        leak = rng.randint(3 << 20, 16 << 20) if machine in leaks else 0
        zprint = shaken(texts["zprint.txt"], activity, leak, rng)
        sysctl = re.sub(rb"hw\.memsize:.*", b"hw.memsize: %d" % (rng.choice(memory) << 30), texts["sysctl.txt"])
        sysctl = re.sub(rb"hw\.model:.*", b"hw.model: " + model, sysctl)
        sysctl = re.sub(rb"kern\.boottime:.*", b"kern.boottime: { sec = %d, usec = 0 } x" % (1776675600 - rng.randint(1, 40 * 86400)), sysctl)
        changed = {"zprint.txt": zprint, "sysctl.txt": sysctl + f"kern.hostname: {host}\n".encode(), "kextstat.txt": loaded(texts["kextstat.txt"], bool(leak), rng)}
        captures.write(folder / f"{host}.tar.gz", captures.top_folder(0), {**texts, **changed})
    return {f"mac-{machine:03}.example" for machine in leaks}


def loaded(kextstat: bytes, leaks: bool, rng: random.Random) -> bytes:
    """Lists third-party kexts on some machines; a later version of the leaking one is on a few healthy machines."""
    lines = [line for line in kextstat.splitlines() if b"com.example" not in line or rng.random() < 0.5]
    if leaks or rng.random() < 0.03:
        version = b"5.1.2" if leaks else b"5.2.0"
        lines.append(b"   90    0 0                  0xc000     0xc000     %s (%s) 62318823-9CBF-43F0-8216-A1A0776CB9F0 <6 5 2>" % (KEXT, version))
    return b"\n".join(lines) + b"\n"


def shaken(zprint: bytes, activity: float, leak: int, rng: random.Random) -> bytes:
    """Varies every zone and tag by tens of percent, adds `leak` K to data.kalloc.1024, and recomputes the sums."""
    lines, sizes, wired, table = [], 0, 0, "zones"
    for line in zprint.splitlines():
        if line.startswith(b"wired memory "):
            table = "wired"
        elif line.startswith(b"zones ") and table == "wired":
            line = line[:-10].rstrip().ljust(len(line) - 12) + f"{sizes}K".rjust(12).encode()
        elif line.startswith(b"total ") and table == "wired":
            line, table = total(line, sizes + wired), "rest"
        elif table == "zones" and (row := ZONE_ROW.match(line)):
            size = scaled(int(row[3]), activity, rng) + (leak if line.startswith(b"data.kalloc.1024 ") else 0)
            sizes += size
            line = line[: row.start(2)] + str(size).encode().rjust(len(row[2]) + len(row[3])) + line[row.end(3):]
        elif table == "wired" and b"[" not in line and (row := WIRED_ROW.search(line)):
            size = int(row[2]) if line.startswith(STEADY) else scaled(int(row[2]), activity, rng)
            wired += size
            line = line[: row.start()] + f"{size}K".rjust(row.end() - row.start()).encode()
        elif line.startswith(b"ZONE TOTALS"):
            break
        lines.append(line)
    return b"\n".join(lines) + b"\n"


def total(line: bytes, size: int) -> bytes:
    return re.sub(rb" +[\d.]+M of", lambda match: f"{size / 1024:.2f}M of".rjust(len(match[0])).encode(), line)


def scaled(size: int, activity: float, rng: random.Random) -> int:
    return round(size * 2.718281828 ** (activity * rng.random() + rng.gauss(0, 0.3)))


def spread(store: sqlite3.Connection, machines: int) -> None:
    """Assigns the snapshots to `machines` machines of one model and varies each size, to make sorting necessary."""
    store.execute("PRAGMA synchronous = OFF")
    store.execute("DELETE FROM machine")
    store.executemany("INSERT INTO machine (id, key, model, host_name) VALUES (?, ?, 'Mac16,5', ?)", ((number, f"Mac16,5 host-{number}", f"host-{number}") for number in range(1, machines + 1)))
    store.execute("UPDATE snapshot SET machine_id = (id - 1) % ? + 1, kernel_bytes = kernel_bytes + abs(random()) % 1000000000", (machines,))
    store.commit()


def shake(store: sqlite3.Connection) -> None:
    store.execute("PRAGMA foreign_keys = OFF")
    store.execute("UPDATE component SET bytes = bytes + abs(random()) % (bytes / 4 + 1)")
    store.commit()
