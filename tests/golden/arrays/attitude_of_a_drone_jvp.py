import numpy as np


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


def product_tangent_2(p, q, p_dot, q_dot):
    """product and its tangent."""
    if len(p[1:]) != len(q[1:]):
        raise ValueError("p[1:] and q[1:] have different shapes")
    w_dot = (
        p_dot[0] * q[0]
        + p[0] * q_dot[0]
        - (np.dot(p_dot[1:], q[1:]) + np.dot(p[1:], q_dot[1:]))
    )
    w = p[0] * q[0] - np.dot(p[1:], q[1:])
    a_dot = p_dot[1:]
    a = p[1:]
    b_dot = q_dot[1:]
    b = q[1:]
    if len(a) != 3 or len(b) != 3:
        raise ValueError("cross of vectors that do not have three elements")
    if len(p[1:]) != 3:
        raise ValueError("p[1:] and an array of 3 have different shapes")
    p_0_dot = p_dot[0]
    p_0 = p[0]
    q_0_dot = q_dot[0]
    q_0 = q[0]
    array_result_dot = np.array(
        [
            a_dot[1] * b[2] + a[1] * b_dot[2] - (a_dot[2] * b[1] + a[2] * b_dot[1]),
            a_dot[2] * b[0] + a[2] * b_dot[0] - (a_dot[0] * b[2] + a[0] * b_dot[2]),
            a_dot[0] * b[1] + a[0] * b_dot[1] - (a_dot[1] * b[0] + a[1] * b_dot[0]),
        ]
    )
    array_result = np.array(
        [
            a[1] * b[2] - a[2] * b[1],
            a[2] * b[0] - a[0] * b[2],
            a[0] * b[1] - a[1] * b[0],
        ]
    )
    tup_1_dot = np.empty(max(len(q) - 1, 0))
    tup_1 = np.empty(max(len(q) - 1, 0))
    for i in range(len(q) - 1):
        tup_1_dot[i] = (
            p_0_dot * q[i + 1]
            + p_0 * q_dot[i + 1]
            + (q_0_dot * p[i + 1] + q_0 * p_dot[i + 1])
            + array_result_dot[i]
        )
        tup_1[i] = p_0 * q[i + 1] + q_0 * p[i + 1] + array_result[i]
    arrays_0_dot = np.array([w_dot])
    arrays_0 = np.array([w])
    length = arrays_0.shape[0] + max(len(p) - 1, 0)
    whole_dot = np.zeros(length)
    whole = np.empty(length)
    stop = arrays_0.shape[0]
    whole_dot[:stop] = arrays_0_dot
    whole[:stop] = arrays_0
    start = arrays_0.shape[0]
    whole_dot[start:] = tup_1_dot
    whole[start:] = tup_1
    return whole, whole_dot


def product_tangent(p, q, p_dot):
    """product and its tangent."""
    if len(p[1:]) != len(q[1:]):
        raise ValueError("p[1:] and q[1:] have different shapes")
    w_dot = p_dot[0] * q[0] - np.dot(p_dot[1:], q[1:])
    w = p[0] * q[0] - np.dot(p[1:], q[1:])
    a_dot = p_dot[1:]
    a = p[1:]
    b = q[1:]
    if len(a) != 3 or len(b) != 3:
        raise ValueError("cross of vectors that do not have three elements")
    if len(p[1:]) != 3:
        raise ValueError("p[1:] and an array of 3 have different shapes")
    p_0_dot = p_dot[0]
    p_0 = p[0]
    q_0 = q[0]
    array_result_dot = np.array(
        [
            a_dot[1] * b[2] - a_dot[2] * b[1],
            a_dot[2] * b[0] - a_dot[0] * b[2],
            a_dot[0] * b[1] - a_dot[1] * b[0],
        ]
    )
    array_result = np.array(
        [
            a[1] * b[2] - a[2] * b[1],
            a[2] * b[0] - a[0] * b[2],
            a[0] * b[1] - a[1] * b[0],
        ]
    )
    tup_1_dot = np.empty(max(len(q) - 1, 0))
    tup_1 = np.empty(max(len(q) - 1, 0))
    for i in range(len(q) - 1):
        tup_1_dot[i] = p_0_dot * q[i + 1] + q_0 * p_dot[i + 1] + array_result_dot[i]
        tup_1[i] = p_0 * q[i + 1] + q_0 * p[i + 1] + array_result[i]
    arrays_0_dot = np.array([w_dot])
    arrays_0 = np.array([w])
    length = arrays_0.shape[0] + max(len(p) - 1, 0)
    whole_dot = np.zeros(length)
    whole = np.empty(length)
    stop = arrays_0.shape[0]
    whole_dot[:stop] = arrays_0_dot
    whole[:stop] = arrays_0
    start = arrays_0.shape[0]
    whole_dot[start:] = tup_1_dot
    whole[start:] = tup_1
    return whole, whole_dot


