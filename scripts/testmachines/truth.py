"""What a reader of an archive must find, computed from the model and never from the printed text."""

from __future__ import annotations

from .archive_set import Archive
from .footprint import processes_in_order, summary_bytes
from .kerneltask import kernel_task
from .machine import Machine, Process
from .truth_incidents import incidents
from .truth_kernel import kernel, wired
from .truth_zones import zones
from .units import formatted

MEMBERS = {
    "zprint.txt": "zprint", "kextstat.txt": "kextstat", "footprint-all.txt": "footprint", "vm_stat.txt": "vmStat",
    "top.txt": "top", "spindump.txt": "spindump", "sysctl.txt": "sysctl", "taskSummary.csv": "taskSummary", "sysdiagnose.log": "sysdiagnoseLog",
}

REPORTS = {"JetsamEvent-": "jetsam", "panic-full-": "panic"}


def kind_of(name: str) -> str | None:
    """The section that a member's last path component stands for."""
    return MEMBERS.get(name) or next((kind for start, kind in REPORTS.items() if name.startswith(start)), None)


# generations of formats.md that the text alone cannot tell apart
ALIKE = {"B-wide": ["B"], "E": ["D", "E"], "I": ["H", "I"], "K3": ["K3", "K4"]}


def truth(archive: Archive) -> dict:
    """The whole truth of an archive, as JSON's plain values. A damaged archive keeps only what is readable."""
    m = archive.machine
    here = {path.rsplit("/", 1)[-1]: path for path in archive.members}
    whole = {name for name, path in here.items() if archive.readable is None or path in archive.readable}
    result = {
        "archive": f"{archive.name}.tar.gz",
        "identity": {
            "name": m.top_folder, "capturedAt": m.captured, "platform": m.platform, "model": m.model,
            "build": m.build, "osVersion": m.os_version, "bootTime": m.boot_time,
        },
        "scan": {"outcome": archive.outcome, "problem": archive.problem,
                 "members": [f"{m.top_folder}/{p}" for p in archive.members],
                 "wholeMembers": [f"{m.top_folder}/{here[n]}" for n in here if n in whole]},
        "sections": sections(archive, here, whole),
        "installedBytes": m.memory if "sysctl.txt" in whole else None,
        "pageSize": m.page_size,
    }
    if "zprint.txt" in whole:
        result |= zones(m) | wired(m)
    if "kextstat.txt" in whole:
        result |= kexts(m)
    if "footprint-all.txt" in whole:
        result |= footprint(m)
        if archive.lean:
            del result["kernelTask"]["categories"]
    elif archive.cut_process:
        result["footprintBeforeCut"] = before_cut(archive)
    if "vm_stat.txt" in whole:
        result["vmStat"] = vm_stat(m)
    result |= incidents(m, {kind for name in whole if (kind := kind_of(name))})
    if m.host:
        result["identity"]["hostName"] = m.host
    result["balance"] = {"kernel": kernel(m, whole), "user": user(m) if "footprint-all.txt" in whole else None}
    return result


def sections(archive: Archive, here: dict[str, str], whole: set[str]) -> dict:
    generations = {"zprint": archive.machine.zprint, "kextstat": archive.machine.kextstat}
    found = {}
    for name in here:
        if kind := kind_of(name):
            found[kind] = {"outcome": "parsed" if name in whole else "partial",
                           "member": f"{archive.machine.top_folder}/{here[name]}",
                           "bytes": len(archive.members[here[name]].encode())}
            if kind in generations:
                found[kind]["generations"] = ALIKE.get(generations[kind], [generations[kind]])
    for kind, reason in archive.missing.items():
        found[kind] = {"outcome": "missing", "reason": reason}
    return found


def kexts(m: Machine) -> dict:
    return {
        "kexts": [{"index": k.index, "name": k.name, "version": k.version, "sizeBytes": k.size, "wiredBytes": k.size,
                   "address": f"{k.address:#x}" if k.address else "0", "uuid": k.uuid, "references": k.references,
                   "linkedAgainst": sorted(k.linked, reverse=True), "isThirdParty": k.is_third_party}
                  for k in sorted(m.kexts, key=lambda k: k.index)],
        "kextCount": len(m.kexts),
        "thirdPartyKexts": sorted(k.name for k in m.kexts if k.is_third_party),
        "kextImageBytes": {"allRows": sum(k.size for k in m.kexts),
                           "withoutKpi": sum(k.size for k in m.kexts if not k.is_kpi)},
    }


def size(value: int, m: Machine) -> dict:
    """An exact size beside the form in which footprint prints it."""
    printed = formatted(value, m.decimal_gb)
    return {"exactBytes": value, "printedBytes": printed.bytes, "toleranceBytes": printed.tolerance, "text": printed.text}


def footprint(m: Machine) -> dict:
    task = kernel_task(m)
    return {
        "processes": [process(p, m) for p in processes_in_order(m) if p.pid != 0],
        "processCount": len(m.processes),
        "kernelTask": {"footprint": size(task.footprint, m), "categoryCount": len(task.categories),
                       "categories": [{"name": c.name, "dirtyBytes": c.dirty, "cleanBytes": c.clean,
                                       "reclaimableBytes": c.reclaimable, "regions": c.regions, "detail": c.detail}
                                      for c in task.categories]},
        "summary": size(summary_bytes(m), m),
    }


def before_cut(archive: Archive) -> dict:
    """The processes whose sections stand whole before the place where footprint-all.txt ends."""
    m, found = archive.machine, []
    for p in processes_in_order(m):
        row = {"name": p.name, "pid": p.pid, "footprint": size(p.footprint, m)}
        if p.name == archive.cut_process:
            return {"wholeProcesses": found, "endsInTheTableOf": row}
        found.append(row)
    raise ValueError(f"no process {archive.cut_process}")


def process(p: Process, m: Machine) -> dict:
    known = None if p.errors else size(p.footprint, m)
    return {"name": p.name, "pid": p.pid, "footprint": known, "peak": None if p.errors else size(p.peak, m), "errors": p.errors,
            "categoryCount": len(p.categories), "isTranslated": p.translated}


def user(m: Machine) -> dict:
    known = [formatted(p.footprint, m.decimal_gb) for p in m.processes if not p.errors]
    return {"source": "footprint.processes", "exactBytes": sum(p.footprint for p in m.processes if not p.errors),
            "printedBytes": sum(k.bytes for k in known), "toleranceBytes": sum(k.tolerance for k in known),
            "processesWithoutFootprint": sum(bool(p.errors) for p in m.processes)}


def vm_stat(m: Machine) -> dict:
    return {"pageSize": m.page_size, "pages": dict(vars(m.pages))}
