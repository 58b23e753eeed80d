"""try and with: the branch that is taken is differentiated."""

import logging
import warnings
from contextlib import nullcontext

import numpy as np
import pytest
from derivative_checks import check_compiled, check_plain

import s2sad

X = np.array([1.1, 2.2, 2.9])


LOG = logging.getLogger("trials")


class Odd(ValueError):
    pass


def check(v):
    if v > 1.5:
        raise ValueError("big")
    return v * v


def raise_in_body(x):
    try:
        if x[0] > 0.5:
            raise ValueError("a")
        y = x[0]
    except ValueError:
        y = x[1] ** 2
    return y * y


def raise_not(x):
    try:
        if x[0] > 5:
            raise ValueError("a")
        y = x[0]
    except ValueError:
        y = x[1] ** 2
    return y * y


def helper_raises(x):
    s = 0.0
    for v in x:
        try:
            s += check(v)
        except ValueError:
            s += 3 * v
        else:
            s += 0.5 * v * v
        finally:
            s *= 1.1
    return s


def return_in_try(x):
    def g(a, b):
        try:
            return check(a) / b
        except ValueError:
            return a * a * b

    return g(x[0], x[1]) + g(x[1], x[2])


def several(x):
    s = 0.0
    for v in x:
        try:
            if v < 1.5:
                raise Odd("a")
            if v < 2.5:
                raise KeyError("b")
            s += v
        except Odd:
            s += v * v
        except (KeyError, IndexError):
            s += v**3
    return s


def reraise(x):
    s = 0.0
    try:
        try:
            s += check(x[1])
        except ValueError:
            s += x[0] ** 2
            raise
    except Exception:
        s += x[2] ** 2
    return s


def raise_from(x):
    s = 0.0
    try:
        try:
            s += check(x[1])
        except ValueError as e:
            s += x[0] ** 2
            raise KeyError(str(e)) from e
    except KeyError:
        s += x[2] ** 2
    return s


def with_break(x):
    s = 0.0
    for v in x:
        try:
            s += check(v)
        except ValueError:
            break
    return s


def with_continue(x):
    s = 0.0
    for v in x:
        try:
            t = check(v)
        except ValueError:
            continue
        s += t
    return s


def while_retry(x):
    step = 4.0
    s = 0.0
    while True:
        try:
            s = check(step * x[0])
            break
        except ValueError:
            step *= 0.5
    return s


def index(x):
    s = 0.0
    for i in range(5):
        try:
            s += x[i] ** 2
        except IndexError:
            s *= 1.5
    return s


def stores_out_of_bounds(x):
    a, m = np.zeros(3), np.zeros((2, 2))
    m[0, 0] = x[0]
    for i in range(5):
        try:
            a[i] = x[i % 3] * 2
            a[i + 1] *= x[1]
        except IndexError:
            a[0] += x[i % 3]
    try:
        m[1, 2] += x[1]
    except IndexError:
        m[0, 0] *= x[1]
    return a[0] ** 2 + a[1] * m[0, 0]


def with_sqrt(x):
    import math

    s = 0.0
    for v in x:
        try:
            s += math.sqrt(v - 1.5)
        except ValueError:
            s += v * v
    return s


def loop_in_try(x):
    try:
        s = 0.0
        for v in x:
            if v > 2.5:
                raise ValueError("a")
            s += v * v
    except ValueError:
        s = s + 100 * x[0]
    return s


def finally_only(x):
    try:
        s = x[0] ** 2
    finally:
        n = 1
    return s * n


def no_raise(x):
    try:
        s = x[0] ** 2
    except KeyError:
        s = 0.0
    else:
        s = s * x[1]
    return s


def errstate(x):
    with np.errstate(divide="ignore", invalid="ignore"):
        y = x[0] / x[1]
    return y * y


def warn(x):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        y = x[0] / x[1]
    LOG.debug("a %s", y)
    logging.getLogger("b")
    return y * y


def warn2(x):
    if x[0] > 100:
        warnings.warn("large", RuntimeWarning)
    return x[0] ** 2


def with_ret(x):
    with np.errstate(all="ignore"):
        for v in x:
            if v > 1.5:
                return v * v
    return 0.0


def nullctx(x):
    with nullcontext(x[0]) as y:
        z = y * y
    return z


def import_try(x):
    try:
        import no_such_module as m
    except ImportError:
        m = None
    if m is None:
        return x[0] ** 2
    return x[0]


def assert_try(x):
    try:
        assert x[0] > 2.0
        s = x[0]
    except AssertionError:
        s = x[0] ** 3
    return s


def try_shadow(x):
    y = x[0]
    try:
        y = y * 2
        if y > 1.0:
            raise ValueError
        y = y * 3
    except ValueError:
        pass
    return y * y


def try_arr(x):
    y = x.copy()
    try:
        y[0] = y[0] ** 2
        if y[1] > 1.0:
            raise ValueError
        y[1] = 0.0
    except ValueError:
        y[2] = y[0] * y[2]
    return np.sum(y * y)


def try_npdiv(x):
    s = 0.0
    for v in x:
        try:
            s += 1.0 / (v + 1.0)
        except ZeroDivisionError:
            s += v
    return s


def try_list(x):
    a = []
    try:
        for v in x:
            if v > 2.5:
                raise ValueError
            a.append(v * v)
    except ValueError:
        a.append(x[0])
    return sum(a) * a[-1]


