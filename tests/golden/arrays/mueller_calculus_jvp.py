import numpy as np


def framed(a):
    """An array between constants along an axis."""
    length = a.shape[0]
    length_2 = 0 + length + 2
    whole = np.empty((length_2, a.shape[1]))
    for i in range(0):
        for j in range(a.shape[1]):
            whole[i, j] = 0
    for i in range(length):
        for j in range(a.shape[1]):
            whole[0 + i, j] = a[i, j]
    for i in range(2):
        for j in range(a.shape[1]):
            whole[0 + length + i, j] = 0
    return whole


def framed_2(a):
    """An array between constants along an axis."""
    length = a.shape[1]
    length_2 = 0 + length + 2
    whole = np.empty((a.shape[0], length_2))
    place = whole.T
    rows = a.T
    for i in range(0):
        for j in range(a.shape[0]):
            place[i, j] = 0
    for i in range(length):
        for j in range(a.shape[0]):
            place[0 + i, j] = rows[i, j]
    for i in range(2):
        for j in range(a.shape[0]):
            place[0 + length + i, j] = 0
    return whole


def rotation_tangent(angle, angle_dot):
    """rotation and its tangent."""
    sine = np.sin(2.0 * angle)
    c_dot = -2.0 * sine * angle_dot
    c = np.cos(2.0 * angle)
    s_dot = 2.0 * c * angle_dot
    s = sine
    matrix_dot = np.zeros_like(np.eye(4))
    matrix = np.eye(4)
    if len(matrix[1, 1:3]) != 2:
        raise ValueError("matrix[1, 1:3] and an array of 2 have different shapes")
    matrix_dot[1, 1:3] = np.array([c_dot, s_dot])
    matrix[1, 1:3] = np.array([c, s])
    matrix_dot[2, 1:3] = np.array([-s_dot, c_dot])
    matrix[2, 1:3] = np.array([-s, c])
    return matrix, matrix_dot


def mueller_calculus_jvp(
    stokes, angles, retardance, stokes_dot, angles_dot, retardance_dot
):
    """The value of mueller_calculus, and its derivative in the direction stokes_dot,
    angles_dot, retardance_dot.
    """
    sin_retardance = np.sin(retardance)
    c_dot = -sin_retardance * retardance_dot
    c = np.cos(retardance)
    s_dot = c * retardance_dot
    s = sin_retardance
    plate_dot = np.array(
        [
            [0.0, 0.0, 0.0, 0.0],
            [0.0, 0.0, 0.0, 0.0],
            [0.0, 0.0, c_dot, s_dot],
            [0.0, 0.0, -s_dot, c_dot],
        ]
    )
    plate = np.array(
        [
            [1.0, 0.0, 0.0, 0.0],
            [0.0, 1.0, 0.0, 0.0],
            [0.0, 0.0, c, s],
            [0.0, 0.0, -s, c],
        ]
    )
    array = np.ones((2, 2))
    longer = framed(array)
    framed_2_result = framed_2(longer)
    polariser = np.empty_like(framed_2_result)
    for i in range(framed_2_result.shape[0]):
        for j in range(framed_2_result.shape[1]):
            polariser[i, j] = 0.5 * framed_2_result[i, j]
    intensity_dot = np.empty(len(angles))
    intensity = np.zeros(len(angles))
    for k in range(len(angles)):
        turn, turn_dot = rotation_tangent(angles[k], angles_dot[k])
        if framed_2_result.shape[1] != turn.shape[1]:
            raise ValueError("polariser and turn have different shapes")
        if turn.shape[0] != plate.shape[0]:
            raise ValueError("turn and plate have different shapes")
        if turn.shape[1] != len(stokes):
            raise ValueError("turn and stokes have different shapes")
        product_dot = polariser @ turn_dot.T
        product = polariser @ turn.T
        product_dot = product_dot @ plate + product @ plate_dot
        product = product @ plate
        product_dot = product_dot @ turn + product @ turn_dot
        product = product @ turn
        product_2_dot = product_dot @ stokes + product @ stokes_dot
        product_2 = product @ stokes
        intensity_dot[k] = product_2_dot[0]
        intensity[k] = product_2[0]
    return intensity, intensity_dot
