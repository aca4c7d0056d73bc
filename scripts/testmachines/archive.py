"""Archives that are the same bytes at every run, and two that are broken on purpose."""

from __future__ import annotations

import io
import struct
import tarfile
import zlib
from collections.abc import Callable

Member = tuple[str, bytes]

# Deflate without a name and without a time, flag FHCRC: the header's own checksum follows.
FIXED_HEADER = b"\x1f\x8b\x08\x02\0\0\0\0\2\xff"
HEADER = FIXED_HEADER + struct.pack("<H", zlib.crc32(FIXED_HEADER) & 0xFFFF)
TRAILER_BYTES = 8


def tar(members: list[Member], mtime: int) -> bytes:
    """A tar of the folders and files, in the order given, with nothing of this machine in it."""
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w", format=tarfile.USTAR_FORMAT) as out:
        seen: set[str] = set()
        for path, data in members:
            for folder in folders(path):
                if folder not in seen:
                    seen.add(folder)
                    out.addfile(header(folder, mtime, 0, tarfile.DIRTYPE))
            out.addfile(header(path, mtime, len(data), tarfile.REGTYPE), io.BytesIO(data))
    return buffer.getvalue()


def folders(path: str) -> list[str]:
    parts = path.split("/")[:-1]
    return ["/".join(parts[: i + 1]) for i in range(len(parts))]


def header(path: str, mtime: int, size: int, kind: bytes) -> tarfile.TarInfo:
    info = tarfile.TarInfo(path)
    info.size, info.mtime, info.type = size, mtime, kind
    info.mode = 0o755 if kind == tarfile.DIRTYPE else 0o644
    info.uid, info.gid, info.uname, info.gname = 0, 0, "root", "wheel"
    return info


def compressed(data: bytes, deflate: Callable[[bytes], bytes]) -> bytes:
    """A gzip file of which every bit is covered by a checksum."""
    return HEADER + deflate(data) + struct.pack("<II", zlib.crc32(data), len(data) & 0xFFFFFFFF)


def quickly_deflated(data: bytes) -> bytes:
    """zlib's own deflate data: the same content, other bytes."""
    engine = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    return engine.compress(data) + engine.flush()


def inflated(data: bytes) -> bytes:
    """What a reader gets out of a gzip stream that may be cut or damaged: no checksum is verified."""
    engine = zlib.decompressobj(-zlib.MAX_WBITS)
    return engine.decompress(data[len(HEADER):])


def cut_inside(data: bytes, marker: bytes) -> bytes:
    """The stream cut so that its content ends about a dozen lines after the first `marker`."""
    wanted = inflated(data).index(marker) + 1000
    low, high = len(HEADER), len(data)
    while low < high:
        middle = (low + high) // 2
        low, high = (middle + 1, high) if len(inflated(data[:middle])) < wanted else (low, middle)
    return data[:low]


def one_bit_flipped(data: bytes, good: bytes, accept) -> bytes:
    """The stream with one bit changed that only the checksum shows.

    The first bit is taken whose stream inflates to the same length and whose content `accept` likes.
    """
    for position in range(len(data) - TRAILER_BYTES - 1, len(HEADER), -1):
        for bit in range(8):
            damaged = bytearray(data)
            damaged[position] ^= 1 << bit
            if content := inflated_whole(bytes(damaged), len(good)):
                if content != good and accept(content):
                    return bytes(damaged)
    raise ValueError("no such bit")


def inflated_whole(data: bytes, length: int) -> bytes | None:
    engine = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        content = engine.decompress(data[len(HEADER):], length + 1)
    except zlib.error:
        return None
    return content if len(content) == length and engine.eof and len(engine.unused_data) == TRAILER_BYTES else None
