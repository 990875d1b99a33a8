"""What a peer answers, and its programme as a file (`fairway-programme/1`)."""

import json
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from instance import Instance
from value import Placement, Programme, value


class Status(StrEnum):
    """How far a peer came; `OPTIMAL` and `INFEASIBLE` claim a proof, `BOUND` has a bound alone."""

    OPTIMAL = "optimal"
    FEASIBLE = "feasible"
    INFEASIBLE = "infeasible"
    BOUND = "bound"
    UNKNOWN = "unknown"
    UNSUPPORTED = "unsupported"


@dataclass(frozen=True)
class Answer:
    """A peer's claims on one instance; what it does not claim is None."""

    status: Status
    programme: Programme | None = None
    weight_bound: int | None = None
    breaks_bound: int | None = None

    def line(self, instance: Instance, seconds: float) -> str:
        """The answer as one line of JSON."""
        reached = None if self.programme is None else value(instance, self.programme)
        return json.dumps(
            {
                "placedWeight": reached and reached.placed_weight,
                "breaks": reached and reached.breaks,
                "weightBound": self.weight_bound,
                "breaksBound": self.breaks_bound,
                "status": self.status,
                "seconds": round(seconds, 3),
            }
        )


def write_programme(
    path: Path, instance: Instance, answer: Answer, programme: Programme, seconds: float
) -> None:
    """Writes a programme with its value and the bounds of its answer."""
    reached = value(instance, programme)
    total = sum(meeting.weight for meeting in instance.meetings)
    data = {
        "format": "fairway-programme/1",
        "instance": instance.name,
        "status": answer.status,
        "meetings": [_entry(instance, number, placement) for number, placement in sorted(programme.items())],
        "unplaced": [
            {"id": meeting.id, "reason": "not placed"}
            for number, meeting in enumerate(instance.meetings)
            if number not in programme
        ],
        "value": {
            "placedWeight": reached.placed_weight,
            "placed": reached.placed,
            "breaks": reached.breaks,
            "idleSlots": reached.idle_slots,
            "hallChanges": reached.hall_changes,
        },
        "bound": {
            "placedWeight": total if answer.weight_bound is None else answer.weight_bound,
            "breaks": answer.breaks_bound,
        },
        "seconds": round(seconds, 3),
    }
    path.write_text(json.dumps(data) + "\n", encoding="utf-8")


def _entry(instance: Instance, number: int, placement: Placement) -> dict[str, str | int | None]:
    hall, interpreter = placement.hall, placement.interpreter
    return {
        "id": instance.meetings[number].id,
        "slot": placement.slot,
        "hall": None if hall is None else instance.halls[hall],
        "interpreter": None if interpreter is None else instance.interpreters[interpreter].id,
    }
