"""Attribution: cues of reporters' prose that the parse makes hard, and who is behind them."""

from __future__ import annotations

import pytest

from analysis import read_text, tabulate


@pytest.mark.parametrize(
    ("example", "speaker"),
    [
        pytest.param(
            "The alliance, however, released a statement that [it had killed eight fighters].",
            "alliance",
            id="document",
        ),
        pytest.param("Colonel Omar Fathi announced [locating a workshop east of Basra.]", "Omar Fathi", id="a deed"),
        pytest.param(
            '"[Gunmen attacked a car in Tel Basta, killing him]" Lieutenant Colonel Omar Fathi of the Desert Brigade '
            "intelligence told Al-Nahar.",
            "Omar Fathi",
            id="the comma before the speaker is lost",
        ),
        pytest.param(
            "But Taliban claimed [six foreign troops and more than 12 policemen had been killed in Logar.]",
            "Taliban",
            id="a subject of two halves",
        ),
        pytest.param(
            "[Troops shot six men in Marte, and arrested a cook], a village source in Kukawa told Radio Lake.",
            "a village source in Kukawa",
            id="a source that looks like more of the list",
        ),
        pytest.param(
            "Other reports heard by Radio Lake suggest that [gunmen are in or near Baga.]", "Other reports", id="heard"
        ),
        pytest.param("[Three died], according to a police report seen on Monday by AFP.", "police report", id="seen"),
        pytest.param(
            "Quoting the 3rd Battalion, Capt. Jose Ramos, spokesman for the 70th Brigade, said [the clash began with "
            "a tip.]",
            "Jose Ramos",
            id="who quotes is no speaker",
        ),
        pytest.param(
            "Meanwhile, Capt. Jose Ramos, a spokesman, said [despite the clash, they were ready.]",
            "Jose Ramos",
            id="an adjunct before the clause",
        ),
        pytest.param(
            "Capt. Jose Ramos said [seized from the site were two rifles and a flag.]", "Jose Ramos", id="inverted"
        ),
        pytest.param("The envoy made it clear that [the raids had not ended.]", "envoy", id="made clear"),
        pytest.param(
            "Colonel Bala said that [according to preliminary information, the town was hit by two rockets.]",
            "Bala",
            id="scraps of information are no source",
        ),
        pytest.param(
            "Colonel Bala said that [stains indicate that the gunmen fled to the hills.]", "Bala", id="nor are signs"
        ),
        pytest.param(
            "When reporters asked him about the rockets, Colonel Bala replied, “[If I knew, I would have told you.]”",
            "Bala",
            id="a fronted clause is no part of the quotation",
        ),
        pytest.param(
            "Police said [two men were killed in the market], citing witnesses.", "Police", id="the source behind it"
        ),
        pytest.param("In a message, pro-Iranian Hezbollah reported [the loss of a captain].", "Hezbollah", id="colour"),
        pytest.param(
            "The al-Shabaab militant group said [its men had left the base.]", "al-Shabaab", id="kind of body"
        ),
        pytest.param(
            "[An officer was killed], according to a Thursday army statement.", "army", id="a day is no author"
        ),
        pytest.param(
            'The ministry condemned the raid and offered "[condolences and help]" to the families.',
            "ministry",
            id="the quotation is of the nearer verb",
        ),
        pytest.param(
            "After the army said [it had killed ten men], families fled to the hills.", "army", id="a clause before"
        ),
        pytest.param("Police records show [six men were held in May.]", "Police records", id="records show"),
        pytest.param(
            "The spokesman said [the army responded with shelling and two planes dropped bombs.]",
            "spokesman",
            id="a response of deeds",
        ),
        pytest.param(
            "General Staff says [troops carried out 28 raids on villages in the east]", "General Staff", id="name split"
        ),
    ],
)
def test_a_hard_cue_has_its_words_and_its_speaker(read_example, example, speaker):
    """One row, with exactly the words that are said."""
    tables, [(start, end)] = read_example(example)
    (row,) = tables.rows["statements"]
    assert (row["speaker"], row["start"], row["end"]) == (speaker, start, end)


def test_a_body_is_meant_by_she_where_nobody_is_named():
    """Reports translated word by word call an army "she"."""
    text = "The Israeli army confirmed the strike. She also reported that one soldier was injured."
    tables = tabulate(read_text(text))
    assert [s["speaker"] for s in tables.rows["statements"]] == ["Israeli army", "Israeli army"]


def test_a_speaker_carries_over_the_list_that_his_words_lead_to():
    """Entries behind a colon are told by whoever tells of the list; a list behind a full stop is not."""
    lead = "According to the army, the raids in Sinai have resulted in"
    entries = "\n\n- The killing of ten gunmen.\n\n- The destruction of three tunnels."
    told = tabulate(read_text(f"{lead}:{entries}")).rows["outcomes"]
    assert [o["speaker"] for o in told] == ["army", "army"]
    untold = tabulate(read_text(f"{lead} several arrests.{entries}")).rows["outcomes"]
    assert [o["speaker"] for o in untold][-2:] == [None, None]
