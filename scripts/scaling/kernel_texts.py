"""Texts about the kernel with any number of rows of one kind: zprint, kextstat, footprint's kernel_task, panics."""

from __future__ import annotations

from pathlib import Path

SHIPPED = Path(__file__).resolve().parents[2] / "TestArchives/texts"
RULE = "=" * 70 + "\n"
TABLE = "  Dirty      Clean  Reclaimable    Regions    Category\n    ---        ---          ---        ---    ---\n"

# The texts of an archive's members, by name.
Texts = "dict[str, str]"


def shipped(member: str, machine: str = "macos-26-healthy") -> str:
    return (SHIPPED / machine / member).read_text()


def zprint(rows) -> str:
    """zprint with more rows behind that of a zone, which `rows` is given."""
    lines = shipped("zprint.txt").splitlines(keepends=True)
    place = next(index for index, line in enumerate(lines) if line.startswith("vm.objects"))
    return "".join(lines[:place + 1]) + rows(lines[place]) + "".join(lines[place + 1:])


def zones(count: int) -> Texts:
    return zones_named(range(count))


def zones_named(numbers) -> Texts:
    return {"zprint.txt": zprint(lambda row: "".join(f"{f'zone.{n}':<27.27}{row[27:]}" for n in numbers))}


def equal_zones(count: int) -> Texts:
    return {"zprint.txt": zprint(lambda row: row * count)}


def unread_zones(count: int) -> Texts:
    return {"zprint.txt": zprint(lambda row: "a zone 1 bad row\n" * count)}


def wired(count: int) -> Texts:
    name = "VM_KERN_MEMORY_BSD"
    lines = shipped("zprint.txt").splitlines(keepends=True)
    place = next(index for index, line in enumerate(lines) if line.startswith(name + " "))
    rows = (f"{f'VM_KERN_MEMORY_{n}':<{len(name) + 20}}{lines[place][len(name) + 20:]}" for n in range(count))
    return {"zprint.txt": "".join(lines[:place]) + "".join(rows) + "".join(lines[place:])}


def wired_kexts(count: int) -> Texts:
    """Kexts with memory of their own: rows of the wired table with a load tag."""
    lines = shipped("zprint.txt").splitlines(keepends=True)
    place = next(index for index, line in enumerate(lines) if line.startswith("com.apple."))
    name = lines[place].split()[0]
    rows = (f"{f'com.example.driver{n}':<{len(name) + 8}}{lines[place][len(name) + 8:]}" for n in range(count))
    return {"zprint.txt": "".join(lines[:place]) + "".join(rows) + "".join(lines[place:])}


def kexts(count: int) -> Texts:
    rows = (f"  {n % 900 + 1}    0 0xffffff7f80{n % 4096:06x} 0x8000     0x8000     com.example.driver{n} (1.0)"
            f" 2106C805-7383-41D1-90EA-5083CF0979{n % 90 + 10} <9 7>\n" for n in range(count))
    return {"kextstat.txt": shipped("kextstat.txt") + "".join(rows)}


def kexts_and_zones(count: int) -> Texts:
    return {**kexts(count), **zones(count)}


def footprint(name: str, rows: str, total: str = "900 MB") -> str:
    """The frame, the table and the TOTAL row of one process."""
    return f"{RULE}{name}: 64-bit    Footprint: {total} (16384 bytes per page)\n{RULE}\n{TABLE}{rows}{total}  0 B  0 B  1    TOTAL\n\n"


def categories(count: int) -> Texts:
    rows = "".join(f"{n % 999 + 1} KB  0 B  0 B  1    category {n}\n" for n in range(count))
    return {"footprint-all.txt": footprint("kernel_task [0]", rows)}


def panics(count: int) -> Texts:
    whole = next((SHIPPED / "macos-26-after-panic/crashes_and_spins").glob("panic*")).read_text()
    return {f"crashes_and_spins/panic-full-2026-04-22-{n:06}.0002.ips": whole for n in range(count)} | zones(count * 20)


def panic_with_zones(count: int) -> Texts:
    rows = "".join(f"zone.{n:<24} {n % 4096:16x} {n % 512:16x}\n" for n in range(count))
    text = ("panic(cpu 0 caller 0xffffff800): \"zalloc: zone map exhausted while allocating from zone kalloc.1024, likely due to memory leak in zone"
            f" kalloc.1024 (987654321 total bytes, 964506 elements allocated)\"\nZone Name                 Cur Size         Free Size\n{rows}")
    return {"a.panic": text}


def kernel_log(count: int) -> Texts:
    line = "2020-08-03 21:59:36.366262+0800 0x202 Default 0x0 0 0 kernel: zone_map_exhaustion: "
    return {"system.log": "".join(f"{line}Zone map size {6126231552 + n}, capacity 6442450944 [jetsam limit 95%]\n"
                                  f"{line}Largest zone kalloc.128, size 5229490176\n" for n in range(count))}


def lines(member: str, row):
    """A shipped text with more lines of one kind at its end."""
    return lambda count: {"zprint.txt": shipped("zprint.txt"), member: shipped(member) + "".join(row(n) for n in range(count))}
