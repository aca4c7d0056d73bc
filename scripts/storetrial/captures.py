"""Captures of many machines, derived from two test archives: other hosts, times and sizes, the same layouts."""

from __future__ import annotations

import gzip
import io
import re
import tarfile
from datetime import datetime, timedelta, timezone
from pathlib import Path

TEXTS = Path(__file__).resolve().parents[2] / "TestArchives/texts"
SMALL, HEALTHY, LARGE = "series-leak/1", "series-healthy/1", "macos-26-healthy"
BEGIN = datetime(2026, 4, 20, 9, tzinfo=timezone.utc)
ZONE = re.compile(rb"^(data\.kalloc\.1024 +1024 +)(\d+)K", re.MULTILINE)


def members(base: str) -> dict[str, bytes]:
    folder = TEXTS / base
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def top_folder(hours: int) -> str:
    return (BEGIN + timedelta(hours=hours)).strftime("sysdiagnose_%Y.%m.%d_%H-%M-%S+0000_macOS_Mac_25D125")


def capture(texts: dict[str, bytes], host: str, hours: int) -> dict[str, bytes]:
    """The members of a capture `hours` after the first; its largest zone has grown by 1 MiB per hour."""
    sysctl = re.sub(rb"kern\.hostname:.*\n", b"", texts["sysctl.txt"]) + f"kern.hostname: {host}\n".encode()
    zprint = ZONE.sub(lambda row: row[1] + str(int(row[2]) + 1024 * hours).encode().rjust(len(row[2])) + b"K", texts["zprint.txt"])
    return {**texts, "sysctl.txt": sysctl, "zprint.txt": zprint}


def write(path: Path, top: str, texts: dict[str, bytes]) -> None:
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w", format=tarfile.USTAR_FORMAT) as out:
        for name, data in texts.items():
            info = tarfile.TarInfo(f"{top}/{name}")
            info.size = len(data)
            out.addfile(info, io.BytesIO(data))
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(gzip.compress(buffer.getvalue(), 1, mtime=0))


def machines(folder: Path, base: str, count: int, each: int) -> list[Path]:
    """Archives of several machines with several captures each, six hours apart."""
    texts, paths = members(base), []
    for machine in range(count):
        for number in range(each):
            paths.append(folder / f"host-{machine:03}" / f"{number:02}.tar.gz")
            write(paths[-1], top_folder(6 * number), capture(texts, f"host-{machine:03}.example", 6 * number))
    return paths


def break_archives(folder: Path, sound: Path) -> None:
    """Five unreadable archives: not an archive, empty, cut at two places, damaged at the start."""
    folder.mkdir(parents=True, exist_ok=True)
    data = sound.read_bytes()
    for name, content in {"text": b"no archive", "empty": b"", "head": data[:8], "cut": data[:100], "damaged": data[:10] + b"\xff" * 200}.items():
        (folder / f"broken-{name}.tar.gz").write_bytes(content)
