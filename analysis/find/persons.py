"""Named persons: found first, so that no force and no place takes their names.

A name alone proves nothing (most Arabic personal names are also names of villages), so a person needs a witness:
a title or rank, an age, an apposition that names an office, a known given name, or being the one who speaks.
"""

from __future__ import annotations

from ..read.language import Parse
from .context import Context
from .places.frames import framed
from .places.words import prominence
from .records import Person, Reason
from .words.names import given_names, name_end, names_a_body, starts_name, title_kind
from .words.titles import apposed_title, leading_title, preceding_title

_PLACING = {
    "in", "at", "near", "outside", "around", "inside", "across", "within", "towards", "toward", "north",
    "south", "east", "west",
}  # fmt: skip
_SPEAKING = {
    "say", "tell", "add", "explain", "state", "announce", "confirm", "deny", "claim", "warn", "note", "report",
    "reveal", "declare", "stress", "write",
}  # fmt: skip


def find_persons(context: Context) -> None:
    """Adds the named persons of the document to the context."""
    p = context.parse
    found: dict[str, list[Person]] = {}  # by each word of the name that may stand for it alone
    i = 0
    while i < len(p):
        word = p.word[i]
        if not word[0].isupper() and "-" not in word:
            i += 1
            continue
        if not starts_name(p, i):
            i += 1
            continue
        last = name_end(p, i)
        reason, title, affiliation = _witness(p, i, last)
        if reason:
            _add(context, found, i, last, reason, title, affiliation)
        i = last + 1
    _link_short_mentions(context, found)


def _holds_the_office(p: Parse, first: int, last: int) -> bool:
    """ "A council member in al-Busayrah, Deir ez-Zor": a known place behind a place holds it, and is nobody's name."""
    i = first - 2
    while i > 0 and starts_name(p, i):
        i -= 1
    placed = i < first - 2 and p.lower[i] in ("in", "at", "near")
    return placed and p.word[first] not in given_names() and prominence(p.slice(first, last)) > 0


def _witness(p: Parse, first: int, last: int) -> tuple[Reason | None, str, str]:
    """Why the run is a person's name, with title and affiliation; None where nothing shows it."""
    if names_a_body(p, first, last) or _leads_to_title(p, last):
        return None, "", ""
    size = last - first + 1
    full = size > 1
    ranked = leading_title(p, first, single=size == 1)
    if framed(p, ranked.first if ranked else first, last):
        return None, "", ""
    placed = _is_placed(p, first)
    if ranked and not (placed and size == 1):
        before = preceding_title(p, ranked.first)
        office = None if before or size == 1 else apposed_title(p, last)
        title = ", ".join(t.text for t in (before, ranked, office) if t)
        before = before or office
        reason = Reason("pattern", f"title {title!r} before a name", p.start[ranked.first], p.end[last])
        return reason, title, (before.affiliation if before else "") or ranked.affiliation
    if not full or placed:
        return None, "", ""
    before = None if _holds_the_office(p, first, last) else preceding_title(p, first)
    if before:
        return (
            Reason("pattern", "apposition to an office", p.start[before.first], p.end[last]),
            before.text,
            before.affiliation,
        )
    after = apposed_title(p, last)
    given = p.word[first] in given_names() or p.ent[last] == "PERSON"
    if after and (given or not _in_place_context(p, first)):
        return (
            Reason("pattern", "an office stands beside the name", p.start[first], after.end),
            after.text,
            after.affiliation,
        )
    if _has_age(p, last):
        return Reason("pattern", "an age stands beside the name", p.start[first], p.end[last + 2]), "", ""
    if p.word[first] in given_names():
        return Reason("knowledge", f"{p.word[first]!r} is a given name", p.start[first], p.end[last]), "", ""
    if p.ent[last] == "PERSON" == p.ent[first] and _speaks(p, last):
        return Reason("pattern", "speaks", p.start[first], p.end[last]), "", ""
    return None, "", ""


def _is_placed(p: Parse, first: int) -> bool:
    """ "In Hassan", "east of Salah al-Din": does a preposition or a direction put the name on the map?"""
    begin, i = p.sents[p.sent[first]][0], first - 1
    if i > begin and p.lower[i] == "of" and p.lower[i - 1] in _PLACING:
        i -= 1
    return i >= begin and p.lower[i] in _PLACING


def _leads_to_title(p: Parse, last: int) -> bool:
    """Does the run go on in a title: "Deputy [Interior] Minister"?"""
    after = last + 1
    same = after < len(p) and p.sent[after] == p.sent[last]
    return same and p.word[after][0].isupper() and title_kind(p, after) in ("rank", "office", "role")


