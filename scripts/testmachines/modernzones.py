"""The zones of kernels with kalloc heaps (12 and later): a list by name, and the heaps' zones by rule."""

from random import Random

from .machine import Zone
from .tables import rows, zone
from .units import MIB

SIZES = (16, 32, 48, 64, 80, 96, 128, 160, 192, 224, 256, 288, 384, 448, 512, 576, 768, 896, 1024, 1152, 1280, 1664, 2048,
         4096, 6144, 8192, 12288, 16384, 32768)
PLAIN = ("vm.permanent", "threads", "tasks", "threads_ro", "proc_ro", "cred", "pmap")
EXHAUSTIBLE = ("mbuf", "data.mbuf.cluster.2k", "data.mbuf.cluster.4k", "data.mbuf.cluster.16k", "vm pages array")


def named(column: int, rng: Random, page: int, scale: float = 1.0) -> list[Zone]:
    """The listed zones that this kernel has. `column` 2 is the Mac of 12, 3 the Mac of 26."""
    found = []
    for fields in rows("zones-modern.txt", "|"):
        name, elem, held = fields[0], int(fields[1]), fields[column]
        if held == "-":
            continue
        flags = "X" if name in EXHAUSTIBLE else "" if name in PLAIN or elem == 1 else "C"
        found.append(zone(name, elem, int(float(held) * MIB * scale), rng, page, flags=flags,
                          fill=1.0 if elem == 1 else None, turnover=1.0 if elem == 1 else None))
    return found


def heap(prefix: str, budget: int, rng: Random, page: int, sizes: tuple[int, ...] = SIZES) -> list[Zone]:
    """The zones `<prefix>kalloc.<size>` of one heap, which share about `budget` bytes."""
    weights = [rng.uniform(0.3, 1.0) * (4 if size in (64, 512, 1024, 2048) else 1) for size in sizes]
    unit = budget / sum(weights)
    return [zone(f"{prefix}kalloc.{size}", size, int(unit * weight), rng, page, fill=rng.uniform(0.86, 0.98))
            for size, weight in zip(sizes, weights)]


def types(budget: int, rng: Random, page: int, most: int = 6) -> list[Zone]:
    """The zones `kalloc.typeN.SIZE`: several of one size, so that a leak in one type stays in one zone."""
    labels = [f"kalloc.type{n}.{size}" for size in SIZES if size <= 4096 for n in range(rng.randint(2, most))]
    weights = [rng.uniform(0.1, 1.0) for _ in labels]
    unit = budget / sum(weights)
    return [zone(label, int(label.rsplit(".", 1)[1]), int(unit * weight), rng, page, fill=rng.uniform(0.8, 0.97))
            for label, weight in zip(labels, weights)]


def leaked(name: str, elem: int, inuse: int, idle_chunks: int, peak_chunks: int, lifetime: int, page: int) -> Zone:
    """A zone that holds `inuse` elements, a few pages of them not full, some pages that could be given back, a little more at its peak."""
    per = page // elem
    held = -(-inuse // per) + inuse // 50_000
    return Zone(name, elem, (held + idle_chunks) * page, inuse, (held + idle_chunks + peak_chunks) * page, page, "C",
                idle_chunks * page, lifetime)
