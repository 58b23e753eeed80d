import math

import numpy as np


def curvature(self_matter, self_dark, self_equation):
    return 1.0 - self_matter - self_dark


def rate(self_matter, self_dark, self_equation, z):
    s = 1.0 + z
    dark = self_dark * s ** (3.0 * (1.0 + self_equation))
    return np.sqrt(
        self_matter * s**3
        + curvature(self_matter, self_dark, self_equation) * s**2
        + dark
    )


def function(a, self_matter, self_dark, self_equation):
    return 1.0 / (a * rate(self_matter, self_dark, self_equation, 1.0 / a - 1.0))


def integrand(t, b, before, beyond, self_matter, self_dark, self_equation):
    if beyond and before:
        x = (1.0 - t) / t
        term = function(-x, self_matter, self_dark, self_equation)
        factor = function(x, self_matter, self_dark, self_equation) + term
        result = factor / (t * t)
    elif beyond:
        factor_2 = function(0.02 + (1.0 - t) / t, self_matter, self_dark, self_equation)
        result = factor_2 / (t * t)
    elif before:
        factor_3 = function(b - (1.0 - t) / t, self_matter, self_dark, self_equation)
        result = factor_3 / (t * t)
    else:
        result = function(t, self_matter, self_dark, self_equation)
    return result


def curvature_adjoint(result_bar):
    """The adjoints of self_matter, self_dark and self_equation in curvature."""
    return -result_bar, -result_bar, 0.0


def rate_adjoint(self_matter, self_dark, self_equation, z, result_bar):
    """The adjoints of self_matter, self_dark, self_equation and z in rate."""
    # forward sweep
    s = 1.0 + z
    power = s ** (3.0 * (1.0 + self_equation))
    dark = self_dark * power
    curvature_result = curvature(self_matter, self_dark, self_equation)
    value = np.sqrt(self_matter * s**3 + curvature_result * s**2 + dark)

    # reverse sweep
    sum_bar = result_bar / (2.0 * value)
    s_bar = (3.0 * s**2 * self_matter + 2.0 * s * curvature_result) * sum_bar
    curvature_result_bar = s**2 * sum_bar
    self_matter_bar, self_dark_bar, self_equation_bar = curvature_adjoint(
        curvature_result_bar
    )
    self_matter_bar += s**3 * sum_bar
    self_dark_bar += power * sum_bar
    power_bar = self_dark * sum_bar
    factor = (
        3.0 * (1.0 + self_equation) * s ** (3.0 * (1.0 + self_equation) - 1.0)
        if 3.0 * (1.0 + self_equation) != 0.0
        else 0.0
    )
    s_bar += factor * power_bar
    self_equation_bar += (
        3.0
        * (power * math.log(s) if s > 0.0 else 0.0 if s == 0.0 else math.nan)
        * power_bar
    )
    return self_matter_bar, self_dark_bar, self_equation_bar, s_bar


def function_adjoint(a, self_matter, self_dark, self_equation, result_bar):
    """The adjoints of a, self_matter, self_dark and self_equation in function."""
    # forward sweep
    quotient = 1.0 / a
    rate_result = rate(self_matter, self_dark, self_equation, quotient - 1.0)

    # reverse sweep
    product_bar = -result_bar / (a * rate_result) / (a * rate_result)
    rate_result_bar = a * product_bar
    self_matter_bar, self_dark_bar, self_equation_bar, z_bar = rate_adjoint(
        self_matter, self_dark, self_equation, quotient - 1.0, rate_result_bar
    )
    a_bar = rate_result * product_bar - quotient * z_bar / a
    return a_bar, self_matter_bar, self_dark_bar, self_equation_bar


