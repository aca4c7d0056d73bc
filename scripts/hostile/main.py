"""Runs sysbalance on malicious archives and prints the results as a Markdown table."""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
import unicodedata
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "scripts"))

from hostile import threats as making  # noqa: E402
from hostile.catalog import threats  # noqa: E402
from hostile.threats import Threat, archive  # noqa: E402

MOST_MEMORY = 64
MOST_SECONDS = 600


@dataclass
class Run:
    status: int
    seconds: float
    peak: float  # MiB
    output: bytes
    errors: bytes


def run(command: list[str], folder: str) -> Run:
    with tempfile.TemporaryFile(dir=folder) as output, tempfile.TemporaryFile(dir=folder) as errors:
        start = time.perf_counter()
        process = subprocess.Popen(command, stdout=output, stderr=errors, cwd=folder)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        output.seek(0), errors.seek(0)
        peak = usage.ru_maxrss / (1024 if sys.platform != "darwin" else 1 << 20)
        return Run(process.returncode, usage.ru_utime + usage.ru_stime or seconds, peak, output.read(), errors.read())


class Trial:
    """Runs report, list and extract on one input."""

    def __init__(self, program: str, folder: str):
        self.program, self.folder = program, folder
        self.path = os.path.join(folder, "hostile.tar.gz")
        self.plain = None

    def prepare(self) -> None:
        archive()(self.path, 0)
        self.plain = self.numbers(json.loads(self.report().output))

    def report(self) -> Run:
        return run([self.program, "report", "--format", "json", self.path], self.folder)

    @staticmethod
    def numbers(report: dict) -> dict:
        """The report on the kernel, without line numbers."""
        def bare(value):
            if isinstance(value, dict):
                return {key: bare(part) for key, part in value.items() if key != "line"}
            return [bare(part) for part in value] if isinstance(value, list) else value
        return {"balance": report["balance"].get("kernel"), "kernel": bare(report["kernel"])}

    def outcomes(self, result: Run) -> set[str]:
        if result.status not in (0, 1, 5):
            return {f"status {result.status}"}
        reports = list(objects(result.output.decode("utf-8")))
        if result.status == 1:
            # One object, which says why there is nothing to report.
            if [set(report) >= {"failure", "scan"} for report in reports] != [True]:
                return {"no reason in JSON"}
            text = result.errors.decode("utf-8", "replace")
            found = {word for word, sign in (("truncated", "truncated"), ("corrupt", "damaged"), ("limited", "a limit was met")) if sign in text}
            return found | ({"unread"} if "no memory section" in text else {"refused"})
        # Of several captures one must be right; each has its own object.
        report = next((one for one in reports if self.numbers(one) == self.plain), reports[0])
        outcome = report["scan"]["outcome"]
        if outcome != "complete":
            return {outcome}
        whole = self.numbers(report) == self.plain
        quiet = len(reports) == 1 and not report["scan"]["problems"] and all(section["outcome"] == "parsed" for section in report["sections"] if section.get("member"))
        return {"complete"} if whole and quiet else {"right"} if whole else {"wrong numbers"}

    def attempt(self, threat: Threat) -> tuple[float, float, set[str], list[str]]:
        """Peak memory, seconds for a report, outcomes, and faults."""
        result = self.report()
        outcomes, faults = self.outcomes(result), []
        peak = result.peak
        if not outcomes & set(threat.expect):
            faults.append(f"outcome {', '.join(outcomes)}, not {' or '.join(threat.expect)}: {result.errors[:300]!r}")
        if (result.status == 0) != (outcomes == {"complete"}) and result.status == 0 and outcomes != {"right"}:
            faults.append("exit 0 for what is not whole")
        for command in (["report", self.path], ["list", self.path], ["extract", "--kernel", "-o", "out", self.path]):
            if threat.grows and command[0] == "list":
                continue
            other = run([self.program, *command], self.folder)
            peak = max(peak, other.peak)
            faults += self.shown(other, command[0])
            if other.status not in (0, 1, 5):
                faults.append(f"{command[0]} ends with {other.status}")
        faults += self.written()
        if peak > MOST_MEMORY:
            faults.append(f"{peak:.0f} MiB of memory")
        return peak, result.seconds, outcomes, faults

    @staticmethod
    def shown(result: Run, command: str) -> list[str]:
        text = (result.output + result.errors).decode("utf-8", "strict")
        unsafe = {char for char in text if char != "\n" and unicodedata.category(char) in ("Cc", "Cf", "Zl", "Zp")}
        return [f"{command} prints {unsafe}"] if unsafe else []

    def written(self) -> list[str]:
        out, faults = os.path.join(self.folder, "out"), []
        strange = set(os.listdir(self.folder)) - {"out", "hostile.tar.gz"}
        if strange:
            faults.append(f"written outside: {strange}")
        for name in os.listdir(out) if os.path.isdir(out) else []:
            status = os.lstat(os.path.join(out, name))
            if status.st_mode != 0o100600:
                faults.append(f"{name} has mode {status.st_mode:o}")
        shutil.rmtree(out, ignore_errors=True)
        return faults


