"""Runs Fairway and its peers on instances, one after the other, and prints one table; the same as JSON.

usage: bench.py --fairway BINARY [--seconds S] [--peer-seconds S] [--peers NAME…] [--json FILE] -- PATH…

Every programme, Fairway's or a peer's, goes through `fairway check`; a broken rule ends the benchmark
with an error.
"""

import argparse
import json
import sys
import tempfile
from dataclasses import asdict
from pathlib import Path

import child
import table
from results import Comparison, Result

PEERS = ["greedy", "lp", "maxsat", "cpsat"]
PEERS_FOLDER = Path(__file__).parent / "peers"
SEED = "1"
# What a solver may take beyond its limit for reading, writing and its last step.
GRACE_SECONDS = 30


class BrokenProgramme(Exception):
    """Fairway wrote no programme, or a programme breaks a rule."""


class Bench:
    """The solvers, their time limits and a folder for what they write."""

    def __init__(self, fairway: Path, seconds: float, peer_seconds: float, folder: Path) -> None:
        self.fairway = fairway
        self.seconds = seconds
        self.peer_seconds = peer_seconds
        self.programme = folder / "programme.json"

    def comparison(self, instance: Path, peers: list[str]) -> Comparison:
        """Fairway first, while this process is small, then the peers."""
        own = self._fairway(instance)
        data = json.loads(instance.read_text(encoding="utf-8"))
        is_list = all(meeting["required"] for meeting in data["meetings"])
        return Comparison(data["name"], is_list, own, {peer: self._peer(peer, instance) for peer in peers})

    def _fairway(self, instance: Path) -> Result:
        self.programme.unlink(missing_ok=True)
        ended = child.run(
            [
                *(self.fairway, "schedule", "--instance", instance, "--output", self.programme),
                *("--time-limit", str(self.seconds), "--seed", SEED),
            ],
            self.seconds + GRACE_SECONDS,
        )
        if not self.programme.exists():
            raise BrokenProgramme(f"{instance}: fairway wrote no programme. {ended.errors}")
        self._check(instance, "fairway")
        programme = json.loads(self.programme.read_text(encoding="utf-8"))
        has_value = programme["status"] in ("optimal", "feasible")
        return Result(
            status=programme["status"],
            seconds=ended.seconds,
            placed_weight=programme["value"]["placedWeight"] if has_value else None,
            breaks=programme["value"]["breaks"] if has_value else None,
            weight_bound=programme["bound"]["placedWeight"],
            breaks_bound=programme["bound"].get("breaks"),
            peak_megabytes=ended.peak_megabytes,
        )

    def _peer(self, peer: str, instance: Path) -> Result:
        self.programme.unlink(missing_ok=True)
        ended = child.run(
            [
                *(sys.executable, PEERS_FOLDER, peer, instance, str(self.peer_seconds)),
                *("--programme", self.programme),
            ],
            self.peer_seconds + GRACE_SECONDS,
        )
        if ended.code is None:
            return Result("unknown", ended.seconds)
        if ended.code != 0:
            print(f"{instance}: {peer} failed. {ended.errors}", file=sys.stderr)
            return Result("failed", ended.seconds)
        if self.programme.exists():
            self._check(instance, peer)
        answer = json.loads(ended.output)
        return Result(
            status=answer["status"],
            seconds=answer["seconds"],
            placed_weight=answer["placedWeight"],
            breaks=answer["breaks"],
            weight_bound=answer["weightBound"],
            breaks_bound=answer["breaksBound"],
            peak_megabytes=ended.peak_megabytes,
        )

    def _check(self, instance: Path, solver: str) -> None:
        checked = child.run(
            [self.fairway, "check", "--instance", instance, "--programme", self.programme], GRACE_SECONDS
        )
        if checked.code != 0:
            reasons = checked.output + checked.errors
            raise BrokenProgramme(f"{instance}: {solver}'s programme is refused. {reasons}")


def files(paths: list[Path]) -> list[Path]:
    """The instances among files and folders, small ones first."""
    found: list[Path] = []
    for path in paths:
        candidates = sorted(path.rglob("*.json")) if path.is_dir() else [path]
        found += [file for file in candidates if _is_instance(file)]
    return sorted(found, key=lambda file: (file.stat().st_size, file))


def _is_instance(file: Path) -> bool:
    with file.open(encoding="utf-8") as text:
        return "fairway-instance/1" in text.read(200)


def summary(comparisons: list[Comparison]) -> str:
    """Proofs, seconds, and every advantage of a peer."""
    proven = sum(comparison.fairway.has_proof for comparison in comparisons)
    seconds = sum(comparison.fairway.seconds for comparison in comparisons)
    better = [claim for comparison in comparisons for claim in comparison.better_peers()]
    first = f"{len(comparisons)} instances, {proven} proven, {seconds:.1f} s; "
    return "\n  ".join([first + ("a peer is better:" if better else "no peer is better."), *better])


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("instances", nargs="+", type=Path, metavar="PATH", help="instance or folder")
    parser.add_argument("--fairway", type=Path, required=True, help="the release binary")
    parser.add_argument("--seconds", type=float, default=20)
    parser.add_argument("--peer-seconds", type=float, default=60)
    parser.add_argument("--peers", nargs="*", choices=PEERS, default=PEERS)
    parser.add_argument("--json", type=Path, default=Path("bench.json"))
    options = parser.parse_args()
    print(table.header(options.peers), flush=True)
    comparisons: list[Comparison] = []
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(options.fairway, options.seconds, options.peer_seconds, Path(folder))
        try:
            for file in files(options.instances):
                comparisons.append(bench.comparison(file, options.peers))
                print(table.line(comparisons[-1], options.peers), flush=True)
        except BrokenProgramme as error:
            print(error, file=sys.stderr)
            return 1
        finally:
            lines = [asdict(comparison) | {"ratio": comparison.ratio()} for comparison in comparisons]
            options.json.write_text(json.dumps(lines, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    print(summary(comparisons))
    return 0


if __name__ == "__main__":
    sys.exit(main())
