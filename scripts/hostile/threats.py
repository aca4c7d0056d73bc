"""Threats in untrusted archives: how to make each input, and the expected outcome."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from dataclasses import dataclass, field

from .tars import MIB, TOP, TarWriter, header, padding, pax, size_field, summed

GIB = 1 << 30


@dataclass
class Threat:
    """`make` writes an input of about `size` bytes of content; `expect` lists the allowed outcomes.

    `complete`: everything read, the numbers are those of the plain archive. `right`: the same in
    numbers, but something is said to be wrong. `limited`, `corrupt`, `truncated`: so the outcome.
    `refused`: no archive. `unread`: the member is there, and none of its rows is believed.
    """

    row: str
    name: str
    make: Callable[[str, int], None]
    expect: tuple[str, ...]
    size: int = 0
    grows: bool = field(default=False)  # whether time must be linear in `size`


def zprint_text() -> bytes:
    return ZPRINT


ZPRINT = b""  # set by main, from the shipped texts


def archive(*parts, with_zprint: bool = True) -> Callable[[str, int], None]:
    """An archive of parts, followed by a valid zprint.txt."""
    def make(path: str, size: int) -> None:
        tar = TarWriter(path)
        for part in parts:
            part(tar, size)
        if with_zprint:
            tar.file("zprint.txt", zprint_text())
        tar.end()
    return make


def zeros(name: str, filled: bool):
    def part(tar: TarWriter, size: int) -> None:
        if filled:
            tar.filler(size)
        tar.raw(header(f"{TOP}/{name}", size))
        tar.repeated(bytes(MIB), size // MIB)
    return part


def huge_header(kind: bytes):
    """A pax header or a GNU long name that is itself gigabytes long."""
    def part(tar: TarWriter, size: int) -> None:
        tar.file("first.txt", b"before\n")
        tar.filler(size)
        tar.raw(header("././@LongLink", size, kind, gnu=True))
        tar.repeated(b"A" * MIB, size // MIB)
        tar.raw(header(f"{TOP}/after.txt"))
    return part


def entries(tar: TarWriter, size: int) -> None:
    tar.filler(size)
    tar.repeated(bytes(header(f"{TOP}/x")) * 2048, size // MIB)


def long_line(tar: TarWriter, size: int) -> None:
    """One line of `size` bytes before a valid text, in the same member."""
    text = b"\n" + zprint_text()
    tar.filler(size)
    tar.raw(header(f"{TOP}/zprint.txt", size + len(text)))
    tar.repeated(b"x" * MIB, size // MIB)
    tar.raw(text + padding(size + len(text)))


def passable_lines(tar: TarWriter, size: int) -> None:
    """A valid text after gigabytes of blank lines, in the same member."""
    text = zprint_text()
    tar.filler(size)
    tar.raw(header(f"{TOP}/zprint.txt", size + len(text)))
    tar.repeated((b" " * 127 + b"\n") * (MIB // 128), size // MIB)
    tar.raw(text + padding(size + len(text)))


def nested(depth: int) -> Callable[[str, int], None]:
    def make(path: str, size: int) -> None:
        archive()(path, size)
        for _ in range(depth):
            with open(path, "rb") as file:
                content = gzip.compress(file.read())
            with open(path, "wb") as file:
                file.write(content)
    return make


def nested_member(tar: TarWriter, size: int) -> None:
    """A member that is itself a bomb; nothing inflates it."""
    tar.file("inner.tar.gz", gzip.compress(gzip.compress(bytes(64 * MIB))))


def gnu_sparse(real: int, offset: int):
    """An old GNU sparse file: 512 bytes of data at `offset` of `real` bytes."""
    def part(tar: TarWriter, size: int) -> None:
        block = header(f"{TOP}/zprint.txt", 512, b"S", gnu=True)
        block[386:398], block[398:410], block[483:495] = size_field(offset), size_field(512), size_field(real)
        tar.raw(summed(block))
        tar.raw(zprint_text()[:512])
    return part


def pax_sparse(real: int, map_text: bytes):
    def part(tar: TarWriter, size: int) -> None:
        tar.raw(pax({"GNU.sparse.major": "1", "GNU.sparse.minor": "0", "GNU.sparse.name": f"{TOP}/zprint.txt", "GNU.sparse.realsize": str(real)}))
        tar.raw(header(f"{TOP}/GNUSparseFile.0/zprint.txt", 1024))
        tar.raw(map_text.ljust(512, b"\0") + zprint_text()[:512])
    return part


def lie(field: bytes, body: bytes = b""):
    def part(tar: TarWriter, size: int) -> None:
        tar.file("first.txt", b"before\n")
        tar.raw(header(f"{TOP}/zprint.txt", field=field))
        tar.raw(body)
    return part


def pax_lie(records: dict[str, str]):
    def part(tar: TarWriter, size: int) -> None:
        tar.file("first.txt", b"before\n")
        tar.raw(pax(records))
        tar.raw(header(f"{TOP}/vm_stat.txt", 6))
        tar.raw(b"hello\n".ljust(512, b"\0"))
    return part


def member(name: bytes | str, content: bytes | None = None, kind: bytes = b"0", link: bytes = b""):
    def part(tar: TarWriter, size: int) -> None:
        body = content or b""
        tar.raw(bytes(header(name, len(body), kind, link)) + body + padding(len(body)))
    return part


def spoiled_text(row: bytes):
    """A valid text with one extra row."""
    def part(tar: TarWriter, size: int) -> None:
        lines = zprint_text().split(b"\n")
        middle = next(index for index, line in enumerate(lines) if line.startswith(b"---")) + 2
        tar.file("zprint.txt", b"\n".join(lines[:middle] + [row] + lines[middle:]))
    return part


def doubled(tar: TarWriter, size: int) -> None:
    tar.file("zprint.txt", zprint_text())
