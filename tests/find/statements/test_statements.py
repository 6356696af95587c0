"""Statements: a row for every cue, with the words said, who says them, how they are quoted and how sure."""

from __future__ import annotations

import pytest

from analysis import read_text, tabulate
from analysis.find.statements.quotations import find_quotes


def rows(tables):
    return tables.rows["statements"]


@pytest.mark.parametrize(
    ("example", "speaker", "kind", "stance"),
    [
        pytest.param(
            'Col. Naji Hotam said, "[We hold the bridge]."', "Naji Hotam", "direct", "assert", id="cue before a quote"
        ),
        pytest.param('"[We hold the bridge]," said the governor.', "governor", "direct", "assert", id="cue behind"),
        pytest.param("Police said [two men were killed near Kirdan.]", "Police", "indirect", "assert", id="indirect"),
        pytest.param(
            "[Three soldiers died in the blast], a security source told Reuters.",
            "a security source",
            "indirect",
            "assert",
            id="unnamed source at the end",
        ),
        pytest.param(
            'The ministry said that [its troops "broke the siege" of the town.]',
            "ministry",
            "mixed",
            "assert",
            id="partly quoted",
        ),
        pytest.param("The army denied that [its planes had struck the camp.]", "army", "indirect", "deny", id="deny"),
        pytest.param(
            "The Air Force Command did not confirm [the strike.]",
            "Air Force Command",
            "indirect",
            "decline to confirm",
            id="silence is not denial",
        ),
        pytest.param(
            "According to the governor's office, [five houses were burned.]",
            "governor's office",
            "indirect",
            "assert",
            id="according to",
        ),
        pytest.param(
            '[Forces took part in the raid]," the mayor said.', "mayor", "direct", "assert", id="never opened"
        ),
    ],
)
def test_one_cue_is_one_row(read_example, example, speaker, kind, stance):
    """Speaker, kind and stance of a single attribution; the span is what is said without its outer marks."""
    tables, [(start, end)] = read_example(example)
    (row,) = rows(tables)
    assert (row["speaker"], row["kind"], row["stance"]) == (speaker, kind, stance)
    assert abs(row["start"] - start) <= 1
    assert abs(row["end"] - end) <= 1


@pytest.mark.parametrize(
    ("example", "speaker", "stance"),
    [
        pytest.param("Police put [the death toll at nine.]", "Police", "assert", id="toll"),
        pytest.param(
            "The army accused [the rebels of using the school as a depot.]", "army", "assert", id="accusation"
        ),
        pytest.param("The rebels admitted [to killing two officers.]", "rebels", "assert", id="admission"),
        pytest.param("The governor urged [residents to leave Kirdan.]", "governor", "assert", id="what to do"),
        pytest.param("The army neither confirmed nor denied [the raid.]", "army", "decline to confirm", id="neither"),
        pytest.param("The army disputed [that toll.]", "army", "deny", id="a number denied"),
        pytest.param(
            "The government dismissed [claims that its troops shelled Kirdan.]",
            "government",
            "deny",
            id="a claim denied",
        ),
        pytest.param("[Ten huts were burned, police said on Monday.]", "police", "assert", id="cue at the end"),
    ],
)
def test_what_a_verb_takes(read_example, example, speaker, stance):
    """Clauses, objects, tolls, what somebody shall do: one row each, from its first word."""
    tables, [(start, _)] = read_example(example)
    (row,) = rows(tables)
    assert (row["speaker"], row["stance"], row["kind"]) == (speaker, stance, "indirect")
    assert row["start"] == start


@pytest.mark.parametrize(
    ("example", "speakers"),
    [
        pytest.param(
            "Gunmen swept into Kirdan at dawn, firing on shoppers as they fled, Musa Bello, a trader, said.",
            ["Musa Bello"],
            id="an office behind the name",
        ),
        pytest.param(
            "The Kirdan Front, a group allied with the rebels, claimed responsibility for the blast on its channel, "
            "saying its men had left.",
            ["Kirdan Front", "Kirdan Front"],
            id="apposition, and a participle that goes on",
        ),
        pytest.param(
            "Channel Nine cited a border officer as saying three trucks had crossed.", ["a border officer"], id="cited"
        ),
        pytest.param(
            'Channel Nine said an army officer declined to comment, saying: "We do not talk of this."',
            ["Channel Nine", "an army officer"],
            id="the participle of another",
        ),
        pytest.param(
            "Ten died, the state news agency KNA reported.", ["KNA"], id="a name behind what it is: the name speaks"
        ),
        pytest.param(
            "The Observatory for Peace said ten huts burned, while the army said nobody was hurt.",
            ["Observatory for Peace", "army"],
            id="turn about",
        ),
        pytest.param(
            "Local journalists and aid workers said that the bridge was gone.",
            ["Local journalists; aid workers"],
            id="several",
        ),
        pytest.param("Residents released a video which they say shows the school.", ["Residents"], id="they"),
        pytest.param("The monitor said it counted nine dead. It said the toll would rise.", ["monitor"] * 2, id="it"),
        pytest.param(
            "Moments earlier, in a speech, the mayor said the road was open.", ["mayor"], id="the nearest subject"
        ),
        pytest.param('"It was dark," complained one of the drivers.', ["one of the drivers"], id="inverted"),
        pytest.param("As police said on Monday, the road is closed.", ["police"], id="as police said"),
        pytest.param("Said Omar, a baker, said the shop was shut.", ["Said Omar"], id="a name like a verb"),
        pytest.param("Claiming that the road was mined, the mayor told residents to wait.", ["mayor"], id="fronted"),
    ],
)
def test_who_speaks(read_example, example, speakers):
    """The speaker by the syntax of the cue's clause, and where the parse loses it by the words beside the verb."""
    tables, _ = read_example(example)
    assert [r["speaker"] for r in rows(tables)] == speakers


