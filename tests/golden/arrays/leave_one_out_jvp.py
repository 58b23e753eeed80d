import numpy as np


def column_stack_tangent(tup_0, tup_1, tup_1_dot):
    """column_stack and its tangent."""
    arrays_0 = tup_0[:, None]
    arrays_1_dot = tup_1_dot[:, None]
    arrays_1 = tup_1[:, None]
    if arrays_0.shape[0] != arrays_1.shape[0]:
        raise ValueError("operands have different shapes")
    length = arrays_0.shape[1] + arrays_1.shape[1]
    whole_dot = np.zeros((arrays_0.shape[0], length))
    whole = np.empty((arrays_0.shape[0], length))
    stop = arrays_0.shape[1]
    whole_dot[:, :stop] = 0.0
    whole[:, :stop] = arrays_0
    start = arrays_0.shape[1]
    whole_dot[:, start:] = arrays_1_dot
    whole[:, start:] = arrays_1
    return whole, whole_dot


def matrix_of(v):
    """The matrix that has a vector as its k-th diagonal, and zeros."""
    size = len(v)
    matrix = np.zeros((size, size))
    for i in range(len(v)):
        matrix[i, i] = v[i]
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


def leave_one_out_jvp(
    places, values, width, slope, places_dot, values_dot, width_dot, slope_dot
):
    """The value of leave_one_out, and its derivative in the direction places_dot,
    values_dot, width_dot, slope_dot.
    """
    errors_dot = np.zeros_like(values)
    errors = np.empty_like(values)
    for i in range(len(places)):
        length = places.shape[0]
        keeps = np.ones(length, dtype=np.bool_)
        keeps[i] = False
        indices = np.flatnonzero(keeps)
        length_2 = values.shape[0]
        keeps_2 = np.ones(length_2, dtype=np.bool_)
        keeps_2[i] = False
        indices_2 = np.flatnonzero(keeps_2)
        x_dot = places_dot[indices].copy()
        x = places[indices]
        y_dot = values_dot[indices_2].copy()
        y = values[indices_2]
        places_part_dot = places_dot[i]
        places_part = places[i]
        z_dot = np.zeros_like(x)
        z = np.empty_like(x)
        weight_dot = np.zeros_like(x)
        weight = np.empty_like(x)
        for j in range(len(indices)):
            quotient = (x[j] - places_part) / width
            z_dot[j] = (x_dot[j] - places_part_dot - quotient * width_dot) / width
            z[j] = quotient
            exponential = np.exp(-0.5 * z[j] * z[j])
            factor = -0.5 * z_dot[j] * z[j] - 0.5 * z[j] * z_dot[j]
            exponential_dot = exponential * factor
            weight_dot[j] = exponential_dot
            weight[j] = exponential
        design, design_dot = column_stack_tangent(np.ones_like(z), z, z_dot)
        if weight[:, None].shape[0] != design.shape[0]:
            raise ValueError("weight[:, None] and design have different shapes")
        v = np.array([0.0, 1.0])
        matrix_of_result = matrix_of(v)
        operand_dot = np.empty_like(matrix_of_result)
        operand = np.empty_like(matrix_of_result)
        for j in range(len(v)):
            for k in range(len(v)):
                operand_dot[j, k] = slope_dot * matrix_of_result[j, k]
                operand[j, k] = slope * matrix_of_result[j, k]
        if design.shape[1] != len(v):
            raise ValueError("design and operand have different shapes")
        term_dot = np.zeros_like(design)
        term = np.empty_like(design)
        if len(indices) != len(indices_2):
            raise ValueError("weight and y have different shapes")
        term_2_dot = np.zeros_like(x)
        term_2 = np.empty_like(x)
        for j in range(len(indices)):
            for k in range(design.shape[1]):
                term_3 = weight[j] * design_dot[j, k]
                term_dot[j, k] = weight_dot[j] * design[j, k] + term_3
                term[j, k] = weight[j] * design[j, k]
            term_2_dot[j] = weight_dot[j] * y[j] + weight[j] * y_dot[j]
            term_2[j] = weight[j] * y[j]
        product_dot = design_dot.T @ term + design.T @ term_dot
        product = design.T @ term
        left_dot = np.zeros_like(product)
        left = np.empty_like(product)
        for j in range(design.shape[1]):
            for k in range(design.shape[1]):
                left_dot[j, k] = product_dot[j, k] + operand_dot[j, k]
                left[j, k] = product[j, k] + operand[j, k]
        b_dot = design_dot.T @ term_2 + design.T @ term_2_dot
        b = design.T @ term_2
        fit, fit_dot = solution_tangent(left, b, left_dot, b_dot)
        errors_dot[i] = values_dot[i] - fit_dot[0]
        errors[i] = values[i] - fit[0]
    total_dot = 0.0
    total = 0.0
    total_2_dot = 0.0
    total_2 = 0.0
    for i in range(len(values)):
        total_dot += 2.0 * errors[i] * errors_dot[i]
        total += errors[i] ** 2
        total_2_dot += np.sign(errors[i]) * errors_dot[i]
        total_2 += np.abs(errors[i])
    sqrt_quotient = np.sqrt(total / len(values))
    quotient_dot = total_2_dot / len(values)
    value_dot = total_dot / len(values) / (2.0 * sqrt_quotient) + quotient_dot
    return sqrt_quotient + total_2 / len(values), value_dot
