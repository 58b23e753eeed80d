"""Text that is printed from a tree is text of that tree, however long its lines."""

import ast

import gast
import pytest

from s2sad.syntax.printer import text_of

LONG = " + ".join(f"a_long_name_{k}" for k in range(6))


@pytest.mark.parametrize(
    "line",
    [
        f"store = np.empty(({LONG[:66]}, {LONG[:60]}))",
        f"store = np.empty(({LONG[:60]}, n), dtype=np.int64)",
        f"store = np.empty((({LONG[:40]}) * m, n - 1), dtype=np.int64)",
        f"store = np.empty(({LONG[:70]},), dtype=np.int64)",
        f"x[i] = f({LONG}, (a, b), [c, (d, e)])",
        f"x = ({LONG}) * (-1.0) ** ({LONG[:30]})",
        f"return f({LONG[:50]}), ({LONG[:50]}, b)",
    ],
)
def test_a_long_line_is_broken_and_means_the_same(line):
    source = f"def f():\n    {line}\n"
    printed = text_of(gast.parse(source).body[0])
    assert max(map(len, printed.splitlines())) <= 88
    assert ast.dump(ast.parse(printed)) == ast.dump(ast.parse(source))
