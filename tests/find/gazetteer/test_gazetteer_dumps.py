"""Importing GeoNames country dumps: whole or not at all."""

from __future__ import annotations

import zipfile

import pytest
from click.testing import CliRunner

from analysis.find.gazetteer import dumps as gazetteer_dumps
from analysis.find.gazetteer import lookups
from analysis.find.gazetteer.dumps import DumpError, add_dump, dumps, remove_dump
from analysis.run.cli_gazetteer import gazetteer as command

LINE = "{id}\t{name}\t{name}\t{other}\t{lat}\t{lon}\t{kind}\t{code}\tIQ\t\t01\t98678\t\t\t{people}\t\t300\tAsia/Baghdad\t2020-01-01"  # noqa: E501


def line(number: int, name: str, **cells: object) -> str:
    values = {"id": number, "other": "", "lat": 33.0, "lon": 41.0, "kind": "P", "code": "PPL", "people": 0} | cells
    return LINE.format(name=name, **values)


GOOD = "\n".join(
    [line(900000001, "Qaryat at Taba‘at", other="Al-Tabaat Test"), line(900000002, "Wādī Azmūl", kind="H", code="WAD")]
)


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A data folder of its own; the gazetteer forgets it afterwards."""
    monkeypatch.setenv("SITREP_DATA", str(tmp_path / "data"))
    lookups.reload()
    yield tmp_path
    monkeypatch.undo()
    lookups.reload()


def zipped(folder, text: str, member: str = "IQ.txt"):
    path = folder / "IQ.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("readme.txt", "columns")
        archive.writestr(member, text)
    return path


def test_an_imported_village_resolves(folder):
    """A dump makes its villages and wadis known, with their areas' names, until it is removed."""
    assert not lookups.lookup("Wadi Azmul", fuzzy=False)
    dump = add_dump(str(zipped(folder, GOOD + "\n")))
    lookups.reload()
    assert (dump.country, dump.places) == ("IQ", 2)
    assert lookups.lookup("Wadi Azmool")[0].feature == "wadi"
    village = lookups.lookup("Al-Tabaat Test")[0]
    assert (village.feature, village.admin1, village.admin2) == ("village", "Anbar", "Al-Rutba District")
    assert [(d.country, d.places) for d in dumps()] == [("IQ", 2)]
    remove_dump("IQ")
    lookups.reload()
    assert not lookups.lookup("Wadi Azmul", fuzzy=False)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "is empty"),
        ("name,lat,lon\nHeet,33,42\n", "columns"),
        (GOOD, "stops in the middle of a line"),
        (GOOD.replace("33.0", "north") + "\n", "no number"),
        (GOOD.replace("33.0", "330.0") + "\n", "no point on earth"),
        (GOOD.replace("\tIQ\t", "\tIQ\t", 1).replace("\tIQ\t", "\tSY\t", 1) + "\n", "2 countries"),
    ],
)
def test_a_bad_dump_changes_nothing(folder, text, problem):
    """What is no whole dump is refused with its problem named, and the older import stays."""
    add_dump(str(zipped(folder, GOOD + "\n")))
    path = folder / "bad.txt"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(DumpError, match=problem):
        add_dump(str(path))
    assert [(d.country, d.places) for d in dumps()] == [("IQ", 2)]


def test_a_damaged_zip_is_named(folder):
    """A zip cut short is a damaged zip, not a traceback."""
    path = zipped(folder, (GOOD + "\n") * 200)
    path.write_bytes(path.read_bytes()[:-60])
    with pytest.raises(DumpError, match="damaged"):
        add_dump(str(path))
    assert dumps() == []


def test_a_zip_with_a_flipped_byte_is_named(folder):
    """So is one whose packed bytes were altered on the way."""
    path = folder / "IQ.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("IQ.txt", "".join(line(n, f"Qaryat {n * n}") + "\n" for n in range(1, 500)))
    data = bytearray(path.read_bytes())
    for at in range(300, 2000, 97):
        data[at] ^= 0xFF
    path.write_bytes(data)
    with pytest.raises(DumpError, match="damaged"):
        add_dump(str(path))
    assert dumps() == []


def test_an_import_that_is_broken_off_leaves_what_was(folder, monkeypatch):
    """Whatever ends the import, the older one stays whole and nothing unfinished is left."""
    add_dump(str(zipped(folder, GOOD + "\n")))

    def interrupt(*_args):
        raise KeyboardInterrupt

    monkeypatch.setattr(gazetteer_dumps, "_index", interrupt)
    with pytest.raises(KeyboardInterrupt):
        add_dump(str(zipped(folder, GOOD.splitlines()[0] + "\n")))
    assert [(d.country, d.places) for d in dumps()] == [("IQ", 2)]
    assert not list((folder / "data").rglob("*.tmp"))


def test_a_country_code_without_network(folder, monkeypatch):
    """Without network, the message says what to do instead."""

    def refuse(*_args, **_options):
        raise OSError("no route to host")

    monkeypatch.setattr(gazetteer_dumps.urllib.request, "urlopen", refuse)
    with pytest.raises(DumpError, match=r"download IQ\.zip"):
        add_dump("IQ")


def test_the_command_reports_each_dump(folder):
    """`gazetteer add` names what it imported and what it refused (exit code 1); `list` shows what there is."""
    runner = CliRunner()
    good = runner.invoke(command, ["add", str(zipped(folder, GOOD + "\n"))])
    assert (good.exit_code, good.stdout) == (0, "IQ: 2 places\n")
    bad = runner.invoke(command, ["add", str(folder / "missing.zip")])
    assert bad.exit_code == 1
    assert "missing.zip" in bad.stderr
    listing = runner.invoke(command, ["list"])
    assert "IQ: 2 places" in listing.stdout
