"""What comes of the derivatives of a function, for one recorded call."""

import contextlib
import functools
import importlib
import time
import traceback
import warnings
from dataclasses import dataclass

import numpy as np

import s2sad
from packages.differences import agreement, resolution_of
from packages.leaves import filled, floats, moved, plain, strange

# From the worst to the best; a function is what the worst of its calls is.
OUTCOMES = ("wrong", "raising", "slow", "refused", "unsure", "right", "left out")
SECONDS_OF_DIFFERENCES = 5.0
MOST_DIRECTIONS = 40


@dataclass
class Outcome:
    """What came of a call, and why."""

    kind: str
    reason: str = ""
    details: str = ""


def tried(key, call, jit):
    """The Outcome of a recorded call of a function."""
    warnings.simplefilter("ignore")
    np.seterr(all="ignore")
    module, name = key
    function = getattr(importlib.import_module(module), name)
    if call.keywords:
        function = functools.partial(function, **call.keywords)
    reason, value, seconds = _uncounted(function, call)
    if reason:
        return Outcome("left out", reason)
    try:
        return _checked(function, call.positional, value, seconds, jit)
    except s2sad.S2SADError as error:
        what = str(getattr(error, "what", error)).splitlines()[0]
        return Outcome("refused", what, str(error))
    except Exception as error:
        reason = f"{type(error).__name__}: {error}".splitlines()[0]
        return Outcome("raising", reason, traceback.format_exc())


def _uncounted(function, call):
    """(Why a call does not count, if so; its value; the seconds it takes)."""
    kind = strange((call.positional, call.keywords))
    if kind:
        return f"takes {kind}", None, 0.0
    if not floats(call.positional).size:
        return "takes no floats", None, 0.0
    before = time.perf_counter()
    try:
        value = function(*plain(call.positional))
        again = function(*plain(call.positional))
    except Exception as error:
        return f"raises {type(error).__name__}", None, 0.0
    return _useless(value, again), value, (time.perf_counter() - before) / 2.0


def _useless(value, again):
    """Why results have no derivative, if so."""
    kind = strange(value)
    if kind:
        return f"returns {kind}"
    if not floats(value).size:
        return "returns no floats"
    if not np.array_equal(floats(value), floats(again), equal_nan=True):
        return "returns something else each time"
    return None if np.all(np.isfinite(floats(value))) else "returns inf or nan"


def _checked(function, arguments, value, seconds, jit):
    """The outcome where derivatives could be computed."""
    random = np.random.default_rng(0)
    numbers = floats(value)
    # each result counts alike, however small, but for what the others' rounding hides
    most = np.max(abs(numbers), initial=0.0)
    least = max(1e-6 * most, 1e-300) if most > 0.0 else 1.0
    weights = random.uniform(0.5, 1.5, numbers.size) / np.maximum(abs(numbers), least)
    tangents = random.normal(size=floats(arguments).size) * scales(arguments)
    got, dots = s2sad.jvp(
        function, plain(arguments), filled(arguments, tangents), jit=jit
    )
    resolution = _resolution(function, arguments, weights)
    noise = _noise(function, arguments, numbers) + 4.0 * resolution * abs(numbers)
    if not _is_close(floats(got), numbers, noise):
        return Outcome("wrong", "another value in forward mode", f"{got} {value}")
    got, pull = s2sad.vjp(function, *plain(arguments), jit=jit)
    if not _is_close(floats(got), numbers, noise):
        return Outcome("wrong", "another value in reverse mode", f"{got} {value}")
    active = [each for each in arguments if floats(each).size]
    bars = floats(active, pull(filled(value, weights))[: len(active)])
    forward = np.dot(weights, floats(value, dots))
    if not np.all(np.isfinite([*bars, forward])):
        return Outcome("unsure", "a derivative is inf or nan", f"{forward} {bars}")
    size = np.dot(abs(bars), abs(tangents))
    rounding = 1e-15 * np.sum(abs(weights)) * most + 1e-300
    allowed = min(max(1e-8, 1e4 * resolution), 1e-3)
    apart = abs(forward - np.dot(bars, tangents))
    if not apart <= allowed * size + rounding:
        details = f"forward {forward}, reverse {np.dot(bars, tangents)}: {bars}"
        if apart <= 1e-6 * size:  # no mistake of a rule is that small
            return Outcome("unsure", "forward is reverse but for rounding", details)
        return Outcome("wrong", "forward is not reverse", details)
    found = _compared(function, arguments, weights, bars, seconds, resolution)
    if found.kind == "wrong" and _is_right_around(function, arguments, weights, jit):
        return Outcome("unsure", "right around this place", found.details)
    return found


