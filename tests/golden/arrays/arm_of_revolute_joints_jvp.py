import numpy as np


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


def length_of(x):
    """The Euclidean length of a vector: s2sad.library.norms.length_of(x)."""
    total = 0.0
    for i in range(len(x)):
        total += x[i] * x[i]
    return np.sqrt(total)


def length_of_tangent(x, x_dot):
    z = length_of(x)
    total = 0.0
    for i in range(len(x)):
        total += x[i] * x_dot[i]
    return z, total / (z if z != 0.0 else 1.0)


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


def arm_of_revolute_joints_jvp(
    angles,
    offsets,
    lengths,
    twists,
    goal,
    angles_dot,
    offsets_dot,
    lengths_dot,
    twists_dot,
    goal_dot,
):
    """The value of arm_of_revolute_joints, and its derivative in the direction
    angles_dot, offsets_dot, lengths_dot, twists_dot, goal_dot.
    """
    pose_dot = np.zeros_like(np.eye(4))
    pose = np.eye(4)
    origins_values_dot = np.zeros((0, 0))
    origins_values = np.empty((0, 0))
    axes_values_dot = np.zeros((0, 0))
    axes_values = np.empty((0, 0))
    for k in range(min(min(min(len(angles), len(offsets)), len(lengths)), len(twists))):
        theta_dot = angles_dot[k]
        theta = angles[k]
        d_dot = offsets_dot[k]
        d = offsets[k]
        a_dot = lengths_dot[k]
        a = lengths[k]
        alpha_dot = twists_dot[k]
        alpha = twists[k]
        row_3_dot = pose_dot[:3, 3]
        row_3 = pose[:3, 3]
        if k + 1 > len(origins_values):
            origins_values, origins_values_dot = longer_rows_tangent(
                origins_values, k + 1, row_3, origins_values_dot, row_3_dot
            )
        if origins_values[k, :].shape != row_3.shape:
            raise ValueError("origins_values[k, :] and row have different shapes")
        for i in range(origins_values.shape[1]):
            origins_values_dot[k, i] = row_3_dot[i]
            origins_values[k, i] = row_3[i]
        row_4_dot = pose_dot[:3, 2]
        row_4 = pose[:3, 2]
        if k + 1 > len(axes_values):
            axes_values, axes_values_dot = longer_rows_tangent(
                axes_values, k + 1, row_4, axes_values_dot, row_4_dot
            )
        if axes_values[k, :].shape != row_4.shape:
            raise ValueError("axes_values[k, :] and row have different shapes")
        for i in range(axes_values.shape[1]):
            axes_values_dot[k, i] = row_4_dot[i]
            axes_values[k, i] = row_4[i]
        sin_theta = np.sin(theta)
        ct_dot = -sin_theta * theta_dot
        ct = np.cos(theta)
        st_dot = ct * theta_dot
        st = sin_theta
        sin_alpha = np.sin(alpha)
        ca_dot = -sin_alpha * alpha_dot
        ca = np.cos(alpha)
        sa_dot = ca * alpha_dot
        sa = sin_alpha
        link_dot = np.array(
            [
                [
                    ct_dot,
                    -st_dot * ca - st * ca_dot,
                    st_dot * sa + st * sa_dot,
                    a_dot * ct + a * ct_dot,
                ],
                [
                    st_dot,
                    ct_dot * ca + ct * ca_dot,
                    -ct_dot * sa - ct * sa_dot,
                    a_dot * st + a * st_dot,
                ],
                [0.0, sa_dot, ca_dot, d_dot],
                [0.0, 0.0, 0.0, 0.0],
            ]
        )
        link = np.array(
            [
                [ct, -st * ca, st * sa, a * ct],
                [st, ct * ca, -ct * sa, a * st],
                [0.0, sa, ca, d],
                [0.0, 0.0, 0.0, 1.0],
            ]
        )
        pose_dot = pose_dot @ link + pose @ link_dot
        pose = pose @ link
    origins_count = max(
        min(min(min(len(angles), len(offsets)), len(lengths)), len(twists)), 0
    )
    axes_count = max(
        min(min(min(len(angles), len(offsets)), len(lengths)), len(twists)), 0
    )
    hand_dot = pose_dot[:3, 3]
    hand = pose[:3, 3]
    row_5_dot = axes_values_dot[:axes_count]
    row_5 = axes_values[:axes_count]
    row_6_dot = origins_values_dot[:origins_count]
    row_6 = origins_values[:origins_count]
    items_dot = np.zeros((max(min(len(row_5), len(row_6)), 0), 3))
    items = np.empty((max(min(len(row_5), len(row_6)), 0), 3))
    b_2_dot = np.empty_like(hand)
    b_2 = np.empty_like(hand)
    for k_2 in range(min(len(row_5), len(row_6))):
        z_dot = row_5_dot[k_2]
        z = row_5[k_2]
        p_dot = row_6_dot[k_2]
        p = row_6[k_2]
        if hand.shape != p.shape:
            raise ValueError("hand and p have different shapes")
        b_2_dot[:] = 0.0
        for i in range(row_6.shape[1]):
            b_2_dot[i] = hand_dot[i] - p_dot[i]
            b_2[i] = hand[i] - p[i]
        if len(z) != 3 or len(b_2) != 3:
            raise ValueError("cross of vectors that do not have three elements")
        row_8_dot = np.array(
            [
                z_dot[1] * b_2[2]
                + z[1] * b_2_dot[2]
                - (z_dot[2] * b_2[1] + z[2] * b_2_dot[1]),
                z_dot[2] * b_2[0]
                + z[2] * b_2_dot[0]
                - (z_dot[0] * b_2[2] + z[0] * b_2_dot[2]),
                z_dot[0] * b_2[1]
                + z[0] * b_2_dot[1]
                - (z_dot[1] * b_2[0] + z[1] * b_2_dot[0]),
            ]
        )
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
            items_dot[k_2, i] = row_8_dot[i]
            items[k_2, i] = row_8[i]
    jacobian_dot = items_dot.T.copy()
    jacobian = items.T.copy()
    if hand.shape != goal.shape:
        raise ValueError("hand and goal have different shapes")
    x_dot = np.empty_like(hand)
    x = np.empty_like(hand)
    for i in range(len(hand)):
        x_dot[i] = hand_dot[i] - goal_dot[i]
        x[i] = hand[i] - goal[i]
    reach, reach_dot = length_of_tangent(x, x_dot)
    product_dot = jacobian_dot @ jacobian.T + jacobian @ jacobian_dot.T
    product = jacobian @ jacobian.T
    a_2_dot = np.zeros_like(product)
    a_2 = np.empty_like(product)
    for i in range(3):
        for j in range(3):
            a_2_dot[i, j] = product_dot[i, j]
            a_2[i, j] = product[i, j] + 0.01 * (1.0 if i == j else 0.0)
    value, value_dot = determinant_tangent(a_2, a_2_dot)
    return reach, value, reach_dot, value_dot
