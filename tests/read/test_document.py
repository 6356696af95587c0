"""Reading: any usual file becomes the text that its offsets point into, or an error that names it."""

from __future__ import annotations

import warnings
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis import SourceError, read_document, read_text

REPORT = (
    "The army said on Tuesday that its troops had entered the town of Sorvane and that two of them were wounded. "
    "Residents said that they had heard shelling for most of the night, and that the road to the north was closed."
)


def write(folder: Path, data: str | bytes, name: str = "report.txt") -> Path:
    path = folder / name
    path.write_bytes(data.encode("utf-8") if isinstance(data, str) else data)
    return path


def test_the_seed_keeps_its_text_and_loses_its_header():
    """The text is the file, to the character; the header line gives outlet and day and is not content."""
    path = Path(__file__).parents[2] / "seeds" / "solid_will.txt"
    document = read_document(path)
    assert document.text == path.read_text(encoding="utf-8")
    assert (document.doc_id, document.outlet, document.published) == ("solid_will", "Shafaq News", date(2022, 4, 28))
    assert document.text[document.body :].startswith("Last week, the Iraqi Joint")
    assert len(document.sha256) == 64


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(REPORT.encode(), id="utf-8"),
        pytest.param(REPORT.encode("utf-8-sig"), id="utf-8 with a mark"),
        pytest.param(REPORT.encode("utf-16"), id="utf-16 with a mark"),
        pytest.param(REPORT.encode("utf-16-le"), id="utf-16 without"),
        pytest.param(REPORT.encode("utf-16-be"), id="utf-16 big end first"),
        pytest.param(REPORT.encode("utf-32"), id="utf-32"),
    ],
)
def test_unicode_in_every_dress_is_the_same_text(tmp_path, data):
    """A byte order mark is no character of the text."""
    assert read_document(write(tmp_path, data)).text == REPORT


@pytest.mark.parametrize(
    ("encoding", "words"),
    [
        pytest.param("cp1252", "“The café near Mëndale was hit,” he said – twice.", id="Windows, west"),
        pytest.param("cp1256", "“The town (سوران) was quiet,” he said.", id="Windows, Arabic"),
    ],
)
def test_the_encodings_of_windows(tmp_path, encoding, words):
    """Quotation marks and accents survive the older encodings."""
    assert read_document(write(tmp_path, f"{REPORT} {words}".encode(encoding))).text == f"{REPORT} {words}"


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_line_endings_are_read_as_python_reads_them(tmp_path, ending):
    """Offsets fit what `Path.read_text` gives."""
    path = write(tmp_path, f"{REPORT}{ending}{ending}{REPORT}{ending}")
    assert read_document(path).text == path.read_text(encoding="utf-8") == f"{REPORT}\n\n{REPORT}\n"


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        pytest.param(b"", "empty", id="nothing"),
        pytest.param(b" \n\t\n", "empty", id="white space"),
        pytest.param(b"%PDF-1.7 and so on", "PDF", id="PDF"),
        pytest.param(b"PK\x03\x04 and so on", "ZIP archive or an office document", id="docx"),
        pytest.param(bytes(range(256)) * 20, "not text", id="binary"),
        pytest.param(b"---\ntitle: x\n---\n", "no text under its header", id="only front matter"),
        pytest.param(b"---\npublished: soon\n---\nText.", "'soon'", id="a date that is none"),
        pytest.param(b"---\nlanguage: ar\n---\nText.", "'ar'", id="said to be Arabic"),
        pytest.param(
            "El ejército informó que dos soldados murieron en un ataque contra un convoy en la carretera del norte, "
            "y que las operaciones continúan en la zona para capturar a los responsables del hecho.",
            "not in English",
            id="Spanish",
        ),
        pytest.param(
            "أعلن الجيش أن قواته دخلت المدينة صباح اليوم وأن جنديين أصيبا. " * 5, "not in English", id="Arabic"
        ),
    ],
)
def test_what_cannot_be_read_is_refused_by_name(tmp_path, data, problem):
    """The error says which file, what is wrong, and what to do."""
    with pytest.raises(SourceError, match=problem) as caught:
        read_document(write(tmp_path, data))
    assert "report.txt" in str(caught.value)
    assert caught.value.advice