def integrand_adjoint(
    t, b, before, beyond, self_matter, self_dark, self_equation, result_bar
):
    """The adjoints of t, b, self_matter, self_dark and self_equation in integrand."""
    # forward sweep
    if beyond and before:
        x = (1.0 - t) / t
        function_result = function(x, self_matter, self_dark, self_equation)
        function_result_2 = function(-x, self_matter, self_dark, self_equation)
        quotient = (function_result + function_result_2) / (t * t)
    elif beyond:
        quotient_2 = (1.0 - t) / t
        function_result = function(
            0.02 + quotient_2, self_matter, self_dark, self_equation
        )
        quotient_3 = function_result / (t * t)
    elif before:
        quotient_4 = (1.0 - t) / t
        function_result = function(
            b - quotient_4, self_matter, self_dark, self_equation
        )
        quotient_5 = function_result / (t * t)

    # reverse sweep
    b_bar = 0.0
    if beyond and before:
        numerator_bar_2 = result_bar / (t * t)
        a_bar, self_matter_bar, self_dark_bar, self_equation_bar = function_adjoint(
            -x, self_matter, self_dark, self_equation, numerator_bar_2
        )
        x_bar, self_matter_bar_part, self_dark_bar_part, self_equation_bar_part = (
            function_adjoint(x, self_matter, self_dark, self_equation, numerator_bar_2)
        )
        self_matter_bar += self_matter_bar_part
        self_dark_bar += self_dark_bar_part
        self_equation_bar += self_equation_bar_part
        numerator_bar = (x_bar - a_bar) / t
        t_bar = -(2.0 * t * quotient * numerator_bar_2 + (1.0 + x) * numerator_bar)
    elif beyond:
        numerator_bar = result_bar / (t * t)
        a_bar, self_matter_bar, self_dark_bar, self_equation_bar = function_adjoint(
            0.02 + quotient_2, self_matter, self_dark, self_equation, numerator_bar
        )
        numerator_bar_2 = a_bar / t
        t_bar = -(2.0 * t * quotient_3 * numerator_bar + numerator_bar_2)
        t_bar -= quotient_2 * numerator_bar_2
    elif before:
        numerator_bar = result_bar / (t * t)
        a_bar, self_matter_bar, self_dark_bar, self_equation_bar = function_adjoint(
            b - quotient_4, self_matter, self_dark, self_equation, numerator_bar
        )
        b_bar += a_bar
        numerator_bar_2 = -a_bar / t
        t_bar = -(2.0 * t * quotient_5 * numerator_bar + numerator_bar_2)
        t_bar -= quotient_4 * numerator_bar_2
    else:
        t_bar, self_matter_bar, self_dark_bar, self_equation_bar = function_adjoint(
            t, self_matter, self_dark, self_equation, result_bar
        )
    return t_bar, b_bar, self_matter_bar, self_dark_bar, self_equation_bar


def kronrod_adjoint(
    b, before, beyond, self_matter, self_dark, self_equation, low, high, result_bar
):
    """The adjoints of b, self_matter, self_dark, self_equation, low and high in
    kronrod.
    """
    # forward sweep
    center = 0.5 * (low + high)
    half = 0.5 * (high - low)
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
        integrand_result = integrand(
            center + half * place,
            b,
            before,
            beyond,
            self_matter,
            self_dark,
            self_equation,
        )
        total += weight * integrand_result

    # reverse sweep
    half_bar = total * result_bar
    total_bar = half * result_bar

    # forward and reverse in one sweep: the iterations are independent
    center_bar = 0.0
    self_equation_bar = 0.0
    self_dark_bar = 0.0
    self_matter_bar = 0.0
    b_bar = 0.0
    for k in range(21):
        place = table[k, 0]
        weight = table[k, 1]
        integrand_result_bar = weight * total_bar
        (
            t_bar,
            b_bar_part,
            self_matter_bar_part,
            self_dark_bar_part,
            self_equation_bar_part,
        ) = integrand_adjoint(
            center + half * place,
            b,
            before,
            beyond,
            self_matter,
            self_dark,
            self_equation,
            integrand_result_bar,
        )
        center_bar += t_bar
        half_bar += place * t_bar
        b_bar += b_bar_part
        self_matter_bar += self_matter_bar_part
        self_dark_bar += self_dark_bar_part
        self_equation_bar += self_equation_bar_part
    high_bar = 0.5 * half_bar + 0.5 * center_bar
    low_bar = 0.5 * center_bar - 0.5 * half_bar
    return b_bar, self_matter_bar, self_dark_bar, self_equation_bar, low_bar, high_bar


