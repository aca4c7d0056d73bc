"""Three series of six captures of the lean Mac, one every 45 minutes: a leak, a leak across a reboot, and a healthy day."""

from __future__ import annotations

from datetime import datetime, timedelta

from ..archive_set import Archive
from ..lean_archive import lean_archive
from ..lean_mac import ZONE_MAP, lean_mac
from ..lean_zones import BYTES_PER_HOUR, CACHES, ELEMENT, LEAK, RATE, Moment
from ..units import MIB, kib_bytes

STEP, CAPTURES, GROWTH = 2700, 6, 60 * MIB
BEGIN = datetime.fromisoformat("2026-04-20T09:00:00+02:00")
UP = 7200  # seconds from the boot to the first capture
REBOOT_AFTER, REBOOTED = 3, 1320  # the third capture, and so many seconds after it


def moments(name: str) -> list[Moment]:
    first, found = int(BEGIN.timestamp()) - UP, []
    for number in range(1, CAPTURES + 1):
        at, boot_time, boot = (BEGIN + timedelta(seconds=STEP * (number - 1))).isoformat(), first, 1
        if name == "series-reboot" and number > REBOOT_AFTER:
            boot_time, boot = int(BEGIN.timestamp()) + STEP * (REBOOT_AFTER - 1) + REBOOTED, 2
        if name == "series-healthy":
            found.append(Moment(f"{name}/{number}", at, boot_time, boot, leaks=False, caches=GROWTH * (number - 1) // (CAPTURES - 1), noise=0.01))
        else:
            found.append(Moment(f"{name}/{number}", at, boot_time, boot))
    return found


NAMES = ("series-healthy", "series-leak", "series-reboot")


def archives() -> list[Archive]:
    return [lean_archive(lean_mac(moment)) for name in NAMES for moment in moments(name)]


def series_truths() -> dict[str, dict]:
    return {name: series_truth(name) for name in NAMES}


def series_truth(name: str) -> dict:
    """The model's growth: the leak is exact to the byte, of all else two captures differ by at most `largestNoise`, caches apart."""
    rows = [row(moment) for moment in moments(name)]
    boots = [boot_truth([r for r in rows if r["boot"] == number]) for number in sorted({r["boot"] for r in rows})]
    leaks = moments(name)[0].leaks
    facts = {
        "machine": {"model": "Mac16,1", "hostName": "test-lean.example"}, "secondsBetweenCaptures": STEP, "archives": rows, "boots": boots,
        "largestNoise": 2 * moments(name)[0].noise, "capacity": {"bytes": ZONE_MAP, "source": "jetsam.zoneMapCap"},
        "leak": {"zone": LEAK, "elementBytes": ELEMENT, "elementsPerSecond": RATE, "bytesPerHour": BYTES_PER_HOUR} if leaks else None}
    if not leaks:
        facts["caches"] = {"zones": sorted(CACHES), "growthBytes": rows[-1]["cacheBytes"] - rows[0]["cacheBytes"]}
    return facts


def row(moment: Moment) -> dict:
    m = lean_mac(moment)
    leak = next(z for z in m.zones if z.name == LEAK)
    return {
        "archive": f"{moment.name}.tar.gz", "capturedAt": moment.at, "boot": moment.boot, "bootTime": moment.boot_time,
        "secondsSinceBoot": moment.seconds(), "zoneBytes": {"exactBytes": m.zone_bytes, "printedBytes": sum(kib_bytes(z.cur) for z in m.zones)},
        "kernelBytes": m.wired_bytes - m.mlock_bytes, "leakingZoneBytes": leak.cur, "leakingZoneInUse": leak.inuse,
        "otherZoneBytes": m.zone_bytes - leak.cur, "cacheBytes": sum(z.cur for z in m.zones if z.name in CACHES)}


def boot_truth(rows: list[dict]) -> dict:
    """What a boot's captures show. `hoursLeft` is for the last: what the capacity leaves to all zones, at the leak's rate."""
    first, last = rows[0], rows[-1]
    hours = (last["secondsSinceBoot"] - first["secondsSinceBoot"]) / 3600
    rate = (last["leakingZoneBytes"] - first["leakingZoneBytes"]) / hours
    leaks = rate == BYTES_PER_HOUR
    others = [r["otherZoneBytes"] for r in rows]
    return {
        "boot": first["boot"], "bootTime": first["bootTime"], "archives": [r["archive"] for r in rows], "hours": hours,
        "leakingZoneBytesPerHour": int(rate) if leaks else None, "growthBytes": last["zoneBytes"]["exactBytes"] - first["zoneBytes"]["exactBytes"],
        "otherZonesSpreadBytes": max(others) - min(others),
        "hoursLeft": round((ZONE_MAP - last["zoneBytes"]["exactBytes"]) / BYTES_PER_HOUR, 4) if leaks else None}
