import numpy as np


def append(arr):
    """An array, and values after it; of all elements in a row if no axis is given."""
    array = 0.0
    arrays_0 = np.array([array])
    length = arr.shape[0] + arrays_0.shape[0]
    whole = np.empty(length)
    stop = arr.shape[0]
    whole[:stop] = arr
    start = arr.shape[0]
    whole[start:] = arrays_0
    return whole


def append_adjoint(result_bar, arr_bar):
    """The adjoint of arr is added to arr_bar."""
    # forward sweep
    stop = arr_bar.shape[0]
    start = arr_bar.shape[0]

    # reverse sweep
    whole_bar = result_bar.copy()
    whole_bar[start:] = 0.0
    arr_bar += whole_bar[:stop]


def mass(self_lengths, self_below, angles):
    n = len(angles)
    A = np.arange(n)
    turn = np.empty((n, n))
    for i in range(n):
        for j in range(n):
            turn[i, j] = np.cos(angles[i] - angles[j])
    operand = np.outer(self_lengths, self_lengths)
    if len(A) != operand.shape[0]:
        raise ValueError("self_below_taken and operand have different shapes")
    if len(A) != operand.shape[1]:
        raise ValueError("self_below_taken and operand have different shapes")
    if operand.shape[0] != n:
        raise ValueError("operand and turn have different shapes")
    out = np.empty((len(A), len(A)))
    for i in range(len(A)):
        for j in range(len(A)):
            k = np.maximum(A[i], A[j])
            self_below_taken = self_below[k]
            out[i, j] = self_below_taken * operand[i, j] * turn[i, j]
    return out


def mass_adjoint(
    self_lengths,
    self_below,
    angles,
    result_bar,
    self_lengths_bar,
    self_below_bar,
    angles_bar,
):
    """The adjoint of self_lengths, self_below and angles is added to
    self_lengths_bar, self_below_bar, angles_bar.
    """
    # forward sweep
    n = len(angles)
    A = np.arange(n)
    turn = np.empty((n, n))
    for i in range(n):
        for j in range(n):
            turn[i, j] = np.cos(angles[i] - angles[j])
    operand = np.outer(self_lengths, self_lengths)
    if len(A) != operand.shape[0]:
        raise ValueError("self_below_taken and operand have different shapes")
    if len(A) != operand.shape[1]:
        raise ValueError("self_below_taken and operand have different shapes")
    if operand.shape[0] != n:
        raise ValueError("operand and turn have different shapes")

    # reverse sweep
    turn_bar = np.zeros_like(turn)
    operand_bar = np.empty_like(operand)

    # forward and reverse in one sweep: the iterations are independent
    for i in range(len(A)):
        for j in range(len(A)):
            k = np.maximum(A[i], A[j])
            self_below_taken = self_below[k]
            self_below_bar[k] += operand[i, j] * turn[i, j] * result_bar[i, j]
            operand_bar[i, j] = self_below_taken * turn[i, j] * result_bar[i, j]
            turn_bar[i, j] += self_below_taken * operand[i, j] * result_bar[i, j]
    self_lengths_bar += np.dot(operand_bar, self_lengths)
    self_lengths_bar += np.dot(self_lengths, operand_bar)
    for i in range(n):
        angles_i_bar = 0.0
        for j in range(n):
            difference_bar = -np.sin(angles[i] - angles[j]) * turn_bar[i, j]
            angles_i_bar += difference_bar
            angles_bar[j] -= difference_bar
        angles_bar[i] += angles_i_bar


def running_sums(a):
    """The sums of the elements of a vector up to each."""
    values = np.empty(len(a), np.float64)
    running = 0.0
    for i in range(len(a)):
        running += a[i]
        values[i] = running
    return values


def running_sums_adjoint(result_bar, a_bar):
    """The adjoint of a is added to a_bar."""
    running_bar = 0.0
    for i in range(len(a_bar) - 1, -1, -1):
        running_bar += result_bar[i]
        a_bar[i] += running_bar


