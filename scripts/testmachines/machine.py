"""The model of a machine: everything that one archive says, before any of it is text."""

from dataclasses import dataclass, field, replace


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


@dataclass
class Machine:
    """One Mac or device at one moment."""

    name: str
    top_folder: str
    captured: str  # local time, ISO 8601, with the offset where the archive knows it
    platform: str
    model: str
    build: str
    os_version: str
    darwin: str
    page_size: int
    memory: int
    boot_time: int
    board: str = ""  # what hw.model says on a device
    carveout: int = 0
    cpus: int = 8
    zones: list[Zone] = field(default_factory=list)
    wired: list[Wired] = field(default_factory=list)
    maps: list[Map] = field(default_factory=list)
    views: list[View] = field(default_factory=list)
    kexts: list[Kext] = field(default_factory=list)
    processes: list[Process] = field(default_factory=list)
    shared: list[SharedGroup] = field(default_factory=list)
    shared_cache: SharedGroup | None = None
    shared_cache_uuid: str = ""
    pages: Pages | None = None
    zprint: str | None = None  # generation: B-wide, C, E, G, I
    kextstat: str | None = None  # K3, K5, K6
    redacted: bool = False  # zprint ran without privilege: sizes of zones are zero, nothing but zones is shown
    decimal_gb: bool = False
    swap_used: int = 0

    @property
    def shown_zones(self) -> list[Zone]:
        """The zones as zprint is given them: without a privilege only element sizes and counts in use are real."""
        if not self.redacted:
            return self.zones
        return [replace(z, cur=0, max=0, alloc=0, free=0, total_allocs=0) for z in self.zones]

    @property
    def zone_bytes(self) -> int:
        return sum(z.cur for z in self.zones)

    @property
    def collectable(self) -> int:
        return sum(z.free for z in self.zones)

    @property
    def wired_counted(self) -> list[Wired]:
        return [w for w in self.wired if w.kind != "breakdown"]

    @property
    def wired_bytes(self) -> int:
        """zprint's X, exact: zones and every wired row that is not a breakdown of them."""
        return self.zone_bytes + sum(w.size for w in self.wired_counted)

    @property
    def mlock_bytes(self) -> int:
        return sum(w.size for w in self.wired if w.name == "VM_KERN_MEMORY_MLOCK")
