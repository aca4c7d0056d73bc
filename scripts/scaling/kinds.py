"""The kinds of input that are measured: the rows at 1 time, a maker of the texts for a number of rows, and the commands that meet them.

At 4 times a kind is near the most rows that are kept of an archive, where there is such a limit.
"""

from __future__ import annotations

from . import kernel_texts as kernel
from . import long_lines
from . import process_texts as process
from .kernel_texts import Texts, shipped


def members(count: int) -> Texts:
    return {f"other/{n}.txt": "x" for n in range(count)} | {"vm_stat.txt": shipped("vm_stat.txt")}


def acl(count: int) -> Texts:
    """A member whose pax header has a long access list, and as many attributes; `pack` writes them."""
    records = {"SCHILY.acl.access": "user::rwx," + ",".join(f"user:u{n}:r--" for n in range(count))}
    records |= {f"{prefix}{n}": "eA==" for n in range(count // 4) for prefix in ("LIBARCHIVE.xattr.user.a", "SCHILY.xattr.user.b", "RHT.security.c")}
    return {"vm_stat.txt": shipped("vm_stat.txt"), "other.txt": ("x", records)}


KINDS = {
    "zones": (2_500, kernel.zones, ("report", "json", "html", "compare", "baseline", "extract")),
    "zones, all of one name": (2_500, kernel.equal_zones, ("report", "compare")),
    "wired rows": (2_500, kernel.wired, ("report", "compare")),
    "wired rows of kexts": (2_500, kernel.wired_kexts, ("report", "compare")),
    "unread rows of zprint": (50_000, kernel.unread_zones, ("report",)),
    "kexts": (3_000, kernel.kexts, ("report", "compare")),
    "kexts and zones": (1_200, kernel.kexts_and_zones, ("report", "json")),
    "categories of kernel_task": (2_500, kernel.categories, ("report", "compare", "extract")),
    "panics and zones": (40, kernel.panics, ("report",)),
    "zones of a panic": (20_000, kernel.panic_with_zones, ("report",)),
    "lines of the kernel log": (20_000, kernel.kernel_log, ("report",)),
    "lines of vm_stat": (50_000, kernel.lines("vm_stat.txt", lambda n: f"Pages of kind {n}:   {n}.\n"), ("report",)),
    "lines of sysctl": (50_000, kernel.lines("sysctl.txt", lambda n: f"hw.other{n}: {n}\n"), ("report",)),
    "lines of taskSummary": (20_000, kernel.lines("taskSummary.csv", lambda n: f'"/bin/tool{n}","exited with status 1",0.1,60\n'), ("report",)),
    "lines of sysdiagnose.log": (20_000, kernel.lines("sysdiagnose.log", lambda n: f"tool{n} (/bin/tool{n}): Req - 0011 State - 00B8. Did conditions pass: 0\n"), ("report",)),
    "processes of footprint": (1_200, process.processes, ("report", "json", "html", "compare", "extract")),
    "processes without page size": (1_200, process.processes_without_page_size, ("report",)),
    "categories of processes": (250, process.categories, ("report", "json")),
    "text behind a header of footprint": (50_000, process.header_text, ("report", "extract")),
    "processes of footprint's JSON": (1_200, process.footprint_json, ("report",)),
    "categories in footprint's JSON": (12_000, process.footprint_json_categories, ("report",)),
    "processes of taskinfo": (1_250, process.taskinfo, ("report", "compare")),
    "processes of one number": (1_250, process.one_pid, ("report", "compare")),
    "processes of a spindump": (1_250, process.spindump, ("report", "compare")),
    "processes of top": (1_250, process.top, ("report", "compare")),
    "processes of ps": (1_250, process.ps, ("report",)),
    "processes of jetsam_priority.csv": (1_250, process.jetsam_priority, ("report", "compare")),
    "processes of every list": (600, process.every_list, ("report", "json", "compare")),
    "processes of a JetsamEvent": (20_000, process.jetsam_event, ("report",)),
    "regions of vmmap": (40_000, process.vmmap_regions, ("report",)),
    "types of region of vmmap": (5_000, process.vmmap_types, ("report", "html", "compare")),
    "zones of vmmap": (5_000, process.vmmap_zones, ("report", "compare")),
    "classes of heap": (8_000, process.heap_classes, ("report", "compare")),
    "zones of heap": (8_000, process.heap_zones, ("report",)),
    "lines of leaks": (50_000, process.leaks, ("report",)),
    "examined processes": (450, process.examined, ("report", "json", "compare")),
    "members": (10_000, members, ("report", "list")),
    "access lists and attributes of a member": (15_000, acl, ("report", "list")),
    "names of users": (4_000, long_lines.learned_names, ("redact",)),
}
KINDS |= {f"a line of {name}": (10_000, long_lines.long_line(token), ("report",)) for name, token in long_lines.TOKENS.items()}
KINDS |= {f"a line of {name}": (10_000, long_lines.secrets(tokens), ("redact",)) for name, tokens in long_lines.SECRETS.items()}
