"""A module of derivatives in the making: each function once, by what it does."""

from functools import partial
from types import SimpleNamespace

import gast

from s2sad.custom.decorators import check_met
from s2sad.custom.given import Given, driven
from s2sad.differentiate import adjoint as reverse
from s2sad.differentiate import tangent as forward
from s2sad.differentiate.adjoint import Shape
from s2sad.differentiate.condense import condense
from s2sad.differentiate.directions import directions
from s2sad.differentiate.steady import steady
from s2sad.differentiate.units import in_units
from s2sad.facts.activity import Activity
from s2sad.facts.calls import spelling
from s2sad.facts.effects import speaks
from s2sad.facts.kinds import FLOAT, Array
from s2sad.facts.plain import Plain, is_differentiable
from s2sad.facts.text import written_positions
from s2sad.facts.values import Expression
from s2sad.facts.written import written_parameters
from s2sad.pipeline import primal, tidied, written_arguments
from s2sad.syntax import build
from s2sad.syntax.names import bound, listed, names_in
from s2sad.syntax.printer import module_text
from s2sad.syntax.source import read
from s2sad.syntax.walk import walk
from s2sad.tidy.lend import lend
from s2sad.tidy.parallel import parallel
from s2sad.watch import watched
from s2sad.writers.exceptions import exception_texts
from s2sad.writers.in_python import in_python
from s2sad.writers.split import split_calls
from s2sad.writers.taken import with_taken


