"""Names of capitals and countries that stand for a government: "Moscow denied it", "no comment from Tehran", "accused
Ankara". They are no places there; the same name elsewhere in the text may be one.
"""

from __future__ import annotations

from ...read.language import Parse
from ..words.grammar import first_conjunct
from .cues import Toponym
from .words import namesakes

_CAPITAL = 0.85  # importance of a national capital
_ACTS = frozenset(
    """
    accept accuse acknowledge add agree announce appeal approve argue ask assert back blame call cancel claim condemn
    confirm consider criticise criticize cut decide declare decline demand deny denounce deploy dismiss expel fear
    file fund hope impose insist invade invite maintain negotiate object offer oppose order pledge plan praise press
    promise propose protest pursue push recall recognise recognize refuse reject release reply respond say sanction
    seek send sign suggest summon supply support suspect suspend tell threaten urge view vow want warn welcome
    """.split()
)
_ADDRESSED = frozenset(
    """
    accuse ask blame condemn criticise criticize convince demand denounce help pressure press persuade suspect tell
    thank urge warn
    """.split()
)
_FROM = frozenset(
    """
    aid approval assurance backing comment confirmation denial funding guarantee guidance instruction order permission
    pressure reaction reply response signal statement support word
    """.split()
)
_BETWEEN = frozenset(
    """
    accord agreement alliance ceasefire cooperation deal diplomacy negotiation pact relation relationship rift rivalry
    standoff talk tension tie treaty truce
    """.split()
)
_RULING = {"administration", "ally", "authority", "force", "government", "regime", "troop"}
_OWNED = frozenset("allies ally ambassador claim claims diplomats envoy forces government invasion troops war".split())


def stands_for_power(p: Parse, t: Toponym) -> bool:
    """Does the name stand for those who govern from there?

    >>> from analysis.read.language import parse
    >>> p = parse("Moscow denied the claim on Friday.")
    >>> stands_for_power(p, Toponym(0, 0, (0, 0), "Moscow"))
    True
    """
    if t.feature not in ("", "country") or t.outer != (t.first, t.last) or not _governs(t):
        return False
    head, n = p.head[t.last], t.last + 1
    if not t.country and p.dep[t.last] in ("nsubj", "conj") and _subject_of(p, t.last) in _ACTS:
        return True
    if p.dep[t.last] == "dobj" and p.lemma[head] in _ADDRESSED:
        return True
    first = first_conjunct(p, t.last)
    if p.lower[p.head[first]] == "by" and p.dep[first] == "pobj":
        return True  # "attacks by Turkey", "announced by Moscow and Damascus"
    if t.country:
        return False
    if head > t.last and p.dep[t.last] in ("compound", "nmod", "amod") and p.lemma[head] in _RULING:
        return True
    before = p.lower[t.first - 1] if t.first else ""
    if before == "from" and p.lemma[t.first - 2] in _FROM:
        return True
    if p.lower[head] == "between" and p.lemma[head - 1] in _BETWEEN:
        return True
    if p.dep[t.last] == "conj" and p.lower[p.head[head]] == "between" and p.lemma[p.head[head] - 1] in _BETWEEN:
        return True
    return n + 1 < len(p) and p.tag[n] == "POS" and p.lower[n + 1] in _OWNED


def powers(found: list[Toponym]) -> list[str]:
    """The countries of the capitals that stand for their governments (ISO 3166-1 alpha-3)."""
    return [namesakes(t.name)[0].country for t in found if not t.literal and not t.country and _governs(t)]


def _governs(t: Toponym) -> bool:
    return bool(t.country) or any(c.feature == "city" and c.importance >= _CAPITAL for c in namesakes(t.name)[:3])


def _subject_of(p: Parse, i: int) -> str:
    """The lemma of the verb that the name, or the coordination that it stands in, is the subject of."""
    while p.dep[i] == "conj":
        i = p.head[i]
    return p.lemma[p.head[i]] if p.dep[i] == "nsubj" else ""
