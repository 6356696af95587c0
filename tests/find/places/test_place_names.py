"""What a place's name is worth."""

import pytest

from analysis.find.places.names import is_generic, shorter


@pytest.mark.parametrize(
    ("name", "generic"),
    [("North West", True), ("Western Desert", True), ("Eastern Province", True), ("North Kivu", False)],
)
def test_names_of_directions_and_kinds_are_generic(name, generic):
    """A name that many countries have says nothing by itself."""
    assert is_generic(name) is generic


def test_shorter_leaves_the_words_for_the_kind_out():
    """The longest type word goes; a bare name has no shorter one."""
    assert [shorter(n) for n in ("Maru Local Government Area", "Indaw Township", "Gao")] == ["Maru", "Indaw", ""]