def test_a_missing_file_is_refused_by_name(tmp_path):
    """No traceback for a slip of the keyboard."""
    with pytest.raises(SourceError, match=r"nothing.txt: cannot be read \(No such file"):
        read_document(tmp_path / "nothing.txt")


def test_short_texts_and_lists_of_names_are_not_judged(tmp_path):
    """Too little to tell the language by is let through."""
    assert read_document(write(tmp_path, "Dos soldados heridos.")).text


def test_language_given_is_believed(tmp_path):
    """Who says that it is English is not contradicted."""
    spanish = "El ejército informó que dos soldados murieron en un ataque contra un convoy en la carretera. " * 3
    assert read_document(write(tmp_path, spanish), language="en").language == "en"


def test_front_matter(tmp_path):
    """It fills the document, stays in the text and is passed over; what the caller gives goes first."""
    text = (
        f'---\ntitle: "Town entered: two hurt"\noutlet: The Courier\npublished: 2021-03-02\nurl: x:y\n---\n\n{REPORT}'
    )
    document = read_document(write(tmp_path, text, "a.md"), outlet="Another")
    assert document.text == text
    assert document.text[document.body :] == REPORT
    assert (document.title, document.outlet) == ("Town entered: two hurt", "Another")
    assert (document.published, document.url) == (date(2021, 3, 2), "x:y")


def test_a_rule_of_dashes_is_no_front_matter():
    """Prose between two rules is content."""
    assert read_text("---\nThe army moved north.\n---\nIt stopped.").body == 0


@pytest.mark.parametrize(
    ("text", "outlet", "published", "begins"),
    [
        ("date 2022-04-28 Shafaq News/ The army", "Shafaq News", date(2022, 4, 28), "The army"),
        ("Shafaq News/ Baghdad - The army", "Shafaq News", None, "Baghdad"),
        ("2021-03-02 Sorvane/ The army", None, date(2021, 3, 2), "Sorvane"),
        ("Source: The Courier\nDate: 2 March 2021\nThe army", "The Courier", date(2021, 3, 2), "The army"),
        ("2 March 2021\n\nThe army", None, date(2021, 3, 2), "The army"),
        ("BAGHDAD (Reuters) - The army", "Reuters", None, "BAGHDAD"),
        ("MOGADISHU, April 3 (Xinhua) -- Troops", "Xinhua", None, "MOGADISHU"),
        ("San Salvador, 26 Jun 89 (radio X) -- Rebels", "radio X", date(1989, 6, 26), "San Salvador"),
        ("Tel Aviv (Israel), 12 Nov 89 (radio X) -- Rebels", "radio X", date(1989, 11, 12), "Tel Aviv"),
        ("Army enters town\n\nKABUL, Afghanistan (AP) — Troops", "AP", None, "Army enters"),
        ("04/22/2021: Gunmen", None, date(2021, 4, 22), "04/22"),
        ("04/02/2021: Gunmen", None, None, "04/02"),
        ("The Movement for the North (MFN) - a rebel group - said", None, None, "The Movement"),
        ("Police and/or soldiers entered", None, None, "Police"),
        ("Date palms burned: the fire was set by gunmen.", None, None, "Date palms"),
        ("By: gunmen who came at night, the town was burned.", None, None, "By: gunmen"),
    ],
)
def test_headers_and_datelines(text, outlet, published, begins):
    """A header is passed over, a dateline's place is content, and what is not certain is left empty."""
    document = read_text(text)
    assert (document.outlet, document.published) == (outlet, published)
    assert document.text[document.body :].startswith(begins)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Army enters northern town\n\nThe army entered it.", "Army enters northern town"),
        (f"# Army enters northern town\n{REPORT}", "Army enters northern town"),
        ("The army said on Tuesday that its troops in\nMosul had entered the town.", None),
        ("The army entered it.\n\nIt left.", None),
    ],
)
def test_a_headline_is_the_title(text, title):
    """A line that stands alone; the first line of a wrapped paragraph is none."""
    assert read_text(text).title == title


