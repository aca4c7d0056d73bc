"""Kexts in bulk, from a list of names in `data/`."""

from random import Random

from .kextstat import count_references
from .machine import Kext
from .tables import place, rows, uuid


KPIS = ("bsd", "dsep", "iokit", "libkern", "mach", "private", "unsupported")
KPIS_12 = ("bsd", "dsep", "iokit", "kasan", "kcov", "libkern", "mach", "private", "unsupported")


def kexts(name: str, rng: Random, *, kpi_version: str, base: int, kpi_has_code: bool, page: int = 4096,
          third_party_at_zero: bool = False, kpis: tuple[str, ...] = KPIS) -> list[Kext]:
    """Rows `name version pages`; kpi rows come first. Each links against kpis and a few earlier kexts.

    Zero pages in the list make a driver extension: size 1 and the load tag as address. On Apple silicon a third-party
    kext has a size but no address.
    """
    found = [Kext(i + 1, f"com.apple.kpi.{k}", kpi_version, rng.randint(0x400, 0x9F00) // 16 * 16 if kpi_has_code else 0,
                  uuid=uuid(rng)) for i, k in enumerate(kpis)]
    index = len(found)
    for label, version, count in rows(name):
        index += rng.choice((1, 1, 1, 1, 1, 2)) if index > 30 else 1
        size = int(count) * page if int(count) else 1
        others = [k.index for k in found[len(kpis):]]
        links = sorted(rng.sample(range(1, len(kpis) + 1), rng.randint(3, 7))) + rng.sample(others, min(len(others), rng.choice((0, 0, 1, 2, 3))))
        found.append(Kext(index, label, version, size, uuid=uuid(rng), linked=links if size > 1 else []))
        if size == 1:  # a driver extension: no code in the kernel, the address is the load tag
            found[-1].address = index
    coded = [k for k in found if kpi_has_code or not k.is_kpi]
    place([k for k in coded if not (third_party_at_zero and k.is_third_party)], base, rng, page)
    return count_references(found)
