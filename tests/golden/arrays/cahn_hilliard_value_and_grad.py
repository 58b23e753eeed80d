import numpy as np


def continued(a):
    """An array continued at both ends along an axis."""
    length = a.shape[0]
    if length == 0:
        raise ValueError("an empty axis can't be continued")
    length_2 = 1 + length + 1
    whole = np.empty((length_2, a.shape[1]))
    for i in range(1 + length + 1):
        for j in range(a.shape[1]):
            whole[i, j] = a[(i - 1) % length, j]
    return whole


def continued_2(a):
    """An array continued at both ends along an axis."""
    length = a.shape[1]
    if length == 0:
        raise ValueError("an empty axis can't be continued")
    length_2 = 1 + length + 1
    whole = np.empty((a.shape[0], length_2))
    place = whole.T
    rows = a.T
    for i in range(1 + length + 1):
        for j in range(a.shape[0]):
            place[i, j] = rows[(i - 1) % length, j]
    return whole


def laplacian(c):
    longer = continued(c)
    p = continued_2(longer)
    if p[1:-1, :-2].shape[0] != c.shape[0]:
        raise ValueError("p[1:-1, :-2] and c have different shapes")
    if p[1:-1, :-2].shape[1] != c.shape[1]:
        raise ValueError("p[1:-1, :-2] and c have different shapes")
    out = np.empty((max(p.shape[0] - 2, 0), max(p.shape[1] - 2, 0)))
    for i in range(p.shape[0] - 2):
        for j in range(p.shape[1] - 2):
            out[i, j] = (
                p[i + 2, j + 1]
                + p[i, j + 1]
                + p[i + 1, j + 2]
                + p[i + 1, j]
                - 4.0 * c[i, j]
            )
    return out


def continued_2_adjoint(result_bar, a_bar):
    """The adjoint of a is added to a_bar."""
    # forward sweep
    length = a_bar.shape[1]
    if length == 0:
        raise ValueError("an empty axis can't be continued")

    # reverse sweep
    place_bar = result_bar.T
    rows_bar = a_bar.T
    for i in range(1 + length + 1):
        for j in range(a_bar.shape[0]):
            rows_bar[(i - 1) % length, j] += place_bar[i, j]


def continued_adjoint(result_bar, a_bar):
    """The adjoint of a is added to a_bar."""
    # forward sweep
    length = a_bar.shape[0]
    if length == 0:
        raise ValueError("an empty axis can't be continued")

    # reverse sweep
    for i in range(1 + length + 1):
        for j in range(a_bar.shape[1]):
            a_bar[(i - 1) % length, j] += result_bar[i, j]


def laplacian_adjoint(c, result_bar, c_bar):
    """The adjoint of c is added to c_bar."""
    # forward sweep
    longer = continued(c)
    p = continued_2(longer)
    if p[1:-1, :-2].shape[0] != c.shape[0]:
        raise ValueError("p[1:-1, :-2] and c have different shapes")
    if p[1:-1, :-2].shape[1] != c.shape[1]:
        raise ValueError("p[1:-1, :-2] and c have different shapes")

    # reverse sweep
    p_bar = np.zeros_like(p)
    for i in range(p.shape[0] - 2):
        for j in range(p.shape[1] - 2):
            p_bar[i + 2, j + 1] += result_bar[i, j]
            p_bar[i, j + 1] += result_bar[i, j]
            p_bar[i + 1, j + 2] += result_bar[i, j]
            p_bar[i + 1, j] += result_bar[i, j]
            c_bar[i, j] -= 4.0 * result_bar[i, j]
    longer_bar = np.zeros_like(longer)
    continued_2_adjoint(p_bar, longer_bar)
    continued_adjoint(longer_bar, c_bar)


def rolled(a):
    """The elements moved on along an axis."""
    length = a.shape[0]
    whole = np.empty(a.shape)
    for i in range(length):
        for j in range(a.shape[1]):
            whole[i, j] = a[(i + 1) % length, j]
    return whole


