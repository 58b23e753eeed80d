import math

import numpy as np


def curvature_tangent(
    self_matter,
    self_dark,
    self_equation,
    self_matter_dot,
    self_dark_dot,
    self_equation_dot,
):
    """curvature and its tangent."""
    return 1.0 - self_matter - self_dark, -self_matter_dot - self_dark_dot


def rate_tangent(
    self_matter,
    self_dark,
    self_equation,
    z,
    self_matter_dot,
    self_dark_dot,
    self_equation_dot,
    z_dot,
):
    """rate and its tangent."""
    s = 1.0 + z
    power = s ** (3.0 * (1.0 + self_equation))
    factor = (
        3.0 * (1.0 + self_equation) * s ** (3.0 * (1.0 + self_equation) - 1.0)
        if 3.0 * (1.0 + self_equation) != 0.0
        else 0.0
    )
    term = factor * z_dot
    term_2 = (
        3.0
        * (power * math.log(s) if s > 0.0 else 0.0 if s == 0.0 else math.nan)
        * self_equation_dot
    )
    power_dot = term + term_2
    dark_dot = self_dark_dot * power + self_dark * power_dot
    dark = self_dark * power
    curvature_result, curvature_result_dot = curvature_tangent(
        self_matter,
        self_dark,
        self_equation,
        self_matter_dot,
        self_dark_dot,
        self_equation_dot,
    )
    value = np.sqrt(self_matter * s**3 + curvature_result * s**2 + dark)
    factor_2 = (
        self_matter_dot * s**3
        + 3.0 * self_matter * s**2 * z_dot
        + (curvature_result_dot * s**2 + 2.0 * curvature_result * s * z_dot)
        + dark_dot
    )
    value_dot = factor_2 / (2.0 * value)
    return value, value_dot


def function_tangent(
    a,
    self_matter,
    self_dark,
    self_equation,
    a_dot,
    self_matter_dot,
    self_dark_dot,
    self_equation_dot,
):
    """function and its tangent."""
    quotient = 1.0 / a
    quotient_dot = -quotient * a_dot / a
    rate_result, rate_result_dot = rate_tangent(
        self_matter,
        self_dark,
        self_equation,
        quotient - 1.0,
        self_matter_dot,
        self_dark_dot,
        self_equation_dot,
        quotient_dot,
    )
    value = 1.0 / (a * rate_result)
    value_dot = -value * (a_dot * rate_result + a * rate_result_dot) / (a * rate_result)
    return value, value_dot


def integrand_tangent(
    t,
    b,
    before,
    beyond,
    self_matter,
    self_dark,
    self_equation,
    t_dot,
    b_dot,
    self_matter_dot,
    self_dark_dot,
    self_equation_dot,
):
    """integrand and its tangent."""
    if beyond and before:
        x = (1.0 - t) / t
        x_dot = (-t_dot - x * t_dot) / t
        function_result, function_result_dot = function_tangent(
            x,
            self_matter,
            self_dark,
            self_equation,
            x_dot,
            self_matter_dot,
            self_dark_dot,
            self_equation_dot,
        )
        function_result_2, function_result_2_dot = function_tangent(
            -x,
            self_matter,
            self_dark,
            self_equation,
            -x_dot,
            self_matter_dot,
            self_dark_dot,
            self_equation_dot,
        )
        result = (function_result + function_result_2) / (t * t)
        factor = (
            function_result_dot
            + function_result_2_dot
            - result * (t_dot * t + t * t_dot)
        )
        result_dot = factor / (t * t)
    elif beyond:
        quotient = (1.0 - t) / t
        quotient_dot = (-t_dot - quotient * t_dot) / t
        function_result, function_result_dot = function_tangent(
            0.02 + quotient,
            self_matter,
            self_dark,
            self_equation,
            quotient_dot,
            self_matter_dot,
            self_dark_dot,
            self_equation_dot,
        )
        result = function_result / (t * t)
        factor_2 = function_result_dot - result * (t_dot * t + t * t_dot)
        result_dot = factor_2 / (t * t)
    elif before:
        quotient = (1.0 - t) / t
        quotient_dot = (-t_dot - quotient * t_dot) / t
        function_result, function_result_dot = function_tangent(
            b - quotient,
            self_matter,
            self_dark,
            self_equation,
            b_dot - quotient_dot,
            self_matter_dot,
            self_dark_dot,
            self_equation_dot,
        )
        result = function_result / (t * t)
        factor_3 = function_result_dot - result * (t_dot * t + t * t_dot)
        result_dot = factor_3 / (t * t)
    else:
        result, result_dot = function_tangent(
            t,
            self_matter,
            self_dark,
            self_equation,
            t_dot,
            self_matter_dot,
            self_dark_dot,
            self_equation_dot,
        )
    return result, result_dot


