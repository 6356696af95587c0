"""What the parser is given: paragraphs, headlines without their capitals, no furniture of the page."""

from __future__ import annotations

import pytest

from analysis.read.casing import sentence_case
from analysis.read.furniture import is_furniture
from analysis.read.reading import find_paragraphs, plain_reading

BODY = "The gunmen came to Zamfara State at night. An officer of the Army was shot."


@pytest.mark.parametrize(
    ("headline", "sentence"),
    [
        pytest.param("Gunmen Kill Officer, Three Other Soldiers In Zamfara State",
                     "Gunmen kill officer, three other soldiers in Zamfara State", id="title case"),
        pytest.param("GUNMEN KILL OFFICER IN ZAMFARA STATE", "Gunmen kill officer in Zamfara State", id="capitals"),
        pytest.param("Army Officer Among Five Dead As Gunmen Raid Town",
                     "Army officer among five dead as gunmen raid town", id="deeds and numbers"),
    ],
)  # fmt: skip
def test_a_headline_keeps_the_capitals_of_names(headline, sentence):
    """Words that the report writes small, or that name nothing, lose the capital of the headline."""
    assert sentence_case(headline, BODY + " The town lies there.") == sentence


@pytest.mark.parametrize(
    ("line", "furniture"),
    [
        ("READ ALSO: Bandits kill six in Niger", True),
        ("By Musa Bello", True),
        ("by SaharaReporters, Lagos Mar 14, 2019", True),
        ("Musa Bello, Gusau and Amina Obi, Abuja", True),
        ("Published February 15th, 2021 - 09:16 GMT", True),
        ("Copyright 2021 The Daily. All rights reserved.", True),
        ("Next Post", True),
        ("Filed under: Zamfara, bandits", True),
        ("(Reporting by Musa Bello in Gusau; Editing by Grace Obi)", True),
        (
            "FILE - Soldiers stand guard after gunmen killed 20 in Gusau on May 3, 2019." + " Photo." * 30,
            True,
        ),
        ("File closures cost the army two trucks.", False),
        ("By Sunday the army had left the town.", False),
        ("Home guards killed two men.", False),
        ("Musa Bello, the mayor, was killed.", False),
        ("Comments by the minister drew anger.", False),
    ],
)
def test_furniture_is_told_from_content(line, furniture):
    """Links, forms, rights and bylines are no part of the report; a sentence always is."""
    assert is_furniture(line) is furniture


def test_the_reading_has_the_length_of_the_text():
    """Whatever is replaced or left out, every character keeps its place."""
    text = "Gunmen Kill Nine Soldiers In Zamfara\n\nBy Musa Bello\n\nThe gunmen “fled”.\nRead also: More news"
    reading = plain_reading(text, find_paragraphs(text))
    assert len(reading) == len(text)
    assert reading.split("  ")[0] == "Gunmen kill nine soldiers in Zamfara"
    assert "Musa" not in reading
    assert "Read also" not in reading


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        pytest.param(
            "Two men died.\nREAD ALSO\nArmy rescues ten hostages\n\nPolice came later.",
            ["Two men died.", "Police came later."],
            id="a link below its label",
        ),
        pytest.param(
            "Two men died.\n\nCheck Also\n\nTwelve killed in Kano\n\nOn Friday, police said that over …",
            ["Two men died."],
            id="a link with its first words",
        ),
        pytest.param("Trending\nGunmen kill two\nTwo died.", ["Gunmen kill two", "Two died."], id="a menu above"),
        pytest.param(
            "By Musa Bello Gunmen have killed two men and abducted four others in Kware near Gusau, police said "
            "on Friday.",
            ["Gunmen have killed two men and abducted four others in Kware near Gusau, police said on Friday."],
            id="a byline glued to the report",
        ),
        pytest.param(
            "By Friday Night Soldiers had killed two men and freed four in Kware near Gusau, police said "
            "later.",
            ["By Friday Night Soldiers had killed two men and freed four in Kware near Gusau, police said "
             "later."],
            id="a day is no reporter",
        ),
        pytest.param("Article continues after this advertisement“We fled.”", ["“We fled.”"], id="a glued notice"),
    ],
)  # fmt: skip
def test_links_and_bylines_are_no_part_of_the_report(text, kept):
    """Headlines of other reports and the reporter's name belong to no paragraph; what follows them does."""
    assert [text[s:e] for s, e in find_paragraphs(text)] == kept
