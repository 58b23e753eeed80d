import numpy as np


def product_tangent(a, a_dot):
    """product and its tangent."""
    value_dot = 0.0
    value = 1.0
    for i in range(len(a)):
        value_dot = value_dot * a[i] + value * a_dot[i]
        value *= a[i]
    return value, value_dot


def along_axis_tangent(a, a_dot):
    """along_axis and its tangent."""
    values_dot = np.zeros(a.shape[0])
    values = np.empty(a.shape[0])
    for i in range(a.shape[0]):
        values[i], values_dot[i] = product_tangent(a[i], a_dot[i])
    return values, values_dot


def reaction_network_jvp(
    c,
    prefactor,
    energy,
    temperature,
    orders,
    change,
    dt,
    steps,
    c_dot,
    prefactor_dot,
    energy_dot,
    temperature_dot,
    change_dot,
    dt_dot,
):
    """The value of reaction_network, and its derivative in the direction c_dot,
    prefactor_dot, energy_dot, temperature_dot, change_dot, dt_dot.
    """
    if len(prefactor) != len(energy):
        raise ValueError("prefactor and energy have different shapes")
    k_dot = np.empty_like(prefactor)
    k = np.empty_like(prefactor)
    for i in range(len(prefactor)):
        quotient = -energy[i] / (0.008314 * temperature)
        factor = -energy_dot[i] - 0.008314 * quotient * temperature_dot
        quotient_dot = factor / (0.008314 * temperature)
        exp_quotient = np.exp(quotient)
        exp_quotient_dot = exp_quotient * quotient_dot
        k_dot[i] = prefactor_dot[i] * exp_quotient + prefactor[i] * exp_quotient_dot
        k[i] = prefactor[i] * exp_quotient
    rates_dot = np.empty_like(prefactor)
    rates = np.empty_like(prefactor)
    term_dot = np.empty((change.shape[1], len(prefactor)))
    term = np.empty((change.shape[1], len(prefactor)))
    for _ in range(steps):
        if len(c) != orders.shape[1]:
            raise ValueError("c and orders have different shapes")
        a_dot = np.zeros((orders.shape[0], len(c)))
        a = np.empty((orders.shape[0], len(c)))
        for i in range(orders.shape[0]):
            for j in range(len(c)):
                a_dot[i, j] = (
                    orders[i, j]
                    * c[j] ** (orders[i, j] - 1 if orders[i, j] != 0 else 0)
                    * c_dot[j]
                )
                a[i, j] = c[j] ** orders[i, j]
        values, values_dot = along_axis_tangent(a, a_dot)
        if len(prefactor) != orders.shape[0]:
            raise ValueError("k and values have different shapes")
        for i in range(len(prefactor)):
            rates_dot[i] = k_dot[i] * values[i] + k[i] * values_dot[i]
            rates[i] = k[i] * values[i]
        if change.shape[0] != len(prefactor):
            raise ValueError("change and rates have different shapes")
        if len(c) != change.shape[1]:
            raise ValueError("c and change have different shapes")
        for i in range(change.shape[1]):
            for j in range(len(prefactor)):
                term_dot[i, j] = dt_dot * change[j, i] + dt * change_dot[j, i]
                term[i, j] = dt * change[j, i]
        product_dot = term_dot @ rates + term @ rates_dot
        product = term @ rates
        c_new_dot = np.empty_like(c)
        c_new = np.empty_like(c)
        for i in range(len(c)):
            c_new_dot[i] = c_dot[i] + product_dot[i]
            c_new[i] = c[i] + product[i]
        c_dot = c_new_dot
        c = c_new
    return c, c_dot
