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


def along_axis_2(a):
    """What a function gives for each vector along an axis of an array."""
    values = np.empty(a.shape[1])
    for i in range(a.shape[1]):
        values[i] = log_of_sum(a[:, i])
    return values


def log_of_sum_adjoint(a, z_bar, a_bar):
    z = log_of_sum(a)
    for i in range(len(a_bar)):
        a_bar[i] += np.exp(a[i] - z) * z_bar


def along_axis_2_adjoint(a, result_bar, a_bar):
    """The adjoint of a is added to a_bar."""
    for i in range(a.shape[1]):
        log_of_sum_adjoint(a[:, i], result_bar[i], a_bar[:, i])


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


def log_softmax_adjoint(x, z_bar, x_bar):
    z = log_softmax(x)
    values_2 = np.empty(z_bar.shape[0])
    for i in range(z_bar.shape[0]):
        values_2[i] = 0.0
        for j in range(z_bar.shape[1]):
            values_2[i] += z_bar[i, j]
    for i in range(x_bar.shape[0]):
        for j in range(x_bar.shape[1]):
            x_bar[i, j] += z_bar[i, j] - np.exp(z[i, j]) * values_2[i]


def reading_without_marks_value_and_grad(scores, letters, blank):
    """The value of reading_without_marks, and its gradient with respect to scores."""
    # forward sweep: saves alpha, whole_2 and shape_0
    logits = log_softmax(scores)
    obj = np.arange(len(letters) + 1)
    states = inserted_at(letters, obj, blank)
    n = len(states)
    may_skip = np.empty(max(n - 2, 0), dtype=np.bool_)
    for i in range(n - 2):
        may_skip[i] = (states[i + 2] != blank) & (states[i + 2] != states[i])
    alpha = np.full(n, -1000.0)
    index = states[:2]
    alpha[:2] = logits[0, index]
    row_2 = logits[1:]
    alpha_saved = []
    whole_2_saved = []
    shape_0_saved = np.empty(len(row_2), dtype=np.int64)
    for k in range(len(row_2)):
        row = row_2[k]
        tup_0 = -1000.0
        tup_1 = alpha[:-1]
        arrays_0 = np.array([tup_0])
        length_2 = arrays_0.shape[0] + tup_1.shape[0]
        step = np.empty(length_2)
        stop = arrays_0.shape[0]
        step[:stop] = arrays_0
        start = arrays_0.shape[0]
        step[start:] = tup_1
        skip = np.full(n, -1000.0)
        for i in range(n - 2):
            if may_skip[i]:
                skip[i + 2] = alpha[i]
            else:
                skip[i + 2] = -1000.0
        if len(alpha) != len(step):
            raise ValueError("operands have different shapes")
        if len(alpha) != len(skip):
            raise ValueError("operands have different shapes")
        shape_0 = alpha.shape[0]
        shape_0_saved[k] = shape_0
        whole_2 = np.empty((3, shape_0))
        whole_2_saved.append(whole_2)
        for i in range(shape_0):
            whole_2[0, i] = alpha[i]
            whole_2[1, i] = step[i]
            whole_2[2, i] = skip[i]
        along_axis_2_result = along_axis_2(whole_2)
        if len(along_axis_2_result) != len(row[states]):
            raise ValueError(
                "along_axis_2_result and row[states] have different shapes"
            )
        alpha_saved.append(alpha)
        alpha = np.empty_like(along_axis_2_result)
        for i in range(shape_0):
            alpha[i] = along_axis_2_result[i] + row[states[i]]
    logaddexp_result = np.logaddexp(alpha[-1], alpha[-2])

    # reverse sweep
    scores_bar = np.zeros_like(scores)
    alpha_bar = np.zeros_like(alpha)
    alpha_bar[-1] -= np.exp(alpha[-1] - logaddexp_result)
    alpha_bar[-2] -= np.exp(alpha[-2] - logaddexp_result)
    logits_bar = np.zeros_like(logits)
    row_2_bar = logits_bar[1:]
    skip_bar = np.empty(n)
    for k in range(len(row_2) - 1, -1, -1):
        shape_0 = shape_0_saved[k]
        row_bar = row_2_bar[k]
        along_axis_2_result_bar = np.zeros_like(alpha)
        for i in range(shape_0):
            along_axis_2_result_bar[i] += alpha_bar[i]
            row_bar[states[i]] += alpha_bar[i]
            alpha_bar[i] = 0.0
        alpha = alpha_saved.pop()
        alpha_bar = np.zeros_like(alpha)
        whole_2 = whole_2_saved.pop()
        whole_2_bar = np.zeros_like(whole_2)
        along_axis_2_adjoint(whole_2, along_axis_2_result_bar, whole_2_bar)
        step_bar = np.zeros_like(alpha)
        skip_bar[:] = 0.0
        for i in range(shape_0):
            skip_bar[i] += whole_2_bar[2, i]
            whole_2_bar[2, i] = 0.0
            step_bar[i] += whole_2_bar[1, i]
            whole_2_bar[1, i] = 0.0
            alpha_bar[i] += whole_2_bar[0, i]
        for i in range(n - 2):
            if may_skip[i]:
                alpha_bar[i] += skip_bar[i + 2]
                skip_bar[i + 2] = 0.0
            else:
                skip_bar[i + 2] = 0.0
        tup_0 = -1000.0
        arrays_0 = np.array([tup_0])
        start = arrays_0.shape[0]
        tup_1_bar = alpha_bar[:-1]
        tup_1_bar += step_bar[start:]
    logits_gathered_bar = alpha_bar[:2]
    for k_2 in range(len(index)):
        logits_bar[0, index[k_2]] += logits_gathered_bar[k_2]
    log_softmax_adjoint(scores, logits_bar, scores_bar)
    return -logaddexp_result, scores_bar
