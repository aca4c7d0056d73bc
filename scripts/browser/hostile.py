"""Archives whose every name is hostile: markup, scripts, quotes, escapes and marks that turn the direction."""

import io
import re
import tarfile
from pathlib import Path

# No blanks: a name that has one would be two columns of a table. Each begins with letters of its own,
# by which it is found in the page whatever becomes of the rest.
PAYLOADS = [
    '<script>alert(1)</script>',
    '"><img/src=x:1/onerror=alert(2)>',
    "'onmouseover='alert(3)'x='",
    '</style></title></script><svg/onload=alert(4)>',
    'javascript:alert(5)',
    '&lt;b&gt;&#60;i&#62;',
    '<!--<iframe/src=http://127.0.0.1:9/>',
    '\u202egpj.exe\u2066',
    '\x1b[31m\x1b]0;x\x07',
    '`<b>`{{7*7}}${7*7}',
    '<a/href=javascript:alert(6)>x</a>',
    '<link/rel=stylesheet/href=//127.0.0.1:9/x.css>',
]


class Names:
    """Gives out names, and remembers which words must be found in the page."""

    def __init__(self):
        self.count = 0
        self.given = []

    def next(self, kind, most=None):
        """A new name of a kind; at most `most` characters, where the tool's table leaves no more room."""
        payload = PAYLOADS[self.count % len(PAYLOADS)]
        mark = "q%s%dq" % (kind, self.count)
        self.count += 1
        self.given.append(mark)
        name = mark + payload.replace("/", "-") if kind == "zone" else mark + payload
        return name if most is None else name[:most]


def archive(texts, path):
    """Writes the archive of a folder of texts with hostile names in it, and returns the names' marks by kind."""
    names = Names()
    # No name of Apple's form: the machine is then told by the texts.
    top = names.next("top").replace("/", "-")
    with tarfile.open(path, "w:gz", format=tarfile.PAX_FORMAT) as tar:
        for file in sorted(Path(texts).rglob("*")):
            if not file.is_file():
                continue
            text = file.read_text(encoding="utf-8", errors="surrogateescape")
            content = changed(file.name, text, names).encode("utf-8", errors="surrogateescape")
            member = tarfile.TarInfo(top + "/" + str(file.relative_to(texts)))
            member.size = len(content)
            tar.addfile(member, io.BytesIO(content))
    return names.given


def changed(name, text, names):
    """A member's text with other names in it."""
    if name == "zprint.txt":
        return zprint(text, names)
    if name == "footprint-all.txt":
        return every(re.compile(r"^(?!kernel_task)(\S.*?)(?= \[\d+\]: )", re.M), text, "process", names)
    if name == "kextstat.txt":
        return every(re.compile(r"\b(com\.(?!apple\.kpi)[\w.-]+)(?= \()"), text, "kext", names)
    if name == "sysctl.txt":
        text = re.sub(r"(?m)^hw\.model: .*", lambda _: "hw.model: " + names.next("model"), text)
        return text + "kern.hostname: " + names.next("host") + "\n"
    return text


def every(pattern, text, kind, names):
    """Replaces the first names that a pattern finds, the largest of the tables: a page shows those."""
    return pattern.sub(lambda _: names.next(kind), text, count=40)


def zprint(text, names):
    """Zones and wired rows by names as long as theirs; the tool pads them to columns."""
    zones = re.compile(r"^(data\.kalloc\.1024|vnodes|vm\.objects|vm\.map\.entries|ipc\.ports)( +)(?=\d)", re.M)
    rows = re.compile(r"^(VM_KERN_MEMORY_(?:PTE|OSFMK|IOKIT|KALLOC_DATA|BSD))( +)", re.M)

    def name(kind):
        def replace(match):
            room = len(match.group(0)) - 1
            made = names.next(kind)
            return made + " " * max(1, room + 1 - len(made))
        return replace

    return rows.sub(name("wired"), zones.sub(name("zone"), text))
