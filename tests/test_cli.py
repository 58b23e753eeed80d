"""The command `s2sad`: what it prints, what it writes, how it fails."""

import re
import runpy
import sys
from pathlib import Path

import numpy as np
import pytest
from click.testing import CliRunner

from s2sad.cli import main
from s2sad.export import MODES

FUNCTIONS = '''
import numpy as np
from numpy.typing import NDArray

RATE = 0.25
WEIGHTS = np.array([1.0, 2.0, 3.0])


def waves(x, n):
    """A sum of sines."""
    total = 0.0
    for i in range(n):
        total += np.sin(x[i]) * x[i]
    return total


def cube(x: float):
    return x**3


def growth(x: float, factor: float = 2.0):
    return factor * np.exp(RATE * x)


def weighted(x: "f8[:]"):
    total = 0.0
    for i in range(len(x)):
        total += WEIGHTS[i] * x[i] ** 2
    return total


def sometimes(x: float):
    if x > 0.0:
        return x * x
    return np.fft.hfft(x)


def never(x: float):
    return np.fft.hfft(x)


class Models:
    @staticmethod
    def square(x: float):
        return x * x

    def cube(self, x: float):
        return x * x * x


MODELS = Models()


class Negative(ValueError):
    def __init__(self, what):
        super().__init__(what)


class VeryNegative(Negative):
    pass


def guarded(x: float):
    if x < -10.0:
        raise VeryNegative("much too small")
    if x < 0.0:
        raise Negative("too small")
    return x * x


def optional(x: float, y: float | None = None, flag: bool = True):
    if y is None and flag:
        return x * x
    return x


def listed(x: NDArray[np.float32], y: np.ndarray):
    return np.sum(x)
'''


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    """A folder with a module `shop`, in which the commands run."""
    (tmp_path / "shop.py").write_text(FUNCTIONS)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "path", list(sys.path))
    yield tmp_path
    sys.modules.pop("shop", None)


def run(*words, status=0):
    result = CliRunner().invoke(main, words)
    assert result.exit_code == status, result.output
    if status:
        assert result.exception is None or isinstance(result.exception, SystemExit)
        assert "Traceback" not in result.output
    return result.output


def namespace(text):
    found = {}
    exec(text, found)
    return found


# show


def test_show_prints_the_source():
    text = run("show", "shop:waves", "--types", "f8[:], i8", "--plain")
    x = np.array([1.0, 2.0])
    found = namespace(text)["waves_grad"](x, 2)
    np.testing.assert_allclose(found, np.sin(x) + x * np.cos(x))


def test_show_highlights_on_a_terminal(monkeypatch):
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm-256color")
    words = ("show", "shop:waves", "--types", "f8[:], i8")
    coloured = run(*words)
    plain = run(*words, "--plain")
    assert "\x1b[" in coloured and "\x1b[" not in plain
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == plain


def test_show_takes_a_file_and_an_attribute_of_a_class(folder):
    by_file = run("show", f"{folder / 'shop.py'}:cube", "--plain")
    assert by_file == run("show", "shop:cube", "--plain")
    assert "def square_grad(x)" in run("show", "shop:Models.square", "--plain")


def test_show_takes_names_to_differentiate_by():
    text = run("show", "shop:growth", "--wrt", "factor, x", "--plain")
    assert "with respect to factor and x" in text


@pytest.mark.parametrize("mode", MODES)
def test_show_knows_every_mode(mode):
    text = run("show", "shop:cube", "--mode", mode, "--plain")
    assert "def cube_" in text
    compile(text, "shown", "exec")


@pytest.mark.parametrize("order, value", [(1, 12.0), (2, 12.0), (3, 6.0)])
def test_show_repeats_the_gradient_of_a_number(order, value):
    text = run("show", "shop:cube", "--order", str(order), "--plain")
    name = "cube" + "_grad" * order
    assert namespace(text)[name](2.0) == value


def test_show_gives_the_jacobian_of_the_gradient_of_an_array():
    words = ("--wrt", "x", "--mode", "grad", "--order", "2", "--types", "f8[:], i8")
    text = run("show", "shop:waves", *words, "--plain")
    name = re.findall(r"^def (\w+)", text, re.MULTILINE)[-1]
    x = np.array([1.0, 2.0])
    second = namespace(text)[name](x, 2)
    np.testing.assert_allclose(second, np.diag(2.0 * np.cos(x) - x * np.sin(x)))


def test_show_lists_what_is_refused_where_it_is_reached():
    for order in ("1", "2"):
        text = run("show", "shop:sometimes", "--order", order, "--plain")
        refused = (
            r"# .*shop\.py:\d+:\d+: np\.fft\.hfft is not supported\n"
            r"#.*np\.fft\.hfft"
        )
        assert re.search(refused, text)
        compile(text, "shown", "exec")


