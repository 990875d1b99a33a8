"""Runs one peer on one instance and prints its answer as a line of JSON.

usage: peers greedy|lp|maxsat|cpsat INSTANCE SECONDS [--programme FILE]

A peer that cannot do the instance answers "unsupported"; one that finds nothing in time answers "unknown".
"""

import argparse
import os
import sys
import time
from importlib import import_module
from pathlib import Path

import instance as instances
from answer import write_programme

MODULES = {"greedy": "greedy", "lp": "linear_bound", "maxsat": "maxsat", "cpsat": "cpsat"}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("peer", choices=list(MODULES))
    parser.add_argument("instance", type=Path)
    parser.add_argument("seconds", type=float)
    parser.add_argument("--programme", type=Path, help="where the programme goes when there is one")
    options = parser.parse_args()
    instance = instances.read(options.instance)
    peer = import_module(MODULES[options.peer])
    # Solvers greet on the standard output; only the answer belongs there.
    sys.stdout = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    began = time.monotonic()
    answer = peer.solve(instance, options.seconds)
    seconds = time.monotonic() - began
    if options.programme and answer.programme is not None:
        write_programme(options.programme, instance, answer, answer.programme, seconds)
    print(answer.line(instance, seconds))


if __name__ == "__main__":
    main()
