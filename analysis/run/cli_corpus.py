"""The commands for many documents: corpus, incidents, campaign, export."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from ..read.errors import SitrepError


@click.command()
@click.argument("names", metavar="SOURCE...", nargs=-1, required=True)
@click.option(
    "--out", type=click.Path(path_type=Path), default="corpus", show_default=True, help="The data set's folder."
)
@click.option("--workers", default=2, show_default=True, help="Processes on this machine; 1 works in this one.")
@click.option("--scheduler", metavar="ADDRESS", help="Work on this Dask cluster instead (tcp://host:port).")
@click.option("--quiet", is_flag=True, help="Say nothing but what went wrong.")
def corpus(names: tuple[str, ...], out: Path, workers: int, scheduler: str | None, quiet: bool) -> None:
    """Tabulate thousands of documents into one Parquet data set.

    A SOURCE is a folder, a glob, JSON Lines (text, published, outlet, url, id), a CSV or Parquet file with a text
    column, or a zip of such. The run may be stopped at any moment: started again it does what is missing.

    \b
    sitrep corpus news/ --out corpus
    sitrep corpus reports.jsonl archive.zip --workers 4
    duckdb -c "from 'corpus/outcomes/*.parquet' select status, count(*) group by all"
    """
    from tqdm import tqdm

    from .corpus import read_corpus
    from .corpus_sources import count_items
    from .ledger import open_ledger

    shown = not quiet and sys.stderr.isatty()
    total = count_items(names) if shown else None
    with tqdm(total=total, unit=" documents", disable=not shown, delay=2, smoothing=0.1) as bar:

        def advance(read: int, skipped: int, failed: int) -> None:
            bar.set_postfix(skipped=skipped, failed=failed, refresh=False)
            bar.update(read + skipped + failed - bar.n)

        try:
            result = read_corpus(
                names, out, workers=workers, scheduler=scheduler, progress=advance,
                announce=None if quiet else lambda link: click.echo(f"dashboard: {link}", err=True),
            )  # fmt: skip
        except SitrepError as error:
            click.echo(f"sitrep: {error}", err=True)
            raise SystemExit(2) from None
    with open_ledger(out) as ledger:
        for _, problem in ledger.failures():
            click.echo(f"sitrep: {problem}", err=True)
        done, failed = ledger.counts()
    if not quiet:
        click.echo(f"{out}/: {result.read} read, {result.skipped} done before; {done} in the data set, {failed} failed")
    raise SystemExit(1 if failed else 0)


@click.command()
@click.argument("folder", metavar="CORPUS", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option("--quiet", is_flag=True, help="Say nothing but what went wrong.")
def incidents(folder: Path, quiet: bool) -> None:
    """Join the rows of different documents that tell of the same incident.

    Writes incidents.parquet and incidents.csv (one row an incident, tolls from the lowest to the highest, who says
    which, contradictions) and members.parquet (every source row with the reason why it is there) into the data set.

    \b
    sitrep incidents corpus
    """
    from .dataset import read_dataset, write_incidents

    try:
        linked = write_incidents(read_dataset(folder), folder)
    except SitrepError as error:
        click.echo(f"sitrep: {error}", err=True)
        raise SystemExit(2) from None
    if not quiet:
        several = int((linked.incidents["sources"] > 1).sum())
        click.echo(f"{folder}/incidents.csv: {len(linked.incidents)} incidents, {several} told by more than one source")


@click.command()
@click.argument("folder", metavar="CORPUS", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option("--place", default="", help="Only incidents at this place, or in this area or country (its code).")
@click.option("--force", default="", help="Only incidents in which this force has a part.")
@click.option("--from", "first", default="", metavar="DATE", help="From this day on (YYYY-MM-DD).")
@click.option("--until", "last", default="", metavar="DATE", help="Up to this day.")
@click.option(
    "--out", type=click.Path(path_type=Path), default="reports/campaign", show_default=True, help="Folder to write to."
)
@click.option("--quiet", is_flag=True, help="Say nothing but what went wrong.")
def campaign(folder: Path, place: str, force: str, first: str, last: str, out: Path, quiet: bool) -> None:
    """Write one report from many: incidents through time, tolls from low to high, sources compared.

    CORPUS is a data set that `sitrep corpus` made, or a folder with up to a few hundred reports.

    \b
    sitrep campaign seeds/campaign
    sitrep campaign corpus --place Anbar --from 2022-03-01
    """
    from .campaign_report import write_campaign

    given = {"place": place, "force": force, "first": first, "last": last}
    try:
        page = write_campaign(folder, out, {name: value for name, value in given.items() if value})
    except (SitrepError, RuntimeError) as error:
        click.echo(f"sitrep: {error}", err=True)
        raise SystemExit(1) from None
    if not quiet:
        click.echo(str(page))


@click.command()
@click.argument("folder", metavar="CORPUS", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option(
    "--to",
    "form",
    required=True,
    type=click.Choice(["acled-csv", "ucdp-csv", "geojson", "hxl", "datapackage", "webannotation"]),
)
@click.option(
    "--out", type=click.Path(path_type=Path), default="exports", show_default=True, help="Folder to write to."
)
@click.option(
    "--convention",
    type=click.Choice(["literal", "acled"]),
    default="literal",
    show_default=True,
    help="How vague numbers become one: left open, or ACLED's 12 for dozens and 100 for hundreds.",
)
@click.option("--quiet", is_flag=True, help="Say nothing but what went wrong.")
def export(folder: Path, form: str, out: Path, convention: str, quiet: bool) -> None:
    """Write a data set in a form that other tools read.

    \b
    sitrep export corpus --to acled-csv --convention acled
    sitrep export corpus --to webannotation --out exports
    """
    from .dataset import read_dataset
    from .exports import export as write_export

    try:
        path = write_export(read_dataset(folder), form, out, convention)
    except SitrepError as error:
        click.echo(f"sitrep: {error}", err=True)
        raise SystemExit(2) from None
    if not quiet:
        click.echo(str(path))
