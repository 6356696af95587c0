"""Rows become frames that keep the schema's rules."""

from __future__ import annotations

import pandas as pd
import pandera.errors
import pytest

from analysis.tables import COLUMNS, is_sound, make_frame, schema

EVIDENCE = {"doc_id": "d", "id": "X1", "start": 3, "end": 6, "quote": "abc"}
GOOD = {
    "documents": {"doc_id": "d", "characters": 9},
    "forces": EVIDENCE | {"force": "ISIS", "actor_type": "rebel group", "role": "adversary"},
    "locations": EVIDENCE | {"place": "Mosul", "lat": 36.3, "lon": 43.1, "geo_precision": 1, "feature": "city"},
    "outcomes": EVIDENCE | {"outcome": "killed", "status": "reported", "count_low": 5},
    "statements": EVIDENCE | {"cue": "said", "kind": "direct", "stance": "assert"},
    "operations": EVIDENCE | {"operation": "Solid Will"},
}
BAD = [
    ("forces", "actor_type", "pirates"),
    ("locations", "geo_precision", 4),
    ("locations", "lat", 91.0),
    ("locations", "lon", -181.0),
    ("outcomes", "quote", None),
    ("outcomes", "end", 7),
    ("outcomes", "status", "rumoured"),
    ("statements", "doc_id", None),
    ("statements", "start", None),
]


@pytest.mark.parametrize("table", COLUMNS)
def test_good_rows_pass_both_gates(table):
    """What the quick check lets pass, the schema lets pass; an empty table too."""
    for rows in ([], [GOOD[table]], [GOOD[table]] * 3):
        frame = make_frame(table, rows)
        assert is_sound(table, frame)
        pd.testing.assert_frame_equal(schema(table).validate(frame), frame)


@pytest.mark.parametrize(("table", "column", "value"), BAD)
def test_bad_rows_are_refused_with_the_schemas_reason(table, column, value):
    """A value that no vocabulary knows, a point off the globe, a row without evidence, a quote that is not its span."""
    with pytest.raises(pandera.errors.SchemaError):
        make_frame(table, [GOOD[table], GOOD[table] | {column: value}])
