"""Measures how the processor time of every command grows with every kind of row, and fails where it grows too fast.

    scripts/checks/scaling [--program FILE] [--rows FRACTION] [--only WORD] [--markdown FILE]

Each text is made at 1, 2 and 4 times of its size. The growth of a doubling is the square root of the growth from 1 to 4
times, without the program's start: 2.0 is linear. Above 2.6 the check fails. A time is measured again when it seems to
grow too fast, and the least counts. Without --program a release is built; a debug build, which is ten times slower,
tells as much with a fraction of the rows. --markdown replaces the table in an article.
"""

from __future__ import annotations

import argparse
import os
import resource
import signal
import subprocess
import sys
import tempfile
import traceback
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "scripts"))

from scaling.kernel_texts import shipped  # noqa: E402
from scaling.kinds import KINDS  # noqa: E402
from scaling.packing import pack, series  # noqa: E402

MOST_GROWTH = 2.6
# Of a command that takes less at 4 times, in seconds, nothing can be said.
LEAST_SECONDS = 0.08
# A command is ended after this processor time, in seconds: the slowest sound one takes a tenth of it.
MOST_SECONDS = 20
SIZES = (1, 2, 4)


@dataclass
class Row:
    """The times of one command on one kind of input."""

    kind: str
    command: str
    seconds: list = field(default_factory=list)
    peak: float = 0  # MiB
    growth: float = 0  # 0 where the command is too fast to tell


def measure(command: list) -> tuple:
    """The processor time of a command in seconds, infinite when it was ended; and its peak of memory in MiB."""
    limit = (MOST_SECONDS, MOST_SECONDS + 5)
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                               preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CPU, limit))
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1, 5, -signal.SIGXCPU, -signal.SIGKILL):
        sys.exit(f"{' '.join(map(str, command))} ended with {process.returncode}")
    seconds = float("inf") if process.returncode < 0 else usage.ru_utime + usage.ru_stime
    return seconds, usage.ru_maxrss / (1024 if sys.platform != "darwin" else 1 << 20)


def apart(work) -> None:
    """Runs `work` in a process of its own: a program's peak of memory counts what its parent holds when it starts."""
    child = os.fork()
    if child == 0:
        try:
            work()
        except BaseException:
            traceback.print_exc()
            os._exit(1)
        os._exit(0)
    if os.waitpid(child, 0)[1] != 0:
        sys.exit("the input cannot be made")