def integral_adjoint(
    b,
    before,
    beyond,
    self_matter,
    self_dark,
    self_equation,
    low,
    high,
    parts,
    result_bar,
):
    """The adjoints of b, self_matter, self_dark, self_equation, low and high in
    integral.
    """
    # forward and reverse in one sweep: the iterations are independent
    high_bar = 0.0
    low_bar = 0.0
    self_equation_bar = 0.0
    self_dark_bar = 0.0
    self_matter_bar = 0.0
    b_bar = 0.0
    for k in range(len(parts)):
        power = 0.5 ** parts[k, 1]
        width = (high - low) * power
        start = low + width * parts[k, 0]
        (
            b_bar_part,
            self_matter_bar_part,
            self_dark_bar_part,
            self_equation_bar_part,
            start_bar,
            high_bar_part,
        ) = kronrod_adjoint(
            b,
            before,
            beyond,
            self_matter,
            self_dark,
            self_equation,
            start,
            start + width,
            result_bar,
        )
        b_bar += b_bar_part
        self_matter_bar += self_matter_bar_part
        self_dark_bar += self_dark_bar_part
        self_equation_bar += self_equation_bar_part
        start_bar += high_bar_part
        width_bar = high_bar_part + parts[k, 0] * start_bar
        high_bar += power * width_bar
        low_bar += start_bar - power * width_bar
    return b_bar, self_matter_bar, self_dark_bar, self_equation_bar, low_bar, high_bar


def kronrod(b, before, beyond, self_matter, self_dark, self_equation, low, high):
    """An integral by 21 points."""
    center = 0.5 * (low + high)
    half = 0.5 * (high - low)
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
        factor = integrand(
            center + half * place,
            b,
            before,
            beyond,
            self_matter,
            self_dark,
            self_equation,
        )
        total += weight * factor
    return half * total


def kronrod_error(b, before, beyond, self_matter, self_dark, self_equation, low, high):
    """An error of an integral by 21 points, from what 10 of them give."""
    center = 0.5 * (low + high)
    half = 0.5 * (high - low)
    value = kronrod(b, before, beyond, self_matter, self_dark, self_equation, low, high)
    mean = 0.5 * value / half if half != 0.0 else 0.0
    coarse = 0.0
    size = 0.0
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
        height = integrand(
            center + half * place,
            b,
            before,
            beyond,
            self_matter,
            self_dark,
            self_equation,
        )
        coarse += other * height
        size += weight * abs(height)
        spread += weight * abs(height - mean)
    error = abs(value - half * coarse)
    spread = abs(half) * spread
    size = abs(half) * size
    if spread != 0.0 and error != 0.0:
        error = spread * min(1.0, (200.0 * error / spread) ** 1.5)
    return max(error, 50.0 * 2.0**-52 * size)


def partition(b, before, beyond, self_matter, self_dark, self_equation, low, high):
    """Parts of an interval, each by its number and how often the whole was halved.

    The one of the largest error is halved.
    """
    parts = np.zeros((50, 2), dtype=np.int64)
    values = np.zeros(50)
    errors = np.zeros(50)
    values[0] = kronrod(
        b, before, beyond, self_matter, self_dark, self_equation, low, high
    )
    errors[0] = kronrod_error(
        b, before, beyond, self_matter, self_dark, self_equation, low, high
    )
    count = 1
    while np.sum(errors) > max(1.49e-08, 1.49e-08 * abs(np.sum(values))):
        if count == 50:
            raise NotImplementedError("quad of a function that is not smooth enough")
        worst = np.argmax(errors)
        number = 2 * parts[worst, 0]
        depth = parts[worst, 1] + 1
        width = (high - low) * 0.5**depth
        for k in range(2):
            i = worst if k == 0 else count
            parts[i, 0] = number + k
            parts[i, 1] = depth
            start = low + width * (number + k)
            values[i] = kronrod(
                b,
                before,
                beyond,
                self_matter,
                self_dark,
                self_equation,
                start,
                start + width,
            )
            errors[i] = kronrod_error(
                b,
                before,
                beyond,
                self_matter,
                self_dark,
                self_equation,
                start,
                start + width,
            )
        count += 1
    return parts[:count]


