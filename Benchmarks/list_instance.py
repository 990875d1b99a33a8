"""Instances of a brokerage event: a list of agreed meetings to place whole, with few breaks."""

from dataclasses import dataclass
from typing import Any

from chance import Chance


@dataclass(frozen=True)
class ListShape:
    """How big an event is; of its `tables`, most are in use in every slot."""

    slots: int
    tables: int
    fixed: int
    precedences: int


SHAPES = {
    "small": ListShape(slots=8, tables=8, fixed=2, precedences=3),
    "medium": ListShape(slots=10, tables=14, fixed=3, precedences=5),
    "whole": ListShape(slots=20, tables=16, fixed=4, precedences=8),
}
FAIRNESS = 2


@dataclass
class Stay:
    """A participant of the hidden programme: how many meetings are left, and the breaks so far."""

    number: int
    left: int
    breaks: int = 0
    waits: bool = False


class ListInstance:
    """Draws a hidden valid programme first and then a list that this programme satisfies.

    Nobody of the hidden programme has more than two breaks, so that the list is feasible with fairness 2.
    """

    def __init__(self, shape: ListShape, seed: int) -> None:
        self.shape = shape
        self.chance = Chance(seed)
        self.met: set[frozenset[int]] = set()
        self.participants = 0

    def instance(self, name: str) -> dict[str, Any]:
        """The list as `fairway-instance/1`."""
        slots = self.shape.slots
        hidden = self.chance.shuffled(self._hidden_programme())
        sessions = ["am" if slot < slots * 2 // 5 else "pm" for slot in range(slots)]
        used = [self._slots_of(person, hidden) for person in range(self.participants)]
        in_use = max(sum(slot == at for _, _, at in hidden) for slot in range(slots))
        meetings: list[dict[str, Any]] = [
            {
                "id": f"meeting-{number + 1}",
                "a": f"participant-{one + 1}",
                "b": f"participant-{other + 1}",
                "weight": 1,
                "required": True,
                "session": sessions[slot] if self.chance.happens(0.4) else None,
                "fixed": slot if number < self.shape.fixed else None,
                "after": [],
            }
            for number, (one, other, slot) in enumerate(hidden)
        ]
        self._add_precedences(meetings, hidden)
        return {
            "format": "fairway-instance/1",
            "name": name,
            "slots": [{"day": 0, "session": session} for session in sessions],
            "participants": [
                {
                    "id": f"participant-{person + 1}",
                    "languages": [],
                    "unavailable": self._forbidden(used[person]),
                    "parallel": 1,
                    "maxMeetings": None,
                    "stand": None,
                }
                for person in range(self.participants)
            ],
            "halls": [{"id": "hall", "tables": [in_use] * slots}],
            "walk": {},
            "interpreters": [],
            "meetings": meetings,
            "fairness": FAIRNESS,
        }

    def _hidden_programme(self) -> list[tuple[int, int, int]]:
        """Triples of two participants and the slot in which they meet, slot by slot."""
        programme: list[tuple[int, int, int]] = []
        present: list[Stay] = []
        for slot in range(self.shape.slots):
            tables = self.chance.within(self.shape.tables * 3 // 4, self.shape.tables)
            while len(present) < 2 * tables:
                present.append(Stay(self.participants, left=self.chance.within(3, self.shape.slots)))
                self.participants += 1
            pairs = self._pairs(present, tables)
            programme += [(one.number, other.number, slot) for one, other in pairs]
            present = self._who_stays(present, {stay.number for pair in pairs for stay in pair})
        return programme

    def _pairs(self, present: list[Stay], tables: int) -> list[tuple[Stay, Stay]]:
        """Pairs of those present who have not met yet, at most one for each table."""
        waiting = self.chance.shuffled(present)
        pairs: list[tuple[Stay, Stay]] = []
        while waiting and len(pairs) < tables:
            one = waiting.pop()
            for other in waiting:
                if frozenset((one.number, other.number)) not in self.met:
                    self.met.add(frozenset((one.number, other.number)))
                    waiting.remove(other)
                    pairs.append((one, other))
                    break
        return pairs

    @staticmethod
    def _who_stays(present: list[Stay], busy: set[int]) -> list[Stay]:
        """Those with meetings left; who would come back from a third break leaves."""
        stays: list[Stay] = []
        for stay in present:
            if stay.number in busy:
                stay.left -= 1
                stay.waits = False
            elif not stay.waits:
                stay.breaks += 1
                stay.waits = True
            if stay.left > 0 and stay.breaks <= FAIRNESS:
                stays.append(stay)
        return stays

    @staticmethod
    def _slots_of(person: int, hidden: list[tuple[int, int, int]]) -> set[int]:
        return {slot for one, other, slot in hidden if person in (one, other)}

    def _forbidden(self, used: set[int]) -> list[int]:
        """Some slots that the hidden programme does not use."""
        return [s for s in range(self.shape.slots) if s not in used and self.chance.happens(0.15)]

    def _add_precedences(self, meetings: list[dict[str, Any]], hidden: list[tuple[int, int, int]]) -> None:
        """Some meetings come after another of the same participant, as in the hidden programme."""
        candidates = [
            (earlier, later)
            for earlier, (*first, begin) in enumerate(hidden)
            for later, (*second, end) in enumerate(hidden)
            if begin < end and set(first) & set(second)
        ]
        for earlier, later in self.chance.shuffled(candidates)[: self.shape.precedences]:
            meetings[later]["after"].append(meetings[earlier]["id"])