class Scaling:
    def __init__(self, program: str, folder: Path, rows: float):
        self.program, self.folder, self.fraction = program, folder, rows
        self.rows: list = []
        small = pack(folder / "small.tar", {"vm_stat.txt": shipped("vm_stat.txt")})
        self.start = min(measure([program, "report", small])[0] for _ in range(5))

    def commands(self, older: Path, path: Path) -> dict:
        report, compare = [self.program, "report", path], [self.program, "compare", older, path]
        return {
            "report": report, "json": [*report, "--format", "json"], "html": [*report, "--format", "html"], "redact": [*report, "--redact"],
            "compare": compare, "baseline": [*compare, "--baseline", older, path], "list": [self.program, "list", path],
            "extract": [self.program, "extract", path, "--kernel", "--as-tar", self.folder / "out.tar.gz", "--force"],
        }

    def try_kind(self, kind: str) -> None:
        rows, make, names = KINDS[kind]
        count = int(rows * self.fraction)
        commands = []
        for times in SIZES:
            paths = [self.folder / f"{times}-{hours}.tar" for hours in (0, 6)]
            apart(lambda: self.pack_both(make(count * times), paths))
            commands.append(self.commands(*paths))
        for name in names:
            self.add(kind, name, [sized[name] for sized in commands])

    @staticmethod
    def pack_both(texts: dict, paths: list) -> None:
        """Writes two captures of one boot, six hours apart."""
        for path, hours in zip(paths, (0, 6)):
            pack(path, texts, hours)

    def try_store(self) -> None:
        """A batch, and what reads its store, with up to 400 captures.

        A trend takes all pairs of up to 65 captures: below that, its time grows as their square.
        """
        kind = "captures of a series"
        folders = [self.folder / f"series{times}" for times in SIZES]
        for times, folder in zip(SIZES, folders):
            apart(lambda: series(folder, max(66, int(100 * self.fraction)) * times))
        stores = [self.folder / f"store{times}.sqlite" for times in SIZES]
        for folder, store in zip(folders, stores):
            subprocess.run([self.program, "batch", folder, "--store", store, "-q"], stdout=subprocess.DEVNULL, check=True)
        self.add(kind, "batch", [[self.program, "batch", folder, "--jobs", "1"] for folder in folders])
        self.add(kind, "trend", [[self.program, "trend", folder] for folder in folders])
        for words in ("trend", "trend --format json", "trend --format html", "fleet", "store list", "store export"):
            self.add(kind, f"{words} of a store", [[self.program, *words.split(), store] for store in stores])

    def add(self, kind: str, name: str, commands: list) -> None:
        """Measures a command at each size, and again while it seems to grow too fast."""
        row = Row(kind, name, [float("inf")] * len(commands))
        for _ in range(4):
            for place, command in enumerate(commands):
                # What did not end in time will not do so the next time.
                if place > 0 and row.seconds[place - 1] == float("inf"):
                    break
                seconds, peak = measure(command)
                row.seconds[place] = min(row.seconds[place], seconds)
                row.peak = max(row.peak, peak)
            # Less than half of the program's start cannot be told from its variation.
            used = [max(seconds - self.start, self.start / 2) for seconds in row.seconds]
            row.growth = 0 if used[-1] < LEAST_SECONDS else (used[-1] / used[0]) ** 0.5 if used[0] < float("inf") else float("inf")
            if row.growth <= MOST_GROWTH or row.seconds[-1] == float("inf"):
                break
        self.rows.append(row)
        times = " ".join(f"{seconds:6.2f}" for seconds in row.seconds)
        growth = f"{row.growth:.2f}" if row.growth else "fast"
        print(f"{times}  {growth:>5}  {row.peak:4.0f} MiB  {kind}, {name}", flush=True)

    @property
    def failures(self) -> list:
        return [f"{row.kind}, {row.command}" for row in self.rows if row.growth > MOST_GROWTH]


def table(rows: list) -> str:
    """A row for each kind of input: the command that grows fastest, and the peaks of all."""
    lines = ["| kind of input | commands | fastest growth | CPU s at 4 times | peak MiB |", "|---|---|---:|---:|---:|"]
    kinds: dict = {}
    for row in rows:
        kinds.setdefault(row.kind, []).append(row)
    for kind, found in kinds.items():
        growth = max(row.growth for row in found)
        lines.append(f"| {kind} | {', '.join(row.command for row in found)} | {f'{growth:.2f}' if growth else '–'}"
                     f" | {max(row.seconds[-1] for row in found):.2f} | {max(row.peak for row in found):.0f} |")
    return "\n".join(lines) + "\n"


def write(article: Path, rows: list) -> None:
    """Replaces the table of the article, which begins with the same heading."""
    new = table(rows)
    lines = article.read_text().splitlines(keepends=True)
    first = lines.index(new.splitlines(keepends=True)[0])
    end = next((place for place in range(first, len(lines)) if not lines[place].startswith("|")), len(lines))
    article.write_text("".join(lines[:first]) + new + "".join(lines[end:]))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", type=os.path.abspath)
    parser.add_argument("--rows", type=float, default=1, metavar="FRACTION", help="a part of the rows, for a program that is not optimised")
    parser.add_argument("--only", default="", metavar="WORD", help="kinds with this word")
    parser.add_argument("--markdown", type=Path, metavar="FILE", help="the article whose table is replaced")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        scaling = Scaling(options.program, Path(folder), options.rows)
        for kind in KINDS:
            if options.only in kind:
                scaling.try_kind(kind)
        if options.only in "captures of a series":
            scaling.try_store()
    if options.markdown:
        write(options.markdown, scaling.rows)
    for failure in scaling.failures:
        print(f"grows too fast: {failure}", file=sys.stderr)
    print(f"{len(scaling.rows)} commands on {len({row.kind for row in scaling.rows})} kinds of input; none may grow by more than {MOST_GROWTH} for a doubling")
    return 1 if scaling.failures else 0


if __name__ == "__main__":
    sys.exit(main())
