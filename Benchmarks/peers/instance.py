"""An instance (`fairway-instance/1`) as the peers read it, with numbers for names."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

Pair = frozenset[str]


@dataclass(frozen=True)
class Participant:
    """Who meets; `parallel` is how many representatives can meet at once."""

    id: str
    languages: frozenset[str]
    free: frozenset[int]
    parallel: int
    max_meetings: int | None
    stand: int | None


@dataclass(frozen=True)
class Interpreter:
    """Who interprets between the languages of each pair, at most `max_consecutive` slots in a row."""

    id: str
    pairs: frozenset[Pair]
    free: frozenset[int]
    max_consecutive: int | None


@dataclass(frozen=True)
class Meeting:
    """A request: its stand, the slots where it may be, the pairs that serve it (none: no interpreter)."""

    id: str
    sides: tuple[int, int]
    weight: int
    required: bool
    slots: tuple[int, ...]
    stand: int | None
    pairs: tuple[Pair, ...]
    after: tuple[int, ...]


@dataclass(frozen=True)
class Instance:
    """The whole problem; `tables[hall][slot]` counts shared tables, `walk` the slots between two halls."""

    name: str
    days: list[int]
    participants: list[Participant]
    halls: list[str]
    tables: list[list[int]]
    walk: dict[tuple[int, int], int]
    interpreters: list[Interpreter]
    meetings: list[Meeting]
    fairness: int | None

    @property
    def slots(self) -> range:
        return range(len(self.days))

    @property
    def is_all_required(self) -> bool:
        return all(meeting.required for meeting in self.meetings)

    @property
    def has_rest(self) -> bool:
        return any(interpreter.max_consecutive is not None for interpreter in self.interpreters)

    @property
    def has_stands(self) -> bool:
        return any(meeting.stand is not None for meeting in self.meetings)

    def needs_table(self, meeting: Meeting) -> bool:
        return meeting.stand is None and bool(self.halls)

    def tables_in(self, slot: int) -> int:
        """The shared tables of all halls in a slot."""
        return sum(tables[slot] for tables in self.tables)

    def slots_by_day(self) -> dict[int, list[int]]:
        result: dict[int, list[int]] = {}
        for slot, day in enumerate(self.days):
            result.setdefault(day, []).append(slot)
        return result

    def meetings_of_participants(self) -> list[list[int]]:
        result: list[list[int]] = [[] for _ in self.participants]
        for number, meeting in enumerate(self.meetings):
            for side in meeting.sides:
                result[side].append(number)
        return result


def read(path: Path) -> Instance:
    """The instance of a file."""
    data = json.loads(path.read_text(encoding="utf-8"))
    halls = {hall["id"]: number for number, hall in enumerate(data["halls"])}
    participants = [_participant(item, len(data["slots"]), halls) for item in data["participants"]]
    walk: dict[tuple[int, int], int] = {}
    for origin, row in data["walk"].items():
        for target, length in row.items():
            if length > 0:
                walk[halls[origin], halls[target]] = walk[halls[target], halls[origin]] = length
    return Instance(
        name=data["name"],
        days=[slot["day"] for slot in data["slots"]],
        participants=participants,
        halls=list(halls),
        tables=[hall["tables"] for hall in data["halls"]],
        walk=walk,
        interpreters=[_interpreter(item, len(data["slots"])) for item in data["interpreters"]],
        meetings=_meetings(data, participants),
        fairness=data["fairness"],
    )


def _participant(item: dict[str, Any], slots: int, halls: dict[str, int]) -> Participant:
    return Participant(
        id=item["id"],
        languages=frozenset(item["languages"]),
        free=frozenset(range(slots)) - frozenset(item["unavailable"]),
        parallel=item["parallel"],
        max_meetings=item["maxMeetings"],
        stand=None if item["stand"] is None else halls[item["stand"]],
    )


def _interpreter(item: dict[str, Any], slots: int) -> Interpreter:
    return Interpreter(
        id=item["id"],
        pairs=frozenset(frozenset(pair) for pair in item["pairs"]),
        free=frozenset(range(slots)) - frozenset(item["unavailable"]),
        max_consecutive=item["maxConsecutive"],
    )


def _meetings(data: dict[str, Any], participants: list[Participant]) -> list[Meeting]:
    people = {participant.id: number for number, participant in enumerate(participants)}
    numbers = {item["id"]: number for number, item in enumerate(data["meetings"])}
    sessions = [slot["session"] for slot in data["slots"]]
    meetings = []
    for item in data["meetings"]:
        sides = (people[item["a"]], people[item["b"]])
        one, other = participants[sides[0]], participants[sides[1]]
        slots = (
            slot
            for slot in sorted(one.free & other.free)
            if item["session"] in (None, sessions[slot]) and item["fixed"] in (None, slot)
        )
        meetings.append(
            Meeting(
                id=item["id"],
                sides=sides,
                weight=item["weight"],
                required=item["required"],
                slots=tuple(slots),
                stand=one.stand if other.stand is None else other.stand,
                pairs=_pairs(one.languages, other.languages),
                after=tuple(numbers[earlier] for earlier in item["after"]),
            )
        )
    return meetings


def _pairs(one: frozenset[str], other: frozenset[str]) -> tuple[Pair, ...]:
    """The pairs that serve two sides; none when they share a language or one of them lists none."""
    if one & other:
        return ()
    return tuple(sorted({frozenset((x, y)) for x in one for y in other}, key=sorted))
