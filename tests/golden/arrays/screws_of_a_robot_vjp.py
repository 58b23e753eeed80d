import numpy as np


def bounded(a):
    """a, or the bound that it is beyond."""
    if a < -1.0:
        a = -1.0
    if a > 1.0:
        a = 1.0
    return a


def bounded_adjoint(a, result_bar):
    """The adjoint of a in bounded."""
    # forward sweep
    condition = a < -1.0
    if condition:
        a = -1.0

    # reverse sweep
    a_bar = result_bar
    if a > 1.0:
        a_bar = 0.0
    if condition:
        a_bar = 0.0
    return a_bar


def determinant(a):
    """The determinant of a matrix: s2sad.library.inverses.determinant(a)."""
    return np.linalg.det(a)


def inverse(a):
    """The inverse of a matrix: s2sad.library.inverses.inverse(a)."""
    return np.linalg.inv(a)


def determinant_adjoint(a, z_bar, a_bar):
    z = determinant(a)
    term = inverse(a).T
    for i in range(a_bar.shape[0]):
        for j in range(a_bar.shape[1]):
            a_bar[i, j] += z_bar * z * term[i, j]


def solutions(a, b):
    """The matrix x with a @ x = b: s2sad.library.inverses.solutions(a, b)."""
    return np.linalg.solve(a, b)


def expm(a):
    """The exponential of a matrix, by a Pade approximant of degree 13."""
    total = np.zeros(a.shape[1])
    for i in range(a.shape[0]):
        for j in range(a.shape[1]):
            total[j] += np.abs(a[i, j])
    size = np.max(total)
    squarings = 0
    while size > 5.371920351148152:
        size *= 0.5
        squarings += 1
    power_2 = 2.0**squarings
    a_3 = np.empty_like(a)
    for i in range(a.shape[0]):
        for j in range(a.shape[1]):
            a_3[i, j] = a[i, j] / power_2
    one = np.eye(a.shape[0])
    if a.shape[1] != a.shape[0]:
        raise ValueError("operands have different shapes")
    a2 = a_3 @ a_3
    a4 = a2 @ a2
    a6 = a4 @ a2
    term = np.empty_like(a6)
    for i in range(a.shape[0]):
        for j in range(a.shape[0]):
            term[i, j] = a6[i, j] + 16380.0 * a4[i, j] + 40840800.0 * a2[i, j]
    odd = a6 @ term
    term_2 = np.empty_like(odd)
    term_3 = np.empty_like(a6)
    for i in range(a.shape[0]):
        for j in range(a.shape[0]):
            odd[i, j] += (
                33522128640.0 * a6[i, j]
                + 10559470521600.0 * a4[i, j]
                + 1187353796428800.0 * a2[i, j]
            )
            term_2[i, j] = odd[i, j] + 3.238237626624e16 * one[i, j]
            term_3[i, j] = (
                182.0 * a6[i, j] + 960960.0 * a4[i, j] + 1323241920.0 * a2[i, j]
            )
    odd_2 = a_3 @ term_2
    even = a6 @ term_3
    power = np.empty_like(a_3)
    a_2 = np.empty_like(even)
    b = np.empty_like(even)
    for i in range(a.shape[0]):
        for j in range(a.shape[0]):
            even[i, j] += (
                670442572800.0 * a6[i, j]
                + 129060195264000.0 * a4[i, j]
                + 7771770303897600.0 * a2[i, j]
            )
            even[i, j] += 6.476475253248e16 * one[i, j]
            a_2[i, j] = even[i, j] - odd_2[i, j]
            b[i, j] = even[i, j] + odd_2[i, j]
    solutions_result = solutions(a_2, b)
    if power.shape[0] != solutions_result.shape[0]:
        raise ValueError("power and solutions_result have different shapes")
    if power.shape[1] != solutions_result.shape[1]:
        raise ValueError("power and solutions_result have different shapes")
    for i in range(power.shape[0]):
        for j in range(power.shape[1]):
            power[i, j] = solutions_result[i, j]
    for _ in range(squarings):
        power = power @ power
    return power


