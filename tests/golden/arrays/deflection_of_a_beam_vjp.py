import numpy as np


def convolve(a, v):
    """The sums of products of a and of v backwards, at every shift."""
    if len(a) == 0 or len(v) == 0:
        raise ValueError("arrays to be convolved are empty")
    shorter = min(len(a), len(v))
    longer = max(len(a), len(v))
    count_2 = shorter + longer - 1
    result = np.empty(count_2, np.float64)
    for k in range(count_2):
        shift = 0 + k
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
    count_2 = shorter + longer - 1

    # forward and reverse in one sweep: the iterations are independent
    for k in range(count_2):
        shift = 0 + k
        total_bar = result_bar[k]
        for n in range(max(0, shift - len(v) + 1), min(len(a), shift + 1)):
            a_bar[n] += v[shift - n] * total_bar
            v_bar[shift - n] += a[n] * total_bar


def longer_numbers(numbers, length):
    """The numbers in an array with room for `length` of them, or for twice as many."""
    longer = np.empty(max(2 * len(numbers), length), dtype=np.float64)
    for i in range(len(numbers)):
        longer[i] = numbers[i]
    return longer


def polyder(p):
    """The coefficients of the derivative of a polynomial, the highest first."""
    degree = len(p) - 1
    derived = np.empty(max(degree, 0), np.float64)
    for k in range(degree):
        derived[k] = (degree - k) * p[k]
    return derived


def polyder_adjoint(result_bar, p_bar):
    """The adjoint of p is added to p_bar."""
    # forward sweep
    degree = len(p_bar) - 1

    # reverse sweep
    for k in range(degree):
        p_bar[k] += (degree - k) * result_bar[k]


def polyint(p):
    """The coefficients of an integral of a polynomial, the highest first."""
    integral = np.empty(len(p) + 1, np.float64)
    for i in range(len(p)):
        integral[i] = p[i] / (len(p) - i)
    integral[len(p)] = 0.0
    return integral


def polyint_adjoint(result_bar, p_bar):
    """The adjoint of p is added to p_bar."""
    integral_bar = result_bar.copy()
    integral_bar[len(p_bar)] = 0.0
    for i in range(len(p_bar)):
        p_bar[i] += integral_bar[i] / (len(p_bar) - i)


def polyval(p, x):
    """A polynomial at x, its highest coefficient first."""
    value = 0.0
    for k in range(len(p)):
        value = value * x + p[k]
    return value


def polyval_2(p, x):
    """A polynomial at x, its highest coefficient first."""
    values = np.empty(x.shape)
    for i in range(len(x)):
        values[i] = polyval(p, x[i])
    return values


def polyval_adjoint(p, x, result_bar, p_bar):
    """The adjoint of x in polyval; the adjoint of p is added to p_bar."""
    # forward sweep: saves value
    value = 0.0
    value_saved = np.empty(len(p))
    for k in range(len(p)):
        value_saved[k] = value
        value = value * x + p[k]

    # reverse sweep
    value_bar = result_bar
    x_bar = 0.0
    for k in range(len(p) - 1, -1, -1):
        x_bar += value_saved[k] * value_bar
        p_bar[k] += value_bar
        value_bar = x * value_bar
    return x_bar


def polyval_2_adjoint(p, x, result_bar, p_bar, x_bar):
    """The adjoint of p and x is added to p_bar, x_bar."""
    for i in range(len(x)):
        x_bar_part = polyval_adjoint(p, x[i], result_bar[i], p_bar)
        x_bar[i] += x_bar_part


def polyval_forward(p, x):
    """The result of polyval, and what polyval_reverse reads: value_saved."""
    value = 0.0
    value_saved = np.empty(len(p))
    for k in range(len(p)):
        value_saved[k] = value
        value = value * x + p[k]
    return value, value_saved


def polyval_reverse(p, x, value_saved, result_bar, p_bar):
    """The adjoint of x in polyval; the adjoint of p is added to p_bar, after
    polyval_forward.
    """
    value_bar = result_bar
    x_bar = 0.0
    for k in range(len(p) - 1, -1, -1):
        x_bar += value_saved[k] * value_bar
        p_bar[k] += value_bar
        value_bar = x * value_bar
    return x_bar


