"""Large archives for the benchmark, built in seconds: parts are compressed once and concatenated.

A full flush ends each part on a byte of its own, so that compressed parts can be repeated; the CRC is that of the
whole. The mix is that of a sysdiagnose, by size as unpacked: 4 parts of text (5.0:1, see `texts`), 2 of binary logs
(tracev3, compressed by itself, so incompressible), 3 of other binaries (2.7:1, as Mach-O and SQLite files). As
compressed that makes 20 %, 51 % and 29 % of the archive. The level is 6, that of Apple's archives.
"""

from __future__ import annotations

import random
import struct
import zlib
from pathlib import Path

import texts

BLOCK = 4 << 20


class GzipParts:
    """A gzip file assembled from parts; each is compressed on first use."""

    def __init__(self, path: Path) -> None:
        self.file = path.open("wb")
        self.file.write(b"\x1f\x8b\x08\0\0\0\0\0\0\x03")
        self.crc, self.length, self.written = 0, 0, 10
        self.cache: dict[bytes, bytes] = {}

    def add(self, data: bytes) -> None:
        packed = self.cache.get(data)
        if packed is None:
            engine = zlib.compressobj(6, zlib.DEFLATED, -15)
            packed = self.cache[data] = engine.compress(data) + engine.flush(zlib.Z_FULL_FLUSH)
        self.file.write(packed)
        self.crc = zlib.crc32(data, self.crc)
        self.length += len(data)
        self.written += len(packed)

    def close(self) -> None:
        self.file.write(b"\x03\0" + struct.pack("<II", self.crc, self.length & 0xFFFFFFFF))
        self.file.close()


def header(name: str, size: int) -> bytes:
    """A ustar header; names stay below 100 bytes."""
    fields = (name.encode().ljust(100, b"\0") + b"0000644\0" + b"0000000\0" * 2 + b"%011o\0" % size
              + b"%011o\0" % 1_700_000_000 + b" " * 8 + b"0" + b"\0" * 100 + b"ustar\x0000")
    block = bytearray(fields.ljust(512, b"\0"))
    block[148:156] = b"%06o\0 " % sum(block)
    return bytes(block)


def binary_block(rng: random.Random) -> bytes:
    """Half random words, half small numbers: compresses about as well as Mach-O and SQLite files."""
    record = [rng.randbytes(8) + struct.pack("<IHH", rng.randint(0, 5000), rng.randint(0, 40), 0) for _ in range(2000)]
    return b"".join(rng.choices(record, k=BLOCK // 16))


def blocks(kind: str) -> list[bytes]:
    rng = random.Random(kind)
    if kind == "text":
        return [texts.block(rng, BLOCK) for _ in range(6)]
    return [texts.block(rng, BLOCK) for _ in range(4)] + [rng.randbytes(BLOCK) for _ in range(2)] + [binary_block(rng) for _ in range(3)]


def make(path: Path, megabytes: int, kind: str, place: str, wanted: dict[str, bytes], dump: int) -> None:
    """Writes an archive of about `megabytes` with the wanted members at its start, spread out, or at its end.

    `dump` is the size in MB of a region dump before the tables of footprint-all; 0 for none.
    """
    if dump:
        wanted = dict(wanted, **{"footprint-all.txt": with_region_dump(wanted["footprint-all.txt"], dump)})
    parts, pool, rng = GzipParts(path), blocks(kind), random.Random(place)
    left = list(wanted.items())
    total, number = megabytes << 20, 0

    def put(name: str, data: bytes) -> None:
        parts.add(header(f"sysdiagnose_2026.03.14_16-42-08+0100_macOS_Mac_25D2128/{name}", len(data)))
        for start in range(0, len(data), BLOCK):
            parts.add(data[start:start + BLOCK])
        if len(data) % 512:
            parts.add(b"\0" * (-len(data) % 512))

    while place == "start" and left:
        put(*left.pop(0))
    every = total // (len(wanted) + 1)
    while parts.written < total:
        if place == "spread" and left and parts.written > every * (len(wanted) - len(left) + 1):
            put(*left.pop(0))
        name = f"sysdiagnose_2026.03.14_16-42-08+0100_macOS_Mac_25D2128/logs/{number:05}.log"
        count = rng.randint(1, 4)
        parts.add(header(name, count * BLOCK))
        for _ in range(count):
            parts.add(rng.choice(pool))
        number += 1
    for item in left:
        put(*item)
    parts.add(b"\0" * 1024)
    parts.close()


def store(path: Path, name: str, data: bytes) -> None:
    """Writes a tar without compression that has one member."""
    with path.open("wb") as file:
        file.write(header(f"sysdiagnose_2026.03.14_16-42-08+0100_macOS_Mac_25D2128/{name}", len(data)))
        file.write(data + b"\0" * (-len(data) % 512 + 1024))


def with_region_dump(footprint: bytes, megabytes: int) -> bytes:
    """footprint-all after a dump of every region, as `footprint -v` writes it."""
    rng = random.Random("regions")
    head = b"           start                end  [object-id]     VRT     DRT     SWP     CLN     RCL    WIRE   tag (detail)\n"
    rows = b"".join(
        b"%16x - %16x [%010x]   %4dK   %4dK      0K   %4dK      0K      0K   MALLOC_SMALL\n"
        % (start := rng.getrandbits(40), start + 16384, rng.getrandbits(40), rng.randint(16, 9999), rng.randint(0, 999), rng.randint(0, 999))
        for _ in range(20000))
    dump = b"ExampleServer [402]\n\n" + head + rows * max(1, (megabytes << 20) // len(rows)) + b"\n"
    return dump + footprint
