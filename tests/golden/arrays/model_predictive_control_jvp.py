import numpy as np


def matmul_tangent(left, right, left_dot, right_dot):
    """matmul and its tangent."""
    if right.shape[0] != left.shape[2]:
        raise ValueError("operands of matmul have different shapes")
    result_dot = np.empty((left.shape[0], left.shape[1]))
    result = np.empty((left.shape[0], left.shape[1]))
    for i in range(left.shape[0]):
        for j in range(left.shape[1]):
            total_dot = 0.0
            total = 0.0
            for k in range(left.shape[2]):
                total_dot += left_dot[i, j, k] * right[k] + left[i, j, k] * right_dot[k]
                total += left[i, j, k] * right[k]
            result_dot[i, j] = total_dot
            result[i, j] = total
    return result, result_dot


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


def model_predictive_control_jvp(
    a,
    b,
    start,
    target,
    effort,
    inputs,
    a_dot,
    b_dot,
    start_dot,
    target_dot,
    effort_dot,
    inputs_dot,
):
    """The value of model_predictive_control, and its derivative in the direction
    a_dot, b_dot, start_dot, target_dot, effort_dot, inputs_dot.
    """
    n = len(start)
    horizon = len(inputs)
    free_dot = np.empty((horizon, n))
    free = np.empty((horizon, n))
    forced_dot = np.zeros((horizon, n, horizon))
    forced = np.zeros((horizon, n, horizon))
    power_dot = np.zeros_like(np.eye(n))
    power = np.eye(n)
    state_dot = start_dot
    state = start
    columns_values_dot = np.zeros((max(horizon, 0), n))
    columns_values = np.empty((max(horizon, 0), n))
    for k in range(horizon):
        if power.shape[0] != len(b):
            raise ValueError("power and b have different shapes")
        row_2_dot = power_dot @ b + power @ b_dot
        row_2 = power @ b
        if columns_values[k, :].shape != row_2.shape:
            raise ValueError("columns_values[k, :] and row have different shapes")
        if a.shape[1] != power.shape[0]:
            raise ValueError("a and power have different shapes")
        power_dot = a_dot @ power + a @ power_dot
        power = a @ power
        state_dot = a_dot @ state + a @ state_dot
        state = a @ state
        if free[k].shape != state.shape:
            raise ValueError("free[k] and state have different shapes")
        for i in range(n):
            columns_values_dot[k, i] = row_2_dot[i]
            columns_values[k, i] = row_2[i]
            free_dot[k, i] = state_dot[i]
            free[k, i] = state[i]
        columns_count = k + 1
        for j in range(k + 1):
            term_dot = columns_values_dot[:columns_count][k - j]
            term = columns_values[:columns_count][k - j]
            for i in range(n):
                forced_dot[k, i, j] = term_dot[i]
                forced[k, i, j] = term[i]
    matmul_result, matmul_result_dot = matmul_tangent(
        forced, inputs, forced_dot, inputs_dot
    )
    if matmul_result.shape[1] != len(target):
        raise ValueError("matmul_result and target have different shapes")
    error_dot = np.empty_like(free)
    error = np.empty_like(free)
    for i in range(horizon):
        for j in range(n):
            error_dot[i, j] = free_dot[i, j] + matmul_result_dot[i, j] - target_dot[j]
            error[i, j] = free[i, j] + matmul_result[i, j] - target[j]
    big_dot = np.reshape(np.ascontiguousarray(forced_dot), (horizon * n, horizon))
    big = np.reshape(np.ascontiguousarray(forced), (horizon * n, horizon))
    product_dot = big_dot.T @ big + big.T @ big_dot
    product = big.T @ big
    hessian_dot = np.empty_like(product)
    hessian = np.empty_like(product)
    operand_dot = np.reshape(np.ascontiguousarray(error_dot), -1)
    operand = np.reshape(np.ascontiguousarray(error), -1)
    if big.shape[0] != len(operand):
        raise ValueError("big and operand have different shapes")
    product_2_dot = big_dot.T @ operand + big.T @ operand_dot
    product_2 = big.T @ operand
    b_2_dot = np.empty_like(product_2)
    b_2 = np.empty_like(product_2)
    for i in range(big.shape[1]):
        for j in range(big.shape[1]):
            term_2 = effort_dot * (1.0 if i == j else 0.0)
            hessian_dot[i, j] = product_dot[i, j] + term_2
            hessian[i, j] = product[i, j] + effort * (1.0 if i == j else 0.0)
        term_3 = effort_dot * inputs[i] + effort * inputs_dot[i]
        b_2_dot[i] = product_2_dot[i] + term_3
        b_2[i] = product_2[i] + effort * inputs[i]
    solution_result, solution_result_dot = solution_tangent(
        hessian, b_2, hessian_dot, b_2_dot
    )
    newton_dot = np.empty_like(solution_result)
    newton = np.empty_like(solution_result)
    for i in range(len(solution_result)):
        newton_dot[i] = -solution_result_dot[i]
        newton[i] = -solution_result[i]
    if horizon != len(solution_result):
        raise ValueError("inputs and newton have different shapes")
    better_dot = np.empty_like(inputs)
    better = np.empty_like(inputs)
    for i in range(horizon):
        tanh_result = np.tanh(0.5 * (inputs[i] + newton[i]))
        better_dot[i] = (1.0 - tanh_result**2) * (inputs_dot[i] + newton_dot[i])
        better[i] = 2.0 * tanh_result
    matmul_result_2, matmul_result_2_dot = matmul_tangent(
        forced, better, forced_dot, better_dot
    )
    total_dot = 0.0
    total = 0.0
    for i in range(horizon):
        for j in range(n):
            total_dot += (
                2.0
                * (free[i, j] + matmul_result_2[i, j] - target[j])
                * (free_dot[i, j] + matmul_result_2_dot[i, j] - target_dot[j])
            )
            total += (free[i, j] + matmul_result_2[i, j] - target[j]) ** 2
    return better, total, better_dot, total_dot
