import numpy as np


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


def length_of(x):
    """The Euclidean length of a vector: s2sad.library.norms.length_of(x)."""
    total = 0.0
    for i in range(len(x)):
        total += x[i] * x[i]
    return np.sqrt(total)


def length_of_adjoint(x, z_bar, x_bar):
    z = length_of(x)
    for i in range(len(x_bar)):
        x_bar[i] += x[i] * (z_bar / (z if z != 0.0 else 1.0))


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


def arm_of_revolute_joints_vjp(
    angles, offsets, lengths, twists, goal, result_0_bar, result_1_bar
):
    """The adjoints of angles, offsets, lengths, twists and goal of
    arm_of_revolute_joints, for the adjoint of its result.
    """
    # forward sweep: saves pose, axes_values, origins_values, condition_2 and others
    pose = np.eye(4)
    origins_values = np.empty((0, 0))
    axes_values = np.empty((0, 0))
    pose_saved = []
    axes_values_saved = []
    origins_values_saved = []
    origins_values_saved_2 = []
    axes_values_saved_2 = []
    condition_2_saved = np.empty(
        min(min(min(len(angles), len(offsets)), len(lengths)), len(twists)),
        dtype=np.bool_,
    )
    condition_saved = np.empty(
        min(min(min(len(angles), len(offsets)), len(lengths)), len(twists)),
        dtype=np.bool_,
    )
    for k in range(min(min(min(len(angles), len(offsets)), len(lengths)), len(twists))):
        theta = angles[k]
        d = offsets[k]
        a = lengths[k]
        alpha = twists[k]
        row_3 = pose[:3, 3]
        condition = k + 1 > len(origins_values)
        condition_saved[k] = condition
        if condition:
            origins_values_saved.append(origins_values)
            origins_values = longer_rows(origins_values, k + 1, row_3)
        if origins_values[k, :].shape != row_3.shape:
            raise ValueError("origins_values[k, :] and row have different shapes")
        for i in range(origins_values.shape[1]):
            origins_values_saved_2.append(origins_values[k, i])
            origins_values[k, i] = row_3[i]
        row_4 = pose[:3, 2]
        condition = k + 1 > len(axes_values)
        condition_2_saved[k] = condition
        if condition:
            axes_values_saved.append(axes_values)
            axes_values = longer_rows(axes_values, k + 1, row_4)
        if axes_values[k, :].shape != row_4.shape:
            raise ValueError("axes_values[k, :] and row have different shapes")
        for i in range(axes_values.shape[1]):
            axes_values_saved_2.append(axes_values[k, i])
            axes_values[k, i] = row_4[i]
        ct = np.cos(theta)
        st = np.sin(theta)
        ca = np.cos(alpha)
        sa = np.sin(alpha)
        link = np.array(
            [
                [ct, -st * ca, st * sa, a * ct],
                [st, ct * ca, -ct * sa, a * st],
                [0.0, sa, ca, d],
                [0.0, 0.0, 0.0, 1.0],
            ]
        )
        pose_saved.append(pose)
        pose = pose @ link
    origins_count = max(
        min(min(min(len(angles), len(offsets)), len(lengths)), len(twists)), 0
    )
    axes_count = max(
        min(min(min(len(angles), len(offsets)), len(lengths)), len(twists)), 0
    )
    hand = pose[:3, 3]
    row_5 = axes_values[:axes_count]
    row_6 = origins_values[:origins_count]
    items = np.empty((max(min(len(row_5), len(row_6)), 0), 3))
    for k_2 in range(min(len(row_5), len(row_6))):
        z = row_5[k_2]
        p = row_6[k_2]
        if hand.shape != p.shape:
            raise ValueError("hand and p have different shapes")
        b_2 = np.empty_like(hand)
        for i in range(row_6.shape[1]):
            b_2[i] = hand[i] - p[i]
        if len(z) != 3 or len(b_2) != 3:
            raise ValueError("cross of vectors that do not have three elements")
        row_8 = np.array(
            [
                z[1] * b_2[2] - z[2] * b_2[1],
                z[2] * b_2[0] - z[0] * b_2[2],
                z[0] * b_2[1] - z[1] * b_2[0],
            ]
        )
        if items[k_2, :].shape != row_8.shape:
            raise ValueError("items[k, :] and row have different shapes")
        for i in range(3):
            items[k_2, i] = row_8[i]
    jacobian = items.T.copy()
    if hand.shape != goal.shape:
        raise ValueError("hand and goal have different shapes")
    x = np.empty_like(hand)
    for i in range(len(hand)):
        x[i] = hand[i] - goal[i]
    product = jacobian @ jacobian.T
    a_2 = np.empty_like(product)
    for i in range(3):
        for j in range(3):
            a_2[i, j] = product[i, j] + 0.01 * (1.0 if i == j else 0.0)

    # reverse sweep
    angles_bar = np.zeros_like(angles)
    offsets_bar = np.zeros_like(offsets)
    lengths_bar = np.zeros_like(lengths)
    twists_bar = np.zeros_like(twists)
    goal_bar = np.empty_like(goal)
    a_2_bar = np.zeros_like(a_2)
    determinant_adjoint(a_2, result_1_bar, a_2_bar)
    product_bar = np.zeros_like(product)
    for i in range(3):
        for j in range(3):
            product_bar[i, j] += a_2_bar[i, j]
    jacobian_bar = product_bar @ jacobian + (jacobian.T @ product_bar).T
    x_bar = np.zeros_like(x)
    length_of_adjoint(x, result_0_bar, x_bar)
    pose_bar = np.zeros_like(pose)
    hand_bar = pose_bar[:3, 3]
    for i in range(len(hand)):
        hand_bar[i] += x_bar[i]
        goal_bar[i] = -x_bar[i]
    items_bar = jacobian_bar.T.copy()
    origins_values_bar = np.zeros_like(origins_values)
    axes_values_bar = np.zeros_like(axes_values)
    row_5_bar = axes_values_bar[:axes_count]
    row_6_bar = origins_values_bar[:origins_count]

    # forward and reverse in one sweep: the iterations are independent
    for k_2 in range(min(len(row_5), len(row_6))):
        z = row_5[k_2]
        p = row_6[k_2]
        b_2 = np.empty_like(hand)
        for i in range(row_6.shape[1]):
            b_2[i] = hand[i] - p[i]
        row_8_bar = np.empty_like(row_8)
        for i in range(3):
            row_8_bar[i] = items_bar[k_2, i]
        z_bar = row_5_bar[k_2]
        b_2_bar = np.zeros_like(b_2)
        z_bar[2] += b_2[0] * row_8_bar[1] - b_2[1] * row_8_bar[0]
        b_2_bar[2] += z[1] * row_8_bar[0] - z[0] * row_8_bar[1]
        z_bar[0] += b_2[1] * row_8_bar[2] - b_2[2] * row_8_bar[1]
        b_2_bar[1] += z[0] * row_8_bar[2] - z[2] * row_8_bar[0]
        z_bar[1] += b_2[2] * row_8_bar[0] - b_2[0] * row_8_bar[2]
        b_2_bar[0] += z[2] * row_8_bar[1] - z[1] * row_8_bar[2]
        p_bar = row_6_bar[k_2]
        for i in range(row_6.shape[1]):
            hand_bar[i] += b_2_bar[i]
            p_bar[i] -= b_2_bar[i]
    for k in range(
        min(min(min(len(angles), len(offsets)), len(lengths)), len(twists)) - 1, -1, -1
    ):
        pose = pose_saved.pop()
        theta = angles[k]
        d = offsets[k]
        a = lengths[k]
        alpha = twists[k]
        ct = np.cos(theta)
        st = np.sin(theta)
        ca = np.cos(alpha)
        sa = np.sin(alpha)
        link = np.array(
            [
                [ct, -st * ca, st * sa, a * ct],
                [st, ct * ca, -ct * sa, a * st],
                [0.0, sa, ca, d],
                [0.0, 0.0, 0.0, 1.0],
            ]
        )
        pose_new_bar = pose_bar
        pose_bar = pose_new_bar @ link.T
        link_bar = pose.T @ pose_new_bar
        ct_bar = link_bar[0, 0] + a * link_bar[0, 3] + ca * link_bar[1, 1]
        st_bar = sa * link_bar[0, 2] - ca * link_bar[0, 1] + link_bar[1, 0]
        ca_bar = ct * link_bar[1, 1] - st * link_bar[0, 1] + link_bar[2, 2]
        sa_bar = st * link_bar[0, 2] - ct * link_bar[1, 2] + link_bar[2, 1]
        ct_bar -= sa * link_bar[1, 2]
        st_bar += a * link_bar[1, 3]
        row_4_bar = pose_bar[:3, 2]
        for i in range(axes_values.shape[1] - 1, -1, -1):
            axes_values[k, i] = axes_values_saved_2.pop()
            row_4_bar[i] += axes_values_bar[k, i]
            axes_values_bar[k, i] = 0.0
        if condition_2_saved[k]:
            axes_values = axes_values_saved.pop()
            axes_values_new_bar = axes_values_bar
            axes_values_bar = np.zeros_like(axes_values)
            longer_rows_adjoint(
                axes_values, k + 1, axes_values_new_bar, axes_values_bar, row_4_bar
            )
        row_3_bar = pose_bar[:3, 3]
        for i in range(origins_values.shape[1] - 1, -1, -1):
            origins_values[k, i] = origins_values_saved_2.pop()
            row_3_bar[i] += origins_values_bar[k, i]
            origins_values_bar[k, i] = 0.0
        if condition_saved[k]:
            origins_values = origins_values_saved.pop()
            origins_values_new_bar = origins_values_bar
            origins_values_bar = np.zeros_like(origins_values)
            longer_rows_adjoint(
                origins_values,
                k + 1,
                origins_values_new_bar,
                origins_values_bar,
                row_3_bar,
            )
        twists_bar[k] += ca * sa_bar - sa * ca_bar
        lengths_bar[k] += ct * link_bar[0, 3] + st * link_bar[1, 3]
        offsets_bar[k] += link_bar[2, 3]
        angles_bar[k] += ct * st_bar - st * ct_bar
    return angles_bar, offsets_bar, lengths_bar, twists_bar, goal_bar
