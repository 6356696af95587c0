"""How a source is named: its noun phrase as the text writes it, its affiliation, and the audience."""

from __future__ import annotations

from ..context import Context
from ..words.grammar import child, conjuncts
from ..words.names import title_kind
from .memory import Speaker

DOCUMENTS = {
    "statement", "communique", "communiqué", "report", "release", "message", "tweet", "post", "letter", "video",
}  # fmt: skip
_KEPT = {"of", "for", "from", "in", "at", "with", "on", "to", "close", "near", "familiar"}
_OCCASIONS = {"interview", "conference", "remark", "address", "speech", "briefing", "comment", "facebook", "twitter"}
_KINDS = {"group", "movement", "organisation", "organization", "outfit", "militia", "alliance"}
_MEDIA = {
    "agency", "broadcaster", "channel", "daily", "group", "magazine", "monitor", "monitoring", "network",
    "newspaper", "newswire", "organisation", "organization", "outlet", "paper", "portal", "radio", "site",
    "station", "television", "tv", "website",
}  # fmt: skip


def as_written(context: Context, head: int) -> Speaker:
    """The phrase without a leading "the", without relative clauses, brackets and adjuncts of time."""
    p = context.parse
    heads = conjuncts(p, head)
    names = []
    plural = len(heads) > 1 or p.tag[head] == "NNS"
    force = None
    for h in heads[:4]:
        if person := context.person_at.get(h):
            names.append(person.name)
            continue
        first, last = _bare_name(context, h, *phrase(context, h, stop=next((x for x in heads if x > h), None)))
        names.append(p.slice(first, last))
        force = force or next((context.force_at[i] for i in range(h, first - 1, -1) if i in context.force_at), None)
    affiliation = _affiliation(context, head)
    human = p.ent[head] == "PERSON" and p.tag[head] == "NNP"
    title, name = _named_at_the_end(context, head, names[0]) if len(names) == 1 else ("", "; ".join(names))
    return Speaker(name, title, affiliation, force=force, plural=plural, human=human, note="as written")


def _bare_name(context: Context, head: int, first: int, last: int) -> tuple[int, int]:
    """The name of a force without what colours it: "pro-Iranian Ansar", "the Ansar rebel group" are Ansar."""
    p = context.parse
    force = next((context.force_at[i] for i in range(last, first - 1, -1) if i in context.force_at), None)
    if force is None:
        return first, last
    for m in force.mentions:
        if not (first <= m.first <= m.last <= last and not p.word[m.last].islower()):
            continue
        start = first
        while start < m.first and (p.word[start][0].islower() or p.lower[start + 1] == "-"):
            start += 3 if p.lower[start + 1] == "-" else 1
        kinds = range(m.last + 1, last + 1)
        of_kind = head == last and p.lower[head] in _KINDS and all(p.word[i].islower() for i in kinds)
        named = m.last == last and m.first <= head
        if start >= m.first and (named or of_kind):
            return m.first, m.last
    return first, last


def _named_at_the_end(context: Context, head: int, words: str) -> tuple[str, str]:
    """What the source is and its name, where the name stands last: "state news agency SANA"."""
    p = context.parse
    if head in context.force_at or head in context.person_at:
        return "", words
    parts = words.split()
    at = next((i for i in range(len(parts) - 1, -1, -1) if parts[i][0].islower() and "-" not in parts[i][:4]), -1)
    if at < 0 or at == len(parts) - 1 or parts[at] not in _MEDIA or p.tag[head] == "NNS":
        return "", words
    return " ".join(parts[: at + 1]), " ".join(parts[at + 1 :])


