"""The data set in the forms that others read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from ..dataset import Dataset
from . import acled, datapackage, geojson, hxl, ucdp, webannotation

FORMATS: dict[str, tuple[Callable[..., None], str]] = {
    "acled-csv": (acled.write, "acled.csv"),
    "ucdp-csv": (ucdp.write, "ucdp.csv"),
    "geojson": (geojson.write, "incidents.geojson"),
    "hxl": (hxl.write, "outcomes-hxl.csv"),
    "datapackage": (datapackage.write, "datapackage"),
    "webannotation": (webannotation.write, "annotations.jsonld"),
}


def export(dataset: Dataset, form: str, out: Path, convention: str = "literal") -> Path:
    """Writes the data set in one of FORMATS into the folder `out` and returns what was written.

    convention: how vague numbers become one number where the form needs one: `literal` leaves them empty unless the
    words give a lowest number; `acled` takes 3 for "several", 12 for "dozens", 100 for "hundreds" (ACLED codebook).
    """
    write, name = FORMATS[form]
    out.mkdir(parents=True, exist_ok=True)
    write(dataset, out / name, convention)
    return out / name
