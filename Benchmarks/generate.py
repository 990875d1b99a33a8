"""Writes the benchmark's own instances as JSON; the same arguments give the same file.

usage: generate.py expo|list --scale small|medium|whole [--seed N] [--with-rest] [--output FILE]
"""

import argparse
import json
import sys
from pathlib import Path
from typing import Any

import expo_instance
import list_instance


def instance(kind: str, scale: str, seed: int, with_rest: bool) -> dict[str, Any]:
    """The instance of a kind, a scale and a seed, named after them."""
    name = f"{kind}-{scale}{'-rest' if with_rest else ''}-{seed}"
    if kind == "list":
        return list_instance.ListInstance(list_instance.SHAPES[scale], seed).instance(name)
    return expo_instance.ExpoInstance(expo_instance.SHAPES[scale], seed, with_rest).instance(name)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("kind", choices=["expo", "list"])
    parser.add_argument("--scale", choices=["small", "medium", "whole"], default="small")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--with-rest", action="store_true", help="walking and interpreters' rest (expo)")
    parser.add_argument("--output", type=Path, help="a file instead of the standard output")
    options = parser.parse_args()
    if options.with_rest and options.kind == "list":
        parser.error("--with-rest is for expo; a list has neither halls to walk between nor interpreters")
    text = json.dumps(instance(options.kind, options.scale, options.seed, options.with_rest)) + "\n"
    if options.output:
        options.output.write_text(text, encoding="utf-8")
    else:
        sys.stdout.write(text)


if __name__ == "__main__":
    main()
