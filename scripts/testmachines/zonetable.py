"""zprint's zone table in the layouts of its generations (formats.md 1.2)."""

from .machine import Zone
from .units import kib

UNSIGNED = 1 << 64  # fragments are computed without a sign: redacted zones print 1.8e16 K


def name(zone: Zone, width: int) -> str:
    """Blanks become dots; a name too long for the column is cut and marked with `$`."""
    text = zone.name.replace(" ", ".")
    return text[: width - 1] + ("$" if len(text) > width - 1 else " " * (width - len(text[: width - 1])))


def printed_name(zone: Zone, width: int) -> str:
    """The name as a reader gets it: without the padding and the `$`."""
    return name(zone, width).rstrip(" $")


def small(size: int, width: int) -> str:
    """`B` below 1024, `K` from there on."""
    return f"{size:{width}d}B" if size < 1024 else f"{kib(size):{width}d}K"


def flags(zone: Zone, letters: str) -> str:
    return " " + "".join(f if f in zone.flags else " " for f in letters)


class SeedLayout:
    """10.8's `zprint -t` with a wide max column: B, 18-wide names, `%11lluK` for the maximum."""

    width, rule = 18, 107
    head = (
        "                   elem      cur         max       cur       max       cur alloc alloc          ",
        "zone name          size     size        size     #elts     #elts     inuse  size count        Total Allocs",
    )

    def row(self, z: Zone) -> str:
        return (
            f"{name(z, 18)}{z.elem:5d}{kib(z.cur):8d}K{kib(z.max or 0):11d}K{z.count:10d}{z.limit_count:10d}"
            f"{z.inuse:10d}{kib(z.alloc):5d}K{z.per_chunk:6d}{flags(z, 'XAC')}{small(z.total_allocs, 16)}"
        )

    def trailer(self, zones: list[Zone], extra: int) -> list[str]:
        return totals(zones, extra, wasted=False)


class TaggedLayout:
    """Generations C to F with -t -w: every value after one blank, names 18 wide, wasted, total allocs."""

    width, rule = 18, 130
    head = (
        "                     elem         cur         max        cur         max         cur  alloc  alloc",
        "zone name            size        size        size      #elts       #elts       inuse   size  count"
        "        wasted      Total Allocs",
    )

    def row(self, z: Zone) -> str:
        top = z.max or 0
        size = f" {kib(top):10d}K" if kib(top) <= 9999999 else "    --------"
        count = f" {z.limit_count:11d}" if kib(top) < 999999999 else "  ----------"
        return (
            f"{name(z, 18)} {z.elem:6d} {kib(z.cur):10d}K{size} {z.count:10d}{count} {z.inuse:11d}"
            f" {kib(z.alloc):5d}K {z.per_chunk:6d}{flags(z, 'XAC')} {kib(z.cur - z.used):8d}K {small(z.total_allocs, 16)}"
        )

    def trailer(self, zones: list[Zone], extra: int) -> list[str]:
        return totals(zones, extra, wasted=True)


class ColumnLayout:
    """Generations G to I with -t -w: names 25 wide, frag and free size, a blank after each column."""

    width, rule = 25, 147
    columns = (
        ("elem", "size", 6), ("cur", "size", 11), ("max", "size", 11), ("cur", "#elts", 10), ("max", "#elts", 11),
        ("cur", "inuse", 11), ("alloc", "size", 6), ("alloc", "count", 6), ("", "", 2), ("frag", "size", 9),
        ("free", "size", 9), ("total", "allocs", 17),
    )

    @property
    def head(self) -> tuple[str, str]:
        first = "".join(f" {a:>{w}}" for a, _, w in self.columns)
        second = "".join(f" {b:>{w}}" for _, b, w in self.columns)
        return f"{'':25}{first} ", f"{'zone name':25}{second} "

    def row(self, z: Zone) -> str:
        dashed = z.max is None or kib(z.max) > 9999999
        size, count = ("-------", "-------") if dashed else (f"{kib(z.max)}K", f"{z.limit_count}")
        return (
            f"{name(z, 25)} {z.elem:6d} {kib(z.cur):10d}K {size:>11} {z.count:10d} {count:>11} {z.inuse:11d}"
            f" {kib(z.alloc):5d}K {z.per_chunk:6d}{flags(z, 'XC')} {small(z.frag % UNSIGNED, 8)} {small(z.free, 8)}"
            f" {small(z.total_allocs, 16)}"
        )

    def trailer(self, zones: list[Zone], extra: int) -> list[str]:
        size, used, free = (sum(getattr(z, key) for z in zones) for key in ("cur", "used", "free"))
        return [
            "", "ZONE TOTALS", "-" * 45,
            f"TOTAL SIZE        = {size}", f"TOTAL USED        = {used}", f"TOTAL WASTED      = {(size - used) % UNSIGNED}",
            f"TOTAL FRAGMENTED  = {(size - used - free) % UNSIGNED}", f"TOTAL COLLECTABLE = {free}",
            f"TOTAL ALLOCS      = {sum(z.total_allocs for z in zones)}",
        ]


def totals(zones: list[Zone], extra: int, wasted: bool) -> list[str]:
    """The trailer of B to F. `extra` is what defect 1 adds to the size: the wired rows."""
    size, used = sum(z.cur for z in zones) + extra, sum(z.used for z in zones)
    lines = [f"TOTAL SIZE   = {size}", f"TOTAL USED   = {used}"]
    lines += [f"TOTAL WASTED = {size - used}"] if wasted else []
    return lines + [f"TOTAL ALLOCS = {sum(z.total_allocs for z in zones)}"]


LAYOUTS = {"B-wide": SeedLayout(), "C": TaggedLayout(), "E": TaggedLayout(), "G": ColumnLayout(), "I": ColumnLayout()}
