"""Archives of texts."""

from __future__ import annotations

import io
import tarfile
from pathlib import Path

from .kernel_texts import shipped, zones

NAME = "sysdiagnose_2026.{month:02}.{day:02}_{hour:02}-26-12+0000_macOS_Mac_25D125"
# One machine and one boot: only then a comparison has rates and findings.
MACHINE = {"sysctl.txt": "hw.model: Mac16,5\nkern.hostname: one.local\nhw.memsize: 38654705664\nkern.boottime: { sec = 1767225000, usec = 1 } x\n"}


def pack(path: Path, texts: dict, hours: int = 0) -> Path:
    """Writes a tar of a capture some hours after the first; a text may come with the records of its pax header."""
    days, hour = divmod(hours, 24)
    top = NAME.format(month=1 + days // 28, day=1 + days % 28, hour=hour)
    with tarfile.open(path, "w", format=tarfile.PAX_FORMAT) as tar:
        for member, content in {**MACHINE, **texts}.items():
            text, records = content if isinstance(content, tuple) else (content, {})
            data = text.encode()
            info = tarfile.TarInfo(f"{top}/{member}")
            info.size = len(data)
            info.pax_headers = records
            tar.addfile(info, io.BytesIO(data))
    return path


def series(folder: Path, count: int) -> Path:
    """Captures of one machine, an hour apart, which differ in their zones."""
    folder.mkdir()
    for number in range(count):
        pack(folder / f"{number}.tar", {**zones(number % 50), "vm_stat.txt": shipped("vm_stat.txt")}, number)
    return folder
