"""Folders and prefixes of object stores, by one interface: pyarrow's file systems."""

from __future__ import annotations

import json
import tempfile
import zipfile
from dataclasses import dataclass
from pathlib import Path

from pyarrow import fs


@dataclass(frozen=True)
class Place:
    """Where files lie: a file system and a path in it."""

    system: fs.FileSystem
    path: str

    @staticmethod
    def of(name: str, endpoint: str | None) -> Place:
        if name.startswith("s3://"):
            scheme = "http" if (endpoint or "").startswith("http://") else "https"
            address = (endpoint or "").split("://")[-1]
            store = fs.S3FileSystem(endpoint_override=address, scheme=scheme) if endpoint else fs.S3FileSystem()
            return Place(store, name[len("s3://"):].rstrip("/"))
        return Place(fs.LocalFileSystem(), str(Path(name).absolute()))

    @property
    def is_local(self) -> bool:
        return isinstance(self.system, fs.LocalFileSystem)

    def __truediv__(self, name: str) -> Place:
        return Place(self.system, f"{self.path}/{name}")

    def info(self) -> fs.FileInfo:
        return self.system.get_file_info(self.path)

    def exists(self) -> bool:
        return self.info().type == fs.FileType.File

    def names(self) -> list[str]:
        """The names directly below; none when there is no such folder."""
        found = self.system.get_file_info(fs.FileSelector(self.path, allow_not_found=True))
        return sorted(info.base_name for info in found)

    def read(self) -> bytes:
        with self.system.open_input_stream(self.path, compression=None) as source:
            return source.read()

    def write(self, data: bytes) -> None:
        """Writes a file that appears whole: an object store's does so by itself, and a renamed one."""
        if self.is_local:
            Path(self.path).parent.mkdir(parents=True, exist_ok=True)
            with tempfile.NamedTemporaryFile(dir=Path(self.path).parent, prefix="_partial-", delete=False) as file:
                file.write(data)
            Path(file.name).replace(self.path)
        else:
            with self.system.open_output_stream(self.path, compression=None) as out:
                out.write(data)

    def delete(self) -> None:
        if self.exists():
            self.system.delete_file(self.path)

    def json(self) -> dict | None:
        return json.loads(self.read()) if self.exists() else None


def package(folder: Path) -> Path:
    """The modules of a folder as a file that Spark sends to its executors."""
    target = Path(tempfile.mkdtemp()) / "sparkjob.zip"
    with zipfile.ZipFile(target, "w") as archive:
        for path in sorted(folder.glob("*.py")):
            archive.write(path, f"{folder.name}/{path.name}")
    return target
