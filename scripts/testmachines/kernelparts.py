"""What the kernel holds: zones, wired rows, maps, zone views, kexts. Sizes are bytes."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass
class Zone:
    """A kernel zone. `name` is the kernel's own, with blanks; sizes are bytes."""

    name: str
    elem: int
    cur: int
    inuse: int
    max: int | None = None  # None prints as dashes
    alloc: int = 4096
    flags: str = ""  # some of X, A, C
    free: int = 0  # collectable
    total_allocs: int = 0
    max_count: int | None = None  # only where the printed count is not max / elem

    @property
    def count(self) -> int:
        return self.cur // self.elem

    @property
    def limit_count(self) -> int:
        return self.max_count if self.max_count is not None else (self.max or 0) // self.elem

    @property
    def used(self) -> int:
        return self.elem * self.inuse

    @property
    def frag(self) -> int:
        return self.cur - self.used - self.free

    @property
    def per_chunk(self) -> int:
        return self.alloc // self.elem


@dataclass
class Wired:
    """A row of zprint's wired table. `kind`: tag, kext, site, counter or breakdown (never added)."""

    name: str
    size: int
    kind: str = "tag"
    tag: int = 0
    load_tag: int = 0
    peak: int | None = None
    waste: int | None = None


@dataclass
class Map:
    """A kernel map or counter: address space, not memory."""

    name: str
    size: int
    free: int | None = None
    largest: int | None = None
    peak: int | None = None


@dataclass
class View:
    """A zone view: live bytes that were allocated through one name, part of some zone."""

    name: str
    size: int


@dataclass
class Kext:
    index: int
    name: str
    version: str
    size: int
    address: int = 0
    uuid: str | None = None
    linked: list[int] = field(default_factory=list)
    references: int = 0

    @property
    def is_third_party(self) -> bool:
        return not self.name.startswith("com.apple.")

    @property
    def is_kpi(self) -> bool:
        return self.name.startswith("com.apple.kpi.")
