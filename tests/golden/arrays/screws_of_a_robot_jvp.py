import numpy as np


def bounded_tangent(a, a_dot):
    """bounded and its tangent."""
    if a < -1.0:
        a_dot = 0.0
        a = -1.0
    if a > 1.0:
        a_dot = 0.0
        a = 1.0
    return a, a_dot


def determinant(a):
    """The determinant of a matrix: s2sad.library.inverses.determinant(a)."""
    return np.linalg.det(a)


def inverse(a):
    """The inverse of a matrix: s2sad.library.inverses.inverse(a)."""
    return np.linalg.inv(a)


def determinant_tangent(a, a_dot):
    z = determinant(a)
    term = inverse(a).T
    total = 0.0
    for i in range(term.shape[0]):
        for j in range(term.shape[1]):
            total += term[i, j] * a_dot[i, j]
    return z, z * total


def solutions(a, b):
    """The matrix x with a @ x = b: s2sad.library.inverses.solutions(a, b)."""
    return np.linalg.solve(a, b)


def solutions_tangent(a, b, a_dot, b_dot):
    z = solutions(a, b)
    product = a_dot @ z
    term = np.empty_like(b_dot)
    for i in range(b_dot.shape[0]):
        for j in range(b_dot.shape[1]):
            term[i, j] = b_dot[i, j] - product[i, j]
    return z, solutions(a, term)


def expm_tangent(a, a_dot):
    """expm and its tangent."""
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
    a_3_dot = np.empty_like(a)
    a_3 = np.empty_like(a)
    for i in range(a.shape[0]):
        for j in range(a.shape[1]):
            a_3_dot[i, j] = a_dot[i, j] / power_2
            a_3[i, j] = a[i, j] / power_2
    one = np.eye(a.shape[0])
    if a.shape[1] != a.shape[0]:
        raise ValueError("operands have different shapes")
    a2_dot = a_3_dot @ a_3 + a_3 @ a_3_dot
    a2 = a_3 @ a_3
    a4_dot = a2_dot @ a2 + a2 @ a2_dot
    a4 = a2 @ a2
    a6_dot = a4_dot @ a2 + a4 @ a2_dot
    a6 = a4 @ a2
    term_dot = np.empty_like(a6)
    term = np.empty_like(a6)
    for i in range(a.shape[0]):
        for j in range(a.shape[0]):
            term_dot[i, j] = (
                a6_dot[i, j] + 16380.0 * a4_dot[i, j] + 40840800.0 * a2_dot[i, j]
            )
            term[i, j] = a6[i, j] + 16380.0 * a4[i, j] + 40840800.0 * a2[i, j]
    odd_dot = a6_dot @ term + a6 @ term_dot
    odd = a6 @ term
    term_2_dot = np.empty_like(odd)
    term_2 = np.empty_like(odd)
    term_3_dot = np.empty_like(a6)
    term_3 = np.empty_like(a6)
    for i in range(a.shape[0]):
        for j in range(a.shape[0]):
            odd_dot[i, j] += (
                33522128640.0 * a6_dot[i, j]
                + 10559470521600.0 * a4_dot[i, j]
                + 1187353796428800.0 * a2_dot[i, j]
            )
            odd[i, j] += (
                33522128640.0 * a6[i, j]
                + 10559470521600.0 * a4[i, j]
                + 1187353796428800.0 * a2[i, j]
            )
            term_2_dot[i, j] = odd_dot[i, j]
            term_2[i, j] = odd[i, j] + 3.238237626624e16 * one[i, j]
            term_3_dot[i, j] = (
                182.0 * a6_dot[i, j]
                + 960960.0 * a4_dot[i, j]
                + 1323241920.0 * a2_dot[i, j]
            )
            term_3[i, j] = (
                182.0 * a6[i, j] + 960960.0 * a4[i, j] + 1323241920.0 * a2[i, j]
            )
    odd_2_dot = a_3_dot @ term_2 + a_3 @ term_2_dot
    odd_2 = a_3 @ term_2
    even_dot = a6_dot @ term_3 + a6 @ term_3_dot
    even = a6 @ term_3
    power_dot = np.zeros_like(a_3)
    power = np.empty_like(a_3)
    a_2_dot = np.empty_like(even)
    a_2 = np.empty_like(even)
    b_dot = np.empty_like(even)
    b = np.empty_like(even)
    for i in range(a.shape[0]):
        for j in range(a.shape[0]):
            even_dot[i, j] += (
                670442572800.0 * a6_dot[i, j]
                + 129060195264000.0 * a4_dot[i, j]
                + 7771770303897600.0 * a2_dot[i, j]
            )
            even[i, j] += (
                670442572800.0 * a6[i, j]
                + 129060195264000.0 * a4[i, j]
                + 7771770303897600.0 * a2[i, j]
            )
            even[i, j] += 6.476475253248e16 * one[i, j]
            a_2_dot[i, j] = even_dot[i, j] - odd_2_dot[i, j]
            a_2[i, j] = even[i, j] - odd_2[i, j]
            b_dot[i, j] = even_dot[i, j] + odd_2_dot[i, j]
            b[i, j] = even[i, j] + odd_2[i, j]
    solutions_result, solutions_result_dot = solutions_tangent(a_2, b, a_2_dot, b_dot)
    if power.shape[0] != solutions_result.shape[0]:
        raise ValueError("power and solutions_result have different shapes")
    if power.shape[1] != solutions_result.shape[1]:
        raise ValueError("power and solutions_result have different shapes")
    for i in range(power.shape[0]):
        for j in range(power.shape[1]):
            power_dot[i, j] = solutions_result_dot[i, j]
            power[i, j] = solutions_result[i, j]
    for _ in range(squarings):
        power_dot = power_dot @ power + power @ power_dot
        power = power @ power
    return power, power_dot