def deflection_of_a_beam_vjp(
    load, length, stiffness, at, result_0_bar, result_1_bar, result_2_bar
):
    """The adjoints of load, length, stiffness and at of deflection_of_a_beam, for
    the adjoint of its result.
    """
    # forward sweep
    term = np.empty_like(load)
    for i in range(len(load)):
        term[i] = -load[i]
    shear = polyint(term)
    moment = polyint(shear)
    turn, value_saved_3 = polyval_forward(moment, length)
    reaction = -turn / length
    joined_values = np.full(max(len(moment) - 2, 0), 0.0)
    joined_count = len(joined_values)
    item = 1.0
    if joined_count + 1 > len(joined_values):
        joined_values = longer_numbers(joined_values, joined_count + 1)
    joined_values[joined_count] = item
    joined_count += 1
    if joined_count + 1 > len(joined_values):
        joined_values = longer_numbers(joined_values, joined_count + 1)
    joined_values[joined_count] = 0.0
    joined_count += 1
    if len(moment) != len(joined_values[:joined_count]):
        raise ValueError(
            "moment and joined_values[:joined_count] have different shapes"
        )
    joined_values_part = joined_values[:joined_count]
    moment_2 = np.empty_like(moment)
    quotient = np.empty_like(moment)
    for i in range(len(moment)):
        moment_2[i] = moment[i] + joined_values_part[i] * reaction
        quotient[i] = moment_2[i] / stiffness
    slope = polyint(quotient)
    bend = polyint(slope)
    value, value_saved_2 = polyval_forward(bend, length)
    correction = -value / length
    polyval_2_result = polyval_2(bend, at)
    polyder_bend = polyder(bend)
    polyval_2_result_2 = polyval_2(polyder_bend, at)
    convolve_result = convolve(moment_2, moment_2)
    polyint_convolve_result = polyint(convolve_result)
    energy, value_saved = polyval_forward(polyint_convolve_result, length)

    # reverse sweep
    load_bar = np.empty_like(load)
    at_bar = np.empty_like(at)
    deflection_bar = result_0_bar.copy()
    rotation_bar = result_1_bar.copy()
    numerator_bar = result_2_bar / stiffness
    energy_bar = 0.5 * numerator_bar
    stiffness_bar = -0.5 * energy * numerator_bar / stiffness
    polyint_convolve_result_bar = np.zeros_like(polyint_convolve_result)
    length_bar = polyval_reverse(
        polyint_convolve_result,
        length,
        value_saved,
        energy_bar,
        polyint_convolve_result_bar,
    )
    convolve_result_bar = np.zeros_like(convolve_result)
    polyint_adjoint(polyint_convolve_result_bar, convolve_result_bar)
    moment_2_bar = np.zeros_like(moment_2)
    convolve_adjoint(
        moment_2, moment_2, convolve_result_bar, moment_2_bar, moment_2_bar
    )
    correction_bar = 0.0
    polyval_2_result_bar = np.empty_like(polyval_2_result)
    polyval_2_result_2_bar = np.empty_like(polyval_2_result_2)
    for i in range(len(at)):
        polyval_2_result_2_bar[i] = rotation_bar[i]
        polyval_2_result_bar[i] = deflection_bar[i]
        correction_bar += rotation_bar[i] + at[i] * deflection_bar[i]
        at_bar[i] = correction * deflection_bar[i]
    polyder_bend_bar = np.zeros_like(polyder_bend)
    polyval_2_adjoint(
        polyder_bend, at, polyval_2_result_2_bar, polyder_bend_bar, at_bar
    )
    bend_bar = np.zeros_like(bend)
    polyder_adjoint(polyder_bend_bar, bend_bar)
    polyval_2_adjoint(bend, at, polyval_2_result_bar, bend_bar, at_bar)
    numerator_bar = correction_bar / length
    length_bar -= correction * numerator_bar
    length_bar += polyval_reverse(bend, length, value_saved_2, -numerator_bar, bend_bar)
    slope_bar = np.zeros_like(slope)
    polyint_adjoint(bend_bar, slope_bar)
    quotient_bar = np.zeros_like(quotient)
    polyint_adjoint(slope_bar, quotient_bar)
    moment_bar = np.empty_like(moment)

    # forward and reverse in one sweep: the iterations are independent
    reaction_bar = 0.0
    for i in range(len(moment)):
        numerator_bar = quotient_bar[i] / stiffness
        moment_2_bar[i] += numerator_bar
        stiffness_bar -= moment_2[i] * numerator_bar / stiffness
        moment_bar[i] = moment_2_bar[i]
        reaction_bar += joined_values_part[i] * moment_2_bar[i]
    numerator_bar = reaction_bar / length
    length_bar -= reaction * numerator_bar
    length_bar += polyval_reverse(
        moment, length, value_saved_3, -numerator_bar, moment_bar
    )
    shear_bar = np.zeros_like(shear)
    length_bar += polyval_adjoint(shear, length, result_2_bar, shear_bar)
    polyint_adjoint(moment_bar, shear_bar)
    term_bar = np.zeros_like(term)
    polyint_adjoint(shear_bar, term_bar)
    for i in range(len(load)):
        load_bar[i] = -term_bar[i]
    return load_bar, length_bar, stiffness_bar, at_bar