def solutions_adjoint(a, b, z_bar, a_bar, b_bar):
    z = solutions(a, b)
    w = solutions(a.T, z_bar)
    product = w @ z.T
    for i in range(a_bar.shape[0]):
        for j in range(a_bar.shape[1]):
            a_bar[i, j] -= product[i, j]
    for i in range(b_bar.shape[0]):
        for j in range(b_bar.shape[1]):
            b_bar[i, j] += w[i, j]


def expm_adjoint(a, result_bar, a_bar):
    """The adjoint of a is added to a_bar."""
    # forward sweep: saves power
    total = np.zeros(a.shape[1])
    for i in range(a.shape[0]):
        for j in range(a.shape[1]):
            total[j] += np.abs(a[i, j])
    size = np.max(total)
    squarings = 0
    while size > 5.371920351148152:
        size *= 0.5
        squarings += 1
    power_2 = 2.0**squarings
    a_3 = np.empty_like(a)
    for i in range(a.shape[0]):
        for j in range(a.shape[1]):
            a_3[i, j] = a[i, j] / power_2
    one = np.eye(a.shape[0])
    if a.shape[1] != a.shape[0]:
        raise ValueError("operands have different shapes")
    a2 = a_3 @ a_3
    a4 = a2 @ a2
    a6 = a4 @ a2
    term = np.empty_like(a6)
    for i in range(a.shape[0]):
        for j in range(a.shape[0]):
            term[i, j] = a6[i, j] + 16380.0 * a4[i, j] + 40840800.0 * a2[i, j]
    odd = a6 @ term
    term_2 = np.empty_like(odd)
    term_3 = np.empty_like(a6)
    for i in range(a.shape[0]):
        for j in range(a.shape[0]):
            odd[i, j] += (
                33522128640.0 * a6[i, j]
                + 10559470521600.0 * a4[i, j]
                + 1187353796428800.0 * a2[i, j]
            )
            term_2[i, j] = odd[i, j] + 3.238237626624e16 * one[i, j]
            term_3[i, j] = (
                182.0 * a6[i, j] + 960960.0 * a4[i, j] + 1323241920.0 * a2[i, j]
            )
    odd_2 = a_3 @ term_2
    even = a6 @ term_3
    power = np.empty_like(a_3)
    a_2 = np.empty_like(even)
    b = np.empty_like(even)
    for i in range(a.shape[0]):
        for j in range(a.shape[0]):
            even[i, j] += (
                670442572800.0 * a6[i, j]
                + 129060195264000.0 * a4[i, j]
                + 7771770303897600.0 * a2[i, j]
            )
            even[i, j] += 6.476475253248e16 * one[i, j]
            a_2[i, j] = even[i, j] - odd_2[i, j]
            b[i, j] = even[i, j] + odd_2[i, j]
    solutions_result = solutions(a_2, b)
    if power.shape[0] != solutions_result.shape[0]:
        raise ValueError("power and solutions_result have different shapes")
    if power.shape[1] != solutions_result.shape[1]:
        raise ValueError("power and solutions_result have different shapes")
    for i in range(power.shape[0]):
        for j in range(power.shape[1]):
            power[i, j] = solutions_result[i, j]
    power_saved = []
    for k in range(squarings):
        power_saved.append(power)
        power = power @ power

    # reverse sweep
    power_bar = result_bar.copy()
    for k in range(squarings - 1, -1, -1):
        power = power_saved.pop()
        power_new_bar = power_bar
        power_bar = power_new_bar @ power.T
        power_bar += power.T @ power_new_bar
    solutions_result_bar = np.empty_like(solutions_result)
    for i in range(power.shape[0]):
        for j in range(power.shape[1]):
            solutions_result_bar[i, j] = power_bar[i, j]
    a_2_bar = np.zeros_like(a_2)
    b_bar = np.zeros_like(b)
    solutions_adjoint(a_2, b, solutions_result_bar, a_2_bar, b_bar)
    a2_bar = np.empty_like(a2)
    a4_bar = np.empty_like(a4)
    a6_bar = np.empty_like(a6)
    odd_2_bar = np.empty_like(odd_2)
    even_bar = np.empty_like(even)
    for i in range(a.shape[0]):
        for j in range(a.shape[0]):
            even_bar[i, j] = b_bar[i, j] + a_2_bar[i, j]
            odd_2_bar[i, j] = b_bar[i, j] - a_2_bar[i, j]
            a6_bar[i, j] = 670442572800.0 * even_bar[i, j]
            a4_bar[i, j] = 129060195264000.0 * even_bar[i, j]
            a2_bar[i, j] = 7771770303897600.0 * even_bar[i, j]
    a6_bar += even_bar @ term_3.T
    term_3_bar = a6.T @ even_bar
    a_3_bar = odd_2_bar @ term_2.T
    term_2_bar = a_3.T @ odd_2_bar
    odd_bar = np.empty_like(odd)
    for i in range(a.shape[0]):
        for j in range(a.shape[0]):
            a6_bar[i, j] += 182.0 * term_3_bar[i, j]
            a4_bar[i, j] += 960960.0 * term_3_bar[i, j]
            a2_bar[i, j] += 1323241920.0 * term_3_bar[i, j]
            odd_bar[i, j] = term_2_bar[i, j]
            a6_bar[i, j] += 33522128640.0 * odd_bar[i, j]
            a4_bar[i, j] += 10559470521600.0 * odd_bar[i, j]
            a2_bar[i, j] += 1187353796428800.0 * odd_bar[i, j]
    a6_bar += odd_bar @ term.T
    term_bar = a6.T @ odd_bar
    for i in range(a.shape[0]):
        for j in range(a.shape[0]):
            a6_bar[i, j] += term_bar[i, j]
            a4_bar[i, j] += 16380.0 * term_bar[i, j]
            a2_bar[i, j] += 40840800.0 * term_bar[i, j]
    a4_bar += a6_bar @ a2.T
    a2_bar += a4.T @ a6_bar + a4_bar @ a2.T + a2.T @ a4_bar
    a_3_bar += a2_bar @ a_3.T + a_3.T @ a2_bar
    for i in range(a.shape[0]):
        for j in range(a.shape[1]):
            a_bar[i, j] += a_3_bar[i, j] / power_2


