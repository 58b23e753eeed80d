import numpy as np


def matrix_of(v):
    """The matrix that has a vector as its k-th diagonal, and zeros."""
    size = len(v)
    matrix = np.zeros((size, size))
    for i in range(len(v)):
        matrix[i, i] = v[i]
    return matrix


def matrix_of_adjoint(result_bar, v_bar):
    """The adjoint of v is added to v_bar."""
    for i in range(len(v_bar)):
        v_bar[i] += result_bar[i, i]


def inverse(a):
    """The inverse of a matrix: s2sad.library.inverses.inverse(a)."""
    return np.linalg.inv(a)


def matrix_power(a, n):
    """A matrix multiplied by itself n times, by repeated squaring."""
    if n < 0:
        choice = inverse(a)
    else:
        choice = a
    factor = choice
    power = np.eye(len(a))
    remaining = abs(n)
    while remaining > 0:
        if remaining % 2 == 1:
            if power.shape[1] != factor.shape[0]:
                raise ValueError("power and factor have different shapes")
            power = power @ factor
        remaining //= 2
        if remaining > 0:
            if factor.shape[1] != factor.shape[0]:
                raise ValueError("operands have different shapes")
            factor = factor @ factor
    return power


def inverse_adjoint(a, z_bar, a_bar):
    z = inverse(a)
    product = z.T @ z_bar @ z.T
    for i in range(a_bar.shape[0]):
        for j in range(a_bar.shape[1]):
            a_bar[i, j] -= product[i, j]


def matrix_power_adjoint(a, n, result_bar, a_bar):
    """The adjoint of a is added to a_bar."""
    # forward sweep: saves factor, remaining and power
    if n < 0:
        choice = inverse(a)
        choice_bar = np.zeros_like(choice)
    else:
        choice = a
        choice_bar = np.zeros_like(choice)
    factor = choice
    power = np.eye(len(a))
    remaining = abs(n)
    factor_saved = []
    remaining_saved = []
    power_saved = []
    while remaining > 0:
        if remaining % 2 == 1:
            if power.shape[1] != factor.shape[0]:
                raise ValueError("power and factor have different shapes")
            power_saved.append(power)
            power = power @ factor
        remaining_saved.append(remaining)
        remaining //= 2
        if remaining > 0:
            if factor.shape[1] != factor.shape[0]:
                raise ValueError("operands have different shapes")
            factor_saved.append(factor)
            factor = factor @ factor

    # reverse sweep
    power_bar = result_bar.copy()
    factor_bar = np.zeros_like(factor)
    for trip in range(len(remaining_saved)):
        if remaining > 0:
            factor = factor_saved.pop()
            factor_new_bar = factor_bar
            factor_bar = factor_new_bar @ factor.T
            factor_bar += factor.T @ factor_new_bar
        remaining = remaining_saved.pop()
        if remaining % 2 == 1:
            power = power_saved.pop()
            power_new_bar = power_bar
            power_bar = power_new_bar @ factor.T
            factor_bar += power.T @ power_new_bar
    choice_bar += factor_bar
    if n < 0:
        inverse_adjoint(a, choice_bar, a_bar)
    else:
        a_bar += choice_bar


def running_products_forward(a):
    """The result of running_products, and what running_products_reverse reads:
    running_saved.
    """
    values = np.empty(len(a), np.float64)
    running = 1.0
    running_saved = np.empty(len(a))
    for i in range(len(a)):
        running_saved[i] = running
        running *= a[i]
        values[i] = running
    return values, running_saved


def running_products_reverse(a, running_saved, result_bar, a_bar):
    """The adjoint of a is added to a_bar, after running_products_forward."""
    values_bar = result_bar.copy()
    running_bar = 0.0
    for i in range(len(a) - 1, -1, -1):
        running_bar += values_bar[i]
        a_bar[i] += running_saved[i] * running_bar
        running_bar = a[i] * running_bar


def vstack(tup_0, tup_1):
    """Arrays below each other; a vector is a row."""
    arrays_0 = tup_0[None]
    if arrays_0.shape[1] != tup_1.shape[1]:
        raise ValueError("operands have different shapes")
    length = arrays_0.shape[0] + tup_1.shape[0]
    whole = np.empty((length, arrays_0.shape[1]))
    stop = arrays_0.shape[0]
    whole[:stop] = arrays_0
    start = arrays_0.shape[0]
    whole[start:] = tup_1
    return whole


