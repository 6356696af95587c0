"""A report: the same bytes every time, inert whatever the source holds, and open to every reader."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import zlib
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path

import nbformat
import pandas as pd
import pytest
from click.testing import CliRunner

from analysis.run.cli import cli
from analysis.run.page import make_pdf
from analysis.run.report import write_reports
from analysis.tables import COLUMNS

ROOT = Path(__file__).parents[2]
SEED = ROOT / "seeds" / "solid_will.txt"
_VOID = {"meta", "link", "img", "wbr"}


class Page(HTMLParser):
    """A page as the tags that it has, in their order, and the text that is under each."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.path: list[tuple[str, dict[str, str], list[str]]] = []
        self.closed: list[tuple[str, dict[str, str], str]] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        facts = {name: value or "" for name, value in attrs}
        self.tags.append((tag, facts))
        if tag not in _VOID:
            self.path.append((tag, facts, []))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_data(self, data: str) -> None:
        for _, _, words in self.path:
            words.append(data)

    def handle_endtag(self, tag: str) -> None:
        name, facts, words = self.path.pop()
        assert name == tag, f"<{name}> is closed by </{tag}>"
        self.closed.append((name, facts, "".join(words)))

    def all(self, tag: str, **facts: str) -> list[str]:
        """The texts of all elements of this kind."""
        return [words for name, has, words in self.closed if name == tag and facts.items() <= has.items()]


@pytest.fixture(scope="session", params=["solid_will", "hostile"])
def folder(request: pytest.FixtureRequest, reports: Path) -> Path:
    return reports / request.param


@pytest.fixture(scope="session")
def page(folder: Path) -> Page:
    return Page((folder / "index.html").read_text(encoding="utf-8"))


def test_two_runs_give_the_same_bytes(tmp_path):
    """Page, tables, figures, notebook and manifest: other process, hash seed, folders, order of the environment."""
    found = []
    for seed, name in (("1", "first"), ("77", "zweiter Ort, ä")):
        place = tmp_path / name
        place.mkdir()
        (place / "solid_will.txt").write_bytes(SEED.read_bytes())
        words = [sys.executable, "-m", "analysis", "report", str(place / "solid_will.txt"), "--out", str(place / "out")]
        here = os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")])
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": here, "TZ": "Asia/Tokyo" if found else "UTC"}
        done = subprocess.run(words, cwd=place, env=environment, capture_output=True, text=True, check=False)
        assert (done.returncode, done.stderr) == (0, ""), done.stderr
        files = [p for p in sorted((place / "out").rglob("*")) if p.is_file()]
        found.append({p.relative_to(place / "out").as_posix(): p.read_bytes() for p in files})
    assert list(found[0]) == list(found[1])
    assert [name for name, data in found[0].items() if data != found[1][name]] == []
    assert not any(str(tmp_path).encode() in data for data in found[0].values()), "the machine shows"
    names = {"index.html", "report.ipynb", "manifest.json", "source.txt"}
    figures = {f"figures/{f}.{form}" for f in ("locations", "outcomes", "timeline") for form in ("png", "csv")}
    tables = {f"tables/{table}.{form}" for table in COLUMNS for form in ("csv", "parquet")}
    assert {f"solid_will/{name}" for name in names | figures | tables} == set(found[0])


def test_the_language_pipeline_reads_a_document_once(tmp_path, monkeypatch):
    """The run tabulates; its notebook takes the tables over."""
    import analysis.tables

    passes = tmp_path / "passes"
    hook = tmp_path / "sitecustomize.py"  # what the kernel loads as it starts: it writes down each pass of the pipeline
    hook.write_text(
        "import spacy.language\nwhole = spacy.language.Language.pipe\n"
        "def pipe(self, *a, **k):\n"
        f"    open({str(passes)!r}, 'a').write('pass\\n')\n"
        "    return whole(self, *a, **k)\n"
        "spacy.language.Language.pipe = pipe\n"
    )
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(tmp_path), str(ROOT), os.environ.get("PYTHONPATH", "")]))
    calls = []
    whole = analysis.tables.parse_all
    monkeypatch.setattr("analysis.tables.parse_all", lambda *a, **k: calls.append(1) or whole(*a, **k))
    assert write_reports([SEED], tmp_path / "out", quiet=True, engine="plain") == []
    assert len(calls) == 1
    assert not passes.exists()


