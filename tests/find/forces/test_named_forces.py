"""Names with a telling head noun."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize("example", ["Two Army soldiers were killed in Hit.", "Key Army officers met in Hit."])
def test_a_number_or_an_adjective_is_no_part_of_a_name(read_example, example):
    """ "Two Army" is no force."""
    assert not [f for f in read_example(example)[0].forces["force"] if f.startswith(("Two", "Key"))]
