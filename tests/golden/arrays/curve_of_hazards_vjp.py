import numpy as np


def diff(a):
    """The differences between neighbours along an axis, n times over."""
    values = 0.0
    before_0 = np.full(1, values)
    length = before_0.shape[0] + a.shape[0]
    whole = np.empty(length)
    stop = before_0.shape[0]
    whole[:stop] = before_0
    start = before_0.shape[0]
    whole[start:] = a
    out = np.empty(max(length - 1, 0))
    for i in range(length - 1):
        out[i] = whole[i + 1] - whole[i]
    return out


def diff_adjoint(result_bar, a_bar):
    """The adjoint of a is added to a_bar."""
    # forward sweep
    values = 0.0
    before_0 = np.full(1, values)
    length = before_0.shape[0] + a_bar.shape[0]
    whole = np.empty(length)
    start = before_0.shape[0]

    # reverse sweep
    whole_bar = np.zeros_like(whole)
    for i in range(length - 1):
        whole_bar[i + 1] += result_bar[i]
        whole_bar[i] -= result_bar[i]
    a_bar += whole_bar[start:]


def bounded_2(a, upper):
    """a, or the bound that it is beyond."""
    if a < 0.0:
        a = 0.0
    if a > upper or upper != upper:
        a = upper
    return a


def value_tangent(
    hazard, known, k, discount, maturities, recovery, spreads, times, hazard_dot
):
    """value and its tangent."""
    if len(maturities) != len(known):
        raise ValueError("maturities and known have different shapes")
    own_dot = np.zeros_like(known)
    own = np.empty_like(known)
    arrays_0_0 = 0.0
    arrays_1 = maturities[:-1]
    arrays_0 = np.array([arrays_0_0])
    length = arrays_0.shape[0] + arrays_1.shape[0]
    edges = np.empty(length)
    stop = arrays_0.shape[0]
    edges[:stop] = arrays_0
    start = arrays_0.shape[0]
    edges[start:] = arrays_1
    if maturities.shape != edges.shape:
        raise ValueError("maturities and edges have different shapes")
    a = np.empty((len(times), length))
    a_max = np.empty_like(maturities)
    for i in range(len(maturities)):
        if i < k:
            own_dot[i] = 0.0
            own[i] = known[i]
        else:
            own_dot[i] = hazard_dot
            own[i] = hazard
        a_max[i] = maturities[i] - edges[i]
    term = np.empty((len(times), len(maturities)))
    for i in range(len(times)):
        for j in range(length):
            a[i, j] = times[i] - edges[j]
        for j in range(len(maturities)):
            a_ij = a[i, j]
            a_max_j = a_max[j]
            inside = bounded_2(a_ij, a_max_j)
            term[i, j] = -inside
    product_dot = term @ own_dot
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
        a_2_dot = 0.25 * discount[i] * alive_dot[i]
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
        a_2_dot = (1.0 - recovery) * discount[i] * (before_dot[i] - alive_dot[i])
        a_2 = (1.0 - recovery) * discount[i] * (before[i] - alive[i])
        if due[i]:
            a_3_dot = a_2_dot
            a_3 = a_2
        else:
            a_3_dot = 0.0
            a_3 = 0.0
        lost_dot += a_3_dot
        lost += a_3
    return paid - lost, values_dot * spreads[k] - lost_dot


def function_jvp(
    x, args_0, args_1, discount, maturities, recovery, spreads, times, x_dot
):
    """The value of function, and its derivative in the direction x_dot."""
    value, value_dot = value_tangent(
        x, args_0, args_1, discount, maturities, recovery, spreads, times, x_dot
    )
    return value, value_dot


def bounded(a, upper):
    """a, or the bound that it is beyond."""
    if a < 0.0:
        a = 0.0
    if a > upper or upper != upper:
        a = upper
    return a