def seen_from_tangent(q, vector, q_dot):
    """seen_from and its tangent."""
    if len(q) != 4:
        raise ValueError("q and an array of 4 have different shapes")
    array_result = np.array([1.0, -1.0, -1.0, -1.0])
    inverse_dot = np.empty_like(q)
    inverse = np.empty_like(q)
    for i in range(len(q)):
        inverse_dot[i] = q_dot[i] * array_result[i]
        inverse[i] = q[i] * array_result[i]
    arr = 0.0
    arrays_0 = np.array([arr])
    length = arrays_0.shape[0] + vector.shape[0]
    whole = np.empty(length)
    stop = arrays_0.shape[0]
    whole[:stop] = arrays_0
    start = arrays_0.shape[0]
    whole[start:] = vector
    product_result, product_result_dot = product_tangent(inverse, whole, inverse_dot)
    product_result, product_result_dot = product_tangent_2(
        product_result, q, product_result_dot, q_dot
    )
    value_dot = product_result_dot[1:]
    value = product_result[1:]
    return value, value_dot


def attitude_of_a_drone_jvp(
    start,
    rates,
    pulls,
    norths,
    gain,
    drift,
    dt,
    start_dot,
    rates_dot,
    pulls_dot,
    norths_dot,
    gain_dot,
    drift_dot,
    dt_dot,
):
    """The value of attitude_of_a_drone, and its derivative in the direction
    start_dot, rates_dot, pulls_dot, norths_dot, gain_dot, drift_dot, dt_dot.
    """
    values, values_dot = length_of_tangent(start, start_dot)
    state_attitude_dot = np.empty_like(start)
    state_attitude = np.empty_like(start)
    for i in range(len(start)):
        quotient = start[i] / values
        state_attitude_dot[i] = (start_dot[i] - quotient * values_dot) / values
        state_attitude[i] = quotient
    state_bias_dot = np.zeros(3)
    state_bias = np.zeros(3)
    for k in range(min(min(len(rates), len(pulls)), len(norths))):
        rate_dot = rates_dot[k]
        rate = rates[k]
        pull_dot = pulls_dot[k]
        pull = pulls[k]
        north_dot = norths_dot[k]
        north = norths[k]
        down, down_dot = seen_from_tangent(
            state_attitude, np.array([0.0, 0.0, 1.0]), state_attitude_dot
        )
        ahead, ahead_dot = seen_from_tangent(
            state_attitude, np.array([1.0, 0.0, 0.3]), state_attitude_dot
        )
        values_5, values_5_dot = length_of_tangent(pull, pull_dot)
        a_2_dot = np.zeros_like(pull)
        a_2 = np.empty_like(pull)
        for i in range(pulls.shape[1]):
            quotient = pull[i] / values_5
            a_2_dot[i] = (pull_dot[i] - quotient * values_5_dot) / values_5
            a_2[i] = quotient
        if len(a_2) != 3 or len(down) != 3:
            raise ValueError("cross of vectors that do not have three elements")
        error_dot = np.array(
            [
                a_2_dot[1] * down[2]
                + a_2[1] * down_dot[2]
                - (a_2_dot[2] * down[1] + a_2[2] * down_dot[1]),
                a_2_dot[2] * down[0]
                + a_2[2] * down_dot[0]
                - (a_2_dot[0] * down[2] + a_2[0] * down_dot[2]),
                a_2_dot[0] * down[1]
                + a_2[0] * down_dot[1]
                - (a_2_dot[1] * down[0] + a_2[1] * down_dot[0]),
            ]
        )
        error = np.array(
            [
                a_2[1] * down[2] - a_2[2] * down[1],
                a_2[2] * down[0] - a_2[0] * down[2],
                a_2[0] * down[1] - a_2[1] * down[0],
            ]
        )
        if len(north) != 3 or len(ahead) != 3:
            raise ValueError("cross of vectors that do not have three elements")
        values_6, values_6_dot = length_of_tangent(north, north_dot)
        array_result_dot = np.array(
            [
                north_dot[1] * ahead[2]
                + north[1] * ahead_dot[2]
                - (north_dot[2] * ahead[1] + north[2] * ahead_dot[1]),
                north_dot[2] * ahead[0]
                + north[2] * ahead_dot[0]
                - (north_dot[0] * ahead[2] + north[0] * ahead_dot[2]),
                north_dot[0] * ahead[1]
                + north[0] * ahead_dot[1]
                - (north_dot[1] * ahead[0] + north[1] * ahead_dot[0]),
            ]
        )
        array_result = np.array(
            [
                north[1] * ahead[2] - north[2] * ahead[1],
                north[2] * ahead[0] - north[0] * ahead[2],
                north[0] * ahead[1] - north[1] * ahead[0],
            ]
        )
        error_2_dot = np.empty_like(error)
        error_2 = np.empty_like(error)
        for i in range(len(error)):
            quotient = array_result[i] / values_6
            quotient_dot = (array_result_dot[i] - quotient * values_6_dot) / values_6
            error_2_dot[i] = error_dot[i] + quotient_dot
            error_2[i] = error[i] + quotient
        bias_dot = np.empty_like(state_bias)
        bias = np.empty_like(state_bias)
        for i in range(len(state_bias)):
            term_2 = (drift_dot * dt + drift * dt_dot) * error_2[i]
            term = term_2 + drift * dt * error_2_dot[i]
            bias_dot[i] = state_bias_dot[i] - term
            bias[i] = state_bias[i] - drift * dt * error_2[i]
        if rates.shape[1] != len(bias):
            raise ValueError("rate and bias have different shapes")
        spin_dot = np.zeros_like(rate)
        spin = np.empty_like(rate)
        for i in range(rates.shape[1]):
            spin_dot[i] = (
                rate_dot[i]
                - bias_dot[i]
                + (gain_dot * error_2[i] + gain * error_2_dot[i])
            )
            spin[i] = rate[i] - bias[i] + gain * error_2[i]
        arr_2 = 0.0
        arrays_0_2 = np.array([arr_2])
        length_2 = arrays_0_2.shape[0] + rates.shape[1]
        whole_2_dot = np.zeros(length_2)
        whole_2 = np.empty(length_2)
        stop_2 = arrays_0_2.shape[0]
        whole_2_dot[:stop_2] = 0.0
        whole_2[:stop_2] = arrays_0_2
        start_3 = arrays_0_2.shape[0]
        whole_2_dot[start_3:] = spin_dot
        whole_2[start_3:] = spin
        product_result, product_result_dot = product_tangent_2(
            state_attitude, whole_2, state_attitude_dot, whole_2_dot
        )
        operand_2_dot = np.empty_like(product_result)
        operand_2 = np.empty_like(product_result)
        for i in range(len(product_result)):
            term_3 = 0.5 * dt * product_result_dot[i]
            operand_2_dot[i] = 0.5 * dt_dot * product_result[i] + term_3
            operand_2[i] = 0.5 * dt * product_result[i]
        if len(state_attitude) != len(product_result):
            raise ValueError("state_attitude and operand have different shapes")
        q_dot = np.empty_like(state_attitude)
        q = np.empty_like(state_attitude)
        for i in range(len(state_attitude)):
            q_dot[i] = state_attitude_dot[i] + operand_2_dot[i]
            q[i] = state_attitude[i] + operand_2[i]
        values_7, values_7_dot = length_of_tangent(q, q_dot)
        state_attitude_dot = np.empty_like(state_attitude)
        state_attitude = np.empty_like(state_attitude)
        for i in range(len(q)):
            quotient = q[i] / values_7
            state_attitude_dot[i] = (q_dot[i] - quotient * values_7_dot) / values_7
            state_attitude[i] = quotient
        state_bias_dot = bias_dot
        state_bias = bias
    if len(state_attitude) != 4:
        raise ValueError("state_attitude is unpacked into 4 names")
    w_dot = state_attitude_dot[0]
    w = state_attitude[0]
    x_dot = state_attitude_dot[1]
    x = state_attitude[1]
    y_dot = state_attitude_dot[2]
    y = state_attitude[2]
    z_dot = state_attitude_dot[3]
    z = state_attitude[3]
    term_4 = (
        2.0
        * (1.0 - 2.0 * (x**2 + y**2))
        * (w_dot * x + w * x_dot + (y_dot * z + y * z_dot))
    )
    factor = term_4 + 4.0 * (w * x + y * z) * (2.0 * x * x_dot + 2.0 * y * y_dot)
    factor_2 = (1.0 - 2.0 * (x**2 + y**2)) ** 2 + (2.0 * (w * x + y * z)) ** 2
    roll_dot = factor / factor_2
    roll = np.arctan2(2.0 * (w * x + y * z), 1.0 - 2.0 * (x**2 + y**2))
    value_0_dot = np.degrees(roll_dot)
    value_0 = np.degrees(roll)
    value_1_dot = (
        2.0
        * (w_dot * y + w * y_dot - (z_dot * x + z * x_dot))
        / np.sqrt(1.0 - (2.0 * (w * y - z * x)) ** 2)
    )
    value_1 = np.arcsin(2.0 * (w * y - z * x))
    return value_0, value_1, state_bias, value_0_dot, value_1_dot, state_bias_dot
