"""The files that the set becomes on disk, and the comparison with those that are committed."""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable
from pathlib import Path

from .archive import HEADER, inflated, quickly_deflated
from .archive_set import Archive
from .deflate import deflated
from .truth import truth

Deflate = Callable[[bytes], bytes]
Wanted = dict[str, tuple[bytes, "Archive | None"]]


def files(archive: Archive, deflate: Deflate) -> dict[str, bytes]:
    """Paths below TestArchives with their bytes: the archive, its truth, its texts."""
    facts = truth(archive)
    found = {f"{archive.name}.tar.gz": archive.bytes(deflate), f"truth/{archive.name}.json": rows_on_lines(facts) if archive.lean else indented(facts)}
    if archive.same_as is None:
        # Without the top folder: below its name the texts would pass for one more unpacked archive.
        found |= {f"texts/{archive.name}/{path.split('/', 1)[1]}": data for path, data in archive.files()}
    return found


def indented(facts: dict) -> bytes:
    return (json.dumps(facts, indent=2, sort_keys=True, ensure_ascii=False) + "\n").encode()


def rows_on_lines(facts: dict) -> bytes:
    """The same JSON on a third of the room: an object's keys on lines of their own, the elements of its lists, too."""
    parts = []
    for key, value in sorted(facts.items()):
        if isinstance(value, list) and value and isinstance(value[0], dict):
            text = "[\n    " + ",\n    ".join(line(element) for element in value) + "\n  ]"
        elif isinstance(value, dict) and any(isinstance(v, (dict, list)) for v in value.values()):
            text = "{\n    " + ",\n    ".join(f"{line(k)}: {line(v)}" for k, v in sorted(value.items())) + "\n  }"
        else:
            text = line(value)
        parts.append(f"  {line(key)}: {text}")
    return ("{\n" + ",\n".join(parts) + "\n}\n").encode()


def line(value) -> str:
    return json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def wanted_files(archives: list[Archive], series: dict[str, dict], deflate: Deflate) -> Wanted:
    found: Wanted = {path: (data, archive) for archive in archives for path, data in files(archive, deflate).items()}
    return found | {f"truth/{name}.json": (indented(facts), None) for name, facts in series.items()}


def write(archives: list[Archive], series: dict[str, dict], folder: Path) -> None:
    """Writes everything, and takes away what an earlier run wrote and this one does not."""
    wanted = wanted_files(archives, series, deflated)
    for path in generated(folder) - set(wanted):
        (folder / path).unlink()
    for path, (data, _) in wanted.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)


def generated(folder: Path) -> set[str]:
    patterns = ("**/*.tar.gz", "truth/**/*.json", "texts/**/*")
    return {p.relative_to(folder).as_posix() for pattern in patterns for p in folder.glob(pattern) if p.is_file()}


def differences(archives: list[Archive], series: dict[str, dict], folder: Path) -> list[str]:
    """The files that are missing, left over or not what the models print."""
    # Which bits a stream is made of takes minutes to choose, and says nothing of the content.
    wanted, found = wanted_files(archives, series, quickly_deflated), generated(folder)
    problems = [f"missing: {path}" for path in sorted(set(wanted) - found)]
    problems += [f"left over: {path}" for path in sorted(found - set(wanted))]
    for path in sorted(set(wanted) & found):
        data, archive = wanted[path]
        if not same(path, data, (folder / path).read_bytes(), archive):
            problems.append(f"differs: {path}")
    return problems


def same(path: str, new: bytes, old: bytes, archive: Archive | None) -> bool:
    """Texts byte for byte; archives by header and content, since the check compresses them by other means."""
    if archive is None or not path.endswith(".tar.gz") or new == old:
        return new == old
    if not old.startswith(HEADER):
        return False
    try:
        content = inflated(old)
    except zlib.error:
        return False
    plain = archive.plain()
    if archive.outcome == "truncated":  # other blocks end elsewhere
        return 0 < len(content) < len(plain) and plain.startswith(content)
    if archive.outcome == "corrupt":
        return len(content) == len(plain) and 0 < sum(a != b for a, b in zip(content, plain)) < 1024
    return content == plain
