"""Derives knowledge/airfields.csv.gz: airports with an IATA code, and military air bases.

    python analysis/knowledge/derive_airfields.py airports.csv

airports.csv is the table of the package airportsdata 20260905 (MIT; Copyright Mike Borsetti and contributors). The
aliases leave "International" out, and give an airport that is its city's only one the city's name. Same input, same
bytes.
"""

from __future__ import annotations

import csv
import gzip
import io
import re
import sys
from collections import Counter
from pathlib import Path

from analysis.find.gazetteer.sources import country_codes

OUTPUT = Path(__file__).with_name("airfields.csv.gz")
MILITARY = re.compile(
    r"\b(air base|airbase|air force|afb|air station|army airfield|army air|military)\b", re.IGNORECASE
)


def main(source: Path) -> None:
    iso3 = country_codes()
    with source.open(encoding="utf-8", newline="") as file:
        rows = [r for r in csv.DictReader(file) if r["country"] in iso3 and (r["iata"] or MILITARY.search(r["name"]))]
    only = Counter((r["country"], r["city"]) for r in rows if r["city"])
    out = []
    for r in rows:
        aliases = [re.sub(r" (International|Regional|Intl)\b", "", r["name"])]
        if r["city"] and only[r["country"], r["city"]] == 1 and not MILITARY.search(r["name"]):
            aliases += [f"{r['city']} Airport", f"{r['city']} International Airport"]
        aliases = [a for a in dict.fromkeys(aliases) if a != r["name"]]
        point = f"{float(r['lat']):.4f}", f"{float(r['lon']):.4f}"
        out.append((r["icao"], r["name"], "|".join(aliases), iso3[r["country"]], r["subd"], *point))
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(("icao", "name", "aliases", "country", "admin1", "lat", "lon"))
    writer.writerows(sorted(out))
    OUTPUT.write_bytes(gzip.compress(text.getvalue().encode("utf-8"), 9, mtime=0))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