def _resolution(function, arguments, weights):
    """How finely the weighted values are known, along a direction of all floats."""
    direction = scales(arguments) * np.random.default_rng(4).uniform(
        0.5, 1.5, floats(arguments).size
    )
    return resolution_of(_along(function, arguments, direction, weights))


def _along(function, arguments, direction, weights):
    """The weighted values as a function of a step; nan where there are none."""

    def along(step):
        try:
            value = function(*moved(arguments, step * direction))
            return float(np.dot(weights, floats(value)))
        except Exception:
            return float("nan")

    return along


def _is_right_around(function, arguments, weights, jit):
    """Whether a slope is right a little further: `if x == 1.0` holds at one place."""
    random = np.random.default_rng(3)
    step, direction = random.uniform(0.5, 1.5, (2, floats(arguments).size))
    for size in (1e-3, -1e-3):
        place = moved(arguments, size * step * scales(arguments))
        with contextlib.suppress(Exception):
            if _is_right_at(place, direction, function, weights, jit):
                return True
    return False


def _is_right_at(place, direction, function, weights, jit):
    """Whether the slope along a direction is what differences give."""
    direction = direction * scales(place)
    value, dots = s2sad.jvp(function, place, filled(place, direction), jit=jit)
    along = _along(function, place, direction, weights)
    return agreement(along, np.dot(weights, floats(value, dots))) != "not"


def _is_close(found, numbers, noise):
    """Whether numbers are the primal's, but for what rounding makes of them."""
    # subnormal numbers have few digits
    noise = noise + np.finfo(float).tiny
    return np.all(abs(found - numbers) <= 1e-9 * abs(numbers) + noise)


def _noise(function, arguments, numbers):
    """How far results go where the arguments change in their last places."""
    random, most = np.random.default_rng(2), np.zeros(numbers.size)
    for _ in range(3):
        steps = 2e-16 * random.choice((-1.0, 1.0), floats(arguments).size)
        try:
            found = floats(function(*moved(arguments, steps * scales(arguments))))
        except Exception:
            return most
        if found.size == numbers.size:
            most = np.fmax(most, 4.0 * abs(found - numbers))
    limit = 1e-10 * (1.0 + np.max(abs(numbers), initial=0.0))
    return np.where(most <= limit, most, 0.0)


def scales(arguments):
    """How far each float may go: as far as it is large, and inf and nan nowhere."""
    numbers = abs(floats(arguments))
    return np.where(np.isfinite(numbers), np.where(numbers > 0.0, numbers, 1.0), 0.0)


def _compared(function, arguments, weights, bars, seconds, resolution):
    """The outcome of comparing a gradient with differences."""
    scale, found = scales(arguments), set()
    most = int(SECONDS_OF_DIFFERENCES / (15.0 * seconds + 1e-9))
    places = np.random.default_rng(1).permutation(np.flatnonzero(scale))
    for place in places[: max(1, min(most, MOST_DIRECTIONS))]:
        direction = np.where(np.arange(scale.size) == place, scale, 0.0)
        along = _along(function, arguments, direction, weights)
        slope = bars[place] * scale[place]
        how = agreement(along, slope, resolution)
        if how == "not":
            details = f"float {place}: {slope} is not the slope; gradient {bars}"
            return Outcome("wrong", "not what differences give", details)
        found.add(how)
    if "unknown" in found:
        return Outcome("unsure", "no differences: no values around")
    return Outcome("right", "differences of one side" if "one side" in found else "")