def kronrod_tangent(
    b,
    before,
    beyond,
    self_matter,
    self_dark,
    self_equation,
    low,
    high,
    b_dot,
    self_matter_dot,
    self_dark_dot,
    self_equation_dot,
    low_dot,
    high_dot,
):
    """kronrod and its tangent."""
    center_dot = 0.5 * (low_dot + high_dot)
    center = 0.5 * (low + high)
    half_dot = 0.5 * (high_dot - low_dot)
    half = 0.5 * (high - low)
    total_dot = 0.0
    total = 0.0
    table = np.array(
        [
            [-0.9956571630258081, 0.011694638867371874, 0.0],
            [-0.9739065285171717, 0.032558162307964725, 0.06667134430868814],
            [-0.9301574913557082, 0.054755896574351995, 0.0],
            [-0.8650633666889845, 0.07503967481091996, 0.1494513491505806],
            [-0.7808177265864169, 0.0931254545836976, 0.0],
            [-0.6794095682990244, 0.10938715880229764, 0.21908636251598204],
            [-0.5627571346686047, 0.12349197626206584, 0.0],
            [-0.4333953941292472, 0.13470921731147334, 0.26926671930999635],
            [-0.2943928627014602, 0.14277593857706009, 0.0],
            [-0.1488743389816312, 0.14773910490133849, 0.29552422471475287],
            [0.0, 0.1494455540029169, 0.0],
            [0.1488743389816312, 0.14773910490133849, 0.29552422471475287],
            [0.2943928627014602, 0.14277593857706009, 0.0],
            [0.4333953941292472, 0.13470921731147334, 0.26926671930999635],
            [0.5627571346686047, 0.12349197626206584, 0.0],
            [0.6794095682990244, 0.10938715880229764, 0.21908636251598204],
            [0.7808177265864169, 0.0931254545836976, 0.0],
            [0.8650633666889845, 0.07503967481091996, 0.1494513491505806],
            [0.9301574913557082, 0.054755896574351995, 0.0],
            [0.9739065285171717, 0.032558162307964725, 0.06667134430868814],
            [0.9956571630258081, 0.011694638867371874, 0.0],
        ]
    )
    for k in range(21):
        place = table[k, 0]
        weight = table[k, 1]
        integrand_result, integrand_result_dot = integrand_tangent(
            center + half * place,
            b,
            before,
            beyond,
            self_matter,
            self_dark,
            self_equation,
            center_dot + half_dot * place,
            b_dot,
            self_matter_dot,
            self_dark_dot,
            self_equation_dot,
        )
        total_dot += weight * integrand_result_dot
        total += weight * integrand_result
    return half * total, half_dot * total + half * total_dot


def integral_tangent(
    b,
    before,
    beyond,
    self_matter,
    self_dark,
    self_equation,
    low,
    high,
    parts,
    b_dot,
    self_matter_dot,
    self_dark_dot,
    self_equation_dot,
    low_dot,
    high_dot,
):
    """integral and its tangent."""
    value_dot = 0.0
    value = 0.0
    for k in range(len(parts)):
        power = 0.5 ** parts[k, 1]
        width_dot = (high_dot - low_dot) * power
        width = (high - low) * power
        start_dot = low_dot + width_dot * parts[k, 0]
        start = low + width * parts[k, 0]
        kronrod_result, kronrod_result_dot = kronrod_tangent(
            b,
            before,
            beyond,
            self_matter,
            self_dark,
            self_equation,
            start,
            start + width,
            b_dot,
            self_matter_dot,
            self_dark_dot,
            self_equation_dot,
            start_dot,
            start_dot + width_dot,
        )
        value_dot += kronrod_result_dot
        value += kronrod_result
    return value, value_dot


