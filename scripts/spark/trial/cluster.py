"""A Spark cluster on this machine with separate executor processes, and the job on it."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Callable

from objectstore import KEYS

JOB = Path(__file__).resolve().parents[1]
EXECUTORS, SHARDS = 2, 12


def run(*command: object) -> subprocess.CompletedProcess:
    return subprocess.run(list(map(str, command)), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)


def environment(folder: Path) -> dict[str, str]:
    # By itself, the cluster would write into the folder of PySpark. Most of the time of so short a job is Java's compiler.
    return {
        **os.environ, "SPARK_WORKER_DIR": str(folder / "cluster"), "SPARK_LOCAL_DIRS": str(folder / "cluster"),
        "JDK_JAVA_OPTIONS": "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC",
    }


def command(program: Path, output: Path, source: Path | str, endpoint: str) -> list[str]:
    """The job on a cluster of two executor processes."""
    settings = [f"spark.executorEnv.{key}={value}" for key, value in KEYS.items()]
    settings += ["spark.ui.enabled=false", "spark.task.maxFailures=8", "spark.sql.adaptive.enabled=false"]
    parts = [sys.executable, "-B", JOB / "job.py", "--program", program, "--output", output, "--endpoint", endpoint, "--shards", SHARDS]
    return list(map(str, [*parts, "--master", f"local-cluster[{EXECUTORS},1,1024]", *(f"--conf={one}" for one in settings), source]))


class Job:
    """A run of the job, which is watched while it runs."""

    def __init__(self, program: Path, output: Path, source: str, endpoint: str, folder: Path) -> None:
        started = command(program, output, source, endpoint)
        self.log = folder / f"{output.name}.log"
        self.process = subprocess.Popen(started, stdout=subprocess.PIPE, stderr=self.log.open("ab"), env=environment(folder))
        self.output = ""
        self.executors_seen = 0

    def executors(self) -> list[int]:
        """The executor processes that this job has started."""
        listed = subprocess.run(["ps", "-A", "-o", "pid=,ppid=,args="], capture_output=True, text=True).stdout
        parents, found = {}, []
        for line in listed.splitlines():
            pid, parent, command = line.split(None, 2)
            parents[int(pid)] = int(parent)
            if "CoarseGrainedExecutorBackend" in command:
                found.append(int(pid))

        def is_ours(pid: int) -> bool:
            while pid in parents and pid != self.process.pid:
                pid = parents[pid]
            return pid == self.process.pid

        return [pid for pid in found if is_ours(pid)]

    def kill_executor_when(self, is_time: Callable[[], bool]) -> bool:
        while self.process.poll() is None:
            executors = self.executors()
            if executors and is_time():
                os.kill(executors[0], signal.SIGKILL)
                return True
            time.sleep(0.1)
        return False

    def wait(self) -> int:
        while self.process.poll() is None:
            self.executors_seen = max(self.executors_seen, len(self.executors()))
            time.sleep(0.5)
        self.output = self.process.stdout.read().decode()
        if self.process.returncode not in (0, 5):
            print(self.log.read_text()[-4000:], file=sys.stderr)
        return self.process.returncode


def fleet(engine: str, place: Path, views: Path, folder: Path) -> dict:
    asked = [sys.executable, "-B", JOB / "fleet.py", place, "--engine", engine, "--views", views]
    done = subprocess.run(list(map(str, asked)), capture_output=True, text=True, env=environment(folder))
    if done.returncode:
        print(done.stderr[-4000:], file=sys.stderr)
        return {"outliers": [], "kexts": []}
    return json.loads(done.stdout)
