"""Runs a program as a child and measures it."""

import os
import signal
import subprocess
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO


@dataclass(frozen=True)
class Child:
    """How a child ended; `code` is None when it overran its time and was stopped."""

    code: int | None
    output: str
    errors: str
    seconds: float
    peak_megabytes: float


def run(command: Sequence[str | Path], limit: float) -> Child:
    """Runs a command to its end, or stops it after `limit` seconds.

    The system counts the parent's memory at the start into the child's peak: measure small work first.
    """
    with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as errors:
        began = time.monotonic()
        process = subprocess.Popen(command, stdout=output, stderr=errors, start_new_session=True)
        overran = False
        while True:
            ended, status, usage = os.wait4(process.pid, os.WNOHANG)
            if ended:
                break
            if not overran and time.monotonic() - began > limit:
                overran = True
                os.killpg(process.pid, signal.SIGKILL)
            time.sleep(0.01)
        seconds = time.monotonic() - began
        process.returncode = os.waitstatus_to_exitcode(status)
        return Child(
            code=None if overran else process.returncode,
            output=_text(output),
            errors=_text(errors),
            seconds=seconds,
            peak_megabytes=usage.ru_maxrss / 1024,
        )


def _text(file: IO[bytes]) -> str:
    file.seek(0)
    return file.read().decode("utf-8", errors="replace")
