"""Names with a telling head noun."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize("example", ["Two Army soldiers were killed in Hit.", "Key Army officers met in Hit."])
def test_a_number_or_an_adjective_is_no_part_of_a_name(read_example, example):
    """ "Two Army" is no force."""
    assert not [f for f in read_example(example)[0].forces["force"] if f.startswith(("Two", "Key"))]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param("The 4th Infantry Division fired. Later the Fourth Infantry Division left Dilling.",
                     ["4th Infantry Division"], id="in figures and in letters"),
        pytest.param("Troops of No. 7 Military Operations Command (MOC) left Pyu. No. 7 MOC lost a camp.",
                     ["No. 7 Military Operations Command"], id="a number sign before the name"),
        pytest.param("Light Infantry Battalion (LIB) No. 512 left Pyu. LIB 512 lost a camp.",
                     ["Light Infantry Battalion 512"], id="a number sign after the acronym"),
    ],
)  # fmt: skip
def test_a_unit_is_one_however_its_number_is_written(read_example, text, names):
    """A number in letters, figures, with a sign or after an acronym names the same unit."""
    assert list(read_example(text)[0].forces.force) == names
