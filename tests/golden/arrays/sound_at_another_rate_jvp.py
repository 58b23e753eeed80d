import math

import numpy as np


def einsum_tangent(left, right, left_dot, right_dot):
    """einsum and its tangent."""
    if right.shape[0] != left.shape[0]:
        raise ValueError("operands of einsum have different shapes")
    if right.shape[1] != left.shape[1]:
        raise ValueError("operands of einsum have different shapes")
    result_dot = np.empty(left.shape[0])
    result = np.empty(left.shape[0])
    for i in range(left.shape[0]):
        total_dot = 0.0
        total = 0.0
        for j in range(left.shape[1]):
            total_dot += left_dot[i, j] * right[i, j] + left[i, j] * right_dot[i, j]
            total += left[i, j] * right[i, j]
        result_dot[i] = total_dot
        result[i] = total
    return result, result_dot


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


def sinc_tangent(x, x_dot):
    z = sinc(x)
    return z, -math.pi * spherical_jn(1, math.pi * x) * x_dot


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


def take_tangent(a, indices, a_dot):
    """take and its tangent."""
    index = inside_2(indices, len(a))
    row_taken_dot = np.empty((indices.shape[0], indices.shape[1]))
    row_taken = np.empty((indices.shape[0], indices.shape[1]))
    for i in range(indices.shape[0]):
        for j in range(indices.shape[1]):
            row_taken_dot[i, j] = a_dot[index[i, j]]
            row_taken[i, j] = a[index[i, j]]
    return row_taken, row_taken_dot


def sound_at_another_rate_jvp(
    sound, ratio, wobble, reach, sound_dot, ratio_dot, wobble_dot
):
    """The value of sound_at_another_rate, and its derivative in the direction
    sound_dot, ratio_dot, wobble_dot.
    """
    out = np.arange(6)
    at_dot = np.empty(len(out))
    at = np.empty(len(out))
    a = np.empty(len(out))
    for i in range(len(out)):
        sine = np.sin(0.9 * out[i])
        at_dot[i] = ratio_dot * out[i] + wobble_dot * sine
        at[i] = 1.0 + ratio * out[i] + wobble * sine
        a[i] = np.floor(at[i])
    left = np.empty(a.shape, dtype=np.int64)
    left[:] = a
    offsets = np.arange(-reach + 1, reach + 1)
    places = np.empty((len(out), len(offsets)), dtype=np.int64)
    quotient = 1.0 / ratio
    cutoff_dot = 0.0 if 1.0 <= quotient else -quotient * ratio_dot / ratio
    cutoff = np.minimum(1.0, quotient)
    weights_dot = np.empty((len(out), len(offsets)))
    weights = np.empty((len(out), len(offsets)))
    inside = np.empty((len(out), len(offsets)), dtype=np.bool_)
    for i in range(len(out)):
        for j in range(len(offsets)):
            places[i, j] = left[i] + offsets[j]
            gap_dot = at_dot[i]
            gap = at[i] - places[i, j]
            quotient = 0.5 * np.pi * gap / (reach + 0.5)
            quotient_dot = 0.5 * np.pi * gap_dot / (reach + 0.5)
            cos_quotient = np.cos(quotient)
            window_dot = -2.0 * cos_quotient * np.sin(quotient) * quotient_dot
            window = cos_quotient**2
            x_dot = cutoff_dot * gap + cutoff * gap_dot
            sinc_result, sinc_result_dot = sinc_tangent(cutoff * gap, x_dot)
            term = (cutoff_dot * sinc_result + cutoff * sinc_result_dot) * window
            weights_dot[i, j] = term + cutoff * sinc_result * window_dot
            weights[i, j] = cutoff * sinc_result * window
            inside[i, j] = (places[i, j] >= 0) & (places[i, j] < sound.size)
    take_result, take_result_dot = take_tangent(sound, places, sound_dot)
    taken_dot = np.zeros_like(take_result)
    taken = np.empty_like(take_result)
    weights_2_dot = np.empty((len(out), len(offsets)))
    weights_2 = np.empty((len(out), len(offsets)))
    for i in range(len(out)):
        values_2_dot = 0.0
        values_2 = 0.0
        for j in range(len(offsets)):
            if inside[i, j]:
                taken_dot[i, j] = take_result_dot[i, j]
                taken[i, j] = take_result[i, j]
            else:
                taken_dot[i, j] = 0.0
                taken[i, j] = 0.0
            values_2_dot += weights_dot[i, j]
            values_2 += weights[i, j]
        for j in range(len(offsets)):
            quotient = weights[i, j] / values_2
            quotient_dot = (weights_dot[i, j] - quotient * values_2_dot) / values_2
            weights_2_dot[i, j] = quotient_dot
            weights_2[i, j] = quotient
    value, value_dot = einsum_tangent(weights_2, taken, weights_2_dot, taken_dot)
    return value, value_dot
