"""The members of a capture of the lean Mac."""

from __future__ import annotations

from . import logs
from .archive_set import Archive
from .footprint import Options, footprint, system_data
from .kextstat import kextstat
from .machine import Machine
from .reports import jetsam, jetsam_path, panic, panic_path
from .sysdiagnose_log import Task, sysdiagnose_log, task_summary
from .vmstat import vm_stat
from .zprint import zprint

TASKS = [
    Task("zprint", "/usr/bin/zprint -t -w", "Sequential group: memory", 0.131),
    Task("footprint-all", "/usr/bin/footprint -w -a", "Sequential group: memory", 11.204, 180),
    Task("kextstat", "/usr/sbin/kextstat", "Concurrent group: system", 0.714),
    Task("vm_stat", "/usr/bin/vm_stat -c 5 0.2", "Concurrent group: system", 1.008),
    Task("sysctl", "/usr/sbin/sysctl -a", "Concurrent group: system", 0.102),
    Task("ps", "/bin/ps axuww", "Concurrent group: system", 0.118),
]


def lean_archive(m: Machine, more: dict[str, str] | None = None) -> Archive:
    """An archive with every memory section, the reports that the machine has, and `more`."""
    members = {
        "sysdiagnose.log": sysdiagnose_log(m, TASKS, "3.0 (1042)"), "taskSummary.csv": task_summary(TASKS), "sysctl.txt": logs.sysctl(m),
        "sw_vers.txt": logs.sw_vers(m), "kextstat.txt": kextstat(m), "zprint.txt": zprint(m), "vm_stat.txt": vm_stat(m, 5), "ps.txt": logs.ps(m),
        "footprint-all.txt": footprint(m, Options(system_data=system_data(m)))}
    if m.jetsam:
        members[jetsam_path(m)] = jetsam(m)
    if m.panic:
        members[panic_path(m)] = panic(m)
    return Archive(m.name, m, members | (more or {}), lean=True)
