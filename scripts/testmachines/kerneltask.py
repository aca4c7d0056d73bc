"""footprint's kernel_task: built from zones and wired sites, not from a walk over pages (formats.md 3.8)."""

from .machine import Category, Machine, Process, Zone


def kernel_task(m: Machine) -> Process:
    """One category per zone (kalloc zones of one element size together) and one per wired site."""
    categories = list(zone_categories(m.zones)) + [site(w.name, w.size) for w in m.wired_counted if w.size]
    if m.zone_bytes and m.wired:
        categories.append(Category("VM_KERN_MEMORY_ZONE", 0, clean=m.zone_bytes, detail="(hidden)"))
    return Process("kernel_task", 0, sorted(merged(categories), key=lambda c: (-c.dirty, -c.reclaimable, -c.clean, c.name)),
                   peak=64 << 20, phys_extra=0)


def zone_categories(zones: list[Zone]):
    for z in zones:
        name = f"kalloc.{z.elem}" if "kalloc" in z.name else z.name
        yield Category(name, z.cur - z.free, reclaimable=z.free, wired=z.cur - z.free, regions=z.count)


def site(name: str, size: int) -> Category:
    if name == "VM_KERN_MEMORY_MLOCK":
        return Category(name, 0, clean=size, detail="(user wired)")
    return Category(name, size, wired=size)


def merged(categories: list[Category]) -> list[Category]:
    """Categories of one name as one row."""
    found: dict[tuple[str, str], Category] = {}
    for c in categories:
        if (known := found.get((c.name, c.detail))) is None:
            found[c.name, c.detail] = c
            continue
        for key in ("dirty", "swapped", "clean", "reclaimable", "wired", "regions"):
            setattr(known, key, getattr(known, key) + getattr(c, key))
    return list(found.values())
