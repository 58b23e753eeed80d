import numpy as np


def diff_tangent(a, a_dot):
    """diff and its tangent."""
    values = 0.0
    before_0 = np.full(1, values)
    length = before_0.shape[0] + a.shape[0]
    whole_dot = np.zeros(length)
    whole = np.empty(length)
    stop = before_0.shape[0]
    whole_dot[:stop] = 0.0
    whole[:stop] = before_0
    start = before_0.shape[0]
    whole_dot[start:] = a_dot
    whole[start:] = a
    out_dot = np.empty(max(length - 1, 0))
    out = np.empty(max(length - 1, 0))
    for i in range(length - 1):
        out_dot[i] = whole_dot[i + 1] - whole_dot[i]
        out[i] = whole[i + 1] - whole[i]
    return out, out_dot


def bounded_2_tangent(a, upper, a_dot, upper_dot):
    """bounded_2 and its tangent."""
    if a < 0.0:
        a_dot = 0.0
        a = 0.0
    if a > upper or upper != upper:
        a_dot = upper_dot
        a = upper
    return a, a_dot


def value_tangent_tangent(
    hazard,
    known,
    k,
    discount,
    maturities,
    recovery,
    spreads,
    times,
    hazard_dot,
    hazard_dot_,
    known_dot,
    discount_dot,
    maturities_dot,
    recovery_dot,
    spreads_dot,
):
    """value_tangent and its tangent."""
    if len(maturities) != len(known):
        raise ValueError("maturities and known have different shapes")
    own_dot = np.zeros_like(known)
    own_dot_ = np.zeros_like(known)
    own = np.empty_like(known)
    arrays_0_0 = 0.0
    arrays_1_dot = maturities_dot[:-1]
    arrays_1 = maturities[:-1]
    arrays_0 = np.array([arrays_0_0])
    length = arrays_0.shape[0] + arrays_1.shape[0]
    edges_dot = np.zeros(length)
    edges = np.empty(length)
    stop = arrays_0.shape[0]
    edges_dot[:stop] = 0.0
    edges[:stop] = arrays_0
    start = arrays_0.shape[0]
    edges_dot[start:] = arrays_1_dot
    edges[start:] = arrays_1
    if maturities.shape != edges.shape:
        raise ValueError("maturities and edges have different shapes")
    a_dot = np.zeros((len(times), length))
    a = np.empty((len(times), length))
    a_max_dot = np.empty_like(maturities)
    a_max = np.empty_like(maturities)
    for i in range(len(maturities)):
        if i < k:
            own_dot[i] = 0.0
            own_dot_[i] = known_dot[i]
            own[i] = known[i]
        else:
            own_dot[i] = hazard_dot
            own_dot_[i] = hazard_dot_
            own[i] = hazard
        a_max_dot[i] = maturities_dot[i] - edges_dot[i]
        a_max[i] = maturities[i] - edges[i]
    term_dot = np.empty((len(times), len(maturities)))
    term = np.empty((len(times), len(maturities)))
    for i in range(len(times)):
        for j in range(length):
            a_dot[i, j] = -edges_dot[j]
            a[i, j] = times[i] - edges[j]
        for j in range(len(maturities)):
            a_ij_dot = a_dot[i, j]
            a_ij = a[i, j]
            a_max_j_dot = a_max_dot[j]
            a_max_j = a_max[j]
            inside, inside_dot = bounded_2_tangent(a_ij, a_max_j, a_ij_dot, a_max_j_dot)
            term_dot[i, j] = -inside_dot
            term[i, j] = -inside
    product_dot_dot = term_dot @ own_dot
    product_dot = term @ own_dot
    product_dot_ = term_dot @ own + term @ own_dot_
    product = term @ own
    alive_dot_dot = np.empty_like(product)
    alive_dot = np.empty_like(product)
    alive_dot_ = np.empty_like(product)
    alive = np.empty_like(product)
    arrays_0_2 = np.ones(1)
    stop_2 = arrays_0_2.shape[0]
    start_2 = arrays_0_2.shape[0]
    term_2 = maturities[k] + 1e-09
    due = np.empty(len(times), dtype=np.bool_)
    if len(discount) != len(times):
        raise ValueError("discount and alive have different shapes")
    values_dot_dot = 0.0
    values_dot = 0.0
    values_dot_ = 0.0
    values = 0.0
    for i in range(len(times)):
        exp_product = np.exp(product[i])
        exp_product_dot = exp_product * product_dot_[i]
        term_3 = exp_product * product_dot_dot[i]
        alive_dot_dot[i] = exp_product_dot * product_dot[i] + term_3
        alive_dot[i] = exp_product * product_dot[i]
        alive_dot_[i] = exp_product_dot
        alive[i] = exp_product
        due[i] = times[i] <= term_2
        term_4 = 0.25 * discount[i] * alive_dot_dot[i]
        a_2_dot_dot = 0.25 * discount_dot[i] * alive_dot[i] + term_4
        a_2_dot = 0.25 * discount[i] * alive_dot[i]
        term_5 = 0.25 * discount[i] * alive_dot_[i]
        a_2_dot_ = 0.25 * discount_dot[i] * alive[i] + term_5
        a_2 = 0.25 * discount[i] * alive[i]
        if due[i]:
            a_2_2_dot_dot = a_2_dot_dot
            a_2_2_dot = a_2_dot
            a_2_2_dot_ = a_2_dot_
            a_2_2 = a_2
        else:
            a_2_2_dot_dot = 0.0
            a_2_2_dot = 0.0
            a_2_2_dot_ = 0.0
            a_2_2 = 0.0
        values_dot_dot += a_2_2_dot_dot
        values_dot += a_2_2_dot
        values_dot_ += a_2_2_dot_
        values += a_2_2
    arrays_1_2_dot_dot = alive_dot_dot[:-1]
    arrays_1_2_dot = alive_dot[:-1]
    arrays_1_2_dot_ = alive_dot_[:-1]
    arrays_1_2 = alive[:-1]
    length_2 = arrays_0_2.shape[0] + arrays_1_2.shape[0]
    before_dot_dot = np.zeros(length_2)
    before_dot = np.zeros(length_2)
    before_dot_ = np.zeros(length_2)
    before = np.empty(length_2)
    before_dot_dot[:stop_2] = 0.0
    before_dot[:stop_2] = 0.0
    before_dot_[:stop_2] = 0.0
    before[:stop_2] = arrays_0_2
    before_dot_dot[start_2:] = arrays_1_2_dot_dot
    before_dot[start_2:] = arrays_1_2_dot
    before_dot_[start_2:] = arrays_1_2_dot_
    before[start_2:] = arrays_1_2
    paid = values * spreads[k]
    if length_2 != len(times):
        raise ValueError("before and alive have different shapes")
    lost_dot_dot = 0.0
    lost_dot = 0.0
    lost_dot_ = 0.0
    lost = 0.0
    for i in range(len(times)):
        factor = (1.0 - recovery) * discount_dot[i] - recovery_dot * discount[i]
        term_6 = factor * (before_dot[i] - alive_dot[i])
        term_7 = (1.0 - recovery) * discount[i] * (before_dot_dot[i] - alive_dot_dot[i])
        a_2_dot_dot = term_6 + term_7
        a_2_dot = (1.0 - recovery) * discount[i] * (before_dot[i] - alive_dot[i])
        factor_2 = (1.0 - recovery) * discount_dot[i] - recovery_dot * discount[i]
        term_8 = factor_2 * (before[i] - alive[i])
        term_9 = (1.0 - recovery) * discount[i] * (before_dot_[i] - alive_dot_[i])
        a_2_dot_ = term_8 + term_9
        a_2 = (1.0 - recovery) * discount[i] * (before[i] - alive[i])
        if due[i]:
            a_3_dot_dot = a_2_dot_dot
            a_3_dot = a_2_dot
            a_3_dot_ = a_2_dot_
            a_3 = a_2
        else:
            a_3_dot_dot = 0.0
            a_3_dot = 0.0
            a_3_dot_ = 0.0
            a_3 = 0.0
        lost_dot_dot += a_3_dot_dot
        lost_dot += a_3_dot
        lost_dot_ += a_3_dot_
        lost += a_3
    value_0_dot = values_dot_ * spreads[k] + values * spreads_dot[k] - lost_dot_
    value_1_dot = (
        values_dot_dot * spreads[k] + values_dot * spreads_dot[k] - lost_dot_dot
    )
    value_1 = values_dot * spreads[k] - lost_dot
    return paid - lost, value_1, value_0_dot, value_1_dot


