import numpy as np


def append_tangent(arr, arr_dot):
    """append and its tangent."""
    array = 0.0
    arrays_0 = np.array([array])
    length = arr.shape[0] + arrays_0.shape[0]
    whole_dot = np.zeros(length)
    whole = np.empty(length)
    stop = arr.shape[0]
    whole_dot[:stop] = arr_dot
    whole[:stop] = arr
    start = arr.shape[0]
    whole_dot[start:] = 0.0
    whole[start:] = arrays_0
    return whole, whole_dot


def mass_tangent(
    self_lengths, self_below, angles, self_lengths_dot, self_below_dot, angles_dot
):
    """mass and its tangent."""
    n = len(angles)
    A = np.arange(n)
    turn_dot = np.empty((n, n))
    turn = np.empty((n, n))
    for i in range(n):
        for j in range(n):
            factor = -np.sin(angles[i] - angles[j])
            turn_dot[i, j] = factor * (angles_dot[i] - angles_dot[j])
            turn[i, j] = np.cos(angles[i] - angles[j])
    term = np.outer(self_lengths, self_lengths_dot)
    operand_dot = np.outer(self_lengths_dot, self_lengths) + term
    operand = np.outer(self_lengths, self_lengths)
    if len(A) != operand.shape[0]:
        raise ValueError("self_below_taken and operand have different shapes")
    if len(A) != operand.shape[1]:
        raise ValueError("self_below_taken and operand have different shapes")
    if operand.shape[0] != n:
        raise ValueError("operand and turn have different shapes")
    out_dot = np.empty((len(A), len(A)))
    out = np.empty((len(A), len(A)))
    for i in range(len(A)):
        for j in range(len(A)):
            k = np.maximum(A[i], A[j])
            self_below_taken_dot = self_below_dot[k]
            self_below_taken = self_below[k]
            term_3 = self_below_taken * operand_dot[i, j]
            factor_2 = self_below_taken_dot * operand[i, j] + term_3
            term_2 = factor_2 * turn[i, j]
            out_dot[i, j] = term_2 + self_below_taken * operand[i, j] * turn_dot[i, j]
            out[i, j] = self_below_taken * operand[i, j] * turn[i, j]
    return out, out_dot


def running_sums_tangent(a, a_dot):
    """running_sums and its tangent."""
    values_dot = np.empty(len(a))
    values = np.empty(len(a), np.float64)
    running_dot = 0.0
    running = 0.0
    for i in range(len(a)):
        running_dot += a_dot[i]
        running += a[i]
        values_dot[i] = running_dot
        values[i] = running
    return values, values_dot


def energy_tangent(
    self_lengths,
    self_below,
    angles,
    speeds,
    gravity,
    self_lengths_dot,
    self_below_dot,
    angles_dot,
    speeds_dot,
):
    """energy and its tangent."""
    if len(self_lengths) != len(angles):
        raise ValueError("self_lengths and angles have different shapes")
    a_dot = np.empty_like(self_lengths)
    a = np.empty_like(self_lengths)
    for i in range(len(self_lengths)):
        cos_angles_dot = -np.sin(angles[i]) * angles_dot[i]
        cos_angles = np.cos(angles[i])
        a_dot[i] = self_lengths_dot[i] * cos_angles + self_lengths[i] * cos_angles_dot
        a[i] = self_lengths[i] * cos_angles
    running_sums_result, running_sums_result_dot = running_sums_tangent(a, a_dot)
    append_result, append_result_dot = append_tangent(
        self_below[1:], self_below_dot[1:]
    )
    if len(self_below) != len(append_result):
        raise ValueError("self_below and append_result have different shapes")
    if len(append_result) != len(self_lengths):
        raise ValueError("append_result and height have different shapes")
    total_dot = 0.0
    total = 0.0
    for i in range(len(self_lengths)):
        height_dot = -running_sums_result_dot[i]
        height = -running_sums_result[i]
        term_2 = (self_below_dot[i] - append_result_dot[i]) * height
        total_dot += term_2 + (self_below[i] - append_result[i]) * height_dot
        total += (self_below[i] - append_result[i]) * height
    potential = gravity * total
    mass_result, mass_result_dot = mass_tangent(
        self_lengths, self_below, angles, self_lengths_dot, self_below_dot, angles_dot
    )
    if len(speeds) != mass_result.shape[0]:
        raise ValueError("speeds and mass_result have different shapes")
    if mass_result.shape[1] != len(speeds):
        raise ValueError("mass_result and speeds have different shapes")
    term_dot = np.empty_like(speeds)
    term = np.empty_like(speeds)
    for i in range(len(speeds)):
        term_dot[i] = 0.5 * speeds_dot[i]
        term[i] = 0.5 * speeds[i]
    product_dot = term_dot @ mass_result + term @ mass_result_dot
    product = term @ mass_result
    value_dot = product_dot @ speeds + product @ speeds_dot + gravity * total_dot
    return product @ speeds + potential, value_dot


