"""Looks at the program's pages in a browser: scripts/checks/browser and scripts/make-screenshots."""

import argparse
import io
import re
import resource
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ARCHIVES = ROOT / "TestArchives"
sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parent))
sys.path.insert(0, str(ROOT / "scripts"))

import checks  # noqa: E402
import hostile  # noqa: E402
import operations  # noqa: E402
import plants  # noqa: E402
from devtools import Browser  # noqa: E402
from storetrial import fleets  # noqa: E402

# The sizes of the issue: 2,000 processes and 1,000 zones make a page below 1 MB within a second of the processor.
MOST_BYTES = 1_000_000
MOST_SECONDS = 1.0


def spent():
    """The processor seconds of all programs that ended so far."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


class Pages:
    """The pages of every kind of result, made by the program in a folder."""

    def __init__(self, program, folder):
        self.program = str(program)
        self.folder = Path(folder)

    def run(self, *arguments):
        """Runs the program; the processor seconds that it took."""
        begin = spent()
        done = subprocess.run([self.program, *map(str, arguments)], stdout=subprocess.DEVNULL,
                              stderr=subprocess.PIPE, text=True)
        if done.returncode != 0:
            raise SystemExit("%s: %s" % (" ".join(map(str, arguments)), done.stderr))
        return spent() - begin

    def page(self, name, *arguments):
        path = self.folder / (name + ".html")
        seconds = self.run(*arguments, "--format", "html", "-o", path)
        return path, seconds

    def shipped(self):
        """A page of each kind, of what the project ships; the fleet as a folder of pages."""
        pages = {
            "report": self.page("report", "report", ARCHIVES / "macos-26-zone-leak.tar.gz")[0],
            "compare": self.page("compare", "compare", ARCHIVES / "macos-26-healthy.tar.gz",
                                 ARCHIVES / "macos-26-zone-leak.tar.gz")[0],
            "machines": self.page("machines", "compare", ARCHIVES / "seed-fresh-mac.tar.gz",
                                  ARCHIVES / "seed-older-mac.tar.gz")[0],
            "trend": self.page("trend", "trend", ARCHIVES / "series-leak")[0],
            "reboot": self.page("reboot", "trend", ARCHIVES / "series-reboot")[0],
        }
        archives = self.folder / "archives"
        archives.mkdir()
        fleets.fleet(archives, 60, 6, 5)
        store = self.folder / "fleet.sqlite"
        self.run("batch", archives, "--store", store)
        self.run("fleet", store, "--format", "html", "-o", self.folder / "fleet")
        pages["fleet"] = self.folder / "fleet" / "index.html"
        return pages

    def hostile(self):
        """Pages of archives with hostile names, and the marks of the names that they must show."""
        texts = ARCHIVES / "texts"
        old, new = self.folder / "old.tar.gz", self.folder / "new.tar.gz"
        hostile.archive(texts / "macos-26-healthy", old)
        marks = hostile.archive(texts / "macos-26-zone-leak", new)
        store = self.folder / "hostile.sqlite"
        self.run("batch", new, "--store", store)
        return {
            "hostile report": self.page("hostile-report", "report", new)[0],
            "hostile compare": self.page("hostile-compare", "compare", old, new)[0],
            "hostile list": self.page("hostile-list", "list", new)[0],
            "hostile store": self.page("hostile-store", "store", "list", store)[0],
        }, marks

    def large(self):
        """The page of 2,000 processes and 1,000 zones; seconds in all, and more than text takes."""
        archive = self.folder / "large.tar.gz"
        enlarged(ARCHIVES / "texts" / "macos-26-zone-leak", archive)
        path = self.page("large", "report", archive)[0]
        page = min(self.run("report", archive, "--format", "html", "-o", path, "--force") for _ in range(3))
        text = min(self.run("report", archive, "--brief") for _ in range(3))
        return path, page, page - text


def enlarged(texts, path):
    """The leaking Mac with its processes and zones repeated under other names."""
    with tarfile.open(path, "w:gz") as tar:
        for file in sorted(texts.rglob("*")):
            if not file.is_file():
                continue
            content = file.read_bytes()
            if file.name == "zprint.txt":
                lines = content.splitlines(keepends=True)
                zones = [line for line in lines if re.match(rb"^[a-z][\w.]* +\d+ +\d+K", line)]
                at = lines.index(zones[0])
                more = [line.replace(line.split()[0], b"%s%d" % (line.split()[0][:12], turn), 1)
                        for turn in range(3) for line in zones]
                content = b"".join(lines[:at] + more[:700] + lines[at:])
            if file.name == "footprint-all.txt":
                blocks = re.split(rb"(?m)^(?==+\n\S.* \[\d+\]: )", content)
                processes = [block for block in blocks[1:-1] if b"kernel_task" not in block.split(b"\n", 2)[1]]
                more = [re.sub(rb" \[(\d+)\]", lambda m: b" [%d]" % (int(m.group(1)) + 100_000 * (turn + 1)), block, count=1)
                        for turn in range(7) for block in processes]
                content = b"".join(blocks[:-1] + more + blocks[-1:])
            member = tarfile.TarInfo("sysdiagnose_large/" + str(file.relative_to(texts)))
            member.size = len(content)
            tar.addfile(member, io.BytesIO(content))


def check(pages, browser):
    """Runs every check and prints a line for each page; the number of faults."""
    count = 0

    def told(name, faults):
        nonlocal count
        count += len(faults)
        print("%-24s %s" % (name, "holds" if not faults else "FAILS"))
        for fault in faults[:12]:
            print("    " + fault)

    def look(name, path, judge, **how):
        page = browser.page(path.as_uri(), **how)
        faults = [fault for one in judge for fault in one(page)]
        page.close()
        told(name, faults)

    every = [checks.quiet, checks.inert, checks.named, checks.contrast]
    shipped = pages.shipped()
    for name, path in shipped.items():
        look(name + ", light", path, every)
        look(name + ", dark", path, [checks.quiet, checks.contrast], dark=True)
        look(name + ", 390 px", path, [checks.quiet, checks.narrow], width=390)
        look(name + ", no script", path, [checks.quiet, checks.inert, checks.readable], script=False)
        look(name + ", policy", path, [checks.guarded])
    for name in ("report", "compare"):
        look(name + ", operated", shipped[name], [
            operations.sorting, operations.filtering, operations.exact, operations.zooming, checks.quiet])
    outliers = list((pages.folder / "fleet").glob("snapshot-*.html"))
    told("fleet, pages", [] if outliers else ["no page of an outlier"])
    for path in outliers[:1]:
        look("fleet, an outlier", path, every)

    hostile_pages, marks = pages.hostile()
    for name, path in hostile_pages.items():
        look(name, path, [checks.quiet, checks.inert, checks.named])
        look(name + ", no script", path, [checks.quiet, checks.inert], script=False)
    text = ""
    for path in hostile_pages.values():
        page = browser.page(path.as_uri())
        text += page.value("document.documentElement.textContent")
        page.close()
    missing = [mark for mark in marks if mark not in text]
    # A page cuts its lists; what stands in none of them is few.
    kinds = sorted({mark.strip("q").rstrip("0123456789") for mark in marks} - {
        mark.strip("q").rstrip("0123456789") for mark in marks if mark not in missing})
    print("hostile names            %d of %d are shown" % (len(marks) - len(missing), len(marks)))
    told("hostile names, kinds", ["no name of a %s is shown" % kind for kind in kinds])

    for name, fault, judge in plants.PLANTS:
        page = browser.page(shipped["compare"].as_uri())
        page.value(fault)
        page.browser.settle()
        told("planted: " + name, [] if judge(page) else ["was not found"])
        page.close()

    path, seconds, more = pages.large()
    size = path.stat().st_size
    print("2,000 processes, 1,000 zones: %d bytes, %.2f s, %.2f s of it for the page" % (size, seconds, more))
    faults = [] if size < MOST_BYTES else ["%d bytes" % size]
    text = path.read_text()
    for noun, least in (("processes", 1900), ("zones", 950)):
        found = re.search(r"The first 500 of ([\d,]+) %s;" % noun, text)
        if not found or int(found.group(1).replace(",", "")) < least:
            faults.append("not %d %s" % (least, noun))
    told("a large page", faults + ([] if more < MOST_SECONDS else ["%.2f s for the page" % more]))
    look("a large page, shown", path, [checks.quiet, checks.inert])
    return count


def screenshots(pages, browser, target):
    """Writes pictures of each kind: light, dark, narrow, printed."""
    target.mkdir(parents=True, exist_ok=True)
    for name, path in pages.shipped().items():
        for suffix, how in (("light", {}), ("dark", {"dark": True}), ("390px", {"width": 390})):
            page = browser.page(path.as_uri(), **how)
            write(target / ("%s-%s.png" % (name, suffix)), page.screenshot())
            if suffix == "light":
                write(target / (name + "-print.pdf"), page.pdf())
            page.close()
    page = browser.page(pages.folder.joinpath("report.html").as_uri(), width=1000, height=1480)
    write(target / "report-page.png", page.screenshot(whole=False))
    page.close()


def write(path, content):
    path.write_bytes(content)
    print("%9d bytes  %s" % (len(content), path))


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", choices=["check", "screenshots"])
    parser.add_argument("--program", type=Path, required=True, help="the sysbalance to try")
    parser.add_argument("-o", dest="target", type=Path, help="where screenshots are written")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, Browser() as browser:
        pages = Pages(options.program.resolve(), folder)
        if options.what == "screenshots":
            return screenshots(pages, browser, options.target)
        count = check(pages, browser)
        print("%d faults" % count)
        return 1 if count else 0


if __name__ == "__main__":
    sys.exit(main())