def value_2(hazard, known, k, discount, maturities, recovery, spreads, times):
    if len(maturities) != len(known):
        raise ValueError("maturities and known have different shapes")
    own = np.empty_like(known)
    arrays_0_0 = 0.0
    arrays_1 = maturities[:-1]
    arrays_0 = np.array([arrays_0_0])
    length = arrays_0.shape[0] + arrays_1.shape[0]
    edges = np.empty(length)
    stop = arrays_0.shape[0]
    edges[:stop] = arrays_0
    start = arrays_0.shape[0]
    edges[start:] = arrays_1
    if maturities.shape != edges.shape:
        raise ValueError("maturities and edges have different shapes")
    a = np.empty((len(times), length))
    a_max = np.empty_like(maturities)
    for i in range(len(maturities)):
        own[i] = known[i] if i < k else hazard
        a_max[i] = maturities[i] - edges[i]
    term = np.empty((len(times), len(maturities)))
    for i in range(len(times)):
        for j in range(length):
            a[i, j] = times[i] - edges[j]
        for j in range(len(maturities)):
            a_ij = a[i, j]
            a_max_j = a_max[j]
            inside = bounded(a_ij, a_max_j)
            term[i, j] = -inside
    product = term @ own
    alive = np.empty_like(product)
    arrays_0_2 = np.ones(1)
    stop_2 = arrays_0_2.shape[0]
    start_2 = arrays_0_2.shape[0]
    term_2 = maturities[k] + 1e-09
    due = np.empty(len(times), dtype=np.bool_)
    if len(discount) != len(times):
        raise ValueError("discount and alive have different shapes")
    values = 0.0
    for i in range(len(times)):
        alive[i] = np.exp(product[i])
        due[i] = times[i] <= term_2
        a_2 = 0.25 * discount[i] * alive[i]
        a_2_2 = a_2 if due[i] else 0.0
        values += a_2_2
    arrays_1_2 = alive[:-1]
    length_2 = arrays_0_2.shape[0] + arrays_1_2.shape[0]
    before = np.empty(length_2)
    before[:stop_2] = arrays_0_2
    before[start_2:] = arrays_1_2
    paid = values * spreads[k]
    if length_2 != len(times):
        raise ValueError("before and alive have different shapes")
    lost = 0.0
    for i in range(len(times)):
        a_3 = (1.0 - recovery) * discount[i] * (before[i] - alive[i])
        a_3_2 = a_3 if due[i] else 0.0
        lost += a_3_2
    return paid - lost