def kronrod_error_tangent(
    b,
    before,
    beyond,
    self_matter,
    self_dark,
    self_equation,
    low,
    high,
    b_dot,
    self_matter_dot,
    self_dark_dot,
    self_equation_dot,
    low_dot,
    high_dot,
):
    """kronrod_error and its tangent."""
    center_dot = 0.5 * (low_dot + high_dot)
    center = 0.5 * (low + high)
    half_dot = 0.5 * (high_dot - low_dot)
    half = 0.5 * (high - low)
    value, value_dot = kronrod_tangent(
        b,
        before,
        beyond,
        self_matter,
        self_dark,
        self_equation,
        low,
        high,
        b_dot,
        self_matter_dot,
        self_dark_dot,
        self_equation_dot,
        low_dot,
        high_dot,
    )
    if half != 0.0:
        mean = 0.5 * value / half
        mean_dot = (0.5 * value_dot - mean * half_dot) / half
    else:
        mean_dot = 0.0
        mean = 0.0
    coarse_dot = 0.0
    coarse = 0.0
    size_dot = 0.0
    size = 0.0
    spread_dot = 0.0
    spread = 0.0
    table = np.array(
        [
            [-0.9956571630258081, 0.011694638867371874, 0.0],
            [-0.9739065285171717, 0.032558162307964725, 0.06667134430868814],
            [-0.9301574913557082, 0.054755896574351995, 0.0],
            [-0.8650633666889845, 0.07503967481091996, 0.1494513491505806],
            [-0.7808177265864169, 0.0931254545836976, 0.0],
            [-0.6794095682990244, 0.10938715880229764, 0.21908636251598204],
            [-0.5627571346686047, 0.12349197626206584, 0.0],
            [-0.4333953941292472, 0.13470921731147334, 0.26926671930999635],
            [-0.2943928627014602, 0.14277593857706009, 0.0],
            [-0.1488743389816312, 0.14773910490133849, 0.29552422471475287],
            [0.0, 0.1494455540029169, 0.0],
            [0.1488743389816312, 0.14773910490133849, 0.29552422471475287],
            [0.2943928627014602, 0.14277593857706009, 0.0],
            [0.4333953941292472, 0.13470921731147334, 0.26926671930999635],
            [0.5627571346686047, 0.12349197626206584, 0.0],
            [0.6794095682990244, 0.10938715880229764, 0.21908636251598204],
            [0.7808177265864169, 0.0931254545836976, 0.0],
            [0.8650633666889845, 0.07503967481091996, 0.1494513491505806],
            [0.9301574913557082, 0.054755896574351995, 0.0],
            [0.9739065285171717, 0.032558162307964725, 0.06667134430868814],
            [0.9956571630258081, 0.011694638867371874, 0.0],
        ]
    )
    for k in range(21):
        place = table[k, 0]
        weight = table[k, 1]
        other = table[k, 2]
        height, height_dot = integrand_tangent(
            center + half * place,
            b,
            before,
            beyond,
            self_matter,
            self_dark,
            self_equation,
            center_dot + half_dot * place,
            b_dot,
            self_matter_dot,
            self_dark_dot,
            self_equation_dot,
        )
        coarse_dot += other * height_dot
        coarse += other * height
        size_dot += (
            weight
            * (1.0 if height > 0.0 else -1.0 if height < 0.0 else 0.0)
            * height_dot
        )
        size += weight * abs(height)
        spread_dot += (
            weight
            * (1.0 if height - mean > 0.0 else -1.0 if height - mean < 0.0 else 0.0)
            * (height_dot - mean_dot)
        )
        spread += weight * abs(height - mean)
    factor = (
        1.0
        if value - half * coarse > 0.0
        else -1.0
        if value - half * coarse < 0.0
        else 0.0
    )
    error_dot = factor * (value_dot - (half_dot * coarse + half * coarse_dot))
    error = abs(value - half * coarse)
    term = (1.0 if half > 0.0 else -1.0 if half < 0.0 else 0.0) * half_dot * spread
    spread_dot = term + abs(half) * spread_dot
    spread = abs(half) * spread
    term_2 = (1.0 if half > 0.0 else -1.0 if half < 0.0 else 0.0) * half_dot * size
    size_dot = term_2 + abs(half) * size_dot
    size = abs(half) * size
    if spread != 0.0 and error != 0.0:
        quotient = 200.0 * error / spread
        quotient_dot = (200.0 * error_dot - quotient * spread_dot) / spread
        power_dot = 1.5 * quotient**0.5 * quotient_dot
        power = quotient**1.5
        term_3 = spread * (power_dot if power < 1.0 else 0.0)
        error_dot = spread_dot * min(1.0, power) + term_3
        error = spread * min(1.0, power)
    value_dot = (
        50.0 * 2.0**-52 * size_dot if 50.0 * 2.0**-52 * size > error else error_dot
    )
    return max(error, 50.0 * 2.0**-52 * size), value_dot