def try_in_while_test(x):
    k = 0
    s = 0.0
    while k < 3:
        k += 1
        try:
            if k == 2:
                raise KeyError
        except KeyError:
            continue
        finally:
            s += x[0]
        s += x[k - 1] ** 2
    return s


def finally_return(x):
    def g(v):
        try:
            return v * v
        finally:
            v = 3.0

    return g(x[0])


def nested_try(x):
    s = 0.0
    for v in x:
        try:
            try:
                if v < 1.5:
                    raise KeyError
                if v < 2.5:
                    raise ValueError
            except KeyError:
                s += v
            s += v * v
        except ValueError:
            s += v**3
    return s


def with_div(x):
    try:
        y = 1.0 / x
    except ZeroDivisionError:
        y = x
    return y * 3


def div_float(x):
    try:
        y = x / (x - x)
    except ZeroDivisionError:
        y = x * x
    return y * 3


def with_exp(x):
    import math

    try:
        y = math.exp(x * 1000)
    except OverflowError:
        y = x * x
    return y * 3


def positive(x):
    if x > 0.0:
        raise ValueError("positive")
    return x


def finally_that_an_exception_passes(x):
    try:
        try:
            y = positive(x)
        finally:
            z = 3.0 * x
    except ValueError:
        y = 5.0 * x
    return y * z


def raised_by_a_handler(x):
    try:
        try:
            y = positive(x)
        except ValueError:
            raise TypeError("another") from None
    except TypeError:
        y = x * x
    return y


def raised_again_past_a_finally(x):
    z = 1.0
    try:
        try:
            y = positive(x)
        except ValueError:
            z = x
            raise
        finally:
            z = 3.0 * z
    except ValueError:
        y = 5.0 * x
    return y * z


def raised_where_nothing_failed(x):
    z = 1.0
    try:
        try:
            y = positive(-x)
        except ValueError:
            z = x
        else:
            z = x * x
            y = positive(x)
        finally:
            z = 3.0 * z
    except ValueError:
        y = 5.0 * x
    return y * z


def loop_left_in_a_body(x):
    """What follows a loop that is left early is left out, wherever the break is."""
    s = 0.0
    for v in x:
        try:
            if v > 2.0:
                break
            s += check(v)
        except ValueError:
            s += 1.0
    else:
        s *= 100.0
    return s * v


def loop_left_in_a_handler(x):
    s, i = 0.0, 0
    while i < len(x):
        try:
            s += check(x[i])
        except ValueError:
            if x[i] > 2.5:
                break
            s += x[i] ** 3
        finally:
            i += 1
    else:
        s *= 100.0
    return s * i


CASES = {
    f.__name__: (f, X)
    for f in (
        raise_in_body,
        raise_not,
        helper_raises,
        return_in_try,
        several,
        reraise,
        raise_from,
        with_break,
        with_continue,
        while_retry,
        index,
        stores_out_of_bounds,
        with_sqrt,
        loop_in_try,
        finally_only,
        no_raise,
        errstate,
        warn,
        warn2,
        with_ret,
        nullctx,
        import_try,
        assert_try,
        try_shadow,
        try_arr,
        try_npdiv,
        try_list,
        try_in_while_test,
        finally_return,
        nested_try,
        loop_left_in_a_body,
        loop_left_in_a_handler,
    )
}
CASES |= {
    f.__name__: (f, 0.7)
    for f in (
        finally_that_an_exception_passes,
        raised_by_a_handler,
        raised_again_past_a_finally,
        raised_where_nothing_failed,
    )
}
CASES |= {
    f.__name__: (f, 1.5)
    for f in (
        with_div,
        div_float,
        with_exp,
    )
}
COMPILED = (
    "helper_raises",
    "return_in_try",
    "several",
    "while_retry",
    "index",
    "stores_out_of_bounds",
    "with_sqrt",
    "div_float",
)


@pytest.mark.parametrize("name", CASES)
def test_it_is_right_in_every_mode(name):
    check_plain(*CASES[name])


@pytest.mark.parametrize("name", COMPILED)
def test_it_compiles(name):
    check_compiled(*CASES[name])


def ratio(a, b):
    return a / b


def of_pythons_numbers(a, b):
    try:
        return ratio(a, b - b)
    except ZeroDivisionError:
        return a * a * b


def of_elements_in_a_helper(x):
    try:
        return ratio(x[0], x[1] - x[1])
    except ZeroDivisionError:
        return x[0]


def unsupported_in_a_body(x):
    try:
        return np.fft.hfft(x)[0]
    except Exception:
        return x[0] ** 2


@pytest.mark.parametrize("jit", [False, True])
def test_numbers_of_python_raise_where_they_are_divided_by_zero(jit):
    assert s2sad.grad(of_pythons_numbers, jit=jit)(2.0, 3.0) == 12.0


@pytest.mark.parametrize("function", [of_elements_in_a_helper, unsupported_in_a_body])
def test_a_handler_takes_nothing_that_is_not_known_to_be_raised(function):
    with pytest.raises(s2sad.S2SADError):
        s2sad.grad(function, jit=False)(X)


def singular_in_a_body(a):
    try:
        return np.sum(np.linalg.inv(a))
    except np.linalg.LinAlgError:
        return a[0, 0]


def test_what_numpy_raises_itself_is_not_caught():
    with pytest.raises(s2sad.S2SADError, match="inv raises is caught"):
        s2sad.grad(singular_in_a_body, jit=False)(np.eye(2))
