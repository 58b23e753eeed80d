import numpy as np


def rotation_of_tangent(vector, vector_dot):
    """rotation_of and its tangent."""
    angle = np.sqrt(vector @ vector)
    angle_dot = (vector_dot @ vector + vector @ vector_dot) / (2.0 * angle)
    row_dot = np.empty_like(vector)
    row = np.empty_like(vector)
    for i in range(len(vector)):
        quotient = vector[i] / angle
        row_dot[i] = (vector_dot[i] - quotient * angle_dot) / angle
        row[i] = quotient
    if len(vector) != 3:
        raise ValueError("row is unpacked into 3 names")
    x_dot = row_dot[0]
    x = row[0]
    y_dot = row_dot[1]
    y = row[1]
    z_dot = row_dot[2]
    z = row[2]
    cross_dot = np.array(
        [[0.0, -z_dot, y_dot], [z_dot, 0.0, -x_dot], [-y_dot, x_dot, 0.0]]
    )
    cross = np.array([[0.0, -z, y], [z, 0.0, -x], [-y, x, 0.0]])
    cos_angle = np.cos(angle)
    sin_angle_dot = cos_angle * angle_dot
    sin_angle = np.sin(angle)
    term_2_dot = sin_angle * angle_dot
    term_2 = 1.0 - cos_angle
    term_dot = np.empty_like(cross)
    term = np.empty_like(cross)
    for i in range(cross.shape[0]):
        for j in range(cross.shape[1]):
            term_dot[i, j] = term_2_dot * cross[i, j] + term_2 * cross_dot[i, j]
            term[i, j] = term_2 * cross[i, j]
    product_dot = term_dot @ cross + term @ cross_dot
    product = term @ cross
    out_dot = np.empty((3, 3))
    out = np.empty((3, 3))
    for i in range(3):
        for j in range(3):
            out_dot[i, j] = (
                sin_angle_dot * cross[i, j]
                + sin_angle * cross_dot[i, j]
                + product_dot[i, j]
            )
            out[i, j] = (
                (1.0 if i == j else 0.0) + sin_angle * cross[i, j] + product[i, j]
            )
    return out, out_dot


def camera_calibration_jvp(
    turn,
    shift,
    focal,
    centre,
    bend,
    points,
    seen,
    turn_dot,
    shift_dot,
    focal_dot,
    centre_dot,
    bend_dot,
    points_dot,
    seen_dot,
):
    """The value of camera_calibration, and its derivative in the direction turn_dot,
    shift_dot, focal_dot, centre_dot, bend_dot, points_dot, seen_dot.
    """
    rotation_of_turn, rotation_of_turn_dot = rotation_of_tangent(turn, turn_dot)
    operand_dot = rotation_of_turn_dot.T
    operand = rotation_of_turn.T
    if points.shape[1] != operand.shape[0]:
        raise ValueError("points and operand have different shapes")
    if operand.shape[1] != len(shift):
        raise ValueError("operand and shift have different shapes")
    product_dot = points_dot @ operand + points @ operand_dot
    product = points @ operand
    local_dot = np.empty_like(product)
    local = np.empty_like(product)
    for i in range(points.shape[0]):
        for j in range(operand.shape[1]):
            local_dot[i, j] = product_dot[i, j] + shift_dot[j]
            local[i, j] = product[i, j] + shift[j]
    local_part_dot = local_dot[:, :2]
    local_part = local[:, :2]
    flat_dot = np.zeros_like(local_part)
    flat = np.empty_like(local_part)
    bend_0_dot = bend_dot[0]
    bend_0 = bend[0]
    bend_1_dot = bend_dot[1]
    bend_1 = bend[1]
    if local_part.shape[1] != len(centre):
        raise ValueError("flat and centre have different shapes")
    if local_part.shape[0] != seen.shape[0]:
        raise ValueError("flat and seen have different shapes")
    if len(centre) != seen.shape[1]:
        raise ValueError("centre and seen have different shapes")
    array_dot = np.empty_like(local_part)
    array = np.empty_like(local_part)
    for i in range(local_part.shape[0]):
        values_dot = 0.0
        values = 0.0
        for j in range(local_part.shape[1]):
            quotient = local_part[i, j] / local[i, 2]
            factor = local_part_dot[i, j] - quotient * local_dot[i, 2]
            quotient_dot = factor / local[i, 2]
            flat_dot[i, j] = quotient_dot
            flat[i, j] = quotient
            values_dot += 2.0 * flat[i, j] * flat_dot[i, j]
            values += flat[i, j] ** 2
        for j in range(local_part.shape[1]):
            factor_2 = (
                bend_0_dot * values
                + bend_0 * values_dot
                + (bend_1_dot * values**2 + 2.0 * bend_1 * values * values_dot)
            )
            term = flat[i, j] * factor_2
            term_2 = flat_dot[i, j] * (1.0 + bend_0 * values + bend_1 * values**2)
            flat_2_dot = term_2 + term
            flat_2 = flat[i, j] * (1.0 + bend_0 * values + bend_1 * values**2)
            array_dot[i, j] = (
                focal_dot * flat_2 + focal * flat_2_dot + centre_dot[j] - seen_dot[i, j]
            )
            array[i, j] = focal * flat_2 + centre[j] - seen[i, j]
    error_dot = np.reshape(np.ascontiguousarray(array_dot), -1)
    error = np.reshape(np.ascontiguousarray(array), -1)
    total_dot = 0.0
    total = 0.0
    for i in range(len(error)):
        root = np.sqrt(1.0 + error[i] ** 2)
        total_dot += 2.0 * error[i] * error_dot[i] / (2.0 * root)
        total += root - 1.0
    return total, total_dot
