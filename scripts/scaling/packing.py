"""Archives of texts."""

from __future__ import annotations

import io
import tarfile
from pathlib import Path

from .kernel_texts import shipped, zones_named

NAME = "sysdiagnose_2026.{month:02}.{day:02}_{hour:02}-26-12+0000_macOS_Mac_25D125"
# One machine and one boot: only then a comparison has rates and findings.
MACHINE = {"sysctl.txt": "hw.model: Mac16,5\nkern.hostname: one.local\nhw.memsize: 38654705664\nkern.boottime: { sec = 1767225000, usec = 1 } x\n"}
# The zones of a series, and how many of them a capture lists.
ALL_ZONES, LISTED = 500, 25


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
    """Captures of one boot, an hour apart, of a machine with many zones; each capture lists a few.

    What is not listed has a size of zero, so that a trend judges every zone over all captures. That no capture equals
    another matters to a store, which keeps equal ones once.
    """
    folder.mkdir()
    for number in range(count):
        listed = [(LISTED * number + place) % ALL_ZONES for place in range(LISTED)]
        numbered = MACHINE["sysctl.txt"] + f"hw.capture: {number}\n"
        pack(folder / f"{number}.tar", {**zones_named(listed), "sysctl.txt": numbered, "vm_stat.txt": shipped("vm_stat.txt")}, number)
    return folder