def age_adjoint(self_matter, self_dark, self_equation, z, result_bar):
    """The adjoints of self_matter, self_dark, self_equation and z in age."""
    # forward sweep
    b = 1 / (1 + z)
    beyond = b == math.inf
    before = 0.02 == -math.inf
    if beyond or before:
        row = np.array([0.0, 1.0])
        row_bar = np.zeros_like(row)
    else:
        row = np.array([1.0 * 0.02, 1.0 * b])
        row_bar = np.zeros_like(row)
    if len(row) != 2:
        raise ValueError("row is unpacked into 2 names")
    low = row[0]
    high = row[1]
    parts = partition(
        b, before, beyond, self_matter, self_dark, self_equation, low, high
    )

    # reverse sweep
    b_bar, self_matter_bar, self_dark_bar, self_equation_bar, low_bar, high_bar = (
        integral_adjoint(
            b,
            before,
            beyond,
            self_matter,
            self_dark,
            self_equation,
            low,
            high,
            parts,
            result_bar,
        )
    )
    row_bar[1] += high_bar
    row_bar[0] += low_bar
    if not (beyond or before):
        b_bar += row_bar[1]
    z_bar = -b * b_bar / (1 + z)
    return self_matter_bar, self_dark_bar, self_equation_bar, z_bar


def function_2(x, self_matter, self_dark, self_equation):
    return 1.0 / rate(self_matter, self_dark, self_equation, x)


def integrand_2(t, b, before, beyond, self_matter, self_dark, self_equation):
    if beyond and before:
        x = (1.0 - t) / t
        term = function_2(-x, self_matter, self_dark, self_equation)
        factor = function_2(x, self_matter, self_dark, self_equation) + term
        result = factor / (t * t)
    elif beyond:
        factor_2 = function_2(
            0.0 + (1.0 - t) / t, self_matter, self_dark, self_equation
        )
        result = factor_2 / (t * t)
    elif before:
        factor_3 = function_2(b - (1.0 - t) / t, self_matter, self_dark, self_equation)
        result = factor_3 / (t * t)
    else:
        result = function_2(t, self_matter, self_dark, self_equation)
    return result


def kronrod_2(b, before, beyond, self_matter, self_dark, self_equation, low, high):
    """An integral by 21 points."""
    center = 0.5 * (low + high)
    half = 0.5 * (high - low)
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
        factor = integrand_2(
            center + half * place,
            b,
            before,
            beyond,
            self_matter,
            self_dark,
            self_equation,
        )
        total += weight * factor
    return half * total


def integral_2(
    b, before, beyond, self_matter, self_dark, self_equation, low, high, parts
):
    """The integral over all parts of an interval."""
    value = 0.0
    for k in range(len(parts)):
        width = (high - low) * 0.5 ** parts[k, 1]
        start = low + width * parts[k, 0]
        value += kronrod_2(
            b,
            before,
            beyond,
            self_matter,
            self_dark,
            self_equation,
            start,
            start + width,
        )
    return value


def kronrod_error_2(
    b, before, beyond, self_matter, self_dark, self_equation, low, high
):
    """An error of an integral by 21 points, from what 10 of them give."""
    center = 0.5 * (low + high)
    half = 0.5 * (high - low)
    value = kronrod_2(
        b, before, beyond, self_matter, self_dark, self_equation, low, high
    )
    mean = 0.5 * value / half if half != 0.0 else 0.0
    coarse = 0.0
    size = 0.0
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
        height = integrand_2(
            center + half * place,
            b,
            before,
            beyond,
            self_matter,
            self_dark,
            self_equation,
        )
        coarse += other * height
        size += weight * abs(height)
        spread += weight * abs(height - mean)
    error = abs(value - half * coarse)
    spread = abs(half) * spread
    size = abs(half) * size
    if spread != 0.0 and error != 0.0:
        error = spread * min(1.0, (200.0 * error / spread) ** 1.5)
    return max(error, 50.0 * 2.0**-52 * size)


def partition_2(b, before, beyond, self_matter, self_dark, self_equation, low, high):
    """Parts of an interval, each by its number and how often the whole was halved.

    The one of the largest error is halved.
    """
    parts = np.zeros((50, 2), dtype=np.int64)
    values = np.zeros(50)
    errors = np.zeros(50)
    values[0] = kronrod_2(
        b, before, beyond, self_matter, self_dark, self_equation, low, high
    )
    errors[0] = kronrod_error_2(
        b, before, beyond, self_matter, self_dark, self_equation, low, high
    )
    count = 1
    while np.sum(errors) > max(1.49e-08, 1.49e-08 * abs(np.sum(values))):
        if count == 50:
            raise NotImplementedError("quad of a function that is not smooth enough")
        worst = np.argmax(errors)
        number = 2 * parts[worst, 0]
        depth = parts[worst, 1] + 1
        width = (high - low) * 0.5**depth
        for k in range(2):
            i = worst if k == 0 else count
            parts[i, 0] = number + k
            parts[i, 1] = depth
            start = low + width * (number + k)
            values[i] = kronrod_2(
                b,
                before,
                beyond,
                self_matter,
                self_dark,
                self_equation,
                start,
                start + width,
            )
            errors[i] = kronrod_error_2(
                b,
                before,
                beyond,
                self_matter,
                self_dark,
                self_equation,
                start,
                start + width,
            )
        count += 1
    return parts[:count]


