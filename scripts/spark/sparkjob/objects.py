"""The archives that a job is asked to read."""

from __future__ import annotations

import glob
from dataclasses import dataclass

from pyarrow import fs

from .places import Place

SUFFIXES = (".tar.gz", ".tgz", ".tar", ".tar.xz", ".txz", ".tar.bz2", ".tbz", ".tar.zst")


@dataclass(frozen=True)
class Object:
    """An archive by its name, and by what shows whether it was changed."""

    name: str
    size: int
    tag: str  # the time of its last change


def find(sources: list[str], manifests: list[str], endpoint: str | None) -> list[Object]:
    """The archives of all sources, sorted by name, each once."""
    names = list(sources)
    listed: list[Object] = []
    for manifest in manifests:
        for line in Place.of(manifest, endpoint).read().decode().splitlines():
            name, _, size = line.partition("\t")
            if size.strip():
                listed.append(Object(name, int(size), "listed"))
            elif name.strip():
                names.append(name.strip())
    for name in names:
        is_pattern = not name.startswith("s3://") and any(mark in name for mark in "*?[")
        for one in sorted(glob.glob(name, recursive=True)) if is_pattern else [name]:
            listed += below(one, endpoint)
    return sorted({one.name: one for one in listed}.values(), key=lambda one: one.name)


def below(name: str, endpoint: str | None) -> list[Object]:
    """The archive of a name, or the archives below it."""
    place = Place.of(name, endpoint)
    prefix = "s3://" if name.startswith("s3://") else ""
    info = place.info()
    if info.type == fs.FileType.File:
        return [made(prefix, info)]
    found = place.system.get_file_info(fs.FileSelector(place.path, recursive=True, allow_not_found=True))
    return [made(prefix, info) for info in found if info.type == fs.FileType.File and is_archive(info.base_name)]


def is_archive(name: str) -> bool:
    return name.endswith(SUFFIXES) and not name.startswith(("IN_PROGRESS_", "._"))


def made(prefix: str, info: fs.FileInfo) -> Object:
    return Object(prefix + info.path, info.size, str(info.mtime_ns))
