"""Options that go to Numba: taken, or refused before anything is compiled."""

import pytest

from s2sad.compile.options import checked
from s2sad.errors import UsageError


@pytest.mark.parametrize(
    "options",
    [
        {},
        {"error_model": "python"},
        {"fastmath": True, "parallel": False},
        {"fastmath": {"nnan", "nsz"}},
        {"parallel": {"fusion": False}},
        {"inline": "always", "nogil": True, "boundscheck": None},
    ],
)
def test_options_of_numba_are_taken(options):
    before = {word: repr(value) for word, value in options.items()}
    assert checked(options, "grad") == options
    assert {word: repr(value) for word, value in options.items()} == before


def test_no_options():
    assert checked(None, "grad") == {}


@pytest.mark.parametrize(
    "options, said",
    [
        ({"bogus": 1}, "bogus is not an option of grad or numba.njit"),
        ({"error_model": "bogus"}, "error_model='bogus' of grad is not 'numpy' or"),
        ({"error_model": []}, "error_model=[] of grad is not 'numpy' or 'python'"),
        ({"fastmath": "bogus"}, "fastmath='bogus' of grad is nothing that numba.njit"),
        ({"fastmath": {"bogus"}}, "Unrecognized fastmath flags: {'bogus'}"),
        ({"parallel": 3}, "parallel=3 of grad is nothing that numba.njit takes"),
        ({"parallel": {"bogus": True}}, "parallel={'bogus': True} of grad is nothing"),
        ({"inline": "bogus"}, "inline='bogus' of grad is nothing that numba.njit"),
    ],
)
def test_wrong_options_are_told_in_a_sentence(options, said):
    with pytest.raises(UsageError) as error:
        checked(options, "grad")
    assert said in str(error.value)
    assert "\n" not in str(error.value)
