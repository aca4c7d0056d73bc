"""The other tools, and the check that they and sysbalance read the same bytes."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

# Apple's tar is bsdtar.
GNU_TAR = "tar" if sys.platform == "linux" else "gtar"

TARFILE = """
import sys, tarfile
with tarfile.open(sys.argv[1], "r|gz") as archive:
    for member in archive:
        if member.name.endswith("/zprint.txt"):
            sys.stdout.buffer.write(archive.extractfile(member).read())
"""


def extractors(archive: str) -> dict[str, list[str]]:
    """The installed tools that write zprint.txt after reading the whole archive."""
    return present({
        "bsdtar": ["bsdtar", "-xOf", archive, "--include", "*/zprint.txt"],
        "GNU tar + gzip": [GNU_TAR, "-xzOf", archive, "--wildcards", "*/zprint.txt"],
        "Python tarfile": [sys.executable, "-c", TARFILE, archive],
    })


def inflaters(archive: str) -> dict[str, list[str]]:
    """The installed tools that inflate everything."""
    return present({tool + " -dc": [tool, "-dc", archive] for tool in ("igzip", "pigz", "rapidgzip")})


def present(commands: dict[str, list[str]]) -> dict[str, list[str]]:
    return {name: command for name, command in commands.items() if shutil.which(command[0])}


def check_same_bytes(ours: list[str], archive: str, wanted: bytes) -> None:
    """Exits when a tool does not reproduce the content of the archive."""
    wrong = [name for name, command in extractors(archive).items() if output(command) != digest(wanted)]
    for binary in ours:
        with tempfile.TemporaryDirectory() as folder:
            subprocess.run([binary, "extract", archive, "--section", "zprint", "-q", "-o", f"{folder}/out"], check=True)
            if digest(Path(f"{folder}/out/zprint.txt").read_bytes()) != digest(wanted):
                wrong.append(binary)
    whole = output(["gzip", "-dc", archive])
    wrong += [name for name, command in inflaters(archive).items() if output(command) != whole]
    if wrong:
        sys.exit(f"not the same bytes: {', '.join(wrong)}")


def output(command: list[str]) -> str:
    """The digest of a command's output; the output may be too large to hold in memory."""
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
        found = hashlib.sha256()
        for piece in iter(lambda: process.stdout.read(1 << 20), b""):
            found.update(piece)
    return found.hexdigest() if process.returncode == 0 else f"ended with {process.returncode}"


def digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
