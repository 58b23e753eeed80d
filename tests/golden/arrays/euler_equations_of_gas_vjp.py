import numpy as np


def flux(q, gamma):
    if q.shape[0] != 3:
        raise ValueError("q is unpacked into 3 names")
    rho = q[0]
    momentum = q[1]
    energy = q[2]
    arrays_1 = np.empty_like(momentum)
    arrays_2 = np.empty_like(energy)
    for i in range(q.shape[1]):
        velocity = momentum[i] / rho[i]
        pressure = (gamma - 1.0) * (energy[i] - 0.5 * momentum[i] * velocity)
        arrays_1[i] = momentum[i] * velocity + pressure
        arrays_2[i] = (energy[i] + pressure) * velocity
    shape_0 = momentum.shape[0]
    whole = np.empty((3, shape_0))
    for i in range(shape_0):
        whole[0, i] = momentum[i]
        whole[1, i] = arrays_1[i]
        whole[2, i] = arrays_2[i]
    return whole


def flux_adjoint(q, gamma, result_bar, q_bar):
    """The adjoint of gamma in flux; the adjoint of q is added to q_bar."""
    # forward sweep
    if q.shape[0] != 3:
        raise ValueError("q is unpacked into 3 names")
    rho = q[0]
    momentum = q[1]
    energy = q[2]
    arrays_1 = np.empty_like(momentum)
    arrays_2 = np.empty_like(energy)
    shape_0 = momentum.shape[0]

    # reverse sweep
    whole_bar = result_bar.copy()
    momentum_bar = q_bar[1]
    arrays_1_bar = np.empty_like(arrays_1)
    arrays_2_bar = np.zeros_like(arrays_2)
    for i in range(shape_0):
        arrays_2_bar[i] += whole_bar[2, i]
        whole_bar[2, i] = 0.0
        arrays_1_bar[i] = whole_bar[1, i]
        whole_bar[1, i] = 0.0
        momentum_bar[i] += whole_bar[0, i]
    rho_bar = q_bar[0]
    energy_bar = q_bar[2]

    # forward and reverse in one sweep: the iterations are independent
    gamma_bar = 0.0
    for i in range(q.shape[1]):
        velocity = momentum[i] / rho[i]
        pressure = (gamma - 1.0) * (energy[i] - 0.5 * momentum[i] * velocity)
        pressure_bar = velocity * arrays_2_bar[i] + arrays_1_bar[i]
        velocity_bar = (energy[i] + pressure) * arrays_2_bar[i]
        momentum_bar[i] += velocity * arrays_1_bar[i]
        velocity_bar += momentum[i] * arrays_1_bar[i]
        gamma_bar += (energy[i] - 0.5 * momentum[i] * velocity) * pressure_bar
        difference_bar = (gamma - 1.0) * pressure_bar
        energy_bar[i] += velocity * arrays_2_bar[i] + difference_bar
        velocity_bar -= 0.5 * momentum[i] * difference_bar
        numerator_bar = velocity_bar / rho[i]
        momentum_bar[i] += numerator_bar - 0.5 * velocity * difference_bar
        rho_bar[i] -= velocity * numerator_bar
    return gamma_bar


def joined(arrays_0, arrays_1, arrays_2):
    """Arrays one after the other, along an axis that is not negative."""
    if arrays_0.shape[0] != arrays_1.shape[0]:
        raise ValueError("operands have different shapes")
    if arrays_0.shape[0] != arrays_2.shape[0]:
        raise ValueError("operands have different shapes")
    length = arrays_0.shape[1] + arrays_1.shape[1] + arrays_2.shape[1]
    whole = np.empty((arrays_0.shape[0], length))
    stop = arrays_0.shape[1]
    whole[:, :stop] = arrays_0
    start = arrays_0.shape[1]
    stop = arrays_0.shape[1] + arrays_1.shape[1]
    whole[:, start:stop] = arrays_1
    start = arrays_0.shape[1] + arrays_1.shape[1]
    whole[:, start:] = arrays_2
    return whole


