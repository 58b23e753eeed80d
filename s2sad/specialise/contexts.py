"""Statements around numbers: with, del, global, and calls that only speak.

A context that changes how NumPy warns, how warnings are shown, or whether Python runs
what stands in it, changes no number: its body stands without it. What warns or logs is
left out of a derivative.
"""

import contextlib
import logging
import warnings

import gast
import numba
import numpy as np

from s2sad.facts.values import Expression, Record, is_of
from s2sad.known.comparable import comparable
from s2sad.known.growing import container_of, is_growing
from s2sad.syntax import build
from s2sad.syntax.names import bound

_SILENT = {np.errstate, warnings.catch_warnings, np.printoptions, numba.objmode}
_SPEAKING = {
    *(warnings.warn, warnings.simplefilter, warnings.filterwarnings),
    *(logging.getLogger, warnings.resetwarnings, np.seterr, np.set_printoptions),
    *(logging.debug, logging.info, logging.warning, logging.error),
    *(logging.critical, logging.exception, logging.log, logging.basicConfig),
}
_LOGGING = {"debug", "info", "warning", "error", "critical", "exception", "log"}


class Contexts:
    """Specialises the statements of one function that are around numbers."""

    def __init__(self, frame):
        self.frame = frame

    def _With(self, node):
        for item in node.items:
            self.enter(item, node)

    def enter(self, item, node):
        call = item.context_expr
        target = self.target(call.func) if isinstance(call, gast.Call) else None
        if target is contextlib.nullcontext:
            if item.optional_vars is not None and call.args:
                value = self.frame.expressions.value(call.args[0])
                self.frame.assignments.assign(item.optional_vars, value, node)
            return
        if target is None or target not in _SILENT or item.optional_vars is not None:
            raise self.frame.refuse(
                node, "with is not supported", "the statements without it"
            )
        if target is np.errstate:
            self.refuse_raising(call)

    def refuse_raising(self, call):
        """np.errstate that makes NumPy raise is more than silence."""
        for given in call.keywords:
            known = comparable(self.frame.expressions.value(given.value))
            if known is None or known.value not in ("ignore", "warn", "print", "log"):
                if getattr(known, "value", None) is not None:
                    what = "np.errstate that raises is not supported"
                    raise self.frame.refuse(call, what, "an if before what may fail")

    def target(self, node):
        """What a function node names, if that is known and can be looked up."""
        if not isinstance(node, (gast.Name, gast.Attribute)):
            return None
        if isinstance(node, gast.Name) and node.id in self.frame.locals:
            return getattr(self.frame.env.get(node.id), "value", None)
        found = getattr(self.frame.surroundings.unread(node), "value", None)
        try:
            hash(found)
        except TypeError:
            return None
        return found

    def is_speech(self, call):
        """Whether a call only warns or logs, or says that an array is not written."""
        if isinstance(call.func, gast.Attribute) and call.func.attr == "setflags":
            owner = self.frame.env.get(getattr(call.func.value, "id", None))
            return isinstance(owner, Expression)
        if isinstance(call.func, gast.Attribute) and call.func.attr in _LOGGING:
            if isinstance(call.func.value, (gast.Name, gast.Attribute)):
                owner = self.target(call.func.value)
                if isinstance(owner, logging.Logger):
                    return True
        if not isinstance(call.func, (gast.Name, gast.Attribute)):
            return False
        if isinstance(call.func, gast.Attribute):
            if self.target(call.func.value) not in (warnings, logging, np):
                return False
        elif call.func.id in self.frame.locals:
            return False
        return self.target(call.func) in _SPEAKING

    def _Delete(self, node):
        for place in node.targets:
            if isinstance(place, gast.Name):
                self.frame.env.pop(place.id, None)
                continue
            if isinstance(place, gast.Subscript):
                if self.frame.containers.is_called_for(place):
                    place = self.frame.containers.at_named_place(place)
                base = self.frame.expressions.value(place.value)
                if self.pops(base, place) or self.cuts(base, place):
                    continue
                if is_of(base, list, dict):
                    self.delete(base, place)
                    continue
            what = "del of a part of an array is not supported"
            raise self.frame.refuse(node, what, "an array without it")

    def pops(self, base, place):
        """Whether `del out[k]`, of a list in an array, is what `out.pop(k)` does."""
        if isinstance(place.slice, gast.Slice) or not _is_list(base):
            return False
        known = comparable(self.frame.expressions.value(place.slice))
        if known is not None and not is_growing(base):
            return False
        pop = build.attribute(build.loaded(place.value), "pop")
        call = gast.Expr(build.call(pop, place.slice))
        self.frame.statements.statement(build.located(call, place))
        return True

    def cuts(self, base, place):
        """Whether `del out[a:b]` is of a list, which is done then."""
        if not isinstance(place.slice, gast.Slice) or not _is_list(base):
            return False
        if place.slice.step is not None:
            return False
        part, values = place.slice, self.frame.expressions.value
        bounds = [bound and values(bound) for bound in (part.lower, part.upper)]
        call = build.call(build.attribute(build.loaded(place.value), "cut"))
        call = build.located(call, place)
        if is_growing(base):
            self.frame.growth.method(base, "cut", bounds, call)
        else:
            self.frame.containers.cut(base, bounds, call)
        return True

    def delete(self, base, place):
        key = self.frame.containers.key(
            self.frame.expressions.value(place.slice), place
        )
        if base.container is list and key < 0:
            key += len(base.items)
        if key not in base.items:
            raise self.frame.refuse(place, f"there is no part {key!r}")
        rest = {k: v for k, v in base.items.items() if k != key}
        if base.container is list:
            rest = dict(enumerate(rest.values()))
        changed = Record(rest, base.container, base.token)
        self.frame.identities.replace(base, changed, place)

    def _Global(self, node):
        """A name of the module that is only read is what it is."""
        if set(map(_name, node.names)) & bound(*self.frame.node.body):
            what = "global is not supported"
            instead = "an argument, and a value that is returned"
            raise self.frame.refuse(node, what, instead)


def _is_list(value):
    return isinstance(value, Record) and container_of(value) is list


def _name(item):
    return getattr(item, "id", item)