def energy_adjoint(
    self_lengths,
    self_below,
    angles,
    speeds,
    gravity,
    result_bar,
    self_lengths_bar,
    self_below_bar,
    angles_bar,
    speeds_bar,
):
    """The adjoint of self_lengths, self_below, angles and speeds is added to
    self_lengths_bar, self_below_bar, angles_bar, speeds_bar.
    """
    # forward sweep
    if len(self_lengths) != len(angles):
        raise ValueError("self_lengths and angles have different shapes")
    a = np.empty_like(self_lengths)
    for i in range(len(self_lengths)):
        a[i] = self_lengths[i] * np.cos(angles[i])
    running_sums_result = running_sums(a)
    append_result = append(self_below[1:])
    if len(self_below) != len(append_result):
        raise ValueError("self_below and append_result have different shapes")
    if len(append_result) != len(self_lengths):
        raise ValueError("append_result and height have different shapes")
    mass_result = mass(self_lengths, self_below, angles)
    if len(speeds) != mass_result.shape[0]:
        raise ValueError("speeds and mass_result have different shapes")
    if mass_result.shape[1] != len(speeds):
        raise ValueError("mass_result and speeds have different shapes")
    term = np.empty_like(speeds)
    for i in range(len(speeds)):
        term[i] = 0.5 * speeds[i]
    product = term @ mass_result

    # reverse sweep
    product_bar = speeds * result_bar
    speeds_bar += product * result_bar
    term_bar = mass_result @ product_bar
    mass_result_bar = np.outer(term, product_bar)
    for i in range(len(speeds)):
        speeds_bar[i] += 0.5 * term_bar[i]
    mass_adjoint(
        self_lengths,
        self_below,
        angles,
        mass_result_bar,
        self_lengths_bar,
        self_below_bar,
        angles_bar,
    )
    total_bar = gravity * result_bar
    running_sums_result_bar = np.empty_like(running_sums_result)
    append_result_bar = np.empty_like(append_result)

    # forward and reverse in one sweep: the iterations are independent
    for i in range(len(self_lengths)):
        height = -running_sums_result[i]
        self_below_bar[i] += height * total_bar
        append_result_bar[i] = -height * total_bar
        height_bar = (self_below[i] - append_result[i]) * total_bar
        running_sums_result_bar[i] = -height_bar
    append_adjoint(append_result_bar, self_below_bar[1:])
    a_bar = np.zeros_like(a)
    running_sums_adjoint(running_sums_result_bar, a_bar)

    # forward and reverse in one sweep: the iterations are independent
    for i in range(len(self_lengths)):
        self_lengths_bar[i] += np.cos(angles[i]) * a_bar[i]
        angles_bar[i] -= np.sin(angles[i]) * self_lengths[i] * a_bar[i]


def push(self_lengths, self_below, angles, speeds, gravity):
    n = len(angles)
    A = np.arange(n)
    turn = np.empty((n, n))
    operand = np.outer(self_lengths, self_lengths)
    if len(A) != operand.shape[0]:
        raise ValueError("self_below_taken and operand have different shapes")
    if len(A) != operand.shape[1]:
        raise ValueError("self_below_taken and operand have different shapes")
    if operand.shape[0] != n:
        raise ValueError("operand and turn have different shapes")
    coupling = np.empty((len(A), len(A)))
    if len(self_below) != len(self_lengths):
        raise ValueError("self_below and self_lengths have different shapes")
    if len(self_lengths) != len(angles):
        raise ValueError("self_lengths and angles have different shapes")
    weight = np.empty_like(self_below)
    for i in range(n):
        for j in range(n):
            turn[i, j] = np.sin(angles[i] - angles[j])
        weight[i] = self_below[i] * gravity * self_lengths[i] * np.sin(angles[i])
    for i in range(len(A)):
        for j in range(len(A)):
            k = np.maximum(A[i], A[j])
            self_below_taken = self_below[k]
            coupling[i, j] = self_below_taken * operand[i, j] * turn[i, j]
    if n != len(speeds):
        raise ValueError("coupling and speeds have different shapes")
    term = np.empty((len(A), len(A)))
    power = np.empty_like(speeds)
    for i in range(n):
        for j in range(n):
            term[i, j] = -coupling[i, j]
        power[i] = speeds[i] ** 2
    product = term @ power
    out = np.empty_like(product)
    for i in range(n):
        out[i] = product[i] - weight[i]
    return out


