"""A small archive of a Mac on 13 that holds nothing about memory: only unrelated logs."""

from .. import logs
from ..archive_set import Archive
from ..machine import Machine
from ..sysdiagnose_log import INTERNAL, Task, sysdiagnose_log, task_summary
from ..units import GIB

NAME = "no-memory-section"

TASKS = [
    Task("footprint-all", "/usr/bin/footprint -v -w -a", "Sequential group: memory", 180.0, 180, timed_out=True),
    Task("zprint", "/usr/bin/zprint -t -w", "Sequential group: memory", 0, need=INTERNAL),
    Task("kextstat", "/usr/sbin/kextstat", "Concurrent group: system", 0.02, status=1),
    Task("mount", "/sbin/mount", "Concurrent group: disks", 0.008),
    Task("netstat", "/usr/sbin/netstat -n", "Concurrent group: network", 0.154),
]
MISSING = {"footprint": "timedOut", "zprint": "notCollected", "kextstat": "failed", "vmStat": "absent", "sysctl": "absent"}


def archives() -> list[Archive]:
    m = Machine(
        name=NAME, top_folder="sysdiagnose_2023.02.03_17-22-51+0000_macOS_MacBookAir10-1_22D49", captured="2023-02-03T17:22:51+00:00",
        platform="macOS", model="MacBookAir10,1", build="22D49", os_version="13.2", darwin="22.3.0", page_size=16384, memory=8 * GIB,
        boot_time=1675300000)
    members = {
        "sysdiagnose.log": sysdiagnose_log(m, TASKS, "3.0 (670)"), "taskSummary.csv": task_summary(TASKS), "mount.txt": logs.mount(m),
        "sw_vers.txt": logs.sw_vers(m), "network-info/netstat.txt": logs.network(m), "logs/system.log": logs.error_log(m),
    }
    return [Archive(NAME, m, members, MISSING)]
