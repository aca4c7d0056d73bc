"""Every archive of the set, in the order of their names."""

from importlib import import_module
from pkgutil import iter_modules

from . import machines
from .archive_set import Archive


def archives() -> list[Archive]:
    found = []
    for module in iter_modules(machines.__path__):
        found += import_module(f"{machines.__name__}.{module.name}").archives()
    return sorted(found, key=lambda a: a.name)
