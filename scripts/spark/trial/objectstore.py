"""An object store on loopback: moto's server, which speaks S3."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import time
from pathlib import Path

KEYS = {"AWS_ACCESS_KEY_ID": "trial", "AWS_SECRET_ACCESS_KEY": "trial", "AWS_DEFAULT_REGION": "us-east-1", "AWS_EC2_METADATA_DISABLED": "true"}


class ObjectStore:
    def __init__(self, log: Path) -> None:
        self.log = log
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.endpoint = f"http://127.0.0.1:{self.port}"

    def __enter__(self) -> ObjectStore:
        import boto3

        os.environ.update(KEYS)
        command = [sys.executable, "-m", "moto.server", "-H", "127.0.0.1", "-p", str(self.port)]
        self.process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=self.log.open("wb"))
        self.client = boto3.client("s3", endpoint_url=self.endpoint)
        for _ in range(300):
            try:
                self.client.list_buckets()
                return self
            except Exception:  # noqa: BLE001: not listening yet
                time.sleep(0.2)
        raise RuntimeError("moto's server does not start")

    def __exit__(self, *_: object) -> None:
        self.process.kill()
        self.process.wait()

    def fill(self, bucket: str, folder: Path) -> None:
        self.client.create_bucket(Bucket=bucket)
        for path in sorted(folder.rglob("*.gz")):
            self.put(bucket, str(path.relative_to(folder)), path.read_bytes())

    def put(self, bucket: str, key: str, data: bytes) -> None:
        self.client.put_object(Bucket=bucket, Key=key, Body=data)

    def delete(self, bucket: str, key: str) -> None:
        self.client.delete_object(Bucket=bucket, Key=key)

    def reads(self) -> int:
        """How often an archive was fetched, by the server's own log."""
        return len(re.findall(r'"GET /[^?" ]+\.gz', self.log.read_text(errors="replace")))
