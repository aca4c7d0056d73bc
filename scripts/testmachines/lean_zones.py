"""The moments at which the lean Mac is captured, and its zones then: a leak to the byte, caches that grow, noise in the others."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from random import Random

from .machine import Zone
from .modernzones import heap, named, types
from .units import KIB, MIB

PAGE = 16384
LEAK, ELEMENT, RATE, IDLE = "data.kalloc.1024", 1024, 400, 6400  # elements a second, elements right after boot
BYTES_PER_HOUR = RATE * ELEMENT * 3600
USUAL = 3000  # pages of that zone on a Mac that does not leak
CACHES = ("vm objects", "vnodes", "namecache", "ubc_info zone", "apfs_inode", "apfs_jobj")
TYPES = (16, 32, 64, 128, 160, 192, 256, 288, 384, 512, 576, 768, 1024, 1280, 2048, 4096)


@dataclass(frozen=True)
class Moment:
    """One capture: `boot_time` and `at` say how long the leak, if any, has been running."""

    name: str
    at: str
    boot_time: int
    boot: int = 1
    leaks: bool = True
    caches: int = 0  # bytes that the caches have grown by
    noise: float = 0.0045  # half of what two captures may differ by
    has_jetsam: bool = True

    def seconds(self, at: str | None = None) -> int:
        return int(datetime.fromisoformat(at or self.at).timestamp()) - self.boot_time

    def elements(self, at: str | None = None) -> int:
        """In use in the leaking zone."""
        if self.leaks:
            return IDLE + RATE * self.seconds(at)
        return (USUAL + drift(USUAL, self.noise, Random(f"{self.name} {LEAK}"))) * (PAGE // ELEMENT)


def drift(count: int, noise: float, rng: Random) -> int:
    """A change of `count` by at most `noise`, which no rounding exceeds."""
    return int(count * rng.uniform(-noise, noise))


def base_zones() -> list[Zone]:
    """The zones right after boot, the same in every capture."""
    rng = Random("lean zones")
    listed_ = [z for z in named(3, rng, PAGE, 0.7) if z.cur >= 1900 * KIB]
    data = heap("data.", 96 * MIB, rng, PAGE, (64, 128, 256, 512, ELEMENT, 2048, 4096, 8192, 16384))
    typed = [z for z in types(200 * MIB, rng, PAGE, 2)[::2] if z.elem in TYPES]
    return listed_ + heap("data_shared.", 18 * MIB, rng, PAGE, (64, 512, 2048, 4096)) + data + typed


def zones(moment: Moment) -> list[Zone]:
    rng, grown = Random(f"{moment.name} zones"), []
    base = base_zones()
    cached = sum(z.cur for z in base if z.name in CACHES)
    for z in base:
        chunks = z.cur // z.alloc
        if z.name == LEAK:
            grown.append(leaking(moment))
        elif z.name in CACHES:
            grown.append(resized(z, round(moment.caches * z.cur / cached / z.alloc), moment))
        else:
            grown.append(resized(z, drift(chunks, moment.noise, rng), moment))
    return grown


def resized(z: Zone, chunks: int, moment: Moment) -> Zone:
    """The zone with so many chunks more or fewer, as full as before; what it ever allocated grows with the time since boot."""
    cur = z.cur + chunks * z.alloc
    inuse = min(cur // z.elem, z.inuse * (cur // z.elem) // z.count)
    free = min(z.free, (cur - inuse * z.elem) // z.alloc * z.alloc)
    top = max(z.max, cur, (z.cur * 26 // 25 // z.alloc) * z.alloc)
    turned = z.total_allocs * moment.seconds() // 36_000 // z.elem * z.elem
    return replace(z, cur=cur, inuse=inuse, free=free, max=top, total_allocs=z.cur * 26 // 25 // z.elem * z.elem + turned)


def leaking(moment: Moment) -> Zone:
    """Full pages but for the last eight, and twelve that could be given back: its size grows exactly as its elements do."""
    held, idle = moment.elements() * ELEMENT, 12 * PAGE
    assert held % PAGE == 0, moment
    size = held + 8 * PAGE + idle
    top = size + 3 * PAGE if moment.leaks else USUAL * PAGE * 21 // 20
    return Zone(LEAK, ELEMENT, size, moment.elements(), top, PAGE, "C", idle, held + moment.seconds() * 9000 * ELEMENT)
