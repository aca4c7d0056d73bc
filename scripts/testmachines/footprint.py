"""`footprint -a -w` (and `-v`): processes, shared memory, kernel_task, summary, auxiliary data (formats.md 3)."""

from __future__ import annotations

from dataclasses import dataclass, field

from .footprint_regions import region_dump
from .footprint_table import RULE, auxiliary, category_table
from .kerneltask import kernel_task, merged
from .machine import Category, Machine, Process, SharedGroup
from .units import formatted

FAILED = "Errors were encountered while examining the process. "


@dataclass
class Options:
    """What differs between the builds of footprint."""

    dumped: list[int] = field(default_factory=list)  # pids whose regions come first (-v)
    object_analysis: bool = False  # the line of the analysis that was the default before 10.15
    system_data: dict[str, int] | None = None  # `System auxiliary data:` of 26


def processes_in_order(m: Machine) -> list[Process]:
    """Largest first, those without a figure last; kernel_task stands where its size puts it."""
    everyone = [*m.processes, *([kernel_task(m)] if m.zones or m.wired else [])]
    return sorted(everyone, key=lambda p: (bool(p.errors), -p.footprint, p.pid))


def footprint(m: Machine, options: Options) -> str:
    """The whole of footprint-all.txt."""
    everyone = processes_in_order(m)
    lines: list[str] = []
    for p in everyone:
        if p.pid in options.dumped:
            lines += region_dump(p, m)
    if options.object_analysis:
        lines += ["VM Object Dirty Analysis: Enabled", ""]
    for p in everyone:
        lines += process_section(p, m)
    if m.shared_cache:
        lines += [RULE, f"Shared Cache {m.shared_cache_uuid}", RULE, "", *shared_table(m.shared_cache, None, m)]
    return "\n".join(lines + errors(everyone) + summary(m, everyone, options)) + "\n"


def process_section(p: Process, m: Machine) -> list[str]:
    translated = " (translated)" if p.translated else ""
    head = f"{p.name} [{p.pid}]: {p.bits}-bit{translated}"
    if p.errors:
        outcome = "No results gathered." if p.no_results else "Results may be incomplete or incorrect."
        lines = [RULE, head, FAILED + outcome, *(f"    {e}" for e in p.errors), RULE, ""]
        return lines if p.no_results else lines + category_table(p.categories, m) + [""]
    size = formatted(p.footprint, m.decimal_gb).text
    lines = [RULE, f"{head}    Footprint: {size} ({m.page_size} bytes per page)", RULE, ""]
    lines += category_table(p.categories, m) + [""]
    for group in m.shared:
        if p.pid in group.pids:
            lines += shared_table(group, p, m)
    return lines + auxiliary("Auxiliary data:", process_data(p, m)) + [""]


def process_data(p: Process, m: Machine) -> dict:
    text = lambda size: formatted(size, m.decimal_gb).text  # noqa: E731
    if p.pid == 0:
        return {"billed footprint": text(64 << 10), "billed footprint peak": text(p.peak),
                "Maps": {row.name: text(row.size) for row in m.maps if row.name.startswith("VM_KERN_COUNT_")}}
    return {"phys_footprint": text(p.footprint + p.phys_extra), "phys_footprint_peak": text(p.peak)}


def shared_table(group: SharedGroup, member: Process | None, m: Machine) -> list[str]:
    """The table of one sharing group, below a member; more than 20 sharers are only counted."""
    others = [p for p in m.processes if p.pid in group.pids and p is not member]
    names = ", ".join(f"{p.name} [{p.pid}]" for p in others)
    who = names if len(others) <= 20 else f"{len(others)} processes"
    return [f"Shared with {who}:", *category_table(group.categories, m), ""]


def errors(everyone: list[Process]) -> list[str]:
    failed = [p for p in everyone if p.errors]
    if not failed:
        return []
    return ["Processes with errors:", *(f"    {p.name} [{p.pid}]" for p in failed), "",
            "Due to errors, summary results may be incomplete or incorrect", ""]


def summary_categories(m: Machine) -> list[Category]:
    """Everything once: the processes' own memory, each shared group, the shared cache, kernel_task."""
    found = [c for p in processes_in_order(m) for c in p.categories]
    for group in [*m.shared, *([m.shared_cache] if m.shared_cache else [])]:
        found += group.categories
    copies = [Category(c.name, c.dirty, c.swapped, c.clean, c.reclaimable, c.wired, c.regions, c.detail) for c in found]
    return sorted(merged(copies), key=lambda c: (-c.dirty, -c.reclaimable, -c.clean, c.name))


def summary_bytes(m: Machine) -> int:
    return sum(c.dirty for c in summary_categories(m))


def summary(m: Machine, everyone: list[Process], options: Options) -> list[str]:
    lines = [RULE, f"Summary Footprint: {formatted(summary_bytes(m), m.decimal_gb).text}", RULE, ""]
    lines += category_table(summary_categories(m), m) + [""]
    total = sum(p.footprint + p.phys_extra for p in everyone if p.pid and not p.errors)
    data = {"phys_footprint": formatted(total, m.decimal_gb).text,
            "phys_footprint_peak": formatted(sum(p.peak for p in everyone if p.pid), m.decimal_gb).text}
    lines += auxiliary("Auxiliary data:", data)
    if options.system_data:
        width = max(len(key) for key in options.system_data) + 1
        lines += ["", "System auxiliary data:"]
        lines += [f"    {key + ':':<{width}} {formatted(size, m.decimal_gb).text:>9}"
                  for key, size in sorted(options.system_data.items())]
    return lines


def system_data(m: Machine) -> dict[str, int]:
    """The values of 26's `System auxiliary data:`."""
    wired = m.pages.wired * m.page_size
    unwired = m.swap_used + (m.pages.compressor + m.pages.anonymous) * m.page_size
    return {"boot_carveout": m.carveout, "sys_wired": wired, "sys_unwired": unwired, "sys_footprint": m.carveout + wired + unwired}
