"""The truth of zprint's zone table."""

from .machine import Machine, Zone
from .units import kib_bytes
from .zonetable import LAYOUTS, printed_name
from .zprint import total_size_defect


def zones(m: Machine) -> dict:
    """Every row, the totals as printed, and the sum of what the K column shows."""
    width = LAYOUTS[m.zprint].width
    shown = m.shown_zones
    printed = sum(kib_bytes(z.cur) for z in shown)
    result = {
        "zones": [row(z, width, m.zprint) for z in shown],
        "zoneRowCount": len(m.zones),
        "zoneTotals": {"sizeBytes": sum(z.cur for z in shown) + total_size_defect(m), "usedBytes": sum(z.used for z in shown),
                       "allocatedBytes": sum(z.total_allocs for z in shown)},
        "zoneBytes": {"exactBytes": m.zone_bytes, "printedBytes": printed},
        "collectableBytes": sum(z.free for z in shown),
        "isRedacted": m.redacted,
    }
    if m.zprint == "E":
        result["zoneTotals"]["note"] = "TOTAL SIZE is zones plus wired rows (defect 1)"
    return result


def row(z: Zone, width: int, generation: str) -> dict:
    dashed = z.max is None or (z.max // 1024 > 9999999 and generation != "B-wide")  # that one prints wrapped maxima
    limit = None if dashed else z.max
    return {"name": printed_name(z, width), "kernelName": z.name, "nameIsTruncated": len(z.name) > width - 1,
            "elementBytes": z.elem, "currentBytes": {"exactBytes": z.cur, "printedBytes": kib_bytes(z.cur)},
            "maximumBytes": None if limit is None else {"exactBytes": limit, "printedBytes": kib_bytes(limit)},
            "currentCount": z.count, "inUseCount": z.inuse, "usedBytes": z.used,
            "lifetimeBytes": z.total_allocs, "collectableBytes": z.free}
