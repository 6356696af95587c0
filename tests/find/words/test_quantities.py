"""Counts follow the coding guide, and what only looks like a number counts nothing."""

import pytest

from analysis.find.words.quantities import find_quantity
from analysis.read.language import parse
from tests.conftest import unmark


@pytest.mark.parametrize(
    ("example", "words", "count"),
    [
        ("A 12-year-old [boy] died", "A", (1, 1)),
        ("killing twenty-one [others] today", "twenty-one", (21, 21)),
        ("5-7 [soldiers] died", "5-7", (5, 7)),
        ("They hit two 155mm [shells]", "two", (2, 2)),
        ("Between 20 and 30 [people] died", "Between 20 and 30", (20, 30)),
        ("[five] more were hurt", "five", (5, 5)),
        ("As many as 1,200 [soldiers] died", "As many as 1,200", (None, 1200)),
        ("They lost up to a dozen [vehicles]", "up to a dozen", (None, 12)),
        ("Tens of thousands of [people] fled", "Tens of thousands of", (20000, None)),
        ("The floods killed tens of [thousands]", "tens of thousands", (20000, None)),
        ("no fewer than half a dozen [men] died", "half a dozen", (6, 6)),
        ("About 3.2 million [people] remain displaced", "About 3.2 million", (3200000, 3200000)),
        ("two or three [men] were shot", "two or three", (2, 3)),
        ("five to seven [soldiers] died", "five to seven", (5, 7)),
        ("They destroyed several ISIS [hostels]", "several", (3, None)),
        ("a number of [militants] were killed", "a number of", (3, None)),
        ("an unknown number of [civilians] died", None, None),
        ("12 [others] were wounded", "12", (12, 12)),
        ("the 40th [brigade] was hit", None, None),
        ("a [soldier] died", "a", (1, 1)),
        ("There were no [casualties]", "no", (0, 0)),
        ("Both [victims] were killed", "Both", (2, 2)),
        ("At least two hundred and fifty [people] died", "At least two hundred and fifty", (250, None)),
        ("dozens of [people] died", "dozens of", (24, None)),
        ("Another [soldier] died", "Another", (1, 1)),
        ("another five [soldiers] died", "another five", (5, 5)),
        ("killing more than 20 Taliban [fighters]", "more than 20", (21, None)),
        ("The three [soldiers] died", "three", (3, 3)),
        ("several hundred [people] fled", "several hundred", (300, None)),
        ("hundreds of thousands of [people] fled", "hundreds of thousands of", (200000, None)),
        ("nearly 40 [insurgents] died", "nearly 40", (None, 40)),
        ("[one] of the soldiers died", "one", (1, 1)),
        ("a [group] of civilians fled", None, None),
        ("some 30 [militants] died", "some 30", (30, 30)),
        ("a 2-storey [house]", "a", (1, 1)),
        ("Two [others] died", "Two", (2, 2)),
        ("killed at least one and wounded [15]", "15", (15, 15)),
        ("12 or more [fighters] died", "12 or more", (12, None)),
        ("an explosive [device] went off", "an", (1, 1)),
        ("captured about a third of Iraq's [territory]", None, None),
        ("They found 1.5 tons of [explosives]", None, None),
        ("in the 2017 [attacks]", None, None),
    ],
)
def test_the_count_of_the_marked_noun(example, words, count):
    """The number words beside a noun give its range; where there are none, there is no count."""
    text, [(start, _)] = unmark(example)
    p = parse(text)
    found = find_quantity(p, p.start.index(start))
    assert (found and found.text, found and found.count) == (words, count)