def partition_tangent(
    b,
    before,
    beyond,
    self_matter,
    self_dark,
    self_equation,
    low,
    high,
    b_dot,
    self_matter_dot,
    self_dark_dot,
    self_equation_dot,
    low_dot,
    high_dot,
):
    """partition and its tangent."""
    parts = np.zeros((50, 2), dtype=np.int64)
    values_dot = np.zeros(50)
    values = np.zeros(50)
    errors_dot = np.zeros(50)
    errors = np.zeros(50)
    values[0], values_dot[0] = kronrod_tangent(
        b,
        before,
        beyond,
        self_matter,
        self_dark,
        self_equation,
        low,
        high,
        b_dot,
        self_matter_dot,
        self_dark_dot,
        self_equation_dot,
        low_dot,
        high_dot,
    )
    errors[0], errors_dot[0] = kronrod_error_tangent(
        b,
        before,
        beyond,
        self_matter,
        self_dark,
        self_equation,
        low,
        high,
        b_dot,
        self_matter_dot,
        self_dark_dot,
        self_equation_dot,
        low_dot,
        high_dot,
    )
    count = 1
    while np.sum(errors) > max(1.49e-08, 1.49e-08 * abs(np.sum(values))):
        if count == 50:
            raise NotImplementedError("quad of a function that is not smooth enough")
        worst = np.argmax(errors)
        number = 2 * parts[worst, 0]
        depth = parts[worst, 1] + 1
        power = 0.5**depth
        width_dot = (high_dot - low_dot) * power
        width = (high - low) * power
        for k in range(2):
            i = worst if k == 0 else count
            parts[i, 0] = number + k
            parts[i, 1] = depth
            start_dot = low_dot + width_dot * (number + k)
            start = low + width * (number + k)
            values[i], values_dot[i] = kronrod_tangent(
                b,
                before,
                beyond,
                self_matter,
                self_dark,
                self_equation,
                start,
                start + width,
                b_dot,
                self_matter_dot,
                self_dark_dot,
                self_equation_dot,
                start_dot,
                start_dot + width_dot,
            )
            errors[i], errors_dot[i] = kronrod_error_tangent(
                b,
                before,
                beyond,
                self_matter,
                self_dark,
                self_equation,
                start,
                start + width,
                b_dot,
                self_matter_dot,
                self_dark_dot,
                self_equation_dot,
                start_dot,
                start_dot + width_dot,
            )
        count += 1
    value = parts[:count]
    return value


def age_tangent(
    self_matter,
    self_dark,
    self_equation,
    z,
    self_matter_dot,
    self_dark_dot,
    self_equation_dot,
    z_dot,
):
    """age and its tangent."""
    b = 1 / (1 + z)
    b_dot = -b * z_dot / (1 + z)
    beyond = b == math.inf
    before = 0.02 == -math.inf
    if beyond or before:
        row_dot = np.zeros_like(np.array([0.0, 1.0]))
        row = np.array([0.0, 1.0])
    else:
        row_dot = np.array([0.0, b_dot])
        row = np.array([1.0 * 0.02, 1.0 * b])
    if len(row) != 2:
        raise ValueError("row is unpacked into 2 names")
    low_dot = row_dot[0]
    low = row[0]
    high_dot = row_dot[1]
    high = row[1]
    parts = partition_tangent(
        b,
        before,
        beyond,
        self_matter,
        self_dark,
        self_equation,
        low,
        high,
        b_dot,
        self_matter_dot,
        self_dark_dot,
        self_equation_dot,
        low_dot,
        high_dot,
    )
    value, value_dot = integral_tangent(
        b,
        before,
        beyond,
        self_matter,
        self_dark,
        self_equation,
        low,
        high,
        parts,
        b_dot,
        self_matter_dot,
        self_dark_dot,
        self_equation_dot,
        low_dot,
        high_dot,
    )
    return value, value_dot


def curvature(self_matter, self_dark, self_equation):
    return 1.0 - self_matter - self_dark


def function_2_tangent(
    x,
    self_matter,
    self_dark,
    self_equation,
    x_dot,
    self_matter_dot,
    self_dark_dot,
    self_equation_dot,
):
    """function_2 and its tangent."""
    rate_result, rate_result_dot = rate_tangent(
        self_matter,
        self_dark,
        self_equation,
        x,
        self_matter_dot,
        self_dark_dot,
        self_equation_dot,
        x_dot,
    )
    value = 1.0 / rate_result
    return value, -value * rate_result_dot / rate_result