def block_tangent(arrays_0_0, arrays_0_1, arrays_1_0, arrays_0_0_dot, arrays_0_1_dot):
    """block and its tangent."""
    if arrays_0_0.shape[0] != arrays_0_1.shape[0]:
        raise ValueError("operands have different shapes")
    length = arrays_0_0.shape[1] + arrays_0_1.shape[1]
    whole_dot = np.zeros((arrays_0_0.shape[0], length))
    whole = np.empty((arrays_0_0.shape[0], length))
    stop = arrays_0_0.shape[1]
    whole_dot[:, :stop] = arrays_0_0_dot
    whole[:, :stop] = arrays_0_0
    start = arrays_0_0.shape[1]
    whole_dot[:, start:] = arrays_0_1_dot
    whole[:, start:] = arrays_0_1
    whole_2 = np.empty(arrays_1_0.shape)
    for j in range(arrays_1_0.shape[1]):
        whole_2[0, j] = arrays_1_0[0, j]
    if whole.shape[1] != whole_2.shape[1]:
        raise ValueError("operands have different shapes")
    length_2 = whole.shape[0] + whole_2.shape[0]
    whole_3_dot = np.zeros((length_2, whole.shape[1]))
    whole_3 = np.empty((length_2, whole.shape[1]))
    stop_2 = whole.shape[0]
    whole_3_dot[:stop_2] = whole_dot
    whole_3[:stop_2] = whole
    start_2 = whole.shape[0]
    whole_3_dot[start_2:] = 0.0
    whole_3[start_2:] = whole_2
    return whole_3, whole_3_dot


def hat_tangent(twist, twist_dot):
    """hat and its tangent."""
    v_dot = twist_dot[:3]
    v = twist[:3]
    row_dot = twist_dot[3:]
    row = twist[3:]
    if len(row) != 3:
        raise ValueError("row is unpacked into 3 names")
    x_dot = row_dot[0]
    x = row[0]
    y_dot = row_dot[1]
    y = row[1]
    z_dot = row_dot[2]
    z = row[2]
    top_dot = np.array(
        [[0.0, -z_dot, y_dot], [z_dot, 0.0, -x_dot], [-y_dot, x_dot, 0.0]]
    )
    top = np.array([[0.0, -z, y], [z, 0.0, -x], [-y, x, 0.0]])
    value, value_dot = block_tangent(
        top, v[:, None], np.zeros((1, 4)), top_dot, v_dot[:, None]
    )
    return value, value_dot


