"""Texts about processes with any number of rows of one kind: footprint, taskinfo, spindump, top, ps, jetsam, vmmap, heap, leaks."""

from __future__ import annotations

from .kernel_texts import RULE, TABLE, Texts, footprint, shipped

HEAD = "Physical footprint:         {size}M\nPhysical footprint (peak):  900.0M\n----\n\n"
TYPES = ("                                VIRTUAL RESIDENT    DIRTY  SWAPPED VOLATILE   NONVOL    EMPTY   REGION\n"
         "REGION TYPE                        SIZE     SIZE     SIZE     SIZE     SIZE     SIZE     SIZE    COUNT (non-coalesced)\n")
CLASSES = "   COUNT      BYTES       AVG   CLASS_NAME                                        TYPE    BINARY\n"


def processes(count: int) -> Texts:
    rows = "1 MB  0 B  0 B  1    heap\n"
    return {"footprint-all.txt": "".join(footprint(f"app{n} [{n + 1}]", rows, f"{n % 900 + 1} MB") for n in range(count))}


def processes_without_page_size(count: int) -> Texts:
    return {"footprint-all.txt": "".join(f"{RULE}app{n} [{n + 1}]: 64-bit\n{RULE}\n{TABLE}1 MB  0 B  0 B  1    heap\n1 MB  0 B  0 B  1    TOTAL\n\n"
                                         for n in range(count))}


def categories(count: int) -> Texts:
    rows = "".join(f"{n % 999 + 1} KB  0 B  0 B  1    MALLOC_{n}\n" for n in range(40))
    return {"footprint-all.txt": "".join(footprint(f"app{n} [{n + 1}]", rows, "90 MB") for n in range(count))}


def header_text(count: int) -> Texts:
    return {"footprint-all.txt": f"{RULE}app [1]: 64-bit    Footprint: 900 MB (16384 bytes per page)\n" + "cannot examine it\n" * count + RULE}


def footprint_json(count: int) -> Texts:
    rows = ",".join(f'{{"pid":{n + 1},"name":"app{n}","footprint":{n % 900 + 1}000000,"categories":{{"heap":{{"dirty":4096,"clean":0,"reclaimable":0,"regions":2}}}}}}'
                    for n in range(count))
    return {"footprint-all.txt": f'{{"unit":"byte","bytes per unit":1,"page size":16384,"processes":[{rows}]}}'}


def footprint_json_categories(count: int) -> Texts:
    rows = ",".join(f'"type {n}":{{"dirty":{n + 1},"clean":0,"reclaimable":0,"regions":2}}' for n in range(count))
    return {"footprint-all.txt": f'{{"unit":"byte","bytes per unit":1,"page size":16384,"processes":[{{"pid":1,"name":"a","footprint":5,"categories":{{{rows}}}}}]}}'}


def taskinfo(count: int, pid=lambda n: n + 1, name="app{n}") -> Texts:
    rows = "".join(f'process: "{name.format(n=n)}" [{pid(n)}] [unique ID: {n}]\ncoalition (type 1) ID: {n // 4}\n'
                   f"virtual bytes: 5.02 GB; phys_footprint bytes: {n % 900 + 1}.30 MB; phys_footprint lifetime maximum bytes: 951.12 MB\n\n" for n in range(count))
    return {"taskinfo.txt": f"num tasks: {count}\n\n{rows}"}


def one_pid(count: int) -> Texts:
    """Processes of one number with names that might have been cut: each may be the full name of each."""
    return taskinfo(count, lambda n: 7, "com.apple.WebKit.{n}")


def spindump(count: int) -> Texts:
    rows = "".join(f"Process:          app{n} [{n + 1}]\nPath:             /Applications/app{n}.app/app{n}\nParent:           launchd [{n // 2 + 1}]\n"
                   f"Responsible:      app{n // 8} [{n // 8 + 1}]\nFootprint:        {n % 900 + 1}.91 MB -> 40.22 MB (-712 KB)\n\n" for n in range(count))
    return {"spindump.txt": shipped("spindump.txt", "macos-26-after-panic").split("Process:")[0] + rows}


def top(count: int) -> Texts:
    rows = "".join(f"{n + 1:<6} {f'application {n}':<16.16} 0.0  00:00.36 4     {n % 900 + 1}M+ 168K 0B    {n // 2 + 1}\n" for n in range(count))
    return {"top.txt": "PhysMem: 16G used (3680M wired, 665M compressor), 469M unused.\n\nPID    COMMAND          %CPU TIME     #TH   MEM    PURG CMPRS PPID\n" + rows}


