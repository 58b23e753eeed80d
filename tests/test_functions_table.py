"""The README's table of library functions is that of the rules and the definitions."""

import importlib.util
from pathlib import Path

ROOT = Path(__file__).parent.parent


def test_the_readme_has_the_table_of_the_library():
    place = ROOT / "tools" / "functions.py"
    spec = importlib.util.spec_from_file_location("functions", place)
    assert spec is not None and spec.loader is not None
    functions = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(functions)
    assert functions.table() in (ROOT / "README.md").read_text()
