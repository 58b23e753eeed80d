"""Calls of the public functions of a package, as its examples and tests make them.

Nothing is replaced: a profile function sees the calls of Python functions, and what
Numba made of others has a `__call__` that can be watched.
"""

import doctest
import importlib
import inspect
import io
import pkgutil
import signal
import sys
import warnings
from collections import defaultdict
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass

from packages.leaves import is_floats, leaves, plain

CALLS_EACH = 3
SECONDS_EACH = 20


@dataclass
class Call:
    """The arguments of a call, and whether code of the package itself made it."""

    positional: tuple
    keywords: dict
    inner: bool

    def sort(self):
        """What decides the way through a function: its constants, and its kinds."""
        parts = leaves((self.positional, self.keywords))
        return repr([type(p) if is_floats(p) else p for p in parts])


def modules_of(package, private=False):
    """The public modules of a package that can be imported, or all but its tests."""
    root = importlib.import_module(package)
    yield root
    for found in pkgutil.walk_packages(getattr(root, "__path__", []), f"{package}."):
        words = found.name.split(".")
        is_private = any(word.startswith("_") for word in words) and not private
        if is_private or {"tests", "conftest", "__main__"} & set(words):
            continue
        try:
            yield importlib.import_module(found.name)
        except (Exception, SystemExit):
            continue


def public_functions(package):
    """{(module, name): function}, each where it is defined, or first shown."""
    found, hidden = {}, set()
    for module in modules_of(package):
        for name, value in list(vars(module).items()):
            if inspect.isclass(value) or not callable(value) or name.startswith("_"):
                continue
            home = getattr(value, "__module__", None) or ""
            is_hidden = _is_hidden(home, package) and id(value) not in hidden
            if is_hidden:
                hidden.add(id(value))
            if (home == module.__name__ or is_hidden) and hasattr(value, "__name__"):
                found[module.__name__, name] = value
    return found


def _is_hidden(home, package):
    """Whether a module of the package is private, and others show what it defines."""
    first, *words = home.split(".")
    return first == package and any(word.startswith("_") for word in words)


class Recorder:
    """Keeps a few calls of each function, rather different ones than many alike."""

    def __init__(self, package, functions):
        self.package, self.functions = package, {}
        self.calls = defaultdict(list)
        self.codes, self.compiled = {}, {}
        for key, function in functions.items():
            inner = inspect.unwrap(getattr(function, "py_func", function))
            if hasattr(inner, "__code__"):
                self.codes.setdefault(inner.__code__, []).append(key)
                self.functions[key] = inner
            self.compiled[id(function)] = key

    @contextmanager
    def watching(self):
        """All calls are seen that are made in here."""
        before = {kind: kind.__call__ for kind in _compiled_kinds()}
        for kind, call in before.items():
            kind.__call__ = self._watched(call)
        sys.setprofile(self.see)
        try:
            yield
        finally:
            sys.setprofile(None)
            for kind, call in before.items():
                kind.__call__ = call

    def _watched(self, call):
        def watched(function, *positional, **keywords):
            key = self.compiled.get(id(function))
            if key:
                self._keep(key, positional, keywords, sys._getframe(1))
            return call(function, *positional, **keywords)

        return watched

    def see(self, frame, event, _):
        keys = self.codes.get(frame.f_code, ()) if event == "call" else ()
        if len(keys) > 1:  # what one decorator made: they differ in what they hold
            keys = [key for key in keys if _is_of(self.functions[key], frame)]
        if len(keys) != 1:
            return
        code, values = frame.f_code, dict(frame.f_locals)
        names = list(code.co_varnames)
        count, only = code.co_argcount, code.co_kwonlyargcount
        positional = [values[n] for n in names[:count]]
        keywords = {n: values[n] for n in names[count : count + only]}
        rest = names[count + only :]
        if code.co_flags & inspect.CO_VARARGS:
            positional += values[rest.pop(0)]
        if code.co_flags & inspect.CO_VARKEYWORDS:
            keywords |= values[rest.pop(0)]
        self._keep(keys[0], positional, keywords, frame.f_back)

    def _keep(self, key, positional, keywords, caller):
        inner = caller is not None and self._is_inside(caller)
        kept = self.calls[key]
        if len(kept) < (CALLS_EACH if inner else 4 * CALLS_EACH):
            kept.append(Call(plain(tuple(positional)), plain(keywords), inner))

    def _is_inside(self, frame):
        """Whether code is of the package: neither an example nor a test."""
        home = frame.f_globals.get("__name__", "")
        if frame.f_code.co_filename.startswith("<doctest") or "test" in home:
            return False
        return home.split(".")[0] == self.package

    def chosen(self, key):
        """At most three calls: from outside first, and of different sorts first."""
        first, again, seen = [], [], set()
        for call in sorted(self.calls[key], key=lambda call: call.inner):
            (again if call.sort() in seen else first).append(call)
            seen.add(call.sort())
        return (first + again)[:CALLS_EACH]


def _is_of(function, frame):
    """Whether a frame is a call of this function, of those that share its code."""
    names = function.__code__.co_freevars
    held = [cell.cell_contents for cell in function.__closure__ or ()]
    local = frame.f_locals
    return all(local.get(name) is value for name, value in zip(names, held))


def _compiled_kinds():
    """The classes of what numba.njit and numba.vectorize return."""
    try:
        from numba.core.registry import CPUDispatcher
        from numba.np.ufunc.dufunc import DUFunc
        from numba.np.ufunc.gufunc import GUFunc
    except ImportError:
        return []
    return [CPUDispatcher, DUFunc, GUFunc]


@contextmanager
def in_time(seconds):
    """Stops what takes longer, where the system has alarms."""

    def stop(*_):
        raise TimeoutError

    if not hasattr(signal, "SIGALRM"):
        yield
        return
    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def run_examples(package):
    """The doctests of all modules; what they print does not matter."""
    runner = doctest.DocTestRunner(verbose=False)
    for module in modules_of(package, private=True):
        for test in _examples(module):
            try:
                with in_time(SECONDS_EACH), redirect_stderr(io.StringIO()):
                    runner.run(test, out=lambda _: None)
            except (Exception, SystemExit):
                continue


def _examples(module):
    """The doctests of a module; none where its parts cannot be looked at."""
    try:
        return doctest.DocTestFinder(exclude_empty=True).find(module, module.__name__)
    except Exception:
        return []


class InTime:
    """A plugin of pytest: no test takes longer, and each is watched by `see`.

    Python asks a profile function no more in which time ran out.
    """

    def __init__(self, see):
        self.see = see

    def pytest_runtest_call(self, item):
        runtest = item.runtest

        def run():
            sys.setprofile(self.see)
            with in_time(SECONDS_EACH):
                runtest()

        item.runtest = run


def run_tests(path, see):
    """The tests in a file or a folder, by pytest."""
    import pytest

    options = ["-q", "--no-summary", "--continue-on-collection-errors"]
    options += ["-p", "no:cacheprovider", "-o", "addopts=", str(path)]
    pytest.main(options, plugins=[InTime(see)])


def recorded(package, tests=None):
    """{(module, name): its chosen calls} for all public functions."""
    warnings.simplefilter("ignore")
    functions = public_functions(package)
    recorder = Recorder(package, functions)
    with recorder.watching():
        with redirect_stdout(io.StringIO()):
            run_examples(package)
        if tests:
            run_tests(tests, recorder.see)
    return {key: recorder.chosen(key) for key in functions}
