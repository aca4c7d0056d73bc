"""`zprint -t -w` (10.8: `zprint -t`), whole."""

from .machine import Machine
from .wiredtable import maps_table, views_table, wired_table
from .zonetable import LAYOUTS

WITH_WIRED = ("E", "G", "I")


def zprint(machine: Machine) -> str:
    """The text that zprint writes of this machine, in its generation."""
    layout = LAYOUTS[machine.zprint]
    lines = [*layout.head, "-" * layout.rule, *(layout.row(z) for z in machine.zones)]
    if machine.zprint in WITH_WIRED:
        lines += wired_table(machine, counted_bytes(machine)) + maps_table(machine)
    if machine.zprint == "I":
        lines += views_table(machine)
    return "\n".join(lines + layout.trailer(machine.zones, total_size_defect(machine))) + "\n"


def counted_bytes(machine: Machine) -> int:
    """zprint's Y: wired pages, plus what the booter took away where the wired table lists it."""
    stolen = sum(w.size for w in machine.wired if w.name == "VM_KERN_COUNT_BOOT_STOLEN")
    return machine.pages.wired * machine.page_size + stolen


def total_size_defect(machine: Machine) -> int:
    """What generation E adds to TOTAL SIZE by mistake (formats.md 1.7, defect 1)."""
    return sum(w.size for w in machine.wired_counted) if machine.zprint == "E" else 0
