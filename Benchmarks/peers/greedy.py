"""Plain greedy, the floor to beat: the heaviest request first, into its earliest slot."""

from collections import defaultdict

from answer import Answer, Status
from instance import Instance, Meeting
from value import Placement, Programme, breaks_by_participant


def solve(instance: Instance, _seconds: float) -> Answer:
    """Keeps every rule; has no programme when it misses a required meeting or fairness."""
    programme = _Calendar(instance).filled()
    total = sum(meeting.weight for meeting in instance.meetings)
    breaks = breaks_by_participant(instance, programme)
    is_fair = instance.fairness is None or max(breaks) - min(breaks) <= instance.fairness
    is_whole = all(n in programme for n, meeting in enumerate(instance.meetings) if meeting.required)
    if not (is_fair and is_whole):
        return Answer(Status.UNKNOWN)
    return Answer(Status.FEASIBLE, programme, weight_bound=total)


class _Calendar:
    """A programme in the making and what it leaves free."""

    def __init__(self, instance: Instance) -> None:
        self.instance = instance
        self.programme: Programme = {}
        self.tables = [list(tables) for tables in instance.tables]
        self.placements: list[list[Placement]] = [[] for _ in instance.participants]
        self.load: list[dict[int, int]] = [defaultdict(int) for _ in instance.participants]
        self.serving: list[set[int]] = [set() for _ in instance.interpreters]

    def filled(self) -> Programme:
        meetings = self.instance.meetings
        depths: dict[int, int] = {}

        def depth(number: int) -> int:
            if number not in depths:
                depths[number] = 1 + max((depth(earlier) for earlier in meetings[number].after), default=-1)
            return depths[number]

        order = sorted(
            range(len(meetings)),
            key=lambda n: (depth(n), not meetings[n].required, -meetings[n].weight, n),
        )
        for number in order:
            placement = self._earliest(meetings[number])
            if placement is not None:
                self._place(number, placement)
        return self.programme

    def _earliest(self, meeting: Meeting) -> Placement | None:
        """The first slot, hall and interpreter that fit."""
        if any(earlier not in self.programme for earlier in meeting.after) or not self._may_meet(meeting):
            return None
        begin = max((self.programme[earlier].slot + 1 for earlier in meeting.after), default=0)
        for slot in meeting.slots:
            if slot < begin or not self._have_time(meeting, slot):
                continue
            interpreter = self._interpreter(meeting, slot)
            if meeting.pairs and interpreter is None:
                continue
            for hall in self._halls(meeting, slot):
                if all(self._can_walk(side, slot, hall) for side in meeting.sides):
                    return Placement(slot, hall, interpreter)
        return None

    def _may_meet(self, meeting: Meeting) -> bool:
        """Whether neither side has reached its limit of meetings."""
        limits = ((side, self.instance.participants[side].max_meetings) for side in meeting.sides)
        return all(limit is None or len(self.placements[side]) < limit for side, limit in limits)

    def _have_time(self, meeting: Meeting, slot: int) -> bool:
        people = self.instance.participants
        return all(self.load[side][slot] < people[side].parallel for side in meeting.sides)

    def _halls(self, meeting: Meeting, slot: int) -> list[int | None]:
        if not self.instance.needs_table(meeting):
            return [meeting.stand]
        return [hall for hall, tables in enumerate(self.tables) if tables[slot] > 0]

    def _can_walk(self, side: int, slot: int, hall: int | None) -> bool:
        """Whether the way to and from the participant's other meetings of the day is short enough."""
        walk, days = self.instance.walk, self.instance.days
        if not walk or hall is None or self.instance.participants[side].parallel > 1:
            return True
        return all(
            other.hall is None
            or days[other.slot] != days[slot]
            or abs(other.slot - slot) > walk.get((hall, other.hall), 0)
            for other in self.placements[side]
        )

    def _interpreter(self, meeting: Meeting, slot: int) -> int | None:
        """The first interpreter of a fitting pair who is free and need not rest."""
        for number, interpreter in enumerate(self.instance.interpreters):
            if (
                slot in interpreter.free
                and slot not in self.serving[number]
                and not interpreter.pairs.isdisjoint(meeting.pairs)
                and self._need_not_rest(number, slot)
            ):
                return number
        return None

    def _need_not_rest(self, number: int, slot: int) -> bool:
        limit = self.instance.interpreters[number].max_consecutive
        if limit is None:
            return True
        days, serving = self.instance.days, self.serving[number]
        first = last = slot
        while first - 1 in serving and days[first - 1] == days[slot]:
            first -= 1
        while last + 1 in serving and days[last + 1] == days[slot]:
            last += 1
        return last - first + 1 <= limit

    def _place(self, number: int, placement: Placement) -> None:
        meeting = self.instance.meetings[number]
        self.programme[number] = placement
        if self.instance.needs_table(meeting) and placement.hall is not None:
            self.tables[placement.hall][placement.slot] -= 1
        if placement.interpreter is not None:
            self.serving[placement.interpreter].add(placement.slot)
        for side in meeting.sides:
            self.load[side][placement.slot] += 1
            self.placements[side].append(placement)
