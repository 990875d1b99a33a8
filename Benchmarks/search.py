"""Measures how well headings of the Harmonized System are proposed.

usage: search.py --fairway BINARY [--queries FILE ...] [--evidence lexical semantic fused]

FILE is a table with tabs: text, language (zh, ru, en), heading (4 or more digits); a header may stand first. Besides the accuracy it
is counted for how many texts both kinds of evidence together place the heading better or worse than one alone, with the probability
that so uneven a count is chance (two-sided sign test).
"""

import argparse
import json
import math
import pathlib
import subprocess
import sys
import tempfile

FOLDER = pathlib.Path(__file__).parent / "Search"
OWN = [FOLDER / name for name in ("test.tsv", "second-test.tsv", "third-test.tsv")]
DEPTH = 100


def queries(path):
    """Rows of text, language and 4-digit heading; a wrong row ends the run with its number."""
    rows = []
    if not path.is_file():
        sys.exit(f"There is no {path}; name a table with --queries (make bench-search QUERIES=FILE).")
    for number, line in enumerate(path.read_text(encoding="utf-8-sig").splitlines(), 1):
        if not line.strip():
            continue
        cells = [cell.strip() for cell in line.split("\t")]
        if number == 1 and cells[0].lower() == "text":
            continue
        if len(cells) < 3:
            sys.exit(f"{path}, row {number}: {len(cells)} columns, not text, lang and heading.")
        digits = cells[2].replace(".", "").replace(" ", "")
        if not digits.isdigit() or len(digits) < 4:
            sys.exit(f"{path}, row {number}: “{cells[2]}” is no heading.")
        rows.append((cells[0], cells[1], digits[:4]))
    return rows


def answers(fairway, rows, evidence):
    """The headings proposed for each text, best first, and the microseconds it took."""
    with tempfile.NamedTemporaryFile("w", suffix=".tsv", encoding="utf-8") as file:
        file.write("text\n" + "".join(text + "\n" for text, _, _ in rows))
        file.flush()
        command = [fairway, "classify", "--json", "--timing", "--limit", str(DEPTH), "--evidence", evidence, "--batch", file.name]
        output = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    for line in output.splitlines():
        answer = json.loads(line)
        yield [heading["heading"] for heading in answer["headings"]], answer["microseconds"]


def figures(ranks):
    """Accuracy at 1, 5 and 10 and mean reciprocal rank (0 when the heading is not among the first 100)."""
    count = len(ranks)
    within = [sum(rank is not None and rank <= limit for rank in ranks) / count for limit in (1, 5, 10)]
    return within + [sum(1 / rank for rank in ranks if rank) / count]


def chance(better, worse):
    """How likely a count at least so uneven is if both sides were as likely."""
    count = better + worse
    tail = sum(math.comb(count, number) for number in range(max(better, worse), count + 1))
    return min(1, 2 * tail / 2**count)


def rounded(probability):
    return "< 0.001" if probability < 0.001 else f"= {probability:.3f}"


def compare(ranks, part, language):
    """One line: texts that both together place better and worse than `part` alone, for the first place and for any."""
    pairs = list(zip(ranks["fused"][language], ranks[part][language], strict=True))
    pairs = [(both or DEPTH + 1, alone or DEPTH + 1) for both, alone in pairs]
    cells = []
    for label, deepest in (("first place", 1), ("any place", DEPTH + 1)):
        better = sum(both < alone and both <= deepest for both, alone in pairs)
        worse = sum(alone < both and alone <= deepest for both, alone in pairs)
        cells.append(f"{label} {better} better, {worse} worse (p {rounded(chance(better, worse))})")
    print(f"fused against {part:8}  {language:8}  " + "; ".join(cells))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--fairway", required=True)
    parser.add_argument("--queries", type=pathlib.Path, nargs="+", default=OWN)
    parser.add_argument("--misses", action="store_true", help="print each text whose heading is not among the first five")
    parser.add_argument("--evidence", nargs="+", default=["lexical", "semantic", "fused"])
    options = parser.parse_args()
    for file in options.queries:
        measure(options, file)


def measure(options, file):
    rows = queries(file)
    if not rows:
        sys.exit(f"{file} has no rows.")
    print(f"{file}: {len(rows)} texts")
    print("evidence  language  texts      @1     @5    @10    MRR")
    ranks, latencies = {}, {}
    for evidence in options.evidence:
        ranks[evidence], latencies[evidence] = ranked(options, rows, evidence)
        for language, found in ranks[evidence].items():
            print(f"{evidence:8}  {language:8}  {len(found):5}   " + "  ".join(f"{value:.3f}" for value in figures(found)))
    for part in ("lexical", "semantic"):
        if part in ranks and "fused" in ranks:
            for language in ranks[part]:
                compare(ranks, part, language)
    for evidence, times in latencies.items():
        tail = times[min(len(times) - 1, len(times) * 99 // 100)]
        print(f"latency   {evidence:8}  median {times[len(times) // 2]} µs, 99 % {tail} µs")


def ranked(options, rows, evidence):
    """The rank of each text's heading by language, and the times, shortest first."""
    ranks, times = {}, []
    found = answers(options.fairway, rows, evidence)
    for (text, language, heading), (proposed, microseconds) in zip(rows, found, strict=True):
        rank = proposed.index(heading) + 1 if heading in proposed else None
        ranks.setdefault(language, []).append(rank)
        times.append(microseconds)
        if options.misses and (rank is None or rank > 5):
            print(f"{evidence}\t{language}\t{heading}\t{rank or '–'}\t{' '.join(proposed[:5])}\t{text}")
    ranks["all"] = [rank for language in list(ranks) for rank in ranks[language]]
    return ranks, sorted(times)


if __name__ == "__main__":
    main()
