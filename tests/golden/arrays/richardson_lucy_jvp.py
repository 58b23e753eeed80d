import numpy as np


def convolve_tangent(a, v, a_dot, v_dot):
    """convolve and its tangent."""
    if len(a) == 0 or len(v) == 0:
        raise ValueError("arrays to be convolved are empty")
    shorter = min(len(a), len(v))
    longer = max(len(a), len(v))
    middle = (shorter - 1) // 2
    result_dot = np.empty(longer)
    result = np.empty(longer, np.float64)
    for k in range(longer):
        shift = middle + k
        total_dot = 0.0
        total = 0.0
        for n in range(max(0, shift - len(v) + 1), min(len(a), shift + 1)):
            total_dot += a_dot[n] * v[shift - n] + a[n] * v_dot[shift - n]
            total += a[n] * v[shift - n]
        result_dot[k] = total_dot
        result[k] = total
    return result, result_dot


def richardson_lucy_jvp(blurred, spread, steps, blurred_dot, spread_dot):
    """The value of richardson_lucy, and its derivative in the direction blurred_dot,
    spread_dot.
    """
    total_dot = 0.0
    total = 0.0
    for i in range(len(spread)):
        total_dot += spread_dot[i]
        total += spread[i]
    spread_2_dot = np.empty_like(spread)
    spread_2 = np.empty_like(spread)
    for i in range(len(spread)):
        quotient = spread[i] / total
        spread_2_dot[i] = (spread_dot[i] - quotient * total_dot) / total
        spread_2[i] = quotient
    total_2_dot = 0.0
    total_2 = 0.0
    for i in range(len(blurred)):
        total_2_dot += blurred_dot[i]
        total_2 += blurred[i]
    estimate_dot = np.full_like(blurred, total_2_dot / len(blurred))
    estimate = np.full_like(blurred, total_2 / len(blurred))
    for _ in range(steps):
        model, model_dot = convolve_tangent(
            estimate, spread_2, estimate_dot, spread_2_dot
        )
        if len(blurred) != len(model):
            raise ValueError("blurred and model have different shapes")
        ratio_dot = np.empty_like(blurred)
        ratio = np.empty_like(blurred)
        for i in range(len(blurred)):
            maximum_result_dot = model_dot[i] if model[i] >= 1e-06 else 0.0
            maximum_result = np.maximum(model[i], 1e-06)
            quotient = blurred[i] / maximum_result
            factor = blurred_dot[i] - quotient * maximum_result_dot
            quotient_dot = factor / maximum_result
            ratio_dot[i] = quotient_dot
            ratio[i] = quotient
        convolve_result, convolve_result_dot = convolve_tangent(
            ratio, spread_2[::-1], ratio_dot, spread_2_dot[::-1]
        )
        if len(estimate) != len(convolve_result):
            raise ValueError("estimate and convolve_result have different shapes")
        for i in range(len(blurred)):
            term = estimate[i] * convolve_result_dot[i]
            estimate_dot[i] = estimate_dot[i] * convolve_result[i] + term
            estimate[i] *= convolve_result[i]
    return estimate, estimate_dot