@pytest.mark.parametrize(
    ("headline", "speaker"),
    [
        pytest.param("Army: [five rebels killed near Kirdan]", "Army", id="source first"),
        pytest.param("[Five rebels killed near Kirdan]: Kirdan police", "Kirdan police", id="source last"),
        pytest.param("[Five rebels killed near Kirdan], army says", "army", id="says"),
        pytest.param("[Five rebels killed near Kirdan], says activist group", "activist group", id="says, inverted"),
    ],
)
def test_headlines_name_their_source(read_example, headline, speaker):
    """A headline's source stands beside a colon or a verb, on either side of what it says."""
    tables, [(start, end)] = read_example(headline + "\n\nThe road was closed on Monday.")
    (row,) = rows(tables)
    assert row["speaker"] == speaker
    assert (row["start"], row["end"]) == (start, end)


@pytest.mark.parametrize("text", ["KIRDAN: Two men were killed.", "Source: Channel Nine", "Iraq: two men killed"])
def test_a_colon_alone_names_no_source(read_example, text):
    """Datelines, places and credits say nothing."""
    tables, _ = read_example(text + "\n\nThe road was closed on Monday.")
    assert rows(tables) == []


@pytest.mark.parametrize(
    ("example", "kind"),
    [
        pytest.param('The mayor said it was "unfortunate".', "mixed", id="one word outside"),
        pytest.param('But "the bridge has fallen", the mayor said.', "direct", id="the outlet's but"),
        pytest.param('The trucks "left at dawn", said Col. Naji Hotam.', "mixed", id="quote in the middle"),
        pytest.param("‘The bridge has fallen,’ said Col. Naji Hotam.", "direct", id="single marks"),
        pytest.param("«The bridge has fallen», said Col. Naji Hotam.", "direct", id="guillemets"),
        pytest.param("''The bridge has fallen,'' said Col. Naji Hotam.", "direct", id="two apostrophes"),
        pytest.param("The mayor dismissed as “lies” the story of a raid.", "mixed", id="as"),
    ],
)
def test_kind_is_what_stands_in_quotation_marks(read_example, example, kind):
    """Direct only where no word that is said stands outside of the marks."""
    tables, _ = read_example(example)
    assert [r["kind"] for r in rows(tables)] == [kind]


@pytest.mark.parametrize(
    ("entry", "speaker"),
    [
        pytest.param("09:15 Kirdan. Kirdan police: [two men killed near the bridge].", "Kirdan police", id="body"),
        pytest.param("4/ Governor Naji Hotam: [the depot is on fire].", "Naji Hotam", id="person"),
    ],
)
def test_entries_of_a_log_name_their_source(read_example, entry, speaker):
    """A sentence that begins with a source and a colon is what the source says."""
    tables, [(start, _)] = read_example("The road was closed on Monday.\n\n" + entry)
    (row,) = rows(tables)
    assert (row["speaker"], row["start"]) == (speaker, start)


def test_a_quote_below_its_cue(read_example):
    """A colon at the end of a paragraph leads to the next one."""
    tables, _ = read_example('The ministry wrote:\n\n"Nobody was hurt in the strike on Kirdan."')
    (row,) = rows(tables)
    assert (row["speaker"], row["quote"]) == ("ministry", "Nobody was hurt in the strike on Kirdan.")


def test_a_quote_resumes_past_the_rest_of_its_cue(read_example):
    """What else the cue's sentence says does not part a quote in two; a second cue there is a row of its own."""
    tables, _ = read_example(
        '"We hold the bridge," Col. Naji Hotam said, adding that two men had died. "The enemy fled."'
    )
    first, second = rows(tables)
    assert first["quote"].endswith("The enemy fled.")
    assert second["quote"] == "two men had died."


