"""`sitrep gazetteer`: the places that the program knows, and those that a user adds."""

from __future__ import annotations

import click


@click.group()
def gazetteer() -> None:
    """Places: what is known, and your own additions."""


@gazetteer.command()
@click.argument("sources", metavar="DUMP...", nargs=-1, required=True)
def add(sources: tuple[str, ...]) -> None:
    """Import country dumps of GeoNames, so that small villages resolve.

    A DUMP is a file (IQ.zip or IQ.txt from geonames.org/export), or a country code, which is fetched where the network
    allows. A dump that is imported again replaces the older one; a bad one changes nothing.
    """
    from ..find.gazetteer.dumps import DumpError, add_dump

    failed = 0
    for source in sources:
        try:
            dump = add_dump(source, _progress(source))
        except DumpError as error:
            click.echo(str(error), err=True)
            failed += 1
        else:
            click.echo(f"{dump.country}: {dump.places:,} places")
    if failed:
        raise SystemExit(1)


@gazetteer.command("list")
def list_() -> None:
    """Show what the gazetteer holds, and where."""
    from ..find.gazetteer.dumps import dumps
    from ..find.gazetteer.index import ensure_index
    from ..find.gazetteer.lookups import count_places

    index = ensure_index(_progress("the world"))
    click.echo(f"world: {count_places(index):,} places ({index})")
    for dump in dumps():
        click.echo(f"{dump.country}: {dump.places:,} places ({dump.path})")


@gazetteer.command()
@click.argument("country", metavar="CODE")
def remove(country: str) -> None:
    """Forget an imported country."""
    from ..find.gazetteer.dumps import DumpError, remove_dump

    try:
        remove_dump(country)
    except DumpError as error:
        click.echo(str(error), err=True)
        raise SystemExit(1) from error
    click.echo(f"{country.upper()}: forgotten")


@gazetteer.command()
@click.argument("name")
@click.option("--country", metavar="ISO3", help="Only in this country, as in IRQ.")
def find(name: str, country: str | None) -> None:
    """Show the places that a NAME can mean, best first."""
    from ..find.gazetteer.lookups import lookup

    found = lookup(name, country=country)
    for c in found[:20]:
        where = ", ".join(w for w in (c.feature, c.admin1, c.country) if w)
        point = f"{c.lat:.3f} {c.lon:.3f}" if c.lat is not None else "no point"
        click.echo(f"{c.similarity:.2f}  {c.name} ({where})  {point}  {c.id}")
    if not found:
        click.echo(f"no place is called {name}", err=True)
        raise SystemExit(1)


def _progress(label: str):  # type: ignore[no-untyped-def]
    """Counts places on a terminal; says nothing elsewhere."""
    import sys

    if not sys.stderr.isatty():
        return None

    def show(number: int) -> None:
        click.echo(f"\r{label}: {number:,} places indexed", nl=False, err=True)

    return show
