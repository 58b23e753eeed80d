import numpy as np


def product(a):
    """The product of the elements of a vector."""
    value = 1.0
    for i in range(len(a)):
        value *= a[i]
    return value


def along_axis(a):
    """What a function gives for each vector along an axis of an array."""
    values = np.empty(a.shape[0])
    for i in range(a.shape[0]):
        values[i] = product(a[i])
    return values


def product_adjoint(a, result_bar, a_bar):
    """The adjoint of a is added to a_bar."""
    # forward sweep: saves value
    value = 1.0
    value_saved = np.empty(len(a))
    for i in range(len(a)):
        value_saved[i] = value
        value *= a[i]

    # reverse sweep
    value_bar = result_bar
    for i in range(len(a) - 1, -1, -1):
        a_bar[i] += value_saved[i] * value_bar
        value_bar = a[i] * value_bar


def along_axis_adjoint(a, result_bar, a_bar):
    """The adjoint of a is added to a_bar."""
    for i in range(a.shape[0]):
        product_adjoint(a[i], result_bar[i], a_bar[i])


def reaction_network_vjp(
    c, prefactor, energy, temperature, orders, change, dt, steps, result_bar
):
    """The adjoints of c, prefactor, energy, temperature, change and dt of
    reaction_network, for the adjoint of its result.
    """
    # forward sweep: saves c_2, term, rates, values and a
    if len(prefactor) != len(energy):
        raise ValueError("prefactor and energy have different shapes")
    k = np.empty_like(prefactor)
    for i in range(len(prefactor)):
        k[i] = prefactor[i] * np.exp(-energy[i] / (0.008314 * temperature))
    c_2 = c
    c_2_saved = []
    term_saved = []
    rates_saved = []
    values_saved = []
    a_saved = []
    for k_2 in range(steps):
        if len(c_2) != orders.shape[1]:
            raise ValueError("c and orders have different shapes")
        a = np.empty((orders.shape[0], len(c_2)))
        a_saved.append(a)
        for i in range(orders.shape[0]):
            for j in range(len(c_2)):
                a[i, j] = c_2[j] ** orders[i, j]
        values = along_axis(a)
        values_saved.append(values)
        if len(prefactor) != orders.shape[0]:
            raise ValueError("k and values have different shapes")
        rates = np.empty_like(prefactor)
        rates_saved.append(rates)
        for i in range(len(prefactor)):
            rates[i] = k[i] * values[i]
        if change.shape[0] != len(prefactor):
            raise ValueError("change and rates have different shapes")
        if len(c_2) != change.shape[1]:
            raise ValueError("c and change have different shapes")
        term = np.empty((change.shape[1], len(prefactor)))
        term_saved.append(term)
        for i in range(change.shape[1]):
            for j in range(len(prefactor)):
                term[i, j] = dt * change[j, i]
        product = term @ rates
        c_new = np.empty_like(c_2)
        for i in range(len(c_2)):
            c_new[i] = c_2[i] + product[i]
        c_2_saved.append(c_2)
        c_2 = c_new

    # reverse sweep
    prefactor_bar = np.empty_like(prefactor)
    energy_bar = np.empty_like(energy)
    change_bar = np.zeros_like(change)
    c_2_bar = result_bar.copy()
    k_bar = np.zeros_like(k)
    dt_bar = 0.0
    for k_2 in range(steps - 1, -1, -1):
        c_2 = c_2_saved.pop()
        c_new_bar = c_2_bar
        c_2_bar = np.empty_like(c_2)
        product_bar = np.zeros_like(product)
        for i in range(len(c_2)):
            c_2_bar[i] = c_new_bar[i]
            product_bar[i] += c_new_bar[i]
        term = term_saved.pop()
        rates = rates_saved.pop()
        term_bar = np.outer(product_bar, rates)
        rates_bar = term.T @ product_bar
        for i in range(change.shape[1]):
            for j in range(len(prefactor)):
                dt_bar += change[j, i] * term_bar[i, j]
                change_bar[j, i] += dt * term_bar[i, j]
        values = values_saved.pop()
        values_bar = np.zeros_like(values)
        for i in range(len(prefactor)):
            k_bar[i] += values[i] * rates_bar[i]
            values_bar[i] += k[i] * rates_bar[i]
        a = a_saved.pop()
        a_bar = np.zeros_like(a)
        along_axis_adjoint(a, values_bar, a_bar)
        for i in range(orders.shape[0]):
            for j in range(len(c_2)):
                c_2_bar[j] += (
                    orders[i, j]
                    * c_2[j] ** (orders[i, j] - 1 if orders[i, j] != 0 else 0)
                    * a_bar[i, j]
                )

    # forward and reverse in one sweep: the iterations are independent
    temperature_bar = 0.0
    for i in range(len(prefactor)):
        quotient = -energy[i] / (0.008314 * temperature)
        exp_quotient = np.exp(quotient)
        prefactor_bar[i] = exp_quotient * k_bar[i]
        exp_quotient_bar = prefactor[i] * k_bar[i]
        numerator_bar = exp_quotient * exp_quotient_bar / (0.008314 * temperature)
        energy_bar[i] = -numerator_bar
        temperature_bar -= 0.008314 * quotient * numerator_bar
    return c_2_bar, prefactor_bar, energy_bar, temperature_bar, change_bar, dt_bar
