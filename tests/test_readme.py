"""The README is true: its examples run, in order, and print what it says they print.

Its ```python blocks share one namespace, as in a session.  A ```text block directly
after one holds what that one prints, to the letter but for spaces at line ends.
"""

import contextlib
import difflib
import io
import re
import sys
import types
from pathlib import Path

import pytest

README = Path(__file__).parents[1] / "README.md"
BLOCK = re.compile(
    r"^```python\n(?P<code>.*?)^```\n(?:\n?```text\n(?P<printed>.*?)^```\n)?",
    re.MULTILINE | re.DOTALL,
)


def check_examples(text, folder):
    """Run the examples of a page one after another and compare what they print."""
    module = types.ModuleType("readme")
    sys.modules["readme"] = module
    try:
        for block in BLOCK.finditer(text):
            line = text.count("\n", 0, block.start("code")) + 1
            printed = run_block(block["code"], line, vars(module), folder)
            if block["printed"] is not None:
                compare(block["printed"], printed, line)
    finally:
        del sys.modules["readme"]


def run_block(code, line, namespace, folder):
    """What a block prints: run from a file of its own, so that its source is found."""
    path = folder / f"readme_line_{line}.py"
    # Empty lines above it give every statement the line number it has in the README.
    path.write_text("\n" * (line - 1) + code)
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile(path.read_text(), str(path), "exec"), namespace)
    return printed.getvalue()


def compare(expected, printed, line):
    expected, printed = (
        [row.rstrip() for row in text.rstrip().split("\n")]
        for text in (expected, printed)
    )
    if expected != printed:
        shown = difflib.unified_diff(
            expected, printed, "README", "printed", lineterm=""
        )
        pytest.fail(f"README.md, example at line {line}:\n" + "\n".join(shown))


def test_the_examples_print_what_the_readme_says(tmp_path):
    check_examples(README.read_text(), tmp_path)


PAGE = """
```python
n = 3
```

```python
print(n + 1)
print()
```

```text
{printed}
```
"""


def test_the_right_output_passes(tmp_path):
    check_examples(PAGE.format(printed="4"), tmp_path)


def test_a_wrong_output_is_noticed(tmp_path):
    with pytest.raises(pytest.fail.Exception, match=r"(?s)line 7.*-5\n.*\+4"):
        check_examples(PAGE.format(printed="5"), tmp_path)
