"""An archive of the set: its machine, its members, and the files that it becomes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from .archive import compressed, tar
from .machine import Machine


@dataclass
class Archive:
    """What one `TestArchives/<name>.tar.gz` holds; a name may have a folder. `members` maps paths below the top folder to texts, in tar order."""

    name: str
    machine: Machine
    members: dict[str, str]
    missing: dict[str, str] = field(default_factory=dict)  # section kind: reason
    outcome: str = "complete"
    problem: str | None = None
    damage: Callable[[bytes], bytes] | None = None  # of the whole archive's bytes
    readable: list[str] | None = None  # members that are whole in spite of the damage
    cut_process: str | None = None  # footprint-all.txt ends in this process's section
    same_as: str | None = None  # the archive whose texts these are
    lean: bool = False  # its truth stands one row a line, without kernel_task's categories

    def files(self) -> list[tuple[str, bytes]]:
        return [(f"{self.machine.top_folder}/{path}", text.encode()) for path, text in self.members.items()]

    def plain(self) -> bytes:
        """The tar before compression and damage."""
        return tar(self.files(), int(self.machine.moment))

    def bytes(self, deflate: Callable[[bytes], bytes]) -> bytes:
        whole = compressed(self.plain(), deflate)
        return self.damage(whole) if self.damage else whole
