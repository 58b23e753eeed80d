import math

import numpy as np


def einsum_adjoint(left, right, result_bar, left_bar, right_bar):
    """The adjoint of left and right is added to left_bar, right_bar."""
    # forward sweep
    if right.shape[0] != left.shape[0]:
        raise ValueError("operands of einsum have different shapes")
    if right.shape[1] != left.shape[1]:
        raise ValueError("operands of einsum have different shapes")

    # reverse sweep
    for i in range(left.shape[0]):
        total_bar = result_bar[i]
        for j in range(left.shape[1]):
            left_bar[i, j] += right[i, j] * total_bar
            right_bar[i, j] += left[i, j] * total_bar


def sinc(x):
    """sin(pi * x) / (pi * x), which is 1 at 0: numpy.sinc(x)."""
    return math.sin(math.pi * x) / (math.pi * x) if x != 0.0 else 1.0


def spherical_backward(n, x):
    """The spherical Bessel function by the recurrence from high orders down."""
    high = max(n, int(x))
    above = 0.0
    here = 1e-200
    found = 0.0
    for k in range(high + 16 + int(math.sqrt(40.0 * high)), 0, -1):
        below = (2.0 * k + 1.0) / x * here - above
        above = here
        here = below
        if k - 1 == n:
            found = here
        if abs(here) > 1e150:
            above *= 1e-250
            here *= 1e-250
            found *= 1e-250
    zero = math.sin(x) / x
    one = (zero - math.cos(x)) / x
    return found / here * zero if abs(zero) > abs(one) else found / above * one


def spherical_series(n, x):
    """The spherical Bessel function by its power series, for small x."""
    term = 1.0
    for k in range(1, n + 1):
        term *= x / (2.0 * k + 1.0)
    total = term
    for k in range(1, 30):
        term *= -0.5 * x * x / (k * (2.0 * (n + k) + 1.0))
        total += term
    return total


def spherical_jn(n, x):
    """The spherical Bessel function of the first kind of an integer order:
    s2sad.library.special_spherical.spherical_jn(n, x).
    """
    size = abs(x)
    sign = -1.0 if n % 2 == 1 and x < 0.0 else 1.0
    if not size < math.inf:
        result = 1.0 / size
    elif size * size <= 2.0 * n + 3.0:
        result = sign * spherical_series(n, size)
    elif n >= size:
        result = sign * spherical_backward(n, size)
    else:
        before = math.sin(size) / size
        if n == 0:
            result = before
        else:
            here = (before - math.cos(size)) / size
            for k in range(1, n):
                after = (2.0 * k + 1.0) / size * here - before
                before = here
                here = after
            result = sign * here
    return result


def sinc_adjoint(x, z_bar):
    return -(math.pi * spherical_jn(1, math.pi * x) * z_bar)


def bounded(a, upper):
    """a, or the bound that it is beyond."""
    if a < 0:
        a = 0
    if a > upper or upper != upper:
        a = upper
    return a


def inside_2(indices, length):
    """Places of which those outside an array are brought back as a mode says."""
    a_max = length - 1
    clip_result = np.empty_like(indices)
    for i in range(indices.shape[0]):
        for j in range(indices.shape[1]):
            a_ij = indices[i, j]
            clip_result[i, j] = bounded(a_ij, a_max)
    return clip_result


def take(a, indices):
    """What an array has at places along an axis, or in the row of all elements."""
    index = inside_2(indices, len(a))
    row_taken = np.empty((indices.shape[0], indices.shape[1]))
    for i in range(indices.shape[0]):
        for j in range(indices.shape[1]):
            row_taken[i, j] = a[index[i, j]]
    return row_taken


def take_adjoint(indices, result_bar, a_bar):
    """The adjoint of a is added to a_bar."""
    # forward sweep
    index = inside_2(indices, len(a_bar))

    # reverse sweep
    for i in range(indices.shape[0]):
        for j in range(indices.shape[1]):
            a_bar[index[i, j]] += result_bar[i, j]


