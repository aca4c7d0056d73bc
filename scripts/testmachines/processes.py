"""Processes with plausible footprints, split over the categories that footprint shows."""

from __future__ import annotations

from random import Random

from .machine import Category, Process, SharedGroup
from .tables import rows
from .units import KIB

# name, share of the footprint, share of it that is clean on top, share reclaimable on top, bytes of one region
SHAPES = {
    "daemon": (
        ("MALLOC_SMALL", 30, 0, 4, 1 << 20), ("MALLOC_TINY", 18, 0, 0, 1 << 20), ("MALLOC_NANO", 12, 0, 0, 1 << 23),
        ("__DATA", 12, 2, 0, 1 << 15), ("page table", 8, 0, 0, 1 << 22), ("stack", 6, 0, 0, 1 << 16),
        ("unused dyld shared cache area", 5, 0, 0, 1 << 15), ("MALLOC metadata", 4, 0, 0, 1 << 15),
        ("untagged (VM_ALLOCATE)", 3, 0, 0, 1 << 16), ("mapped file", 0, 150, 0, 1 << 20), ("__TEXT", 0, 60, 0, 1 << 16),
        ("__LINKEDIT", 0, 8, 0, 1 << 20)),
    "small": (
        ("MALLOC_SMALL", 62, 0, 4, 1 << 20), ("__DATA", 26, 2, 0, 1 << 15), ("page table", 12, 0, 0, 1 << 22), ("mapped file", 0, 110, 0, 1 << 20)),
    "large": (
        ("MALLOC_LARGE", 38, 0, 3, 1 << 22), ("MALLOC_SMALL", 34, 0, 5, 1 << 22), ("IOSurface", 14, 0, 0, 1 << 22), ("__DATA", 10, 1, 0, 1 << 15),
        ("page table", 4, 0, 0, 1 << 23), ("mapped file", 0, 70, 0, 1 << 22)),
    "app": (
        ("MALLOC_SMALL", 26, 0, 6, 1 << 23), ("MALLOC_LARGE", 17, 0, 3, 1 << 22), ("MALLOC_TINY", 10, 0, 0, 1 << 20),
        ("IOSurface", 9, 0, 0, 1 << 22), ("CG image", 6, 0, 1, 1 << 19), ("IOKit", 5, 0, 0, 1 << 19), ("__DATA", 5, 1, 0, 1 << 15),
        ("CoreAnimation", 4, 0, 0, 1 << 18), ("MALLOC_NANO", 4, 0, 0, 1 << 23), ("page table", 3, 0, 0, 1 << 23),
        ("untagged (VM_ALLOCATE)", 3, 0, 0, 1 << 18), ("stack", 1, 0, 0, 1 << 17), ("mapped file", 0, 110, 0, 1 << 22),
        ("__TEXT", 0, 45, 0, 1 << 17), ("__LINKEDIT", 0, 10, 0, 1 << 21), ("__FONT_DATA", 0, 0, 0, 1 << 16)),
    "web": (
        ("WebKit Malloc", 48, 0, 5, 1 << 23), ("JS VM Gigacage", 17, 0, 2, 1 << 24), ("JS JIT generated code", 9, 0, 0, 1 << 22),
        ("IOSurface", 6, 0, 0, 1 << 21), ("MALLOC_SMALL", 5, 0, 0, 1 << 22), ("CG image", 3, 0, 0, 1 << 18), ("__DATA", 3, 1, 0, 1 << 15),
        ("page table", 2, 0, 0, 1 << 23), ("stack", 1, 0, 0, 1 << 17), ("mapped file", 0, 40, 0, 1 << 22), ("__TEXT", 0, 25, 0, 1 << 17)),
    "vm": (
        ("Hypervisor guest memory", 92, 0, 0, 1 << 30), ("MALLOC_LARGE", 4, 0, 0, 1 << 23), ("MALLOC_SMALL", 2, 0, 0, 1 << 22),
        ("page table", 1, 0, 0, 1 << 23), ("__DATA", 0, 1, 0, 1 << 15), ("mapped file", 0, 3, 0, 1 << 23), ("__TEXT", 0, 1, 0, 1 << 17)),
    "compositor": (
        ("IOAccelerator", 34, 0, 2, 1 << 23), ("IOSurface", 28, 0, 1, 1 << 22), ("MALLOC_LARGE", 10, 0, 0, 1 << 22), ("MALLOC_SMALL", 10, 0, 0, 1 << 22),
        ("CoreAnimation", 5, 0, 0, 1 << 18), ("IOKit", 5, 0, 0, 1 << 20), ("page table", 3, 0, 0, 1 << 22), ("__DATA", 2, 1, 0, 1 << 15),
        ("mapped file", 0, 60, 0, 1 << 22), ("__TEXT", 0, 25, 0, 1 << 17)),
}


def process(name: str, pid: int, footprint: int, shape: str, rng: Random, page: int, *, swapped: float = 0.0,
            peak: float | None = None, detail: str = "") -> Process:
    """A process of about `footprint` bytes: each category gets its share, give or take a third."""
    result, rng = Process(name, pid), Random(f"{name} {pid} {rng.random()}")
    for label, share, clean, reclaimable, region in SHAPES[shape]:
        sizes = [pages(footprint * part * rng.uniform(0.67, 1.33) / 100, page) for part in (share, clean, reclaimable)]
        if not any(sizes):
            continue
        out = pages(sizes[0] * swapped * rng.uniform(0.5, 1.3), page)
        wired = sizes[0] if label in ("page table", "IOAccelerator") else 0
        result.categories.append(Category(
            label, sizes[0], min(out, sizes[0] - wired), sizes[1], sizes[2], wired, 1 + sum(sizes) // region,
            detail if label == "MALLOC_LARGE" else ""))
    result.phys_extra = rng.choice((0, 1, 1, 2)) * page
    result.peak = pages((result.footprint + result.phys_extra) * (peak or rng.choice((1.0, 1.05, 1.2, 1.6))), page)
    return result


def pages(size: float, page: int) -> int:
    return int(size) // page * page


def listed(name: str, rng: Random, page: int, *, scale: float = 1.0, swapped: float = 0.0) -> list[Process]:
    """The processes of a list in `data/`: `name|footprint in KiB|shape|how many`, with rising pids."""
    found, pid = [], 1
    for label, size, shape, count in rows(name, "|"):
        for _ in range(int(count)):
            wanted = int(size) * KIB * scale * rng.uniform(0.75, 1.35)
            found.append(process(label, pid, wanted, shape, rng, page, swapped=swapped * rng.uniform(0, 2)))
            pid += rng.choice((1, 1, 2, 3, 7, 19)) if pid > 1 else 48
    return found


def sharing(processes: list[Process], names: tuple[str, ...], dirty: int, clean: int, page: int, label: str = "shared memory") -> SharedGroup:
    """A sharing group of every process with one of the names."""
    pids = [p.pid for p in processes if p.name in names]
    return SharedGroup(pids, [Category(label, pages(dirty, page), regions=3),
                              Category("mapped file", 0, clean=pages(clean, page), regions=2)])


def resident(processes: list[Process], shared: list[SharedGroup]) -> tuple[int, int]:
    """Dirty bytes that are in memory and not wired, and bytes in the compressor or in swap."""
    held = sum(c.dirty - c.swapped - c.wired for p in processes for c in p.categories)
    held += sum(c.dirty - c.swapped for g in shared for c in g.categories)
    out = sum(c.swapped for p in processes for c in p.categories)
    return held, out
