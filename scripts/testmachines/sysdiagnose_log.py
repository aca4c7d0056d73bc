"""sysdiagnose's own account of its tasks: sysdiagnose.log and taskSummary.csv."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from .machine import Machine


@dataclass
class Task:
    """A task of sysdiagnose. `limit` is its time limit in seconds."""

    name: str
    command: str
    group: str
    seconds: float
    limit: int = 60
    status: int = 0
    collected: bool = True
    timed_out: bool = False
    need: int = 0x0010


STATE = 0x00B8  # what Customer mode grants
INTERNAL = 0x0011  # a need that Customer mode does not meet


def conditions_met(task: Task) -> bool:
    return task.need & STATE == task.need


def sysdiagnose_log(m: Machine, tasks: list[Task], version: str) -> str:
    """Preamble, the conditions of every task, then starts and ends in order."""
    at = datetime.fromisoformat(m.captured).replace(tzinfo=None)
    lines = [stamp(at, f"sysdiagnose {version} starting, mode: Customer"),
             stamp(at, f"build {m.build}, model {m.model}, user test-user")]
    for task in tasks:
        passed = int(conditions_met(task))
        lines.append(stamp(at, f"{task.name} ({task.command}): Req - {task.need:04X} State - {STATE:04X}."
                               f" Did conditions pass: {passed}"))
    for task in (t for t in tasks if conditions_met(t)):
        lines.append(stamp(at, f"starting task {task.name}"))
        at += timedelta(seconds=task.seconds)
        end = "killed at its time limit" if task.timed_out else f"ended with status {task.status}"
        lines.append(stamp(at, f"task {task.name} {end} after {task.seconds:.3f} s"))
    return "\n".join([*lines, stamp(at, "archive written")]) + "\n"


def stamp(at: datetime, text: str) -> str:
    return f"{at.strftime('%Y-%m-%d %H:%M:%S')}.{at.microsecond // 1000:03d} {text}"


def task_summary(tasks: list[Task]) -> str:
    """`"command","exited with status N",seconds,limit` below the line of each group."""
    lines: list[str] = []
    for group in dict.fromkeys(t.group for t in tasks):
        lines.append(f"{group}")
        for t in (t for t in tasks if t.group == group and conditions_met(t)):
            end = "timed out" if t.timed_out else f"exited with status {t.status}"
            lines.append(f'"{t.command}","{end}",{t.seconds:.6f},{t.limit}')
    return "\n".join(lines) + "\n"
