"""An upper bound on placed weight by linear programming, day by day, with HiGHS (https://highs.dev).

Every meeting is spread over the days on which its sides share a slot. Participants, shared tables and
interpreters have their capacity of each day; a transport of interpreters' slots to language pairs says who
serves whom. Slots within a day, precedences, walking and halls are relaxed, so the bound holds for every
valid programme.
"""

from collections import defaultdict
from collections.abc import Hashable
from math import floor

import highspy
import numpy

from answer import Answer, Status
from instance import Instance, Interpreter

TOLERANCE = 1e-4


class _Rows:
    """A linear programme in the making: columns by cost, rows as sparse sums with bounds."""

    def __init__(self) -> None:
        self.costs: list[float] = []
        self.uppers: list[float] = []
        self.terms: dict[Hashable, list[tuple[int, float]]] = defaultdict(list)

    def column(self, cost: float, upper: float) -> int:
        self.costs.append(cost)
        self.uppers.append(upper)
        return len(self.costs) - 1

    def add(self, row: Hashable, column: int, factor: float = 1) -> None:
        self.terms[row].append((column, factor))


def solve(instance: Instance, seconds: float) -> Answer:
    """The bound; infeasible when even the relaxation has no solution."""
    if not instance.meetings:
        return Answer(Status.BOUND, weight_bound=0)
    rows = _Rows()
    limits: dict[Hashable, tuple[float, float]] = {}
    _add_meetings(instance, rows, limits)
    _add_interpreters(instance, rows, limits)
    highs = highspy.Highs()
    highs.silent()
    highs.setOptionValue("time_limit", seconds)
    highs.passModel(_model(rows, limits))
    highs.run()
    match highs.getModelStatus():
        case highspy.HighsModelStatus.kOptimal:
            bound = floor(highs.getInfo().objective_function_value + TOLERANCE)
            return Answer(Status.BOUND, weight_bound=bound)
        case highspy.HighsModelStatus.kInfeasible:
            return Answer(Status.INFEASIBLE)
        case _:
            return Answer(Status.UNKNOWN)


def _add_meetings(instance: Instance, rows: _Rows, limits: dict[Hashable, tuple[float, float]]) -> None:
    """A column for each meeting, day and pair, within what its sides and the tables can take."""
    people = instance.participants
    by_day = instance.slots_by_day()
    free = [{day: len(person.free.intersection(slots)) for day, slots in by_day.items()} for person in people]
    for number, meeting in enumerate(instance.meetings):
        limits["meeting", number] = (1 if meeting.required else 0, 1)
        rows.terms["meeting", number] = []
        for day in sorted({instance.days[slot] for slot in meeting.slots}):
            for pair in meeting.pairs or (None,):
                column = rows.column(meeting.weight, 1)
                rows.add(("meeting", number), column)
                for side in meeting.sides:
                    rows.add(("load", side, day), column)
                    limits["load", side, day] = (0, people[side].parallel * free[side][day])
                    most = people[side].max_meetings
                    if most is not None:
                        rows.add(("total", side), column)
                        limits["total", side] = (0, most)
                if instance.needs_table(meeting):
                    rows.add(("tables", day), column)
                    limits["tables", day] = (0, sum(instance.tables_in(slot) for slot in by_day[day]))
                if pair is not None:
                    rows.add(("pair", pair, day), column)
                    limits["pair", pair, day] = (-highspy.kHighsInf, 0)


def _add_interpreters(instance: Instance, rows: _Rows, limits: dict[Hashable, tuple[float, float]]) -> None:
    """Interpreters of the same pairs together give their slots of a day to the pairs that are asked for."""
    by_day = instance.slots_by_day()
    supply: dict[tuple[frozenset, int], int] = defaultdict(int)
    for interpreter in instance.interpreters:
        for day, slots in by_day.items():
            supply[interpreter.pairs, day] += _most_served(interpreter, slots)
    for (pairs, day), most in supply.items():
        for pair in sorted(pairs, key=sorted):
            if ("pair", pair, day) in limits:
                column = rows.column(0, most)
                rows.add(("pair", pair, day), column, -1)
                rows.add(("supply", pairs, day), column)
                limits["supply", pairs, day] = (0, most)


def _most_served(interpreter: Interpreter, slots: list[int]) -> int:
    """The most slots of a day that an interpreter can work, with a rest after each `max_consecutive`."""
    most = run = 0
    for slot in slots:
        run = run + 1 if slot in interpreter.free else 0
        rests = interpreter.max_consecutive is not None and run % (interpreter.max_consecutive + 1) == 0
        most += 1 if run and not rests else 0
    return most


def _model(rows: _Rows, limits: dict[Hashable, tuple[float, float]]) -> highspy.HighsLp:
    keys = list(rows.terms)
    model = highspy.HighsLp()
    model.num_col_, model.num_row_ = len(rows.costs), len(keys)
    model.sense_ = highspy.ObjSense.kMaximize
    model.col_cost_ = numpy.array(rows.costs, dtype=float)
    model.col_lower_ = numpy.zeros(len(rows.costs))
    model.col_upper_ = numpy.array(rows.uppers, dtype=float)
    model.row_lower_ = numpy.array([limits[key][0] for key in keys], dtype=float)
    model.row_upper_ = numpy.array([limits[key][1] for key in keys], dtype=float)
    matrix = model.a_matrix_
    matrix.format_ = highspy.MatrixFormat.kRowwise
    matrix.start_ = numpy.cumsum([0] + [len(rows.terms[key]) for key in keys])
    matrix.index_ = numpy.array([column for key in keys for column, _ in rows.terms[key]])
    matrix.value_ = numpy.array([factor for key in keys for _, factor in rows.terms[key]], dtype=float)
    return model