def test_a_page_gives_its_main_text_and_what_it_says_of_itself(tmp_path):
    """Menus and scripts stay behind; the day comes from the page's metadata alone."""
    page = f"""<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Town entered</title>
    <meta property="og:site_name" content="The Courier"><meta property="og:title" content="Town entered">
    <meta property="article:published_time" content="2021-03-02T08:00:00Z">
    <link rel="canonical" href="https://courier.example/town"></head>
    <body><nav><a href="/">Home</a> <a href="/war">War</a></nav><script>alert(1)</script>
    <article><h1>Town entered</h1><p>{REPORT}</p><p>{REPORT.replace("Tuesday", "Monday")}</p></article>
    <footer>All rights reserved 1999</footer></body></html>"""
    document = read_document(write(tmp_path, page, "page.html"))
    assert REPORT in document.text
    assert "Home" not in document.text
    assert "alert" not in document.text
    assert (document.title, document.outlet) == ("Town entered", "The Courier")
    assert (document.published, document.url) == (date(2021, 3, 2), "https://courier.example/town")
    with pytest.raises(SourceError, match="without a report"):
        read_document(write(tmp_path, "<html><body></body></html>", "empty.html"))


@pytest.mark.parametrize("encoding", ["cp1252", "cp1256", "utf-16"])
def test_a_page_in_an_older_encoding(tmp_path, encoding):
    """`.htm` is a page too, read as it says or as its bytes show; what the caller gives goes first."""
    charset = "" if encoding == "utf-16" else f'<meta charset="{encoding}">'
    page = (
        f"<html><head>{charset}<title>Town “entered”</title>"
        '<meta property="og:site_name" content="The Courier"></head>'
        f"<body><article><p>{REPORT}</p><p>“We are here,” he said – twice. {REPORT}</p></article></body></html>"
    )
    document = read_document(
        write(tmp_path, page.encode(encoding), "old.htm"), outlet="Another", published="2021-03-02"
    )
    assert "“We are here,” he said – twice." in document.text
    assert (document.title, document.outlet) == ("Town “entered”", "Another")
    assert document.published == date(2021, 3, 2)


def test_what_is_no_file_is_refused_by_name(tmp_path):
    """A folder, and a file that breaks off in the middle of a letter."""
    with pytest.raises(SourceError, match="cannot be read"):
        read_document(tmp_path)
    with pytest.raises(SourceError, match=r"report\.txt: is damaged utf-16-le at byte"):
        read_document(write(tmp_path, REPORT.encode("utf-16")[:-1]))


def test_a_published_that_is_no_date_is_said():
    """Left out, with a warning, and never guessed."""
    with pytest.warns(UserWarning, match="is no date"):
        assert read_text(REPORT, published="8:56 AM").published is None
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert read_text(REPORT, published="2021-03-02").published == date(2021, 3, 2)


def test_hostile_text_passes_untouched(tmp_path):
    """Markup, formulas, marks of direction and a line without end are only characters."""
    text = f"{REPORT} <script>alert(1)</script> {{{{ x }}}} =HYPERLINK(1) \u200f\u202eabc\u202c " + "word and " * 25_000
    assert read_document(write(tmp_path, text)).text == text


@given(st.text())
def test_a_string_is_kept_as_it_is(text):
    """Any string makes a document, and nothing of it is changed."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            document = read_text(text)
        except SourceError:
            return  # a front matter that says something untrue
    assert document.text == text
    assert 0 <= document.body <= len(text)
