"""`match` as a chain of ifs: patterns are tests, and names that are bound.

match n:                    becomes     if n == 1:
    case 1:                                 s = x
        s = x                           elif n == 2 or n == 3:
    case 2 | 3:                             s = y
        s = y
"""

import gast

from s2sad.errors import RefusalError
from s2sad.syntax import build
from s2sad.syntax.names import copied

# Classes whose instances a pattern with one part takes whole: `case float(v)`.
_TAKEN_WHOLE = {"bool", "dict", "float", "frozenset", "int", "list", "set", "str"}
_TAKEN_WHOLE |= {"tuple", "bytes", "bytearray"}


def matched(node, fresh):
    """The statements that a match statement stands for."""
    before, subject = [], node.subject
    cases = [alone for case in node.cases for alone in _alternatives(case)]
    if getattr(subject, "id", None) not in {None} - _bound(cases):
        subject = build.name(fresh("subject"))
        before = [build.assign(subject.id, node.subject)]
    chain = []
    for case in reversed(cases):
        chain = _case(case, subject, chain)
    for new in [*before, *chain]:
        for part in gast.walk(new):
            if getattr(part, "lineno", None) is None:
                gast.copy_location(part, node)
    return [*before, *chain]


def refused_pattern(node):
    """(what is refused, what to write instead) of a match that no ifs stand for."""
    try:
        matched(copied(node), str)
    except RefusalError as error:
        return error.what, error.instead
    return "match is not supported", "if and elif"


def _bound(cases):
    """The names that patterns bind."""
    parts = [part for case in cases for part in gast.walk(case.pattern)]
    words = [getattr(part, word, None) for part in parts for word in ("name", "rest")]
    return set(filter(None, words))


def _alternatives(case):
    """A case of patterns with | that bind names, as one case for each of them."""
    pattern = case.pattern
    if type(pattern).__name__ != "MatchOr" or not _bound([case]):
        return [case]
    if case.guard is not None:
        what = "a case with | that binds names has a condition"
        raise RefusalError(what, "an if inside the case")
    bodies = [case.body, *([copied(n) for n in case.body] for _ in pattern.patterns)]
    return [
        gast.match_case(inner, None, body)
        for inner, body in zip(pattern.patterns, bodies)
    ]


def _case(case, subject, rest):
    """The statements of one case, and what follows where it does not apply."""
    found = _Pattern()
    found.look(case.pattern, subject)
    tests, body = found.tests, [*found.names, *case.body]
    if case.guard is not None and found.names:
        others = [copied(node) for node in rest] if tests else rest
        inner = gast.If(case.guard, case.body, others)
        body = [*found.names, gast.copy_location(inner, case.body[0])]
    elif case.guard is not None:
        tests = [*tests, case.guard]
    if not tests:
        return body
    return [gast.copy_location(gast.If(_all(tests), body, rest), case.body[0])]


def _all(tests):
    return tests[0] if len(tests) == 1 else gast.BoolOp(gast.And(), tests)


def _between(subject, before, after):
    """The slice of a sequence without its first and last items."""
    end = build.constant(-after) if after else None
    between = gast.Slice(build.constant(before), end, None)
    return build.subscript(copied(subject), between)


class _Pattern:
    """The tests that a pattern makes, in their order, and the names that it binds."""

    def __init__(self):
        self.tests, self.names = [], []

    def look(self, pattern, subject):
        """Take in a pattern that looks at a value."""
        kind = type(pattern).__name__
        look = getattr(self, f"_{kind}", None)
        if look is None:
            raise RefusalError(f"the pattern {kind} is not supported", "if and elif")
        look(pattern, copied(subject))

    def name(self, word, value):
        if word is not None:
            self.names.append(build.assign(word, value))

    def _MatchValue(self, pattern, subject):
        self.tests.append(build.compare(subject, gast.Eq(), pattern.value))

    def _MatchSingleton(self, pattern, subject):
        value = gast.Constant(pattern.value, None)
        self.tests.append(build.compare(subject, gast.Is(), value))

    def _MatchAs(self, pattern, subject):
        if pattern.pattern is not None:
            self.look(pattern.pattern, subject)
        self.name(pattern.name, subject)

    def _MatchOr(self, pattern, subject):
        found = []
        for inner in pattern.patterns:
            alone = _Pattern()
            alone.look(inner, subject)
            if alone.names:
                raise RefusalError("a part with | binds names", "if and elif")
            found.append(_all(alone.tests or [gast.Constant(True, None)]))
        self.tests.append(gast.BoolOp(gast.Or(), found))

    def _MatchSequence(self, pattern, subject):
        """Arrays, texts and dicts are no sequences to match, whatever they hold."""
        parts = pattern.patterns
        stars = [n for n, p in enumerate(parts) if type(p).__name__ == "MatchStar"]
        classes = build.tuple_of(map(build.name, ("list", "tuple", "range")))
        self.tests.append(build.call("isinstance", subject, classes))
        operator = gast.GtE() if stars else gast.Eq()
        count = build.constant(len(parts) - len(stars))
        length = build.call("len", copied(subject))
        self.tests.append(build.compare(length, operator, count))
        for place, inner in enumerate(parts):
            if place in stars:
                part = _between(subject, place, len(parts) - place - 1)
                self.name(inner.name, build.call("list", part))
                continue
            place -= len(parts) if stars and place > stars[0] else 0
            part = build.subscript(copied(subject), build.constant(place))
            self.look(inner, part)

    def _MatchMapping(self, pattern, subject):
        """Keys that are not named are no matter, unless `**rest` takes them."""
        self.tests.append(build.call("isinstance", subject, build.name("dict")))
        for key in pattern.keys:
            self.tests.append(build.compare(copied(key), gast.In(), copied(subject)))
        for key, inner in zip(pattern.keys, pattern.patterns):
            self.look(inner, build.subscript(copied(subject), copied(key)))
        if pattern.rest is not None:
            raise RefusalError("a pattern with **rest is not supported", "if and elif")

    def _MatchClass(self, pattern, subject):
        """`Point(x=a)` looks at an attribute, `float(v)` at the whole."""
        self.tests.append(build.call("isinstance", subject, pattern.cls))
        whole = getattr(pattern.cls, "id", None) in _TAKEN_WHOLE
        for place, inner in enumerate(pattern.patterns):
            words = build.attribute(copied(pattern.cls), "__match_args__")
            word = build.subscript(words, build.constant(place))
            part = build.call("getattr", copied(subject), word)
            self.look(inner, copied(subject) if whole else part)
        for word, inner in zip(pattern.kwd_attrs, pattern.kwd_patterns):
            there = build.call("hasattr", copied(subject), build.constant(word))
            self.tests.append(there)
            self.look(inner, build.attribute(copied(subject), word))
