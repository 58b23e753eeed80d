import numpy as np


def restored(values):
    """An array with the axes that went, of length 1, if they are to be kept."""
    out = np.empty((len(values), 1))
    for i in range(len(values)):
        out[i, 0] = values[i]
    return out


def restored_adjoint(values, result_bar, values_bar):
    """The adjoint of values is added to values_bar."""
    out_bar = result_bar.copy()
    for i in range(len(values)):
        values_bar[i] += out_bar[i, 0]


def rotation_of(vector):
    angle = np.sqrt(vector @ vector)
    row = np.empty_like(vector)
    for i in range(len(vector)):
        row[i] = vector[i] / angle
    x = row[0]
    y = row[1]
    z = row[2]
    cross = np.array([[0.0, -z, y], [z, 0.0, -x], [-y, x, 0.0]])
    eye_result = np.eye(3)
    sin_angle = np.sin(angle)
    term_2 = 1.0 - np.cos(angle)
    term = np.empty_like(cross)
    for i in range(cross.shape[0]):
        for j in range(cross.shape[1]):
            term[i, j] = term_2 * cross[i, j]
    product = term @ cross
    out = np.empty_like(eye_result)
    for i in range(eye_result.shape[0]):
        for j in range(eye_result.shape[1]):
            out[i, j] = eye_result[i, j] + sin_angle * cross[i, j] + product[i, j]
    return out


def rotation_of_adjoint(vector, result_bar, vector_bar):
    """The adjoint of vector is added to vector_bar."""
    # forward sweep
    angle = np.sqrt(vector @ vector)
    row = np.empty_like(vector)
    for i in range(len(vector)):
        row[i] = vector[i] / angle
    x = row[0]
    y = row[1]
    z = row[2]
    cross = np.array([[0.0, -z, y], [z, 0.0, -x], [-y, x, 0.0]])
    eye_result = np.eye(3)
    sin_angle = np.sin(angle)
    cos_angle = np.cos(angle)
    term_2 = 1.0 - cos_angle
    term = np.empty_like(cross)
    for i in range(cross.shape[0]):
        for j in range(cross.shape[1]):
            term[i, j] = term_2 * cross[i, j]
    product = term @ cross

    # reverse sweep
    out_bar = result_bar.copy()
    cross_bar = np.zeros_like(cross)
    sin_angle_bar = 0.0
    product_bar = np.zeros_like(product)
    for i in range(eye_result.shape[0]):
        for j in range(eye_result.shape[1]):
            sin_angle_bar += cross[i, j] * out_bar[i, j]
            cross_bar[i, j] += sin_angle * out_bar[i, j]
            product_bar[i, j] += out_bar[i, j]
    term_bar = product_bar @ cross.T
    cross_bar += term.T @ product_bar
    term_2_bar = 0.0
    for i in range(cross.shape[0]):
        for j in range(cross.shape[1]):
            term_2_bar += cross[i, j] * term_bar[i, j]
            cross_bar[i, j] += term_2 * term_bar[i, j]
    angle_bar = sin_angle * term_2_bar + cos_angle * sin_angle_bar
    row_bar = np.zeros_like(row)
    row_bar[2] += cross_bar[1, 0] - cross_bar[0, 1]
    row_bar[1] += cross_bar[0, 2] - cross_bar[2, 0]
    row_bar[0] += cross_bar[2, 1] - cross_bar[1, 2]

    # forward and reverse in one sweep: the iterations are independent
    for i in range(len(vector)):
        numerator_bar = row_bar[i] / angle
        vector_bar[i] += numerator_bar
        angle_bar -= vector[i] * numerator_bar / angle
    vector_bar += 2.0 * vector * angle_bar / (2.0 * angle)


def summed(a):
    """The sum of the elements over some axes, the last of them first."""
    out = np.empty(a.shape[0])
    for i in range(a.shape[0]):
        out[i] = 0.0
        for j in range(a.shape[1]):
            out[i] += a[i, j]
    return out


def summed_adjoint(a, result_bar, a_bar):
    """The adjoint of a is added to a_bar."""
    out_bar = result_bar.copy()
    for i in range(a.shape[0]):
        for j in range(a.shape[1]):
            a_bar[i, j] += out_bar[i]


def total(a):
    """The sum of the elements over some axes."""
    values = restored(summed(a))
    return values


