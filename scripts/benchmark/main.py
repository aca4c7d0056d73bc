"""The benchmark: makes archives, checks that all tools give the same bytes, times them, compares with the targets."""

from __future__ import annotations

import argparse
import hashlib
import multiprocessing
import os
import platform
import shutil
import subprocess
import sys
import tempfile
from datetime import date
from pathlib import Path

from archives import make
from timing import interleaved

ROOT = Path(__file__).resolve().parents[2]
TEXTS = ROOT / "TestArchives" / "texts" / "macos-26-zone-leak"
TARFILE = """
import sys, tarfile
with tarfile.open(sys.argv[1], "r|gz") as archive:
    for member in archive:
        if member.name.endswith("/zprint.txt"):
            sys.stdout.buffer.write(archive.extractfile(member).read())
"""


def peers(archive: str) -> dict[str, list[str]]:
    """The other tools that are here, each made to write zprint.txt or, the inflaters, everything."""
    commands = {
        "igzip -dc": ["igzip", "-dc", archive],
        "bsdtar": ["bsdtar", "-xOf", archive, "--include", "*/zprint.txt"],
        "GNU tar + gzip": ["tar", "-xzOf", archive, "--wildcards", "*/zprint.txt"],
        "pigz -dc": ["pigz", "-dc", archive],
        "Python tarfile": [sys.executable, "-c", TARFILE, archive],
        "rapidgzip": ["rapidgzip", "-dc", archive],
    }
    return {name: command for name, command in commands.items() if shutil.which(command[0])}


def check_same_bytes(ours: str, archive: str, wanted: bytes) -> None:
    """Every tool must give the same zprint.txt; ours by its extraction."""
    expected = hashlib.sha256(wanted).hexdigest()
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([ours, "extract", archive, "--section", "zprint", "-q", "-o", f"{folder}/out"], check=True)
        found = {"sysbalance": hashlib.sha256(Path(f"{folder}/out/zprint.txt").read_bytes()).hexdigest()}
    for name in ("bsdtar", "GNU tar + gzip", "Python tarfile"):
        if command := peers(archive).get(name):
            found[name] = hashlib.sha256(subprocess.run(command, capture_output=True, check=True).stdout).hexdigest()
    wrong = [name for name, digest in found.items() if digest != expected]
    if wrong:
        sys.exit(f"not the same bytes: {', '.join(wrong)}")


def table(title: str, results: dict, base: str) -> None:
    reference = results[base].row()[0]
    print(f"\n### {title}\n\n| tool | wall s | CPU s | peak MiB | wall against {base} |\n|---|---|---|---|---|")
    for name, runs in results.items():
        wall, cpu, peak = runs.row()
        print(f"| {name} | {wall:.3f} | {cpu:.3f} | {peak:.1f} | {wall / reference:.2f} |")


class Targets:
    """Figures that must be reached; a miss is said loudly and ends the run with status 1."""

    def __init__(self) -> None:
        self.rows: list[tuple[str, str, str, bool]] = []

    def add(self, name: str, figure: float, limit: float, unit: str, at_least: bool = False) -> None:
        met = figure >= limit if at_least else figure <= limit
        sign = "≥" if at_least else "≤"
        self.rows.append((name, f"{figure:.2f} {unit}", f"{sign} {limit:g} {unit}", met))

    def report(self) -> bool:
        print("\n### Targets\n\n| figure | measured | target | met |\n|---|---|---|---|")
        for name, figure, limit, met in self.rows:
            print(f"| {name} | {figure} | {limit} | {'yes' if met else '**NO**'} |")
        return all(met for *_, met in self.rows)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--ours", required=True)
    parser.add_argument("--zlib", required=True)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--quick", action="store_true", help="archives of 10, 40 and 160 MB")
    parser.add_argument("--keep", type=Path, help="make the archives here and keep them")
    options = parser.parse_args()
    folder = options.keep or Path(tempfile.mkdtemp(prefix="sysbalance-bench-"))
    folder.mkdir(parents=True, exist_ok=True)
    try:
        return run(options, folder)
    finally:
        if not options.keep:
            shutil.rmtree(folder)


