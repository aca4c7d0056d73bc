"""The truth of the wired table, and which figure is the kernel's memory (design.md)."""

from __future__ import annotations

from .kerneltask import kernel_task
from .machine import Machine
from .units import MIB, formatted, kib_bytes
from .wiredtable import printed_rows
from .zprint import counted_bytes, has_wired


def wired(m: Machine) -> dict:
    """The wired rows that are printed (below 1 KiB none is) and X, Y and MLOCK."""
    if not has_wired(m):
        return {}
    return {
        "wired": [{"name": w.name, "kind": w.kind, "tag": w.tag, "loadTag": w.load_tag, "exactBytes": w.size,
                   "printedBytes": kib_bytes(w.size), "peakBytes": None if w.peak is None or m.zprint == "E" else kib_bytes(w.peak)}
                  for w in printed_rows(m)],
        "wiredRowCount": len(printed_rows(m)),
        "zonesRow": {"exactBytes": m.zone_bytes, "printedBytes": kib_bytes(m.zone_bytes)},
        "wiredTotal": wired_total(m),
        "mlock": {"exactBytes": m.mlock_bytes, "printedBytes": kib_bytes(m.mlock_bytes)},
        "mapCount": len(m.maps), "viewCount": len(m.views),
    }


def printed_total(m: Machine) -> int:
    return kib_bytes(m.zone_bytes) + sum(kib_bytes(w.size) for w in printed_rows(m) if w.kind != "breakdown")


def wired_total(m: Machine) -> dict:
    return {"exactBytes": m.wired_bytes, "printedBytes": printed_total(m),
            "printedX": f"{m.wired_bytes / MIB:.2f}M", "printedY": f"{counted_bytes(m) / MIB:.2f}M"}


def kernel(m: Machine, whole: set[str]) -> dict | None:
    """zprint's X without MLOCK, else footprint's kernel_task, else the zones as a lower bound."""
    if "zprint.txt" in whole and has_wired(m):
        return {"source": "zprint.wired", "isLowerBound": False, "exactBytes": m.wired_bytes - m.mlock_bytes,
                "printedBytes": printed_total(m) - kib_bytes(m.mlock_bytes)}
    if "footprint-all.txt" in whole:
        task = formatted(kernel_task(m).footprint, m.decimal_gb)
        return {"source": "footprint.kernelTask", "isLowerBound": False, "exactBytes": kernel_task(m).footprint,
                "printedBytes": task.bytes, "toleranceBytes": task.tolerance}
    if "zprint.txt" in whole:
        return {"source": "zprint.zones", "isLowerBound": True, "exactBytes": m.zone_bytes, "printedBytes": m.zone_bytes}
    return None
