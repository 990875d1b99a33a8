"""MaxSAT on lists to place whole, breaks as soft clauses: RC2 (Ignatiev, Morgado, Marques-Silva 2019).

Exact. The problem is the B2B meeting scheduling optimisation problem of Bofill et al. (2022); the encoding is
the plain one: which meeting is in which slot, who is busy in which slot, where a break ends.
"""

from collections.abc import Iterable
from threading import Timer
from time import monotonic

from pysat.card import CardEnc, EncType
from pysat.examples.rc2 import RC2Stratified
from pysat.formula import WCNF, IDPool

from answer import Answer, Status
from dealing import TableDealer
from instance import Instance
from value import Programme


def solve(instance: Instance, seconds: float) -> Answer:
    """The programme with the fewest breaks; when time runs out, a lower bound on them."""
    if not is_supported(instance):
        return Answer(Status.UNSUPPORTED)
    began = monotonic()
    encoding = _Encoding(instance)
    with RC2Stratified(encoding.formula, solver="g4", adapt=True, exhaust=True, minz=True) as solver:
        timer = Timer(max(0.1, seconds - (monotonic() - began)), solver.interrupt)
        timer.start()
        model = solver.compute(expect_interrupt=True)
        timer.cancel()
        if model is not None:
            total = sum(meeting.weight for meeting in instance.meetings)
            return Answer(Status.OPTIMAL, encoding.programme(model), total, solver.cost)
        if solver.interrupted:
            return Answer(Status.UNKNOWN, breaks_bound=solver.cost)
        return Answer(Status.INFEASIBLE)


def is_supported(instance: Instance) -> bool:
    """Lists to place whole on one day, by participants one at a time, without interpreters or walking."""
    return (
        instance.is_all_required
        and len(set(instance.days)) == 1
        and not instance.walk
        and all(not meeting.pairs for meeting in instance.meetings)
        and all(person.parallel == 1 for person in instance.participants)
    )


class _Encoding:
    """The list as clauses."""

    def __init__(self, instance: Instance) -> None:
        self.instance = instance
        self.pool = IDPool()
        self.formula = WCNF()
        self.agendas = instance.meetings_of_participants()
        self.at = [
            {slot: self.pool.id(("at", number, slot)) for slot in meeting.slots}
            for number, meeting in enumerate(instance.meetings)
        ]
        self.busy = [
            [self.pool.id(("busy", person, slot)) for slot in instance.slots]
            for person in range(len(instance.participants))
        ]
        self._place_meetings()
        self._keep_precedences()
        self._share_tables()
        self.breaks = [self._breaks(person) for person in range(len(instance.participants))]
        if instance.fairness is not None:
            self._keep_fair(instance.fairness)

    def programme(self, model: list[int]) -> Programme:
        true = {literal for literal in model if literal > 0}
        dealer = TableDealer(self.instance)
        return {
            number: dealer.placement(number, next(slot for slot, variable in at.items() if variable in true))
            for number, at in enumerate(self.at)
        }

    def _add(self, *clause: int) -> None:
        self.formula.append(list(clause))

    def _at_most(self, literals: list[int], limit: int, encoding: int = EncType.seqcounter) -> None:
        if len(literals) <= limit:
            return
        if limit == 1 and len(literals) < 6:
            encoding = EncType.pairwise
        self.formula.extend(CardEnc.atmost(literals, limit, vpool=self.pool, encoding=encoding).clauses)

    def _equivalent_to_any(self, variable: int, literals: Iterable[int]) -> None:
        """The variable holds exactly when one of the literals does."""
        some = list(literals)
        self._add(-variable, *some)
        for literal in some:
            self._add(-literal, variable)

    def _place_meetings(self) -> None:
        for at in self.at:
            self._add(*at.values())
            self._at_most(list(at.values()), 1, EncType.pairwise)

    def _keep_precedences(self) -> None:
        for number, meeting in enumerate(self.instance.meetings):
            for earlier in meeting.after:
                for slot, variable in self.at[number].items():
                    before = [other for at, other in self.at[earlier].items() if at < slot]
                    self._add(-variable, *before)

    def _share_tables(self) -> None:
        meetings = enumerate(self.instance.meetings)
        needing = [number for number, meeting in meetings if self.instance.needs_table(meeting)]
        for slot in self.instance.slots:
            literals = [self.at[number][slot] for number in needing if slot in self.at[number]]
            tables = self.instance.tables_in(slot)
            self._at_most(literals, tables, EncType.kmtotalizer)
            if len(needing) == len(self.at):
                # Implied, and worth having: at most two people at each table.
                busy = [self.busy[person][slot] for person, agenda in enumerate(self.agendas) if agenda]
                self._at_most(busy, 2 * tables, EncType.kmtotalizer)

    def _breaks(self, person: int) -> list[int]:
        """Literals of the slots at whose end a break of the participant ends, soft to avoid."""
        slots, agenda = self.instance.slots, self.agendas[person]
        limit = self.instance.participants[person].max_meetings
        if limit is not None and len(agenda) > limit:
            self._add()
        busy = self.busy[person]
        for slot in slots:
            literals = [self.at[number][slot] for number in agenda if slot in self.at[number]]
            self._equivalent_to_any(busy[slot], literals)
            self._at_most(literals, 1)
        if len(agenda) < 2:
            return []
        # Implied, and worth having: as many busy slots as meetings.
        exactly = CardEnc.equals(busy, len(agenda), vpool=self.pool, encoding=EncType.seqcounter)
        self.formula.extend(exactly.clauses)
        return self._break_ends(person, busy)

    def _break_ends(self, person: int, busy: list[int]) -> list[int]:
        """A break ends where a free slot after some meeting is followed by a meeting."""
        begun = [self.pool.id(("begun", person, slot)) for slot in self.instance.slots]
        ends: list[int] = []
        for slot in self.instance.slots:
            self._equivalent_to_any(begun[slot], [busy[slot], *begun[max(slot - 1, 0) : slot]])
        for slot in range(1, len(busy) - 1):
            end = self.pool.id(("break", person, slot))
            parts = [begun[slot], -busy[slot], busy[slot + 1]]
            self._equivalent_to_any(-end, [-part for part in parts])
            self.formula.append([-end], weight=1)
            ends.append(end)
        return ends

    def _keep_fair(self, fairness: int) -> None:
        """Everyone has at least the common floor of breaks, and at most `fairness` more."""
        if any(not ends for ends in self.breaks):
            for ends in self.breaks:
                self._at_most(ends, fairness)
            return
        most = len(self.instance.slots) // 2
        floor = [self.pool.id(("floor", count)) for count in range(most)]
        for person, ends in enumerate(self.breaks):
            counts = self._counts(person, ends)
            for index, reached in enumerate(floor):
                if index < len(counts):
                    self._add(-reached, counts[index])
                else:
                    self._add(-reached)
            for count, reached in zip(counts[fairness:], floor):
                self._add(-count, reached)

    def _counts(self, person: int, ends: list[int]) -> list[int]:
        """Whether the participant has at least 1, 2, … breaks, exactly: a sequential counter."""
        counts: list[int] = []
        for index, end in enumerate(ends):
            most = min(index + 1, len(self.instance.slots) // 2)
            following = [self.pool.id(("count", person, index, count)) for count in range(most)]
            for count, variable in enumerate(following):
                same = counts[count : count + 1]
                fewer = counts[count - 1 : count] if count else []
                self._add(-variable, *same, end)
                for literal in same:
                    self._add(-literal, variable)
                for literal in fewer:
                    self._add(-variable, literal)
                self._add(-end, *[-literal for literal in fewer], variable)
            counts = following
        return counts
