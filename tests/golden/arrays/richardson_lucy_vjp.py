import numpy as np


def convolve(a, v):
    """The sums of products of a and of v backwards, at every shift."""
    if len(a) == 0 or len(v) == 0:
        raise ValueError("arrays to be convolved are empty")
    shorter = min(len(a), len(v))
    longer = max(len(a), len(v))
    middle = (shorter - 1) // 2
    result = np.empty(longer, np.float64)
    for k in range(longer):
        shift = middle + k
        total = 0.0
        for n in range(max(0, shift - len(v) + 1), min(len(a), shift + 1)):
            total += a[n] * v[shift - n]
        result[k] = total
    return result


def convolve_adjoint(a, v, result_bar, a_bar, v_bar):
    """The adjoint of a and v is added to a_bar, v_bar."""
    # forward sweep
    if len(a) == 0 or len(v) == 0:
        raise ValueError("arrays to be convolved are empty")
    shorter = min(len(a), len(v))
    longer = max(len(a), len(v))
    middle = (shorter - 1) // 2

    # forward and reverse in one sweep: the iterations are independent
    for k in range(longer):
        shift = middle + k
        total_bar = result_bar[k]
        for n in range(max(0, shift - len(v) + 1), min(len(a), shift + 1)):
            a_bar[n] += v[shift - n] * total_bar
            v_bar[shift - n] += a[n] * total_bar


def richardson_lucy_vjp(blurred, spread, steps, result_bar):
    """The adjoints of blurred and spread of richardson_lucy, for the adjoint of its
    result.
    """
    # forward sweep: saves estimate, convolve_result, ratio and model
    total = 0.0
    for i in range(len(spread)):
        total += spread[i]
    spread_2 = np.empty_like(spread)
    for i in range(len(spread)):
        spread_2[i] = spread[i] / total
    total_2 = 0.0
    for i in range(len(blurred)):
        total_2 += blurred[i]
    estimate = np.full_like(blurred, total_2 / len(blurred))
    estimate_saved = np.empty((steps, len(blurred)))
    convolve_result_saved = []
    ratio_saved = []
    model_saved = []
    for k in range(steps):
        model = convolve(estimate, spread_2)
        model_saved.append(model)
        if len(blurred) != len(model):
            raise ValueError("blurred and model have different shapes")
        ratio = np.empty_like(blurred)
        ratio_saved.append(ratio)
        for i in range(len(blurred)):
            ratio[i] = blurred[i] / np.maximum(model[i], 1e-06)
        convolve_result = convolve(ratio, spread_2[::-1])
        convolve_result_saved.append(convolve_result)
        if len(estimate) != len(convolve_result):
            raise ValueError("estimate and convolve_result have different shapes")
        for i in range(len(blurred)):
            estimate_saved[k, i] = estimate[i]
            estimate[i] *= convolve_result[i]

    # reverse sweep
    blurred_bar = np.zeros_like(blurred)
    spread_bar = np.empty_like(spread)
    estimate_bar = result_bar.copy()
    spread_2_bar = np.zeros_like(spread_2)
    for k in range(steps - 1, -1, -1):
        convolve_result = convolve_result_saved.pop()
        convolve_result_bar = np.zeros_like(convolve_result)
        for i in range(len(blurred)):
            estimate[i] = estimate_saved[k, i]
            estimate_i_bar = estimate_bar[i]
            estimate_bar[i] = convolve_result[i] * estimate_i_bar
            convolve_result_bar[i] += estimate[i] * estimate_i_bar
        ratio = ratio_saved.pop()
        ratio_bar = np.zeros_like(ratio)
        convolve_adjoint(
            ratio, spread_2[::-1], convolve_result_bar, ratio_bar, spread_2_bar[::-1]
        )
        model = model_saved.pop()
        model_bar = np.zeros_like(model)
        for i in range(len(blurred)):
            maximum_result = np.maximum(model[i], 1e-06)
            numerator_bar = ratio_bar[i] / maximum_result
            blurred_bar[i] += numerator_bar
            maximum_result_bar = -blurred[i] * numerator_bar / maximum_result
            model_bar[i] += maximum_result_bar if model[i] >= 1e-06 else 0.0
        convolve_adjoint(estimate, spread_2, model_bar, estimate_bar, spread_2_bar)
    total_2_bar = np.sum(estimate_bar) / len(blurred)
    for i in range(len(blurred)):
        blurred_bar[i] += total_2_bar

    # forward and reverse in one sweep: the iterations are independent
    total_bar = 0.0
    for i in range(len(spread)):
        numerator_bar = spread_2_bar[i] / total
        spread_bar[i] = numerator_bar
        total_bar -= spread[i] * numerator_bar / total
    for i in range(len(spread)):
        spread_bar[i] += total_bar
    return blurred_bar, spread_bar
