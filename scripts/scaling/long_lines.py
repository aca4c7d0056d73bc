"""Texts with lines that repeat one token: whatever looks forth or back from each token takes quadratic time."""

from __future__ import annotations

from .kernel_texts import RULE, Texts, shipped
from .process_texts import CLASSES, TYPES, head

# The beginnings of lines that each parser reads, below what makes it read them.
BEGINNINGS = {
    "zprint.txt": (shipped("zprint.txt"), ["", "zone ", "kalloc.1024 ", "VM_KERN_MEMORY_BSD "]),
    "kextstat.txt": (shipped("kextstat.txt"), ["", "  1    0 0xffffff7f80 0x8000     0x8000     com.example.driver (1.0) ", "  1    0 0xffffff7f80 0x8000     0x8000     "]),
    "footprint-all.txt": (f"{RULE}app [1]: 64-bit    Footprint: 900 MB (16384 bytes per page)\n{RULE}\n", ["", "app ", "Shared with ", "1 MB  0 B  0 B  1    ", "Summary Footprint: "]),
    "vm_stat.txt": (shipped("vm_stat.txt"), ["", "Pages "]),
    "sysctl.txt": (shipped("sysctl.txt"), ["", "hw.memsize: ", "kern.boottime: ", "vm.swapusage: ", "hw."]),
    "taskSummary.csv": (shipped("taskSummary.csv"), ["", '"/bin/tool","']),
    "sysdiagnose.log": (shipped("sysdiagnose.log"), ["", "tool (/bin/tool): ", "Running "]),
    "taskinfo.txt": ("num tasks: 2\n\n", ["process: ", 'process: "a" [1] [unique ID: ', "virtual bytes: ", "coalition (type 1) ID: "]),
    "spindump.txt": ("Hardware model:   Mac16,5\n", ["Memory size: ", "Vnodes Available: ", "Process: ", "Process: a [1]\nFootprint: ", "Parent: ", "Path: "]),
    "top.txt": ("", ["PhysMem: ", "PID COMMAND ", "1 "]),
    "ps.txt": ("USER  PID  PPID COMMAND\n", ["root 1 1 ", "root ", ""]),
    "jetsam_priority.csv": ("name,pid,priority,priority_name,footprint,footprint_peak\n", ["", "app,1,", '"']),
    "vmmap.txt": (head(1), ["Process: ", "Writable regions: ", TYPES, "==== Writable regions for process 2\n", "MALLOC ZONE "]),
    "heap.txt": (head(1), ["All zones: 5 nodes malloced - Sizes: ", "Zone ", "Process 2: ", CLASSES + "1 1 1 ", "Found: "]),
    "leaks.txt": (head(1), ["Process 2: ", "Process 2: 5 leaks for ", "leaks Report Version: ", "Physical footprint: "]),
    "a.panic": ("", ["panic(cpu 0 caller 0x1): \"zone ", "Zone Name                 Cur Size         Free Size\n", "com.example.driver(", "BSD process name corresponding to current thread: ", ""]),
    "system.log": ("", ["kernel: zone_map_exhaustion: Zone map size ", "kernel: zone_map_exhaustion: Largest zone ", "kernel: "]),
    "footprint.txt": ('{"processes":[', ['{"name":"', "", '{"pid":']),
    "JetsamEvent-2026-04-20-085300.ips": ('{"bug_type":"298"}\n{"processes":[', ['{"name":"', "", '"memoryPages":{"']),
}

# What one line may hold, and lines have.
TOKENS = {
    "brackets": "[", "round brackets": "(", "numbers in brackets": "1[1] ", "blanks": " ", "sizes": "1K ", "names with sizes": "a=1K ", "colons": ":", "quotes": '"',
    "commas": ",", "slashes": " /", "letters": "zone", "objects": '{"a":', "escapes": "\\u0041", "dots": ".", "accents": "\u0301",
}


def long_line(token: str):
    """Every member with a line for each beginning, which repeats the token."""
    def make(count: int) -> Texts:
        return {member: start + "".join(f"{beginning}{token * count}\n" for beginning in beginnings) for member, (start, beginnings) in BEGINNINGS.items()}
    return make


# Tokens that begin a name, a path or an address, by what the redactor looks for.
SECRETS = {
    "home folders": ["/Users/x", "/Users/x ", "/home/", "/var/root/", "~x/", "~/", "/Users/jo hn/", "/Users/x/Users/y,", "x/Users/", "/root/"],
    "escaped home folders": ["%2fUsers", "%2FUsers%2Fx", "\\/Users\\/x", "\\/Users", "file:///Users/x%20"],
    "volumes": ["/Volumes/x", "/Volumes/x y/", "/Volumes/Backup of Jane ", "%2fVolumes"],
    "labels": ["hostname=", "hostname:", "serial number: ", "SerialNumber=", "user ", "username:<\"", "imei 1 2 ", "ECID<", "ComputerName: Anne's "],
    "addresses": ["a@b.c", "a@", "%40", "10.0.0.1.", "1.", "fe80::", ":", "aa:bb:cc:", "aabb.", "0-", "a.b.", "x.local.", "[fe80::1%en0]:"],
    "identifiers": ["0000", "00000000-", "00008103-001A2B3C4D5E6F70", "a1b2c3d4", "<a1b2", "-x", "x-user-", "host-1"],
}


def secrets(tokens: list[str]):
    """Lines that each repeat a token, with names that the redactor has learned before."""
    def make(count: int) -> Texts:
        lines = "".join(f"hw.other{number}: {token * count}\n" for number, token in enumerate(tokens))
        return {"sysctl.txt": shipped("sysctl.txt") + lines, "ps.txt": "USER  PID  PPID COMMAND\nx 1 1 a\njohn 2 1 /Users/john/a\n"}
    return make


def learned_names(count: int) -> Texts:
    """Many names of users, each of which is searched for in every line."""
    rows = "".join(f"user{n:06} {n + 1} 1 /Users/user{n:06}/a\n" for n in range(count))
    return {"ps.txt": "USER  PID  PPID COMMAND\n" + rows, "vm_stat.txt": shipped("vm_stat.txt")}
