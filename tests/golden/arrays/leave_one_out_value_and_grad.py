import numpy as np


def column_stack(tup_0, tup_1):
    """Vectors as the columns of a matrix, matrices beside them."""
    arrays_0 = tup_0[:, None]
    arrays_1 = tup_1[:, None]
    if arrays_0.shape[0] != arrays_1.shape[0]:
        raise ValueError("operands have different shapes")
    length = arrays_0.shape[1] + arrays_1.shape[1]
    whole = np.empty((arrays_0.shape[0], length))
    stop = arrays_0.shape[1]
    whole[:, :stop] = arrays_0
    start = arrays_0.shape[1]
    whole[:, start:] = arrays_1
    return whole


def column_stack_adjoint(tup_0, tup_1, result_bar, tup_1_bar):
    """The adjoint of tup_1 is added to tup_1_bar."""
    # forward sweep
    arrays_0 = tup_0[:, None]
    arrays_1 = tup_1[:, None]
    if arrays_0.shape[0] != arrays_1.shape[0]:
        raise ValueError("operands have different shapes")
    start = arrays_0.shape[1]

    # reverse sweep
    arrays_1_bar = tup_1_bar[:, None]
    arrays_1_bar += np.expand_dims(np.sum(result_bar[:, start:], axis=1), 1)


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


def solution_adjoint(a, b, z_bar, a_bar, b_bar):
    z = solution(a, b)
    w = solution(a.T, z_bar)
    outer_result = np.outer(w, z)
    for i in range(a_bar.shape[0]):
        for j in range(a_bar.shape[1]):
            a_bar[i, j] -= outer_result[i, j]
    for i in range(len(b_bar)):
        b_bar[i] += w[i]


