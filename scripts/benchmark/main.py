"""The benchmark: creates archives, checks that all tools read the same bytes, times them, and checks the targets."""

from __future__ import annotations

import argparse
import os
import platform
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import archives
import members
from peers import check_same_bytes, extractors, inflaters
from timing import Runs, interleaved

WANTED = ("zprint.txt", "kextstat.txt", "footprint-all.txt", "vm_stat.txt", "sysctl.txt")
DUMP_MEGABYTES = 200


class Targets:
    """Required figures; a miss is reported and gives exit status 1."""

    def __init__(self) -> None:
        self.rows: list[tuple[str, str, str, bool]] = []

    def at_most(self, name: str, figure: float, limit: float, unit: str) -> None:
        self.rows.append((name, f"{figure:.2f} {unit}", f"≤ {limit:g} {unit}", figure <= limit))

    def at_least(self, name: str, figure: float, limit: float, unit: str) -> None:
        self.rows.append((name, f"{figure:.2f} {unit}", f"≥ {limit:g} {unit}", figure >= limit))

    def report(self) -> bool:
        print("\n### Targets\n\n| figure | measured | target | met |\n|---|---|---|---|")
        for name, figure, limit, met in self.rows:
            print(f"| {name} | {figure} | {limit} | {'yes' if met else '**NO**'} |")
        missed = [name for name, _, _, met in self.rows if not met]
        if missed:
            print(f"\nTARGETS MISSED: {'; '.join(missed)}", file=sys.stderr)
        return not missed


