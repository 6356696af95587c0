"""Which force a pronoun or a definite description stands for: "it", "they", "the group", "the attackers".

The finder of forces has already joined descriptions that hold a word of its own lists ("the militants", "the army");
what is left are pronouns and empty nouns, resolved here on demand to the nearest fitting mention before them.
"""

from __future__ import annotations

from ..context import Context
from ..records import Force, Mention
from ..words.grammar import SUBJECTS, first_conjunct
from .allegiance import force_of_speaker

_SINGULAR = {"it", "its", "itself"}
_PLURAL = {"they", "them", "their", "theirs", "themselves"}
_SPEAKING = {"we", "us", "our", "ours", "ourselves"}
_UNITS = {"brigade", "battalion", "division", "regiment", "corps", "squadron", "company", "platoon", "team", "patrol"}
_GROUP_NOUNS = {"group", "organization", "organisation", "movement", "militia", "outfit", "gang", "faction", "network"}
_STATE_NOUNS = {"army", "military", "command", "ministry", "force", "unit", "service", "police"}
_PEOPLE_NOUNS = {"attackers", "assailants", "perpetrators", "men", "forces", "troops", "members"}
_REACH = 2  # sentences back


def resolve_actor(context: Context, token: int) -> Force | None:
    """The force that the token names or stands for; None where the text does not make it plain.

    A token inside a force's mention gives that force. A pronoun, or "the group" and the like, gives the force of the
    nearest mention before it, in this paragraph or the one before (two sentences back at most), subjects first.
    """
    if (named := context.force_at.get(token)) is not None:
        return named
    p = context.parse
    low = p.lower[token]
    if low in _SINGULAR or low in _PLURAL:
        return _antecedent(context, token, lambda f: True)
    if low in _SPEAKING:
        return force_of_speaker(context, context.statement_at(p.start[token]))
    if any(p.lower[c] == "our" for c in p.children[token]) and low in _PEOPLE_NOUNS | {"fighters", "soldiers"}:
        return force_of_speaker(context, context.statement_at(p.start[token]))
    definite = any(p.lower[c] in ("the", "this", "that", "its", "these", "those") for c in p.children[token])
    if not definite:
        return None
    if low in _GROUP_NOUNS:
        fits = lambda f: f.actor_type not in ("state forces", "external forces")  # noqa: E731
        return _antecedent(context, token, fits) or _only_one(context, token, fits)
    if low in _STATE_NOUNS:
        return _antecedent(context, token, lambda f: f.actor_type in ("state forces", "external forces"))
    if low in _UNITS:
        return _named_unit(context, token)
    if low in _PEOPLE_NOUNS:
        return _antecedent(context, token, lambda f: True)
    return None


def _named_unit(context: Context, token: int) -> Force | None:
    """ "The brigade": the brigade named last before it, or in its sentence; "the team": that of a "team of police"."""
    p, low = context.parse, context.parse.lower[token]
    for j in range(token - 1, -1, -1):
        if p.sent[token] - p.sent[j] > _REACH:
            break
        if p.lower[j] == low and j in context.force_at:
            return context.force_at[j]
        if p.lower[j] == low and j + 2 < len(p) and p.lower[j + 1] == "of" and j + 2 in context.force_at:
            return context.force_at[j + 2]
    here = p.sents[p.sent[token]]
    return next(
        (context.force_at[i] for i in range(token, here[1]) if i in context.force_at and p.lower[i] == low), None
    )


def _antecedent(context: Context, token: int, fits) -> Force | None:  # type: ignore[no-untyped-def]
    p = context.parse
    best: tuple[tuple[int, int, int], Force] | None = None
    for force in context.forces:
        if not fits(force):
            continue
        for mention in force.mentions:
            if mention.head >= token:
                break
            back = p.sent[token] - p.sent[mention.head]
            if back > _REACH or p.paragraph[token] - p.paragraph[mention.head] > 1:
                continue
            rank = (back, 0 if _is_subject(context, mention) else 1, token - mention.head)
            if best is None or rank < best[0]:
                best = rank, force
    return best[1] if best else None


def _only_one(context: Context, token: int, fits) -> Force | None:  # type: ignore[no-untyped-def]
    """ "The group" far behind its name, where the report has told of one group alone."""
    groups = [f for f in context.forces if fits(f)]
    return groups[0] if len(groups) == 1 and not groups[0].generic and groups[0].mentions[0].head < token else None


def _is_subject(context: Context, mention: Mention) -> bool:
    p = context.parse
    return p.dep[first_conjunct(p, mention.head)] in SUBJECTS
