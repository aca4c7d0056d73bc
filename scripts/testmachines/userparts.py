"""What processes hold, and the machine's pages."""

from dataclasses import dataclass, field


@dataclass
class Category:
    """A row of a footprint table. `swapped` and `wired` are parts of `dirty`."""

    name: str
    dirty: int
    swapped: int = 0
    clean: int = 0
    reclaimable: int = 0
    wired: int = 0
    regions: int = 1
    detail: str = ""


@dataclass
class Process:
    name: str
    pid: int
    categories: list[Category] = field(default_factory=list)
    bits: int = 64
    translated: bool = False
    peak: int = 0
    phys_extra: int = 0  # what the ledger counts above the page walk
    errors: list[str] = field(default_factory=list)
    no_results: bool = False

    @property
    def footprint(self) -> int:
        return sum(c.dirty for c in self.categories)

    @property
    def swapped(self) -> int:
        return sum(c.swapped for c in self.categories)


@dataclass
class SharedGroup:
    """Memory that several processes map; footprint prints its table below each of them."""

    pids: list[int]
    categories: list[Category]


@dataclass
class Pages:
    """vm_stat's counts, in pages."""

    free: int
    active: int
    inactive: int
    speculative: int
    throttled: int
    wired: int
    purgeable: int
    file_backed: int
    anonymous: int
    stored: int
    compressor: int
