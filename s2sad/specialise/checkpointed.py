"""A loop over s2sad.checkpoint(...) becomes calls of a function that runs some trips.

for i in checkpoint(range(n)):      becomes     def part(start, stop, s):
    s = step(s, i)                                  for i in range(start, stop):
                                                        s = step(s, i)
                                                    return s

                                                for k in range(0, n, width):
                                                    s = part(k, min(k + width, n), s)

The adjoint of a call runs it again, so only what the calls are given is saved.  Of a
`while checkpoint(...)` nobody knows how many trips there will be: each part may be one
trip longer than the one before, so that there are about sqrt(2 n) parts of as many
trips at most; and for a number of snapshots a first run counts the trips.
"""

import gast

from s2sad.called.library import METHODS, library_word
from s2sad.checkpoints import advance, checkpoint, repeats
from s2sad.errors import RefusalError
from s2sad.facts.effects import base_name
from s2sad.facts.exposed import exposed
from s2sad.facts.kinds import Array, Scalar
from s2sad.facts.values import Closure, Expression, Record, Static
from s2sad.known.comparable import comparable
from s2sad.syntax import build
from s2sad.syntax.names import bound, names_in
from s2sad.syntax.printer import text_of
from s2sad.syntax.walk import walk

_PARTS = """
def {part}({start}, {stop}, {given}):
    for {i} in range({first} + {start}, {first} + {stop}):
        pass
    return {carried}
{first} = {begin}
{count} = {end} - {first}
{width} = int(max({count}, 0) ** 0.5) + 1
for {k} in range(0, {count}, {width}):
    {carried} = {part}({k}, min({k} + {width}, {count}), {given})
"""
_HALVES = """
def {trips}({start}, {stop}, {taken}):
{copies}
    for {i} in range({first} + {start}, {first} + {stop}):
        pass
{returns}
    return {carried}
def {part}({start}, {stop}, {kept}, {runs}, {given}):
    if {stop} - {start} < 2:
        {carried} = {trips}({start}, {stop}, {given})
    else:
        {middle} = {start} + {advance}({stop} - {start}, {kept}, {runs})
        {carried} = {part}({start}, {middle}, {kept}, {runs} - 1, {given})
        {carried} = {part}({middle}, {stop}, {kept} - 1, {runs}, {given})
    return {carried}
{first} = {begin}
{count} = {end} - {first}
{owned}
{k} = max(1, {snapshots})
{width} = {repeats}({count}, {k})
{carried} = {part}(0, {count}, {k}, {width}, {given})
"""
_GROWING = """
def {part}({width}, {given}):
    {going} = True
    {count} = 0
    while {going} and {count} < {width}:
        pass
    return {results}
{going} = {test}
{width} = 1
while {going}:
    {results} = {part}({width}, {given})
    {width} += 1
"""
_COUNTED = """
def {part}({going}, {given}):
{copies}
    {count} = 0
    while {going}:
        pass
    return {count}
{going} = {test}
{count} = {part}({going}, {given})
"""
_WORDS = (
    *("part", "start", "stop", "first", "count", "width", "k", "kept", "runs"),
    *("middle", "advance", "repeats", "trips", "going"),
)


def checkpointed(frame, node):
    """The statements that a loop over checkpoint(...) stands for."""
    trips, snapshots = _settings(frame, node, node.iter)
    _check_range(frame, node, trips)
    node = _with_own_counter(frame, node)
    carried, written = _carried(frame, node)
    plain = gast.For(node.target, trips, node.body, [], None)
    if not carried and not written:
        return [gast.copy_location(plain, node)]
    names = {word: frame.temporary(word) for word in _WORDS}
    frame.env[names["advance"]] = Static(advance)
    frame.env[names["repeats"]] = Static(repeats)
    arrays = []
    if snapshots is not None:
        arrays = [name for name in carried if _is_array(frame.env.get(name))]
        carried = [name for name in carried if name not in arrays]
        _check_alone(frame, node, arrays)
    names |= _in_place(frame, [*carried, *arrays, *written], arrays)
    begin, end = (["0"] + [text_of(item) for item in trips.args])[-2:]
    names |= {
        "i": node.target.id,
        "given": ", ".join([*carried, *arrays, *written]),
        "carried": ", ".join(carried) or names["part"],
        "begin": begin,
        "end": end,
        "snapshots": snapshots and text_of(snapshots),
    }
    text = (_PARTS if snapshots is None else _HALVES).format(**names)
    if not carried:
        text = text.replace(f"return {names['part']}\n", "pass\n")
        text = text.replace(f"{names['part']} = ", "")
    return _parsed(text, node, node.body)