def test_the_page_is_inert(folder, page):
    """No script, no handler, no form, nothing fetched: whatever stood in the source."""
    html = (folder / "index.html").read_text(encoding="utf-8")
    allowed = {
        "a", "b", "bdi", "body", "caption", "dd", "div", "dl", "dt", "figcaption", "figure", "footer", "h1", "h2",
        "head", "html", "img", "li", "link", "main", "mark", "meta", "nav", "p", "span", "style", "sup", "table",
        "tbody", "td", "th", "thead", "title", "tr", "ul", "wbr",
    }  # fmt: skip
    assert {tag for tag, _ in page.tags} <= allowed
    for tag, facts in page.tags:
        assert not [name for name in facts if name.startswith("on") or name in ("action", "formaction", "srcset")]
        if tag == "a":
            assert re.match(r"#[\w-]+$|https?://", facts["href"])
        for name in ("src", "href"):
            if tag in ("img", "link") and name in facts:
                assert facts[name].startswith("data:")
    assert "url(" not in html
    assert "@import" not in html
    policy = [facts["content"] for tag, facts in page.tags if facts.get("http-equiv") == "Content-Security-Policy"]
    assert policy
    assert "default-src 'none'" in policy[0]


def test_the_source_is_whole(folder, page):
    """Every character of the text stands in the page, in its order; the small numbers are the page's own."""
    text = (folder / "source.txt").read_text(encoding="utf-8")
    html = (folder / "index.html").read_text(encoding="utf-8")
    source = re.search(r'<div class="source">\n(.*?)\n</div>', html, re.S)
    assert source
    lines = Page(re.sub(r"<sup>.*?</sup>", "", source[1])).all("p")
    controls = dict.fromkeys([*range(9), 11, 12, *range(14, 32), 127], "\ufffd")
    assert lines == [line.translate(controls) for line in text.split("\n") if line.strip()]


def test_markup_and_formulas_of_the_source_stay_words(reports, hostile_text):
    """In the page, the tables and the notebook."""
    folder = reports / "hostile"
    assert (folder / "source.txt").read_text(encoding="utf-8") == hostile_text
    html = (folder / "index.html").read_text(encoding="utf-8")
    page = Page(html)
    assert page.all("title") == page.all("h1") == ["<script>alert(1)</script> {{ 7*7 }} =1+1"]
    assert "{{ 7*7 }} {% raw %}" in html
    assert "javascript:" not in html.replace(re.search(r'<div class="source">.*', html, re.S)[0], "")  # type: ignore[index]
    assert len(page.all("bdi")) >= 2
    for table in COLUMNS:
        frame = pd.read_csv(folder / "tables" / f"{table}.csv", dtype=str, keep_default_na=False)
        for column in set(frame.columns) - {"lat", "lon"}:
            assert not frame[column].str.startswith(("=", "+", "-", "@", "\t", "\r")).any()
        if table != "documents":
            spans = zip(frame["start"].astype(int), frame["end"].astype(int), strict=True)
            assert [hostile_text[s:e] for s, e in spans] == frame["quote"].tolist()
    notebook = nbformat.read(folder / "report.ipynb", as_version=4)
    nbformat.validate(notebook)
    assert str(reports.parent) not in (folder / "report.ipynb").read_text(encoding="utf-8")


def test_every_row_leads_to_its_words_and_back(folder, page):
    """Each row of each table has an anchor and a link to its words; the words have a link back. No anchor is double."""
    anchors = Counter(facts["id"] for _, facts in page.tags if "id" in facts)
    assert [name for name, times in anchors.items() if times > 1] == []
    links = {facts["href"] for tag, facts in page.tags if tag == "a"}
    text = (folder / "source.txt").read_text(encoding="utf-8")
    first = {facts["id"]: words for tag, facts, words in page.closed if tag == "mark" and "id" in facts}
    for table in set(COLUMNS) - {"documents"}:
        rows = pd.read_csv(folder / "tables" / f"{table}.csv", keep_default_na=False)
        for row in rows.to_dict("records"):
            assert {row["id"], f"text-{row['id']}"} <= set(anchors)
            assert {f"#{row['id']}", f"#text-{row['id']}"} <= links
            quote = text[row["start"] : row["end"]].strip()
            begins = re.sub(r"[FLOSP]\d+$", "", first[f"text-{row['id']}"])
            assert begins[:1] == quote[:1]
    assert {link[1:] for link in links if link.startswith("#")} <= set(anchors), "a link leads nowhere"