def distance(self_matter, self_dark, self_equation, z):
    beyond = z == math.inf
    before = 0.0 == -math.inf
    row = np.array([0.0, 1.0]) if beyond or before else np.array([1.0 * 0.0, 1.0 * z])
    if len(row) != 2:
        raise ValueError("row is unpacked into 2 names")
    low = row[0]
    high = row[1]
    parts = partition_2(
        z, before, beyond, self_matter, self_dark, self_equation, low, high
    )
    along = integral_2(
        z, before, beyond, self_matter, self_dark, self_equation, low, high, parts
    )
    root = np.sqrt(abs(curvature(self_matter, self_dark, self_equation)))
    if curvature(self_matter, self_dark, self_equation) > 0.0:
        result = np.sinh(root * along) / root
    else:
        result = np.sin(root * along) / root
    return result


def function_2_adjoint(x, self_matter, self_dark, self_equation, result_bar):
    """The adjoints of x, self_matter, self_dark and self_equation in function_2."""
    # forward sweep
    rate_result = rate(self_matter, self_dark, self_equation, x)

    # reverse sweep
    rate_result_bar = -result_bar / rate_result / rate_result
    self_matter_bar, self_dark_bar, self_equation_bar, x_bar = rate_adjoint(
        self_matter, self_dark, self_equation, x, rate_result_bar
    )
    return x_bar, self_matter_bar, self_dark_bar, self_equation_bar


def integrand_2_adjoint(
    t, b, before, beyond, self_matter, self_dark, self_equation, result_bar
):
    """The adjoints of t, b, self_matter, self_dark and self_equation in integrand_2."""
    # forward sweep
    if beyond and before:
        x = (1.0 - t) / t
        function_2_result = function_2(x, self_matter, self_dark, self_equation)
        function_2_result_2 = function_2(-x, self_matter, self_dark, self_equation)
        quotient = (function_2_result + function_2_result_2) / (t * t)
    elif beyond:
        quotient_2 = (1.0 - t) / t
        function_2_result = function_2(
            0.0 + quotient_2, self_matter, self_dark, self_equation
        )
        quotient_3 = function_2_result / (t * t)
    elif before:
        quotient_4 = (1.0 - t) / t
        function_2_result = function_2(
            b - quotient_4, self_matter, self_dark, self_equation
        )
        quotient_5 = function_2_result / (t * t)

    # reverse sweep
    b_bar = 0.0
    if beyond and before:
        numerator_bar_2 = result_bar / (t * t)
        x_bar, self_matter_bar, self_dark_bar, self_equation_bar = function_2_adjoint(
            -x, self_matter, self_dark, self_equation, numerator_bar_2
        )
        x_bar_part, self_matter_bar_part, self_dark_bar_part, self_equation_bar_part = (
            function_2_adjoint(
                x, self_matter, self_dark, self_equation, numerator_bar_2
            )
        )
        self_matter_bar += self_matter_bar_part
        self_dark_bar += self_dark_bar_part
        self_equation_bar += self_equation_bar_part
        numerator_bar = (x_bar_part - x_bar) / t
        t_bar = -(2.0 * t * quotient * numerator_bar_2 + (1.0 + x) * numerator_bar)
    elif beyond:
        numerator_bar = result_bar / (t * t)
        x_bar, self_matter_bar, self_dark_bar, self_equation_bar = function_2_adjoint(
            0.0 + quotient_2, self_matter, self_dark, self_equation, numerator_bar
        )
        numerator_bar_2 = x_bar / t
        t_bar = -(2.0 * t * quotient_3 * numerator_bar + numerator_bar_2)
        t_bar -= quotient_2 * numerator_bar_2
    elif before:
        numerator_bar = result_bar / (t * t)
        x_bar, self_matter_bar, self_dark_bar, self_equation_bar = function_2_adjoint(
            b - quotient_4, self_matter, self_dark, self_equation, numerator_bar
        )
        b_bar += x_bar
        numerator_bar_2 = -x_bar / t
        t_bar = -(2.0 * t * quotient_5 * numerator_bar + numerator_bar_2)
        t_bar -= quotient_4 * numerator_bar_2
    else:
        t_bar, self_matter_bar, self_dark_bar, self_equation_bar = function_2_adjoint(
            t, self_matter, self_dark, self_equation, result_bar
        )
    return t_bar, b_bar, self_matter_bar, self_dark_bar, self_equation_bar