def checkpointed_while(frame, node):
    """The statements that a loop over a test with checkpoints stands for."""
    test, snapshots = _settings(frame, node, node.test)
    carried, written = _carried(frame, node)
    given = {*carried, *written}
    if snapshots is not None:
        given |= {n for n in names_in(node) if _is_array(frame.env.get(n))}
        _check_alone(frame, node, given)
    given = sorted(given)
    names = {word: frame.temporary(word) for word in _WORDS}
    names |= {"given": ", ".join(given), "test": text_of(test)}
    again = gast.parse("{going} = {test}".format(**names)).body
    counted = gast.parse("{count} += 1".format(**names)).body
    if snapshots is None:
        names["results"] = ", ".join([names["going"], *carried])
        text = _GROWING.format(**names)
        return _parsed(text, node, [*counted, *node.body, *again])
    names["copies"] = "\n".join(_copies(frame, given)) or "    pass"
    made = _parsed(_COUNTED.format(**names), node, [*counted, *node.body, *again])
    trips = build.call("range", build.name(names["count"]))
    trips = build.call(node.test.func, trips, snapshots)
    loop = build.counted(frame.temporary("k"), [], [*node.body, *again])
    loop.iter = trips
    for inner in walk(loop):
        if not hasattr(inner, "lineno"):
            gast.copy_location(inner, node)
    return [*made, gast.copy_location(loop, node)]


def _with_own_counter(frame, node):
    """A loop whose variable is read after it counts with another one."""
    variable = node.target.id
    if variable not in _read_after(frame, node):
        return node
    counter = frame.temporary("k")
    given = build.assign(variable, build.name(counter))
    made = build.counted(counter, [], [given, *node.body])
    made.iter = node.iter
    for inner in (made.target, *walk(given)):
        gast.copy_location(inner, node)
    return gast.copy_location(made, node)


def _check_by_value(frame, node, changing):
    """Refuse what a part is given by value, and trips change under its name."""
    for name in sorted(names_in(node) & frame.env.keys()):
        value = frame.env[name]
        if name in changing and isinstance(value, Record) and _has_store(name, node):
            what = f"{name} is no array, and trips write into it"
            raise frame.refuse(node, what, f"{name} = ... with all its parts")
        captured = names_in(value.node) if isinstance(value, Closure) else set()
        if captured & changing:
            what = f"{name} reads {min(captured & changing)}, which trips change"
            raise frame.refuse(node, what, "an argument of it")


def _has_store(name, node):
    return any(
        isinstance(n, gast.Subscript)
        and isinstance(n.ctx, gast.Store)
        and base_name(n) == name
        for n in walk(node)
    )


def _read_after(frame, node):
    """The names that are read after a loop, here or by functions of this one."""
    found = _following(frame.node.body, node)
    if found is None:  # a loop that stands for another one
        inside, everywhere = _mentions(node), _mentions(frame.node)
        found = {n for n in everywhere if everywhere[n] > inside.get(n, 0)}
    called = (frame.env.get(name) for name in found)
    return found | names_in(*(v.node for v in called if isinstance(v, Closure)))


def _following(statements, node):
    """The names that are read after a statement of a block, or of one inside it."""
    for place, other in enumerate(statements):
        if other is node:
            return exposed(statements[place + 1 :])[0]
        if any(inner is node for inner in walk(other)):
            found = exposed(statements[place + 1 :])[0]
            if isinstance(other, (gast.For, gast.While)):
                found |= exposed([other])[0]
            blocks = (getattr(other, "body", []), getattr(other, "orelse", []))
            return found.union(*(_following(block, node) or () for block in blocks))
    return None


def _copies(frame, names):
    """Lines that make arrays a function's own: a run that counts changes nothing."""
    for name in names:
        if _is_array(frame.env.get(name)):
            yield f"    {name} = {name}.copy()"


def _check_alone(frame, node, copied):
    """Refuse copies where trips write into what has another name, or is in a record."""
    if not _may_write(frame, node):
        return
    arrays = {name for name, value in frame.env.items() if _is_array(value)}
    for name in sorted(names_in(node) & frame.env.keys()):
        value = frame.env[name]
        is_plain = isinstance(value, Static | Closure) or (
            isinstance(value, Expression) and isinstance(value.kind, (Scalar, Array))
        )
        if not is_plain:
            what = f"{name}, which is no number or array, may change from trip to trip"
            raise frame.refuse(node, what, _INSTEAD)
    for name in sorted(copied):
        memory = frame.memory.of(name)
        others = [n for n in arrays - {name} if frame.memory.of(n) == memory]
        if name in arrays and others:
            what = f"{name} and {min(others)} may be one array, which trips write into"
            raise frame.refuse(node, what, _INSTEAD)


