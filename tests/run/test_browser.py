"""The page in a browser: offline, silent, every row a click from its words, and fit for a phone."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium on this machine")


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield chromium
        chromium.close()


@pytest.fixture(params=["solid_will", "hostile"])
def opened(request: pytest.FixtureRequest, browser: Any, reports: Path) -> Iterator[tuple[Any, Path, list[str]]]:
    """The page in a browser without a network, its folder, and all that it asked for or complained of."""
    context = browser.new_context(offline=True, viewport={"width": 1100, "height": 800})
    page, noted = context.new_page(), []
    page.on("request", lambda request: noted.append(request.url) if not request.url.startswith("data:") else None)
    page.on("console", lambda message: noted.append(f"console: {message.text}"))
    page.on("pageerror", lambda error: noted.append(f"error: {error}"))
    page.on("dialog", lambda dialog: (noted.append("a dialog"), dialog.dismiss()))
    folder = reports / request.param
    page.goto((folder / "index.html").as_uri())
    yield page, folder, noted
    context.close()


def test_nothing_leaves_and_nothing_is_complained_of(opened):
    """One file is asked for: the page itself. All pictures are there."""
    page, folder, noted = opened
    assert noted == [(folder / "index.html").as_uri()]
    sizes = page.eval_on_selector_all("img", "all => all.map(i => i.naturalWidth)")
    assert sizes
    assert all(size > 300 for size in sizes)


def test_every_row_is_a_click_from_its_words_and_back(opened):
    """The row's number leads to the marked words, which light up; the number there leads back to the row."""
    page, folder, noted = opened
    rows = page.eval_on_selector_all("th.id a", "all => all.map(a => a.id)")
    files = [pd.read_csv(path, keep_default_na=False) for path in sorted((folder / "tables").glob("*.csv"))]
    quotes = {row["id"]: row["quote"] for frame in files if "id" in frame for row in frame.to_dict("records")}
    assert sorted(rows) == sorted(quotes)
    plain = page.evaluate("getComputedStyle(document.querySelector('td')).backgroundColor")
    for row in rows:
        page.evaluate(f"document.getElementById('{row}').click()")
        words = page.evaluate(
            """() => {const m = document.querySelector(':target'), c = m.cloneNode(true), b = m.getBoundingClientRect();
            c.querySelectorAll('sup').forEach(s => s.remove());
            const colour = getComputedStyle(m).backgroundColor;
            return [location.hash, c.textContent, colour, b.top >= 0 && b.top < innerHeight]}"""
        )
        assert words[0] == f"#text-{row}"
        assert words[1]
        assert quotes[row].strip().replace("\n", "").startswith(words[1].replace("\ufffd", "")[:20].rstrip())
        assert words[2] != plain
        assert words[3], f"{row}: its words are not in sight"
        page.evaluate(f"document.querySelector('sup a[href=\"#{row}\"]').click()")
        back = page.evaluate(
            """() => {const t = document.querySelector(':target'), b = t.getBoundingClientRect();
            return [t.id, getComputedStyle(t.closest('tr')).backgroundColor, b.top >= 0 && b.top < innerHeight]}"""
        )
        assert back[0] == row
        assert back[1] != plain
        assert back[2], f"{row}: the row is not in sight"
    assert len(noted) == 1


@pytest.mark.parametrize("width", [320, 375, 768])
def test_the_page_fits_a_phone(opened, width):
    """Nothing is wider than the screen; wide tables and figures scroll within themselves."""
    page, _, _ = opened
    page.set_viewport_size({"width": width, "height": 700})
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_keyboard_is_enough(opened):
    """The first stop of the Tab key is the way past the contents."""
    page, _, _ = opened
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash") == "#main"
