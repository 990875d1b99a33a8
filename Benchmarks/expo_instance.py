"""Instances of an expo's shape: more requests than time, stands, interpreters, shared tables."""

from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate, combinations
from typing import Any

from chance import Chance

LANGUAGES = ("zh", "ru", "en")


@dataclass(frozen=True)
class ExpoShape:
    """How big an expo is."""

    exhibitors: int
    buyers: int
    days: int
    slots_per_day: int
    halls: int
    requests: int
    interpreters: int
    tables: int


SHAPES = {
    "small": ExpoShape(40, 60, 2, 16, 4, 500, 12, 12),
    "medium": ExpoShape(150, 260, 3, 16, 5, 2400, 35, 40),
    "whole": ExpoShape(1400, 2500, 6, 16, 8, 25_000, 300, 400),
}


class ExpoInstance:
    """Draws one expo from a seed."""

    def __init__(self, shape: ExpoShape, seed: int, with_rest: bool) -> None:
        self.shape = shape
        self.with_rest = with_rest
        self.chance = Chance(seed)
        self.halls = [f"hall-{number + 1}" for number in range(shape.halls)]

    def instance(self, name: str) -> dict[str, Any]:
        """The expo as `fairway-instance/1`."""
        shape = self.shape
        half = shape.slots_per_day // 2
        slots = [
            {"day": day, "session": "am" if slot < half else "pm"}
            for day in range(shape.days)
            for slot in range(shape.slots_per_day)
        ]
        exhibitors = [self._exhibitor(number) for number in range(shape.exhibitors)]
        buyers = [self._buyer(number) for number in range(shape.buyers)]
        return {
            "format": "fairway-instance/1",
            "name": name,
            "slots": slots,
            "participants": exhibitors + buyers,
            "halls": [
                {"id": hall, "tables": [self._tables(number)] * len(slots)}
                for number, hall in enumerate(self.halls)
            ],
            "walk": self._walk() if self.with_rest else {},
            "interpreters": [self._interpreter(number) for number in range(shape.interpreters)],
            "meetings": self._meetings([e["id"] for e in exhibitors], [b["id"] for b in buyers]),
            "fairness": None,
        }

    def _languages(self) -> list[str]:
        """A mother tongue, and for some the language of business beside it."""
        first = self.chance.weighted([("zh", 5), ("ru", 4), ("en", 2)])
        second = [other for other in LANGUAGES if other != first and self.chance.happens(0.1)]
        return [first, *second]

    def _exhibitor(self, number: int) -> dict[str, Any]:
        """Has a stand all days and mostly a lunch; may miss the opening or leave before the end."""
        shape, chance = self.shape, self.chance
        total = shape.days * shape.slots_per_day
        lunch = shape.slots_per_day // 2 - chance.within(0, 1)
        closed = {day * shape.slots_per_day + lunch for day in range(shape.days) if chance.happens(0.7)}
        if chance.happens(0.4):
            closed.update(range(chance.within(1, 4)))
        if chance.happens(0.2):
            closed.update(range(total - chance.within(2, shape.slots_per_day), total))
        return {
            "id": f"exhibitor-{number + 1}",
            "languages": self._languages(),
            "unavailable": sorted(closed),
            "parallel": chance.weighted([(1, 85), (2, 12), (3, 3)]),
            "maxMeetings": chance.within(20, 40) if chance.happens(0.1) else None,
            "stand": chance.one_of(self.halls),
        }

    def _buyer(self, number: int) -> dict[str, Any]:
        """Comes for some days in a row and is at a forum or a site visit for a part of them."""
        shape, chance = self.shape, self.chance
        stay = chance.within(1, min(4, shape.days))
        first = chance.within(0, shape.days - stay)
        closed: set[int] = set()
        for day in range(shape.days):
            start = day * shape.slots_per_day
            if not first <= day < first + stay:
                closed.update(range(start, start + shape.slots_per_day))
            elif chance.happens(0.7):
                length = chance.within(2, shape.slots_per_day * 3 // 4)
                begin = start + chance.within(0, shape.slots_per_day - length)
                closed.update(range(begin, begin + length))
        return {
            "id": f"buyer-{number + 1}",
            "languages": self._languages(),
            "unavailable": sorted(closed),
            "parallel": 1,
            "maxMeetings": chance.within(6, 20) if chance.happens(0.6) else None,
            "stand": None,
        }

    def _interpreter(self, number: int) -> dict[str, Any]:
        """Works a pair of languages, a few of them every pair, in shifts, with a day off now and then."""
        shape, chance = self.shape, self.chance
        pairs = [list(pair) for pair in combinations(LANGUAGES, 2)]
        off: set[int] = set()
        for day in range(shape.days):
            start, end = day * shape.slots_per_day, (day + 1) * shape.slots_per_day
            if chance.happens(0.35):
                off.update(range(start, end))
            elif chance.happens(0.5):
                off.update(range(start, start + chance.within(1, 4)))
            else:
                off.update(range(end - chance.within(1, 4), end))
        return {
            "id": f"interpreter-{number + 1}",
            "pairs": pairs if chance.happens(0.1) else [chance.weighted(list(zip(pairs, (6, 2, 2))))],
            "unavailable": sorted(off),
            "maxConsecutive": chance.within(4, 6) if self.with_rest else None,
        }

    def _tables(self, hall: int) -> int:
        share, rest = divmod(self.shape.tables, self.shape.halls)
        return share + (1 if hall < rest else 0)

    def _walk(self) -> dict[str, dict[str, int]]:
        """Halls stand in a row; two or more apart cost a slot of walking."""
        count = len(self.halls)
        return {
            self.halls[one]: {self.halls[other]: 1 for other in range(one + 2, count)}
            for one in range(count - 2)
        }

    def _meetings(self, exhibitors: list[str], buyers: list[str]) -> list[dict[str, Any]]:
        """Requests of buyers, a few of them to other buyers; popularity and appetite have heavy tails."""
        chance = self.chance
        popularity = list(accumulate((1 - chance.unit()) ** -0.6 for _ in exhibitors))
        appetite = list(accumulate((1 - chance.unit()) ** -0.5 for _ in buyers))
        asked: set[frozenset[str]] = set()
        meetings: list[dict[str, Any]] = []
        while len(meetings) < self.shape.requests:
            buyer = buyers[bisect_right(appetite, chance.unit() * appetite[-1])]
            if chance.happens(0.1):
                partner = chance.one_of(buyers)
            else:
                partner = exhibitors[bisect_right(popularity, chance.unit() * popularity[-1])]
            pair = frozenset((buyer, partner))
            if len(pair) < 2 or pair in asked:
                continue
            asked.add(pair)
            mutual = 2 if chance.happens(0.25) else 1
            meetings.append(
                {
                    "id": f"meeting-{len(meetings) + 1}",
                    "a": buyer,
                    "b": partner,
                    "weight": chance.within(1, 5) * mutual,
                    "required": False,
                    "session": chance.one_of(("am", "pm")) if chance.happens(0.05) else None,
                    "fixed": None,
                    "after": [],
                }
            )
        return meetings
