"""Country dumps of GeoNames: what a user adds so that small villages, wadis and farms resolve.

A dump is the zip or text file of one country, 19 columns separated by tabs (geonames.org/export; CC BY 4.0). It is
read and checked whole, then kept in a compact form in the user's data folder, moved there in one step: a bad or an
interrupted import changes nothing. Its index is made beside the index of the world.
"""

from __future__ import annotations

import csv
import gzip
import hashlib
import io
import os
import urllib.error
import urllib.request
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from ...read.errors import SitrepError
from .index import Progress, build, code_fingerprint, data_folder
from .sources import Place, area_names, city_extent, city_size, country_codes, usable

_COLUMNS = 19
_SERVER = "https://download.geonames.org/export/dump/{}.zip"
_CLASSES = {"H": "river", "L": "region", "P": "town", "R": "road", "S": "other", "T": "mountain", "V": "region"}
_FEATURES = {
    "ADM1": "province", "ADM2": "district", "ADM3": "district", "ADM4": "district", "ADMD": "district",
    "AIRB": "base", "AIRF": "base", "AIRP": "base", "AIRQ": "base", "MILB": "base", "INSM": "base", "NVB": "base",
    "BDG": "road", "CMP": "camp", "CMPRF": "camp", "CST": "region", "PSTB": "border", "PSTC": "border",
    "DAM": "lake", "LK": "lake", "LKS": "lake", "LKI": "lake", "RSV": "lake", "MRSH": "lake", "SBKH": "lake",
    "DSRT": "desert", "ERG": "desert", "WAD": "wadi", "WADI": "wadi", "WADS": "wadi", "VAL": "region",
    "PLN": "region", "ISL": "region", "PASS": "region", "PLAT": "region", "OILF": "other", "PPLX": "district",
}  # fmt: skip
_EXTENTS = {
    "district": 15.0,
    "province": 60.0,
    "desert": 40.0,
    "mountain": 8.0,
    "wadi": 15.0,
    "river": 25.0,
    "lake": 5.0,
}


class DumpError(SitrepError):
    """A dump that cannot be imported; nothing of it was."""


@dataclass(frozen=True, slots=True)
class Dump:
    """An imported country: its code (ISO 3166-1 alpha-2), how many places it has, and where it is kept."""

    country: str
    places: int
    path: Path


def add_dump(source: str, progress: Progress | None = None) -> Dump:
    """Imports a dump: a zip or text file, or a country code, which is fetched from GeoNames where the network allows.

    Raises DumpError, and leaves everything as it was, where the file is not a whole dump of one country.
    """
    data, name = _read(source)
    rows = sorted(_rows(data, name), key=_number)
    countries = {row[1] for row in rows}
    if len(countries) != 1:
        raise DumpError(name, f"holds {len(countries)} countries", "import the dump of one country at a time")
    country = countries.pop()
    folder = data_folder()
    folder.mkdir(parents=True, exist_ok=True)
    text = io.StringIO()
    csv.writer(text, "excel-tab", lineterminator="\n").writerows(rows)
    path, unfinished = folder / f"{country}.tsv.gz", folder / f".{country}.{os.getpid()}.tmp"
    try:
        unfinished.write_bytes(gzip.compress(text.getvalue().encode("utf-8"), 6, mtime=0))
        index = _index(unfinished, country, progress)
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)
    for old in data_folder().glob(f"dump-{country}-*.sqlite"):
        if old != index:
            old.unlink(missing_ok=True)
    return Dump(country, len(rows), path)


def dumps() -> list[Dump]:
    """The imported countries, by code."""
    found = sorted(data_folder().glob("??.tsv.gz"))
    return [Dump(p.name[:2], sum(1 for _ in gzip.open(p, "rt", encoding="utf-8")), p) for p in found]


def remove_dump(country: str) -> None:
    """Forgets an imported country."""
    path = data_folder() / f"{country.upper()}.tsv.gz"
    if not path.exists():
        raise DumpError(country.upper(), "was never imported", "sitrep gazetteer list shows what was")
    path.unlink()
    for index in data_folder().glob(f"dump-{country.upper()}-*.sqlite"):
        index.unlink(missing_ok=True)


def dump_indexes() -> list[Path]:
    """The indexes of the imported countries; one that is missing or made by another version is made again."""
    return [_index(path, path.name[:2], None) for path in sorted(data_folder().glob("??.tsv.gz"))]


