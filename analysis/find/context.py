"""One document on its way through the finders: the parse, and what has been found so far."""

from __future__ import annotations

from dataclasses import dataclass, field

from ..read.document import Document
from ..read.language import Parse
from .records import Force, Location, Mention, Operation, Outcome, Person, Statement
from .words.dates import DateWindow


@dataclass(slots=True)
class Context:
    """Filled in the order of find_all: dates, persons, forces, locations, statements, operations, outcomes.

    The maps tell, for a token, which record's mention covers it.
    """

    document: Document
    parse: Parse
    dates: list[DateWindow] = field(default_factory=list)
    persons: list[Person] = field(default_factory=list)
    forces: list[Force] = field(default_factory=list)
    locations: list[Location] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    operations: list[Operation] = field(default_factory=list)
    outcomes: list[Outcome] = field(default_factory=list)
    person_at: dict[int, Person] = field(default_factory=dict)
    force_at: dict[int, Force] = field(default_factory=dict)
    place_at: dict[int, Location] = field(default_factory=dict)
    operation_at: dict[int, Operation] = field(default_factory=dict)

    def mention(self, first: int, last: int) -> Mention:
        """The mention that spans the tokens first..last; its head is the token whose own head lies outside."""
        p = self.parse
        head = next((i for i in range(last, first - 1, -1) if not first <= p.head[i] <= last or p.head[i] == i), last)
        return Mention(first, last, p.start[first], p.end[last], head)

    def statement_at(self, offset: int) -> Statement | None:
        """The innermost statement whose words hold the offset."""
        covering = [s for s in self.statements if s.start <= offset < s.end]
        return min(covering, key=lambda s: s.end - s.start, default=None)
