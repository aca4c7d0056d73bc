"""`zprint -t -w` (10.8: `zprint -t`), whole."""

from .machine import Machine
from .wiredtable import maps_table, views_table, wired_table
from .zonetable import LAYOUTS

WITH_WIRED = ("E", "G", "I")


def zprint(machine: Machine) -> str:
    """The text that zprint writes of this machine, in its generation."""
    layout = LAYOUTS[machine.zprint]
    lines = [*layout.head, "-" * layout.rule, *(layout.row(z) for z in machine.shown_zones)]
    if has_wired(machine):
        lines += wired_table(machine, counted_bytes(machine)) + maps_table(machine)
    if machine.zprint == "I" and not machine.redacted:
        lines += views_table(machine)
    return "\n".join(lines + layout.trailer(machine.shown_zones, total_size_defect(machine))) + "\n"


def has_wired(machine: Machine) -> bool:
    return machine.zprint in WITH_WIRED and not machine.redacted


def counted_bytes(machine: Machine) -> int:
    """zprint's Y: wired pages, plus what the booter took away where the wired table lists it.

    Generation E takes the row of tag 2, VM_KERN_MEMORY_BSD, for it (formats.md 1.7, defect 2).
    """
    if machine.zprint == "E":
        return next(w.size for w in machine.wired if w.kind == "tag" and w.tag == 2)
    stolen = sum(w.size for w in machine.wired if w.name == "VM_KERN_COUNT_BOOT_STOLEN")
    return machine.pages.wired * machine.page_size + stolen


def total_size_defect(machine: Machine) -> int:
    """What generation E adds to TOTAL SIZE by mistake (formats.md 1.7, defect 1)."""
    return sum(w.size for w in machine.wired_counted) if machine.zprint == "E" else 0
