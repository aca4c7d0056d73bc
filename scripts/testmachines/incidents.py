"""Reports of earlier events that an archive carries along: a JetsamEvent, a panic."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass
class JetsamEvent:
    """A JetsamEvent report: figures of its own moment, some minutes before the capture."""

    at: str  # local time with offset, ISO 8601
    zone_map_cap: int
    zone_map_size: int
    largest_zone: str
    largest_zone_size: int
    compressor_pages: int
    compressions: int
    decompressions: int
    uncompressed_pages: int
    pages: dict[str, int]  # by the report's own words
    largest_process: str
    processes: list[tuple[str, int, int]]  # name, pid, resident pages


@dataclass
class PanicReport:
    """A panic of an exhausted zone map."""

    at: str
    zone: str
    size: str  # as the kernel prints it, truncated: 20G
    elements: int
    task: str
    pid: int
    kexts: list[tuple[str, str, list[str]]] = field(default_factory=list)  # name, version, dependencies
    cpu: int = 2