class Module:
    """A module of derivatives in the making: each function once, by what it does."""

    def __init__(self, unit):
        self.unit = unit
        self.fresh = unit.fresh
        self.derivatives = {}
        self.nodes, self.writes, self.known = {}, {}, {}
        # primals that are called for what Python may raise in them
        self.trials = set()

    def add(self, made, is_called=False):
        """Keep a derivative, tidied; `made` has a node and what is known of it.

        `is_called` says that it is an adjoint that only functions written here call.
        """
        made.node = self.tidied(made)
        if is_called:
            made.node = watched("lend", lend(made.node, made.known))
            made = with_taken(made, made.taken)
        self.known[made.node.name] = made.known
        self.writes[made.node.name] = written_positions(made.node, made.known)
        made.node = split_calls(self, made.node, made.known)
        self.nodes[made.node.name] = made.node
        return made

    def tidied(self, made):
        """The node of a derivative, tidied by what is known of it and its callees."""
        made.known.writes = {**self.primal_writes(), **self.writes}
        functions = self.unit.functions.values()
        made.known.callees = {p.name: p for p in functions if type(p) is Plain}
        made.known.speaking = self.speaking()
        return tidied(made.node, made.known)

    def primal_writes(self):
        """{primal function: positions of the parameters that it writes}."""
        return written_arguments(self.unit.functions.values())

    def speaking(self):
        """{function that may raise or print: the names of its adjoints}.

        A tangent does what its primal does; an adjoint, or the half of one that runs
        forward, runs its primal again, and raises where that does, though it may add
        nothing.
        """
        found = {p.name: set() for p in self.unit.functions.values() if speaks(p)}
        found |= {name: set() for name in self.trials}
        for (mode, name, _), made in self.derivatives.items():
            if made is None or name not in found:
                continue
            other = made.forward if mode == "halves" else made.node.name
            if mode in ("adjoint", "halves"):
                found[name] |= {other} - {name}
            found.setdefault(other, set())
        return found

    def primal(self, plain):
        """The primal function itself, for texts that call it."""
        node, known = primal(plain, self.unit.functions.values())
        known.is_parallel = plain.name in self.unit.parallel
        self.known[plain.name] = known
        return node

    def helper(self, function, kinds):
        """The name of a helper that a rule's line calls, such as digamma.

        `kinds`, which are those of the derivative that is written, get its result's.
        """
        source = read(function)
        (parameter,) = (argument.id for argument in source.node.args.args)
        value = Expression(build.name(parameter), FLOAT)
        plain, _ = self.unit.function(
            source, source.node, function.__name__, {parameter: value}
        )
        kinds[plain.name] = value.kind
        return plain.name

    def tangent(self, callee, active):
        """The low-level tangent of a callee for its active parameters."""
        key = ("tangent", callee.name, active)
        if key not in self.derivatives and isinstance(callee, Given):
            self.derivatives[key] = self.given_tangent(callee, active)
        elif key not in self.derivatives:
            check_met(callee.source.function)
            name = self.unit.function_name(f"{callee.name}_tangent")
            flags = Activity(callee, active).varied_results()
            self.derivatives[key] = SimpleNamespace(
                node=SimpleNamespace(name=name), active=list(active), results=flags
            )
            doc = f"{callee.name} and its tangent."
            made = forward.tangent(callee, active, name, self, doc)
            made.known.is_parallel = callee.name in self.unit.parallel
            self.derivatives[key] = self.add(made)
        return self.derivatives[key]

    def tangents(self, callee, active, values=True):
        """The tangent of a function in several directions at once, or None.

        It returns the results before their tangents if `values` says so.
        """
        key = ("tangents", callee.name, (active, values))
        if key not in self.derivatives:
            # What calls itself takes one direction at a time.
            self.derivatives[key] = None
            self.derivatives[key] = self.many_tangents(callee, active, values)
        return self.derivatives[key]

    def many_tangents(self, callee, active, values):
        wide = self.wide_tangents(callee, active, values)
        return wide and self.add(steady(wide))

    def unit_tangents(self, callee, leaf, name, doc):
        """The Jacobian of a function by an array, in all unit directions, or None."""
        wide = self.wide_tangents(callee, (leaf,), False)
        if wide is None:
            return None
        singles = {}
        for word, inner in wide.callees.items():
            if (found := self.tangents(*inner)) is not None:
                singles[found.node.name] = word
        wide.known.writes = {**self.primal_writes(), **self.writes}
        made = in_units(wide, singles, name, doc)
        return made and steady(condense(made))

    def wide_tangents(self, callee, active, values):
        """What `tangents` gives, before it is tidied; or None."""
        key = ("wide", callee.name, (active, values))
        if key not in self.derivatives:
            self.derivatives[key] = self.made_wide(callee, active, values)
        return self.derivatives[key]

    def made_wide(self, callee, active, values):
        if isinstance(callee, Given):
            return None
        name = self.unit.function_name(f"{callee.name}_tangents")
        doc = f"The tangents of {callee.name} in several directions."
        made = forward.tangent(callee, active, name, self, doc)

        def wide_name(inner):
            found = self.tangents(*inner)
            return found and found.node.name

        callees = {n: partial(wide_name, inner) for n, inner in made.callees.items()}
        return directions(made, callees, values)

    def adjoint_of_call(self, callee, call, activity):
        """The low-level adjoint of a callee; None if nothing flows through the call."""
        active = [
            p
            for p, item in zip(callee.parameters, call.args)
            if is_differentiable(callee.kinds[p]) and activity.is_active(item)
        ]
        return self.adjoint(callee, tuple(active)) if active else None

    def adjoint(self, callee, active):
        key = ("adjoint", callee.name, active)
        if key not in self.derivatives and isinstance(callee, Given):
            self.derivatives[key] = self.given_adjoint(callee, active)
        elif key not in self.derivatives:
            check_met(callee.source.function)
            name = self.unit.function_name(f"{callee.name}_adjoint")
            flags = Activity(callee, active).varied_results()
            shadows = [p for p in active if isinstance(callee.kinds[p], Array)]
            returned = [p for p in active if p not in shadows]
            expected = self.derivatives[key] = SimpleNamespace(
                node=SimpleNamespace(name=name),
                seeded=flags,
                shadows=shadows,
                returned=returned,
                taken=callee.parameters,
                is_asked=False,
            )
            doc = _adjoint_sentence(callee, shadows, returned)
            made = reverse.adjoint(callee, active, name, self, doc, Shape())
            self.derivatives[key] = made
            made.known.scratch = frozenset(written_parameters(callee))
            made.known.is_parallel = callee.name in self.unit.parallel
            made.taken = callee.parameters
            # what calls itself is called before it is known what it takes
            self.add(made, is_called=not expected.is_asked)
        found = self.derivatives[key]
        found.is_asked = True
        return found

    def given_tangent(self, callee, active):
        """The tangent that the user gave for a function."""
        function, values = callee.custom.tangent(callee, active)
        plain = driven(self.unit, callee, function, values)
        return SimpleNamespace(
            node=SimpleNamespace(name=plain.name),
            active=callee.custom.varied(callee, active),
            results=[is_differentiable(kind) for kind in callee.result_kinds],
        )

    def given_adjoint(self, callee, active):
        """The adjoint that the user gave for a function."""
        function, values = callee.custom.adjoint(callee, active)
        plain = driven(self.unit, callee, function, values)
        shadows = [p for p in active if isinstance(callee.kinds[p], Array)]
        return SimpleNamespace(
            node=SimpleNamespace(name=plain.name),
            seeded=[is_differentiable(kind) for kind in callee.result_kinds],
            shadows=shadows,
            returned=[p for p in active if p not in shadows],
            taken=callee.parameters,
        )

    def adjoint_sentence(self, plain, active):
        """The docstring of a low-level adjoint."""
        shadows = [p for p in active if isinstance(plain.kinds[p], Array)]
        return _adjoint_sentence(
            plain, shadows, [p for p in active if p not in shadows]
        )

    def text(self, entry):
        """The text of the module: what the entry needs, callees before callers."""
        available = {p.name: p for p in self.unit.functions.values()}
        order, seen = [], set()

        def visit(name):
            if name in seen:
                return
            seen.add(name)
            node = self.nodes.get(name)
            if node is None and name in available:
                node = self.nodes[name] = self.primal(available[name])
            if node is None:
                return
            own = bound(*node.body) | {a.id for a in node.args.args}
            for other in sorted(names_in(node) - own):
                visit(other)
            order.append(node)

        visit(entry)
        order = [in_python(node) for node in self.in_parallel(order)]
        used = {n for node in order for n in names_in(node)}
        imports = ["import math"] if "math" in used else []
        if "np" in used:
            imports += ([""] if imports else []) + ["import numpy as np"]
        own = sorted(used & {"get_num_threads", "objmode", "prange"})
        if own:
            imports += [f"from numba import {', '.join(own)}"]
        classes = exception_texts(self.unit.exceptions, used)
        return module_text(imports, order, classes)

    def in_parallel(self, order):
        """Functions, callees first, with their loops in parallel where they may be.

        What a parallel loop calls runs on one core: Numba nests no parallel loops.
        """
        functions = {node.name: node for node in order}
        found, alone = [], set()
        for node in reversed(order):
            known = self.known.get(node.name)
            if known is not None and known.is_parallel and node.name not in alone:
                node = parallel(node, known)
            calling = [node] if node.name in alone else _parallel_loops(node)
            alone |= names_in(*calling) & functions.keys()
            found.append(node)
        return found[::-1]


def _parallel_loops(node):
    return [
        child
        for child in walk(node)
        if isinstance(child, gast.For) and spelling(child.iter.func) == "prange"
    ]


def _adjoint_sentence(callee, shadows, returned):
    parts = []
    if returned:
        plural = "s" if len(returned) > 1 else ""
        parts.append(f"the adjoint{plural} of {listed(returned)} in {callee.name}")
    if shadows:
        words = ", ".join(f"{p}_bar" for p in shadows)
        parts.append(f"the adjoint of {listed(shadows)} is added to {words}")
    text = "; ".join(parts) or f"the adjoint of {callee.name}"
    return text[0].upper() + text[1:] + "."