def push_tangent(
    self_lengths,
    self_below,
    angles,
    speeds,
    gravity,
    self_lengths_dot,
    self_below_dot,
    angles_dot,
    speeds_dot,
):
    """push and its tangent."""
    n = len(angles)
    A = np.arange(n)
    turn_dot = np.empty((n, n))
    turn = np.empty((n, n))
    term_2 = np.outer(self_lengths, self_lengths_dot)
    operand_dot = np.outer(self_lengths_dot, self_lengths) + term_2
    operand = np.outer(self_lengths, self_lengths)
    if len(A) != operand.shape[0]:
        raise ValueError("self_below_taken and operand have different shapes")
    if len(A) != operand.shape[1]:
        raise ValueError("self_below_taken and operand have different shapes")
    if operand.shape[0] != n:
        raise ValueError("operand and turn have different shapes")
    coupling_dot = np.empty((len(A), len(A)))
    coupling = np.empty((len(A), len(A)))
    if len(self_below) != len(self_lengths):
        raise ValueError("self_below and self_lengths have different shapes")
    if len(self_lengths) != len(angles):
        raise ValueError("self_lengths and angles have different shapes")
    weight_dot = np.empty_like(self_below)
    weight = np.empty_like(self_below)
    for i in range(n):
        for j in range(n):
            factor = angles_dot[i] - angles_dot[j]
            turn_dot[i, j] = np.cos(angles[i] - angles[j]) * factor
            turn[i, j] = np.sin(angles[i] - angles[j])
        sin_angles_dot = np.cos(angles[i]) * angles_dot[i]
        sin_angles = np.sin(angles[i])
        term_4 = self_below[i] * gravity * self_lengths_dot[i]
        factor_2 = self_below_dot[i] * gravity * self_lengths[i] + term_4
        term_3 = factor_2 * sin_angles
        term_5 = self_below[i] * gravity * self_lengths[i] * sin_angles_dot
        weight_dot[i] = term_3 + term_5
        weight[i] = self_below[i] * gravity * self_lengths[i] * sin_angles
    for i in range(len(A)):
        for j in range(len(A)):
            k = np.maximum(A[i], A[j])
            self_below_taken_dot = self_below_dot[k]
            self_below_taken = self_below[k]
            term_7 = self_below_taken * operand_dot[i, j]
            factor_3 = self_below_taken_dot * operand[i, j] + term_7
            term_6 = factor_3 * turn[i, j]
            term_8 = self_below_taken * operand[i, j] * turn_dot[i, j]
            coupling_dot[i, j] = term_6 + term_8
            coupling[i, j] = self_below_taken * operand[i, j] * turn[i, j]
    if n != len(speeds):
        raise ValueError("coupling and speeds have different shapes")
    term_dot = np.zeros((len(A), len(A)))
    term = np.empty((len(A), len(A)))
    power_dot = np.zeros_like(speeds)
    power = np.empty_like(speeds)
    for i in range(n):
        for j in range(n):
            term_dot[i, j] = -coupling_dot[i, j]
            term[i, j] = -coupling[i, j]
        power_dot[i] = 2.0 * speeds[i] * speeds_dot[i]
        power[i] = speeds[i] ** 2
    product_dot = term_dot @ power + term @ power_dot
    product = term @ power
    out_dot = np.zeros_like(product)
    out = np.empty_like(product)
    for i in range(n):
        out_dot[i] = product_dot[i] - weight_dot[i]
        out[i] = product[i] - weight[i]
    return out, out_dot


