import numpy as np


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


def product(p, q):
    if len(p[1:]) != len(q[1:]):
        raise ValueError("p[1:] and q[1:] have different shapes")
    w = p[0] * q[0] - np.dot(p[1:], q[1:])
    a = p[1:]
    b = q[1:]
    if len(a) != 3 or len(b) != 3:
        raise ValueError("cross of vectors that do not have three elements")
    if len(p[1:]) != 3:
        raise ValueError("p[1:] and an array of 3 have different shapes")
    p_0 = p[0]
    q_0 = q[0]
    array_result = np.array(
        [
            a[1] * b[2] - a[2] * b[1],
            a[2] * b[0] - a[0] * b[2],
            a[0] * b[1] - a[1] * b[0],
        ]
    )
    tup_1 = np.empty(max(len(q) - 1, 0))
    for i in range(len(q) - 1):
        tup_1[i] = p_0 * q[i + 1] + q_0 * p[i + 1] + array_result[i]
    arrays_0 = np.array([w])
    length = arrays_0.shape[0] + max(len(p) - 1, 0)
    whole = np.empty(length)
    stop = arrays_0.shape[0]
    whole[:stop] = arrays_0
    start = arrays_0.shape[0]
    whole[start:] = tup_1
    return whole


def product_adjoint_2(p, q, result_bar, p_bar, q_bar):
    """The adjoint of p and q is added to p_bar, q_bar."""
    # forward sweep
    if len(p[1:]) != len(q[1:]):
        raise ValueError("p[1:] and q[1:] have different shapes")
    w = p[0] * q[0] - np.dot(p[1:], q[1:])
    a = p[1:]
    b = q[1:]
    if len(a) != 3 or len(b) != 3:
        raise ValueError("cross of vectors that do not have three elements")
    if len(p[1:]) != 3:
        raise ValueError("p[1:] and an array of 3 have different shapes")
    p_0 = p[0]
    q_0 = q[0]
    array_result = np.array(
        [
            a[1] * b[2] - a[2] * b[1],
            a[2] * b[0] - a[0] * b[2],
            a[0] * b[1] - a[1] * b[0],
        ]
    )
    arrays_0 = np.array([w])
    stop = arrays_0.shape[0]
    start = arrays_0.shape[0]

    # reverse sweep
    whole_bar = result_bar.copy()
    tup_1_bar = whole_bar[start:].copy()
    whole_bar[start:] = 0.0
    arrays_0_bar = np.full_like(arrays_0, np.sum(whole_bar[:stop]))
    w_bar = arrays_0_bar[0]
    p_0_bar = 0.0
    q_0_bar = 0.0
    array_result_bar = np.zeros_like(array_result)
    for i in range(len(q) - 1):
        p_0_bar += q[i + 1] * tup_1_bar[i]
        q_bar[i + 1] += p_0 * tup_1_bar[i]
        q_0_bar += p[i + 1] * tup_1_bar[i]
        p_bar[i + 1] += q_0 * tup_1_bar[i]
        array_result_bar[i] += tup_1_bar[i]
    a_bar = p_bar[1:]
    b_bar = q_bar[1:]
    a_bar[2] += b[0] * array_result_bar[1] - b[1] * array_result_bar[0]
    b_bar[2] += a[1] * array_result_bar[0] - a[0] * array_result_bar[1]
    a_bar[0] += b[1] * array_result_bar[2] - b[2] * array_result_bar[1]
    b_bar[1] += a[0] * array_result_bar[2] - a[2] * array_result_bar[0]
    a_bar[1] += b[2] * array_result_bar[0] - b[0] * array_result_bar[2]
    b_bar[0] += a[2] * array_result_bar[1] - a[1] * array_result_bar[2]
    p_bar[0] += p_0_bar + q[0] * w_bar
    q_bar[0] += q_0_bar + p[0] * w_bar
    p_bar[1:] -= q[1:] * w_bar
    q_bar[1:] -= p[1:] * w_bar


