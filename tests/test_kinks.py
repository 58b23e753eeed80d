"""The README's table of conventions is the one that stands with the rules."""

import importlib.util
from pathlib import Path

ROOT = Path(__file__).parent.parent


def test_the_readme_has_the_table_of_the_rules():
    place = ROOT / "tools" / "kinks.py"
    spec = importlib.util.spec_from_file_location("kinks", place)
    assert spec is not None and spec.loader is not None
    kinks = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(kinks)
    assert kinks.table() in (ROOT / "README.md").read_text()
