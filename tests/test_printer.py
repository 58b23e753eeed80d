"""Text that is printed from a tree is text of that tree, however long its lines."""

import ast

import gast
import pytest
from hypothesis import given
from hypothesis import strategies as st
from programs_under_test import FOLDER

from s2sad.syntax import expressions
from s2sad.syntax.printer import text_of
from s2sad.syntax.standard import to_ast

LONG = " + ".join(f"a_long_name_{k}" for k in range(6))


@pytest.mark.parametrize(
    "line",
    [
        f"store = np.empty(({LONG[:66]}, {LONG[:60]}))",
        f"store = np.empty(({LONG[:60]}, n), dtype=np.int64)",
        f"store = np.empty((({LONG[:40]}) * m, n - 1), dtype=np.int64)",
        f"store = np.empty(({LONG[:70]},), dtype=np.int64)",
        f"store = np.empty((max({LONG[:29]}, 0), max({LONG[:29]}, 1)))",
        f"store = np.empty((max({LONG[:29]}, 0), ({LONG[:61]}) ** 2), dtype=np.int64)",
        f"store = np.full(n, fill_value={LONG}, dtype=np.int64)",
        f"x[i] = f({LONG}, (a, b), [c, (d, e)])",
        f"x = np.maximum({LONG[:45]}, 0) != {LONG[:45]} + (a < b) + 1",
        f"x = ({LONG}) * (-1.0) ** ({LONG[:30]})",
        f"return f({LONG[:50]}), ({LONG[:50]}, b)",
        f"x = (({LONG[:60]}) < b or c < d) * x_dot + y_dot * z",
        f"x = ({LONG[:60]} < b) * x_dot + y_dot * z_bar",
        f"x = 0.5 * y * (0.9 * {'long_' * 8}name) ** ({'long_' * 5} - 1 if c else 0)",
        f"x = -(a_long_name_0 if {LONG[:60]} < b else c)",
        f"a, b, c = {'a_long_' * 10}name({LONG})",
        f"return a, {LONG[:40]} * x + y * ({LONG[:30]} if c else d)",
        f"raise ValueError('{'some words that say it ' * 5}')",
    ],
)
def test_a_long_line_is_broken_and_means_the_same(line):
    source = f"def f():\n    {line}\n"
    printed = text_of(gast.parse(source).body[0])
    assert max(map(len, printed.splitlines())) <= 88
    assert ast.dump(ast.parse(printed)) == ast.dump(ast.parse(source))


def test_a_line_that_is_indented_too_far_means_the_same():
    line = f"y = np.empty(max(int(x), 0), k=p.shape, m=({LONG[:30]}) * 2, q=0)"
    depth = 24
    lines = [f"{'    ' * n}if x:" for n in range(depth)] + [f"{'    ' * depth}{line}"]
    source = "\n".join(lines)
    printed = text_of(gast.parse(source).body[0])
    assert ast.dump(ast.parse(printed)) == ast.dump(ast.parse(source))


NAMES = st.sampled_from(
    ["a_name_of_some_length", "another_name", "the_longest_name_of_all"]
)
OPERATORS = ["+", "-", "*", "/", "//", "%", "@", "**", "&", "|", "<", "==", "and", "or"]


def _combined(parts):
    return st.one_of(
        st.builds("(({}) {} ({}))".format, parts, st.sampled_from(OPERATORS), parts),
        st.builds("(({}) if ({}) else ({}))".format, parts, parts, parts),
        st.builds("(({}) < ({}) <= ({}))".format, parts, parts, parts),
        st.builds("({}({}))".format, st.sampled_from(["not ", "-", "f"]), parts),
        st.builds("f({}, ({}, {}))".format, parts, parts, parts),
    )


@given(st.recursive(NAMES, _combined, max_leaves=25))
def test_an_expression_of_any_length_means_the_same(text):
    printed = text_of(gast.parse(f"x = {text}").body[0])
    assert ast.dump(ast.parse(printed)) == ast.dump(ast.parse(f"x = {text}"))


UNLIKE_STANDARD_TREES = """
class A:
    def f(self, x: int, /, y=2, *args: float, z, w=3, **more) -> str:
        try:
            return (lambda u, *v, k=1: u if u else -k)(x, *args, **more)
        except (TypeError, ValueError) as error:
            raise A(f"{error!r:>{y}}") from None
        except KeyError:
            del self[1:2, ::3]
        global q
        q: int = 1
        with open(x) as (s, t), t:
            return {k: v for k, v in more.items() if not k < v <= 1j}
"""


@pytest.mark.parametrize(
    "text",
    [UNLIKE_STANDARD_TREES, *(p.read_text() for p in sorted(FOLDER.glob("a*.py")))],
)
def test_standard_trees_are_those_of_the_parser(text):
    assert ast.dump(to_ast(gast.parse(text))) == ast.dump(ast.parse(text))


def test_a_deep_nest_is_printed_without_printing_its_parts_again_and_again(monkeypatch):
    lengths = []

    def generated(*arguments):
        lengths.append(len(made(*arguments)))
        return made(*arguments)

    made = expressions._generated
    monkeypatch.setattr(expressions, "_generated", generated)
    nest = "x"
    for k in range(40):
        nest = f"(coefficient_{k} + y * {nest})"
    source = f"z = {nest}"
    printed = text_of(gast.parse(source).body[0])
    assert ast.dump(ast.parse(printed)) == ast.dump(ast.parse(source))
    assert sum(lengths) < 12 * len(source)