def vstack_adjoint(tup_0, result_bar, tup_0_bar, tup_1_bar):
    """The adjoint of tup_0 and tup_1 is added to tup_0_bar, tup_1_bar."""
    # forward sweep
    arrays_0 = tup_0[None]
    if arrays_0.shape[1] != tup_1_bar.shape[1]:
        raise ValueError("operands have different shapes")
    stop = arrays_0.shape[0]
    start = arrays_0.shape[0]

    # reverse sweep
    whole_bar = result_bar.copy()
    tup_1_bar += whole_bar[start:]
    whole_bar[start:] = 0.0
    arrays_0_bar = tup_0_bar[None]
    arrays_0_bar += np.expand_dims(np.sum(whole_bar[:stop], axis=0), 0)


def leslie_population_vjp(
    births, survival, start, years, result_0_bar, result_1_bar, result_2_bar
):
    """The adjoints of births, survival and start of leslie_population, for the
    adjoint of its result.
    """
    # forward sweep
    tup_0 = matrix_of(survival)
    tup_1 = np.zeros((len(survival), 1))
    length = tup_0.shape[1] + tup_1.shape[1]
    whole = np.empty((tup_0.shape[0], length))
    stop = tup_0.shape[1]
    whole[:, :stop] = tup_0
    start_2 = tup_0.shape[1]
    whole[:, start_2:] = tup_1
    leslie = vstack(births, whole)
    matrix_power_result = matrix_power(leslie, years)
    if matrix_power_result.shape[1] != len(start):
        raise ValueError("matrix_power_result and start have different shapes")
    ages = matrix_power_result @ start
    if leslie.shape[1] != len(ages):
        raise ValueError("leslie and ages have different shapes")
    after = leslie @ ages
    total = 0.0
    for i in range(leslie.shape[0]):
        total += after[i]
    total_2 = 0.0
    arr = 1.0
    arrays_0 = np.array([arr])
    length_2 = arrays_0.shape[0] + survival.shape[0]
    whole_2 = np.empty(length_2)
    stop_2 = arrays_0.shape[0]
    whole_2[:stop_2] = arrays_0
    start_3 = arrays_0.shape[0]
    whole_2[start_3:] = survival
    lived, running_saved = running_products_forward(whole_2)
    if len(lived) != len(births):
        raise ValueError("lived and births have different shapes")
    total_3 = 0.0
    for i in range(matrix_power_result.shape[0]):
        total_2 += ages[i]
        total_3 += ages[i]
    growth = total / total_2

    # reverse sweep
    survival_bar = np.zeros_like(survival)
    quotient_bar = result_1_bar.copy()
    ages_bar = np.empty_like(ages)

    # forward and reverse in one sweep: the iterations are independent
    total_3_bar = 0.0
    for i in range(matrix_power_result.shape[0]):
        numerator_bar = quotient_bar[i] / total_3
        ages_bar[i] = numerator_bar
        total_3_bar -= ages[i] * numerator_bar / total_3
    numerator_bar = result_0_bar / total_2
    total_2_bar = -growth * numerator_bar
    for i in range(matrix_power_result.shape[0]):
        ages_bar[i] += total_3_bar + total_2_bar
    lived_bar = births * result_2_bar
    births_bar = lived * result_2_bar
    whole_2_bar = np.zeros_like(whole_2)
    running_products_reverse(whole_2, running_saved, lived_bar, whole_2_bar)
    survival_bar += whole_2_bar[start_3:]
    after_bar = np.empty_like(after)
    for i in range(leslie.shape[0]):
        after_bar[i] = numerator_bar
    leslie_bar = np.outer(after_bar, ages)
    ages_bar += leslie.T @ after_bar
    matrix_power_result_bar = np.outer(ages_bar, start)
    start_bar = matrix_power_result.T @ ages_bar
    matrix_power_adjoint(leslie, years, matrix_power_result_bar, leslie_bar)
    whole_bar = np.zeros_like(whole)
    vstack_adjoint(births, leslie_bar, births_bar, whole_bar)
    whole_bar[:, start_2:] = 0.0
    tup_0_bar = whole_bar[:, :stop].copy()
    matrix_of_adjoint(tup_0_bar, survival_bar)
    return births_bar, survival_bar, start_bar