def integrand_2_tangent(
    t,
    b,
    before,
    beyond,
    self_matter,
    self_dark,
    self_equation,
    t_dot,
    b_dot,
    self_matter_dot,
    self_dark_dot,
    self_equation_dot,
):
    """integrand_2 and its tangent."""
    if beyond and before:
        x = (1.0 - t) / t
        x_dot = (-t_dot - x * t_dot) / t
        function_2_result, function_2_result_dot = function_2_tangent(
            x,
            self_matter,
            self_dark,
            self_equation,
            x_dot,
            self_matter_dot,
            self_dark_dot,
            self_equation_dot,
        )
        function_2_result_2, function_2_result_2_dot = function_2_tangent(
            -x,
            self_matter,
            self_dark,
            self_equation,
            -x_dot,
            self_matter_dot,
            self_dark_dot,
            self_equation_dot,
        )
        result = (function_2_result + function_2_result_2) / (t * t)
        factor = (
            function_2_result_dot
            + function_2_result_2_dot
            - result * (t_dot * t + t * t_dot)
        )
        result_dot = factor / (t * t)
    elif beyond:
        quotient = (1.0 - t) / t
        quotient_dot = (-t_dot - quotient * t_dot) / t
        function_2_result, function_2_result_dot = function_2_tangent(
            0.0 + quotient,
            self_matter,
            self_dark,
            self_equation,
            quotient_dot,
            self_matter_dot,
            self_dark_dot,
            self_equation_dot,
        )
        result = function_2_result / (t * t)
        factor_2 = function_2_result_dot - result * (t_dot * t + t * t_dot)
        result_dot = factor_2 / (t * t)
    elif before:
        quotient = (1.0 - t) / t
        quotient_dot = (-t_dot - quotient * t_dot) / t
        function_2_result, function_2_result_dot = function_2_tangent(
            b - quotient,
            self_matter,
            self_dark,
            self_equation,
            b_dot - quotient_dot,
            self_matter_dot,
            self_dark_dot,
            self_equation_dot,
        )
        result = function_2_result / (t * t)
        factor_3 = function_2_result_dot - result * (t_dot * t + t * t_dot)
        result_dot = factor_3 / (t * t)
    else:
        result, result_dot = function_2_tangent(
            t,
            self_matter,
            self_dark,
            self_equation,
            t_dot,
            self_matter_dot,
            self_dark_dot,
            self_equation_dot,
        )
    return result, result_dot


def kronrod_2_tangent(
    b,
    before,
    beyond,
    self_matter,
    self_dark,
    self_equation,
    low,
    high,
    b_dot,
    self_matter_dot,
    self_dark_dot,
    self_equation_dot,
    low_dot,
    high_dot,
):
    """kronrod_2 and its tangent."""
    center_dot = 0.5 * (low_dot + high_dot)
    center = 0.5 * (low + high)
    half_dot = 0.5 * (high_dot - low_dot)
    half = 0.5 * (high - low)
    total_dot = 0.0
    total = 0.0
    table = np.array(
        [
            [-0.9956571630258081, 0.011694638867371874, 0.0],
            [-0.9739065285171717, 0.032558162307964725, 0.06667134430868814],
            [-0.9301574913557082, 0.054755896574351995, 0.0],
            [-0.8650633666889845, 0.07503967481091996, 0.1494513491505806],
            [-0.7808177265864169, 0.0931254545836976, 0.0],
            [-0.6794095682990244, 0.10938715880229764, 0.21908636251598204],
            [-0.5627571346686047, 0.12349197626206584, 0.0],
            [-0.4333953941292472, 0.13470921731147334, 0.26926671930999635],
            [-0.2943928627014602, 0.14277593857706009, 0.0],
            [-0.1488743389816312, 0.14773910490133849, 0.29552422471475287],
            [0.0, 0.1494455540029169, 0.0],
            [0.1488743389816312, 0.14773910490133849, 0.29552422471475287],
            [0.2943928627014602, 0.14277593857706009, 0.0],
            [0.4333953941292472, 0.13470921731147334, 0.26926671930999635],
            [0.5627571346686047, 0.12349197626206584, 0.0],
            [0.6794095682990244, 0.10938715880229764, 0.21908636251598204],
            [0.7808177265864169, 0.0931254545836976, 0.0],
            [0.8650633666889845, 0.07503967481091996, 0.1494513491505806],
            [0.9301574913557082, 0.054755896574351995, 0.0],
            [0.9739065285171717, 0.032558162307964725, 0.06667134430868814],
            [0.9956571630258081, 0.011694638867371874, 0.0],
        ]
    )
    for k in range(21):
        place = table[k, 0]
        weight = table[k, 1]
        integrand_2_result, integrand_2_result_dot = integrand_2_tangent(
            center + half * place,
            b,
            before,
            beyond,
            self_matter,
            self_dark,
            self_equation,
            center_dot + half_dot * place,
            b_dot,
            self_matter_dot,
            self_dark_dot,
            self_equation_dot,
        )
        total_dot += weight * integrand_2_result_dot
        total += weight * integrand_2_result
    return half * total, half_dot * total + half * total_dot


