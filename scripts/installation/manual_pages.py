"""Writes a manual page for sysbalance and for each of its commands.

    manual_pages.py HELP.json VERSION FOLDER

HELP.json is what `sysbalance --experimental-dump-help` prints: the commands, their arguments and their help. The pages
are troff with the man macros, which `man` on macOS (mandoc) and on Linux (groff) reads.
"""

import json
import os
import sys


def escaped(text):
    """Text that troff prints as it stands, as ASCII."""
    text = text.replace("\\", "\\e").replace("-", "\\-")
    text = "".join(c if ord(c) < 128 else "\\[u%04X]" % ord(c) for c in text)
    # A line that begins with one of these would be a request.
    return "\n".join("\\&" + line if line[:1] in (".", "'") else line for line in text.split("\n"))


def paragraphs(text):
    """The paragraphs of a discussion; indented lines are examples and stay as they are."""
    lines = []
    for block in (text or "").strip("\n").split("\n\n"):
        if not block.strip():
            continue
        if all(line.startswith("  ") for line in block.split("\n")):
            lines += [".PP", ".nf", ".RS 4"]
            lines += [escaped(line.strip()) for line in block.split("\n")] + [".RE", ".fi"]
        else:
            lines += [".PP", escaped(block)]
    return lines


def option_name(name):
    return ("--" if name["kind"] == "long" else "-") + name["name"]


def placeholder(argument):
    return argument.get("valueName") or "value"


def signature(argument):
    """An argument as the synopsis shows it: `[--top <top>]`, `<old>`."""
    if argument["kind"] == "positional":
        text = "<%s>" % placeholder(argument)
    else:
        text = option_name(argument["preferredName"])
        if argument["kind"] == "option":
            text += " <%s>" % placeholder(argument)
    if argument.get("isRepeating"):
        text += " ..."
    return "[%s]" % text if argument.get("isOptional") else text


def heading(argument):
    """An argument as its paragraph is headed: `-o, --output <output>`."""
    if argument["kind"] == "positional":
        return "<%s>" % placeholder(argument)
    names = sorted(argument["names"], key=lambda name: name["kind"] == "long")
    text = ", ".join(option_name(name) for name in names)
    return text + (" <%s>" % placeholder(argument) if argument["kind"] == "option" else "")


def described(argument):
    """The lines of an argument's paragraph."""
    words = [argument.get("abstract") or ""]
    default = argument.get("defaultValue")
    if default and argument["kind"] != "flag":
        words.append("The default is %s." % default)
    lines = [".TP", ".B " + escaped(heading(argument)), escaped(" ".join(words).strip()) or "\\&"]
    if argument.get("discussion"):
        lines += [".IP", escaped(argument["discussion"])]
    return lines


def shown(command):
    return [part for part in command.get("arguments") or [] if part.get("shouldDisplay", True)]


def subcommands(command):
    return [
        part
        for part in command.get("subcommands") or []
        if part["commandName"] != "help" and part.get("shouldDisplay", True)
    ]


def page(command, names, version):
    """The manual page of a command whose own name and those above it are `names`."""
    title = "-".join(names)
    arguments = shown(command)
    parts = subcommands(command)
    lines = [
        '.TH "%s" "1" "" "sysbalance %s" "User Commands"' % (title.upper(), version),
        ".SH NAME",
        "%s \\- %s" % (escaped(title), escaped((command.get("abstract") or "").rstrip("."))),
        ".SH SYNOPSIS",
        ".B " + escaped(" ".join(names)),
    ]
    words = [signature(argument) for argument in arguments] + (["<command>"] if parts else [])
    lines += [escaped(word) for word in words]
    if command.get("discussion"):
        lines += [".SH DESCRIPTION"] + paragraphs(command["discussion"])
    sections = []
    for argument in arguments:
        section = argument.get("sectionTitle") or (
            "arguments" if argument["kind"] == "positional" else "options"
        )
        if section not in sections:
            sections.append(section)
    for section in sections:
        lines.append('.SH "%s"' % section.upper())
        for argument in arguments:
            own = argument.get("sectionTitle") or (
                "arguments" if argument["kind"] == "positional" else "options"
            )
            if own == section:
                lines += described(argument)
    if parts:
        lines.append(".SH COMMANDS")
        for part in parts:
            lines += [".TP", ".B " + escaped(part["commandName"]), escaped(part.get("abstract") or "")]
    related = names[:-1] and ["-".join(names[:-1])] or []
    related += ["-".join(names + [part["commandName"]]) for part in parts]
    if related:
        lines.append(".SH SEE ALSO")
        lines.append(",\n".join(".BR %s (1)" % escaped(name) for name in related).replace(",\n.BR", " ,\n.BR"))
    return "\n".join(lines) + "\n"


def write(command, above, version, folder):
    """Writes the page of a command and of each command below it."""
    names = above + [command["commandName"]]
    with open(os.path.join(folder, "-".join(names) + ".1"), "w", encoding="utf-8") as file:
        file.write(page(command, names, version))
    for part in subcommands(command):
        write(part, names, version, folder)


def main():
    source, version, folder = sys.argv[1:]
    with open(source, encoding="utf-8") as file:
        write(json.load(file)["command"], [], version, folder)


if __name__ == "__main__":
    main()