def ps(count: int) -> Texts:
    rows = "".join(f"root {n + 1:>16} {n // 2 + 1:>5}   0.9  0.1  2508900  27225 Ss   /Applications/app{n}.app/Contents/MacOS/application {n} -x\n" for n in range(count))
    return {"ps.txt": f"USER               PID  PPID  %CPU %MEM      VSZ    RSS STAT COMMAND\n{rows}"}


def every_list(count: int) -> Texts:
    """The same processes in every list."""
    return {**processes(count), **taskinfo(count), **spindump(count), **top(count), **ps(count)}


def jetsam_priority(count: int) -> Texts:
    rows = "".join(f"app{n},{n + 1},40,BACKGROUND,{n % 9000 + 1},94160\n" for n in range(count))
    return {"jetsam_priority.csv": f"name,pid,priority,priority_name,footprint,footprint_peak\n{rows}"}


def jetsam_event(count: int) -> Texts:
    row = '{"rpages" : 5000, "pid" : 90, "name" : "app", "fds" : 50},\n'
    return {"crashes_and_spins/JetsamEvent-2026-04-20-085300.ips": '{"bug_type":"298"}\n{ "pageSize" : 16384, "processes" : [\n' + row * count + "{}]}\n"}


def head(number: int) -> str:
    return f"Process:         app{number} [{number + 1}]\n\n" + HEAD.format(size=f"{number % 500 + 1}.0")


def vmmap_regions(count: int) -> Texts:
    rows = "".join(f"{f'type {n % 900}':<24} {n:09x}000-{n + 1:09x}000    [   32K    32K   16K     0K] r-x/r-x SM=COW          /usr/lib/dyld\n" for n in range(count))
    return {"vmmap.txt": head(1) + "==== Writable regions for process 2\nREGION TYPE                    START - END         [ VSIZE  RSDNT  DIRTY   SWAP] PRT/MAX SHRMOD PURGE    REGION DETAIL\n" + rows}


def vmmap_types(count: int) -> Texts:
    rows = "".join(f"{f'Type {n}':<30}  83.5M    38.4M    28.8M    17.0M       0K       0K       0K       93\n" for n in range(count))
    total = "TOTAL                              8.1G     1.5G   134.7M   400.3M       0K   404.5M    13.4M     7248\n"
    return {"vmmap.txt": head(1) + TYPES + rows + total}


def vmmap_zones(count: int) -> Texts:
    text = shipped("vmmap.txt", "macos-26-targeted")
    row = next(line for line in text.splitlines(keepends=True) if line.startswith("QuartzCore_0x"))
    rows = "".join(f"{f'Zone{n}_0x104784000':<30}{row[30:]}" for n in range(count))
    return {"vmmap.txt": text.replace(row, row + rows)}


def heap_classes(count: int) -> Texts:
    rows = "".join(f"{n % 900 + 1:>8} {n % 900 * 48 + 48:>10}      48.0   Class{n:<44} ObjC    Library{n % 50}\n" for n in range(count))
    return {"heap.txt": head(1) + "Process 2: 3 zones\n\nAll zones: 613968 nodes (144703488 bytes)\n\n" + CLASSES + rows}


def heap_zones(count: int) -> Texts:
    rows = "".join(f"Zone Zone{n}_0x1004c9000: 13993 nodes ({n + 1} bytes)\n" for n in range(count))
    return {"heap.txt": head(1) + f"Process 2: {count} zones\n\nAll zones: 613968 nodes (144703488 bytes)\n\n" + rows}


def examined(count: int) -> Texts:
    """Processes that vmmap, heap and leaks examined, as many in each of several members as one may have."""
    total = "TOTAL                              8.1G     1.5G   134.7M   400.3M       0K   404.5M    13.4M     7248\n"
    row = "MALLOC_SMALL                      83.5M    38.4M    28.8M    17.0M       0K       0K       0K       93\n"
    tools = {
        "vmmap": lambda n: head(n) + TYPES + row + total + "\n", "heap": lambda n: head(n) + "All zones: 6139 nodes (144703 bytes)\n\n",
        "leaks": lambda n: head(n) + f"Process {n + 1}: 6139 nodes malloced for 141 KB\nProcess {n + 1}: 2 leaks for {n} total leaked bytes.\n\n",
    }
    return {f"{tool}.txt": "".join(text(n) for n in range(count)) for tool, text in tools.items()}


def leaks(count: int) -> Texts:
    rows = "".join(f"Leak: 0x12a604{n:06x}  size=352  zone: DefaultMallocZone_0x1  malloc in main\n" for n in range(count))
    return {"leaks.txt": shipped("leaks.txt", "macos-26-targeted") + rows}