@pytest.mark.parametrize(
    "example",
    [
        pytest.param('Operation "Solid Rock" began on Monday.', id="a name in quotation marks"),
        pytest.param("The army will announce its plan next week.", id="yet to be said"),
        pytest.param("No group has claimed responsibility for the blast.", id="nobody"),
        pytest.param("The spokesman declined to comment on the report.", id="no content"),
        pytest.param("Troops believe the road is mined.", id="belief is no speech"),
        pytest.param("Ten people were reported killed on the road.", id="reported by nobody"),
        pytest.param("The officer left without saying why he had come.", id="without saying"),
        pytest.param("The offensive has threatened to cut the road.", id="an offensive does not speak"),
        pytest.param("The group, said to be close to the army, left.", id="said to be"),
        pytest.param("Officials have said nothing about the blast.", id="nothing said"),
        pytest.param("The mayor called for calm.", id="what is called for"),
        pytest.param("The army and the rebels accused each other.", id="accused of nothing"),
        pytest.param("Troops responded with shells that fell on the road.", id="shells that fell"),
        pytest.param("The mayor disclosed this to journalists.", id="a pronoun alone"),
    ],
)
def test_no_attribution_no_row(read_example, example):
    """What nobody is reported to have said is no statement."""
    tables, _ = read_example(example)
    assert rows(tables) == []


def test_speaker_carries_over_to_a_quote_alone(read_example):
    """A paragraph that is only a quote goes on with the speaker before."""
    tables, _ = read_example('Col. Naji Hotam said: "We hold the bridge."\n\n"The enemy left its weapons behind."')
    assert [r["speaker"] for r in rows(tables)] == ["Naji Hotam", "Naji Hotam"]


def test_quote_resumed_after_its_cue_is_one_row(read_example):
    """The span runs from the first quoted word to the last."""
    tables, _ = read_example('"We hold the bridge," said Col. Naji Hotam. "The enemy fled."')
    (row,) = rows(tables)
    assert row["quote"].startswith("We hold")
    assert row["quote"].rstrip(".").endswith("fled")
    assert row["kind"] == "direct"


def test_pronouns_find_the_person(read_example):
    """ "He added" is the one who spoke last."""
    tables, _ = read_example("Col. Naji Hotam said the road was open. He added that two bombs were defused.")
    assert [r["speaker"] for r in rows(tables)] == ["Naji Hotam", "Naji Hotam"]


def test_a_quote_that_goes_on_has_the_speaker_of_where_it_closes(read_example):
    """The first of two paragraphs opens and does not close: the cue stands in the second."""
    tables, _ = read_example('"Our brothers died.\n\n"We will go on," said Col. Naji Hotam.')
    assert [(r["speaker"], r["kind"]) for r in rows(tables)] == [("Naji Hotam", "direct")] * 2


def test_quotes_over_several_paragraphs():
    """Each paragraph opens, only the last one closes."""
    text = '"We came at dawn.\n"They had left."'
    quotes = find_quotes(text, [(0, 17), (18, len(text))])
    assert [text[q.start : q.end] for q in quotes] == ["We came at dawn.", "They had left."]


def test_a_quote_that_never_closes_ends_before_the_next_who_speaks():
    """The sentence in which the report itself speaks is no part of it."""
    text = 'He said: "We came at dawn. They had left. On Sunday, the army said that two men had died.'
    assert [text[q.start : q.end] for q in find_quotes(text, [(0, len(text))])] == ["We came at dawn. They had left."]


def test_apostrophes_are_no_quotation_marks():
    """Possessives and contractions open nothing."""
    text = "The soldiers' families don't know the army's plan."
    assert find_quotes(text, [(0, len(text))]) == []


@pytest.mark.parametrize("front", ["On Monday", "Regarding the attack", "Concerning the breaches in Anbar"])
def test_a_phrase_in_front_of_the_speaker_is_no_part_of_the_quotation(front):
    """It says when or about what was spoken: the quotation is direct."""
    rows = tabulate(read_text(f'{front}, the army said, "We hit the camp."', "x")).statements
    assert list(rows[["kind", "quote"]].itertuples(index=False, name=None)) == [("direct", "We hit the camp.")]


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        (
            "Missiles killed two people in the east said Kenyan officials today.",
            "Kenyan officials",
            "Missiles killed two people in the east",
        ),
        (
            "Four men were hurt by missiles, the mayor, Omar Diallo, said today.",
            "Omar Diallo",
            "Four men were hurt by missiles",
        ),
    ],
)
def test_neither_a_missile_nor_a_day_speaks(read_example, text, speaker, content):
    """Who says it stands behind the verb or before it; a day and what struck say nothing."""
    rows = read_example(text)[0].rows["statements"]
    assert [(row["speaker"], row["quote"]) for row in rows] == [(speaker, content)]


def test_his_account_is_his(read_example):
    """ "According to his account": the person who spoke before."""
    text = (
        "Omar Diallo, a teacher, told reporters that rebels came at dawn. According to his account, they killed a man."
    )
    rows = read_example(text)[0].rows["statements"]
    assert [row["speaker"] for row in rows] == ["Omar Diallo", "Omar Diallo"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Kenya's army killed three rebels near Garissa, it announced on Monday.", "Kenya's army"),
        ("Villagers said that two men were shot. Four others were detained, they added.", "Villagers"),
    ],
)
def test_it_is_the_body_that_acted(read_example, text, speaker):
    """ "The army killed three, it said": the army; who adds is who has spoken."""
    assert read_example(text)[0].rows["statements"][-1]["speaker"] == speaker