def test_show_takes_numbers_to_differentiate_by():
    assert "with respect to factor." in run("show", "shop:growth", "--wrt", "1")
    assert "with respect to x." in run("show", "shop:growth", "--wrt", "0")
    text = run("show", "shop:growth", "--wrt=-1, x", "--plain")
    assert "with respect to factor and x." in text


def test_show_names_repeated_hessians_after_each_other():
    text = run("show", "shop:cube", "--mode", "hessian", "--order", "2", "--plain")
    assert re.findall(r"^def (\w+)", text, re.MULTILINE)[-1] == "cube_hessian_hessian"
    assert namespace(text)["cube_hessian_hessian"](2.0) == 0.0
    text = run("show", "shop:cube", "--mode", "hessian", "--plain")
    assert namespace(text)["cube_hessian"](2.0) == 12.0


def test_show_prints_text_that_stands_alone():
    found = namespace(run("show", "shop:guarded", "--plain"))
    assert found["guarded_grad"](2.0) == 4.0
    with pytest.raises(found["Negative"], match="too small"):
        found["guarded_grad"](-1.0)


def test_show_takes_a_method_of_an_instance():
    text = run("show", "shop:MODELS.cube", "--plain")
    assert namespace(text)["cube_grad"](2.0) == 12.0


# generate


def test_generate_writes_a_module_that_runs(folder):
    words = ("shop:waves", "--mode", "value_and_grad", "--types", "f8[:], n=i8")
    assert run("generate", *words, "-o", "made.py") == ""
    text = Path("made.py").read_text()
    assert "s2sad." not in text and "import s2sad" not in text
    value, gradient = runpy.run_path("made.py")["waves_value_and_grad"](np.ones(2), 2)
    assert value == pytest.approx(2.0 * np.sin(1.0))
    np.testing.assert_allclose(gradient, np.sin(1.0) + np.cos(1.0))


def test_generate_for_numba():
    text = run("generate", "shop:cube", "shop:growth", "--numba")
    assert "from numba import njit" in text
    assert text.count('@njit(error_model="numpy")\ndef ') == text.count("def ")


def test_generate_puts_several_functions_and_modes_into_one_module():
    modes = ("--mode", "grad", "--mode", "hessian", "--mode", "jvp")
    found = namespace(run("generate", "shop:cube", "shop:weighted", *modes))
    assert found["cube_grad"](2.0) == 12.0
    assert found["cube_jvp"](2.0, 1.0) == (8.0, 12.0)
    weights = np.array([1.0, 2.0, 3.0])
    np.testing.assert_allclose(found["weighted_grad"](np.ones(3), weights), 2 * weights)


def test_captured_numbers_become_defaults_and_arrays_arguments():
    found = namespace(run("generate", "shop:growth", "shop:weighted"))
    once = found["growth_grad"](1.0, 2.0)
    assert once == pytest.approx(0.5 * np.exp(0.25))
    assert found["growth_grad"](1.0, 2.0, RATE=1.0) == pytest.approx(2.0 * np.e)
    assert "def growth_grad(x, factor, RATE=0.25)" in run("generate", "shop:growth")
    jvp = run("generate", "shop:growth", "--mode", "jvp")
    assert "def growth_jvp(x, factor, x_dot, factor_dot, RATE=0.25)" in jvp


def test_generate_takes_types_once_or_for_each_function():
    words = ("generate", "shop:cube", "shop:growth", "--types", "f4")
    assert "x: float32" in run(*words, "--types", "f8, f8")
    assert "given 2 times for 1 functions" in run(
        "generate", "shop:cube", "--types", "f8", "--types", "f4", status=1
    )


def test_generate_overwrites_its_own_modules_and_no_others(folder):
    run("generate", "shop:cube", "-o", "made.py")
    run("generate", "shop:growth", "-o", "made.py")
    assert "growth_grad" in Path("made.py").read_text()
    assert "was not generated" in run(
        "generate", "shop:cube", "-o", "shop.py", status=1
    )
    assert Path("shop.py").read_text() == FUNCTIONS


def test_generate_writes_the_exception_classes_that_are_raised(folder):
    for numba in ((), ("--numba",)):
        text = run("generate", "shop:guarded", "shop:cube", "shop:guarded", *numba)
        assert text.count("class Negative(ValueError):") == 1
        assert text.count("class VeryNegative(Negative):") == 1
        assert text.index("class Negative") < text.index("class VeryNegative")
        found = namespace(text)
        for x, name in ((-1.0, "Negative"), (-11.0, "VeryNegative")):
            with pytest.raises(found[name], match="too small"):
                found["guarded_grad"](x)
        assert found["guarded_grad"](2.0) == 4.0