def test_the_page_is_open_to_every_reader(page):
    """One h1, headings in order, landmarks, a skip link, a language; tables with captions and scopes; alt texts."""
    tags = [tag for tag, _ in page.tags]
    assert next(t for t in tags if re.fullmatch(r"h\d", t)) == "h1"
    assert tags.count("h1") == 1
    assert set(tags) & {"h3", "h4", "h5", "h6"} == set()
    assert tags.count("main") == tags.count("nav") == tags.count("footer") == 1
    facts = dict(page.tags)
    assert facts["html"]["lang"] == "en"
    assert facts["nav"]["aria-label"]
    links = [f["href"] for t, f in page.tags if t == "a"]
    assert links[0] == "#main"
    assert tags.count("caption") == tags.count("table")
    assert all(f.get("scope") in ("col", "row") for t, f in page.tags if t == "th")
    assert all(words.strip() for words in page.all("th"))
    for _, image in (tag for tag in page.tags if tag[0] == "img"):
        assert len(image["alt"]) > 20
        assert image["width"].isdigit()
        assert image["height"].isdigit()
    for tag, region in page.tags:
        if region.get("role") == "region":
            assert (tag, region["tabindex"]) == ("div", "0")
            assert region["aria-label"]


def test_the_page_is_light(reports):
    """With its figures it weighs no more than a photograph on a phone."""
    assert (reports / "solid_will" / "index.html").stat().st_size < 170_000


def test_figures_are_stored_with_their_data(folder):
    """Each figure as a picture, and the rows that it was drawn from."""
    for picture in (folder / "figures").glob("*.png"):
        assert picture.read_bytes().startswith(b"\x89PNG")
        assert len(pd.read_csv(picture.with_suffix(".csv")))
    assert (folder / "figures" / "outcomes.png").exists()


def test_the_manifest_tells_what_the_report_was_made_of(reports):
    """Source, parameters, versions; no clock and no path."""
    manifest = json.loads((reports / "solid_will" / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["parameters"] == {"notebook": "report", "source": "solid_will.txt"}
    assert len(manifest["source_sha256"]) == len(manifest["knowledge_sha256"]) == 64
    assert manifest["rows"]["documents"] == 1


@pytest.mark.parametrize("name", ["forces", "locations", "outcomes"])
def test_the_other_notebooks_make_pages_too(tmp_path, name):
    """From anywhere, with the source at hand, each row leading to its words."""
    assert write_reports([SEED], tmp_path, notebook=name, quiet=True) == []
    page = Page((tmp_path / "solid_will" / "index.html").read_text(encoding="utf-8"))
    anchors = [facts["id"] for _, facts in page.tags if "id" in facts]
    assert len(anchors) == len(set(anchors))
    rows = [a for a in anchors if re.fullmatch(r"[FLOSP]\d+", a)]
    assert rows
    assert {f"text-{row}" for row in rows} <= set(anchors)
    assert len(page.all("h1")) == 1


def test_errors_are_told_in_a_line(tmp_path, monkeypatch):
    """Exit code 1 names what failed and the rest is written; 2 is wrong usage; never a traceback."""
    monkeypatch.chdir(tmp_path)
    Path("good.txt").write_text("The army said that it killed two gunmen in Mosul on Tuesday.")
    Path("bad.txt").write_bytes(b"%PDF-1.7")
    run = CliRunner().invoke(cli, ["report", "good.txt", "bad.txt", "gone.txt", "--quiet"])
    assert run.exit_code == 1
    assert run.stderr.splitlines() == [
        "bad.txt: is a PDF; save it as plain text (.txt, UTF-8) or HTML first",
        "gone.txt: cannot be read (No such file or directory); check the path",
    ]
    assert Path("reports/good/index.html").exists()
    for words in (
        ["report"],
        ["report", "good.txt", "--notebook", "nothing"],
        ["report", "good.txt", "--parameter", "colour", "red"],
        ["report", "good.txt", "--out", "good.txt"],
    ):
        run = CliRunner().invoke(cli, words)
        assert run.exit_code == 2, words
        assert "Error:" in run.stderr
        assert "Traceback" not in run.output


def test_the_page_on_paper(tmp_path, reports):
    """The same on paper: tagged for reading aloud, the same bytes every time. Needs Pango."""
    try:
        import weasyprint  # noqa: F401
    except (ImportError, OSError):
        pytest.skip("WeasyPrint or Pango is missing")
    found = []
    for name in ("solid_will", "solid_will", "hostile"):
        make_pdf((reports / name / "index.html").read_text(encoding="utf-8"), tmp_path / "report.pdf")
        found.append((tmp_path / "report.pdf").read_bytes())
    assert found[0] == found[1]
    assert found[0].startswith(b"%PDF-1.7")
    streams = re.findall(rb"stream\r?\n(.*?)\r?\nendstream", found[0], re.S)
    inside = b"".join(zlib.decompressobj().decompress(s) for s in streams if s.startswith(b"x"))
    assert b"StructTreeRoot" in inside
    assert b"StructElem" in inside