def longer_rows_tangent(rows, length, row, rows_dot, row_dot):
    """longer_rows and its tangent."""
    longer_dot = np.zeros((max(2 * len(rows), length), row.shape[0]), dtype=np.float64)
    longer = np.empty((max(2 * len(rows), length), row.shape[0]), dtype=np.float64)
    for i in range(len(rows)):
        if longer[i].shape != rows[i].shape:
            raise ValueError("longer[i] and rows[i] have different shapes")
        for j in range(len(row)):
            longer_dot[i, j] = rows_dot[i, j]
            longer[i, j] = rows[i, j]
    return longer, longer_dot


def on_diagonal_tangent(a, a_dot):
    """on_diagonal and its tangent."""
    count = max(min(a.shape[0], a.shape[1]), 0)
    found_dot = np.empty(count)
    found = np.empty(count)
    for i in range(count):
        found_dot[i] = a_dot[i, i]
        found[i] = a[i, i]
    return found, found_dot


def screws_of_a_robot_jvp(
    angles, screws, home, target, angles_dot, screws_dot, home_dot, target_dot
):
    """The value of screws_of_a_robot, and its derivative in the direction
    angles_dot, screws_dot, home_dot, target_dot.
    """
    pose_dot = np.zeros_like(np.eye(4))
    pose = np.eye(4)
    columns_values_dot = np.zeros((0, 0))
    columns_values = np.empty((0, 0))
    for k in range(min(len(angles), len(screws))):
        angle_dot = angles_dot[k]
        angle = angles[k]
        screw_dot = screws_dot[k]
        screw = screws[k]
        turn_dot = pose_dot[:3, :3]
        turn = pose[:3, :3]
        shift_dot = pose_dot[:3, 3]
        shift = pose[:3, 3]
        if turn.shape[1] != len(screw[3:]):
            raise ValueError("turn and screw[3:] have different shapes")
        spin_dot = turn_dot @ screw[3:] + turn @ screw_dot[3:]
        spin = turn @ screw[3:]
        if turn.shape[1] != len(screw[:3]):
            raise ValueError("turn and screw[:3] have different shapes")
        if len(shift) != 3 or len(spin) != 3:
            raise ValueError("cross of vectors that do not have three elements")
        if turn.shape[0] != 3:
            raise ValueError("turn and an array of 3 have different shapes")
        product_dot = turn_dot @ screw[:3] + turn @ screw_dot[:3]
        product = turn @ screw[:3]
        array_result_dot = np.array(
            [
                shift_dot[1] * spin[2]
                + shift[1] * spin_dot[2]
                - (shift_dot[2] * spin[1] + shift[2] * spin_dot[1]),
                shift_dot[2] * spin[0]
                + shift[2] * spin_dot[0]
                - (shift_dot[0] * spin[2] + shift[0] * spin_dot[2]),
                shift_dot[0] * spin[1]
                + shift[0] * spin_dot[1]
                - (shift_dot[1] * spin[0] + shift[1] * spin_dot[0]),
            ]
        )
        array_result = np.array(
            [
                shift[1] * spin[2] - shift[2] * spin[1],
                shift[2] * spin[0] - shift[0] * spin[2],
                shift[0] * spin[1] - shift[1] * spin[0],
            ]
        )
        tup_0_2_dot = np.empty_like(product)
        tup_0_2 = np.empty_like(product)
        for i in range(len(product)):
            tup_0_2_dot[i] = product_dot[i] + array_result_dot[i]
            tup_0_2[i] = product[i] + array_result[i]
        length_2 = len(product) + spin.shape[0]
        whole_2_dot = np.zeros(length_2)
        whole_2 = np.empty(length_2)
        stop_2 = len(product)
        whole_2_dot[:stop_2] = tup_0_2_dot
        whole_2[:stop_2] = tup_0_2
        start_2 = len(product)
        whole_2_dot[start_2:] = spin_dot
        whole_2[start_2:] = spin
        if k + 1 > len(columns_values):
            columns_values, columns_values_dot = longer_rows_tangent(
                columns_values, k + 1, whole_2, columns_values_dot, whole_2_dot
            )
        if columns_values[k, :].shape != whole_2.shape:
            raise ValueError("columns_values[k, :] and whole have different shapes")
        for i in range(columns_values.shape[1]):
            columns_values_dot[k, i] = whole_2_dot[i]
            columns_values[k, i] = whole_2[i]
        hat_result, hat_result_dot = hat_tangent(screw, screw_dot)
        term_dot = np.empty_like(hat_result)
        term = np.empty_like(hat_result)
        for i in range(hat_result.shape[0]):
            for j in range(hat_result.shape[1]):
                term_2 = hat_result[i, j] * angle_dot
                term_dot[i, j] = hat_result_dot[i, j] * angle + term_2
                term[i, j] = hat_result[i, j] * angle
        expm_result_2, expm_result_2_dot = expm_tangent(term, term_dot)
        if pose.shape[1] != expm_result_2.shape[0]:
            raise ValueError("pose and expm_result have different shapes")
        pose_dot = pose_dot @ expm_result_2 + pose @ expm_result_2_dot
        pose = pose @ expm_result_2
    columns_count = max(min(len(angles), len(screws)), 0)
    if pose.shape[1] != home.shape[0]:
        raise ValueError("pose and home have different shapes")
    pose_2_dot = pose_dot @ home + pose @ home_dot
    pose_2 = pose @ home
    tup_dot = columns_values_dot[:columns_count]
    tup = columns_values[:columns_count]
    jacobian_dot = tup_dot.T.copy()
    jacobian = tup.T.copy()
    if pose_2[:3, 3].shape != target[:3, 3].shape:
        raise ValueError("pose[:3, 3] and target[:3, 3] have different shapes")
    pose_2_part_dot = pose_2_dot[:3, 3]
    pose_2_part = pose_2[:3, 3]
    target_part_dot = target_dot[:3, 3]
    target_part = target[:3, 3]
    term_3 = pose_2[:3, :3].T @ target_dot[:3, :3]
    turned_dot = pose_2_dot[:3, :3].T @ target[:3, :3] + term_3
    turned = pose_2[:3, :3].T @ target[:3, :3]
    on_diagonal_result, on_diagonal_result_dot = on_diagonal_tangent(turned, turned_dot)
    total_dot = 0.0
    total = 0.0
    for i in range(len(on_diagonal_result)):
        total_dot += on_diagonal_result_dot[i]
        total += on_diagonal_result[i]
    a = 0.5 * (total - 1.0)
    bounded_a, bounded_a_dot = bounded_tangent(a, 0.5 * total_dot)
    angle = np.arccos(bounded_a)
    a_2_dot = jacobian_dot.T @ jacobian + jacobian.T @ jacobian_dot
    a_2 = jacobian.T @ jacobian
    determinant_a, determinant_a_dot = determinant_tangent(a_2, a_2_dot)
    ability = np.sqrt(determinant_a)
    total_2_dot = 0.0
    total_2 = 0.0
    for i in range(len(pose_2_part)):
        apart_dot = pose_2_part_dot[i] - target_part_dot[i]
        apart = pose_2_part[i] - target_part[i]
        total_2_dot += apart_dot * apart + apart * apart_dot
        total_2 += apart * apart
    value_dot = total_2_dot - 2.0 * angle * bounded_a_dot / np.sqrt(1.0 - bounded_a**2)
    value = total_2 + angle**2
    return value, ability, value_dot, determinant_a_dot / (2.0 * ability)