_INSTEAD = "the loop without snapshots="


def _may_write(frame, node):
    """Whether trips may write into arrays."""
    for inner in walk(node):
        if isinstance(inner, gast.Subscript) and isinstance(inner.ctx, gast.Store):
            return True
        if isinstance(inner, gast.AugAssign) and isinstance(inner.target, gast.Name):
            if _is_array(frame.env.get(inner.target.id)):
                return True
        if isinstance(inner, gast.Call) and not _is_library(inner.func, frame):
            return True
    return False


def _is_library(function, frame):
    """Whether a call is of a function that s2sad knows, and that writes nothing."""
    if isinstance(function, gast.Attribute) and function.attr in {"copy", *METHODS}:
        return True
    try:
        value = frame.expressions.value(function)
    except RefusalError:
        return False
    if not isinstance(value, Static):
        return False
    return value.value is checkpoint or library_word(value.value) is not None


def _parsed(text, node, body):
    """The statements of a text, `body` in place of what its loops only pass."""
    made, loops = gast.parse(text).body, []
    for statement in made:
        for inner in walk(statement):
            gast.copy_location(inner, node)
            is_loop = isinstance(inner, (gast.For, gast.While))
            if is_loop and isinstance(inner.body[0], gast.Pass):
                loops.append(inner)
    for loop in loops:
        loop.body = body
    return made


def _is_array(value):
    return isinstance(value, Expression) and isinstance(value.kind, Array)


def _in_place(frame, given, arrays):
    """How arrays that trips bind anew are taken and given back in their own memory.

    A part that calls itself can't return what it is given.
    """
    inner = {name: frame.temporary(f"{name}_given") for name in arrays}
    return {
        "taken": ", ".join(inner.get(name, name) for name in given),
        "copies": "\n".join(f"    {n} = {i}.copy()" for n, i in inner.items()),
        "returns": "\n".join(f"    {i}[:] = {n}" for n, i in inner.items()),
        "owned": "\n".join(f"{name} = {name}.copy()" for name in arrays),
    }


def _settings(frame, node, call):
    """(range or test, an expression for how many snapshots or None) of such a loop."""
    given = dict(zip(("trips", "snapshots"), call.args))
    given |= {item.arg: item.value for item in call.keywords}
    trips, snapshots = given.get("trips"), given.get("snapshots")
    if any(isinstance(n, gast.Break) for s in node.body for n in walk(s)):
        what = "a loop with checkpoints is left by break or return"
        raise frame.refuse(node, what, "a loop without checkpoints")
    if snapshots is None:
        return trips, None
    known = comparable(frame.expressions.value(snapshots))
    if known is not None and known.value == "sqrt":
        return trips, None
    if known is not None and (not isinstance(known.value, int) or known.value < 1):
        what = f"snapshots={known.value!r} is neither a count nor 'sqrt'"
        raise frame.refuse(node, what, "snapshots=20")
    return trips, snapshots


def _check_range(frame, node, trips):
    is_range = isinstance(trips, gast.Call) and getattr(trips.func, "id", "") == "range"
    if not is_range or len(trips.args) > 2:
        what = "checkpoint takes a range that goes up by one"
        raise frame.refuse(node, what, "checkpoint(range(start, stop))")


def _carried(frame, node):
    """(names that trips leave to others, arrays that they write into)."""
    names, in_place = _bound(frame, node)
    carried = (_read_after(frame, node) | exposed(node.body)[0]) & names
    written = {
        base_name(place)
        for statement in node.body
        for n in walk(statement)
        if isinstance(n, (gast.Assign, gast.AugAssign))
        for place in getattr(n, "targets", None) or [n.target]
        if isinstance(place, gast.Subscript)
    }
    written |= in_place
    _check_by_value(frame, node, {*names, *written})
    return sorted(carried), sorted(n for n in written if n and n not in names)


def _bound(frame, node):
    """(names that trips bind, arrays that they change by `u += v`)."""
    sums = [n for s in node.body for n in walk(s) if isinstance(n, gast.AugAssign)]
    changed = {n.target.id for n in sums if isinstance(n.target, gast.Name)}
    ids = {id(n.target) for n in sums}
    names = {
        n.id
        for s in node.body
        for n in walk(s)
        if isinstance(n, gast.Name)
        and isinstance(n.ctx, gast.Store)
        and id(n) not in ids
    }
    in_place = {n for n in changed - names if _is_array(frame.env.get(n))}
    target = bound(getattr(node, "target", None))
    return (names | changed) - in_place - target, in_place


def _mentions(tree):
    counts = {}
    for n in walk(tree):
        if isinstance(n, gast.Name):
            counts[n.id] = counts.get(n.id, 0) + 1
    return counts