def seen_from(q, vector):
    if len(q) != 4:
        raise ValueError("q and an array of 4 have different shapes")
    array_result = np.array([1.0, -1.0, -1.0, -1.0])
    inverse = np.empty_like(q)
    for i in range(len(q)):
        inverse[i] = q[i] * array_result[i]
    arr = 0.0
    arrays_0 = np.array([arr])
    length = arrays_0.shape[0] + vector.shape[0]
    whole = np.empty(length)
    stop = arrays_0.shape[0]
    whole[:stop] = arrays_0
    start = arrays_0.shape[0]
    whole[start:] = vector
    return product(product(inverse, whole), q)[1:]


def product_adjoint(p, q, result_bar, p_bar):
    """The adjoint of p is added to p_bar."""
    # forward sweep
    if len(p[1:]) != len(q[1:]):
        raise ValueError("p[1:] and q[1:] have different shapes")
    w = p[0] * q[0] - np.dot(p[1:], q[1:])
    a = p[1:]
    b = q[1:]
    if len(a) != 3 or len(b) != 3:
        raise ValueError("cross of vectors that do not have three elements")
    if len(p[1:]) != 3:
        raise ValueError("p[1:] and an array of 3 have different shapes")
    q_0 = q[0]
    array_result = np.array(
        [
            a[1] * b[2] - a[2] * b[1],
            a[2] * b[0] - a[0] * b[2],
            a[0] * b[1] - a[1] * b[0],
        ]
    )
    arrays_0 = np.array([w])
    stop = arrays_0.shape[0]
    start = arrays_0.shape[0]

    # reverse sweep
    whole_bar = result_bar.copy()
    tup_1_bar = whole_bar[start:].copy()
    whole_bar[start:] = 0.0
    arrays_0_bar = np.full_like(arrays_0, np.sum(whole_bar[:stop]))
    w_bar = arrays_0_bar[0]
    p_0_bar = 0.0
    array_result_bar = np.zeros_like(array_result)
    for i in range(len(q) - 1):
        p_0_bar += q[i + 1] * tup_1_bar[i]
        p_bar[i + 1] += q_0 * tup_1_bar[i]
        array_result_bar[i] += tup_1_bar[i]
    a_bar = p_bar[1:]
    a_bar[2] += b[0] * array_result_bar[1] - b[1] * array_result_bar[0]
    a_bar[0] += b[1] * array_result_bar[2] - b[2] * array_result_bar[1]
    a_bar[1] += b[2] * array_result_bar[0] - b[0] * array_result_bar[2]
    p_bar[0] += p_0_bar + q[0] * w_bar
    p_bar[1:] -= q[1:] * w_bar


def seen_from_adjoint(q, vector, result_bar, q_bar):
    """The adjoint of q is added to q_bar."""
    # forward sweep
    if len(q) != 4:
        raise ValueError("q and an array of 4 have different shapes")
    array_result = np.array([1.0, -1.0, -1.0, -1.0])
    inverse = np.empty_like(q)
    for i in range(len(q)):
        inverse[i] = q[i] * array_result[i]
    arr = 0.0
    arrays_0 = np.array([arr])
    length = arrays_0.shape[0] + vector.shape[0]
    whole = np.empty(length)
    stop = arrays_0.shape[0]
    whole[:stop] = arrays_0
    start = arrays_0.shape[0]
    whole[start:] = vector
    product_result = product(inverse, whole)
    product_result_2 = product(product_result, q)

    # reverse sweep
    product_result_2_bar = np.zeros_like(product_result_2)
    value_bar = product_result_2_bar[1:]
    value_bar += result_bar
    product_result_bar = np.zeros_like(product_result)
    product_adjoint_2(
        product_result, q, product_result_2_bar, product_result_bar, q_bar
    )
    inverse_bar = np.zeros_like(inverse)
    product_adjoint(inverse, whole, product_result_bar, inverse_bar)
    for i in range(len(q)):
        q_bar[i] += array_result[i] * inverse_bar[i]