def integral_2_tangent(
    b,
    before,
    beyond,
    self_matter,
    self_dark,
    self_equation,
    low,
    high,
    parts,
    b_dot,
    self_matter_dot,
    self_dark_dot,
    self_equation_dot,
    low_dot,
    high_dot,
):
    """integral_2 and its tangent."""
    value_dot = 0.0
    value = 0.0
    for k in range(len(parts)):
        power = 0.5 ** parts[k, 1]
        width_dot = (high_dot - low_dot) * power
        width = (high - low) * power
        start_dot = low_dot + width_dot * parts[k, 0]
        start = low + width * parts[k, 0]
        kronrod_2_result, kronrod_2_result_dot = kronrod_2_tangent(
            b,
            before,
            beyond,
            self_matter,
            self_dark,
            self_equation,
            start,
            start + width,
            b_dot,
            self_matter_dot,
            self_dark_dot,
            self_equation_dot,
            start_dot,
            start_dot + width_dot,
        )
        value_dot += kronrod_2_result_dot
        value += kronrod_2_result
    return value, value_dot


def kronrod_error_2_tangent(
    b,
    before,
    beyond,
    self_matter,
    self_dark,
    self_equation,
    low,
    high,
    b_dot,
    self_matter_dot,
    self_dark_dot,
    self_equation_dot,
    low_dot,
    high_dot,
):
    """kronrod_error_2 and its tangent."""
    center_dot = 0.5 * (low_dot + high_dot)
    center = 0.5 * (low + high)
    half_dot = 0.5 * (high_dot - low_dot)
    half = 0.5 * (high - low)
    value, value_dot = kronrod_2_tangent(
        b,
        before,
        beyond,
        self_matter,
        self_dark,
        self_equation,
        low,
        high,
        b_dot,
        self_matter_dot,
        self_dark_dot,
        self_equation_dot,
        low_dot,
        high_dot,
    )
    if half != 0.0:
        mean = 0.5 * value / half
        mean_dot = (0.5 * value_dot - mean * half_dot) / half
    else:
        mean_dot = 0.0
        mean = 0.0
    coarse_dot = 0.0
    coarse = 0.0
    size_dot = 0.0
    size = 0.0
    spread_dot = 0.0
    spread = 0.0
    table = np.array(
        [
            [-0.9956571630258081, 0.011694638867371874, 0.0],
            [-0.9739065285171717, 0.032558162307964725, 0.06667134430868814],
            [-0.9301574913557082, 0.054755896574351995, 0.0],
            [-0.8650633666889845, 0.07503967481091996, 0.1494513491505806],
            [-0.7808177265864169, 0.0931254545836976, 0.0],
            [-0.6794095682990244, 0.10938715880229764, 0.21908636251598204],
            [-0.5627571346686047, 0.12349197626206584, 0.0],
            [-0.4333953941292472, 0.13470921731147334, 0.26926671930999635],
            [-0.2943928627014602, 0.14277593857706009, 0.0],
            [-0.1488743389816312, 0.14773910490133849, 0.29552422471475287],
            [0.0, 0.1494455540029169, 0.0],
            [0.1488743389816312, 0.14773910490133849, 0.29552422471475287],
            [0.2943928627014602, 0.14277593857706009, 0.0],
            [0.4333953941292472, 0.13470921731147334, 0.26926671930999635],
            [0.5627571346686047, 0.12349197626206584, 0.0],
            [0.6794095682990244, 0.10938715880229764, 0.21908636251598204],
            [0.7808177265864169, 0.0931254545836976, 0.0],
            [0.8650633666889845, 0.07503967481091996, 0.1494513491505806],
            [0.9301574913557082, 0.054755896574351995, 0.0],
            [0.9739065285171717, 0.032558162307964725, 0.06667134430868814],
            [0.9956571630258081, 0.011694638867371874, 0.0],
        ]
    )
    for k in range(21):
        place = table[k, 0]
        weight = table[k, 1]
        other = table[k, 2]
        height, height_dot = integrand_2_tangent(
            center + half * place,
            b,
            before,
            beyond,
            self_matter,
            self_dark,
            self_equation,
            center_dot + half_dot * place,
            b_dot,
            self_matter_dot,
            self_dark_dot,
            self_equation_dot,
        )
        coarse_dot += other * height_dot
        coarse += other * height
        size_dot += (
            weight
            * (1.0 if height > 0.0 else -1.0 if height < 0.0 else 0.0)
            * height_dot
        )
        size += weight * abs(height)
        spread_dot += (
            weight
            * (1.0 if height - mean > 0.0 else -1.0 if height - mean < 0.0 else 0.0)
            * (height_dot - mean_dot)
        )
        spread += weight * abs(height - mean)
    factor = (
        1.0
        if value - half * coarse > 0.0
        else -1.0
        if value - half * coarse < 0.0
        else 0.0
    )
    error_dot = factor * (value_dot - (half_dot * coarse + half * coarse_dot))
    error = abs(value - half * coarse)
    term = (1.0 if half > 0.0 else -1.0 if half < 0.0 else 0.0) * half_dot * spread
    spread_dot = term + abs(half) * spread_dot
    spread = abs(half) * spread
    term_2 = (1.0 if half > 0.0 else -1.0 if half < 0.0 else 0.0) * half_dot * size
    size_dot = term_2 + abs(half) * size_dot
    size = abs(half) * size
    if spread != 0.0 and error != 0.0:
        quotient = 200.0 * error / spread
        quotient_dot = (200.0 * error_dot - quotient * spread_dot) / spread
        power_dot = 1.5 * quotient**0.5 * quotient_dot
        power = quotient**1.5
        term_3 = spread * (power_dot if power < 1.0 else 0.0)
        error_dot = spread_dot * min(1.0, power) + term_3
        error = spread * min(1.0, power)
    value_dot = (
        50.0 * 2.0**-52 * size_dot if 50.0 * 2.0**-52 * size > error else error_dot
    )
    return max(error, 50.0 * 2.0**-52 * size), value_dot