def halved(args_0, args_1, discount, maturities, recovery, spreads, times, low, high):
    """The middle of what is left when an interval with a change of sign is halved."""
    returned = False
    start = value_2(low, args_0, args_1, discount, maturities, recovery, spreads, times)
    end = value_2(high, args_0, args_1, discount, maturities, recovery, spreads, times)
    if start == 0.0:
        result = low
    elif end == 0.0:
        result = high
    else:
        if (start > 0.0) == (end > 0.0):
            raise ValueError("f(a) and f(b) must have different signs")
        for _ in range(2000):
            middle = 0.5 * (low + high)
            value = value_2(
                middle, args_0, args_1, discount, maturities, recovery, spreads, times
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


def polished(args_0, args_1, discount, maturities, recovery, spreads, times, low, high):
    """The place, to the last digits."""
    x = halved(
        args_0, args_1, discount, maturities, recovery, spreads, times, low, high
    )
    for _ in range(2):
        value, slope = function_jvp(
            x, args_0, args_1, discount, maturities, recovery, spreads, times, 1.0
        )
        step = value / slope
        if not abs(step) <= 1e-06 * (1.0 + abs(x)):
            raise NotImplementedError(
                "not differentiated: in scipy.optimize.brentq: a root where the "
                "function jumps, or is flat, has no derivative"
            )
        x = x - step
    return x


def bounded_2_adjoint(a, upper, result_bar):
    """The adjoints of a and upper in bounded_2."""
    # forward sweep
    condition = a < 0.0
    if condition:
        a = 0.0

    # reverse sweep
    a_bar = result_bar
    upper_bar = 0.0
    if a > upper or upper != upper:
        upper_bar += a_bar
        a_bar = 0.0
    if condition:
        a_bar = 0.0
    return a_bar, upper_bar


def value_tangent_adjoint(
    hazard,
    known,
    k,
    discount,
    maturities,
    recovery,
    spreads,
    times,
    hazard_dot,
    result_0_bar,
    result_1_bar,
    known_bar,
    discount_bar,
    maturities_bar,
    spreads_bar,
):
    """The adjoints of hazard and recovery in value_tangent; the adjoint of known,
    discount, maturities and spreads is added to known_bar, discount_bar,
    maturities_bar, spreads_bar.
    """
    # forward sweep
    if len(maturities) != len(known):
        raise ValueError("maturities and known have different shapes")
    own_dot = np.zeros_like(known)
    own = np.empty_like(known)
    arrays_0_0 = 0.0
    arrays_1 = maturities[:-1]
    arrays_0 = np.array([arrays_0_0])
    length = arrays_0.shape[0] + arrays_1.shape[0]
    edges = np.empty(length)
    stop = arrays_0.shape[0]
    edges[:stop] = arrays_0
    start = arrays_0.shape[0]
    edges[start:] = arrays_1
    if maturities.shape != edges.shape:
        raise ValueError("maturities and edges have different shapes")
    a = np.empty((len(times), length))
    a_max = np.empty_like(maturities)
    for i in range(len(maturities)):
        if i < k:
            own_dot[i] = 0.0
            own[i] = known[i]
        else:
            own_dot[i] = hazard_dot
            own[i] = hazard
        a_max[i] = maturities[i] - edges[i]
    term = np.empty((len(times), len(maturities)))
    for i in range(len(times)):
        for j in range(length):
            a[i, j] = times[i] - edges[j]
        for j in range(len(maturities)):
            a_ij = a[i, j]
            a_max_j = a_max[j]
            inside = bounded_2(a_ij, a_max_j)
            term[i, j] = -inside
    product_dot = term @ own_dot
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
        a_2_dot = 0.25 * discount[i] * alive_dot[i]
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
    if length_2 != len(times):
        raise ValueError("before and alive have different shapes")

    # reverse sweep
    values_dot_bar = spreads[k] * result_1_bar
    spreads_bar[k] += values_dot * result_1_bar
    lost_dot_bar = -result_1_bar
    lost_bar = -result_0_bar
    alive_dot_bar = np.zeros_like(alive_dot)
    alive_bar = np.zeros_like(alive)
    before_dot_bar = np.zeros_like(before_dot)
    before_bar = np.zeros_like(before)
    recovery_bar = 0.0
    for i in range(len(times)):
        if due[i]:
            product_bar_2 = (before[i] - alive[i]) * lost_bar
            recovery_bar -= discount[i] * product_bar_2
            discount_bar[i] += (1.0 - recovery) * product_bar_2
            difference_bar = (1.0 - recovery) * discount[i] * lost_bar
            before_bar[i] += difference_bar
            alive_bar[i] -= difference_bar
            product_bar_2 = (before_dot[i] - alive_dot[i]) * lost_dot_bar
            recovery_bar -= discount[i] * product_bar_2
            discount_bar[i] += (1.0 - recovery) * product_bar_2
            difference_bar = (1.0 - recovery) * discount[i] * lost_dot_bar
            before_dot_bar[i] += difference_bar
            alive_dot_bar[i] -= difference_bar
    values_bar = spreads[k] * result_0_bar
    spreads_bar[k] += values * result_0_bar
    arrays_1_2_bar = alive_bar[:-1]
    arrays_1_2_bar += before_bar[start_2:]
    arrays_1_2_dot_bar = alive_dot_bar[:-1]
    arrays_1_2_dot_bar += before_dot_bar[start_2:]
    product_dot_bar = np.empty_like(product_dot)
    product_bar = np.empty_like(product)
    for i in range(len(times)):
        if due[i]:
            discount_bar[i] += 0.25 * alive[i] * values_bar
            alive_bar[i] += 0.25 * discount[i] * values_bar
            discount_bar[i] += 0.25 * alive_dot[i] * values_dot_bar
            alive_dot_bar[i] += 0.25 * discount[i] * values_dot_bar
        exp_product_bar = alive_bar[i] + product_dot[i] * alive_dot_bar[i]
        exp_product = np.exp(product[i])
        product_dot_bar[i] = exp_product * alive_dot_bar[i]
        product_bar[i] = exp_product * exp_product_bar
    term_bar = np.outer(product_bar, own)
    own_bar = term.T @ product_bar
    term_bar += np.outer(product_dot_bar, own_dot)
    edges_bar = np.zeros_like(edges)
    a_bar = np.zeros_like(a)
    a_max_bar = np.zeros_like(a_max)

    # forward and reverse in one sweep: the iterations are independent
    for i in range(len(times)):
        for j in range(length):
            a[i, j] = times[i] - edges[j]
        for j in range(len(maturities)):
            a_ij = a[i, j]
            a_max_j = a_max[j]
            inside_bar = -term_bar[i, j]
            a_ij_bar, a_max_j_bar = bounded_2_adjoint(a_ij, a_max_j, inside_bar)
            a_max_bar[j] += a_max_j_bar
            a_bar[i, j] += a_ij_bar
        for j in range(length):
            edges_bar[j] -= a_bar[i, j]
    hazard_bar = 0.0
    for i in range(len(maturities)):
        maturities_bar[i] += a_max_bar[i]
        edges_bar[i] -= a_max_bar[i]
        if i < k:
            known_bar[i] += own_bar[i]
        else:
            hazard_bar += own_bar[i]
    arrays_1_bar = maturities_bar[:-1]
    arrays_1_bar += edges_bar[start:]
    return hazard_bar, recovery_bar


def function_jvp_adjoint(
    x,
    args_0,
    args_1,
    discount,
    maturities,
    recovery,
    spreads,
    times,
    x_dot,
    result_0_bar,
    result_1_bar,
    args_0_bar,
    discount_bar,
    maturities_bar,
    spreads_bar,
):
    """The adjoints of x and recovery in function_jvp; the adjoint of args_0,
    discount, maturities and spreads is added to args_0_bar, discount_bar,
    maturities_bar, spreads_bar.
    """
    x_bar, recovery_bar = value_tangent_adjoint(
        x,
        args_0,
        args_1,
        discount,
        maturities,
        recovery,
        spreads,
        times,
        x_dot,
        result_0_bar,
        result_1_bar,
        args_0_bar,
        discount_bar,
        maturities_bar,
        spreads_bar,
    )
    return x_bar, recovery_bar


def halved_adjoint(
    args_0,
    args_1,
    discount,
    maturities,
    recovery,
    spreads,
    times,
    low,
    high,
    args_0_bar,
    discount_bar,
    maturities_bar,
    spreads_bar,
):
    """The adjoint of recovery in halved; the adjoint of args_0, discount, maturities
    and spreads is added to args_0_bar, discount_bar, maturities_bar, spreads_bar.
    """
    # forward sweep
    start = value_2(low, args_0, args_1, discount, maturities, recovery, spreads, times)
    end = value_2(high, args_0, args_1, discount, maturities, recovery, spreads, times)
    if start != 0.0:
        if end != 0.0:
            if (start > 0.0) == (end > 0.0):
                raise ValueError("f(a) and f(b) must have different signs")
            for k in range(2000):
                middle = 0.5 * (low + high)
                value = value_2(
                    middle,
                    args_0,
                    args_1,
                    discount,
                    maturities,
                    recovery,
                    spreads,
                    times,
                )
                if value == 0.0 or middle == low or middle == high:
                    break
                if (value > 0.0) == (start > 0.0):
                    low = middle
                else:
                    high = middle
                if abs(high - low) <= 4e-16 * abs(middle):
                    break
    return 0.0


def polished_adjoint(
    args_0,
    args_1,
    discount,
    maturities,
    recovery,
    spreads,
    times,
    low,
    high,
    result_bar,
    args_0_bar,
    discount_bar,
    maturities_bar,
    spreads_bar,
):
    """The adjoint of recovery in polished; the adjoint of args_0, discount,
    maturities and spreads is added to args_0_bar, discount_bar, maturities_bar,
    spreads_bar.
    """
    # forward sweep: saves x, value and slope
    x = halved(
        args_0, args_1, discount, maturities, recovery, spreads, times, low, high
    )
    x_saved = np.empty(2)
    value_saved = np.empty(2)
    slope_saved = np.empty(2)
    for k in range(2):
        value, slope = function_jvp(
            x, args_0, args_1, discount, maturities, recovery, spreads, times, 1.0
        )
        value_saved[k] = value
        slope_saved[k] = slope
        step = value / slope
        if not abs(step) <= 1e-06 * (1.0 + abs(x)):
            raise NotImplementedError(
                "not differentiated: in scipy.optimize.brentq: a root where the "
                "function jumps, or is flat, has no derivative"
            )
        x_saved[k] = x
        x = x - step

    # reverse sweep
    x_bar = result_bar
    recovery_bar = 0.0
    for k in range(1, -1, -1):
        x = x_saved[k]
        slope = slope_saved[k]
        step = value_saved[k] / slope
        numerator_bar = -x_bar / slope
        slope_bar = -step * numerator_bar
        x_bar_part, recovery_bar_part = function_jvp_adjoint(
            x,
            args_0,
            args_1,
            discount,
            maturities,
            recovery,
            spreads,
            times,
            1.0,
            numerator_bar,
            slope_bar,
            args_0_bar,
            discount_bar,
            maturities_bar,
            spreads_bar,
        )
        x_bar += x_bar_part
        recovery_bar += recovery_bar_part
    recovery_bar += halved_adjoint(
        args_0,
        args_1,
        discount,
        maturities,
        recovery,
        spreads,
        times,
        low,
        high,
        args_0_bar,
        discount_bar,
        maturities_bar,
        spreads_bar,
    )
    return recovery_bar


def curve_of_hazards_vjp(
    spreads, maturities, rate, recovery, result_0_bar, result_1_bar
):
    """The adjoints of spreads, maturities, rate and recovery of curve_of_hazards,
    for the adjoint of its result.
    """
    # forward sweep: saves hazards
    times = np.arange(0.25, 2.01, 0.25)
    discount = np.empty_like(times)
    for i in range(len(times)):
        discount[i] = np.exp(-rate * times[i])
    hazards = np.zeros(len(maturities))
    hazards_saved = np.empty(len(maturities))
    for k in range(len(maturities)):
        args_0 = hazards.copy()
        hazards_saved[k] = hazards[k]
        hazards[k] = polished(
            args_0,
            k,
            discount,
            maturities,
            recovery,
            spreads,
            times,
            1e-06 * 1.0,
            2.0 * 1.0,
        )
    diff_result = diff(maturities)
    if len(hazards) != len(diff_result):
        raise ValueError("hazards and diff_result have different shapes")
    total = 0.0
    for i in range(len(maturities)):
        total += -hazards[i] * diff_result[i]

    # reverse sweep
    spreads_bar = np.zeros_like(spreads)
    maturities_bar = np.zeros_like(maturities)
    hazards_bar = result_0_bar.copy()
    total_bar = -np.exp(total) * result_1_bar
    diff_result_bar = np.empty_like(diff_result)
    for i in range(len(maturities)):
        hazards_bar[i] -= diff_result[i] * total_bar
        diff_result_bar[i] = -hazards[i] * total_bar
    diff_adjoint(diff_result_bar, maturities_bar)
    discount_bar = np.zeros_like(discount)
    recovery_bar = 0.0
    for k in range(len(maturities) - 1, -1, -1):
        hazards[k] = hazards_saved[k]
        args_0 = hazards.copy()
        args_0_bar = np.zeros_like(args_0)
        recovery_bar += polished_adjoint(
            args_0,
            k,
            discount,
            maturities,
            recovery,
            spreads,
            times,
            1e-06,
            2.0,
            hazards_bar[k],
            args_0_bar,
            discount_bar,
            maturities_bar,
            spreads_bar,
        )
        hazards_bar[k] = 0.0
        hazards_bar += args_0_bar

    # forward and reverse in one sweep: the iterations are independent
    rate_bar = 0.0
    for i in range(len(times)):
        rate_bar -= times[i] * discount[i] * discount_bar[i]
    return spreads_bar, maturities_bar, rate_bar, recovery_bar
