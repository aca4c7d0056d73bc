"""The region dump that `footprint -v` writes before everything else (formats.md 3.3)."""

from random import Random

from .machine import Category, Machine, Process
from .units import GIB, KIB, MIB

COLUMNS = ("VRT", "DRT", "SWP", "CLN", "RCL", "WIRE")


def region_dump(p: Process, m: Machine) -> list[str]:
    """The regions of one process; their dirty, swapped, clean and reclaimable sizes add up to its categories."""
    rng, address, lines = Random(f"{m.name}{p.pid}"), 0x100000000 + p.pid * 0x1000000, []
    head = f"{'start':>16}   {'end':>16}  [object-id]" + "".join(f"{c:>8}" for c in COLUMNS) + "   tag (detail)"
    rule = f"{'-' * 10:>16}{'-' * 10:>19} {'-' * 12}" + "   -----" * len(COLUMNS) + "   " + "-" * 12
    for category in p.categories:
        for part in split(category, rng, m.page_size):
            size = (part.dirty + part.clean + part.reclaimable) // m.page_size * m.page_size + m.page_size
            address += rng.randint(0, 64) * m.page_size
            lines.append(region_row(address, size, part, rng))
            address += size
    return [f"{p.name} [{p.pid}]", "", head, rule, *lines, ""]


def region_row(address: int, size: int, part: Category, rng: Random) -> str:
    place = f"{address:16x} - {address + size:16x}" if part.name != "IOAccelerator" else f"{'unmapped':>16} - {'unmapped':>16}"
    cells = (size, part.dirty, part.swapped, part.clean, part.reclaimable, part.wired)
    detail = f" ({part.detail})" if part.detail else ""
    return f"{place} [{rng.getrandbits(36):010x}]" + "".join(f"   {short(c):>5}" for c in cells) + f"   {part.name}{detail}"


def short(size: int) -> str:
    """A size in five columns: 0, 16K, 2048K, 12M."""
    for unit, scale in (("", 1), ("K", KIB), ("M", MIB), ("G", GIB)):
        if size // scale < 10_000:
            return f"{size // scale}{unit}"
    raise ValueError(f"too large: {size}")


def split(c: Category, rng: Random, page: int) -> list[Category]:
    """A category's regions: the memory spread over them by page, the remainder in the first."""
    parts = [Category(c.name, 0, detail=c.detail) for _ in range(c.regions)]
    for key in ("dirty", "clean", "reclaimable"):
        rest = getattr(c, key)
        for part in parts[1:]:
            share = min(rest, rng.randint(0, max(0, rest // page // len(parts) * 2)) * page)
            setattr(part, key, share)
            rest -= share
        setattr(parts[0], key, rest)
    for key in ("swapped", "wired"):  # parts of dirty
        rest = getattr(c, key)
        for part in parts:
            share = min(rest, part.dirty * rng.randint(0, 3) // 2, part.dirty) // page * page
            setattr(part, key, share)
            rest -= share
        for part in parts:
            share = min(rest, part.dirty - getattr(part, key))
            setattr(part, key, getattr(part, key) + share)
            rest -= share
    return parts
