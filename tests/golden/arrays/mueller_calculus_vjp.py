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


def rotation(angle):
    c = np.cos(2.0 * angle)
    s = np.sin(2.0 * angle)
    matrix = np.eye(4)
    if len(matrix[1, 1:3]) != 2:
        raise ValueError("matrix[1, 1:3] and an array of 2 have different shapes")
    matrix[1, 1:3] = np.array([c, s])
    matrix[2, 1:3] = np.array([-s, c])
    return matrix


def rotation_adjoint(angle, result_bar):
    """The adjoint of angle in rotation."""
    # forward sweep
    c = np.cos(2.0 * angle)
    s = np.sin(2.0 * angle)
    matrix = np.eye(4)
    if len(matrix[1, 1:3]) != 2:
        raise ValueError("matrix[1, 1:3] and an array of 2 have different shapes")

    # reverse sweep
    matrix_bar = result_bar.copy()
    s_bar = -matrix_bar[2, 1:3][0]
    c_bar = matrix_bar[2, 1:3][1]
    matrix_bar[2, 1:3] = 0.0
    s_bar += matrix_bar[1, 1:3][1]
    return 2.0 * c * s_bar - 2.0 * s * (c_bar + matrix_bar[1, 1:3][0])


def mueller_calculus_vjp(stokes, angles, retardance, result_bar):
    """The adjoints of stokes, angles and retardance of mueller_calculus, for the
    adjoint of its result.
    """
    # forward sweep
    c = np.cos(retardance)
    s = np.sin(retardance)
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
    for k in range(len(angles)):
        turn = rotation(angles[k])
        if framed_2_result.shape[1] != turn.shape[1]:
            raise ValueError("polariser and turn have different shapes")
        if turn.shape[0] != plate.shape[0]:
            raise ValueError("turn and plate have different shapes")
        if turn.shape[1] != len(stokes):
            raise ValueError("turn and stokes have different shapes")
        product = polariser @ turn.T
        product_2 = product @ plate
        product_3 = product_2 @ turn
        product_4 = product_3 @ stokes

    # reverse sweep
    stokes_bar = np.zeros_like(stokes)
    angles_bar = np.empty_like(angles)
    intensity_bar = result_bar.copy()
    plate_bar = np.zeros_like(plate)

    # forward and reverse in one sweep: the iterations are independent
    for k in range(len(angles)):
        angle = angles[k]
        turn = rotation(angle)
        product = polariser @ turn.T
        product_2 = product @ plate
        product_3 = product_2 @ turn
        product_4_bar = np.zeros_like(product_4)
        product_4_bar[0] += intensity_bar[k]
        product_3_bar = np.outer(product_4_bar, stokes)
        stokes_bar += product_3.T @ product_4_bar
        product_2_bar = product_3_bar @ turn.T
        turn_bar = product_2.T @ product_3_bar
        product_bar = product_2_bar @ plate.T
        plate_bar += product.T @ product_2_bar
        turn_bar += (polariser.T @ product_bar).T
        angles_bar[k] = rotation_adjoint(angle, turn_bar)
    s_bar = plate_bar[2, 3] - plate_bar[3, 2]
    retardance_bar = c * s_bar - s * (plate_bar[2, 2] + plate_bar[3, 3])
    return stokes_bar, angles_bar, retardance_bar
