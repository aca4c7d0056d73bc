"""footprint's category tables and its blocks of auxiliary data."""

from .machine import Category, Machine
from .units import formatted

RULE = "=" * 90  # 70 and 10 for each of the two columns of -w
WIDTHS = (7, 11, 11, 13, 11)
HEADS = ("Dirty", "(Swapped)", "Clean", "Reclaimable", "(Wired)")


def table_row(cells, regions, name: str) -> str:
    return "".join(f"{cell:>{width}}" for cell, width in zip(cells, WIDTHS)) + f" {regions:>10}    {name}"


def category_table(categories: list[Category], m: Machine) -> list[str]:
    """The wide table: largest dirty first, a TOTAL row between dashes."""
    dashes = table_row(["---"] * 5, "---", "---")
    ordered = sorted(categories, key=lambda c: (-c.dirty, -c.reclaimable, -c.clean, c.name))
    total = Category("TOTAL", *(sum(getattr(c, key) for c in categories)
                                for key in ("dirty", "swapped", "clean", "reclaimable", "wired", "regions")))
    return [table_row(HEADS, "Regions", "Category"), dashes, *(category_row(c, m) for c in ordered), dashes,
            category_row(total, m)]


def category_row(c: Category, m: Machine) -> str:
    cells = [formatted(size, m.decimal_gb).text for size in (c.dirty, c.swapped, c.clean, c.reclaimable, c.wired)]
    return table_row(cells, c.regions, f"{c.name} {c.detail}" if c.detail else c.name)


def auxiliary(title: str, data: dict, indent: int = 4) -> list[str]:
    """`key: value` lines, sorted without regard to case; a nested block goes four blanks deeper."""
    lines = [title]
    for key in sorted(data, key=str.lower):
        if isinstance(data[key], dict):
            lines += auxiliary(" " * indent + f"{key}:", data[key], indent + 4)
        else:
            lines.append(f"{'':{indent}}{key}: {data[key]}")
    return lines