def partition_2_tangent(
    b,
    before,
    beyond,
    self_matter,
    self_dark,
    self_equation,
    low,
    high,
    b_dot,
    self_matter_dot,
    self_dark_dot,
    self_equation_dot,
    low_dot,
    high_dot,
):
    """partition_2 and its tangent."""
    parts = np.zeros((50, 2), dtype=np.int64)
    values_dot = np.zeros(50)
    values = np.zeros(50)
    errors_dot = np.zeros(50)
    errors = np.zeros(50)
    values[0], values_dot[0] = kronrod_2_tangent(
        b,
        before,
        beyond,
        self_matter,
        self_dark,
        self_equation,
        low,
        high,
        b_dot,
        self_matter_dot,
        self_dark_dot,
        self_equation_dot,
        low_dot,
        high_dot,
    )
    errors[0], errors_dot[0] = kronrod_error_2_tangent(
        b,
        before,
        beyond,
        self_matter,
        self_dark,
        self_equation,
        low,
        high,
        b_dot,
        self_matter_dot,
        self_dark_dot,
        self_equation_dot,
        low_dot,
        high_dot,
    )
    count = 1
    while np.sum(errors) > max(1.49e-08, 1.49e-08 * abs(np.sum(values))):
        if count == 50:
            raise NotImplementedError("quad of a function that is not smooth enough")
        worst = np.argmax(errors)
        number = 2 * parts[worst, 0]
        depth = parts[worst, 1] + 1
        power = 0.5**depth
        width_dot = (high_dot - low_dot) * power
        width = (high - low) * power
        for k in range(2):
            i = worst if k == 0 else count
            parts[i, 0] = number + k
            parts[i, 1] = depth
            start_dot = low_dot + width_dot * (number + k)
            start = low + width * (number + k)
            values[i], values_dot[i] = kronrod_2_tangent(
                b,
                before,
                beyond,
                self_matter,
                self_dark,
                self_equation,
                start,
                start + width,
                b_dot,
                self_matter_dot,
                self_dark_dot,
                self_equation_dot,
                start_dot,
                start_dot + width_dot,
            )
            errors[i], errors_dot[i] = kronrod_error_2_tangent(
                b,
                before,
                beyond,
                self_matter,
                self_dark,
                self_equation,
                start,
                start + width,
                b_dot,
                self_matter_dot,
                self_dark_dot,
                self_equation_dot,
                start_dot,
                start_dot + width_dot,
            )
        count += 1
    value = parts[:count]
    return value


