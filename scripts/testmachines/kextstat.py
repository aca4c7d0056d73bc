"""`kextstat` in its forms K3 (10.7-10.9), K5 (10.11-10.15) and K6 (11 and later, by kmutil)."""

from .machine import Kext, Machine

HEADS = {
    "K3": "Index Refs Address            Size       Wired      Name (Version) <Linked Against>",
    "K5": "Index Refs Address            Size       Wired      Name (Version) UUID <Linked Against>",
}
PREAMBLE = ["Executing: /usr/bin/kmutil showloaded", "No variant specified, falling back to release"]


def kextstat(machine: Machine) -> str:
    """The text of kextstat: rows by load tag, sizes in hexadecimal, Wired equal to Size."""
    kind = machine.kextstat
    head = [HEADS["K3"]] if kind == "K3" else [HEADS["K5"]]
    lines = (PREAMBLE if kind == "K6" else []) + head
    lines += [row(k, kind) for k in sorted(machine.kexts, key=lambda k: k.index)]
    return "\n".join(lines) + "\n"


def row(kext: Kext, kind: str) -> str:
    text = f"{kext.index:5d} {kext.references:4d} {hexadecimal(kext.address):<18} "
    text += f"{hexadecimal(kext.size):<10} {hexadecimal(kext.size):<10} {kext.name} ({kext.version})"
    if kind != "K3":
        text += f" {kext.uuid or 'no UUID'}"
    links = " ".join(str(i) for i in sorted(kext.linked, reverse=True))
    return f"{text} <{links}>" if links or kind == "K6" else text


def hexadecimal(value: int) -> str:
    """C's `%#x`: no prefix before zero."""
    return f"{value:#x}" if value else "0"


def count_references(kexts: list[Kext]) -> list[Kext]:
    """Fills Refs in from the Linked lists, as the kernel would count them."""
    for kext in kexts:
        kext.references = sum(kext.index in other.linked for other in kexts)
    return kexts
