"""Gives shared tables to meetings whose slots are known, where any hall is as good as another."""

from instance import Instance
from value import Placement


class TableDealer:
    """Hands out the tables of each slot, hall after hall."""

    def __init__(self, instance: Instance) -> None:
        self.instance = instance
        self.left = [list(tables) for tables in instance.tables]

    def placement(self, number: int, slot: int, interpreter: int | None = None) -> Placement:
        """A meeting's place in its slot: the stand, or the next free table."""
        meeting = self.instance.meetings[number]
        if not self.instance.needs_table(meeting):
            return Placement(slot, meeting.stand, interpreter)
        hall = next(hall for hall, tables in enumerate(self.left) if tables[slot] > 0)
        self.left[hall][slot] -= 1
        return Placement(slot, hall, interpreter)
