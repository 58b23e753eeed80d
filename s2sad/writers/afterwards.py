"""What a function leaves in its arguments, its gradient leaves in them too.

The sweep back puts into an array what stood there before. Arrays that the function
writes are results that nothing is differentiated by: they are kept apart if the sweep
back changes them, and put back in the end.

def f_grad(x):
    ...                          # forward sweep: writes x
    x_after = x.copy()
    ...                          # reverse sweep: writes x
    x[:] = x_after
    return x_bar
"""

import copy
from dataclasses import replace

import gast

from s2sad.facts.values import Expression, tuple_record
from s2sad.facts.written import written_parameters
from s2sad.syntax import build
from s2sad.syntax.names import Fresh, bound, names_in, renamed


def with_written(plain):
    """(the function returning also the arguments that it writes, their names)."""
    written = written_parameters(plain)
    if not written:
        return plain, {}
    *body, last = plain.node.body
    values = last.value.elts if isinstance(last.value, gast.Tuple) else [last.value]
    first, names = _names(plain, written)
    more = [build.name(name) for name in names]
    returned = build.returned(build.tuple_of([*values, *more]))
    node = copy.copy(plain.node)
    node.body = [*first, *body, gast.copy_location(returned, last)]
    own = [Expression(value, kind) for value, kind in zip(values, plain.result_kinds)]
    kinds = plain.kinds | {n: plain.kinds[p] for n, p in names.items()}
    result = tuple_record([*own, *(Expression(n, kinds[n.id]) for n in more)])
    return replace(plain, node=node, kinds=kinds, result=result), names


def _names(plain, written):
    """(statements to begin with, {name: parameter}) of what the function writes.

    A parameter whose name gets other values has another name for what it was.
    """
    lines, names, fresh = [], {}, Fresh(names_in(plain.node) | plain.kinds.keys())
    for parameter in written:
        name = parameter
        if parameter in bound(*plain.node.body):
            name = fresh(f"{parameter}_given")
            lines.append(build.assign(name, build.name(parameter)))
        names[name] = parameter
    return lines, names


def put_back(made, start, names):
    """Write what is returned of the arguments into them instead of returning it."""
    items = list(made.node.body[-1].value.elts)
    after = items[start : start + len(names)]
    items[start : start + len(names)] = []
    lines, kept, fresh = [], {}, Fresh(names_in(made.node))
    for (name, parameter), item in zip(names.items(), after):
        if getattr(item, "id", None) != name:
            kept[item.id] = fresh(f"{parameter}_after")
            lines.append(build.assign(_whole(name), item))
    value = build.one_or_tuple(items)
    made.node.body[-1:] = [*lines, build.returned(value)]
    made.node = renamed(made.node, kept)
    made.known = made.known.printed(kept)


def _whole(name):
    return build.subscript(build.name(name), gast.Slice(None, None, None))
