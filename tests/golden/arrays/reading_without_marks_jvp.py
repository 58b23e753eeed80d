import numpy as np


def log_of_sum(a):
    """The logarithm of the sum of the exponentials of the elements of a vector:
    s2sad.library.norms.log_of_sum(a).
    """
    largest = np.max(a)
    value = largest
    if np.isfinite(largest):
        total = 0.0
        for i in range(len(a)):
            total += np.exp(a[i] - largest)
        value += np.log(total)
    return value


def log_of_sum_tangent(a, a_dot):
    z = log_of_sum(a)
    total = 0.0
    for i in range(len(a)):
        total += np.exp(a[i] - z) * a_dot[i]
    return z, total


def along_axis_2_tangent(a, a_dot):
    """along_axis_2 and its tangent."""
    values_dot = np.zeros(a.shape[1])
    values = np.empty(a.shape[1])
    for i in range(a.shape[1]):
        values[i], values_dot[i] = log_of_sum_tangent(a[:, i], a_dot[:, i])
    return values, values_dot


def inserted(a, place, value):
    """An array with a value before one place along an axis."""
    length = a.shape[0]
    start = place if place >= 0 else place + length
    if start < 0 or start > length:
        raise IndexError("the place of np.insert is out of bounds")
    count = 1
    length_2 = length + count
    whole = np.empty(length_2, dtype=np.int64)
    for i in range(start):
        whole[i] = a[i]
    whole[start] = value
    for i in range(start, length):
        whole[count + i] = a[i]
    return whole


def inserted_at(a, places, values):
    """A vector with values before some places, which count its own elements."""
    count = len(places)
    if count == 1:
        result = inserted(a, places[0], values)
    else:
        spread = np.empty(count, dtype=np.int64)
        starts = np.empty_like(places)
        for i in range(count):
            spread[i] = values
            starts[i] = places[i] + len(a) if places[i] < 0 else places[i]
        order = np.argsort(starts, kind="mergesort")
        whole = np.empty(len(a) + count, np.int64)
        taken = 0
        for k in range(count):
            start = starts[order[k]]
            if start < 0 or start > len(a):
                raise IndexError("a place of np.insert is out of bounds")
            for i in range(taken, start):
                whole[i + k] = a[i]
            whole[start + k] = spread[order[k]]
            taken = start
        for i in range(taken, len(a)):
            whole[i + count] = a[i]
        result = whole
    return result


def along_axis(a):
    """What a function gives for each vector along an axis of an array."""
    values = np.empty(a.shape[0])
    for i in range(a.shape[0]):
        a_i = a[i]
        values[i] = np.max(a_i)
    return values


def log_softmax(x):
    """The logarithm of softmax, over axes:
    s2sad.library.special_logistic.log_softmax(x, (1,)).
    """
    values_2 = along_axis(x)
    shifted = np.empty_like(x)
    out = np.empty_like(x)
    for i in range(x.shape[0]):
        values_2_2 = 0.0
        for j in range(x.shape[1]):
            shifted[i, j] = x[i, j] - values_2[i]
            x_2 = np.exp(shifted[i, j])
            values_2_2 += x_2
        for j in range(x.shape[1]):
            out[i, j] = shifted[i, j] - np.log(values_2_2)
    return out


def log_softmax_tangent(x, x_dot):
    z = log_softmax(x)
    values_2 = np.empty(x.shape[0])
    for i in range(x.shape[0]):
        values_2[i] = 0.0
        for j in range(x.shape[1]):
            x_2 = np.exp(z[i, j]) * x_dot[i, j]
            values_2[i] += x_2
    term = np.empty_like(x_dot)
    for i in range(x_dot.shape[0]):
        for j in range(x_dot.shape[1]):
            term[i, j] = x_dot[i, j] - values_2[i]
    return z, term


def reading_without_marks_jvp(scores, letters, blank, scores_dot):
    """The value of reading_without_marks, and its derivative in the direction
    scores_dot.
    """
    logits, logits_dot = log_softmax_tangent(scores, scores_dot)
    obj = np.arange(len(letters) + 1)
    states = inserted_at(letters, obj, blank)
    n = len(states)
    may_skip = np.empty(max(n - 2, 0), dtype=np.bool_)
    for i in range(n - 2):
        may_skip[i] = (states[i + 2] != blank) & (states[i + 2] != states[i])
    alpha_dot = np.zeros(n)
    alpha = np.full(n, -1000.0)
    index = states[:2]
    alpha_dot[:2] = logits_dot[0, index]
    alpha[:2] = logits[0, index]
    row_2_dot = logits_dot[1:]
    row_2 = logits[1:]
    skip_dot = np.empty(n)
    for k in range(len(row_2)):
        row_dot = row_2_dot[k]
        row = row_2[k]
        tup_0 = -1000.0
        tup_1_dot = alpha_dot[:-1]
        tup_1 = alpha[:-1]
        arrays_0 = np.array([tup_0])
        length_2 = arrays_0.shape[0] + tup_1.shape[0]
        step_dot = np.zeros(length_2)
        step = np.empty(length_2)
        stop = arrays_0.shape[0]
        step_dot[:stop] = 0.0
        step[:stop] = arrays_0
        start = arrays_0.shape[0]
        step_dot[start:] = tup_1_dot
        step[start:] = tup_1
        skip_dot[:] = 0.0
        skip = np.full(n, -1000.0)
        for i in range(n - 2):
            if may_skip[i]:
                skip_dot[i + 2] = alpha_dot[i]
                skip[i + 2] = alpha[i]
            else:
                skip_dot[i + 2] = 0.0
                skip[i + 2] = -1000.0
        if len(alpha) != len(step):
            raise ValueError("operands have different shapes")
        if len(alpha) != len(skip):
            raise ValueError("operands have different shapes")
        shape_0 = alpha.shape[0]
        whole_2_dot = np.zeros((3, shape_0))
        whole_2 = np.empty((3, shape_0))
        for i in range(shape_0):
            whole_2_dot[0, i] = alpha_dot[i]
            whole_2[0, i] = alpha[i]
            whole_2_dot[1, i] = step_dot[i]
            whole_2[1, i] = step[i]
            whole_2_dot[2, i] = skip_dot[i]
            whole_2[2, i] = skip[i]
        along_axis_2_result, along_axis_2_result_dot = along_axis_2_tangent(
            whole_2, whole_2_dot
        )
        if len(along_axis_2_result) != len(row[states]):
            raise ValueError(
                "along_axis_2_result and row[states] have different shapes"
            )
        alpha_dot = np.zeros_like(along_axis_2_result)
        alpha = np.empty_like(along_axis_2_result)
        for i in range(shape_0):
            alpha_dot[i] = along_axis_2_result_dot[i] + row_dot[states[i]]
            alpha[i] = along_axis_2_result[i] + row[states[i]]
    logaddexp_result = np.logaddexp(alpha[-1], alpha[-2])
    term = np.exp(alpha[-2] - logaddexp_result) * alpha_dot[-2]
    logaddexp_result_dot = np.exp(alpha[-1] - logaddexp_result) * alpha_dot[-1] + term
    return -logaddexp_result, -logaddexp_result_dot