def block(arrays_0_0, arrays_0_1, arrays_1_0):
    """A matrix of blocks, given row by row, or arrays beside each other."""
    if arrays_0_0.shape[0] != arrays_0_1.shape[0]:
        raise ValueError("operands have different shapes")
    length = arrays_0_0.shape[1] + arrays_0_1.shape[1]
    whole = np.empty((arrays_0_0.shape[0], length))
    stop = arrays_0_0.shape[1]
    whole[:, :stop] = arrays_0_0
    start = arrays_0_0.shape[1]
    whole[:, start:] = arrays_0_1
    whole_2 = np.empty(arrays_1_0.shape)
    for j in range(arrays_1_0.shape[1]):
        whole_2[0, j] = arrays_1_0[0, j]
    if whole.shape[1] != whole_2.shape[1]:
        raise ValueError("operands have different shapes")
    length_2 = whole.shape[0] + whole_2.shape[0]
    whole_3 = np.empty((length_2, whole.shape[1]))
    stop_2 = whole.shape[0]
    whole_3[:stop_2] = whole
    start_2 = whole.shape[0]
    whole_3[start_2:] = whole_2
    return whole_3


def hat(twist):
    v = twist[:3]
    row = twist[3:]
    if len(row) != 3:
        raise ValueError("row is unpacked into 3 names")
    x = row[0]
    y = row[1]
    z = row[2]
    top = np.array([[0.0, -z, y], [z, 0.0, -x], [-y, x, 0.0]])
    return block(top, v[:, None], np.zeros((1, 4)))