def _index(path: Path, country: str, progress: Progress | None) -> Path:
    digest = hashlib.sha256(code_fingerprint().encode() + path.read_bytes()).hexdigest()[:16]
    index = data_folder() / f"dump-{country}-{digest}.sqlite"
    if not index.exists():
        build(index, lambda: _places(path), progress)
    return index


def _read(source: str) -> tuple[bytes, str]:
    """The text of the dump and the name to call it by."""
    path = Path(source)
    if len(source) == 2 and source.isalpha() and not path.exists():
        return _unzipped(_fetched(source.upper()), f"{source.upper()}.zip"), source.upper()
    try:
        data = path.read_bytes()
    except OSError as error:
        raise DumpError(source, "cannot be read", (error.strerror or "").lower()) from error
    return (_unzipped(data, path.name) if data[:2] == b"PK" else data), path.name


def _fetched(code: str) -> bytes:
    if code not in country_codes():
        raise DumpError(code, "is no country code", "use ISO 3166-1 alpha-2, as in IQ or SY")
    try:
        with urllib.request.urlopen(_SERVER.format(code), timeout=60) as response:  # a constant https address
            return bytes(response.read())
    except (urllib.error.URLError, OSError, TimeoutError) as error:
        advice = f"download {code}.zip from geonames.org/export elsewhere and give the file"
        raise DumpError(code, f"cannot be fetched ({getattr(error, 'reason', error)})", advice) from error


def _unzipped(data: bytes, name: str) -> bytes:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = [m for m in archive.namelist() if m.endswith(".txt") and m.lower() != "readme.txt"]
            if len(members) != 1:
                raise DumpError(name, "is no GeoNames country dump", "the zip holds one country's .txt")
            return archive.read(members[0])
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError) as error:
        raise DumpError(name, "is a damaged zip file", "download it again") from error
    except (NotImplementedError, RuntimeError) as error:  # a compression that Python lacks; a password
        raise DumpError(name, "cannot be unpacked", "unpack it and give the .txt") from error


def _rows(data: bytes, name: str) -> Iterator[tuple[str, ...]]:
    """What is kept of each line: id, country, name, other names, feature, point, area codes, population."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise DumpError(name, "is not UTF-8 text", "is it a GeoNames dump?") from error
    if not text.strip():
        raise DumpError(name, "is empty", "download it again")
    if not text.endswith("\n"):
        raise DumpError(name, "stops in the middle of a line", "download it again")
    for number, line in enumerate(text.splitlines(), 1):
        cells = line.split("\t")
        if len(cells) != _COLUMNS:
            raise DumpError(name, f"line {number} has {len(cells)} columns, not {_COLUMNS}", "is it a GeoNames dump?")
        try:
            int(cells[0]), int(cells[14] or 0)
            lat, lon = float(cells[4]), float(cells[5])
        except ValueError as error:
            raise DumpError(name, f"line {number} has no number where one belongs", "is it a GeoNames dump?") from error
        if not (-90 <= lat <= 90 and -180 <= lon <= 180) or cells[8] not in country_codes():
            raise DumpError(name, f"line {number} has no point on earth or no country", "is it a GeoNames dump?")
        feature = _FEATURES.get(cells[7]) or _CLASSES.get(cells[6])
        if feature and cells[7] not in ("PPLH", "PPLQ", "PPLW"):
            yield (
                cells[0], cells[8], cells[1], cells[3], feature, cells[4], cells[5], cells[10], cells[11],
                cells[14] or "0", cells[6],
            )  # fmt: skip


def _number(row: tuple[str, ...]) -> int:
    return int(row[0])


def _places(path: Path) -> Iterable[Place]:
    areas, iso3 = area_names(), country_codes()
    with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
        for cells in csv.reader(file, "excel-tab"):
            gid, country, name, others, feature, lat, lon, first, second, people, kind = cells
            population = int(people)
            if kind == "P" and feature == "town":
                feature = city_size(population) if population else "village"
            yield Place(
                f"geonames:{gid}", name, feature, iso3[country], areas.get(f"{country}.{first}", ""),
                areas.get(f"{country}.{first}.{second}", ""), float(lat), float(lon), population,
                precision=3 if feature == "province" else 2 if feature in _EXTENTS else 1,
                extent_km=_EXTENTS.get(feature, city_extent(population)), names=[name],
                weak_names=[n for n in others.split(",") if usable(n)],
            )  # fmt: skip
