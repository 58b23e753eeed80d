import numpy as np


def flux_tangent(q, gamma, q_dot, gamma_dot):
    """flux and its tangent."""
    if q.shape[0] != 3:
        raise ValueError("q is unpacked into 3 names")
    rho_dot = q_dot[0]
    rho = q[0]
    momentum_dot = q_dot[1]
    momentum = q[1]
    energy_dot = q_dot[2]
    energy = q[2]
    arrays_1_dot = np.zeros_like(momentum)
    arrays_1 = np.empty_like(momentum)
    arrays_2_dot = np.zeros_like(energy)
    arrays_2 = np.empty_like(energy)
    for i in range(q.shape[1]):
        velocity = momentum[i] / rho[i]
        velocity_dot = (momentum_dot[i] - velocity * rho_dot[i]) / rho[i]
        term_2 = 0.5 * momentum_dot[i] * velocity + 0.5 * momentum[i] * velocity_dot
        factor = energy_dot[i] - term_2
        term = (gamma - 1.0) * factor
        pressure_dot = gamma_dot * (energy[i] - 0.5 * momentum[i] * velocity) + term
        pressure = (gamma - 1.0) * (energy[i] - 0.5 * momentum[i] * velocity)
        arrays_1_dot[i] = (
            momentum_dot[i] * velocity + momentum[i] * velocity_dot + pressure_dot
        )
        arrays_1[i] = momentum[i] * velocity + pressure
        term_3 = (energy_dot[i] + pressure_dot) * velocity
        arrays_2_dot[i] = term_3 + (energy[i] + pressure) * velocity_dot
        arrays_2[i] = (energy[i] + pressure) * velocity
    shape_0 = momentum.shape[0]
    whole_dot = np.zeros((3, shape_0))
    whole = np.empty((3, shape_0))
    for i in range(shape_0):
        whole_dot[0, i] = momentum_dot[i]
        whole[0, i] = momentum[i]
        whole_dot[1, i] = arrays_1_dot[i]
        whole[1, i] = arrays_1[i]
        whole_dot[2, i] = arrays_2_dot[i]
        whole[2, i] = arrays_2[i]
    return whole, whole_dot


def joined_tangent(
    arrays_0, arrays_1, arrays_2, arrays_0_dot, arrays_1_dot, arrays_2_dot
):
    """joined and its tangent."""
    if arrays_0.shape[0] != arrays_1.shape[0]:
        raise ValueError("operands have different shapes")
    if arrays_0.shape[0] != arrays_2.shape[0]:
        raise ValueError("operands have different shapes")
    length = arrays_0.shape[1] + arrays_1.shape[1] + arrays_2.shape[1]
    whole_dot = np.zeros((arrays_0.shape[0], length))
    whole = np.empty((arrays_0.shape[0], length))
    stop = arrays_0.shape[1]
    whole_dot[:, :stop] = arrays_0_dot
    whole[:, :stop] = arrays_0
    start = arrays_0.shape[1]
    stop = arrays_0.shape[1] + arrays_1.shape[1]
    whole_dot[:, start:stop] = arrays_1_dot
    whole[:, start:stop] = arrays_1
    start = arrays_0.shape[1] + arrays_1.shape[1]
    whole_dot[:, start:] = arrays_2_dot
    whole[:, start:] = arrays_2
    return whole, whole_dot


def euler_equations_of_gas_jvp(q, gamma, ratio, steps, q_dot, gamma_dot, ratio_dot):
    """The value of euler_equations_of_gas, and its derivative in the direction
    q_dot, gamma_dot, ratio_dot.
    """
    for _ in range(steps):
        f, f_dot = flux_tangent(q, gamma, q_dot, gamma_dot)
        if q[:, 2:].shape[0] != f[:, 2:].shape[0]:
            raise ValueError("q[:, 2:] and f[:, 2:] have different shapes")
        if q[:, 2:].shape[1] != f[:, 2:].shape[1]:
            raise ValueError("q[:, 2:] and f[:, 2:] have different shapes")
        inner_dot = np.zeros((q.shape[0], max(q.shape[1] - 2, 0)))
        inner = np.empty((q.shape[0], max(q.shape[1] - 2, 0)))
        for i in range(q.shape[0]):
            for j in range(q.shape[1] - 2):
                term_2 = 0.5 * ratio * (f_dot[i, j + 2] - f_dot[i, j])
                term = 0.5 * ratio_dot * (f[i, j + 2] - f[i, j]) + term_2
                inner_dot[i, j] = 0.5 * (q_dot[i, j + 2] + q_dot[i, j]) - term
                term_3 = 0.5 * ratio * (f[i, j + 2] - f[i, j])
                inner[i, j] = 0.5 * (q[i, j + 2] + q[i, j]) - term_3
        arrays_0_dot = q_dot[:, :1]
        arrays_0 = q[:, :1]
        arrays_2_dot = q_dot[:, -1:]
        arrays_2 = q[:, -1:]
        q, q_dot = joined_tangent(
            arrays_0, inner, arrays_2, arrays_0_dot, inner_dot, arrays_2_dot
        )
    return q, q_dot
