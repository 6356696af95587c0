"""What the finders return: one class per table, plus the reasons for every row.

`start` and `end` are code point offsets into Document.text, end exclusive. A record refers to other records by
object; ids and the quotes are given once, when the tables are made.
"""

from __future__ import annotations

from dataclasses import dataclass, field

Count = tuple[int | None, int | None]  # lowest and highest; None is open
STATES = frozenset({"state forces", "external forces"})  # the actor types of those who fight for a state
DONE = frozenset({"reported", "confirmed", "unconfirmed", "ongoing", "denied"})  # statuses of what is told as done
TO_COME = frozenset({"planned", "intended"})
PAST = frozenset({"background", "denied"})  # statuses that tell nothing of the fight at hand


@dataclass(slots=True, eq=False)
class Reason:
    """Why a row is there, or why a cell holds what it holds: the kind of evidence, its words, where they stand."""

    kind: str  # trigger, cue, argument, pattern, knowledge, gazetteer, coreference
    note: str
    start: int = -1
    end: int = -1


@dataclass(slots=True, eq=False)
class Mention:
    """One naming of something: token span (first and last, both included) and character span."""

    first: int
    last: int
    start: int
    end: int
    head: int  # the syntactic head token
    aside: str = ""  # of a place: named as a landmark, as a dateline or as what lies beyond a border


@dataclass(slots=True, eq=False)
class Record:
    start: int
    end: int
    reasons: list[Reason] = field(default_factory=list, kw_only=True)


@dataclass(slots=True, eq=False)
class Person(Record):
    """A named person, speaker or victim; not a table of its own, but no force or place may take the name."""

    name: str
    mentions: list[Mention]
    title: str = ""
    affiliation: str = ""


@dataclass(slots=True, eq=False)
class Force(Record):
    """A named armed body, or a generic one where no named body covers it. `mention` is the first one as written."""

    name: str
    mention: str
    mentions: list[Mention]
    aliases: list[str] = field(default_factory=list)
    kind: str = ""
    actor_type: str = ""
    country: str = ""
    parent: str = ""
    generic: bool = False
    role: str = "mentioned"
    id: str = ""


@dataclass(slots=True, eq=False)
class Location(Record):
    """A place that the text presents as a place; without lat and lon where no gazetteer knows it."""

    name: str
    mention: str
    mentions: list[Mention]
    feature: str = "other"
    admin1: str = ""
    country: str = ""
    lat: float | None = None
    lon: float | None = None
    geo_precision: int | None = None
    gazetteer_id: str = ""
    inside: Location | None = None  # its container, where the text gives one ("X in Y district")
    role: str = "mentioned"
    id: str = ""


@dataclass(slots=True, eq=False)
class Statement(Record):
    """One attribution: start and end hold what is said, without the outer quotation marks."""

    speaker: str = ""
    title: str = ""
    affiliation: str = ""
    audience: str = ""
    cue: str = ""
    kind: str = "indirect"
    stance: str = "assert"
    cue_at: int = -1  # token of the cue
    person: Person | None = None
    force: Force | None = None
    id: str = ""


@dataclass(slots=True, eq=False)
class Operation(Record):
    """A military operation or campaign; name is empty for an unnamed one."""

    name: str
    mentions: list[Mention]
    phase: str = ""
    launched_by: list[Force] = field(default_factory=list)
    started: tuple[str, str] | None = None  # ISO dates
    status: str = ""
    adversary: list[Force] = field(default_factory=list)
    area: list[Location] = field(default_factory=list)
    id: str = ""


@dataclass(slots=True, eq=False)
class Outcome(Record):
    """What was done, to whom or what, how many, by whom, where, when, said by whom, how sure."""

    outcome: str
    trigger: int  # token
    target: str = ""
    target_kind: str = "other"
    target_at: Mention | None = None
    count_text: str = ""
    count: Count | None = None
    part_of: Outcome | None = None
    actor: list[str] = field(default_factory=list)
    actor_forces: list[Force] = field(default_factory=list)
    affected: list[str] = field(default_factory=list)
    affected_forces: list[Force] = field(default_factory=list)
    means: str = ""
    place: Location | None = None
    dates: tuple[str, str] | None = None  # ISO dates
    status: str = "reported"
    status_by: str = ""
    status_statement: Statement | None = None  # the statement that changed the status, where one did
    statement: Statement | None = None
    speaker: str = ""
    id: str = ""

    def set_actor(self, forces: list[Force], note: str, by: Record) -> None:
        """Makes the forces the actor; the note, and where `by` stands, say why."""
        self.actor, self.actor_forces = [f.name for f in forces], list(forces)
        self.reasons.append(Reason("argument", note, by.start, by.end))

    def set_affected(self, forces: list[Force], note: str, by: Record) -> None:
        """Makes the forces the side that it was done to; the note, and where `by` stands, say why."""
        self.affected, self.affected_forces = [f.name for f in forces], list(forces)
        self.reasons.append(Reason("argument", note, by.start, by.end))
