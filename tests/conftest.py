"""Options of the tests, and a limit on the time of each."""

import gc
import itertools
import os
import signal

import pytest

SECONDS = 120

# Each stage is checked: that its text says what its tree does, and names have values.
os.environ["S2SAD_CHECK"] = "1"

# Numba takes a third less time without what LLVM optimises; the numbers are the same.
os.environ.setdefault("NUMBA_OPT", "0")

# What the tests derive stays in caches, and looking through it for garbage, as often
# as Python does unasked, took a quarter of their time.
gc.set_threshold(700, 10, 200)
LOOKED_THROUGH = 100
_ran = itertools.count(1)


def pytest_addoption(parser):
    parser.addoption(
        "--update-golden",
        action="store_true",
        help="rewrite tests/golden from what s2sad generates now",
    )
    parser.addoption(
        "--mutants",
        type=int,
        default=60,
        help="how many mutants of the programs are differentiated",
    )


def pytest_collection_modifyitems(items):
    """The tests of a program run one after another, so that one process has them all.

    What one of them derives, another finds: see the caches of programs_under_test.
    """
    # not at the top: s2sad knows pdb.set_trace, which pytest replaces after this file
    from programs_under_test import NAMES

    places = {name: number for number, name in enumerate(NAMES)}

    def place(item):
        given = getattr(item, "callspec", None)
        return places.get(given.params.get("name"), -1) if given else -1

    items.sort(key=place)


@pytest.fixture
def update_golden(request):
    """Whether golden files are to be rewritten."""
    return request.config.getoption("--update-golden")


@pytest.fixture(autouse=True)
def no_endless_loop():
    """A program, or a derivative, that never ends fails instead."""
    if not hasattr(signal, "SIGALRM"):
        yield
        return
    old = signal.signal(signal.SIGALRM, _stop)
    signal.alarm(SECONDS)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, old)


def pytest_runtest_teardown(item):
    """What is there after so many tests is not looked through again."""
    if next(_ran) % LOOKED_THROUGH == 0:
        gc.collect()
        gc.freeze()


def _stop(signum, frame):
    pytest.fail(f"more than {SECONDS} seconds", pytrace=False)
