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


def matched(node, fresh):
    """The statements that a match statement stands for."""
    before, subject = [], node.subject
    if not isinstance(subject, gast.Name):
        subject = build.name(fresh("subject"))
        before = [build.assign(subject.id, node.subject)]
    chain = []
    for case in reversed(node.cases):
        chain = _case(case, subject, chain)
    for new in [*before, *chain]:
        for part in gast.walk(new):
            if getattr(part, "lineno", None) is None:
                gast.copy_location(part, node)
    return [*before, *chain]


def _case(case, subject, rest):
    tests, names = [], []
    _tests(case.pattern, subject, tests, names)
    body = [*names, *case.body]
    if case.guard is not None:
        if names:
            what = "a case that binds names has a condition"
            raise RefusalError(what, "an if inside the case")
        tests.append(case.guard)
    if not tests:
        return body
    test = tests[0] if len(tests) == 1 else gast.BoolOp(gast.And(), tests)
    return [gast.copy_location(gast.If(test, body, rest), case.body[0])]


def _tests(pattern, subject, tests, names):
    """Add the tests that a pattern makes, and the names that it binds."""
    subject, kind = copied(subject), type(pattern).__name__
    if kind == "MatchValue":
        tests.append(build.compare(subject, gast.Eq(), pattern.value))
    elif kind == "MatchSingleton":
        value = gast.Constant(pattern.value, None)
        tests.append(build.compare(subject, gast.Is(), value))
    elif kind == "MatchAs":
        if pattern.pattern is not None:
            _tests(pattern.pattern, subject, tests, names)
        if pattern.name is not None:
            names.append(build.assign(pattern.name, subject))
    elif kind == "MatchOr":
        tests.append(gast.BoolOp(gast.Or(), _alternatives(pattern, subject)))
    elif kind == "MatchSequence" and not _has_star(pattern):
        count = build.constant(len(pattern.patterns))
        tests.append(build.compare(build.call("len", subject), gast.Eq(), count))
        for place, inner in enumerate(pattern.patterns):
            part = build.subscript(subject, build.constant(place))
            _tests(inner, part, tests, names)
    elif kind == "MatchClass" and not pattern.patterns and not pattern.kwd_patterns:
        tests.append(build.call("isinstance", subject, pattern.cls))
    else:
        raise RefusalError(f"the pattern {kind} is not supported", "if and elif")


def _alternatives(pattern, subject):
    found = []
    for inner in pattern.patterns:
        tests, names = [], []
        _tests(inner, subject, tests, names)
        if names:
            raise RefusalError("a pattern with | binds names", "if and elif")
        always = gast.Constant(True, None)
        several = gast.BoolOp(gast.And(), tests) if len(tests) > 1 else None
        found.append(several or (tests[0] if tests else always))
    return found


def _has_star(pattern):
    return any(type(part).__name__ == "MatchStar" for part in pattern.patterns)
