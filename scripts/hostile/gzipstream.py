"""Gzip files of many gigabytes, written in seconds: repeated pieces are deflated once."""

from __future__ import annotations

import struct
import zlib

POLYNOMIAL = 0xEDB88320


def times(left: int, right: int) -> int:
    """The product of two polynomials modulo CRC-32's, bits reversed as in zlib."""
    product, mask = 0, 1 << 31
    while mask:
        if left & mask:
            product ^= right
        mask >>= 1
        right = right >> 1 ^ POLYNOMIAL if right & 1 else right >> 1
    return product


def shifted_by(count: int) -> int:
    """x to the power of 8 * count: the factor of a checksum for `count` further bytes."""
    power, base, exponent = 1 << 31, 1 << 30, 8 * count
    while exponent:
        if exponent & 1:
            power = times(power, base)
        base, exponent = times(base, base), exponent >> 1
    return power


def combined(left: int, right: int, right_count: int) -> int:
    """The CRC-32 of two concatenated pieces."""
    return times(shifted_by(right_count), left) ^ right


def repeated(checksum: int, count: int, times_over: int) -> int:
    """The CRC-32 of a repeated piece."""
    result, piece, size = 0, checksum, count
    while times_over:
        if times_over & 1:
            result = combined(result, piece, size)
        piece, size, times_over = combined(piece, piece, size), 2 * size, times_over >> 1
    return result


class GzipWriter:
    """A gzip file of independently deflated pieces."""

    def __init__(self, path: str, level: int = 9):
        self.file, self.level = open(path, "wb"), level
        self.checksum = self.count = 0
        self.file.write(b"\x1f\x8b\x08\0\0\0\0\0\0\xff")

    def put(self, piece: bytes, times_over: int = 1, stored: bool = False) -> None:
        """Writes a piece repeatedly; `stored` without compression."""
        packer = zlib.compressobj(0 if stored else self.level, zlib.DEFLATED, -15)
        packed = packer.compress(piece) + packer.flush(zlib.Z_FULL_FLUSH)
        for _ in range(times_over):
            self.file.write(packed)
        checksum = repeated(zlib.crc32(piece), len(piece), times_over)
        self.checksum = combined(self.checksum, checksum, len(piece) * times_over)
        self.count += len(piece) * times_over

    def end(self) -> None:
        packer = zlib.compressobj(9, zlib.DEFLATED, -15)
        self.file.write(packer.flush() + struct.pack("<II", self.checksum, self.count & 0xFFFFFFFF))
        self.file.close()
