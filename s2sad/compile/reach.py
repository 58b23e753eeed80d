"""The elements that a function surely reads or writes, whatever its numbers are."""

import ast
import functools
from typing import NamedTuple

from s2sad.compile import forms
from s2sad.compile.indices import Indices, is_range, stored

_LOOPS = (ast.For, ast.While)
_LEAVING = (ast.Return, ast.Raise, ast.Assert, ast.Break, ast.Continue)
# What runs at another time, or not at all, or with its errors caught.
_ELSEWHERE = (
    *(ast.Lambda, ast.FunctionDef, ast.ListComp, ast.GeneratorExp, ast.SetComp),
    *(ast.DictComp, ast.Try, ast.With),
)


class Element(NamedTuple):
    """One index of an element: its form, the length of the axis, the loops around."""

    index: tuple
    length: tuple
    loops: tuple
    words: str


class Reach:
    """Of the functions of one module; what one of them calls in a loop is its own."""

    def __init__(self, tree, name):
        self.functions = {
            n.name: n for n in tree.body if isinstance(n, ast.FunctionDef)
        }
        self.indices = functools.cache(lambda word: Indices(self.functions[word]))
        self.once = self.called_once(name)
        self.of_function = functools.cache(self._of_function)
        self.open = set()

    def called_once(self, name):
        """The functions that are called, of those that are never called in a loop."""
        calls = {word: self.calls(word) for word in self.functions}
        often = set().union(*(many for _, many in calls.values()))
        found, waiting = set(), {name}
        while waiting - found:
            word = (waiting - found).pop()
            found.add(word)
            waiting |= calls[word][0]
        while any(calls[word][0] - often for word in often):
            often |= set().union(*(calls[word][0] for word in often))
        return found - often

    def calls(self, word):
        """(functions that a function calls in no loop, those that it calls in one)."""
        body = self.functions[word].body
        nodes = [n for statement in body for n in ast.walk(statement)]
        loops = [n for n in nodes if isinstance(n, _LOOPS + _ELSEWHERE)]
        called, often = (set(self.functions) & _names(*t) for t in (body, loops))
        return called - often, often

    def elements(self, word, statements, loops=()):
        """The Elements of what surely runs of these statements of a function."""
        for statement in statements:
            yield from self.read(word, statement, loops)
            if any(isinstance(n, _LEAVING) for n in ast.walk(statement)):
                return

    def _of_function(self, word):
        if word in self.open:
            return []
        self.open.add(word)
        found = list(self.elements(word, self.functions[word].body))
        self.open.remove(word)
        return found

    def read(self, word, node, loops):
        match node:
            case ast.For():
                yield from self.read(word, node.iter, loops)
                loop = self.indices(word).loop(node, loops) if _is_whole(node) else None
                if loop is not None:
                    yield from self.elements(word, node.body, (*loops, loop))
            case ast.If() | ast.While() | ast.IfExp():
                yield from self.read(word, node.test, loops)
            case ast.BoolOp():
                yield from self.read(word, node.values[0], loops)
            case ast.Compare():
                yield from self.read(word, node.left, loops)
                yield from self.read(word, node.comparators[0], loops)
            case _ if not isinstance(node, _ELSEWHERE):
                if isinstance(node, ast.Subscript):
                    yield from self.subscript(word, node, loops)
                elif isinstance(node, ast.Call):
                    yield from self.call(word, node, loops)
                for child in ast.iter_child_nodes(node):
                    yield from self.read(word, child, loops)

    def subscript(self, word, node, loops):
        indices, name = self.indices(word), getattr(node.value, "id", None)
        for axis, item in enumerate(_items(node)):
            if isinstance(item, ast.Slice):
                continue
            form, length = indices.form(item, loops), indices.length(name, axis)
            if form is None or length is None:
                return  # an array or a new axis: the axes that follow are others
            yield Element(form, length, loops, ast.unparse(node))

    def call(self, word, node, loops):
        """What a function reads in each of its calls, in words of these."""
        callee = getattr(node.func, "id", None)
        is_starred = any(isinstance(n, ast.Starred) for n in node.args)
        if callee not in self.functions or callee in self.once or is_starred:
            return
        arguments = dict(zip(self.indices(callee).parameters, node.args))
        for element in self.of_function(callee):
            own = {loop.word for loop in element.loops}

            def meaning(form, own=own):
                found = ()
                for part, often in form:
                    value = self.given(word, arguments, part, loops)
                    if part in own or part == forms.ONE:
                        value = forms.term(part)
                    if value is None:
                        return None
                    found = forms.plus(found, value, often)
                return found

            index, length = meaning(element.index), meaning(element.length)
            inner = [loop.put(meaning) for loop in element.loops]
            if index is not None and length is not None and None not in inner:
                yield Element(index, length, (*loops, *inner), element.words)

    def given(self, word, arguments, part, loops):
        """The form of what a word of a function that is called here is, or None."""
        name, axis = part if isinstance(part, tuple) else (part, None)
        node, indices = arguments.get(name), self.indices(word)
        if node is None:
            return None
        if axis is None:
            return indices.form(node, loops)
        if isinstance(node, ast.Subscript) and isinstance(node.value, ast.Name):
            items = _items(node)
            if any(indices.form(item, loops) is None for item in items):
                return None
            node, axis = node.value, axis + len(items)
        return indices.length(getattr(node, "id", None), axis)


def _items(node):
    return node.slice.elts if isinstance(node.slice, ast.Tuple) else [node.slice]


def _names(*trees):
    nodes = [n for tree in trees for n in ast.walk(tree)]
    return {n.id for n in nodes if isinstance(n, ast.Name)}


def _is_whole(loop):
    """Whether a loop over a range makes all of its trips."""
    if not is_range(loop.iter) or not isinstance(loop.target, ast.Name):
        return False
    nodes = [n for statement in loop.body for n in ast.walk(statement)]
    return loop.target.id not in stored(nodes) and not any(
        isinstance(n, _LEAVING) for n in nodes
    )