def phrase(context: Context, head: int, stop: int | None) -> tuple[int, int]:
    """First and last token of the source's phrase, without its article, its brackets and what only dates it."""
    p = context.parse
    if p.pos[head] == "VERB":  # a name of which the tagger has made a verb: "Inter-Services Public Relations"
        last = head
        while last + 1 < len(p) and p.tag[last + 1] in ("NNP", "NNPS"):
            last += 1
        return head, last
    first = head
    for c in reversed([c for c in p.children[head] if c < head]):
        if p.dep[c] in ("relcl", "conj", "cc", "advcl", "mark", "preconj", "punct", "appos", "prep"):
            break
        first = p.left[c]
    a = p.sents[p.sent[head]][0]
    while (
        p.tag[head] in ("NNP", "NNPS")
        and first > a
        and p.tag[first - 1] in ("NNP", "NNPS")
        and p.ent[first - 1] != "DATE"
    ):
        first -= 1
    while first < head and (p.lower[first] in ("the", "that", "and", "but", "both") or not p.word[first][0].isalnum()):
        first += 1
    first = next(
        (
            j + 1
            for j in range(head - 1, first - 1, -1)
            if (p.word[j] in (")", "-") and p.start[j] > p.end[j - 1]) or p.word[j] == ")"
        ),
        first,
    )
    last = head
    force = context.force_at.get(head)
    for m in force.mentions if force is not None and p.tag[head] in ("NNP", "NNPS") else []:
        if m.first <= head <= m.last and (stop is None or m.last < stop):
            first, last = min(first, m.first), max(last, m.last)  # "Group to Support Islam and Muslims"
    if p.tag[head] in ("NNP", "NNPS"):
        first = next((j + 1 for j in range(head - 1, first, -1) if p.word[j] == ","), first)  # "in Lebanon, Ansar said"
    for c in p.children[head]:
        if c <= last or (stop is not None and c >= stop):
            continue
        if p.dep[c] == "prep" and p.lower[c] in _KEPT and p.left[c] == last + 1 and p.right[c] - c < 8:
            end = next((j - 1 for j in range(c, p.right[c] + 1) if p.word[j] in (",", "(", '"')), p.right[c])
            thing = child(p, c, "pobj")
            if thing is not None and (
                p.lemma[thing] in DOCUMENTS | _OCCASIONS
                or p.ent[thing] in ("DATE", "TIME")
                or (not _is_someone(context, head) and p.lower[c] != "of" and not _in_name(context, head, c))
            ):
                continue
            last = min(end, stop - 1) if stop is not None else end
        elif p.dep[c] not in ("prep", "amod", "acl"):
            break
    while (
        p.lower[last] in _MEDIA and last + 1 < len(p) and p.tag[last + 1] == "NNP" and p.sent[last + 1] == p.sent[last]
    ):
        last += 1
        while last + 1 < len(p) and p.tag[last + 1] == "NNP" and p.sent[last + 1] == p.sent[last]:
            last += 1
    return first, last


def _is_someone(context: Context, head: int) -> bool:
    """Does the noun name a person by an office, so that where he is tells who he is: "an officer in the brigade"?"""
    return title_kind(context.parse, head) != "" or context.parse.lemma[head] in ("source", "resident")


def _in_name(context: Context, head: int, preposition: int) -> bool:
    """Does the preposition stand in a name: "Observatory for Human Rights", "Office on Drugs"?"""
    p = context.parse
    name = p.tag[head] in ("NNP", "NNPS") and p.lower[preposition] in ("for", "on")
    return name and p.word[preposition + 1][0].isupper()


def _affiliation(context: Context, head: int) -> str:
    """The body in the source's own phrase: "army spokesman", "an official of the ministry"."""
    p = context.parse
    if not title_kind(p, head) and p.lemma[head] != "source":
        return ""
    compounds = [c for c in p.children[head] if p.dep[c] in ("compound", "nmod", "poss") and c < head]
    if compounds:
        first, last = min(p.left[c] for c in compounds), max(compounds)
        while first < last and p.pos[first] == "DET":
            first += 1
        return p.slice(first, last)
    for c in p.children[head]:
        if c > head and p.lower[c] in ("of", "for", "from", "at") and (o := child(p, c, "pobj")) is not None:
            first = p.left[o] + (p.pos[p.left[o]] == "DET")
            return p.slice(min(first, o), o)
    return ""


def audience_text(context: Context, head: int) -> str:
    """To whom it was said, as written without an article; empty for a pronoun."""
    p = context.parse
    if p.pos[head] == "PRON":
        return ""
    first, last = phrase(context, head, None)
    return p.slice(first, last)
