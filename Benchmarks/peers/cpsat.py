"""Constraint programming: OR-Tools CP-SAT with placed weight and breaks, in this order, as one objective.

Meetings are placed by slot and language pair; interpreters of the same pairs are counted together, and
tables over all halls, then dealt out. The search starts from plain greedy's programme. Walking and
interpreters' rest are not modelled.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from math import floor
from time import monotonic

from ortools.sat.python import cp_model

import greedy
from answer import Answer, Status
from dealing import TableDealer
from instance import Instance, Pair
from value import Placement, Programme

WORKERS = 2
MOST_VARIABLES = 400_000
STATUSES = {
    cp_model.OPTIMAL: Status.OPTIMAL,
    cp_model.FEASIBLE: Status.FEASIBLE,
    cp_model.INFEASIBLE: Status.INFEASIBLE,
}


def solve(instance: Instance, seconds: float) -> Answer:
    """The best programme in time and the bounds that the objective's bound implies."""
    variables = sum(len(meeting.slots) * max(1, len(meeting.pairs)) for meeting in instance.meetings)
    if instance.walk or instance.has_rest or variables > MOST_VARIABLES:
        return Answer(Status.UNSUPPORTED)
    model = _Model(instance)
    began = monotonic()
    start = greedy.solve(instance, seconds).programme
    if start is not None:
        model.start_from(start, seconds)
    solver = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds = max(0.1, seconds - (monotonic() - began))
    solver.parameters.num_workers = WORKERS
    status = STATUSES.get(solver.solve(model.model), Status.UNKNOWN)
    if status is Status.INFEASIBLE:
        return Answer(status)
    total = sum(meeting.weight for meeting in instance.meetings)
    if status is Status.UNKNOWN:
        return Answer(status, weight_bound=total)
    # objective = unit * weight - breaks, with 0 <= breaks < unit
    best = floor(solver.best_objective_bound + 1e-6)
    weight = sum(instance.meetings[number].weight for number in model.placed_in(solver))
    return Answer(
        status,
        model.programme(solver),
        weight_bound=min(total, (best + model.unit - 1) // model.unit),
        breaks_bound=max(0, model.unit * weight - best),
    )


class _Model:
    """The constraints and the objective."""

    def __init__(self, instance: Instance) -> None:
        self.instance = instance
        self.model = cp_model.CpModel()
        self.agendas = instance.meetings_of_participants()
        self.choices: list[dict[tuple[int, Pair | None], cp_model.IntVar]] = [
            {
                (slot, pair): self.model.new_bool_var("")
                for slot in meeting.slots
                for pair in meeting.pairs or (None,)
            }
            for meeting in instance.meetings
        ]
        self.placed = [self._placed(number) for number in range(len(instance.meetings))]
        self._keep_precedences()
        self._share_tables()
        self.serving = self._share_interpreters()
        breaks = [self._breaks(person) for person in range(len(instance.participants))]
        if instance.fairness is not None:
            self._keep_fair(breaks, instance.fairness)
        self.unit = 1 + len(instance.participants) * len(instance.days)
        weight = sum(m.weight * placed for m, placed in zip(instance.meetings, self.placed))
        self.model.maximize(self.unit * weight - sum(breaks))

    def start_from(self, programme: Programme, seconds: float) -> None:
        """Hints a programme, with the values that follow from it: a part of a hint is easily lost."""
        self._hint(programme)
        solver = cp_model.CpSolver()
        solver.parameters.fix_variables_to_their_hinted_value = True
        solver.parameters.max_time_in_seconds = seconds / 4
        if solver.solve(self.model) in (cp_model.OPTIMAL, cp_model.FEASIBLE):
            self.model.clear_hints()
            for number in range(len(self.model.proto.variables)):
                variable = self.model.get_int_var_from_proto_index(number)
                self.model.add_hint(variable, solver.value(variable))

    def _hint(self, programme: Programme) -> None:
        for number, choices in enumerate(self.choices):
            placement = programme.get(number)
            hinted = None if placement is None else (placement.slot, self._pair_used(number, placement))
            for choice, variable in choices.items():
                self.model.add_hint(variable, choice == hinted)
        served: Counter[tuple[int, frozenset[Pair], Pair | None]] = Counter()
        for number, placement in programme.items():
            if placement.interpreter is not None:
                pairs = self.instance.interpreters[placement.interpreter].pairs
                served[placement.slot, pairs, self._pair_used(number, placement)] += 1
        for key, count in self.serving.items():
            self.model.add_hint(count, served[key])

    def _pair_used(self, number: int, placement: Placement) -> Pair | None:
        if placement.interpreter is None:
            return None
        pairs = self.instance.interpreters[placement.interpreter].pairs
        return next(pair for pair in self.instance.meetings[number].pairs if pair in pairs)

    def placed_in(self, solver: cp_model.CpSolver) -> dict[int, tuple[int, Pair | None]]:
        """The slot and the pair of each placed meeting."""
        return {
            number: choice
            for number, choices in enumerate(self.choices)
            for choice, variable in choices.items()
            if solver.boolean_value(variable)
        }

    def programme(self, solver: cp_model.CpSolver) -> Programme:
        dealer = TableDealer(self.instance)
        groups = self._groups()
        ready: dict[tuple[int, Pair], list[int]] = defaultdict(list)
        for slot in self.instance.slots:
            for pairs, members in groups.items():
                free = [number for number in members if slot in self.instance.interpreters[number].free]
                for pair in sorted(pairs, key=sorted):
                    if (slot, pairs, pair) in self.serving:
                        count = solver.value(self.serving[slot, pairs, pair])
                        ready[slot, pair] += free[:count]
                        del free[:count]
        return {
            number: dealer.placement(number, slot, None if pair is None else ready[slot, pair].pop())
            for number, (slot, pair) in self.placed_in(solver).items()
        }

    def _placed(self, number: int) -> cp_model.LinearExpr | int:
        """Whether a meeting is placed: one choice at most, exactly one when it is required."""
        choices = list(self.choices[number].values())
        if self.instance.meetings[number].required:
            self.model.add_exactly_one(choices)
            return 1
        self.model.add_at_most_one(choices)
        return sum(choices)

    def _slot_of(self, number: int) -> cp_model.LinearExpr | int:
        return sum(slot * variable for (slot, _), variable in self.choices[number].items())

    def _keep_precedences(self) -> None:
        """A placed meeting is later than those before it; an unplaced one has slot 0 and asks for nothing."""
        horizon = len(self.instance.days)
        for number, meeting in enumerate(self.instance.meetings):
            for earlier in meeting.after:
                self.model.add(self.placed[number] <= self.placed[earlier])
                slack = horizon * (1 - self.placed[number])
                self.model.add(self._slot_of(earlier) + 1 <= self._slot_of(number) + slack)

    def _share_tables(self) -> None:
        for slot, variables in self._by_slot(
            n for n, meeting in enumerate(self.instance.meetings) if self.instance.needs_table(meeting)
        ).items():
            self.model.add(sum(variables) <= self.instance.tables_in(slot))

    def _groups(self) -> dict[frozenset[Pair], list[int]]:
        """Interpreters by the pairs they serve."""
        groups: dict[frozenset[Pair], list[int]] = defaultdict(list)
        for number, interpreter in enumerate(self.instance.interpreters):
            groups[interpreter.pairs].append(number)
        return groups

    def _share_interpreters(self) -> dict[tuple[int, frozenset[Pair], Pair], cp_model.IntVar]:
        """How many interpreters of each group serve each pair in each slot."""
        needs: dict[tuple[int, Pair], list[cp_model.IntVar]] = defaultdict(list)
        for choices in self.choices:
            for (slot, pair), variable in choices.items():
                if pair is not None:
                    needs[slot, pair].append(variable)
        serving: dict[tuple[int, frozenset[Pair], Pair], cp_model.IntVar] = {}
        supply: dict[tuple[int, Pair], list[cp_model.IntVar]] = defaultdict(list)
        for pairs, members in self._groups().items():
            for slot in self.instance.slots:
                free = sum(slot in self.instance.interpreters[number].free for number in members)
                wanted = [pair for pair in sorted(pairs, key=sorted) if (slot, pair) in needs]
                for pair in wanted:
                    serving[slot, pairs, pair] = self.model.new_int_var(0, free, "")
                    supply[slot, pair].append(serving[slot, pairs, pair])
                self.model.add(sum(serving[slot, pairs, pair] for pair in wanted) <= free)
        for key, variables in needs.items():
            self.model.add(sum(variables) <= sum(supply[key]))
        return serving

    def _by_slot(self, numbers: Iterable[int]) -> dict[int, list[cp_model.IntVar]]:
        """The variables of some meetings, slot by slot."""
        result: dict[int, list[cp_model.IntVar]] = defaultdict(list)
        for number in numbers:
            for (slot, _), variable in self.choices[number].items():
                result[slot].append(variable)
        return result

    def _breaks(self, person: int) -> cp_model.LinearExpr | int:
        """Keeps a participant's limits; the breaks, counted day by day as runs of meetings less one."""
        participant = self.instance.participants[person]
        by_slot = self._by_slot(self.agendas[person])
        for variables in by_slot.values():
            self.model.add(sum(variables) <= participant.parallel)
        if participant.max_meetings is not None:
            everything = [variable for variables in by_slot.values() for variable in variables]
            self.model.add(sum(everything) <= participant.max_meetings)
        breaks = []
        for slots in self.instance.slots_by_day().values():
            busy = {
                slot: self._is_busy(by_slot[slot], participant.parallel) for slot in slots if slot in by_slot
            }
            if len(busy) > 1:
                breaks.append(self._breaks_of_day(busy))
        return sum(breaks)

    def _is_busy(self, variables: list[cp_model.IntVar], parallel: int) -> cp_model.LinearExpr | int:
        if parallel == 1:
            return sum(variables)
        busy = self.model.new_bool_var("")
        self.model.add_max_equality(busy, variables)
        return busy

    def _breaks_of_day(self, busy: dict[int, cp_model.LinearExpr | int]) -> cp_model.IntVar:
        starts = []
        for slot, is_busy in busy.items():
            start = self.model.new_bool_var("")
            before = busy.get(slot - 1, 0)
            self.model.add(start >= is_busy - before)
            self.model.add(start <= is_busy)
            self.model.add(start <= 1 - before)
            starts.append(start)
        is_there = self.model.new_bool_var("")
        self.model.add_max_equality(is_there, starts)
        breaks = self.model.new_int_var(0, len(busy) // 2, "")
        self.model.add(breaks == sum(starts) - is_there)
        return breaks

    def _keep_fair(self, breaks: list[cp_model.LinearExpr | int], fairness: int) -> None:
        fewest = self.model.new_int_var(0, len(self.instance.days), "")
        for count in breaks:
            self.model.add(count >= fewest)
            self.model.add(count <= fewest + fairness)