def attitude_of_a_drone_vjp(
    start,
    rates,
    pulls,
    norths,
    gain,
    drift,
    dt,
    result_0_bar,
    result_1_bar,
    result_2_bar,
):
    """The adjoints of start, rates, pulls, norths, gain, drift and dt of
    attitude_of_a_drone, for the adjoint of its result.
    """
    # forward sweep: saves state_attitude, q, product_result, whole_2 and others
    values = length_of(start)
    state_attitude = np.empty_like(start)
    for i in range(len(start)):
        state_attitude[i] = start[i] / values
    state_bias = np.zeros(3)
    state_attitude_saved = []
    q_saved = []
    product_result_saved = []
    whole_2_saved = []
    error_2_saved = []
    a_2_saved = []
    ahead_saved = []
    down_saved = []
    for k in range(min(min(len(rates), len(pulls)), len(norths))):
        rate = rates[k]
        pull = pulls[k]
        north = norths[k]
        down = seen_from(state_attitude, np.array([0.0, 0.0, 1.0]))
        down_saved.append(down)
        ahead = seen_from(state_attitude, np.array([1.0, 0.0, 0.3]))
        ahead_saved.append(ahead)
        values_5 = length_of(pull)
        a_2 = np.empty_like(pull)
        a_2_saved.append(a_2)
        for i in range(pulls.shape[1]):
            a_2[i] = pull[i] / values_5
        if len(a_2) != 3 or len(down) != 3:
            raise ValueError("cross of vectors that do not have three elements")
        error = np.array(
            [
                a_2[1] * down[2] - a_2[2] * down[1],
                a_2[2] * down[0] - a_2[0] * down[2],
                a_2[0] * down[1] - a_2[1] * down[0],
            ]
        )
        if len(north) != 3 or len(ahead) != 3:
            raise ValueError("cross of vectors that do not have three elements")
        values_6 = length_of(north)
        array_result = np.array(
            [
                north[1] * ahead[2] - north[2] * ahead[1],
                north[2] * ahead[0] - north[0] * ahead[2],
                north[0] * ahead[1] - north[1] * ahead[0],
            ]
        )
        error_2 = np.empty_like(error)
        error_2_saved.append(error_2)
        for i in range(len(error)):
            error_2[i] = error[i] + array_result[i] / values_6
        bias = np.empty_like(state_bias)
        for i in range(len(state_bias)):
            bias[i] = state_bias[i] - drift * dt * error_2[i]
        if rates.shape[1] != len(bias):
            raise ValueError("rate and bias have different shapes")
        spin = np.empty_like(rate)
        for i in range(rates.shape[1]):
            spin[i] = rate[i] - bias[i] + gain * error_2[i]
        arr_2 = 0.0
        arrays_0_2 = np.array([arr_2])
        length_2 = arrays_0_2.shape[0] + rates.shape[1]
        whole_2 = np.empty(length_2)
        whole_2_saved.append(whole_2)
        stop_2 = arrays_0_2.shape[0]
        whole_2[:stop_2] = arrays_0_2
        start_3 = arrays_0_2.shape[0]
        whole_2[start_3:] = spin
        product_result = product(state_attitude, whole_2)
        product_result_saved.append(product_result)
        operand_2 = np.empty_like(product_result)
        for i in range(len(product_result)):
            operand_2[i] = 0.5 * dt * product_result[i]
        if len(state_attitude) != len(product_result):
            raise ValueError("state_attitude and operand have different shapes")
        q = np.empty_like(state_attitude)
        q_saved.append(q)
        for i in range(len(state_attitude)):
            q[i] = state_attitude[i] + operand_2[i]
        values_7 = length_of(q)
        state_attitude_saved.append(state_attitude)
        state_attitude = np.empty_like(state_attitude)
        for i in range(len(q)):
            state_attitude[i] = q[i] / values_7
        state_bias = bias
    if len(state_attitude) != 4:
        raise ValueError("state_attitude is unpacked into 4 names")
    w = state_attitude[0]
    x = state_attitude[1]
    y = state_attitude[2]
    z = state_attitude[3]

    # reverse sweep
    start_bar = np.empty_like(start)
    rates_bar = np.zeros_like(rates)
    pulls_bar = np.zeros_like(pulls)
    norths_bar = np.zeros_like(norths)
    state_bias_bar = result_2_bar.copy()
    difference_bar_2 = 2.0 * result_1_bar / np.sqrt(1.0 - (2.0 * (w * y - z * x)) ** 2)
    roll_bar = np.degrees(result_0_bar)
    product_bar = (
        (1.0 - 2.0 * (x**2 + y**2))
        * roll_bar
        / ((1.0 - 2.0 * (x**2 + y**2)) ** 2 + (2.0 * (w * x + y * z)) ** 2)
    )
    sum_bar = 2.0 * product_bar
    difference_bar = (
        -2.0
        * (w * x + y * z)
        * roll_bar
        / ((1.0 - 2.0 * (x**2 + y**2)) ** 2 + (2.0 * (w * x + y * z)) ** 2)
    )
    x_bar = w * sum_bar - z * difference_bar_2 - 4.0 * x * difference_bar
    y_bar = w * difference_bar_2 + z * sum_bar - 4.0 * y * difference_bar
    state_attitude_bar = np.zeros_like(state_attitude)
    state_attitude_bar[3] += y * sum_bar - x * difference_bar_2
    state_attitude_bar[2] += y_bar
    state_attitude_bar[1] += x_bar
    state_attitude_bar[0] += y * difference_bar_2 + x * sum_bar
    dt_bar = 0.0
    drift_bar = 0.0
    gain_bar = 0.0
    for k in range(min(min(len(rates), len(pulls)), len(norths)) - 1, -1, -1):
        bias_bar = state_bias_bar
        state_bias_bar = np.empty_like(state_bias)
        q = q_saved.pop()
        values_7 = length_of(q)
        q_bar = np.empty_like(q)
        values_7_bar = 0.0
        for i in range(len(q)):
            numerator_bar = state_attitude_bar[i] / values_7
            q_bar[i] = numerator_bar
            values_7_bar -= q[i] * numerator_bar / values_7
        state_attitude = state_attitude_saved.pop()
        state_attitude_bar = np.empty_like(state_attitude)
        length_of_adjoint(q, values_7_bar, q_bar)
        operand_2_bar = np.empty_like(q)
        for i in range(len(state_attitude)):
            state_attitude_bar[i] = q_bar[i]
            operand_2_bar[i] = q_bar[i]
        product_result = product_result_saved.pop()
        product_result_bar = np.empty_like(product_result)
        for i in range(len(product_result)):
            dt_bar += 0.5 * product_result[i] * operand_2_bar[i]
            product_result_bar[i] = 0.5 * dt * operand_2_bar[i]
        whole_2 = whole_2_saved.pop()
        whole_2_bar = np.zeros_like(whole_2)
        product_adjoint_2(
            state_attitude, whole_2, product_result_bar, state_attitude_bar, whole_2_bar
        )
        arr_2 = 0.0
        arrays_0_2 = np.array([arr_2])
        start_3 = arrays_0_2.shape[0]
        spin_bar = whole_2_bar[start_3:].copy()
        error_2 = error_2_saved.pop()
        rate_bar = rates_bar[k]
        error_2_bar = np.zeros_like(error_2)
        for i in range(rates.shape[1]):
            rate_bar[i] += spin_bar[i]
            bias_bar[i] -= spin_bar[i]
            gain_bar += error_2[i] * spin_bar[i]
            error_2_bar[i] += gain * spin_bar[i]
        for i in range(len(state_bias)):
            state_bias_bar[i] = bias_bar[i]
            drift_bar -= dt * error_2[i] * bias_bar[i]
            dt_bar -= drift * error_2[i] * bias_bar[i]
            error_2_bar[i] -= drift * dt * bias_bar[i]
        ahead = ahead_saved.pop()
        north = norths[k]
        values_6 = length_of(north)
        array_result = np.array(
            [
                north[1] * ahead[2] - north[2] * ahead[1],
                north[2] * ahead[0] - north[0] * ahead[2],
                north[0] * ahead[1] - north[1] * ahead[0],
            ]
        )
        error_bar = np.empty_like(error_2)
        values_6_bar = 0.0
        array_result_bar = np.empty_like(array_result)
        for i in range(len(error)):
            error_bar[i] = error_2_bar[i]
            numerator_bar = error_2_bar[i] / values_6
            array_result_bar[i] = numerator_bar
            values_6_bar -= array_result[i] * numerator_bar / values_6
        north_bar = norths_bar[k]
        ahead_bar = np.zeros_like(ahead)
        north_bar[1] += ahead[2] * array_result_bar[0]
        ahead_bar[2] += north[1] * array_result_bar[0]
        north_bar[2] -= ahead[1] * array_result_bar[0]
        ahead_bar[1] -= north[2] * array_result_bar[0]
        north_bar[2] += ahead[0] * array_result_bar[1]
        ahead_bar[0] += north[2] * array_result_bar[1]
        north_bar[0] -= ahead[2] * array_result_bar[1]
        ahead_bar[2] -= north[0] * array_result_bar[1]
        north_bar[0] += ahead[1] * array_result_bar[2]
        ahead_bar[1] += north[0] * array_result_bar[2]
        north_bar[1] -= ahead[0] * array_result_bar[2]
        ahead_bar[0] -= north[1] * array_result_bar[2]
        length_of_adjoint(north, values_6_bar, north_bar)
        a_2 = a_2_saved.pop()
        down = down_saved.pop()
        down_bar = np.zeros_like(down)
        a_2_bar = np.zeros_like(a_2)
        a_2_bar[2] += down[0] * error_bar[1] - down[1] * error_bar[0]
        down_bar[2] += a_2[1] * error_bar[0] - a_2[0] * error_bar[1]
        a_2_bar[0] += down[1] * error_bar[2] - down[2] * error_bar[1]
        down_bar[1] += a_2[0] * error_bar[2] - a_2[2] * error_bar[0]
        a_2_bar[1] += down[2] * error_bar[0] - down[0] * error_bar[2]
        down_bar[0] += a_2[2] * error_bar[1] - a_2[1] * error_bar[2]
        pull = pulls[k]
        values_5 = length_of(pull)
        pull_bar = pulls_bar[k]
        values_5_bar = 0.0
        for i in range(pulls.shape[1]):
            numerator_bar = a_2_bar[i] / values_5
            pull_bar[i] += numerator_bar
            values_5_bar -= pull[i] * numerator_bar / values_5
        length_of_adjoint(pull, values_5_bar, pull_bar)
        seen_from_adjoint(
            state_attitude, np.array([1.0, 0.0, 0.3]), ahead_bar, state_attitude_bar
        )
        seen_from_adjoint(
            state_attitude, np.array([0.0, 0.0, 1.0]), down_bar, state_attitude_bar
        )

    # forward and reverse in one sweep: the iterations are independent
    values_bar = 0.0
    for i in range(len(start)):
        numerator_bar = state_attitude_bar[i] / values
        start_bar[i] = numerator_bar
        values_bar -= start[i] * numerator_bar / values
    length_of_adjoint(start, values_bar, start_bar)
    return start_bar, rates_bar, pulls_bar, norths_bar, gain_bar, drift_bar, dt_bar