class Benchmark:
    def __init__(self, options: argparse.Namespace, folder: Path) -> None:
        self.options, self.folder, self.targets = options, folder, Targets()
        self.small, self.middle, self.large = (10, 40, 160) if options.quick else (50, 200, 800)
        self.wanted = {name: (members.LEAK / name).read_bytes() for name in WANTED}

    def run(self) -> bool:
        self.make_archives()
        check_same_bytes([self.options.ours, self.options.zlib], self.path("small"), self.wanted["zprint.txt"])
        print(f"Measured on {date.today()}: {platform.machine()}, {os.cpu_count()} processors, {platform.system()}, load "
              f"{os.getloadavg()[0]:.1f} at the start; medians of {self.options.runs} runs in turn.")
        self.time_mix()
        self.time_text()
        self.time_sizes()
        self.time_start()
        self.time_parsers()
        self.time_members()
        return self.targets.report()

    def make_archives(self) -> None:
        for name, megabytes, kind, place, dump in (
            ("small", self.small, "mix", "spread", 0), ("middle", self.middle, "mix", "spread", 0), ("large", self.large, "mix", "end", 0),
            ("start", self.large, "mix", "start", 0), ("text", self.middle, "text", "spread", 0), ("dump", self.small, "mix", "spread", DUMP_MEGABYTES),
        ):
            archives.make(Path(self.path(name)), megabytes, kind, place, self.wanted, dump)

    def path(self, name: str) -> str:
        return str(self.folder / f"{name}.tar.gz")

    def report(self, name: str, *flags: str, binary: str = "") -> list[str]:
        return [binary or self.options.ours, "report", "--format", "json", *flags, self.path(name)]

    def time(self, commands: dict[str, list[str]]) -> dict[str, Runs]:
        return interleaved(commands, self.options.runs)

    def time_mix(self) -> None:
        archive = self.path("large")
        results = self.time({
            "sysbalance": self.report("large"), "sysbalance (zlib)": self.report("large", binary=self.options.zlib),
            **inflaters(archive), **extractors(archive)})
        table(f"Mix, {self.large} MB, members at the end", results, "igzip -dc" if "igzip -dc" in results else "sysbalance")
        wall = {name: runs.row()[0] for name, runs in results.items()}
        if "igzip -dc" in wall:
            self.targets.at_most("wall of igzip -dc, mix", wall["sysbalance"] / wall["igzip -dc"], 1.05, "×")
        for name, limit in (("bsdtar", 2), ("GNU tar + gzip", 5), ("Python tarfile", 2.5)):
            if name in wall:
                self.targets.at_least(f"faster than {name}, mix", wall[name] / wall["sysbalance"], limit, "×")

    def time_text(self) -> None:
        archive = self.path("text")
        peers = {name: command for name, command in {**inflaters(archive), **extractors(archive)}.items() if name in ("bsdtar", "igzip -dc")}
        results = self.time({"sysbalance": self.report("text"), **peers})
        table(f"Text only, {self.middle} MB", results, "sysbalance")
        if "bsdtar" in results:
            ratio = results["bsdtar"].row()[0] / results["sysbalance"].row()[0]
            self.targets.at_least("faster than bsdtar, text", ratio, 2.5, "×")

    def time_sizes(self) -> None:
        names = {f"{self.small} MB": "small", f"{self.middle} MB": "middle", f"{self.large} MB": "large",
                 f"{self.small} MB and {DUMP_MEGABYTES} MB of regions": "dump"}
        results = self.time({**{title: self.report(name) for title, name in names.items()}, "--version": [self.options.ours, "--version"]})
        table("Size", results, f"{self.small} MB")
        rows = {title: runs.row() for title, runs in results.items()}
        per = {title: (rows[title][0] - rows["--version"][0]) / os.path.getsize(self.path(name)) for title, name in names.items()}
        self.targets.at_most("time per MB, large against middle", per[f"{self.large} MB"] / per[f"{self.middle} MB"], 1.10, "×")
        self.targets.at_most("peak memory", max(peak for _, _, peak in rows.values()), 32, "MiB")

    def time_start(self) -> None:
        commands = {"--version": [self.options.ours, "--version"], "--fast": self.report("start", "--fast")}
        if self.options.static:
            commands["--version, static"] = [self.options.static, "--version"]
            commands["--fast, static"] = self.report("start", "--fast", binary=self.options.static)
        # The runs are short, and the target is a difference: measure more of them.
        results = interleaved(commands, 4 * self.options.runs)
        table(f"Start-up, and {self.large} MB with the members at the start", results, "--version")
        wall = {name: runs.row()[0] * 1000 for name, runs in results.items()}
        self.targets.at_most("--fast above --version", wall["--fast"] - wall["--version"], 40, "ms")
        self.targets.at_most("--version", wall["--version"], 25, "ms")
        if self.options.static:
            self.targets.at_most("--version, static", wall["--version, static"], 15, "ms")

    def time_parsers(self) -> None:
        folder = self.folder / "members"
        folder.mkdir(exist_ok=True)
        print("\n### Parsers\n\n| member | MB/s |\n|---|---|")
        self.members = members.write(folder, DUMP_MEGABYTES // 4)
        for title, (path, limit) in self.members.items():
            line = subprocess.run([self.options.parsers, str(path)], check=True, capture_output=True, text=True).stdout
            rate = int(line.split("\t")[1])
            print(f"| {title} | {rate} |")
            if limit:
                self.targets.at_least(f"parsing {title}", rate, limit, "MB/s")


    def time_members(self) -> None:
        """The whole program with one large member, in a tar that is not compressed."""
        commands = {}
        for title, (path, _) in self.members.items():
            if path.name in ("taskinfo.txt", "spindump.txt", "vmmap.txt", "heap.txt"):
                archives.store(self.folder / f"{path.stem}.tar", path.name, path.read_bytes())
                commands[title] = [self.options.ours, "report", "--format", "json", str(self.folder / f"{path.stem}.tar")]
        results = self.time({**commands, "--version": [self.options.ours, "--version"]})
        table("One large member, stored", results, "--version")
        peak = max(runs.row()[2] for title, runs in results.items() if title in commands)
        self.targets.at_most("peak memory, one large member", peak, 32, "MiB")


def table(title: str, results: dict[str, Runs], base: str) -> None:
    reference = results[base].row()[0]
    print(f"\n### {title}\n\n| tool | wall s | CPU s | peak MiB | wall against {base} |\n|---|---|---|---|---|")
    for name, runs in results.items():
        wall, cpu, peak = runs.row()
        print(f"| {name} | {wall:.3f} | {cpu:.3f} | {peak:.1f} | {wall / reference:.2f} |")
    sys.stdout.flush()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--ours", required=True)
    parser.add_argument("--zlib", required=True)
    parser.add_argument("--parsers", required=True)
    parser.add_argument("--static", help="a binary of scripts/build-release")
    parser.add_argument("--folder", type=Path, required=True)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--quick", action="store_true", help="archives of 10, 40 and 160 MB")
    parser.add_argument("--keep", action="store_true", help="keep the archives")
    options = parser.parse_args()
    folder = options.folder / "archives"
    folder.mkdir(parents=True, exist_ok=True)
    try:
        return 0 if Benchmark(options, folder).run() else 1
    finally:
        if not options.keep:
            shutil.rmtree(folder)


if __name__ == "__main__":
    sys.exit(main())
