"""Readers of the plain lists in `data/`, and small helpers that several machines share."""

from __future__ import annotations

from pathlib import Path
from random import Random

from .machine import Kext, Zone

DATA = Path(__file__).parent / "data"


def rows(name: str, separator: str | None = None) -> list[list[str]]:
    """The lines of a list without comments, split into fields."""
    text = (DATA / name).read_text()
    return [line.split(separator) for line in text.splitlines() if line and not line.startswith("#")]


def chunk_for(elem: int, page: int) -> int:
    """The allocation chunk: the smallest number of pages, up to 8, that wastes less than a tenth."""
    for pages in range(1, 9):
        if pages * page >= elem and (pages * page) % elem <= pages * page // 10:
            return pages * page
    return -(-elem // page) * page


def zone(name: str, elem: int, cur: int, rng: Random, page: int, *, fill: float | None = None,
         flags: str = "C", peak: float | None = None, turnover: float | None = None) -> Zone:
    """A coherent zone of about `cur` bytes: whole chunks, elements in use, free chunks, peak, lifetime.

    It takes one number of `rng`, whatever its size, so that a machine's zones stay the same ones as they grow.
    """
    own = Random(f"{name} {rng.random()}")
    usual, top_factor, turns = own.uniform(0.90, 0.995), own.uniform(1.0, 1.3), own.uniform(2, 900)
    chunk = chunk_for(elem, page)
    chunks = max(1, round(cur / chunk))
    size = chunks * chunk
    count = size // elem
    inuse = min(count, max(1, int(count * (fill if fill is not None else usual))))
    free = own.randint(0, (size - inuse * elem) // chunk) * chunk if "C" in flags else 0
    top = round(chunks * (peak if peak is not None else top_factor)) * chunk
    lifetime = inuse * elem * (turnover if turnover is not None else turns)
    return Zone(name, elem, size, inuse, top, chunk, flags, free, int(lifetime) // elem * elem)


def uuid(rng: Random) -> str:
    """A random UUID of version 4 in upper case."""
    digits = [rng.choice("0123456789ABCDEF") for _ in range(32)]
    digits[12], digits[16] = "4", rng.choice("89AB")
    text = "".join(digits)
    return "-".join((text[:8], text[8:12], text[12:16], text[16:20], text[20:]))


def place(kexts: list[Kext], base: int, rng: Random, page: int = 4096) -> list[Kext]:
    """Gives every kext that has code an (unslid) address: in a shuffled order, without overlap."""
    order = [k for k in kexts if k.size > 1]
    rng.shuffle(order)
    for kext in order:
        kext.address = base
        base += -(-kext.size // page) * page + rng.choice((0, 0, page, 3 * page))
    return kexts