def push_adjoint(
    self_lengths,
    self_below,
    angles,
    speeds,
    gravity,
    result_bar,
    self_lengths_bar,
    self_below_bar,
    angles_bar,
    speeds_bar,
):
    """The adjoint of self_lengths, self_below, angles and speeds is added to
    self_lengths_bar, self_below_bar, angles_bar, speeds_bar.
    """
    # forward sweep
    n = len(angles)
    A = np.arange(n)
    turn = np.empty((n, n))
    operand = np.outer(self_lengths, self_lengths)
    if len(A) != operand.shape[0]:
        raise ValueError("self_below_taken and operand have different shapes")
    if len(A) != operand.shape[1]:
        raise ValueError("self_below_taken and operand have different shapes")
    if operand.shape[0] != n:
        raise ValueError("operand and turn have different shapes")
    coupling = np.empty((len(A), len(A)))
    if len(self_below) != len(self_lengths):
        raise ValueError("self_below and self_lengths have different shapes")
    if len(self_lengths) != len(angles):
        raise ValueError("self_lengths and angles have different shapes")
    weight = np.empty_like(self_below)
    for i in range(n):
        for j in range(n):
            turn[i, j] = np.sin(angles[i] - angles[j])
    for i in range(len(A)):
        for j in range(len(A)):
            k = np.maximum(A[i], A[j])
            coupling[i, j] = self_below[k] * operand[i, j] * turn[i, j]
    if n != len(speeds):
        raise ValueError("coupling and speeds have different shapes")
    term = np.empty((len(A), len(A)))
    power = np.empty_like(speeds)
    for i in range(n):
        for j in range(n):
            term[i, j] = -coupling[i, j]
        power[i] = speeds[i] ** 2
    product = term @ power

    # reverse sweep
    weight_bar = np.empty_like(weight)
    product_bar = np.zeros_like(product)
    for i in range(n):
        product_bar[i] += result_bar[i]
        weight_bar[i] = -result_bar[i]
    term_bar = np.outer(product_bar, power)
    power_bar = term.T @ product_bar
    coupling_bar = np.zeros_like(coupling)
    for i in range(n):
        speeds_bar[i] += 2.0 * speeds[i] * power_bar[i]
        for j in range(n):
            coupling_bar[i, j] -= term_bar[i, j]
    turn_bar = np.zeros_like(turn)
    operand_bar = np.empty_like(operand)

    # forward and reverse in one sweep: the iterations are independent
    for i in range(len(A)):
        for j in range(len(A)):
            k = np.maximum(A[i], A[j])
            self_below_taken = self_below[k]
            self_below_taken_bar = operand[i, j] * turn[i, j] * coupling_bar[i, j]
            operand_bar[i, j] = self_below_taken * turn[i, j] * coupling_bar[i, j]
            turn_bar[i, j] += self_below_taken * operand[i, j] * coupling_bar[i, j]
            self_below_bar[k] += self_below_taken_bar

    # forward and reverse in one sweep: the iterations are independent
    for i in range(n):
        sin_angles = np.sin(angles[i])
        self_below_bar[i] += gravity * self_lengths[i] * sin_angles * weight_bar[i]
        self_lengths_bar[i] += self_below[i] * gravity * sin_angles * weight_bar[i]
        sin_angles_bar = self_below[i] * gravity * self_lengths[i] * weight_bar[i]
        angles_bar[i] += np.cos(angles[i]) * sin_angles_bar
        angles_i_bar = 0.0
        for j in range(n):
            difference_bar = np.cos(angles[i] - angles[j]) * turn_bar[i, j]
            angles_i_bar += difference_bar
            angles_bar[j] -= difference_bar
        angles_bar[i] += angles_i_bar
    self_lengths_bar += np.dot(operand_bar, self_lengths)
    self_lengths_bar += np.dot(self_lengths, operand_bar)


def solution(a, b):
    """The vector x with a @ x = b: s2sad.library.inverses.solution(a, b)."""
    return np.linalg.solve(a, b)


def solution_adjoint(a, b, z_bar, a_bar, b_bar):
    z = solution(a, b)
    w = solution(a.T, z_bar)
    outer_result = np.outer(w, z)
    for i in range(a_bar.shape[0]):
        for j in range(a_bar.shape[1]):
            a_bar[i, j] -= outer_result[i, j]
    for i in range(len(b_bar)):
        b_bar[i] += w[i]