def function_jvp_tangent(
    x,
    args_0,
    args_1,
    discount,
    maturities,
    recovery,
    spreads,
    times,
    x_dot,
    x_dot_,
    args_0_dot,
    discount_dot,
    maturities_dot,
    recovery_dot,
    spreads_dot,
):
    """function_jvp and its tangent."""
    value, value_dot, value_dot_, value_dot_dot = value_tangent_tangent(
        x,
        args_0,
        args_1,
        discount,
        maturities,
        recovery,
        spreads,
        times,
        x_dot,
        x_dot_,
        args_0_dot,
        discount_dot,
        maturities_dot,
        recovery_dot,
        spreads_dot,
    )
    return value, value_dot, value_dot_, value_dot_dot


def bounded_tangent(a, upper, a_dot, upper_dot):
    """bounded and its tangent."""
    if a < 0.0:
        a_dot = 0.0
        a = 0.0
    if a > upper or upper != upper:
        a_dot = upper_dot
        a = upper
    return a, a_dot


def value_2_tangent(
    hazard,
    known,
    k,
    discount,
    maturities,
    recovery,
    spreads,
    times,
    known_dot,
    discount_dot,
    maturities_dot,
    recovery_dot,
    spreads_dot,
):
    """value_2 and its tangent."""
    if len(maturities) != len(known):
        raise ValueError("maturities and known have different shapes")
    own_dot = np.zeros_like(known)
    own = np.empty_like(known)
    arrays_0_0 = 0.0
    arrays_1_dot = maturities_dot[:-1]
    arrays_1 = maturities[:-1]
    arrays_0 = np.array([arrays_0_0])
    length = arrays_0.shape[0] + arrays_1.shape[0]
    edges_dot = np.zeros(length)
    edges = np.empty(length)
    stop = arrays_0.shape[0]
    edges_dot[:stop] = 0.0
    edges[:stop] = arrays_0
    start = arrays_0.shape[0]
    edges_dot[start:] = arrays_1_dot
    edges[start:] = arrays_1
    if maturities.shape != edges.shape:
        raise ValueError("maturities and edges have different shapes")
    a_dot = np.zeros((len(times), length))
    a = np.empty((len(times), length))
    a_max_dot = np.empty_like(maturities)
    a_max = np.empty_like(maturities)
    for i in range(len(maturities)):
        if i < k:
            own_dot[i] = known_dot[i]
            own[i] = known[i]
        else:
            own_dot[i] = 0.0
            own[i] = hazard
        a_max_dot[i] = maturities_dot[i] - edges_dot[i]
        a_max[i] = maturities[i] - edges[i]
    term_dot = np.empty((len(times), len(maturities)))
    term = np.empty((len(times), len(maturities)))
    for i in range(len(times)):
        for j in range(length):
            a_dot[i, j] = -edges_dot[j]
            a[i, j] = times[i] - edges[j]
        for j in range(len(maturities)):
            a_ij_dot = a_dot[i, j]
            a_ij = a[i, j]
            a_max_j = a_max[j]
            inside, inside_dot = bounded_tangent(a_ij, a_max_j, a_ij_dot, a_max_dot[j])
            term_dot[i, j] = -inside_dot
            term[i, j] = -inside
    product_dot = term_dot @ own + term @ own_dot
    product = term @ own
    alive_dot = np.empty_like(product)
    alive = np.empty_like(product)
    arrays_0_2 = np.ones(1)
    stop_2 = arrays_0_2.shape[0]
    start_2 = arrays_0_2.shape[0]
    term_2 = maturities[k] + 1e-09
    due = np.empty(len(times), dtype=np.bool_)
    if len(discount) != len(times):
        raise ValueError("discount and alive have different shapes")
    values_dot = 0.0
    values = 0.0
    for i in range(len(times)):
        exp_product = np.exp(product[i])
        alive_dot[i] = exp_product * product_dot[i]
        alive[i] = exp_product
        due[i] = times[i] <= term_2
        a_2_dot = 0.25 * discount_dot[i] * alive[i] + 0.25 * discount[i] * alive_dot[i]
        a_2 = 0.25 * discount[i] * alive[i]
        if due[i]:
            a_2_2_dot = a_2_dot
            a_2_2 = a_2
        else:
            a_2_2_dot = 0.0
            a_2_2 = 0.0
        values_dot += a_2_2_dot
        values += a_2_2
    arrays_1_2_dot = alive_dot[:-1]
    arrays_1_2 = alive[:-1]
    length_2 = arrays_0_2.shape[0] + arrays_1_2.shape[0]
    before_dot = np.zeros(length_2)
    before = np.empty(length_2)
    before_dot[:stop_2] = 0.0
    before[:stop_2] = arrays_0_2
    before_dot[start_2:] = arrays_1_2_dot
    before[start_2:] = arrays_1_2
    paid = values * spreads[k]
    if length_2 != len(times):
        raise ValueError("before and alive have different shapes")
    lost_dot = 0.0
    lost = 0.0
    for i in range(len(times)):
        factor = (1.0 - recovery) * discount_dot[i] - recovery_dot * discount[i]
        term_3 = factor * (before[i] - alive[i])
        term_4 = (1.0 - recovery) * discount[i] * (before_dot[i] - alive_dot[i])
        a_2_dot = term_3 + term_4
        a_2 = (1.0 - recovery) * discount[i] * (before[i] - alive[i])
        if due[i]:
            a_3_dot = a_2_dot
            a_3 = a_2
        else:
            a_3_dot = 0.0
            a_3 = 0.0
        lost_dot += a_3_dot
        lost += a_3
    value = paid - lost
    return value, values_dot * spreads[k] + values * spreads_dot[k] - lost_dot


