import numpy as np


def eye(N):
    """The matrix with ones on its k-th diagonal."""
    matrix = np.zeros((N, N))
    for i in range(max(min(N, N - 1), 0)):
        matrix[i, i + 1] = 1
    return matrix


def eye_2(N):
    """The matrix with ones on its k-th diagonal."""
    matrix = np.zeros((N, N))
    for i in range(max(min(N - 1, N), 0)):
        matrix[i + 1, i] = 1
    return matrix


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


def two_grid_cycle_vjp(u, f, h, result_bar):
    """The adjoints of u, f and h of two_grid_cycle, for the adjoint of its result."""
    # forward sweep
    u_2 = u
    for k in range(2):
        u_2 = u_2.copy()
        if len(u_2[:-2]) != len(f[1:-1]):
            raise ValueError("u[:-2] and f[1:-1] have different shapes")
        values = np.empty(max(len(u_2) - 2, 0))
        for i in range(len(u_2) - 2):
            values[i] = (
                (0.5 * (u_2[i] + u_2[i + 2] + h * h * f[i + 1]) - u_2[i + 1])
                * 2.0
                / 3.0
            )
        for i in range(len(u_2) - 2):
            u_2[i + 1] += values[i]
    residual = np.zeros_like(u_2)
    if len(f[1:-1]) != len(u_2[2:]):
        raise ValueError("f[1:-1] and u[2:] have different shapes")
    power = h**2
    for i in range(len(u_2) - 2):
        quotient = (u_2[i] - 2.0 * u_2[i + 1] + u_2[i + 2]) / power
        residual[i + 1] = f[i + 1] + quotient
    coarse = np.zeros(len(u_2) // 2 + 1)
    if len(residual[1:-2:2]) != len(residual[2:-1:2]):
        raise ValueError("residual[1:-2:2] and residual[2:-1:2] have different shapes")
    if len(residual[2:-1:2]) != len(residual[3::2]):
        raise ValueError("residual[2:-1:2] and residual[3::2] have different shapes")
    if len(coarse[1:-1]) != len(residual[3::2]):
        raise ValueError("coarse[1:-1] and residual[3::2] have different shapes")
    residual_part = residual[1:-2:2]
    residual_part_2 = residual[2:-1:2]
    residual_part_3 = residual[3::2]
    for i in range(len(u_2) // 2 - 1):
        coarse[i + 1] = (
            0.25 * residual_part[i]
            + 0.5 * residual_part_2[i]
            + 0.25 * residual_part_3[i]
        )
    m = len(coarse) - 2
    eye_result = eye(m)
    if m != eye_result.shape[0]:
        raise ValueError("an array of m and eye_result have different shapes")
    if m != eye_result.shape[1]:
        raise ValueError("an array of m and eye_result have different shapes")
    eye_2_result = eye_2(m)
    power_2 = (2.0 * h) ** 2
    operator = np.empty_like(eye_result)
    for i in range(m):
        for j in range(m):
            factor = (
                2.0 * (1.0 if i == j else 0.0) - eye_result[i, j] - eye_2_result[i, j]
            )
            quotient = factor / power_2
            operator[i, j] = quotient
    error = np.zeros_like(coarse)
    b = coarse[1:-1]
    solution_result = solution(operator, b)
    if len(error[1:-1]) != len(solution_result):
        raise ValueError("error[1:-1] and solution_result have different shapes")
    for i in range(len(u_2) // 2 - 1):
        error[i + 1] = solution_result[i]
    u_5 = u_2.copy()
    if u_5[::2].shape != error.shape:
        raise ValueError("u[::2] and error have different shapes")
    u_5[::2] += error
    if len(u_5[1::2]) != len(error[1:]):
        raise ValueError("u[1::2] and error[1:] have different shapes")
    term = np.empty(len(u_2) // 2)
    for i in range(len(u_2) // 2):
        term[i] = 0.5 * (error[i + 1] + error[i])
    u_5[1::2] += term
    u_3 = u_5
    for k in range(1):
        u_3 = u_3.copy()
        if len(u_3[:-2]) != len(f[1:-1]):
            raise ValueError("u[:-2] and f[1:-1] have different shapes")
        values_2 = np.empty(max(len(u_3) - 2, 0))
        for i_2 in range(len(u_3) - 2):
            values_2[i_2] = (
                (0.5 * (u_3[i_2] + u_3[i_2 + 2] + h * h * f[i_2 + 1]) - u_3[i_2 + 1])
                * 2.0
                / 3.0
            )
        for i_2 in range(len(u_3) - 2):
            u_3[i_2 + 1] += values_2[i_2]

    # reverse sweep
    u_bar = np.zeros_like(u)
    f_bar = np.zeros_like(f)
    u_3_bar = result_bar.copy()
    h_bar = 0.0
    for k in range(0, -1, -1):
        values_2_bar = np.empty(max(len(u_3) - 2, 0))
        for i_2 in range(len(u_3) - 2):
            values_2_bar[i_2] = u_3_bar[i_2 + 1]
        for i_2 in range(len(u_3) - 2):
            difference_bar = 2.0 * (values_2_bar[i_2] / 3.0)
            sum_bar = 0.5 * difference_bar
            u_3_bar[i_2] += sum_bar
            u_3_bar[i_2 + 2] += sum_bar
            h_bar += 2.0 * h * f[i_2 + 1] * sum_bar
            f_bar[i_2 + 1] += h * h * sum_bar
            u_3_bar[i_2 + 1] -= difference_bar
        u_3_new_bar = u_3_bar
        u_3_bar = np.zeros_like(u_3)
        u_3_bar += u_3_new_bar
    u_5_bar = u_3_bar.copy()
    term_bar = u_5_bar[1::2].copy()
    error_bar = np.zeros_like(error)
    for i in range(len(u_2) // 2):
        error_bar[i + 1] += 0.5 * term_bar[i]
        error_bar[i] += 0.5 * term_bar[i]
    error_bar += u_5_bar[::2]
    u_2_bar = u_5_bar
    solution_result_bar = np.zeros_like(solution_result)
    for i in range(len(u_2) // 2 - 1):
        solution_result_bar[i] += error_bar[i + 1]
        error_bar[i + 1] = 0.0
    coarse_bar = np.zeros_like(coarse)
    operator_bar = np.zeros_like(operator)
    b_bar = coarse_bar[1:-1]
    solution_adjoint(operator, b, solution_result_bar, operator_bar, b_bar)

    # forward and reverse in one sweep: the iterations are independent
    power_2_bar = 0.0
    for i in range(m):
        for j in range(m):
            factor_2 = (
                2.0 * (1.0 if i == j else 0.0) - eye_result[i, j] - eye_2_result[i, j]
            )
            quotient = factor_2 / power_2
            power_2_bar -= quotient * operator_bar[i, j] / power_2
    h_bar += 8.0 * h * power_2_bar
    residual_bar = np.zeros_like(residual)
    residual_part_bar = residual_bar[1:-2:2]
    residual_part_2_bar = residual_bar[2:-1:2]
    residual_part_3_bar = residual_bar[3::2]
    for i in range(len(u_2) // 2 - 2, -1, -1):
        residual_part_bar[i] += 0.25 * coarse_bar[i + 1]
        residual_part_2_bar[i] += 0.5 * coarse_bar[i + 1]
        residual_part_3_bar[i] += 0.25 * coarse_bar[i + 1]
        coarse_bar[i + 1] = 0.0
    power_bar = 0.0
    for i in range(len(u_2) - 2):
        f_bar[i + 1] += residual_bar[i + 1]
        quotient_bar = residual_bar[i + 1]
        residual_bar[i + 1] = 0.0
        quotient = (u_2[i] - 2.0 * u_2[i + 1] + u_2[i + 2]) / power
        numerator_bar = quotient_bar / power
        u_2_bar[i] += numerator_bar
        u_2_bar[i + 1] -= 2.0 * numerator_bar
        u_2_bar[i + 2] += numerator_bar
        power_bar -= quotient * numerator_bar
    h_bar += 2.0 * h * power_bar
    for k in range(1, -1, -1):
        values_bar = np.empty(max(len(u_2) - 2, 0))
        for i in range(len(u_2) - 2):
            values_bar[i] = u_2_bar[i + 1]
        for i in range(len(u_2) - 2):
            difference_bar = 2.0 * (values_bar[i] / 3.0)
            sum_bar = 0.5 * difference_bar
            u_2_bar[i] += sum_bar
            u_2_bar[i + 2] += sum_bar
            h_bar += 2.0 * h * f[i + 1] * sum_bar
            f_bar[i + 1] += h * h * sum_bar
            u_2_bar[i + 1] -= difference_bar
        u_2_new_bar = u_2_bar
        u_2_bar = np.zeros_like(u_2)
        u_2_bar += u_2_new_bar
    u_bar += u_2_bar
    return u_bar, f_bar, h_bar
