"""The files that the set becomes on disk, and the comparison with those that are committed."""

import json
import zlib
from pathlib import Path

from .archive import inflated
from .archive_set import Archive
from .truth import truth


def files(archive: Archive) -> dict[str, bytes]:
    """Paths below TestArchives with their bytes: the archive, its truth, its texts."""
    facts = json.dumps(truth(archive), indent=2, sort_keys=True, ensure_ascii=False) + "\n"
    found = {f"{archive.name}.tar.gz": archive.bytes(), f"truth/{archive.name}.json": facts.encode()}
    if archive.same_as is None:
        # Without the top folder: below its name the texts would pass for one more unpacked archive.
        found |= {f"texts/{archive.name}/{path.split('/', 1)[1]}": data for path, data in archive.files()}
    return found


def write(archives: list[Archive], folder: Path) -> None:
    """Writes everything, and takes away what an earlier run wrote and this one does not."""
    wanted = {path: data for archive in archives for path, data in files(archive).items()}
    for path in generated(folder) - set(wanted):
        (folder / path).unlink()
    for path, data in wanted.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)


def generated(folder: Path) -> set[str]:
    patterns = ("*.tar.gz", "truth/*.json", "texts/**/*")
    return {str(p.relative_to(folder)) for pattern in patterns for p in folder.glob(pattern) if p.is_file()}


def differences(archives: list[Archive], folder: Path) -> list[str]:
    """The files that are missing, left over or not what the models print."""
    wanted = {path: (data, archive) for archive in archives for path, data in files(archive).items()}
    found = generated(folder)
    problems = [f"missing: {path}" for path in sorted(set(wanted) - found)]
    problems += [f"left over: {path}" for path in sorted(found - set(wanted))]
    for path in sorted(set(wanted) & found):
        data, archive = wanted[path]
        if not same(path, data, (folder / path).read_bytes(), archive):
            problems.append(f"differs: {path}")
    return problems


def same(path: str, new: bytes, old: bytes, archive: Archive) -> bool:
    """Texts byte for byte; archives by content, because another zlib may compress differently."""
    if not path.endswith(".tar.gz") or new == old:
        return new == old
    try:
        content = inflated(old)
    except zlib.error:
        return False
    plain = archive.plain()
    if archive.outcome == "truncated":  # another zlib's blocks end elsewhere
        return 0 < len(content) < len(plain) and plain.startswith(content)
    if archive.outcome == "corrupt":
        return len(content) == len(plain) and 0 < sum(a != b for a, b in zip(content, plain)) < 1024
    return content == plain
