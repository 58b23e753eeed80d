import numpy as np


def matrix_of_tangent(v, v_dot):
    """matrix_of and its tangent."""
    size = len(v)
    matrix_dot = np.zeros((size, size))
    matrix = np.zeros((size, size))
    for i in range(len(v)):
        matrix_dot[i, i] = v_dot[i]
        matrix[i, i] = v[i]
    return matrix, matrix_dot


def inverse(a):
    """The inverse of a matrix: s2sad.library.inverses.inverse(a)."""
    return np.linalg.inv(a)


def inverse_tangent(a, a_dot):
    z = inverse(a)
    term = np.empty_like(z)
    for i in range(z.shape[0]):
        for j in range(z.shape[1]):
            term[i, j] = -z[i, j]
    return z, term @ a_dot @ z


def matrix_power_tangent(a, n, a_dot):
    """matrix_power and its tangent."""
    if n < 0:
        choice, choice_dot = inverse_tangent(a, a_dot)
    else:
        choice_dot = a_dot
        choice = a
    factor_dot = choice_dot
    factor = choice
    power_dot = np.zeros_like(np.eye(len(a)))
    power = np.eye(len(a))
    remaining = abs(n)
    while remaining > 0:
        if remaining % 2 == 1:
            if power.shape[1] != factor.shape[0]:
                raise ValueError("power and factor have different shapes")
            power_dot = power_dot @ factor + power @ factor_dot
            power = power @ factor
        remaining //= 2
        if remaining > 0:
            if factor.shape[1] != factor.shape[0]:
                raise ValueError("operands have different shapes")
            factor_dot = factor_dot @ factor + factor @ factor_dot
            factor = factor @ factor
    return power, power_dot


def running_products_tangent(a, a_dot):
    """running_products and its tangent."""
    values_dot = np.empty(len(a))
    values = np.empty(len(a), np.float64)
    running_dot = 0.0
    running = 1.0
    for i in range(len(a)):
        running_dot = running_dot * a[i] + running * a_dot[i]
        running *= a[i]
        values_dot[i] = running_dot
        values[i] = running
    return values, values_dot


def vstack_tangent(tup_0, tup_1, tup_0_dot, tup_1_dot):
    """vstack and its tangent."""
    arrays_0_dot = tup_0_dot[None]
    arrays_0 = tup_0[None]
    if arrays_0.shape[1] != tup_1.shape[1]:
        raise ValueError("operands have different shapes")
    length = arrays_0.shape[0] + tup_1.shape[0]
    whole_dot = np.zeros((length, arrays_0.shape[1]))
    whole = np.empty((length, arrays_0.shape[1]))
    stop = arrays_0.shape[0]
    whole_dot[:stop] = arrays_0_dot
    whole[:stop] = arrays_0
    start = arrays_0.shape[0]
    whole_dot[start:] = tup_1_dot
    whole[start:] = tup_1
    return whole, whole_dot


def leslie_population_jvp(
    births, survival, start, years, births_dot, survival_dot, start_dot
):
    """The value of leslie_population, and its derivative in the direction
    births_dot, survival_dot, start_dot.
    """
    tup_0, tup_0_dot = matrix_of_tangent(survival, survival_dot)
    tup_1 = np.zeros((len(survival), 1))
    length = tup_0.shape[1] + tup_1.shape[1]
    whole_dot = np.zeros((tup_0.shape[0], length))
    whole = np.empty((tup_0.shape[0], length))
    stop = tup_0.shape[1]
    whole_dot[:, :stop] = tup_0_dot
    whole[:, :stop] = tup_0
    start_2 = tup_0.shape[1]
    whole_dot[:, start_2:] = 0.0
    whole[:, start_2:] = tup_1
    leslie, leslie_dot = vstack_tangent(births, whole, births_dot, whole_dot)
    matrix_power_result, matrix_power_result_dot = matrix_power_tangent(
        leslie, years, leslie_dot
    )
    if matrix_power_result.shape[1] != len(start):
        raise ValueError("matrix_power_result and start have different shapes")
    ages_dot = matrix_power_result_dot @ start + matrix_power_result @ start_dot
    ages = matrix_power_result @ start
    if leslie.shape[1] != len(ages):
        raise ValueError("leslie and ages have different shapes")
    after_dot = leslie_dot @ ages + leslie @ ages_dot
    after = leslie @ ages
    total_dot = 0.0
    total = 0.0
    for i in range(leslie.shape[0]):
        total_dot += after_dot[i]
        total += after[i]
    total_2_dot = 0.0
    total_2 = 0.0
    arr = 1.0
    arrays_0 = np.array([arr])
    length_2 = arrays_0.shape[0] + survival.shape[0]
    whole_2_dot = np.zeros(length_2)
    whole_2 = np.empty(length_2)
    stop_2 = arrays_0.shape[0]
    whole_2_dot[:stop_2] = 0.0
    whole_2[:stop_2] = arrays_0
    start_3 = arrays_0.shape[0]
    whole_2_dot[start_3:] = survival_dot
    whole_2[start_3:] = survival
    lived, lived_dot = running_products_tangent(whole_2, whole_2_dot)
    if len(lived) != len(births):
        raise ValueError("lived and births have different shapes")
    lifetime_dot = lived_dot @ births + lived @ births_dot
    lifetime = lived @ births
    total_3_dot = 0.0
    total_3 = 0.0
    for i in range(matrix_power_result.shape[0]):
        total_2_dot += ages_dot[i]
        total_2 += ages[i]
        total_3_dot += ages_dot[i]
        total_3 += ages[i]
    growth = total / total_2
    growth_dot = (total_dot - growth * total_2_dot) / total_2
    quotient_dot = np.empty_like(ages)
    quotient = np.empty_like(ages)
    for i in range(matrix_power_result.shape[0]):
        quotient_2 = ages[i] / total_3
        quotient_dot[i] = (ages_dot[i] - quotient_2 * total_3_dot) / total_3
        quotient[i] = quotient_2
    return growth, quotient, lifetime, growth_dot, quotient_dot, lifetime_dot
