import numpy as np


def matmul(left, right):
    """The sums of left[i, j, k] * right[k] over k."""
    if right.shape[0] != left.shape[2]:
        raise ValueError("operands of matmul have different shapes")
    result = np.empty((left.shape[0], left.shape[1]))
    for i in range(left.shape[0]):
        for j in range(left.shape[1]):
            total = 0.0
            for k in range(left.shape[2]):
                total += left[i, j, k] * right[k]
            result[i, j] = total
    return result


def matmul_adjoint(left, right, result_bar, left_bar, right_bar):
    """The adjoint of left and right is added to left_bar, right_bar."""
    # forward sweep
    if right.shape[0] != left.shape[2]:
        raise ValueError("operands of matmul have different shapes")

    # reverse sweep
    for i in range(left.shape[0]):
        for j in range(left.shape[1]):
            total_bar = result_bar[i, j]
            for k in range(left.shape[2]):
                left_bar[i, j, k] += right[k] * total_bar
                right_bar[k] += left[i, j, k] * total_bar


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


def model_predictive_control_vjp(
    a, b, start, target, effort, inputs, result_0_bar, result_1_bar
):
    """The adjoints of a, b, start, target, effort and inputs of
    model_predictive_control, for the adjoint of its result.
    """
    # forward sweep: saves state, power and row_2
    n = len(start)
    horizon = len(inputs)
    free = np.empty((horizon, n))
    forced = np.zeros((horizon, n, horizon))
    power = np.eye(n)
    state = start
    columns_values = np.empty((max(horizon, 0), n))
    state_saved = []
    power_saved = []
    row_2_saved = []
    for k in range(horizon):
        if power.shape[0] != len(b):
            raise ValueError("power and b have different shapes")
        row_2 = power @ b
        row_2_saved.append(row_2)
        if columns_values[k, :].shape != row_2.shape:
            raise ValueError("columns_values[k, :] and row have different shapes")
        if a.shape[1] != power.shape[0]:
            raise ValueError("a and power have different shapes")
        power_saved.append(power)
        power = a @ power
        state_saved.append(state)
        state = a @ state
        if free[k].shape != state.shape:
            raise ValueError("free[k] and state have different shapes")
        for i in range(n):
            columns_values[k, i] = row_2[i]
            free[k, i] = state[i]
        columns_count = k + 1
        for j in range(k + 1):
            term = columns_values[:columns_count][k - j]
            for i in range(n):
                forced[k, i, j] = term[i]
    matmul_result = matmul(forced, inputs)
    if matmul_result.shape[1] != len(target):
        raise ValueError("matmul_result and target have different shapes")
    error = np.empty_like(free)
    for i in range(horizon):
        for j in range(n):
            error[i, j] = free[i, j] + matmul_result[i, j] - target[j]
    big = np.reshape(np.ascontiguousarray(forced), (horizon * n, horizon))
    product = big.T @ big
    hessian = np.empty_like(product)
    operand = np.reshape(np.ascontiguousarray(error), -1)
    if big.shape[0] != len(operand):
        raise ValueError("big and operand have different shapes")
    product_2 = big.T @ operand
    b_2 = np.empty_like(product_2)
    for i in range(big.shape[1]):
        for j in range(big.shape[1]):
            hessian[i, j] = product[i, j] + effort * (1.0 if i == j else 0.0)
        b_2[i] = product_2[i] + effort * inputs[i]
    solution_result = solution(hessian, b_2)
    newton = np.empty_like(solution_result)
    for i in range(len(solution_result)):
        newton[i] = -solution_result[i]
    if horizon != len(solution_result):
        raise ValueError("inputs and newton have different shapes")
    better = np.empty_like(inputs)
    for i in range(horizon):
        better[i] = 2.0 * np.tanh(0.5 * (inputs[i] + newton[i]))
    matmul_result_2 = matmul(forced, better)

    # reverse sweep
    a_bar = np.zeros_like(a)
    b_bar = np.zeros_like(b)
    target_bar = np.zeros_like(target)
    inputs_bar = np.empty_like(inputs)
    better_bar = result_0_bar.copy()
    free_bar = np.empty_like(free)
    matmul_result_2_bar = np.empty_like(matmul_result_2)
    for i in range(horizon):
        for j in range(n):
            difference_bar = (
                2.0 * (free[i, j] + matmul_result_2[i, j] - target[j]) * result_1_bar
            )
            free_bar[i, j] = difference_bar
            matmul_result_2_bar[i, j] = difference_bar
            target_bar[j] -= difference_bar
    forced_bar = np.zeros_like(forced)
    matmul_adjoint(forced, better, matmul_result_2_bar, forced_bar, better_bar)
    newton_bar = np.zeros_like(newton)

    # forward and reverse in one sweep: the iterations are independent
    for i in range(horizon):
        tanh_result = np.tanh(0.5 * (inputs[i] + newton[i]))
        product_bar_2 = 2.0 * (1.0 - tanh_result**2) * better_bar[i]
        inputs_bar[i] = 0.5 * product_bar_2
        newton_bar[i] += 0.5 * product_bar_2
    solution_result_bar = np.empty_like(solution_result)
    for i in range(len(solution_result)):
        solution_result_bar[i] = -newton_bar[i]
    hessian_bar = np.zeros_like(hessian)
    b_2_bar = np.zeros_like(b_2)
    solution_adjoint(hessian, b_2, solution_result_bar, hessian_bar, b_2_bar)
    product_bar = np.empty_like(product)
    product_2_bar = np.empty_like(product_2)
    effort_bar = 0.0
    for i in range(big.shape[1]):
        product_2_bar[i] = b_2_bar[i]
        effort_bar += inputs[i] * b_2_bar[i]
        inputs_bar[i] += effort * b_2_bar[i]
        for j in range(big.shape[1]):
            product_bar[i, j] = hessian_bar[i, j]
            effort_bar += (1.0 if i == j else 0.0) * hessian_bar[i, j]
    big_bar = np.outer(product_2_bar, operand).T
    operand_bar = big @ product_2_bar
    error_bar = np.zeros_like(error)
    error_bar += np.reshape(np.ascontiguousarray(operand_bar), error.shape)
    big_bar += (product_bar @ big.T).T + big @ product_bar
    forced_bar += np.reshape(np.ascontiguousarray(big_bar), forced.shape)
    matmul_result_bar = np.empty_like(matmul_result)
    for i in range(horizon):
        for j in range(n):
            free_bar[i, j] += error_bar[i, j]
            matmul_result_bar[i, j] = error_bar[i, j]
            target_bar[j] -= error_bar[i, j]
    matmul_adjoint(forced, inputs, matmul_result_bar, forced_bar, inputs_bar)
    power_bar = np.zeros_like(power)
    state_bar = np.zeros_like(state)
    columns_values_bar = np.zeros_like(columns_values)
    for k in range(horizon - 1, -1, -1):
        columns_count = k + 1
        for j in range(k + 1):
            term_bar = columns_values_bar[:columns_count][k - j]
            for i in range(n):
                term_bar[i] += forced_bar[k, i, j]
        row_2 = row_2_saved.pop()
        row_2_bar = np.zeros_like(row_2)
        for i in range(n):
            state_bar[i] += free_bar[k, i]
            row_2_bar[i] += columns_values_bar[k, i]
            columns_values_bar[k, i] = 0.0
        state = state_saved.pop()
        a_bar += np.outer(state_bar, state)
        state_bar = a.T @ state_bar
        power = power_saved.pop()
        a_bar += power_bar @ power.T
        power_bar = a.T @ power_bar + np.outer(row_2_bar, b)
        b_bar += power.T @ row_2_bar
    return a_bar, b_bar, state_bar, target_bar, effort_bar, inputs_bar
