import numpy as np


def rotation_of(vector):
    angle = np.sqrt(vector @ vector)
    row = np.empty_like(vector)
    for i in range(len(vector)):
        row[i] = vector[i] / angle
    if len(vector) != 3:
        raise ValueError("row is unpacked into 3 names")
    x = row[0]
    y = row[1]
    z = row[2]
    cross = np.array([[0.0, -z, y], [z, 0.0, -x], [-y, x, 0.0]])
    sin_angle = np.sin(angle)
    term_2 = 1.0 - np.cos(angle)
    term = np.empty_like(cross)
    for i in range(cross.shape[0]):
        for j in range(cross.shape[1]):
            term[i, j] = term_2 * cross[i, j]
    product = term @ cross
    out = np.empty((3, 3))
    for i in range(3):
        for j in range(3):
            out[i, j] = (
                (1.0 if i == j else 0.0) + sin_angle * cross[i, j] + product[i, j]
            )
    return out


def rotation_of_adjoint(vector, result_bar, vector_bar):
    """The adjoint of vector is added to vector_bar."""
    # forward sweep
    angle = np.sqrt(vector @ vector)
    row = np.empty_like(vector)
    for i in range(len(vector)):
        row[i] = vector[i] / angle
    if len(vector) != 3:
        raise ValueError("row is unpacked into 3 names")
    x = row[0]
    y = row[1]
    z = row[2]
    cross = np.array([[0.0, -z, y], [z, 0.0, -x], [-y, x, 0.0]])
    sin_angle = np.sin(angle)
    cos_angle = np.cos(angle)
    term_2 = 1.0 - cos_angle
    term = np.empty_like(cross)
    for i in range(cross.shape[0]):
        for j in range(cross.shape[1]):
            term[i, j] = term_2 * cross[i, j]
    product = term @ cross

    # reverse sweep
    cross_bar = np.zeros_like(cross)
    sin_angle_bar = 0.0
    product_bar = np.zeros_like(product)
    for i in range(3):
        for j in range(3):
            sin_angle_bar += cross[i, j] * result_bar[i, j]
            cross_bar[i, j] += sin_angle * result_bar[i, j]
            product_bar[i, j] += result_bar[i, j]
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
        values = 0.0
        for j in range(local_part.shape[1]):
            flat[i, j] = local_part[i, j] / local[i, 2]
            values += flat[i, j] ** 2
        for j in range(local_part.shape[1]):
            flat_2 = flat[i, j] * (1.0 + bend_0 * values + bend_1 * values**2)
            array[i, j] = focal * flat_2 + centre[j] - seen[i, j]
    error = np.reshape(np.ascontiguousarray(array), -1)
    total = 0.0

    # reverse sweep
    turn_bar = np.zeros_like(turn)
    shift_bar = np.zeros_like(shift)
    centre_bar = np.zeros_like(centre)
    bend_bar = np.zeros_like(bend)
    seen_bar = np.empty_like(seen)
    error_bar = np.empty_like(error)

    # forward and reverse in one sweep: the iterations are independent
    for i in range(len(error)):
        root = np.sqrt(1.0 + error[i] ** 2)
        total += root - 1.0
        error_bar[i] = 2.0 * error[i] / (2.0 * root)
    array_bar = np.reshape(np.ascontiguousarray(error_bar), array.shape).copy()
    local_bar = np.zeros_like(local)
    local_part_bar = local_bar[:, :2]
    flat_bar = np.zeros_like(flat)

    # forward and reverse in one sweep: the iterations are independent
    bend_1_bar = 0.0
    bend_0_bar = 0.0
    focal_bar = 0.0
    for i in range(local_part.shape[0]):
        values = 0.0
        for j in range(local_part.shape[1]):
            flat[i, j] = local_part[i, j] / local[i, 2]
            values += flat[i, j] ** 2
        values_bar = 0.0
        for j in range(local_part.shape[1]):
            flat_2 = flat[i, j] * (1.0 + bend_0 * values + bend_1 * values**2)
            focal_bar += flat_2 * array_bar[i, j]
            flat_2_bar = focal * array_bar[i, j]
            centre_bar[j] += array_bar[i, j]
            seen_bar[i, j] = -array_bar[i, j]
            flat_bar[i, j] += (1.0 + bend_0 * values + bend_1 * values**2) * flat_2_bar
            sum_bar = flat[i, j] * flat_2_bar
            bend_0_bar += values * sum_bar
            bend_1_bar += values**2 * sum_bar
            values_bar += (bend_0 + 2.0 * values * bend_1) * sum_bar
        for j in range(local_part.shape[1]):
            flat_bar[i, j] += 2.0 * flat[i, j] * values_bar
            numerator_bar = flat_bar[i, j] / local[i, 2]
            local_part_bar[i, j] += numerator_bar
            local_bar[i, 2] -= local_part[i, j] * numerator_bar / local[i, 2]
    bend_bar[1] += bend_1_bar
    bend_bar[0] += bend_0_bar
    product_bar = np.empty_like(product)
    for i in range(points.shape[0]):
        for j in range(operand.shape[1]):
            product_bar[i, j] = local_bar[i, j]
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
