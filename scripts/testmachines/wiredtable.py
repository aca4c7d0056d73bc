"""zprint's wired, maps and zone views tables (formats.md 1.5 and 1.6)."""

from __future__ import annotations

from .machine import Machine, Wired
from .units import MIB, kib

RULE = "-" * 109


def optional(size: int | None, width: int) -> str:
    return " " * (width + 2) if size is None else f" {kib(size):{width}d}K"


def framed(first: str, second: str) -> list[str]:
    return [RULE, first, second, RULE]


def wired_name(row: Wired) -> str:
    return f"{row.name:<64}{row.load_tag:3d}" if row.load_tag else row.name


def is_printed(row: Wired) -> bool:
    return row.size > 0 and (row.size >= 1024 or (row.peak or 0) >= 1024)


def printed_rows(machine: Machine) -> list[Wired]:
    order = (lambda w: w.name) if machine.zprint == "E" else (lambda w: natural(w.name))
    return sorted((w for w in machine.wired if is_printed(w)), key=order)


def natural(text: str) -> list:
    """zprint's order from F on: names compared with their numbers as numbers."""
    parts, digits = [], None
    for char in text:
        if char.isdigit() != digits or not parts:
            parts.append("")
            digits = char.isdigit()
        parts[-1] += char
    return [(0, int(p), "") if p[0].isdigit() else (1, 0, p) for p in parts]


def wired_table(machine: Machine, counted_pages: int) -> list[str]:
    """The wired table up to its `total` line; `counted_pages` is zprint's Y in bytes."""
    old = machine.zprint == "E"
    pad, total_width = ("", 100) if old else ("", 104)
    lines = framed(
        f"{'':63}kmod          vm" + (f"{'cur':>26}" if old else f"{'peak':>12}{'cur':>18}"),
        f"{'wired memory':65}id         tag" + (f"{'size':>26}" if old else f"{'size':>12}{'waste':>7}{'size':>11}"),
    )
    for row in printed_rows(machine):
        head = f"{wired_name(row):<67}{row.tag:12d}"
        lines.append(
            f"{head}{'':12} {kib(row.size):12d}K" if old
            else f"{head}{optional(row.peak, 10)}{optional(row.waste, 5)} {kib(row.size):9d}K")
    zones = kib(machine.zone_bytes)
    lines.append(f"{'zones':<67}{pad:12}{'':12} {zones:12d}K" if old else f"{'zones':<67}{pad:12}{'':19} {zones:9d}K")
    total = f"{machine.wired_bytes / MIB:6.2f}M of {counted_pages / MIB:6.2f}M"
    return lines + [f"total{total:>{total_width}}"]


def maps_table(machine: Machine) -> list[str]:
    """Maps and counters: address space only."""
    rows = sorted(machine.maps, key=lambda m: natural(m.name))
    if machine.zprint == "E":
        lines = framed(f"{'':67}{'':12}{'largest':>12}{'cur':>14}", f"{'maps':67}{'free':>12}{'free':>12}{'size':>14}")
        return lines + [
            f"{m.name:<67}{optional(m.free, 10)}{optional(m.largest, 10)} {kib(m.size):12d}K" for m in rows]
    lines = framed(
        f"{'':55}{'':12}{'largest':>12}{'peak':>12}{'cur':>18}",
        f"{'maps':55}{'free':>12}{'free':>12}{'size':>12}{'size':>18}")
    return lines + [
        f"{m.name:<55}{optional(m.free, 10)}{optional(m.largest, 10)}{optional(m.peak, 10)} {kib(m.size):16d}K"
        for m in rows]


def views_table(machine: Machine) -> list[str]:
    """Zone views (H and later): live bytes, each a part of some zone."""
    lines = framed(f"{'':55}{'':36}{'cur':>18}", f"{'zone views':55}{'':36}{'inuse':>18}")
    return lines + [f"{v.name:<55}{'':36} {kib(v.size):16d}K" for v in machine.views]
