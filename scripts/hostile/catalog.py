"""The threats of the table, row by row."""

from __future__ import annotations

from .tars import TOP
from .threats import (GIB, Threat, archive, doubled, entries, gnu_sparse, huge_header, lie, long_line, member, nested, nested_member, passable_lines,
                      pax_lie, pax_sparse, spoiled_text, zeros)

NAMES = [
    "../../../../zprint.txt", "/etc/cron.d/zprint.txt", f"{TOP}/../../../zprint.txt", "~/zprint.txt", "C:\\zprint.txt", "\x1b[2J\x1b[31m/vm_stat.txt",
    "a\x07b/vm_stat.txt", "line\nsysbalance: forged/vm_stat.txt", "bidi\u202etxt.exe/vm_stat.txt", "\u2028/vm_stat.txt", "\u009b31m/vm_stat.txt",
    "=cmd|' /C calc'!A0/vm_stat.txt", "<script>alert(1)</script>/vm_stat.txt", "|table|/vm_stat.txt", ".", "..", "/", "a//////b/./vm_stat.txt",
]
RAW_NAMES = [b"\xff\xfe/vm_stat.txt", b"\xc3\x28/vm_stat.txt", b"\xed\xa0\x80/vm_stat.txt", b"\xf4\x90\x80\x80/vm_stat.txt"]


def threats(scale: float) -> list[Threat]:
    def size(gib: float) -> int:
        return max(16, int(gib * 1024 * scale)) << 20

    found = [
        Threat("zeros in a member", "deflated 1000 to 1", archive(zeros("zprint.txt", False)), ("limited",) if scale >= 0.5 else ("limited", "right", "unread"), size(10)),
        Threat("zeros in a member", "within the ratio", archive(zeros("zprint.txt", True)), ("right", "complete", "unread"), size(10), True),
        Threat("zeros in a member", "in one that is passed over", archive(zeros("big.bin", True)), ("complete",), size(10), True),
        Threat("zeros in a header", "pax header", archive(huge_header(b"x")), ("corrupt", "limited"), size(10)),
        Threat("zeros in a header", "pax global header", archive(huge_header(b"g")), ("corrupt", "limited", "complete"), size(10)),
        Threat("zeros in a header", "GNU long name", archive(huge_header(b"L")), ("corrupt", "limited"), size(10)),
        Threat("zeros in a header", "GNU long link", archive(huge_header(b"K")), ("corrupt", "limited"), size(10)),
        Threat("a million members", "a million and more", archive(entries), ("limited",) if scale >= 1 else ("complete",), size(0.5), True),
        Threat("nested gzip", "gzip in gzip", nested(1), ("refused",)),
        Threat("nested gzip", "six times over", nested(6), ("refused",)),
        Threat("nested gzip", "a bomb as a member", archive(nested_member), ("complete",)),
        Threat("large members, sound", "3 GiB before zprint", archive(zeros("big.bin", True)), ("complete",), size(3)),
        Threat("large members, sound", "5 GiB before zprint", archive(zeros("big.bin", True)), ("complete",), size(5)),
        Threat("large members, sound", "zprint itself of 4.5 GiB", archive(passable_lines, with_zprint=False), ("complete", "right"), size(4.5), True),
        Threat("a line of 1 GiB", "before the table", archive(long_line, with_zprint=False), ("right",), size(1), True),
    ]
    return found + sparse() + lies() + texts() + kinds() + names()


def sparse() -> list[Threat]:
    tib = 1 << 40
    row, parts = "sparse giants", {
        "GNU, 1 TiB with data at its end": gnu_sparse(tib, tib - 512), "GNU, 8 GiB, data at its start": gnu_sparse(8 * GIB, 0),
        "GNU, data beyond its end": gnu_sparse(1024, tib), "pax, 1 TiB": pax_sparse(tib, b"1\n1099511627264\n512\n"),
        "pax, a map that lies": pax_sparse(1024, b"999999999\n0\n512\n"), "pax, numbers beyond 64 bits": pax_sparse(1024, b"1\n" + b"9" * 40 + b"\n512\n"),
    }
    return [Threat(row, name, archive(part, with_zprint=False), ("right", "limited", "corrupt", "truncated", "unread", "refused")) for name, part in parts.items()]


