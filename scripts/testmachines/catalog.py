"""Every archive and every series of the set, in the order of their names."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType

from . import machines
from .archive_set import Archive


def archives() -> list[Archive]:
    return sorted((a for module in modules() for a in module.archives()), key=lambda a: a.name)


def series_truths() -> dict[str, dict]:
    """What a reader of several archives must find, by the name of the series."""
    return {name: facts for module in modules() if hasattr(module, "series_truths") for name, facts in module.series_truths().items()}


def modules() -> Iterator[ModuleType]:
    for module in iter_modules(machines.__path__):
        yield import_module(f"{machines.__name__}.{module.name}")
