"""Tar archives written header by header, to allow false fields."""

from __future__ import annotations

import os

from .gzipstream import GzipWriter

MIB = 1 << 20
TOP = "sysdiagnose_2024.03.05_10-20-30-0800_macOS_MacBookPro18-3_23E224"
NOISE = os.urandom(MIB)


def header(name: bytes | str, size: int = 0, kind: bytes = b"0", link: bytes = b"", field: bytes | None = None, gnu: bool = False) -> bytearray:
    """A ustar header; `field` replaces the size verbatim."""
    name = name.encode() if isinstance(name, str) else name
    block = bytearray(512)
    block[:100] = name[:100].ljust(100, b"\0")
    block[100:108], block[136:148], block[156:157] = b"0000644\0", b"00000000000\0", kind
    block[124:136] = field if field is not None else size_field(size)
    block[157:257] = link[:100].ljust(100, b"\0")
    block[257:265] = b"ustar  \0" if gnu else b"ustar\x0000"
    return summed(block)


def size_field(size: int) -> bytes:
    return b"%011o\0" % size if size < 8 ** 11 else b"\x80" + size.to_bytes(11, "big")


def summed(block: bytearray) -> bytearray:
    block[148:156] = b" " * 8
    block[148:156] = b"%06o\0 " % sum(block)
    return block


def padding(size: int) -> bytes:
    return bytes(-size % 512)


def pax(records: dict[str, str]) -> bytes:
    body = b""
    for key, value in records.items():
        rest = f" {key}={value}\n".encode()
        length = len(rest) + 1
        while len(str(length)) + len(rest) != length:
            length += 1
        body += str(length).encode() + rest
    return bytes(header("PaxHeader", len(body), b"x")) + body + padding(len(body))


class TarWriter:
    """A tar.gz with plain members, and blocks that a threat adds by hand."""

    def __init__(self, path: str):
        self.gzip = GzipWriter(path)

    def file(self, name: str, content: bytes) -> None:
        self.gzip.put(bytes(header(f"{TOP}/{name}", len(content))) + content + padding(len(content)))

    def raw(self, content: bytes) -> None:
        self.gzip.put(bytes(content))

    def filler(self, produced: int, ratio: int = 150) -> None:
        """Writes enough incompressible bytes to keep `produced` more within the compression limit."""
        count = produced // ratio // MIB + 1
        self.gzip.put(bytes(header(f"{TOP}/noise.bin", count * MIB)))
        self.gzip.put(NOISE, count, stored=True)

    def repeated(self, piece: bytes, count: int) -> None:
        self.gzip.put(piece, count)

    def end(self) -> None:
        self.gzip.put(bytes(1024))
        self.gzip.end()