def kronrod_2_adjoint(
    b, before, beyond, self_matter, self_dark, self_equation, low, high, result_bar
):
    """The adjoints of b, self_matter, self_dark, self_equation, low and high in
    kronrod_2.
    """
    # forward sweep
    center = 0.5 * (low + high)
    half = 0.5 * (high - low)
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
        integrand_2_result = integrand_2(
            center + half * place,
            b,
            before,
            beyond,
            self_matter,
            self_dark,
            self_equation,
        )
        total += weight * integrand_2_result

    # reverse sweep
    half_bar = total * result_bar
    total_bar = half * result_bar

    # forward and reverse in one sweep: the iterations are independent
    center_bar = 0.0
    self_equation_bar = 0.0
    self_dark_bar = 0.0
    self_matter_bar = 0.0
    b_bar = 0.0
    for k in range(21):
        place = table[k, 0]
        weight = table[k, 1]
        integrand_2_result_bar = weight * total_bar
        (
            t_bar,
            b_bar_part,
            self_matter_bar_part,
            self_dark_bar_part,
            self_equation_bar_part,
        ) = integrand_2_adjoint(
            center + half * place,
            b,
            before,
            beyond,
            self_matter,
            self_dark,
            self_equation,
            integrand_2_result_bar,
        )
        center_bar += t_bar
        half_bar += place * t_bar
        b_bar += b_bar_part
        self_matter_bar += self_matter_bar_part
        self_dark_bar += self_dark_bar_part
        self_equation_bar += self_equation_bar_part
    high_bar = 0.5 * half_bar + 0.5 * center_bar
    low_bar = 0.5 * center_bar - 0.5 * half_bar
    return b_bar, self_matter_bar, self_dark_bar, self_equation_bar, low_bar, high_bar


def integral_2_adjoint(
    b,
    before,
    beyond,
    self_matter,
    self_dark,
    self_equation,
    low,
    high,
    parts,
    result_bar,
):
    """The adjoints of b, self_matter, self_dark, self_equation, low and high in
    integral_2.
    """
    # forward and reverse in one sweep: the iterations are independent
    high_bar = 0.0
    low_bar = 0.0
    self_equation_bar = 0.0
    self_dark_bar = 0.0
    self_matter_bar = 0.0
    b_bar = 0.0
    for k in range(len(parts)):
        power = 0.5 ** parts[k, 1]
        width = (high - low) * power
        start = low + width * parts[k, 0]
        (
            b_bar_part,
            self_matter_bar_part,
            self_dark_bar_part,
            self_equation_bar_part,
            start_bar,
            high_bar_part,
        ) = kronrod_2_adjoint(
            b,
            before,
            beyond,
            self_matter,
            self_dark,
            self_equation,
            start,
            start + width,
            result_bar,
        )
        b_bar += b_bar_part
        self_matter_bar += self_matter_bar_part
        self_dark_bar += self_dark_bar_part
        self_equation_bar += self_equation_bar_part
        start_bar += high_bar_part
        width_bar = high_bar_part + parts[k, 0] * start_bar
        high_bar += power * width_bar
        low_bar += start_bar - power * width_bar
    return b_bar, self_matter_bar, self_dark_bar, self_equation_bar, low_bar, high_bar