def solution(a, b):
    """The vector x with a @ x = b: s2sad.library.inverses.solution(a, b)."""
    return np.linalg.solve(a, b)


def solution_tangent(a, b, a_dot, b_dot):
    z = solution(a, b)
    product = a_dot @ z
    term = np.empty_like(b_dot)
    for i in range(len(b_dot)):
        term[i] = b_dot[i] - product[i]
    return z, solution(a, term)


def forces_of_a_swinging_chain_jvp(
    angles,
    speeds,
    masses,
    lengths,
    friction,
    dt,
    gravity,
    angles_dot,
    speeds_dot,
    masses_dot,
    lengths_dot,
    friction_dot,
    dt_dot,
):
    """The value of forces_of_a_swinging_chain, and its derivative in the direction
    angles_dot, speeds_dot, masses_dot, lengths_dot, friction_dot, dt_dot.
    """
    a_dot = masses_dot[::-1]
    a = masses[::-1]
    m, m_dot = running_sums_tangent(a, a_dot)
    self_below_dot = m_dot[::-1]
    self_below = m[::-1]
    for _ in range(2):
        push_result, push_result_dot = push_tangent(
            lengths,
            self_below,
            angles,
            speeds,
            gravity,
            lengths_dot,
            self_below_dot,
            angles_dot,
            speeds_dot,
        )
        if len(push_result) != len(speeds):
            raise ValueError("push_result and speeds have different shapes")
        force_dot = np.empty_like(push_result)
        force = np.empty_like(push_result)
        for i in range(len(push_result)):
            term = friction_dot * speeds[i] + friction * speeds_dot[i]
            force_dot[i] = push_result_dot[i] - term
            force[i] = push_result[i] - friction * speeds[i]
        a_2, a_2_dot = mass_tangent(
            lengths, self_below, angles, lengths_dot, self_below_dot, angles_dot
        )
        solution_result, solution_result_dot = solution_tangent(
            a_2, force, a_2_dot, force_dot
        )
        operand_dot = np.empty_like(solution_result)
        operand = np.empty_like(solution_result)
        for i in range(len(solution_result)):
            operand_dot[i] = dt_dot * solution_result[i] + dt * solution_result_dot[i]
            operand[i] = dt * solution_result[i]
        if len(speeds) != len(solution_result):
            raise ValueError("speeds and operand have different shapes")
        speeds_new_dot = np.empty_like(speeds)
        speeds_new = np.empty_like(speeds)
        for i in range(len(speeds)):
            speeds_new_dot[i] = speeds_dot[i] + operand_dot[i]
            speeds_new[i] = speeds[i] + operand[i]
        speeds_dot = speeds_new_dot
        speeds = speeds_new
        if len(angles) != len(speeds):
            raise ValueError("angles and speeds have different shapes")
        angles_new_dot = np.empty_like(angles)
        angles_new = np.empty_like(angles)
        for i in range(len(angles)):
            term_2 = dt_dot * speeds[i] + dt * speeds_dot[i]
            angles_new_dot[i] = angles_dot[i] + term_2
            angles_new[i] = angles[i] + dt * speeds[i]
        angles_dot = angles_new_dot
        angles = angles_new
    value, value_dot = energy_tangent(
        lengths,
        self_below,
        angles,
        speeds,
        gravity,
        lengths_dot,
        self_below_dot,
        angles_dot,
        speeds_dot,
    )
    return angles, value, angles_dot, value_dot