def test_classes_of_one_name_need_two_modules(folder):
    text = "class Negative(Exception): pass\n\n\ndef other(x: float):\n"
    text += "    if x < 0.0:\n        raise Negative\n    return x\n"
    (folder / "mart.py").write_text(text)
    printed = run("generate", "shop:guarded", "mart.py:other", status=1)
    assert "shop.Negative and mart.Negative have one name" in printed
    sys.modules.pop("mart", None)


def test_generate_says_where_it_cannot_write(folder):
    words = ("generate", "shop:cube", "-o")
    printed = run(*words, "nowhere/made.py", status=1)
    assert (
        printed
        == "Error: nowhere/made.py can't be written: No such file or directory\n"
    )
    assert run(*words, ".", status=1) == "Error: . can't be written: Is a directory\n"
    (folder / "image.png").write_bytes(b"\xff\xfe\x00")
    assert "image.png exists and was not generated" in run(
        *words, "image.png", status=1
    )
    assert (folder / "image.png").read_bytes() == b"\xff\xfe\x00"


def test_what_is_fixed_by_defaults_is_said():
    text = run("generate", "shop:optional")
    assert "optional_grad(x: float64) for y=None and flag=True\n" in text
    printed = run("check", "shop:optional")
    assert printed == "optional(x: float64, y=None, flag=True) can be differentiated\n"
    assert "is what its default is" in " ".join(run("show", "--help").split())


# check


def test_check_says_that_a_function_can_be_differentiated():
    printed = run("check", "shop:waves", "--types", "f8[:], i8")
    assert printed == "waves(x: float64[:], n: int) can be differentiated\n"
    assert "np.fft.hfft is not supported" in run("check", "shop:sometimes")


def test_check_fails_with_the_refusal():
    printed = run("check", "shop:never", status=1)
    assert re.search(r"shop\.py:\d+:\d+: np\.fft\.hfft is not supported", printed)
    assert "^" in printed and "Instead:" in printed


# errors


@pytest.mark.parametrize(
    "words, said",
    [
        (["shop"], "write pkg.module:function"),
        (["shop:nothing"], "shop has no 'nothing'"),
        (["nowhere:f"], "nowhere cannot be imported: ModuleNotFoundError"),
        (["nowhere.py:f"], "there is no file"),
        (["shop:waves"], "the types of x, n are not known: annotate waves"),
        (["shop:waves", "--types", "f8[:]"], "missing a required argument: 'n'"),
        (["shop:waves", "--types", "f8[:"], "is no list of types"),
        (["shop:waves", "--types", "c8[:], i8"], "no type that s2sad takes"),
        (["shop:waves", "--types", "f8[3], i8"], "no type that s2sad takes"),
        (["shop:cube", "--wrt", "y"], "has no argument 'y'"),
        (["shop:cube", "--mode", "jvp", "--wrt", "x"], "takes no wrt"),
        (["shop:cube", "--types", "i8"], "only floats have derivatives"),
        (["shop:RATE"], "not 0.25"),
        (["shop:cube", "--wrt", "1"], "argnums 1 is out of range"),
        (["shop:cube", "--wrt", ","], "--wrt names no argument"),
        (["shop:cube", "--mode", "jvp", "--wrt", "0"], "takes no wrt"),
        (["shop:Models"], "Models is a class, not a function: name a function of it"),
        (["shop:Models.cube"], "cube is a method of Models: name that of an instance"),
        (["shop:listed"], 'annotate it with "f4[:]" or "f4[:, :]", or give types'),
    ],
)
def test_errors_are_one_sentence(words, said):
    printed = run("show", *words, status=1)
    assert printed.startswith("Error: ")
    assert said in printed


def test_a_module_that_fails_is_named(folder):
    (folder / "broken.py").write_text("1 / 0\n")
    said = "ZeroDivisionError: division by zero"
    assert said in run("show", "broken:f", status=1)
    assert said in run("show", "broken.py:f", status=1)


def test_a_module_that_exits_is_named(folder):
    (folder / "leaving.py").write_text("import sys\n\nsys.exit(3)\n")
    said = "cannot be imported: it calls sys.exit(3)"
    assert said in run("show", "leaving:f", status=1)
    assert said in run("show", "leaving.py:f", status=1)


def test_an_unknown_mode_is_a_wrong_call():
    assert "'sideways' is not one of" in run(
        "show", "shop:cube", "--mode", "sideways", status=2
    )
