"""`vm_stat`, once (26) or at an interval (`-c 50 0.2`), and the model's page counts."""

from random import Random

from .machine import Machine, Pages

HEAD = ("free", "active", "specul", "inactive", "throttle", "wired", "prgable", "faults", "copy", "0fill", "reactive", "purged",
        "file-backed", "anonymous", "cmprssed", "cmprssor", "dcomprs", "comprs", "pageins", "pageout", "swapins", "swapouts")
WIDTHS = [11 if name == "file-backed" else 9 if name == "anonymous" else 8 for name in HEAD]


def vm_stat(m: Machine, samples: int) -> str:
    """The interval form: the counters since boot first, then what changed in each fifth of a second."""
    rng, pages, lines = Random(m.name + "vm"), Pages(**vars(m.pages)), []
    boot = Random(f"{m.model} {m.boot_time}")
    for sample in range(samples):
        if sample % 21 == 0 and sample < 42:
            lines += [f"Mach Virtual Memory Statistics: (page size of {m.page_size} bytes)", cells(HEAD)]
        counters = first_counters(m, boot) if sample == 0 else later_counters(rng)
        lines.append(cells(state(pages)[:7] + counters[:5] + state(pages)[7:] + counters[5:]) + " ")
        step = min(rng.randint(-40, 60), pages.free // 2)
        pages.free, pages.active, pages.anonymous = pages.free - step, pages.active + step, pages.anonymous + step
    return "\n".join(lines) + "\n"


def cells(values) -> str:
    return " ".join(f"{short(v):>{w}}" for v, w in zip(values, WIDTHS))


def short(value) -> str:
    """Counters of nine digits and more are printed in thousands with a K."""
    return f"{value // 1000}K" if isinstance(value, int) and value > 99_999_999 else str(value)


def state(p: Pages) -> list[int]:
    return [p.free, p.active, p.speculative, p.inactive, p.throttled, p.wired, p.purgeable, p.file_backed, p.anonymous,
            p.stored, p.compressor]


def first_counters(m: Machine, rng: Random) -> list[int]:
    """Counters since boot, which grow with the hours since and with what the machine has compressed."""
    busy, hours = m.pages.stored, (m.moment - m.boot_time) / 3600
    compressions = busy * rng.randint(3, 9)
    rates = [int(hours * rng.randint(10**n, 5 * 10**n)) for n in (6, 5, 6, 3, 3, 4, 2)]
    return [*rates[:5], compressions - busy, compressions, *rates[5:], busy // 30, m.swap_used // m.page_size + busy // 25]


def later_counters(rng: Random) -> list[int]:
    busy = rng.random() < 0.2
    return [rng.randint(1, 30000 if busy else 400), rng.randint(0, 40), rng.randint(0, 20000 if busy else 200), 0, 0, rng.randint(0, 3) if busy else 0,
            0, rng.randint(0, 40) if busy else 0, 0, 0, 0]


def derive_pages(m: Machine, *, file_backed: int, speculative: int, compressor: int, untagged: int, stored: int,
                 purgeable: int, anonymous: int, outside: int = 0) -> Pages:
    """Page counts (arguments in bytes) that agree with the model; free is what is left.

    `untagged` is wired memory without a tag; `outside` is what the wired table lists but the pages do not hold.
    """
    page = m.page_size
    wired = -(-(m.wired_bytes - outside + untagged) // page)
    files, anon, spec, comp = file_backed // page, anonymous // page, speculative // page, compressor // page
    pageable = files + anon - spec
    active = pageable * 52 // 100
    free = (m.memory - m.carveout) // page - wired - comp - files - anon
    assert free > 0, f"{m.name}: memory is over-committed by {-free} pages"
    return Pages(free, active, pageable - active, spec, 0, wired, purgeable // page, files, anon, stored // page, comp)
