import numpy as np


def convolve_tangent(a, v, a_dot, v_dot):
    """convolve and its tangent."""
    if len(a) == 0 or len(v) == 0:
        raise ValueError("arrays to be convolved are empty")
    shorter = min(len(a), len(v))
    longer = max(len(a), len(v))
    count_2 = shorter + longer - 1
    result_dot = np.empty(count_2)
    result = np.empty(count_2, np.float64)
    for k in range(count_2):
        shift = 0 + k
        total_dot = 0.0
        total = 0.0
        for n in range(max(0, shift - len(v) + 1), min(len(a), shift + 1)):
            total_dot += a_dot[n] * v[shift - n] + a[n] * v_dot[shift - n]
            total += a[n] * v[shift - n]
        result_dot[k] = total_dot
        result[k] = total
    return result, result_dot


def longer_numbers(numbers, length):
    """The numbers in an array with room for `length` of them, or for twice as many."""
    longer = np.empty(max(2 * len(numbers), length), dtype=np.float64)
    for i in range(len(numbers)):
        longer[i] = numbers[i]
    return longer


def polyder_tangent(p, p_dot):
    """polyder and its tangent."""
    degree = len(p) - 1
    derived_dot = np.empty(max(degree, 0))
    derived = np.empty(max(degree, 0), np.float64)
    for k in range(degree):
        derived_dot[k] = (degree - k) * p_dot[k]
        derived[k] = (degree - k) * p[k]
    return derived, derived_dot


def polyint_tangent(p, p_dot):
    """polyint and its tangent."""
    integral_dot = np.zeros(len(p) + 1)
    integral = np.empty(len(p) + 1, np.float64)
    for i in range(len(p)):
        integral_dot[i] = p_dot[i] / (len(p) - i)
        integral[i] = p[i] / (len(p) - i)
    integral_dot[len(p)] = 0.0
    integral[len(p)] = 0.0
    return integral, integral_dot


def polyval_tangent(p, x, p_dot, x_dot):
    """polyval and its tangent."""
    value_dot = 0.0
    value = 0.0
    for k in range(len(p)):
        value_dot = value_dot * x + value * x_dot + p_dot[k]
        value = value * x + p[k]
    return value, value_dot


def polyval_2_tangent(p, x, p_dot, x_dot):
    """polyval_2 and its tangent."""
    values_dot = np.zeros(x.shape)
    values = np.empty(x.shape)
    for i in range(len(x)):
        values[i], values_dot[i] = polyval_tangent(p, x[i], p_dot, x_dot[i])
    return values, values_dot


def deflection_of_a_beam_jvp(
    load, length, stiffness, at, load_dot, length_dot, stiffness_dot, at_dot
):
    """The value of deflection_of_a_beam, and its derivative in the direction
    load_dot, length_dot, stiffness_dot, at_dot.
    """
    term_dot = np.empty_like(load)
    term = np.empty_like(load)
    for i in range(len(load)):
        term_dot[i] = -load_dot[i]
        term[i] = -load[i]
    shear, shear_dot = polyint_tangent(term, term_dot)
    moment, moment_dot = polyint_tangent(shear, shear_dot)
    total, total_dot = polyval_tangent(shear, length, shear_dot, length_dot)
    turn, turn_dot = polyval_tangent(moment, length, moment_dot, length_dot)
    reaction = -turn / length
    reaction_dot = (-turn_dot - reaction * length_dot) / length
    joined_values = np.full(max(len(moment) - 2, 0), 0.0)
    joined_count = len(joined_values)
    item = 1.0
    if joined_count + 1 > len(joined_values):
        joined_values = longer_numbers(joined_values, joined_count + 1)
    joined_values[joined_count] = item
    joined_count += 1
    item = 0.0
    if joined_count + 1 > len(joined_values):
        joined_values = longer_numbers(joined_values, joined_count + 1)
    joined_values[joined_count] = item
    joined_count += 1
    if len(moment) != len(joined_values[:joined_count]):
        raise ValueError(
            "moment and joined_values[:joined_count] have different shapes"
        )
    joined_values_part = joined_values[:joined_count]
    moment_2_dot = np.empty_like(moment)
    moment_2 = np.empty_like(moment)
    quotient_dot = np.empty_like(moment)
    quotient = np.empty_like(moment)
    for i in range(len(moment)):
        moment_2_dot[i] = moment_dot[i] + joined_values_part[i] * reaction_dot
        moment_2[i] = moment[i] + joined_values_part[i] * reaction
        quotient_2 = moment_2[i] / stiffness
        quotient_dot[i] = (moment_2_dot[i] - quotient_2 * stiffness_dot) / stiffness
        quotient[i] = quotient_2
    slope, slope_dot = polyint_tangent(quotient, quotient_dot)
    bend, bend_dot = polyint_tangent(slope, slope_dot)
    polyval_result, polyval_result_dot = polyval_tangent(
        bend, length, bend_dot, length_dot
    )
    correction = -polyval_result / length
    correction_dot = (-polyval_result_dot - correction * length_dot) / length
    polyval_2_result, polyval_2_result_dot = polyval_2_tangent(
        bend, at, bend_dot, at_dot
    )
    deflection_dot = np.zeros_like(polyval_2_result)
    deflection = np.empty_like(polyval_2_result)
    polyder_bend, polyder_bend_dot = polyder_tangent(bend, bend_dot)
    polyval_2_result_2, polyval_2_result_2_dot = polyval_2_tangent(
        polyder_bend, at, polyder_bend_dot, at_dot
    )
    rotation_dot = np.zeros_like(polyval_2_result_2)
    rotation = np.empty_like(polyval_2_result_2)
    for i in range(len(at)):
        term_2 = correction_dot * at[i] + correction * at_dot[i]
        deflection_dot[i] = polyval_2_result_dot[i] + term_2
        deflection[i] = polyval_2_result[i] + correction * at[i]
        rotation_dot[i] = polyval_2_result_2_dot[i] + correction_dot
        rotation[i] = polyval_2_result_2[i] + correction
    convolve_result, convolve_result_dot = convolve_tangent(
        moment_2, moment_2, moment_2_dot, moment_2_dot
    )
    polyint_convolve_result, polyint_convolve_result_dot = polyint_tangent(
        convolve_result, convolve_result_dot
    )
    energy, energy_dot = polyval_tangent(
        polyint_convolve_result, length, polyint_convolve_result_dot, length_dot
    )
    quotient_2 = 0.5 * energy / stiffness
    value_dot = (0.5 * energy_dot - quotient_2 * stiffness_dot) / stiffness + total_dot
    value = quotient_2 + total
    return deflection, rotation, value, deflection_dot, rotation_dot, value_dot