def objects(text: str):
    """The JSON objects of a text, one after the other."""
    decoder, place = json.JSONDecoder(), 0
    while place < len(text.rstrip()):
        value, end = decoder.raw_decode(text, place)
        yield value
        place = end + len(text[end:]) - len(text[end:].lstrip())


def is_linear(trial: Trial, threat: Threat, seconds: float) -> list[str]:
    """Checks that a quarter of the input takes at least an eighth of the time."""
    threat.make(trial.path, threat.size // 4 >> 20 << 20)
    quarter = trial.report().seconds
    return [] if seconds <= 8 * max(quarter, 0.1) else [f"{seconds:.1f} s, a quarter of it {quarter:.1f} s"]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--program", required=True)
    parser.add_argument("--scale", type=float, default=1, help="makes the large inputs smaller")
    parser.add_argument("--only", default="", help="rows whose name holds this")
    options = parser.parse_args()
    making.ZPRINT = (ROOT / "TestArchives/texts/macos-12-healthy/zprint.txt").read_bytes()
    rows: dict[str, list] = {}
    failures = 0
    with tempfile.TemporaryDirectory() as folder:
        trial = Trial(os.path.abspath(options.program), folder)
        trial.prepare()
        for threat in threats(options.scale):
            if options.only not in threat.row:
                continue
            threat.make(trial.path, threat.size)
            peak, seconds, outcomes, faults = trial.attempt(threat)
            if threat.grows:
                faults += is_linear(trial, threat, seconds)
            for fault in faults:
                print(f"FAILED {threat.row}, {threat.name}: {fault}", file=sys.stderr)
            failures += len(faults)
            rows.setdefault(threat.row, []).append((threat.size, peak, seconds, outcomes))
            print(f"{threat.row}, {threat.name}: {', '.join(sorted(outcomes))}, {peak:.0f} MiB, {seconds:.2f} s", file=sys.stderr)
    print_table(rows)
    return 1 if failures else 0


def print_table(rows: dict[str, list]) -> None:
    print("| threat | inputs | largest | CPU s | ns per byte | peak MiB | outcome |")
    print("|---|---:|---:|---:|---:|---:|---|")
    for row, results in rows.items():
        size, _, seconds, _ = max(results)
        large = size >= 1 << 28
        outcomes = sorted({outcome for result in results for outcome in result[3]})
        print(f"| {row} | {len(results)} | {f'{size / (1 << 30):.1f} GiB' if large else 'small'} | {max(r[2] for r in results):.2f} |"
              f" {f'{seconds / size * 1e9:.2f}' if large else ''} | {max(r[1] for r in results):.0f} | {', '.join(outcomes)} |")


if __name__ == "__main__":
    sys.exit(main())