def halved_tangent(
    args_0,
    args_1,
    discount,
    maturities,
    recovery,
    spreads,
    times,
    low,
    high,
    args_0_dot,
    discount_dot,
    maturities_dot,
    recovery_dot,
    spreads_dot,
):
    """halved and its tangent."""
    returned = False
    start, start_dot = value_2_tangent(
        low,
        args_0,
        args_1,
        discount,
        maturities,
        recovery,
        spreads,
        times,
        args_0_dot,
        discount_dot,
        maturities_dot,
        recovery_dot,
        spreads_dot,
    )
    end, end_dot = value_2_tangent(
        high,
        args_0,
        args_1,
        discount,
        maturities,
        recovery,
        spreads,
        times,
        args_0_dot,
        discount_dot,
        maturities_dot,
        recovery_dot,
        spreads_dot,
    )
    if start == 0.0:
        result = low
    elif end == 0.0:
        result = high
    else:
        if (start > 0.0) == (end > 0.0):
            raise ValueError("f(a) and f(b) must have different signs")
        for _ in range(2000):
            middle = 0.5 * (low + high)
            value, value_dot = value_2_tangent(
                middle,
                args_0,
                args_1,
                discount,
                maturities,
                recovery,
                spreads,
                times,
                args_0_dot,
                discount_dot,
                maturities_dot,
                recovery_dot,
                spreads_dot,
            )
            if value == 0.0 or middle == low or middle == high:
                result = middle
                returned = True
                break
            else:
                if (value > 0.0) == (start > 0.0):
                    low = middle
                else:
                    high = middle
                if abs(high - low) <= 4e-16 * abs(middle):
                    result = middle
                    returned = True
                    break
        if not returned:
            result = 0.5 * (low + high)
    return result