def block_adjoint(arrays_1_0, result_bar, arrays_0_0_bar, arrays_0_1_bar):
    """The adjoint of arrays_0_0 and arrays_0_1 is added to arrays_0_0_bar,
    arrays_0_1_bar.
    """
    # forward sweep
    if arrays_0_0_bar.shape[0] != arrays_0_1_bar.shape[0]:
        raise ValueError("operands have different shapes")
    length = arrays_0_0_bar.shape[1] + arrays_0_1_bar.shape[1]
    whole = np.empty((arrays_0_0_bar.shape[0], length))
    stop = arrays_0_0_bar.shape[1]
    start = arrays_0_0_bar.shape[1]
    whole_2 = np.empty(arrays_1_0.shape)
    if whole.shape[1] != whole_2.shape[1]:
        raise ValueError("operands have different shapes")
    stop_2 = whole.shape[0]
    start_2 = whole.shape[0]

    # reverse sweep
    whole_3_bar = result_bar.copy()
    whole_3_bar[start_2:] = 0.0
    whole_bar = whole_3_bar[:stop_2].copy()
    arrays_0_1_bar += np.expand_dims(np.sum(whole_bar[:, start:], axis=1), 1)
    whole_bar[:, start:] = 0.0
    arrays_0_0_bar += whole_bar[:, :stop]


def hat_adjoint(twist, result_bar, twist_bar):
    """The adjoint of twist is added to twist_bar."""
    # forward sweep
    row = twist[3:]
    if len(row) != 3:
        raise ValueError("row is unpacked into 3 names")
    x = row[0]
    y = row[1]
    z = row[2]
    top = np.array([[0.0, -z, y], [z, 0.0, -x], [-y, x, 0.0]])

    # reverse sweep
    v_bar = twist_bar[:3]
    top_bar = np.zeros_like(top)
    block_adjoint(np.zeros((1, 4)), result_bar, top_bar, v_bar[:, None])
    row_bar = twist_bar[3:]
    row_bar[2] += top_bar[1, 0] - top_bar[0, 1]
    row_bar[1] += top_bar[0, 2] - top_bar[2, 0]
    row_bar[0] += top_bar[2, 1] - top_bar[1, 2]


def longer_rows(rows, length, row):
    """The rows in an array with room for `length` of them, or for twice as many."""
    longer = np.empty((max(2 * len(rows), length), row.shape[0]), dtype=np.float64)
    for i in range(len(rows)):
        if longer[i].shape != rows[i].shape:
            raise ValueError("longer[i] and rows[i] have different shapes")
        for j in range(len(row)):
            longer[i, j] = rows[i, j]
    return longer


def longer_rows_adjoint(rows, length, result_bar, rows_bar, row_bar):
    """The adjoint of rows and row is added to rows_bar, row_bar."""
    # forward sweep
    longer = np.empty((max(2 * len(rows), length), row_bar.shape[0]), dtype=np.float64)
    for i in range(len(rows)):
        if longer[i].shape != rows[i].shape:
            raise ValueError("longer[i] and rows[i] have different shapes")

    # reverse sweep
    for i in range(len(rows)):
        for j in range(len(row_bar)):
            rows_bar[i, j] += result_bar[i, j]


def on_diagonal(a):
    """The elements on a diagonal of the first two axes, along the first."""
    count = max(min(a.shape[0], a.shape[1]), 0)
    found = np.empty(count)
    for i in range(count):
        found[i] = a[i, i]
    return found


def on_diagonal_adjoint(result_bar, a_bar):
    """The adjoint of a is added to a_bar."""
    # forward sweep
    count = max(min(a_bar.shape[0], a_bar.shape[1]), 0)

    # reverse sweep
    for i in range(count):
        a_bar[i, i] += result_bar[i]


