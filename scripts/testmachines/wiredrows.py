"""Wired rows in bulk: tags by their names and numbers, kexts by load tag."""

from random import Random

from .machine import Kext, Wired
from .units import KIB

TAGS_10_12 = ("OSFMK", "BSD", "IOKIT", "LIBKERN", "OSKEXT", "KEXT", "IPC", "STACK", "CPU", "PMAP", "PTE", "ZONE", "KALLOC",
              "COMPRESSOR", "COMPRESSED_DATA", "PHANTOM_CACHE", "WAITQ", "DIAG", "LOG", "FILE", "MBUF", "UBC", "SECURITY",
              "MLOCK", "REASON", "SKYWALK", "LTABLE")
TAGS_12 = (*TAGS_10_12, "HV", "KALLOC_DATA", "RETIRED", "KALLOC_TYPE", "TRIAGE")
TAGS_26 = (*TAGS_12, "RECOUNT", "34", "EXCLAVES", "EXCLAVES_SHARED", "KALLOC_SHARED")


def tag_rows(sizes: dict[str, int], tags: tuple[str, ...], rng: Random, page: int, peaks: bool = True) -> list[Wired]:
    """Rows `VM_KERN_MEMORY_*` of the given sizes, in bytes."""
    return [Wired(f"VM_KERN_MEMORY_{name}", size // page * page, "tag", tags.index(name) + 1,
                  peak=peak(size // page * page, rng, page) if peaks else None) for name, size in sizes.items()]


def counter_rows(sizes: dict[str, int], page: int) -> list[Wired]:
    """Rows `VM_KERN_COUNT_*`: boot-time memory that carries the wired flag."""
    return [Wired(f"VM_KERN_COUNT_{name}", size // page * page, "counter") for name, size in sizes.items()]


def kext_rows(kexts: list[Kext], sizes: dict[str, int], first_tag: int, rng: Random, page: int, peaks: bool = True) -> list[Wired]:
    """Rows of kexts' own wired memory, with the load tag that kextstat shows; tags count from the first dynamic one."""
    index = {k.name: k.index for k in kexts}
    found = []
    for number, (name, size) in enumerate(sizes.items()):
        held = max(KIB * 4, size // page * page)
        found.append(Wired(name, held, "kext", first_tag + number, index[name], peak(held, rng, page) if peaks else None))
    return found


def peak(size: int, rng: Random, page: int) -> int:
    return int(size * rng.uniform(1.0, 1.4)) // page * page


def small_kexts(kexts: list[Kext], taken: dict[str, int], count: int, rng: Random) -> dict[str, int]:
    """Background: so many further kexts with some wired memory each."""
    free = [k.name for k in kexts if k.name not in taken and not k.is_kpi]
    return {name: int(2 ** rng.uniform(12, 21)) for name in sorted(rng.sample(free, min(count, len(free))))}
