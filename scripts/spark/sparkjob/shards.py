"""Shards: which archives belong together, and which of them are done."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass, field

from .objects import Object
from .places import Place

MARKS = "_shards"


@dataclass
class Shard:
    """The archives of one task."""

    number: int
    objects: list[Object] = field(default_factory=list)

    @property
    def bytes(self) -> int:
        return sum(one.size for one in self.objects)

    def text(self) -> str:
        return json.dumps([asdict(one) for one in self.objects])

    @staticmethod
    def read(number: int, text: str) -> Shard:
        return Shard(number, [Object(**one) for one in json.loads(text)])


def number(name: str, count: int) -> int:
    """The shard of a name, the same in every run; `batch --shard` computes it alike, from 1."""
    return int.from_bytes(hashlib.sha256(name.encode()).digest()[:8], "big") % count


def deal(found: list[Object], count: int) -> list[Shard]:
    """The shards that have an archive."""
    shards: dict[int, Shard] = {}
    for one in found:
        place = number(one.name, count)
        shards.setdefault(place, Shard(place)).objects.append(one)
    return [shards[place] for place in sorted(shards)]


def file(output: Place, table: str, shard: int) -> Place:
    return output / table / f"shard={shard}" / "rows.parquet"


@dataclass
class Mark:
    """What is done of a shard: written last, so that a shard without it is read again."""

    made_by: dict  # the program and the version of the tables
    objects: dict[str, dict]  # name: size, tag, snapshots, failures

    @staticmethod
    def load(output: Place, shard: int, made_by: dict) -> Mark:
        """The mark of a shard; an empty one when there is none, or another version made it."""
        kept = (output / MARKS / f"{shard}.json").json()
        return Mark(**kept) if kept and kept["made_by"] == made_by else Mark(made_by, {})

    def save(self, output: Place, shard: int) -> None:
        (output / MARKS / f"{shard}.json").write(json.dumps(asdict(self)).encode())

    def holds(self, one: Object) -> bool:
        known = self.objects.get(one.name)
        return known is not None and (known["size"], known["tag"]) == (one.size, one.tag)


def maker(definition: dict) -> dict:
    return {"tool": definition["tool"], "schemaVersion": definition["schemaVersion"]}


@dataclass
class State:
    """What an output holds already."""

    output: Place
    definition: dict
    count: int | None

    @staticmethod
    def load(output: Place, definition: dict) -> State:
        return State(output, definition, ((output / "_job.json").json() or {}).get("shards"))

    def keep(self, count: int) -> None:
        """Fixes the number of shards: with another, archives would change their shards."""
        if self.count is None:
            (self.output / "_job.json").write(json.dumps({"shards": count}).encode())
            self.count = count

    def numbers(self) -> list[int]:
        return [int(name.split(".")[0]) for name in (self.output / MARKS).names() if name.endswith(".json")]

    def is_done(self, shard: Shard) -> bool:
        mark = Mark.load(self.output, shard.number, maker(self.definition))
        return set(mark.objects) == {one.name for one in shard.objects} and all(map(mark.holds, shard.objects))

    def remove(self, numbers: set[int]) -> None:
        """Removes shards of which no archive is left."""
        for shard in numbers:
            (self.output / MARKS / f"{shard}.json").delete()
            names = [table["name"] for table in self.definition["tables"]]
            for name in [*names, *(f"_copies/{name}" for name in names), "_machines"]:
                file(self.output, name, shard).delete()
