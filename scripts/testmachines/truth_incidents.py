"""The truth of what an archive says beside its memory sections: top, spindump, a JetsamEvent, a panic."""

from __future__ import annotations

from .machine import Machine
from .reports import stamp
from .system_views import physical
from .units import GIB, MIB


def printed(size: int) -> int:
    """What a reader of top's whole M or G knows."""
    unit = MIB if size < 10_000 * MIB else GIB
    return size // unit * unit


def incidents(m: Machine, kinds: set[str]) -> dict:
    """The facts of the kinds that the archive holds."""
    makers = {"top": top, "spindump": spindump, "jetsam": jetsam, "panic": panic}
    return {kind: make(m) for kind, make in makers.items() if kind in kinds}


def top(m: Machine) -> dict:
    found = {word: {"exactBytes": size, "printedBytes": printed(size)} for word, size in physical(m).items()}
    return {"physMem": found, "kernelTaskBytes": m.kernel_resident or None}


def spindump(m: Machine) -> dict:
    since = int(m.moment) - m.boot_time
    return {"model": m.model, "memorySizeBytes": m.memory, "secondsSinceBoot": since - 40, "secondsAwake": (m.awake or since) - 40}


def jetsam(m: Machine) -> dict:
    e = m.jetsam
    return {"at": e.at, "time": stamp(e.at), "pageSize": m.page_size, "pages": e.pages, "compressorPages": e.compressor_pages,
            "zoneMapCapacityBytes": e.zone_map_cap, "zoneMapSizeBytes": e.zone_map_size, "largestZone": e.largest_zone,
            "largestZoneBytes": e.largest_zone_size, "largestProcess": e.largest_process}


def panic(m: Machine) -> dict:
    p = m.panic
    return {"at": p.at, "exhaustedZone": p.zone, "suspectedZone": p.zone, "printedSize": p.size, "printedBytes": int(p.size[:-1]) * GIB,
            "elements": p.elements, "task": f"pid {p.pid}: {p.task}", "kextsInBacktrace": [name for name, _, _ in p.kexts]}