def run(options: argparse.Namespace, folder: Path) -> int:
    small, middle, large = (10, 40, 160) if options.quick else (50, 200, 800)
    wanted = {name: (TEXTS / name).read_bytes() for name in ("zprint.txt", "kextstat.txt", "footprint-all.txt", "vm_stat.txt", "sysctl.txt")}
    plans = {
        "small": (small, "mix", "spread", wanted, 0), "middle": (middle, "mix", "spread", wanted, 0),
        "large": (large, "mix", "end", wanted, 0), "start": (large, "mix", "start", wanted, 0),
        "text": (middle, "text", "spread", wanted, 0), "dump": (small, "mix", "spread", wanted, 200),
    }
    paths = {}
    for name, plan in plans.items():
        paths[name] = str(folder / f"{name}.tar.gz")
        if not Path(paths[name]).exists():
            # In a process of its own: what the parent once held would count as the peak of each measured child.
            child = multiprocessing.get_context("spawn").Process(target=make, args=(Path(paths[name]), *plan))
            child.start()
            child.join()
    check_same_bytes(options.ours, paths["small"], wanted["zprint.txt"])
    print(f"Measured on {date.today()}: {platform.machine()}, {os.cpu_count()} processors, {platform.system()}; medians of {options.runs} runs in turn.")
    targets = Targets()
    ours, zlib = options.ours, options.zlib

    def report(archive: str, *flags: str) -> list[str]:
        return [ours, "report", "--format", "json", *flags, archive]

    results = interleaved({"sysbalance": report(paths["large"]), "sysbalance (zlib)": [zlib, *report(paths["large"])[1:]], **peers(paths["large"])}, options.runs)
    table(f"Mix, {large} MB, members at the end", results, "igzip -dc" if "igzip -dc" in results else "sysbalance")
    wall = {name: runs.row()[0] for name, runs in results.items()}
    peak = results["sysbalance"].row()[2]
    for name, limit, at_least in (("igzip -dc", 1.05, False), ("bsdtar", 2, True), ("GNU tar + gzip", 5, True), ("Python tarfile", 2.5, True)):
        if name in wall:
            ratio = wall[name] / wall["sysbalance"] if at_least else wall["sysbalance"] / wall[name]
            targets.add(f"{'faster than' if at_least else 'wall of'} {name}, mix", ratio, limit, "×", at_least)
    results = interleaved({"sysbalance": report(paths["text"]), **{n: c for n, c in peers(paths["text"]).items() if n == "bsdtar"}}, options.runs)
    table(f"Text only, {middle} MB", results, "sysbalance")
    if "bsdtar" in results:
        targets.add("faster than bsdtar, text", results["bsdtar"].row()[0] / results["sysbalance"].row()[0], 2.5, "×", True)
    results = interleaved({"middle": report(paths["middle"]), "large": report(paths["large"]), "dump": report(paths["dump"]), "without dump": report(paths["small"]),
                           "--fast, members at the start": report(paths["start"], "--fast"), "--version": [ours, "--version"]}, options.runs)
    table("Size, early stop and start-up", results, "middle")
    rows = {name: runs.row() for name, runs in results.items()}
    megabytes = {name: os.path.getsize(paths[name]) / 1e6 for name in ("middle", "large")}
    start_up = rows["--version"][0]
    per = {name: (rows[name][0] - start_up) / megabytes[name] for name in megabytes}
    targets.add("time per MB, large against middle", per["large"] / per["middle"], 1.10, "×")
    targets.add("peak memory", max(peak, rows["dump"][2]), 32, "MiB")
    targets.add("--fast above --version", (rows["--fast, members at the start"][0] - start_up) * 1000, 40, "ms")
    targets.add("--version", start_up * 1000, 25, "ms")
    return 0 if targets.report() else 1


if __name__ == "__main__":
    sys.exit(main())
