"""Sizes as Apple's tools print them, and what a reader can know from the printed form."""

from dataclasses import dataclass

KIB, MIB, GIB = 1 << 10, 1 << 20, 1 << 30
UNITS = [("B", 1), ("KB", KIB), ("MB", MIB), ("GB", GIB), ("TB", 1 << 40)]


@dataclass(frozen=True)
class Printed:
    """A size in the form that footprint prints: the text, its value, and half of its last place."""

    text: str
    bytes: int
    tolerance: int


def formatted(size: int, decimal_gb: bool = False) -> Printed:
    """footprint's formatted unit: an integer of up to four digits; the unit changes at 10 000.

    `decimal_gb` is the other form that was seen: gigabytes from 1 GiB on, with one decimal below 10.
    """
    if decimal_gb and size >= GIB:
        if size < 10 * GIB:
            text = f"{size / GIB:.1f} GB"
            return Printed(text, round(float(text[:-3]) * GIB), GIB // 20)
        return Printed(f"{rounded(size, GIB)} GB", rounded(size, GIB) * GIB, GIB // 2)
    for unit, scale in UNITS:
        count = rounded(size, scale)
        if count < 10_000:
            return Printed(f"{count} {unit}", count * scale, scale // 2)
    raise ValueError(f"too large: {size}")


def rounded(size: int, scale: int) -> int:
    """`size / scale` to the nearest integer, halves up, without floating point."""
    return (2 * size + scale) // (2 * scale)


def kib(size: int) -> int:
    """zprint's K: truncated, so a size of 512 bytes prints as 0K."""
    return size // KIB


def kib_bytes(size: int) -> int:
    """What a reader of a printed K value knows of the size."""
    return kib(size) * KIB