def screws_of_a_robot_vjp(angles, screws, home, target, result_0_bar, result_1_bar):
    """The adjoints of angles, screws, home and target of screws_of_a_robot, for the
    adjoint of its result.
    """
    # forward sweep: saves pose, columns_values, expm_result_2, term and others
    pose = np.eye(4)
    columns_values = np.empty((0, 0))
    pose_saved = []
    columns_values_saved = []
    columns_values_saved_2 = []
    expm_result_2_saved = []
    term_saved = []
    hat_result_saved = []
    condition_saved = np.empty(min(len(angles), len(screws)), dtype=np.bool_)
    whole_2_saved = []
    for k in range(min(len(angles), len(screws))):
        angle = angles[k]
        screw = screws[k]
        turn = pose[:3, :3]
        shift = pose[:3, 3]
        if turn.shape[1] != len(screw[3:]):
            raise ValueError("turn and screw[3:] have different shapes")
        spin = turn @ screw[3:]
        if turn.shape[1] != len(screw[:3]):
            raise ValueError("turn and screw[:3] have different shapes")
        if len(shift) != 3 or len(spin) != 3:
            raise ValueError("cross of vectors that do not have three elements")
        if turn.shape[0] != 3:
            raise ValueError("turn and an array of 3 have different shapes")
        product = turn @ screw[:3]
        array_result = np.array(
            [
                shift[1] * spin[2] - shift[2] * spin[1],
                shift[2] * spin[0] - shift[0] * spin[2],
                shift[0] * spin[1] - shift[1] * spin[0],
            ]
        )
        tup_0_2 = np.empty_like(product)
        for i in range(len(product)):
            tup_0_2[i] = product[i] + array_result[i]
        length_2 = len(product) + spin.shape[0]
        whole_2 = np.empty(length_2)
        whole_2_saved.append(whole_2)
        stop_2 = len(product)
        whole_2[:stop_2] = tup_0_2
        start_2 = len(product)
        whole_2[start_2:] = spin
        condition = k + 1 > len(columns_values)
        condition_saved[k] = condition
        if condition:
            columns_values_saved.append(columns_values)
            columns_values = longer_rows(columns_values, k + 1, whole_2)
        if columns_values[k, :].shape != whole_2.shape:
            raise ValueError("columns_values[k, :] and whole have different shapes")
        for i in range(columns_values.shape[1]):
            columns_values_saved_2.append(columns_values[k, i])
            columns_values[k, i] = whole_2[i]
        hat_result = hat(screw)
        hat_result_saved.append(hat_result)
        term = np.empty_like(hat_result)
        term_saved.append(term)
        for i in range(hat_result.shape[0]):
            for j in range(hat_result.shape[1]):
                term[i, j] = hat_result[i, j] * angle
        expm_result_2 = expm(term)
        expm_result_2_saved.append(expm_result_2)
        if pose.shape[1] != expm_result_2.shape[0]:
            raise ValueError("pose and expm_result have different shapes")
        pose_saved.append(pose)
        pose = pose @ expm_result_2
    columns_count = max(min(len(angles), len(screws)), 0)
    if pose.shape[1] != home.shape[0]:
        raise ValueError("pose and home have different shapes")
    pose_2 = pose @ home
    tup = columns_values[:columns_count]
    jacobian = tup.T.copy()
    if pose_2[:3, 3].shape != target[:3, 3].shape:
        raise ValueError("pose[:3, 3] and target[:3, 3] have different shapes")
    pose_2_part = pose_2[:3, 3]
    target_part = target[:3, 3]
    turned = pose_2[:3, :3].T @ target[:3, :3]
    on_diagonal_result = on_diagonal(turned)
    total = 0.0
    for i in range(len(on_diagonal_result)):
        total += on_diagonal_result[i]
    a = 0.5 * (total - 1.0)
    bounded_a = bounded(a)
    angle = np.arccos(bounded_a)
    a_2 = jacobian.T @ jacobian
    ability = np.sqrt(determinant(a_2))

    # reverse sweep
    angles_bar = np.zeros_like(angles)
    screws_bar = np.zeros_like(screws)
    target_bar = np.zeros_like(target)
    pose_2_bar = np.zeros_like(pose_2)
    pose_2_part_bar = pose_2_bar[:3, 3]
    target_part_bar = target_bar[:3, 3]

    # forward and reverse in one sweep: the iterations are independent
    for i in range(len(pose_2_part)):
        apart = pose_2_part[i] - target_part[i]
        apart_bar = 2.0 * apart * result_0_bar
        pose_2_part_bar[i] += apart_bar
        target_part_bar[i] -= apart_bar
    a_2_bar = np.zeros_like(a_2)
    determinant_adjoint(a_2, result_1_bar / (2.0 * ability), a_2_bar)
    jacobian_bar = (a_2_bar @ jacobian.T).T + jacobian @ a_2_bar
    bounded_a_bar = -2.0 * angle * result_0_bar / np.sqrt(1.0 - bounded_a**2)
    total_bar = 0.5 * bounded_adjoint(a, bounded_a_bar)
    on_diagonal_result_bar = np.empty_like(on_diagonal_result)
    for i in range(len(on_diagonal_result)):
        on_diagonal_result_bar[i] = total_bar
    turned_bar = np.zeros_like(turned)
    on_diagonal_adjoint(on_diagonal_result_bar, turned_bar)
    pose_2_bar[:3, :3] += (turned_bar @ target[:3, :3].T).T
    target_bar[:3, :3] += pose_2[:3, :3] @ turned_bar
    columns_values_bar = np.zeros_like(columns_values)
    tup_bar = columns_values_bar[:columns_count]
    tup_bar += jacobian_bar.T
    pose_bar = pose_2_bar @ home.T
    home_bar = pose.T @ pose_2_bar
    for k in range(min(len(angles), len(screws)) - 1, -1, -1):
        pose = pose_saved.pop()
        expm_result_2 = expm_result_2_saved.pop()
        pose_new_bar = pose_bar
        pose_bar = pose_new_bar @ expm_result_2.T
        expm_result_2_bar = pose.T @ pose_new_bar
        term = term_saved.pop()
        term_bar = np.zeros_like(term)
        expm_adjoint(term, expm_result_2_bar, term_bar)
        hat_result = hat_result_saved.pop()
        angle = angles[k]
        angle_bar = 0.0
        hat_result_bar = np.empty_like(hat_result)
        for i in range(hat_result.shape[0]):
            for j in range(hat_result.shape[1]):
                hat_result_bar[i, j] = angle * term_bar[i, j]
                angle_bar += hat_result[i, j] * term_bar[i, j]
        screw = screws[k]
        screw_bar = screws_bar[k]
        hat_adjoint(screw, hat_result_bar, screw_bar)
        whole_2 = whole_2_saved.pop()
        whole_2_bar = np.zeros_like(whole_2)
        for i in range(columns_values.shape[1] - 1, -1, -1):
            columns_values[k, i] = columns_values_saved_2.pop()
            whole_2_bar[i] += columns_values_bar[k, i]
            columns_values_bar[k, i] = 0.0
        if condition_saved[k]:
            columns_values = columns_values_saved.pop()
            columns_values_new_bar = columns_values_bar
            columns_values_bar = np.zeros_like(columns_values)
            longer_rows_adjoint(
                columns_values,
                k + 1,
                columns_values_new_bar,
                columns_values_bar,
                whole_2_bar,
            )
        turn = pose[:3, :3]
        spin = turn @ screw[3:]
        product = turn @ screw[:3]
        start_2 = len(product)
        spin_bar = whole_2_bar[start_2:].copy()
        whole_2_bar[start_2:] = 0.0
        stop_2 = len(product)
        tup_0_2_bar = whole_2_bar[:stop_2].copy()
        product_bar = np.empty_like(product)
        array_result_bar = np.zeros_like(array_result)
        for i in range(len(product)):
            product_bar[i] = tup_0_2_bar[i]
            array_result_bar[i] += tup_0_2_bar[i]
        shift = pose[:3, 3]
        shift_bar = pose_bar[:3, 3]
        shift_bar[1] += spin[2] * array_result_bar[0]
        spin_bar[2] += shift[1] * array_result_bar[0]
        shift_bar[2] -= spin[1] * array_result_bar[0]
        spin_bar[1] -= shift[2] * array_result_bar[0]
        shift_bar[2] += spin[0] * array_result_bar[1]
        spin_bar[0] += shift[2] * array_result_bar[1]
        shift_bar[0] -= spin[2] * array_result_bar[1]
        spin_bar[2] -= shift[0] * array_result_bar[1]
        shift_bar[0] += spin[1] * array_result_bar[2]
        spin_bar[1] += shift[0] * array_result_bar[2]
        shift_bar[1] -= spin[0] * array_result_bar[2]
        spin_bar[0] -= shift[1] * array_result_bar[2]
        turn_bar = pose_bar[:3, :3]
        turn_bar += np.outer(product_bar, screw[:3])
        screw_bar[:3] += turn.T @ product_bar
        turn_bar += np.outer(spin_bar, screw[3:])
        screw_bar[3:] += turn.T @ spin_bar
        angles_bar[k] += angle_bar
    return angles_bar, screws_bar, home_bar, target_bar
