"""The command `sitrep`. Each command loads what it needs when it runs, so that `--help` is there at once."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click

from .. import __version__
from .cli_corpus import campaign, corpus, export, incidents
from .cli_gazetteer import gazetteer

if TYPE_CHECKING:
    from .sources import Problem, Source

_SOURCES = click.argument("names", metavar="SOURCE...", nargs=-1, required=True)
_QUIET = click.option("--quiet", is_flag=True, help="Say nothing but what went wrong.")
_PUBLISHED = click.option(
    "--published", metavar="DATE", help="The day of publication (YYYY-MM-DD), if the text lacks it."
)
_OUTLET = click.option("--outlet", metavar="NAME", help="Who published it, if the text does not say so.")


def _version(context: click.Context, option: click.Parameter, asked: bool) -> None:
    if asked:
        click.echo(f"sitrep {__version__}")
        context.exit()


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.option("--version", is_flag=True, is_eager=True, expose_value=False, callback=_version, help="Show the version.")
def cli() -> None:
    """News reports of conflict and security operations, as tables that can be checked.

    A SOURCE is a text (.txt, .md) or a saved web page (.html); a folder or a glob of them; or - for standard input.

    \b
    sitrep tables report.txt                     the tables, as CSV, in tables/
    sitrep tables corpus/ --format parquet       a folder of reports, one set of tables
    sitrep report report.txt                     a page to read: reports/report/index.html
    sitrep explain report.txt --row O2           which words made that row

    \b
    Exit codes: 0 all done; 1 some documents failed, each named on standard error; 2 wrong usage.
    """


@cli.command()
@_SOURCES
@click.option("--out", type=click.Path(path_type=Path), default="tables", show_default=True, help="Folder to write to.")
@click.option("--format", "form", type=click.Choice(["csv", "parquet", "json"]), default="csv", show_default=True)
@_PUBLISHED
@_OUTLET
@_QUIET
def tables(
    names: tuple[str, ...], out: Path, form: str, published: str | None, outlet: str | None, quiet: bool
) -> None:
    """Write the tables: documents, forces, locations, outcomes, statements, operations.

    Every row tells the characters that it stands on: text[start:end] is its quote. In CSV, a cell that a spreadsheet
    would take for a formula begins with an apostrophe; quotes are exact in every format. JSON is one object a line.

    \b
    sitrep tables seeds/solid_will.txt
    sitrep tables "news/2022-*.html" --out april --format parquet
    curl -s https://example.org/report | sitrep tables - --published 2022-04-28
    """
    _check_day(published)
    sources, problems = _sources(names, quiet)
    from .sources import read_sources
    from .tables import write_tables

    with _progress(len(sources), quiet) as done, _writable(out):
        counts = write_tables(read_sources(sources, problems, published, outlet), out, form, problems, done)
    if not quiet and counts["documents"]:
        rows = ", ".join(f"{table} {count}" for table, count in counts.items())
        click.echo(f"{out}/: {rows}")
    _finish(problems)


@cli.command()
@_SOURCES
@click.option(
    "--out", type=click.Path(path_type=Path), default="reports", show_default=True, help="Folder to write to."
)
@click.option("--notebook", default="report", show_default=True, metavar="NAME", help="Which notebook to run.")
@click.option(
    "--parameter", "parameters", nargs=2, multiple=True, metavar="KEY VALUE", help="Set one of its parameters."
)
@click.option("--pdf", is_flag=True, help="Write a PDF beside the page.")
@click.option(
    "--engine",
    type=click.Choice(["auto", "warm", "plain"]),
    default="auto",
    show_default=True,
    help="Kernels forked from a warm process (auto: for more than one report), or papermill's own; the same pages.",
)
@click.option("--jobs", type=int, metavar="N", help="Reports made at once by warm kernels (else: the processors).")
@_QUIET
def report(
    names: tuple[str, ...],
    out: Path,
    notebook: str,
    parameters: tuple[tuple[str, str], ...],
    pdf: bool,
    engine: str,
    jobs: int | None,
    quiet: bool,
) -> None:
    """Write a report to read: one page, with the tables, figures and the notebook it was made by.

    \b
    sitrep report seeds/solid_will.txt
    sitrep report corpus/ --out reports --pdf
    """
    sources, problems = _sources(names, quiet)
    from .report import write_reports
    from .sources import Problem

    with _standard_input_as_file(sources) as paths, _writable(out):
        try:
            failed = write_reports(paths, out, notebook, dict(parameters), pdf, quiet, engine, jobs)
        except ValueError as error:
            raise click.UsageError(str(error)) from None
    for path, source in zip(paths, sources, strict=True):
        if not quiet and path not in dict(failed):
            click.echo(f"{out}/{source.doc_id}/index.html")
    _finish([*problems, *(Problem(str(source), reason) for source, reason in failed)])


@cli.command()
@click.argument("name", metavar="SOURCE")
@click.option("--row", metavar="N", help="One row: its id (O2), or its number in every table (2).")
@_PUBLISHED
@_OUTLET
def explain(name: str, row: str | None, published: str | None, outlet: str | None) -> None:
    """Say why each row is there: the trigger, the cues, the arguments, the gazetteer's choice.

    \b
    sitrep explain seeds/solid_will.txt
    sitrep explain seeds/solid_will.txt --row O2
    """
    _check_day(published)
    sources, problems = _sources((name,), quiet=True)
    from ..show.explain import explain as explain_tables
    from ..tables import tabulate
    from .sources import read_sources

    for document in read_sources(sources, problems, published, outlet):
        try:
            lines = explain_tables(tabulate(document), row)
        except KeyError:
            raise click.UsageError(f"{name}: there is no row {row}; `sitrep explain {name}` lists them") from None
        last = None
        for line in lines.astype(object).where(lines.notna(), "").to_dict("records"):
            if line["row"] != last:
                click.echo(("\n" if last else "") + f"{line['row']}  {line['value']}")
                last = line["row"]
            where = f"  [{line['start']}:{line['end']}]" if line["start"] != "" else ""
            words = " ".join(str(line["words"]).split())
            parts = [f"{line['kind']:<12}", f"“{words}”" if words else "", str(line["note"])]
            click.echo("    " + "  ".join(part for part in parts if part) + where)
    _finish(problems)


cli.add_command(campaign)
cli.add_command(corpus)
cli.add_command(export)
cli.add_command(gazetteer)
cli.add_command(incidents)


def _check_day(published: str | None) -> None:
    from ..read.metadata import read_day

    if published and read_day(published) is None:
        raise click.UsageError(f"--published {published}: no date; write it as YYYY-MM-DD")


def _sources(names: tuple[str, ...], quiet: bool) -> tuple[list[Source], list[Problem]]:
    from .sources import list_sources

    sources, problems = list_sources(names)
    if not quiet:
        for source in sources:
            if source.path != "-" and source.doc_id != Path(source.path).stem:
                click.echo(f"{source.path}: another source has this stem; its doc_id is {source.doc_id}", err=True)
    return sources, problems


@contextmanager
def _progress(total: int, quiet: bool) -> Iterator[Callable[[int], object]]:
    """A bar on a terminal, for what takes longer than two seconds."""
    from tqdm import tqdm

    silent = quiet or not sys.stderr.isatty()
    with tqdm(total=total, delay=2, unit=" documents", file=sys.stderr, disable=silent, leave=False) as bar:
        yield bar.update


@contextmanager
def _standard_input_as_file(sources: list[Source]) -> Iterator[list[Any]]:
    """The paths of the sources; what came by standard input lies in a passing file of its name."""
    from tempfile import TemporaryDirectory

    with TemporaryDirectory() as folder:
        paths = []
        for source in sources:
            if source.path == "-":
                file = Path(folder) / f"{source.doc_id}.txt"
                file.write_bytes(sys.stdin.buffer.read())
                paths.append(str(file))
            else:
                paths.append(source.path)
        yield paths


@contextmanager
def _writable(out: Path) -> Iterator[None]:
    """An output that cannot be written is the user's to mend: one line, not a traceback."""
    try:
        yield
    except OSError as error:
        raise click.UsageError(f"{error.filename or out}: cannot be written ({error.strerror or error})") from None


def _finish(problems: list[Problem]) -> None:
    for problem in problems:
        click.echo(f"{problem.source}: {problem.reason}", err=True)
    if problems:
        sys.exit(1)


def main() -> NoReturn:
    """The entry point of `sitrep` and of `python -m analysis`."""
    cli(prog_name="sitrep")
    raise AssertionError  # click exits
