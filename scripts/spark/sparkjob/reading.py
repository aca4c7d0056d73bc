"""Streams one archive into the program, and tells damage from trouble of transport."""

from __future__ import annotations

import fcntl
import json
import subprocess
import threading
import time
from dataclasses import dataclass, field

from .objects import Object
from .places import Place

CHUNK, PIPE = 8 << 20, 1 << 20
GRACE = 10  # seconds
LOST, BELIEVED = 6, {0, 1, 5}


@dataclass
class Reading:
    """The rows of an archive by table."""

    rows: dict[str, list[dict]] = field(default_factory=dict)
    is_lost: bool = False  # it could not be fetched: to be read again

    def failures(self) -> list[dict]:
        return self.rows.get("failures", [])


def read(one: Object, program: str, endpoint: str | None, attempts: int, timeout: int) -> Reading:
    """The rows of an archive; after trouble of transport it is fetched again, with a growing pause."""
    for attempt in range(attempts):
        if attempt:
            time.sleep(min(30, 2**attempt / 2))
        reading = once(one, program, endpoint, timeout)
        if not reading.is_lost:
            return reading
    return reading


def once(one: Object, program: str, endpoint: str | None, timeout: int) -> Reading:
    command = [program, "report", "-", "--name", one.name, "--expect-bytes", str(one.size), "--format", "rows", "--errors-as-json"]
    command += ["--timeout", f"{timeout}s"]
    place, trouble = Place.of(one.name, endpoint), []
    if place.is_local:
        # The program reads a file by itself: no byte goes through Python.
        try:
            with open(place.path, "rb") as source:
                process = subprocess.Popen(command, stdin=source, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        except OSError:
            return Reading(is_lost=True)
        feeder = threading.Thread()
    else:
        process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        widen(process.stdin)
        feeder = threading.Thread(target=feed, args=(place, process.stdin, trouble), daemon=True)
    feeder.start()
    # The program gives up by itself, and says so in its rows.
    alarm = threading.Timer(timeout + GRACE, process.kill)
    alarm.start()
    text = process.stdout.read()
    status = process.wait()
    timed_out = not alarm.is_alive()
    alarm.cancel()
    feeder.join()
    if timed_out:
        return Reading({"failures": [failure(one, f"it took more than {timeout} s")]})
    if trouble or status == LOST:
        return Reading(is_lost=True)
    if status in BELIEVED:
        return Reading(rows_by_table(text))
    return Reading({"failures": [failure(one, f"sysbalance ended with {status}")]})


def rows_by_table(text: bytes) -> dict[str, list[dict]]:
    rows: dict[str, list[dict]] = {}
    for line in text.splitlines():
        row = json.loads(line)
        rows.setdefault(row.pop("table"), []).append(row)
    return rows


def failure(one: Object, error: str) -> dict:
    return {"path": one.name, "outcome": "unreadable", "error": error}


def widen(pipe) -> None:
    """Lets a pipe hold more, where the system can: fewer turns between reader and writer."""
    set_size = getattr(fcntl, "F_SETPIPE_SZ", None)
    if set_size is not None:
        try:
            fcntl.fcntl(pipe, set_size, PIPE)
        except OSError:
            pass


def feed(place: Place, sink, trouble: list[BaseException]) -> None:
    """Sends an object; that the program takes no more of it is no trouble."""
    try:
        # By itself, pyarrow would inflate what is called .gz, and its checksum would never be verified.
        with place.system.open_input_stream(place.path, compression=None) as source:
            # Each read is a request, and fills the same memory.
            chunk = memoryview(bytearray(CHUNK))
            while count := source.readinto(chunk):
                try:
                    sink.write(chunk[:count])
                except BrokenPipeError:
                    return
    except Exception as error:  # noqa: BLE001: whatever a store's library raises is trouble of transport
        trouble.append(error)
    finally:
        try:
            sink.close()
        except BrokenPipeError:
            pass