def _in_place_context(p: Parse, first: int) -> bool:
    return first > 0 and p.lower[first - 1] in ("from", "to", "of", "between") and p.sent[first - 1] == p.sent[first]


def _has_age(p: Parse, last: int) -> bool:
    """A number between 1 and 110 in commas or brackets: "Donna Lages, 39,"."""
    if last + 3 >= len(p) or p.word[last + 1] not in (",", "(") or not p.word[last + 2].isdigit():
        return False
    return 0 < int(p.word[last + 2]) < 110 and p.word[last + 3] in (",", ")", ".") and len(p.word[last + 2]) < 4


def _speaks(p: Parse, last: int) -> bool:
    head = p.head[last]
    return (p.dep[last] == "nsubj" and p.lemma[head] in _SPEAKING) or (
        last + 1 < len(p) and p.lemma[last + 1] in _SPEAKING and p.sent[last + 1] == p.sent[last]
    )


def _add(
    context: Context,
    found: dict[str, list[Person]],
    first: int,
    last: int,
    reason: Reason,
    title: str,
    affiliation: str,
) -> None:
    """Makes the person, or adds the mention to the person who already has the name."""
    p = context.parse
    keys = [_key(p.word[i]) for i in range(first, last + 1) if len(_key(p.word[i])) > 2 and p.lower[i] != "jr."]
    if not keys:
        return
    mention = context.mention(first, last)
    person = next((x for x in reversed(found.get(keys[-1], [])) if _same(x, keys)), None)
    if person is None:
        person = Person(mention.start, mention.end, p.slice(first, last), [], title, affiliation, reasons=[reason])
        context.persons.append(person)
    person.mentions.append(mention)
    if len(keys) > len(_keys(person.name)):
        person.name = p.slice(first, last)
    if title and (not person.title or len(person.title) < 4):
        person.title = title
    person.affiliation = person.affiliation or affiliation
    for key in keys:
        holders = found.setdefault(key, [])
        if person not in holders:
            holders.append(person)
    for i in range(first, last + 1):
        context.person_at[i] = person


def _key(word: str) -> str:
    """A name's word for comparison: lower case, without a joined article.

    >>> _key("Al-Asal"), _key("al-Asal"), _key("Kassar")
    ('asal', 'asal', 'kassar')
    """
    low = word.lower()
    head, _, tail = low.partition("-")
    return (
        tail
        if len(head) <= 3 and len(tail) > 2 and head in ("al", "el", "ar", "as", "ash", "an", "ad", "at", "az")
        else low
    )


def _keys(name: str) -> list[str]:
    return [k for k in (_key(w) for w in name.split()) if len(k) > 2 and k != "jr."]


def _same(person: Person, keys: list[str]) -> bool:
    """One name's words contain the other's ("Mr. Kassar" after "Hadi Kassar")."""
    mine = set(_keys(person.name))
    return mine <= set(keys) or mine >= set(keys)


def _link_short_mentions(context: Context, found: dict[str, list[Person]]) -> None:
    """A later (or earlier) word of the name alone: "Kassar", "Al-Asal". A given name only where it is listed as one."""
    p = context.parse
    if not found:
        return
    for i in range(len(p)):
        word = p.word[i]
        if i in context.person_at or not (word[0].isupper() or word[:3] in ("al-", "el-")):
            continue
        holders = found.get(_key(word))
        if not holders or p.lower[i] == word or not _stands_alone(context, i):
            continue
        before = [x for x in holders if x.start < p.start[i]]
        person = max(before, key=lambda x: x.mentions[-1].start, default=holders[0])
        if _keys(person.name)[0] == _key(word) != _keys(person.name)[-1] and word not in given_names():
            continue
        first = i
        if i and p.lower[i - 1] in ("al", "el") and p.word[i - 1][0].isupper():
            first = i - 1
        person.mentions.append(context.mention(first, i))
        context.person_at[i] = context.person_at[first] = person
    for person in context.persons:
        person.mentions.sort(key=lambda m: m.first)
        person.start, person.end = person.mentions[0].start, person.mentions[0].end


def _stands_alone(context: Context, i: int) -> bool:
    """Is the word no part of a longer capitalised name, and not said to be a place?"""
    p = context.parse
    if (
        i + 1 < len(p)
        and p.word[i + 1][0].isupper()
        and p.sent[i + 1] == p.sent[i]
        and p.pos[i + 1] in ("NOUN", "PROPN")
    ):
        return False
    if i and p.sent[i - 1] == p.sent[i]:
        if p.lower[i - 1] in _PLACING:
            return False
        if (
            p.word[i - 1][0].isupper()
            and p.pos[i - 1] == "PROPN"
            and not title_kind(p, i - 1)
            and p.lower[i - 1] not in ("al", "el")
        ):
            return False
    return not names_a_body(p, i, i)