def polished_tangent(
    args_0,
    args_1,
    discount,
    maturities,
    recovery,
    spreads,
    times,
    low,
    high,
    args_0_dot,
    discount_dot,
    maturities_dot,
    recovery_dot,
    spreads_dot,
):
    """polished and its tangent."""
    x = halved_tangent(
        args_0,
        args_1,
        discount,
        maturities,
        recovery,
        spreads,
        times,
        low,
        high,
        args_0_dot,
        discount_dot,
        maturities_dot,
        recovery_dot,
        spreads_dot,
    )
    x_dot = 0.0
    for _ in range(2):
        value, slope, value_dot, slope_dot = function_jvp_tangent(
            x,
            args_0,
            args_1,
            discount,
            maturities,
            recovery,
            spreads,
            times,
            1.0,
            x_dot,
            args_0_dot,
            discount_dot,
            maturities_dot,
            recovery_dot,
            spreads_dot,
        )
        step = value / slope
        if not abs(step) <= 1e-06 * (1.0 + abs(x)):
            raise NotImplementedError(
                "not differentiated: in scipy.optimize.brentq: a root where the "
                "function jumps, or is flat, has no derivative"
            )
        x_dot = x_dot - (value_dot - step * slope_dot) / slope
        x = x - step
    return x, x_dot


def curve_of_hazards_jvp(
    spreads,
    maturities,
    rate,
    recovery,
    spreads_dot,
    maturities_dot,
    rate_dot,
    recovery_dot,
):
    """The value of curve_of_hazards, and its derivative in the direction
    spreads_dot, maturities_dot, rate_dot, recovery_dot.
    """
    times = np.arange(0.25, 2.01, 0.25)
    discount_dot = np.empty_like(times)
    discount = np.empty_like(times)
    for i in range(len(times)):
        exponential = np.exp(-rate * times[i])
        discount_dot[i] = -exponential * rate_dot * times[i]
        discount[i] = exponential
    hazards_dot = np.zeros(len(maturities))
    hazards = np.zeros(len(maturities))
    for k in range(len(maturities)):
        args_0_dot = hazards_dot.copy()
        args_0 = hazards.copy()
        hazards[k], hazards_dot[k] = polished_tangent(
            args_0,
            k,
            discount,
            maturities,
            recovery,
            spreads,
            times,
            1e-06 * 1.0,
            2.0 * 1.0,
            args_0_dot,
            discount_dot,
            maturities_dot,
            recovery_dot,
            spreads_dot,
        )
    diff_result, diff_result_dot = diff_tangent(maturities, maturities_dot)
    if len(hazards) != len(diff_result):
        raise ValueError("hazards and diff_result have different shapes")
    total_dot = 0.0
    total = 0.0
    for i in range(len(maturities)):
        total_dot += -hazards_dot[i] * diff_result[i] - hazards[i] * diff_result_dot[i]
        total += -hazards[i] * diff_result[i]
    exp_total = np.exp(total)
    return hazards, 1.0 - exp_total, hazards_dot, -exp_total * total_dot
