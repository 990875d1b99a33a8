"""The value of a programme, counted from its placements."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from instance import Instance


@dataclass(frozen=True)
class Placement:
    """Where and when a meeting is, and with which interpreter; halls and interpreters by number."""

    slot: int
    hall: int | None
    interpreter: int | None = None


Programme = dict[int, Placement]


@dataclass(frozen=True)
class Value:
    """What is compared, in this order: weight up, the others down."""

    placed: int
    placed_weight: int
    breaks: int
    idle_slots: int
    hall_changes: int


def value(instance: Instance, programme: Programme) -> Value:
    gaps = [gap for day in _participant_days(instance, programme) for gap in _gaps(day.slots)]
    return Value(
        placed=len(programme),
        placed_weight=sum(instance.meetings[number].weight for number in programme),
        breaks=len(gaps),
        idle_slots=sum(gaps),
        hall_changes=sum(_hall_changes(instance, day) for day in _participant_days(instance, programme)),
    )


def breaks_by_participant(instance: Instance, programme: Programme) -> list[int]:
    breaks = [0] * len(instance.participants)
    for day in _participant_days(instance, programme):
        breaks[day.participant] += len(_gaps(day.slots))
    return breaks


@dataclass(frozen=True)
class _ParticipantDay:
    """The meetings of one participant on one day."""

    participant: int
    placements: list[Placement]

    @property
    def slots(self) -> set[int]:
        return {placement.slot for placement in self.placements}


def _participant_days(instance: Instance, programme: Programme) -> Iterator[_ParticipantDay]:
    days: dict[tuple[int, int], list[Placement]] = defaultdict(list)
    for number, placement in programme.items():
        for side in instance.meetings[number].sides:
            days[side, instance.days[placement.slot]].append(placement)
    for (participant, _), placements in days.items():
        yield _ParticipantDay(participant, placements)


def _gaps(slots: set[int]) -> list[int]:
    """The lengths of the runs of free slots between the first and the last meeting."""
    ordered = sorted(slots)
    return [later - earlier - 1 for earlier, later in zip(ordered, ordered[1:]) if later - earlier > 1]


def _hall_changes(instance: Instance, day: _ParticipantDay) -> int:
    if instance.participants[day.participant].parallel > 1:
        return 0
    halls = [placement.hall for placement in sorted(day.placements, key=lambda placement: placement.slot)]
    return sum(one != other for one, other in zip(halls, halls[1:]))
