"""Which names a tree binds and reads, and new names that collide with none of them."""

import builtins
import keyword
import re

import gast

from s2sad.syntax.walk import names_of, walk

# what generated text calls, and what it is run with
_RESERVED = {
    "np",
    "math",
    "numba",
    "njit",
    "objmode",
    "prange",
    "get_num_threads",
    "_divide",
    "_reached",
}
_RESERVED |= {*dir(builtins), *keyword.kwlist}
# What is the same wherever it stands: contexts and operators.
_MARKS = (gast.expr_context, gast.operator, gast.unaryop, gast.boolop, gast.cmpop)


def names_in(*trees):
    """Every identifier in these trees."""
    return names_of(trees)


def objects_in(source):
    """The names in an expression, but for those that only tell a place."""
    indices = [n.slice for n in walk(source) if isinstance(n, gast.Subscript)]
    told = {id(part) for index in indices for part in walk(index)}
    named = [n for n in walk(source) if isinstance(n, gast.Name)]
    return {node.id for node in named if id(node) not in told}


def is_derivative(name):
    """Whether a name is an adjoint's or a tangent's, as s2sad writes them."""
    return re.search("_(bar|dot)", name.id) is not None


def is_set_anew(node, name):
    """Whether a statement gives a name a value that has nothing of its old one."""
    is_set = isinstance(node, gast.Assign) and isinstance(node.targets[0], gast.Name)
    return is_set and node.targets[0].id == name and name not in names_in(node.value)


class Once:
    """A question about trees that stay as they are: each is looked through once."""

    def __init__(self, question):
        self.question, self.found = question, {}

    def __call__(self, node):
        # the node is kept as well: no other can have its id
        found = self.found.get(id(node))
        if found is None:
            found = self.found[id(node)] = (node, self.question(node))
        return found[1]


def reads(*trees):
    """The names these trees load."""
    return names_of(trees, gast.Load)


def bound(*trees):
    """The names these statements bind."""
    return names_of(trees, gast.Store)


def parameters(function):
    """The names of a plain function's parameters."""
    return [argument.id for argument in function.args.args]


def printed_name(name):
    """A name without the numbers that tell its meanings apart (`s@1` is `s`)."""
    return re.sub(r"@\d+", "", name)


def identifier(text):
    """A text as a name: the key of a dict may be any string."""
    if text.isidentifier():
        return text
    return "".join(c if f"a{c}".isidentifier() else "_" for c in text)


class Fresh:
    """Gives names that are not taken yet, and takes them.

    `kept` are names that are given again for the same purpose, by what that is; `parts`
    those of the parts of structures, by the name of the structure and the part.
    """

    def __init__(self, taken=()):
        self.taken = set(taken) | _RESERVED
        self.kept, self.parts = {}, {}

    @property
    def state(self):
        """Which names are taken, to give back those of an attempt."""
        return set(self.taken), dict(self.kept), dict(self.parts)

    @state.setter
    def state(self, state):
        self.taken, self.kept, self.parts = state

    def __call__(self, wanted):
        """`wanted` itself if it is free, else `wanted_2`, `wanted_3` and so on."""
        wanted = identifier(printed_name(wanted))
        found, number = wanted, 1
        while found in self.taken:
            number += 1
            found = f"{wanted}_{number}"
        self.taken.add(found)
        return found

    def suffixed(self, base, suffix):
        """`base` + suffix; a collision is resolved with a trailing underscore."""
        found = printed_name(base) + suffix
        while found in self.taken:
            found += "_"
        self.taken.add(found)
        return found


def renamed(tree, new_names):
    """A copy of a tree in which names are replaced by other names or expressions."""

    def change(node):
        if type(node) is not gast.Name or node.id not in new_names:
            return None
        new = new_names[node.id]
        if isinstance(new, str):
            return gast.copy_location(gast.Name(new, node.ctx, None, None), node)
        return copied(new)

    return rewritten(tree, change)


def rewritten(tree, change):
    """A copy of a tree; `change` gives what stands in place of a node, or None.

    Where it gives a node, what is inside the old one is not looked at.
    """
    found = change(tree)
    if found is not None:
        return found
    made = gast.AST.__new__(type(tree))
    fields = vars(made)
    for field, value in vars(tree).items():
        if type(value) is list:
            fields[field] = [
                rewritten(item, change) if isinstance(item, gast.AST) else item
                for item in value
            ]
        elif isinstance(value, gast.AST) and not isinstance(value, _MARKS):
            fields[field] = rewritten(value, change)
        else:
            fields[field] = value
    return made


def copied(tree):
    """A copy of a tree, in which no node stands in two places."""
    return renamed(tree, {})


def listed(words):
    """Words as a sentence lists them: `a, b and c`."""
    words = list(words)
    if len(words) == 1:
        return words[0]
    return ", ".join(words[:-1]) + " and " + words[-1]
