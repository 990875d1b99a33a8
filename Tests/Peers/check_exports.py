"""Reads an export folder with other people's readers and checks that they find what Fairway wrote.

usage: check_exports.py FOLDER
"""
import csv
import json
import pathlib
import subprocess
import sys

import icalendar
import jsonschema
import openpyxl


def check_calendars(folder, programme_rows):
    """Every calendar parses, holds only whole events, and together they hold each meeting twice."""
    files = sorted((folder / "calendars").glob("*.ics"))
    assert files, "no calendar was written"
    uids = {}
    for file in files:
        raw = file.read_bytes()
        assert all(len(line) <= 75 for line in raw.split(b"\r\n")), f"{file.name}: a line is over 75 octets"
        calendar = icalendar.Calendar.from_ical(raw)
        assert [c for c in calendar.walk("VTIMEZONE")], f"{file.name}: no time zone"
        for event in calendar.walk("VEVENT"):
            for name in ("UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "SEQUENCE", "STATUS", "LOCATION"):
                assert name in event, f"{file.name}: an event has no {name}"
            start, end = event.decoded("DTSTART"), event.decoded("DTEND")
            assert start < end and start.tzinfo is not None, f"{file.name}: times are off"
            assert not event.errors, f"{file.name}: {event.errors}"
            uids.setdefault(str(event["UID"]), set()).add(file.name)
    assert len(uids) == programme_rows, f"{len(uids)} events, {programme_rows} meetings"
    assert all(len(owners) == 2 for owners in uids.values()), "a meeting is not in both sides' calendars"


def check_json(folder):
    """The expo as JSON obeys the published schema."""
    schema = json.loads((folder / "fairway-expo-1.schema.json").read_text("utf-8"))
    document = json.loads((folder / "expo.json").read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    errors = list(jsonschema.Draft202012Validator(schema).iter_errors(document))
    assert not errors, errors[0]
    assert document["enterprises"], "the document is empty"


def check_tables(folder):
    """XLSX and CSV hold the same programme."""
    with open(folder / "programme.csv", encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    book = openpyxl.load_workbook(folder / "programme.xlsx", read_only=True)
    sheet = list(book.worksheets[0].iter_rows(values_only=True))
    assert len(sheet) == len(rows) > 1, f"{len(sheet)} rows in XLSX, {len(rows)} in CSV"
    assert [str(c) for c in sheet[0]] == rows[0], "the headers differ"
    return len(rows) - 1


def check_pdfs(folder):
    """PDFs hold Cyrillic text that can be copied, and every font is embedded."""
    files = sorted((folder / "schedules").glob("*.pdf"))
    assert files, "no PDF was written"
    for file in files[:5]:
        text = subprocess.run(["pdftotext", file, "-"], capture_output=True, check=True).stdout.decode("utf-8")
        assert any("а" <= letter <= "я" for letter in text), f"{file.name}: no Cyrillic text"
        fonts = subprocess.run(["pdffonts", file], capture_output=True, check=True).stdout.decode().splitlines()[2:]
        assert fonts and all(" yes " in font for font in fonts), f"{file.name}: a font is not embedded"


def main():
    folder = pathlib.Path(sys.argv[1])
    rows = check_tables(folder)
    check_calendars(folder, rows)
    check_json(folder)
    check_pdfs(folder)
    print(f"peers agree: {rows} meetings")


if __name__ == "__main__":
    main()