def joined_adjoint(result_bar, arrays_0_bar, arrays_1_bar, arrays_2_bar):
    """The adjoint of arrays_0, arrays_1 and arrays_2 is added to arrays_0_bar,
    arrays_1_bar, arrays_2_bar.
    """
    # forward sweep
    if arrays_0_bar.shape[0] != arrays_1_bar.shape[0]:
        raise ValueError("operands have different shapes")
    if arrays_0_bar.shape[0] != arrays_2_bar.shape[0]:
        raise ValueError("operands have different shapes")
    stop = arrays_0_bar.shape[1]
    start = arrays_0_bar.shape[1]
    stop_2 = arrays_0_bar.shape[1] + arrays_1_bar.shape[1]
    start_2 = arrays_0_bar.shape[1] + arrays_1_bar.shape[1]

    # reverse sweep
    whole_bar = result_bar.copy()
    arrays_2_bar += np.expand_dims(np.sum(whole_bar[:, start_2:], axis=1), 1)
    whole_bar[:, start_2:] = 0.0
    arrays_1_bar += whole_bar[:, start:stop_2]
    whole_bar[:, start:stop_2] = 0.0
    arrays_0_bar += np.expand_dims(np.sum(whole_bar[:, :stop], axis=1), 1)


def euler_equations_of_gas_vjp(q, gamma, ratio, steps, result_bar):
    """The adjoints of q, gamma and ratio of euler_equations_of_gas, for the adjoint
    of its result.
    """
    # forward sweep: saves q_2, q_2_bar, inner and f
    q_2 = q
    q_2_bar = np.zeros_like(q_2)
    q_2_saved = []
    q_2_bar_saved = []
    inner_saved = []
    f_saved = []
    for k in range(steps):
        f = flux(q_2, gamma)
        f_saved.append(f)
        if q_2[:, 2:].shape[0] != f[:, 2:].shape[0]:
            raise ValueError("q[:, 2:] and f[:, 2:] have different shapes")
        if q_2[:, 2:].shape[1] != f[:, 2:].shape[1]:
            raise ValueError("q[:, 2:] and f[:, 2:] have different shapes")
        inner = np.empty((q_2.shape[0], max(q_2.shape[1] - 2, 0)))
        inner_saved.append(inner)
        for i in range(q_2.shape[0]):
            for j in range(q_2.shape[1] - 2):
                term = 0.5 * ratio * (f[i, j + 2] - f[i, j])
                inner[i, j] = 0.5 * (q_2[i, j + 2] + q_2[i, j]) - term
        arrays_0 = q_2[:, :1]
        arrays_2 = q_2[:, -1:]
        q_2_saved.append(q_2)
        q_2_bar_saved.append(q_2_bar)
        q_2 = joined(arrays_0, inner, arrays_2)
        q_2_bar = np.zeros_like(q_2)

    # reverse sweep
    q_bar = np.zeros_like(q)
    q_2_bar += result_bar
    ratio_bar = 0.0
    gamma_bar = 0.0
    for k in range(steps - 1, -1, -1):
        q_2_new_bar = q_2_bar
        q_2 = q_2_saved.pop()
        q_2_bar = q_2_bar_saved.pop()
        inner = inner_saved.pop()
        arrays_0_bar = q_2_bar[:, :1]
        arrays_2_bar = q_2_bar[:, -1:]
        inner_bar = np.zeros_like(inner)
        joined_adjoint(q_2_new_bar, arrays_0_bar, inner_bar, arrays_2_bar)
        f = f_saved.pop()
        f_bar = np.zeros_like(f)
        for i in range(q_2.shape[0]):
            for j in range(q_2.shape[1] - 2):
                q_2_bar[i, j + 2] += 0.5 * inner_bar[i, j]
                q_2_bar[i, j] += 0.5 * inner_bar[i, j]
                ratio_bar -= 0.5 * (f[i, j + 2] - f[i, j]) * inner_bar[i, j]
                difference_bar = -0.5 * ratio * inner_bar[i, j]
                f_bar[i, j + 2] += difference_bar
                f_bar[i, j] -= difference_bar
        gamma_bar += flux_adjoint(q_2, gamma, f_bar, q_2_bar)
    q_bar += q_2_bar
    return q_bar, gamma_bar, ratio_bar