def sound_at_another_rate_vjp(sound, ratio, wobble, reach, result_bar):
    """The adjoints of sound, ratio and wobble of sound_at_another_rate, for the
    adjoint of its result.
    """
    # forward sweep
    out = np.arange(6)
    at = np.empty(len(out))
    a = np.empty(len(out))
    for i in range(len(out)):
        at[i] = 1.0 + ratio * out[i] + wobble * np.sin(0.9 * out[i])
        a[i] = np.floor(at[i])
    left = np.empty(a.shape, dtype=np.int64)
    left[:] = a
    offsets = np.arange(-reach + 1, reach + 1)
    places = np.empty((len(out), len(offsets)), dtype=np.int64)
    quotient = 1.0 / ratio
    cutoff = np.minimum(1.0, quotient)
    weights = np.empty((len(out), len(offsets)))
    inside = np.empty((len(out), len(offsets)), dtype=np.bool_)
    for i in range(len(out)):
        for j in range(len(offsets)):
            places[i, j] = left[i] + offsets[j]
            gap = at[i] - places[i, j]
            window = np.cos(0.5 * np.pi * gap / (reach + 0.5)) ** 2
            weights[i, j] = cutoff * sinc(cutoff * gap) * window
            inside[i, j] = (places[i, j] >= 0) & (places[i, j] < sound.size)
    take_result = take(sound, places)
    taken = np.empty_like(take_result)
    weights_2 = np.empty((len(out), len(offsets)))
    for i in range(len(out)):
        values_2 = 0.0
        for j in range(len(offsets)):
            if inside[i, j]:
                taken[i, j] = take_result[i, j]
            else:
                taken[i, j] = 0.0
            values_2 += weights[i, j]
        for j in range(len(offsets)):
            weights_2[i, j] = weights[i, j] / values_2

    # reverse sweep
    sound_bar = np.zeros_like(sound)
    value_bar = result_bar.copy()
    taken_bar = np.zeros_like(taken)
    weights_2_bar = np.zeros_like(weights_2)
    einsum_adjoint(weights_2, taken, value_bar, weights_2_bar, taken_bar)
    weights_bar = np.zeros_like(weights)
    take_result_bar = np.zeros_like(take_result)

    # forward and reverse in one sweep: the iterations are independent
    for i in range(len(out)):
        values_2 = 0.0
        for j in range(len(offsets)):
            values_2 += weights[i, j]
        values_2_bar = 0.0
        for j in range(len(offsets)):
            numerator_bar = weights_2_bar[i, j] / values_2
            weights_bar[i, j] += numerator_bar
            values_2_bar -= weights[i, j] * numerator_bar / values_2
        for j in range(len(offsets)):
            weights_bar[i, j] += values_2_bar
            if inside[i, j]:
                take_result_bar[i, j] += taken_bar[i, j]
    take_adjoint(places, take_result_bar, sound_bar)
    at_bar = np.empty_like(at)
    cutoff_bar = 0.0
    for i in range(len(out)):
        at_i_bar = 0.0
        for j in range(len(offsets)):
            gap = at[i] - places[i, j]
            cosine = np.cos(0.5 * np.pi * gap / (reach + 0.5))
            window = cosine**2
            x = cutoff * gap
            sinc_result = sinc(x)
            x_bar = sinc_adjoint(x, cutoff * window * weights_bar[i, j])
            cutoff_bar += sinc_result * window * weights_bar[i, j] + gap * x_bar
            gap_bar = cutoff * x_bar
            cosine_bar = 2.0 * cosine * cutoff * sinc_result * weights_bar[i, j]
            gap_bar -= (
                0.5
                * np.pi
                * np.sin(0.5 * np.pi * gap / (reach + 0.5))
                * cosine_bar
                / (reach + 0.5)
            )
            at_i_bar += gap_bar
        at_bar[i] = at_i_bar
    ratio_bar = -quotient * (0.0 if 1.0 <= quotient else cutoff_bar) / ratio

    # forward and reverse in one sweep: the iterations are independent
    wobble_bar = 0.0
    for i in range(len(out)):
        ratio_bar += out[i] * at_bar[i]
        wobble_bar += np.sin(0.9 * out[i]) * at_bar[i]
    return sound_bar, ratio_bar, wobble_bar