def rolled_2(a):
    """The elements moved on along an axis."""
    length = a.shape[1]
    whole = np.empty(a.shape)
    place = whole.T
    rows = a.T
    for i in range(length):
        for j in range(a.shape[0]):
            place[i, j] = rows[(i + 1) % length, j]
    return whole


def rolled_2_adjoint(result_bar, a_bar):
    """The adjoint of a is added to a_bar."""
    # forward sweep
    length = a_bar.shape[1]

    # reverse sweep
    place_bar = result_bar.T
    rows_bar = a_bar.T
    for i in range(length):
        for j in range(a_bar.shape[0]):
            rows_bar[(i + 1) % length, j] += place_bar[i, j]


def rolled_adjoint(result_bar, a_bar):
    """The adjoint of a is added to a_bar."""
    # forward sweep
    length = a_bar.shape[0]

    # reverse sweep
    for i in range(length):
        for j in range(a_bar.shape[1]):
            a_bar[(i + 1) % length, j] += result_bar[i, j]


def cahn_hilliard_value_and_grad(c, gap, dt, steps):
    """The value of cahn_hilliard, and its gradient with respect to c, gap and dt."""
    # forward sweep: saves c_2, laplacian_result_2, potential and laplacian_result
    c_2 = c
    c_2_saved = []
    laplacian_result_2_saved = []
    potential_saved = []
    laplacian_result_saved = []
    for k in range(steps):
        laplacian_result = laplacian(c_2)
        laplacian_result_saved.append(laplacian_result)
        operand = np.empty_like(laplacian_result)
        for i in range(laplacian_result.shape[0]):
            for j in range(laplacian_result.shape[1]):
                operand[i, j] = gap * laplacian_result[i, j]
        if c_2.shape[0] != laplacian_result.shape[0]:
            raise ValueError("c and operand have different shapes")
        if c_2.shape[1] != laplacian_result.shape[1]:
            raise ValueError("c and operand have different shapes")
        potential = np.empty_like(c_2)
        potential_saved.append(potential)
        for i in range(c_2.shape[0]):
            for j in range(c_2.shape[1]):
                potential[i, j] = c_2[i, j] ** 3 - c_2[i, j] - operand[i, j]
        laplacian_result_2 = laplacian(potential)
        laplacian_result_2_saved.append(laplacian_result_2)
        operand_2 = np.empty_like(laplacian_result_2)
        for i in range(laplacian_result_2.shape[0]):
            for j in range(laplacian_result_2.shape[1]):
                operand_2[i, j] = dt * laplacian_result_2[i, j]
        if c_2.shape[0] != laplacian_result_2.shape[0]:
            raise ValueError("c and operand have different shapes")
        if c_2.shape[1] != laplacian_result_2.shape[1]:
            raise ValueError("c and operand have different shapes")
        c_new = np.empty_like(c_2)
        for i in range(c_2.shape[0]):
            for j in range(c_2.shape[1]):
                c_new[i, j] = c_2[i, j] + operand_2[i, j]
        c_2_saved.append(c_2)
        c_2 = c_new
    rolled_result = rolled(c_2)
    if rolled_result.shape[0] != c_2.shape[0]:
        raise ValueError("rolled_result and c have different shapes")
    if rolled_result.shape[1] != c_2.shape[1]:
        raise ValueError("rolled_result and c have different shapes")
    gx = np.empty_like(rolled_result)
    for i in range(rolled_result.shape[0]):
        for j in range(rolled_result.shape[1]):
            gx[i, j] = rolled_result[i, j] - c_2[i, j]
    rolled_2_result = rolled_2(c_2)
    if rolled_2_result.shape[0] != c_2.shape[0]:
        raise ValueError("rolled_2_result and c have different shapes")
    if rolled_2_result.shape[1] != c_2.shape[1]:
        raise ValueError("rolled_2_result and c have different shapes")
    gy = np.empty_like(rolled_2_result)
    for i in range(rolled_2_result.shape[0]):
        for j in range(rolled_2_result.shape[1]):
            gy[i, j] = rolled_2_result[i, j] - c_2[i, j]
    total = 0.0
    for i in range(c_2.shape[0]):
        for j in range(c_2.shape[1]):
            term = 0.5 * gap * (gx[i, j] ** 2 + gy[i, j] ** 2)
            total += 0.25 * (c_2[i, j] ** 2 - 1.0) ** 2 + term

    # reverse sweep
    c_2_bar = np.empty_like(c_2)
    gx_bar = np.empty_like(gx)
    gy_bar = np.empty_like(gy)
    gap_bar = 0.0
    for i in range(c_2.shape[0]):
        for j in range(c_2.shape[1]):
            c_2_bar[i, j] = c_2[i, j] * (c_2[i, j] ** 2 - 1.0)
            gap_bar += 0.5 * (gx[i, j] ** 2 + gy[i, j] ** 2)
            sum_bar = 0.5 * gap
            gx_bar[i, j] = 2.0 * gx[i, j] * sum_bar
            gy_bar[i, j] = 2.0 * gy[i, j] * sum_bar
    rolled_2_result_bar = np.empty_like(rolled_2_result)
    for i in range(rolled_2_result.shape[0]):
        for j in range(rolled_2_result.shape[1]):
            rolled_2_result_bar[i, j] = gy_bar[i, j]
            c_2_bar[i, j] -= gy_bar[i, j]
    rolled_2_adjoint(rolled_2_result_bar, c_2_bar)
    rolled_result_bar = np.empty_like(rolled_result)
    for i in range(rolled_result.shape[0]):
        for j in range(rolled_result.shape[1]):
            rolled_result_bar[i, j] = gx_bar[i, j]
            c_2_bar[i, j] -= gx_bar[i, j]
    rolled_adjoint(rolled_result_bar, c_2_bar)
    dt_bar = 0.0
    for k in range(steps - 1, -1, -1):
        c_2 = c_2_saved.pop()
        c_new_bar = c_2_bar
        c_2_bar = np.empty_like(c_2)
        operand_2_bar = np.empty_like(c_2)
        for i in range(c_2.shape[0]):
            for j in range(c_2.shape[1]):
                c_2_bar[i, j] = c_new_bar[i, j]
                operand_2_bar[i, j] = c_new_bar[i, j]
        laplacian_result_2 = laplacian_result_2_saved.pop()
        laplacian_result_2_bar = np.empty_like(laplacian_result_2)
        for i in range(laplacian_result_2.shape[0]):
            for j in range(laplacian_result_2.shape[1]):
                dt_bar += laplacian_result_2[i, j] * operand_2_bar[i, j]
                laplacian_result_2_bar[i, j] = dt * operand_2_bar[i, j]
        potential = potential_saved.pop()
        potential_bar = np.zeros_like(potential)
        laplacian_adjoint(potential, laplacian_result_2_bar, potential_bar)
        operand_bar = np.empty_like(c_2)
        for i in range(c_2.shape[0]):
            for j in range(c_2.shape[1]):
                c_2_bar[i, j] += 3.0 * c_2[i, j] ** 2 * potential_bar[i, j]
                c_2_bar[i, j] -= potential_bar[i, j]
                operand_bar[i, j] = -potential_bar[i, j]
        laplacian_result = laplacian_result_saved.pop()
        laplacian_result_bar = np.empty_like(laplacian_result)
        for i in range(laplacian_result.shape[0]):
            for j in range(laplacian_result.shape[1]):
                gap_bar += laplacian_result[i, j] * operand_bar[i, j]
                laplacian_result_bar[i, j] = gap * operand_bar[i, j]
        laplacian_adjoint(c_2, laplacian_result_bar, c_2_bar)
    return total, c_2_bar, gap_bar, dt_bar
