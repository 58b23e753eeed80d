"""Integers as sums: `len(x) - 2*i + 1`, as pairs of a word and how often it is there.

A word is a name, (array, axis) for the length of an axis, or ONE for the number that
stands alone.
"""

import ast

ONE = ""


def number(value):
    return _made({ONE: value})


def term(word):
    return ((word, 1),)


def count(form, word):
    return dict(form).get(word, 0)


def plus(form, other, times=1):
    """A form and a multiple of another one."""
    found = dict(form)
    for word, often in other:
        found[word] = found.get(word, 0) + times * often
    return _made(found)


def times(form, number):
    return plus((), form, number)


def put(form, word, value):
    """A form in which a word means another form."""
    rest = _made({w: n for w, n in form if w != word})
    return plus(rest, value, count(form, word))


def number_of(form):
    """The number that a form is, or None."""
    return count(form, ONE) if {word for word, _ in form} <= {ONE} else None


def is_natural(form):
    """Whether a form is surely not negative: a sum of lengths."""
    return all(n > 0 and (isinstance(w, tuple) or w == ONE) for w, n in form)


def is_above_zero(form):
    """The source of a condition."""
    sides = [{w: n for w, n in times(form, sign) if n > 0} for sign in (1, -1)]
    return " > ".join(map(_sum, sides))


def _sum(terms):
    parts = [
        str(n)
        if word == ONE
        else _spelled(word)
        if n == 1
        else f"{n} * {_spelled(word)}"
        for word, n in terms.items()
    ]
    return " + ".join(parts) or "0"


def _spelled(word):
    if not isinstance(word, tuple):
        return word
    name, axis = word
    return f"{name}.shape[{axis}]" if axis else f"len({name})"


def _made(counts):
    found = ((word, n) for word, n in counts.items() if n)
    return tuple(sorted(found, key=lambda pair: str(pair[0])))


def form_of(node, meaning):
    """The form of an expression, or None; `meaning` gives that of what is no sum."""
    if isinstance(node, ast.Constant) and type(node.value) is int:
        return number(node.value)
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        form = form_of(node.operand, meaning)
        return None if form is None else times(form, -1)
    if not isinstance(node, ast.BinOp):
        return meaning(node)
    left, right = (form_of(side, meaning) for side in (node.left, node.right))
    if left is None or right is None:
        return None
    if isinstance(node.op, ast.Add | ast.Sub):
        return plus(left, right, 1 if isinstance(node.op, ast.Add) else -1)
    if isinstance(node.op, ast.Mult):
        for form, other in ((left, right), (right, left)):
            if (often := number_of(form)) is not None:
                return times(other, often)
    return None
