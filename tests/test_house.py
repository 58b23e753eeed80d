"""The house: imports point downward, and rooms stay small enough to live in."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent / "s2sad"
FILES = sorted(ROOT.rglob("*.py"))

# From the top down. What stands in one line does not import its neighbours, but for
# the files of one folder.
LAYERS = (
    ("__main__", "__init__"),
    ("cli",),
    ("export", "locate"),
    ("api",),
    ("lowlevel", "products"),
    ("inside",),
    ("derivative",),
    ("effects",),
    ("specialisation",),
    ("matching", "reread", "seeds", "signatures", "straight"),
    ("writers", "structures"),
    ("library",),
    ("custom",),
    ("pipeline",),
    ("differentiate", "specialise", "tidy"),
    ("objects",),
    ("called",),
    ("known",),
    ("normalise",),
    ("lower",),
    ("watch",),
    ("facts",),
    ("rules",),
    ("compile", "show"),
    ("syntax",),
    ("checkpoints", "collector", "errors"),
)
# Kinds of values and the spelling of calls are asked for by rules as well.
BELOW_RULES = {"s2sad.facts.calls", "s2sad.facts.kinds"}

LONGEST_FILE = 400
LONGEST_FUNCTION = 40


def name_of(path):
    parts = path.relative_to(ROOT.parent).with_suffix("").parts
    return ".".join(parts).removesuffix(".__init__")


def imports_of(path):
    """The modules of s2sad that a file imports, anywhere in it."""
    modules = {name_of(file) for file in FILES}
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            yield from (a.name for a in node.names if a.name in modules)
        if isinstance(node, ast.ImportFrom) and node.module in modules:
            inner = [f"{node.module}.{alias.name}" for alias in node.names]
            yield from (n if n in modules else node.module for n in inner)


def layer_of(module):
    room = module.split(".")[1] if "." in module else "__init__"
    return next(n for n, rooms in enumerate(LAYERS) if room in rooms)


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_imports_point_downward(path):
    own = name_of(path)
    for other in imports_of(path):
        if own.rsplit(".", 1)[0] == other.rsplit(".", 1)[0] != "s2sad":
            continue
        if own == other.rsplit(".", 1)[0]:  # a folder that names its files
            continue
        if own.startswith("s2sad.rules.") and other in BELOW_RULES:
            continue
        assert layer_of(own) < layer_of(other), f"{own} imports {other}"


def test_no_imports_run_in_a_circle():
    graph = {name_of(path): set(imports_of(path)) for path in FILES}
    while graph:
        ground = {name for name, others in graph.items() if not others & graph.keys()}
        assert ground, f"a circle among {sorted(graph)}"
        graph = {name: others for name, others in graph.items() if name not in ground}


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_rooms_are_small(path):
    text = path.read_text()
    assert text.count("\n") <= LONGEST_FILE
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef):
            lines = node.end_lineno - node.lineno + 1
            assert lines <= LONGEST_FUNCTION, f"{node.name} has {lines} lines"