def lies() -> list[Threat]:
    row, damaged = "sizes that lie", ("corrupt", "limited", "truncated")
    fields = {
        "16 EiB, base 256": b"\x80" + b"\0" * 3 + b"\x3f" + b"\xff" * 7, "beyond 64 bits, base 256": b"\x80" + b"\xff" * 11, "negative, base 256": b"\xff" * 12,
        "most negative": b"\xff\xff\xff\xff\x80" + b"\0" * 7, "17 GiB without content": b"\x80" + (17 * GIB).to_bytes(11, "big"),
        "8 GiB without content": b"77777777777\0", "not octal": b"zzzzzzzzzzz\0", "1 GiB without content": b"10000000000\0",
    }
    found = [Threat(row, name, archive(lie(field)), damaged + (("right", "complete", "unread") if name in ("not octal", "negative, base 256", "most negative") else ()))
             for name, field in fields.items()]
    found.append(Threat(row, "shorter than the content", archive(lie(b"00000000001\0", b"x" * 4096)), damaged))
    records = {"size=99999999999999999999": {"size": "9" * 20}, "size=-1": {"size": "-1"}, "size=1 TiB": {"size": str(1 << 40)}, "empty path": {"path": ""},
               "hdrcharset": {"hdrcharset": "BINARY", "path": "x"}, "mtime beyond all": {"mtime": "9" * 30}}
    found += [Threat(row, f"pax {name}", archive(pax_lie(record)), damaged + ("right", "complete", "refused")) for name, record in records.items()]
    return found


def texts() -> list[Threat]:
    rows = {
        "NUL bytes": b"zone\0name                   248   8512K   12974K       35146", "a row of NULs": b"\0" * 200, "invalid UTF-8": b"\xff\xfe\xc3\x28 248K 1 2 3",
        "escapes": b"\x1b[31mzone\x1b[0m 248 1K", "a size of 2^63": b"big.zone 248 9223372036854775807K 1K 1 1 1 4K 1 C",
        "a size of 2^70": b"big.zone 248 1180591620717411303424K 1K 1 1 1 4K 1 C", "a negative size": b"big.zone 248 -5K 1K 1 1 1 4K 1 C",
        "a formula": b'=HYPERLINK("http://x") 1 2 3',
    }
    found = [Threat("spoiled text", name, archive(spoiled_text(row), with_zprint=False), ("right",)) for name, row in rows.items()]
    return found + [Threat("the same member twice", "the same text", archive(doubled), ("complete",))]


def kinds() -> list[Threat]:
    row, target = "links and devices in place of members", b"/etc/passwd"
    made = {"symbolic link": b"2", "hard link": b"1", "character device": b"3", "block device": b"4", "folder": b"5", "FIFO": b"6", "contiguous file, empty": b"7",
            "unknown kind": b"Z"}
    return [Threat(row, name, archive(member(f"{TOP}/kextstat.txt", None, kind, target if kind in b"12" else b"")), ("complete", "right")) for name, kind in made.items()]


def names() -> list[Threat]:
    found = [Threat("names that lead out, or drive a terminal", repr(name), archive(member(name.encode(), b"nothing\n")), ("complete", "right", "corrupt"))
             for name in NAMES if "zprint" not in name]
    found += [Threat("names that lead out, or drive a terminal", repr(name), archive(member(name.encode(), b"nothing\n"), with_zprint=True), ("complete", "right"))
              for name in NAMES if "zprint" in name]
    return found + [Threat("names that lead out, or drive a terminal", repr(name), archive(member(name, b"nothing\n")), ("complete", "right")) for name in RAW_NAMES]
