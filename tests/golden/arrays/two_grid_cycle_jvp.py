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


def solution_tangent(a, b, a_dot, b_dot):
    z = solution(a, b)
    product = a_dot @ z
    term = np.empty_like(b_dot)
    for i in range(len(b_dot)):
        term[i] = b_dot[i] - product[i]
    return z, solution(a, term)


def two_grid_cycle_jvp(u, f, h, u_dot, f_dot, h_dot):
    """The value of two_grid_cycle, and its derivative in the direction u_dot, f_dot,
    h_dot.
    """
    u_2_dot = u_dot
    u_2 = u
    for _ in range(2):
        u_2_dot = u_2_dot.copy()
        u_2 = u_2.copy()
        if len(u_2[:-2]) != len(f[1:-1]):
            raise ValueError("u[:-2] and f[1:-1] have different shapes")
        values_dot = np.empty(max(len(u_2) - 2, 0))
        values = np.empty(max(len(u_2) - 2, 0))
        for i in range(len(u_2) - 2):
            values_dot[i] = (
                2.0
                * (
                    0.5
                    * (
                        u_2_dot[i]
                        + u_2_dot[i + 2]
                        + ((h_dot * h + h * h_dot) * f[i + 1] + h * h * f_dot[i + 1])
                    )
                    - u_2_dot[i + 1]
                )
                / 3.0
            )
            values[i] = (
                (0.5 * (u_2[i] + u_2[i + 2] + h * h * f[i + 1]) - u_2[i + 1])
                * 2.0
                / 3.0
            )
        for i in range(len(u_2) - 2):
            u_2_dot[i + 1] += values_dot[i]
            u_2[i + 1] += values[i]
    residual_dot = np.zeros_like(u_2)
    residual = np.zeros_like(u_2)
    if len(f[1:-1]) != len(u_2[2:]):
        raise ValueError("f[1:-1] and u[2:] have different shapes")
    power_dot = 2.0 * h * h_dot
    power = h**2
    for i in range(len(u_2) - 2):
        quotient = (u_2[i] - 2.0 * u_2[i + 1] + u_2[i + 2]) / power
        factor = (
            u_2_dot[i] - 2.0 * u_2_dot[i + 1] + u_2_dot[i + 2] - quotient * power_dot
        )
        quotient_dot = factor / power
        residual_dot[i + 1] = f_dot[i + 1] + quotient_dot
        residual[i + 1] = f[i + 1] + quotient
    coarse_dot = np.zeros(len(u_2) // 2 + 1)
    coarse = np.zeros(len(u_2) // 2 + 1)
    if len(residual[1:-2:2]) != len(residual[2:-1:2]):
        raise ValueError("residual[1:-2:2] and residual[2:-1:2] have different shapes")
    if len(residual[2:-1:2]) != len(residual[3::2]):
        raise ValueError("residual[2:-1:2] and residual[3::2] have different shapes")
    if len(coarse[1:-1]) != len(residual[3::2]):
        raise ValueError("coarse[1:-1] and residual[3::2] have different shapes")
    residual_part_dot = residual_dot[1:-2:2]
    residual_part = residual[1:-2:2]
    residual_part_2_dot = residual_dot[2:-1:2]
    residual_part_2 = residual[2:-1:2]
    residual_part_3_dot = residual_dot[3::2]
    residual_part_3 = residual[3::2]
    for i in range(len(u_2) // 2 - 1):
        coarse_dot[i + 1] = (
            0.25 * residual_part_dot[i]
            + 0.5 * residual_part_2_dot[i]
            + 0.25 * residual_part_3_dot[i]
        )
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
    power_2_dot = 8.0 * h * h_dot
    power_2 = (2.0 * h) ** 2
    operator_dot = np.empty_like(eye_result)
    operator = np.empty_like(eye_result)
    for i in range(m):
        for j in range(m):
            factor_2 = (
                2.0 * (1.0 if i == j else 0.0) - eye_result[i, j] - eye_2_result[i, j]
            )
            quotient = factor_2 / power_2
            operator_dot[i, j] = -quotient * power_2_dot / power_2
            operator[i, j] = quotient
    error_dot = np.zeros_like(coarse)
    error = np.zeros_like(coarse)
    b_dot = coarse_dot[1:-1]
    b = coarse[1:-1]
    solution_result, solution_result_dot = solution_tangent(
        operator, b, operator_dot, b_dot
    )
    if len(error[1:-1]) != len(solution_result):
        raise ValueError("error[1:-1] and solution_result have different shapes")
    for i in range(len(u_2) // 2 - 1):
        error_dot[i + 1] = solution_result_dot[i]
        error[i + 1] = solution_result[i]
    u_5_dot = u_2_dot.copy()
    u_5 = u_2.copy()
    if u_5[::2].shape != error.shape:
        raise ValueError("u[::2] and error have different shapes")
    u_5_dot[::2] += error_dot
    u_5[::2] += error
    if len(u_5[1::2]) != len(error[1:]):
        raise ValueError("u[1::2] and error[1:] have different shapes")
    term_dot = np.empty(len(u_2) // 2)
    term = np.empty(len(u_2) // 2)
    for i in range(len(u_2) // 2):
        term_dot[i] = 0.5 * (error_dot[i + 1] + error_dot[i])
        term[i] = 0.5 * (error[i + 1] + error[i])
    u_5_dot[1::2] += term_dot
    u_5[1::2] += term
    u_3_dot = u_5_dot
    u_3 = u_5
    for __2 in range(1):
        u_3_dot = u_3_dot.copy()
        u_3 = u_3.copy()
        if len(u_3[:-2]) != len(f[1:-1]):
            raise ValueError("u[:-2] and f[1:-1] have different shapes")
        values_2_dot = np.empty(max(len(u_3) - 2, 0))
        values_2 = np.empty(max(len(u_3) - 2, 0))
        for i_2 in range(len(u_3) - 2):
            values_2_dot[i_2] = (
                2.0
                * (
                    0.5
                    * (
                        u_3_dot[i_2]
                        + u_3_dot[i_2 + 2]
                        + (
                            (h_dot * h + h * h_dot) * f[i_2 + 1]
                            + h * h * f_dot[i_2 + 1]
                        )
                    )
                    - u_3_dot[i_2 + 1]
                )
                / 3.0
            )
            values_2[i_2] = (
                (0.5 * (u_3[i_2] + u_3[i_2 + 2] + h * h * f[i_2 + 1]) - u_3[i_2 + 1])
                * 2.0
                / 3.0
            )
        for i_2 in range(len(u_3) - 2):
            u_3_dot[i_2 + 1] += values_2_dot[i_2]
            u_3[i_2 + 1] += values_2[i_2]
    return u_3, u_3_dot
