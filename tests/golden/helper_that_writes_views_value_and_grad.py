import numpy as np


def normalise(v):
    total = 0.0
    for i in range(len(v)):
        total += v[i] * v[i]
    for i in range(len(v)):
        v[i] /= total
    return total


def normalise_adjoint(v, result_bar, v_bar):
    """The adjoint of v is added to v_bar."""
    # forward sweep: saves v
    total = 0.0
    for i in range(len(v)):
        total += v[i] * v[i]
    v_saved = np.empty(len(v))
    for i in range(len(v)):
        v_saved[i] = v[i]
        v[i] /= total

    # reverse sweep
    total_bar = result_bar
    for i in range(len(v)):
        v[i] = v_saved[i]
        numerator_bar = v_bar[i] / total
        v_bar[i] = numerator_bar
        total_bar -= v[i] * numerator_bar / total
    for i in range(len(v)):
        v_bar[i] += 2.0 * v[i] * total_bar


def helper_that_writes_views_value_and_grad(a):
    """The value of helper_that_writes_views, and its gradient with respect to a."""
    # forward sweep: saves b and s
    b = np.empty_like(a)
    for i in range(a.shape[0]):
        for j in range(a.shape[1]):
            b[i, j] = a[i, j] * 1.0
    s = 0.0
    b_saved = []
    for i in range(b.shape[0]):
        b_saved.append(b[i].copy())
        normalise_result = normalise(b[i])
        s += normalise_result * (i + 1)
    b_saved_2 = b[:, 0].copy()
    normalise_result_2 = normalise(b[:, 0])
    s_saved = s
    s *= normalise_result_2
    value = s + b[0, 0] * b[1, 1]

    # reverse sweep
    a_bar = np.empty_like(a)
    b_bar = np.zeros_like(b)
    s_bar = 1.0
    b_bar[0, 0] += b[1, 1]
    b_bar[1, 1] += b[0, 0]
    s = s_saved
    normalise_result_2_bar = s * s_bar
    s_bar = normalise_result_2 * s_bar
    normalise_adjoint(b_saved_2, normalise_result_2_bar, b_bar[:, 0])
    for i in range(b.shape[0] - 1, -1, -1):
        b_before = b_saved.pop()
        normalise_adjoint(b_before, (i + 1) * s_bar, b_bar[i])
    for i in range(a.shape[0]):
        for j in range(a.shape[1]):
            a_bar[i, j] = b_bar[i, j]
    return value, a_bar