def distance_tangent(
    self_matter,
    self_dark,
    self_equation,
    z,
    self_matter_dot,
    self_dark_dot,
    self_equation_dot,
    z_dot,
):
    """distance and its tangent."""
    beyond = z == math.inf
    before = 0.0 == -math.inf
    if beyond or before:
        row_dot = np.zeros_like(np.array([0.0, 1.0]))
        row = np.array([0.0, 1.0])
    else:
        row_dot = np.array([0.0, z_dot])
        row = np.array([1.0 * 0.0, 1.0 * z])
    if len(row) != 2:
        raise ValueError("row is unpacked into 2 names")
    low_dot = row_dot[0]
    low = row[0]
    high_dot = row_dot[1]
    high = row[1]
    parts = partition_2_tangent(
        z,
        before,
        beyond,
        self_matter,
        self_dark,
        self_equation,
        low,
        high,
        z_dot,
        self_matter_dot,
        self_dark_dot,
        self_equation_dot,
        low_dot,
        high_dot,
    )
    along, along_dot = integral_2_tangent(
        z,
        before,
        beyond,
        self_matter,
        self_dark,
        self_equation,
        low,
        high,
        parts,
        z_dot,
        self_matter_dot,
        self_dark_dot,
        self_equation_dot,
        low_dot,
        high_dot,
    )
    curvature_result, curvature_result_dot = curvature_tangent(
        self_matter,
        self_dark,
        self_equation,
        self_matter_dot,
        self_dark_dot,
        self_equation_dot,
    )
    root = np.sqrt(abs(curvature_result))
    root_dot = (
        (1.0 if curvature_result > 0.0 else -1.0 if curvature_result < 0.0 else 0.0)
        * curvature_result_dot
        / (2.0 * root)
    )
    if curvature(self_matter, self_dark, self_equation) > 0.0:
        sinh_result_dot = np.cosh(root * along) * (root_dot * along + root * along_dot)
        result = np.sinh(root * along) / root
        result_dot = (sinh_result_dot - result * root_dot) / root
    else:
        sine_dot = np.cos(root * along) * (root_dot * along + root * along_dot)
        result = np.sin(root * along) / root
        result_dot = (sine_dot - result * root_dot) / root
    return result, result_dot


def age_of_the_universe_jvp(
    matter, dark, equation, redshifts, matter_dot, dark_dot, equation_dot, redshifts_dot
):
    """The value of age_of_the_universe, and its derivative in the direction
    matter_dot, dark_dot, equation_dot, redshifts_dot.
    """
    ages_dot = np.zeros(len(redshifts))
    ages = np.empty(len(redshifts))
    for k in range(len(redshifts)):
        z_2_dot = redshifts_dot[k]
        z_2 = redshifts[k]
        ages[k], ages_dot[k] = age_tangent(
            matter, dark, equation, z_2, matter_dot, dark_dot, equation_dot, z_2_dot
        )
    count = len(redshifts)
    distances_dot = np.zeros(len(redshifts))
    distances = np.empty(len(redshifts))
    for k_2 in range(len(redshifts)):
        z_3_dot = redshifts_dot[k_2]
        z_3 = redshifts[k_2]
        distances[k_2], distances_dot[k_2] = distance_tangent(
            matter, dark, equation, z_3, matter_dot, dark_dot, equation_dot, z_3_dot
        )
    term_dot = np.empty_like(distances)
    term = np.empty_like(distances)
    for i in range(count):
        term_dot[i] = (
            5.0
            * (
                distances_dot[i] * (1.0 + redshifts[i])
                + distances[i] * redshifts_dot[i]
            )
            / (np.log(10.0) * distances[i] * (1.0 + redshifts[i]))
        )
        term[i] = 5.0 * np.log10(distances[i] * (1.0 + redshifts[i]))
    return ages, term, ages_dot, term_dot
