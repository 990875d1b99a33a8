"""Takes every eighth search word out of the nomenclature and asks for it, so that goods are known only from what stands beside them.

usage: held_out.py --fairway BINARY [--folder FOLDER] [--step 8]

A copy of the program with the smaller table goes into FOLDER; it learns the headings anew, so that neither words nor meaning know
what is asked. Words that also stand at another heading, or in a heading's name, are left in.
"""

import argparse
import pathlib
import shutil
import subprocess
import sys

RESOURCES = "fairway_Nomenclature.resources"
LANGUAGES = ("zh", "ru", "en")


def split(table, step):
    """The table without every `step`-th word, and the words with language and heading."""
    lines = table.split("\n")
    seen = {}
    for line in lines:
        for cell in line.split("\t")[1:]:
            for word in cell.split("; "):
                seen[word] = seen.get(word, 0) + 1
    kept, held, number = [], [], 0
    for line in lines:
        cells = line.split("\t")
        if len(cells) == 7 and len(cells[0]) == 4:
            for place, language in enumerate(LANGUAGES, 4):
                words = []
                for word in cells[place].split("; "):
                    number += 1
                    if number % step == 0 and seen[word] == 1:
                        held.append((word, language, cells[0]))
                    else:
                        words.append(word)
                cells[place] = "; ".join(words)
        kept.append("\t".join(cells))
    return "\n".join(kept), held


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--fairway", required=True, type=pathlib.Path)
    parser.add_argument("--folder", type=pathlib.Path, default=pathlib.Path(".build/bench/held-out"))
    parser.add_argument("--step", type=int, default=8)
    options = parser.parse_args()
    program = options.fairway.resolve()
    shutil.rmtree(options.folder, ignore_errors=True)
    options.folder.mkdir(parents=True)
    shutil.copy2(program, options.folder)
    for folder in program.parent.glob("*.resources"):
        shutil.copytree(folder, options.folder / folder.name)
    copy = options.folder / program.name
    table = options.folder / RESOURCES / "Resources" / "hs2022.tsv"
    smaller, held = split(table.read_text(encoding="utf-8"), options.step)
    table.write_text(smaller, encoding="utf-8")
    subprocess.run([copy, "learn-headings", "--language", "en"], check=True)
    queries = options.folder / "held-out.tsv"
    queries.write_text("".join("\t".join(row) + "\n" for row in held), encoding="utf-8")
    search = pathlib.Path(__file__).with_name("search.py")
    sys.exit(subprocess.run([sys.executable, search, "--fairway", copy, "--queries", queries]).returncode)


if __name__ == "__main__":
    main()
