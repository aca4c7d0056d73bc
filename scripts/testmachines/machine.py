"""The model of a machine: everything that one archive says, before any of it is text."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime, timezone

from .incidents import JetsamEvent, PanicReport
from .kernelparts import Kext, Map, View, Wired, Zone
from .userparts import Category, Pages, Process, SharedGroup

__all__ = ["Category", "Kext", "Machine", "Map", "Pages", "Process", "SharedGroup", "View", "Wired", "Zone"]


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
    host: str = ""  # kern.hostname
    kernel_resident: int = 0  # what top shows of kernel_task on 10.8
    jetsam: JetsamEvent | None = None
    panic: PanicReport | None = None
    awake: int | None = None  # seconds awake since boot, where a spindump says so

    @property
    def moment(self) -> float:
        """The capture in seconds since 1970; a time without an offset counts as UTC, never as this computer's zone."""
        at = datetime.fromisoformat(self.captured)
        return (at if at.tzinfo else at.replace(tzinfo=timezone.utc)).timestamp()

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