def leave_one_out_value_and_grad(places, values, width, slope):
    """The value of leave_one_out, and its gradient with respect to places, values,
    width and slope.
    """
    # forward sweep
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
        x = places[indices]
        y = values[indices_2]
        places_part = places[i]
        z = np.empty_like(x)
        weight = np.empty_like(x)
        for j in range(len(indices)):
            z[j] = (x[j] - places_part) / width
            weight[j] = np.exp(-0.5 * z[j] * z[j])
        design = column_stack(np.ones_like(z), z)
        if weight[:, None].shape[0] != design.shape[0]:
            raise ValueError("weight[:, None] and design have different shapes")
        v = np.array([0.0, 1.0])
        matrix_of_result = matrix_of(v)
        operand = np.empty_like(matrix_of_result)
        for j in range(len(v)):
            for k in range(len(v)):
                operand[j, k] = slope * matrix_of_result[j, k]
        if design.shape[1] != len(v):
            raise ValueError("design and operand have different shapes")
        term = np.empty_like(design)
        if len(indices) != len(indices_2):
            raise ValueError("weight and y have different shapes")
        term_2 = np.empty_like(x)
        for j in range(len(indices)):
            for k in range(design.shape[1]):
                term[j, k] = weight[j] * design[j, k]
            term_2[j] = weight[j] * y[j]
        product = design.T @ term
        left = np.empty_like(product)
        for j in range(design.shape[1]):
            for k in range(design.shape[1]):
                left[j, k] = product[j, k] + operand[j, k]
        b = design.T @ term_2
        fit = solution(left, b)
        errors[i] = values[i] - fit[0]
    total = 0.0
    total_2 = 0.0
    for i in range(len(values)):
        total += errors[i] ** 2
        total_2 += np.abs(errors[i])
    root = np.sqrt(total / len(values))
    value = root + total_2 / len(values)

    # reverse sweep
    places_bar = np.zeros_like(places)
    values_bar = np.zeros_like(values)
    total_2_bar = 1.0 / len(values)
    total_bar = 1.0 / (2.0 * root) / len(values)
    errors_bar = np.empty_like(errors)
    for i in range(len(values)):
        errors_bar[i] = np.sign(errors[i]) * total_2_bar
        errors_bar[i] += 2.0 * errors[i] * total_bar

    # forward and reverse in one sweep: the iterations are independent
    slope_bar = 0.0
    width_bar = 0.0
    for i in range(len(places)):
        length = places.shape[0]
        keeps = np.ones(length, dtype=np.bool_)
        keeps[i] = False
        indices = np.flatnonzero(keeps)
        length_2 = values.shape[0]
        keeps_2 = np.ones(length_2, dtype=np.bool_)
        keeps_2[i] = False
        indices_2 = np.flatnonzero(keeps_2)
        x = places[indices]
        y = values[indices_2]
        places_part = places[i]
        z = np.empty_like(x)
        weight = np.empty_like(x)
        for j in range(len(indices)):
            z[j] = (x[j] - places_part) / width
            weight[j] = np.exp(-0.5 * z[j] * z[j])
        design = column_stack(np.ones_like(z), z)
        v = np.array([0.0, 1.0])
        matrix_of_result = matrix_of(v)
        operand = np.empty_like(matrix_of_result)
        for j in range(len(v)):
            for k in range(len(v)):
                operand[j, k] = slope * matrix_of_result[j, k]
        term = np.empty_like(design)
        term_2 = np.empty_like(x)
        for j in range(len(indices)):
            for k in range(design.shape[1]):
                term[j, k] = weight[j] * design[j, k]
            term_2[j] = weight[j] * y[j]
        product = design.T @ term
        left = np.empty_like(product)
        for j in range(design.shape[1]):
            for k in range(design.shape[1]):
                left[j, k] = product[j, k] + operand[j, k]
        b = design.T @ term_2
        fit = solution(left, b)
        fit_bar = np.zeros_like(fit)
        values_bar[i] += errors_bar[i]
        fit_bar[0] -= errors_bar[i]
        left_bar = np.zeros_like(left)
        b_bar = np.zeros_like(b)
        solution_adjoint(left, b, fit_bar, left_bar, b_bar)
        design_bar = np.outer(b_bar, term_2).T
        term_2_bar = design @ b_bar
        operand_bar = np.zeros_like(operand)
        product_bar = np.zeros_like(product)
        for j in range(design.shape[1]):
            for k in range(design.shape[1]):
                product_bar[j, k] += left_bar[j, k]
                operand_bar[j, k] += left_bar[j, k]
        design_bar += (product_bar @ term.T).T
        term_bar = design @ product_bar
        y_bar = np.zeros_like(y)
        weight_bar = np.zeros_like(weight)
        for j in range(len(indices)):
            weight_bar[j] += y[j] * term_2_bar[j]
            y_bar[j] += weight[j] * term_2_bar[j]
            for k in range(design.shape[1]):
                weight_bar[j] += design[j, k] * term_bar[j, k]
                design_bar[j, k] += weight[j] * term_bar[j, k]
        for j in range(len(v)):
            for k in range(len(v)):
                slope_bar += matrix_of_result[j, k] * operand_bar[j, k]
        z_bar = np.zeros_like(z)
        column_stack_adjoint(np.ones_like(z), z, design_bar, z_bar)
        x_bar = np.zeros_like(x)
        places_part_bar = 0.0
        for j in range(len(indices)):
            z_bar[j] -= z[j] * np.exp(-0.5 * z[j] * z[j]) * weight_bar[j]
            numerator_bar = z_bar[j] / width
            x_bar[j] += numerator_bar
            places_part_bar -= numerator_bar
            width_bar -= (x[j] - places_part) * numerator_bar / width
        places_bar[i] += places_part_bar
        for k_2 in range(len(indices_2)):
            values_bar[indices_2[k_2]] += y_bar[k_2]
        for k_3 in range(len(indices)):
            places_bar[indices[k_3]] += x_bar[k_3]
    return value, places_bar, values_bar, width_bar, slope_bar
