"""The lean Mac twelve minutes after a panic: the zone map was exhausted, and the leak has begun again."""

from __future__ import annotations

from datetime import datetime

from ..archive_set import Archive
from ..incidents import PanicReport
from ..lean_archive import lean_archive
from ..lean_mac import lean_mac
from ..lean_zones import LEAK, Moment
from ..system_views import spindump, top

AT, SINCE_BOOT = "2026-04-22T03:26:12+02:00", 720
PANIC = PanicReport(
    "2026-04-22T03:13:04+02:00", LEAK, "20G", 21_182_160, "ExampleServer", 402,
    [("com.apple.iokit.EndpointSecurity", "1.0", ["com.apple.driver.AppleMobileFileIntegrity(1.0.5)", "com.apple.kec.corecrypto(26.0)"])])


def archives() -> list[Archive]:
    boot_time = int(datetime.fromisoformat(AT).timestamp()) - SINCE_BOOT
    m = lean_mac(Moment("macos-26-after-panic", AT, boot_time, boot=2, has_jetsam=False))
    m.panic = PANIC
    return [lean_archive(m, {"top.txt": top(m), "spindump.txt": spindump(m)})]