def camera_calibration_value_and_grad(turn, shift, focal, centre, bend, points, seen):
    """The value of camera_calibration, and its gradient with respect to turn, shift,
    focal, centre, bend, points and seen.
    """
    # forward sweep
    rotation_of_turn = rotation_of(turn)
    operand = rotation_of_turn.T
    if points.shape[1] != operand.shape[0]:
        raise ValueError("points and operand have different shapes")
    if operand.shape[1] != len(shift):
        raise ValueError("operand and shift have different shapes")
    product = points @ operand
    local = np.empty_like(product)
    for i in range(points.shape[0]):
        for j in range(operand.shape[1]):
            local[i, j] = product[i, j] + shift[j]
    local_part = local[:, :2]
    flat = np.empty_like(local_part)
    a = np.empty_like(local_part)
    for i in range(local_part.shape[0]):
        for j in range(local_part.shape[1]):
            flat[i, j] = local_part[i, j] / local[i, 2]
            a[i, j] = flat[i, j] ** 2
    summed_a = summed(a)
    r2 = restored(summed_a)
    if local_part.shape[0] != r2.shape[0]:
        raise ValueError("flat and r2 have different shapes")
    bend_0 = bend[0]
    bend_1 = bend[1]
    if local_part.shape[1] != len(centre):
        raise ValueError("flat and centre have different shapes")
    if local_part.shape[0] != seen.shape[0]:
        raise ValueError("flat and seen have different shapes")
    if len(centre) != seen.shape[1]:
        raise ValueError("centre and seen have different shapes")
    array = np.empty_like(local_part)
    for i in range(local_part.shape[0]):
        for j in range(local_part.shape[1]):
            flat_2 = flat[i, j] * (1.0 + bend_0 * r2[i, 0] + bend_1 * r2[i, 0] ** 2)
            array[i, j] = focal * flat_2 + centre[j] - seen[i, j]
    error = np.reshape(np.ascontiguousarray(array), -1)
    total = 0.0

    # reverse sweep
    turn_bar = np.zeros_like(turn)
    shift_bar = np.zeros_like(shift)
    centre_bar = np.zeros_like(centre)
    bend_bar = np.zeros_like(bend)
    seen_bar = np.zeros_like(seen)
    error_bar = np.zeros_like(error)

    # forward and reverse in one sweep: the iterations are independent
    for i in range(len(error)):
        root = np.sqrt(1.0 + error[i] ** 2)
        total += root - 1.0
        error_bar[i] += 2.0 * error[i] / (2.0 * root)
    array_bar = np.reshape(np.ascontiguousarray(error_bar), array.shape).copy()
    flat_bar = np.zeros_like(flat)
    r2_bar = np.zeros_like(r2)

    # forward and reverse in one sweep: the iterations are independent
    bend_1_bar = 0.0
    bend_0_bar = 0.0
    focal_bar = 0.0
    for i in range(local_part.shape[0]):
        for j in range(local_part.shape[1]):
            flat_2 = flat[i, j] * (1.0 + bend_0 * r2[i, 0] + bend_1 * r2[i, 0] ** 2)
            focal_bar += flat_2 * array_bar[i, j]
            flat_2_bar = focal * array_bar[i, j]
            centre_bar[j] += array_bar[i, j]
            seen_bar[i, j] -= array_bar[i, j]
            factor = 1.0 + bend_0 * r2[i, 0] + bend_1 * r2[i, 0] ** 2
            flat_bar[i, j] += factor * flat_2_bar
            sum_bar = flat[i, j] * flat_2_bar
            bend_0_bar += r2[i, 0] * sum_bar
            bend_1_bar += r2[i, 0] ** 2 * sum_bar
            r2_bar[i, 0] += (bend_0 + 2.0 * r2[i, 0] * bend_1) * sum_bar
    bend_bar[1] += bend_1_bar
    bend_bar[0] += bend_0_bar
    summed_a_bar = np.zeros_like(summed_a)
    restored_adjoint(summed_a, r2_bar, summed_a_bar)
    a_bar = np.zeros_like(a)
    summed_adjoint(a, summed_a_bar, a_bar)
    local_bar = np.zeros_like(local)
    local_part_bar = local_bar[:, :2]
    for i in range(local_part.shape[0] - 1, -1, -1):
        for j in range(local_part.shape[1] - 1, -1, -1):
            flat_bar[i, j] += 2.0 * flat[i, j] * a_bar[i, j]
            numerator_bar = flat_bar[i, j] / local[i, 2]
            local_part_bar[i, j] += numerator_bar
            local_bar[i, 2] -= local_part[i, j] * numerator_bar / local[i, 2]
    product_bar = np.zeros_like(product)
    for i in range(points.shape[0]):
        for j in range(operand.shape[1]):
            product_bar[i, j] += local_bar[i, j]
            shift_bar[j] += local_bar[i, j]
    rotation_of_turn_bar = np.zeros_like(rotation_of_turn)
    operand_bar = rotation_of_turn_bar.T
    points_bar = product_bar @ operand.T
    operand_bar += points.T @ product_bar
    rotation_of_adjoint(turn, rotation_of_turn_bar, turn_bar)
    return (
        total,
        turn_bar,
        shift_bar,
        focal_bar,
        centre_bar,
        bend_bar,
        points_bar,
        seen_bar,
    )