def distance_adjoint(self_matter, self_dark, self_equation, z, result_bar):
    """The adjoints of self_matter, self_dark, self_equation and z in distance."""
    # forward sweep
    beyond = z == math.inf
    before = 0.0 == -math.inf
    if beyond or before:
        row = np.array([0.0, 1.0])
        row_bar = np.zeros_like(row)
    else:
        row = np.array([1.0 * 0.0, 1.0 * z])
        row_bar = np.zeros_like(row)
    if len(row) != 2:
        raise ValueError("row is unpacked into 2 names")
    low = row[0]
    high = row[1]
    parts = partition_2(
        z, before, beyond, self_matter, self_dark, self_equation, low, high
    )
    along = integral_2(
        z, before, beyond, self_matter, self_dark, self_equation, low, high, parts
    )
    curvature_result = curvature(self_matter, self_dark, self_equation)
    root = np.sqrt(abs(curvature_result))
    if curvature(self_matter, self_dark, self_equation) > 0.0:
        quotient = np.sinh(root * along) / root
    else:
        quotient_2 = np.sin(root * along) / root

    # reverse sweep
    if curvature(self_matter, self_dark, self_equation) > 0.0:
        numerator_bar = result_bar / root
        product_bar = np.cosh(root * along) * numerator_bar
        root_bar = along * product_bar - quotient * numerator_bar
        along_bar = root * product_bar
    else:
        numerator_bar = result_bar / root
        product_bar = np.cos(root * along) * numerator_bar
        root_bar = along * product_bar - quotient_2 * numerator_bar
        along_bar = root * product_bar
    curvature_result_bar = (
        (1.0 if curvature_result > 0.0 else -1.0 if curvature_result < 0.0 else 0.0)
        * root_bar
        / (2.0 * root)
    )
    self_matter_bar, self_dark_bar, self_equation_bar = curvature_adjoint(
        curvature_result_bar
    )
    (
        z_bar,
        self_matter_bar_part,
        self_dark_bar_part,
        self_equation_bar_part,
        low_bar,
        high_bar,
    ) = integral_2_adjoint(
        z,
        before,
        beyond,
        self_matter,
        self_dark,
        self_equation,
        low,
        high,
        parts,
        along_bar,
    )
    self_matter_bar += self_matter_bar_part
    self_dark_bar += self_dark_bar_part
    self_equation_bar += self_equation_bar_part
    row_bar[1] += high_bar
    row_bar[0] += low_bar
    if not (beyond or before):
        z_bar += row_bar[1]
    return self_matter_bar, self_dark_bar, self_equation_bar, z_bar


def age_of_the_universe_vjp(
    matter, dark, equation, redshifts, result_0_bar, result_1_bar
):
    """The adjoints of matter, dark, equation and redshifts of age_of_the_universe,
    for the adjoint of its result.
    """
    # forward sweep
    count = len(redshifts)
    distances = np.empty(len(redshifts))
    for k_2 in range(len(redshifts)):
        z_3 = redshifts[k_2]
        distances[k_2] = distance(matter, dark, equation, z_3)

    # reverse sweep
    redshifts_bar = np.empty_like(redshifts)
    ages_bar = result_0_bar.copy()
    term_bar = result_1_bar.copy()
    distances_bar = np.empty_like(distances)
    for i in range(count):
        product_bar = (
            5.0 * term_bar[i] / (np.log(10.0) * distances[i] * (1.0 + redshifts[i]))
        )
        distances_bar[i] = (1.0 + redshifts[i]) * product_bar
        redshifts_bar[i] = distances[i] * product_bar

    # forward and reverse in one sweep: the iterations are independent
    equation_bar = 0.0
    dark_bar = 0.0
    matter_bar = 0.0
    for k_2 in range(len(redshifts)):
        z_3 = redshifts[k_2]
        matter_bar_part, dark_bar_part, equation_bar_part, z_3_bar = distance_adjoint(
            matter, dark, equation, z_3, distances_bar[k_2]
        )
        matter_bar += matter_bar_part
        dark_bar += dark_bar_part
        equation_bar += equation_bar_part
        redshifts_bar[k_2] += z_3_bar

    # forward and reverse in one sweep: the iterations are independent
    for k in range(len(redshifts)):
        z_2 = redshifts[k]
        matter_bar_part, dark_bar_part, equation_bar_part, z_2_bar = age_adjoint(
            matter, dark, equation, z_2, ages_bar[k]
        )
        matter_bar += matter_bar_part
        dark_bar += dark_bar_part
        equation_bar += equation_bar_part
        redshifts_bar[k] += z_2_bar
    return matter_bar, dark_bar, equation_bar, redshifts_bar