def forces_of_a_swinging_chain_vjp(
    angles, speeds, masses, lengths, friction, dt, gravity, result_0_bar, result_1_bar
):
    """The adjoints of angles, speeds, masses, lengths, friction and dt of
    forces_of_a_swinging_chain, for the adjoint of its result.
    """
    # forward sweep: saves angles_2, speeds_2, a_2, force and push_result
    a = masses[::-1]
    m = running_sums(a)
    self_below = m[::-1]
    angles_2 = angles
    speeds_2 = speeds
    angles_2_saved = []
    speeds_2_saved = []
    a_2_saved = []
    force_saved = []
    push_result_saved = []
    for k in range(2):
        push_result = push(lengths, self_below, angles_2, speeds_2, gravity)
        push_result_saved.append(push_result)
        if len(push_result) != len(speeds_2):
            raise ValueError("push_result and speeds have different shapes")
        force = np.empty_like(push_result)
        force_saved.append(force)
        for i in range(len(push_result)):
            force[i] = push_result[i] - friction * speeds_2[i]
        a_2 = mass(lengths, self_below, angles_2)
        a_2_saved.append(a_2)
        solution_result = solution(a_2, force)
        operand = np.empty_like(solution_result)
        for i in range(len(solution_result)):
            operand[i] = dt * solution_result[i]
        if len(speeds_2) != len(solution_result):
            raise ValueError("speeds and operand have different shapes")
        speeds_new = np.empty_like(speeds_2)
        for i in range(len(speeds_2)):
            speeds_new[i] = speeds_2[i] + operand[i]
        speeds_2_saved.append(speeds_2)
        speeds_2 = speeds_new
        if len(angles_2) != len(speeds_2):
            raise ValueError("angles and speeds have different shapes")
        angles_new = np.empty_like(angles_2)
        for i in range(len(angles_2)):
            angles_new[i] = angles_2[i] + dt * speeds_2[i]
        angles_2_saved.append(angles_2)
        angles_2 = angles_new

    # reverse sweep
    masses_bar = np.zeros_like(masses)
    lengths_bar = np.zeros_like(lengths)
    angles_2_bar = result_0_bar.copy()
    speeds_2_bar = np.zeros_like(speeds_2)
    m_bar = np.zeros_like(m)
    self_below_bar = m_bar[::-1]
    energy_adjoint(
        lengths,
        self_below,
        angles_2,
        speeds_2,
        gravity,
        result_1_bar,
        lengths_bar,
        self_below_bar,
        angles_2_bar,
        speeds_2_bar,
    )
    dt_bar = 0.0
    friction_bar = 0.0
    for k in range(1, -1, -1):
        angles_2 = angles_2_saved.pop()
        angles_new_bar = angles_2_bar
        angles_2_bar = np.empty_like(angles_2)
        for i in range(len(angles_2)):
            angles_2_bar[i] = angles_new_bar[i]
            dt_bar += speeds_2[i] * angles_new_bar[i]
            speeds_2_bar[i] += dt * angles_new_bar[i]
        speeds_2 = speeds_2_saved.pop()
        speeds_new_bar = speeds_2_bar
        speeds_2_bar = np.empty_like(speeds_2)
        operand_bar = np.empty_like(speeds_2)
        for i in range(len(speeds_2)):
            speeds_2_bar[i] = speeds_new_bar[i]
            operand_bar[i] = speeds_new_bar[i]
        a_2 = a_2_saved.pop()
        force = force_saved.pop()
        solution_result = solution(a_2, force)
        solution_result_bar = np.empty_like(solution_result)
        for i in range(len(solution_result)):
            dt_bar += solution_result[i] * operand_bar[i]
            solution_result_bar[i] = dt * operand_bar[i]
        force_bar = np.zeros_like(force)
        a_2_bar = np.zeros_like(a_2)
        solution_adjoint(a_2, force, solution_result_bar, a_2_bar, force_bar)
        mass_adjoint(
            lengths,
            self_below,
            angles_2,
            a_2_bar,
            lengths_bar,
            self_below_bar,
            angles_2_bar,
        )
        push_result = push_result_saved.pop()
        push_result_bar = np.empty_like(push_result)
        for i in range(len(push_result)):
            push_result_bar[i] = force_bar[i]
            friction_bar -= speeds_2[i] * force_bar[i]
            speeds_2_bar[i] -= friction * force_bar[i]
        push_adjoint(
            lengths,
            self_below,
            angles_2,
            speeds_2,
            gravity,
            push_result_bar,
            lengths_bar,
            self_below_bar,
            angles_2_bar,
            speeds_2_bar,
        )
    a_bar = masses_bar[::-1]
    running_sums_adjoint(m_bar, a_bar)
    return angles_2_bar, speeds_2_bar, masses_bar, lengths_bar, friction_bar, dt_bar
