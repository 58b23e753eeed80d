import math

import numpy as np


def log_gamma_near_two(w):
    """The logarithm of gamma(2 + w) for w between -0.5 and 0.5."""
    tail = -2.7595228851242334e-10 * w
    tail = (-1.1921401405860912e-09 + (5.731367241678862e-10 + tail) * w) * w
    tail = (-5.183475041970047e-09 + (2.4836745438024785e-09 + tail) * w) * w
    tail = (-2.2711094608943164e-08 + (1.0838659214896955e-08 + tail) * w) * w
    tail = (-1.0043224823968099e-07 + (4.7698101693639804e-08 + tail) * w) * w
    tail = (-4.492469198764566e-07 + (2.1207184805554665e-07 + tail) * w) * w
    tail = (-2.039215753801366e-06 + (9.55141213040742e-07 + tail) * w) * w
    tail = (-9.439488275268397e-06 + (4.374866789907488e-06 + tail) * w) * w
    tail = (-4.492623673813314e-05 + (2.050721277567069e-05 + tail) * w) * w
    tail = (-0.00022315475845357939 + (9.945751278180853e-05 + tail) * w) * w
    tail = (-0.001192753911703261 + (0.0005096695247430425 + tail) * w) * w
    tail = (-0.007385551028673986 + (0.0028905103307415234 + tail) * w) * w
    tail = (-0.0673523010531981 + (0.020580808427784546 + tail) * w) * w
    tail = (0.42278433509846713 + (0.3224670334241132 + tail) * w) * w
    return tail


def log_gamma_positive(x):
    """The logarithm of gamma for x > 0."""
    if x > 1e17:
        result = x * (math.log(x) - 1.0)
    elif x > 10.0:
        stirling = (x - 0.5) * math.log(x) - x + 0.5 * math.log(2.0 * math.pi)
        w = 1.0 / (x * x)
        term = w * (691.0 / 360360.0 - w * (1.0 / 156.0 - w * 0.0296))
        tail = 1.0 / 1188.0 - term
        tail = 1.0 / 1260.0 - w * (1.0 / 1680.0 - w * tail)
        result = stirling + (1.0 / 12.0 - w * (1.0 / 360.0 - w * tail)) / x
    elif x < 0.5:
        result = log_gamma_near_two(x) - math.log1p(x) - math.log(x)
    elif x < 1.5:
        result = log_gamma_near_two(x - 1.0) - math.log1p(x - 1.0)
    else:
        factor = 1.0
        while x > 2.5:
            x -= 1.0
            factor *= x
        result = log_gamma_near_two(x - 2.0) + math.log(factor)
    return result


def gammaln(x):
    """The logarithm of the absolute value of the gamma function:
    scipy.special.gammaln(x).
    """
    if x > 0.0:
        result = log_gamma_positive(x)
    else:
        distance = x - np.floor(x + 0.5)
        if distance == 0.0 or x < -1e16:
            result = math.inf if x > -math.inf else x
        else:
            sine = abs(math.sin(math.pi * distance))
            result = (
                math.log(math.pi / sine) - math.log(abs(x)) - log_gamma_positive(-x)
            )
    return result


def stirling_ratio(b, a):
    """The logarithm of gamma(b) / gamma(a + b), for b > 10 and a > 0."""
    w = 1.0 / (b * b)
    tail = 1.0 / 1188.0 - w * (691.0 / 360360.0 - w * (1.0 / 156.0 - w * 0.0296))
    tail = 1.0 / 1260.0 - w * (1.0 / 1680.0 - w * tail)
    x = a + b
    w_2 = 1.0 / (x * x)
    term = w_2 * (691.0 / 360360.0 - w_2 * (1.0 / 156.0 - w_2 * 0.0296))
    tail_2 = 1.0 / 1188.0 - term
    tail_2 = 1.0 / 1260.0 - w_2 * (1.0 / 1680.0 - w_2 * tail_2)
    term_2 = (1.0 / 12.0 - w_2 * (1.0 / 360.0 - w_2 * tail_2)) / x
    tails = (1.0 / 12.0 - w * (1.0 / 360.0 - w * tail)) / b - term_2
    return tails - (b - 0.5) * math.log1p(a / b) + a - a * math.log(a + b)


def betaln(a, b):
    """The logarithm of the absolute value of the beta function:
    scipy.special.betaln(a, b).
    """
    small = min(a, b)
    large = max(a, b)
    if small > 10.0:
        half = 0.5 * math.log(2.0 * math.pi / large)
        w = 1.0 / (small * small)
        tail = 1.0 / 1188.0 - w * (691.0 / 360360.0 - w * (1.0 / 156.0 - w * 0.0296))
        tail = 1.0 / 1260.0 - w * (1.0 / 1680.0 - w * tail)
        w_2 = 1.0 / (large * large)
        term = w_2 * (691.0 / 360360.0 - w_2 * (1.0 / 156.0 - w_2 * 0.0296))
        tail_2 = 1.0 / 1188.0 - term
        tail_2 = 1.0 / 1260.0 - w_2 * (1.0 / 1680.0 - w_2 * tail_2)
        x = a + b
        w_3 = 1.0 / (x * x)
        term_2 = w_3 * (691.0 / 360360.0 - w_3 * (1.0 / 156.0 - w_3 * 0.0296))
        tail_3 = 1.0 / 1188.0 - term_2
        tail_3 = 1.0 / 1260.0 - w_3 * (1.0 / 1680.0 - w_3 * tail_3)
        tails = (
            (1.0 / 12.0 - w * (1.0 / 360.0 - w * tail)) / small
            + (1.0 / 12.0 - w_2 * (1.0 / 360.0 - w_2 * tail_2)) / large
            - (1.0 / 12.0 - w_3 * (1.0 / 360.0 - w_3 * tail_3)) / x
        )
        first = (small - 0.5) * math.log(small / (a + b))
        result = half + tails + first - large * math.log1p(small / large)
    elif small > 0.0 and large > 10.0:
        result = gammaln(small) + stirling_ratio(large, small)
    else:
        result = gammaln(a) + gammaln(b) - gammaln(a + b)
    return result


def beta_2(a, b):
    """The beta function: scipy.special.beta(a, b)."""
    if max(abs(a), abs(b)) <= 10.0:
        total = a + b
        if total <= 0.0 and total == np.floor(total) and a != np.floor(a):
            result = 0.0
        else:
            result = math.gamma(a) / math.gamma(total) * math.gamma(b)
    elif min(a, b) > 0.0:
        result = math.exp(betaln(a, b))
    else:
        x = a + b
        result = (
            (1.0 if a > 0.0 or np.floor(a) % 2.0 == 0.0 else -1.0)
            * (1.0 if b > 0.0 or np.floor(b) % 2.0 == 0.0 else -1.0)
            * (1.0 if x > 0.0 or np.floor(x) % 2.0 == 0.0 else -1.0)
            * math.exp(betaln(a, b))
        )
    return result


def log_excess(d):
    """d - log(1 + d) for small d, by the series of DLMF 4.6.4."""
    r = d / (2.0 + d)
    w = r * r
    total = 0.0
    for k in range(31, 1, -2):
        total = 1.0 / k + w * total
    return r * d - 2.0 * r * w * total


def beta_power(a, b, x):
    """x**a * (1 - x)**b / beta(a, b)."""
    if max(a, b) <= 10.0:
        result = x**a * (1.0 - x) ** b / beta_2(a, b)
    elif min(a, b) <= 10.0:
        result = math.exp(a * math.log(x) + b * math.log1p(-x) - betaln(a, b))
    else:
        y = a / (a + b)
        d = (x - y) / y
        x_2 = 1.0 - x
        y_2 = b / (a + b)
        d_2 = (x_2 - y_2) / y_2
        factor = log_excess(d_2) if abs(d_2) < 0.4 else d_2 - math.log(x_2 / y_2)
        term = b * factor
        excess = a * (log_excess(d) if abs(d) < 0.4 else d - math.log(x / y)) + term
        w = 1.0 / (a * a)
        term_2 = w * (691.0 / 360360.0 - w * (1.0 / 156.0 - w * 0.0296))
        tail = 1.0 / 1188.0 - term_2
        tail = 1.0 / 1260.0 - w * (1.0 / 1680.0 - w * tail)
        w_2 = 1.0 / (b * b)
        term_3 = w_2 * (691.0 / 360360.0 - w_2 * (1.0 / 156.0 - w_2 * 0.0296))
        tail_2 = 1.0 / 1188.0 - term_3
        tail_2 = 1.0 / 1260.0 - w_2 * (1.0 / 1680.0 - w_2 * tail_2)
        x_3 = a + b
        w_3 = 1.0 / (x_3 * x_3)
        term_4 = w_3 * (691.0 / 360360.0 - w_3 * (1.0 / 156.0 - w_3 * 0.0296))
        tail_3 = 1.0 / 1188.0 - term_4
        tail_3 = 1.0 / 1260.0 - w_3 * (1.0 / 1680.0 - w_3 * tail_3)
        tails = (
            (1.0 / 12.0 - w * (1.0 / 360.0 - w * tail)) / a
            + (1.0 / 12.0 - w_2 * (1.0 / 360.0 - w_2 * tail_2)) / b
            - (1.0 / 12.0 - w_3 * (1.0 / 360.0 - w_3 * tail_3)) / x_3
        )
        scale = math.sqrt(a * b / (2.0 * math.pi * (a + b)))
        result = scale * math.exp(-excess - tails)
    return result


def beta_fraction(a, b, x):
    """The incomplete beta function by its continued fraction, for small x."""
    c = 1e300
    d = 1.0
    value = 1.0
    for k in range(1, 100000):
        half = k // 2
        if k % 2 == 0:
            numerator = half * (b - half) * x / ((a + k - 1.0) * (a + k))
        else:
            numerator = -(a + half) * (a + b + half) * x / ((a + k - 1.0) * (a + k))
        d = 1.0 / (1.0 + numerator * d)
        c = 1.0 + numerator / c
        value *= c * d
        if abs(c * d - 1.0) < 2e-16:
            break
    return beta_power(a, b, x) / a * value


def betainc(a, b, x):
    """The regularised incomplete beta function: scipy.special.betainc(a, b, x)."""
    if not (a > 0.0 and b > 0.0 and 0.0 <= x <= 1.0):
        result = math.nan
    elif x == 0.0 or x == 1.0:
        result = x
    elif x * (a + b + 2.0) < a + 1.0:
        result = beta_fraction(a, b, x)
    else:
        result = 1.0 - beta_fraction(b, a, 1.0 - x)
    return result


def digamma(x):
    """The derivative of lgamma, written so that its own derivatives are good too."""
    total = 0.0
    y = x
    if y < 0.0:
        angle = math.pi * (y - math.floor(y + 0.5))
        total -= math.pi * math.cos(angle) / math.sin(angle)
        y = 1.0 - y
    if y < 12.0:
        n = math.ceil(12.0 - y)
        for k in range(n):
            total -= 1.0 / (y + k)
        y += n
    w = 1.0 / (y * y)
    tail = 1.0 / 240.0 - w * (1.0 / 132.0 - w * (691.0 / 32760.0 - w / 12.0))
    series = w * (1.0 / 12.0 - w * (1.0 / 120.0 - w * (1.0 / 252.0 - w * tail)))
    return total + math.log(y) - 0.5 / y - series


def psi(x):
    """The digamma function, the derivative of the logarithm of gamma:
    scipy.special.digamma(x).
    """
    return digamma(x) if x >= 0.0 or x != np.floor(x) else math.nan


def beta_fraction_by_orders(a, b, x):
    """The derivatives of that by a and by b."""
    c = 1e300
    d = 1.0
    value = 1.0
    c_by_a = 0.0
    c_by_b = 0.0
    d_by_a = 0.0
    d_by_b = 0.0
    by_a = 0.0
    by_b = 0.0
    for k in range(1, 100000):
        half = k // 2
        scale = x / ((a + k - 1.0) * (a + k))
        if k % 2 == 0:
            numerator = half * (b - half) * scale
            up_a = 0.0
            up_b = half * scale
        else:
            numerator = -(a + half) * (a + b + half) * scale
            up_a = -(2.0 * a + b + k - 1.0) * scale
            up_b = -(a + half) * scale
        up_a -= numerator * (1.0 / (a + k - 1.0) + 1.0 / (a + k))
        below = 1.0 / (1.0 + numerator * d)
        d_by_a = -(below**2) * (up_a * d + numerator * d_by_a)
        d_by_b = -(below**2) * (up_b * d + numerator * d_by_b)
        c_by_a = (up_a - numerator * c_by_a / c) / c
        c_by_b = (up_b - numerator * c_by_b / c) / c
        d = below
        c = 1.0 + numerator / c
        value *= c * d
        step_a = c_by_a / c + d_by_a / d
        step_b = c_by_b / c + d_by_b / d
        by_a += step_a
        by_b += step_b
        moved = abs(step_a) + abs(step_b)
        if abs(c * d - 1.0) < 2e-16 and moved < 1e-16 * (1.0 + abs(by_a) + abs(by_b)):
            break
    fraction = beta_power(a, b, x) / a * value
    more = psi(a + b)
    return (
        fraction * (math.log(x) - psi(a) + more - 1.0 / a + by_a),
        fraction * (math.log1p(-x) - psi(b) + more + by_b),
    )


def beta_by_orders(a, b, x):
    """The derivatives of the incomplete beta function by a and by b."""
    if not 0.0 < x < 1.0:
        result_0 = 0.0
        result_1 = 0.0
    elif x * (a + b + 2.0) < a + 1.0:
        beta_fraction_by_orders_0, beta_fraction_by_orders_1 = beta_fraction_by_orders(
            a, b, x
        )
        result_0 = beta_fraction_by_orders_0
        result_1 = beta_fraction_by_orders_1
    else:
        by_b, by_a = beta_fraction_by_orders(b, a, 1.0 - x)
        result_0 = -by_a
        result_1 = -by_b
    return result_0, result_1


def beta_density(a, b, x):
    """The derivative of the incomplete beta function by x:
    s2sad.library.special_incomplete.beta_density(a, b, x).
    """
    if x == 0.0 or x == 1.0:
        power = a if x == 0.0 else b
        result = power if power == 1.0 else 0.0 if power > 1.0 else math.inf
    else:
        result = beta_power(a, b, x) / (x * (1.0 - x))
    return result


def betainc_adjoint(a, b, x, z_bar):
    beta_by_orders_0, beta_by_orders_1 = beta_by_orders(a, b, x)
    beta_by_orders_0_2, beta_by_orders_1_2 = beta_by_orders(a, b, x)
    return (
        beta_by_orders_0 * z_bar,
        beta_by_orders_1_2 * z_bar,
        beta_density(a, b, x) * z_bar,
    )


def betaln_adjoint(a, b, z_bar):
    return (psi(a) - psi(a + b)) * z_bar, (psi(b) - psi(a + b)) * z_bar


def exp_square(scale, x):
    """exp(scale * x**2), the square in parts so that its rounding is not magnified."""
    if not abs(x) < 40.0:
        result = math.exp(scale * x * x)
    else:
        high = math.floor(16.0 * x) / 16.0
        factor = math.exp(scale * (x - high) * (x + high))
        result = math.exp(scale * high * high) * factor
    return result


def erfcx_repeated(n, x):
    """exp(x**2) times the n-th repeated integral of erfc:
    s2sad.library.special_error.erfcx_repeated(n, x).
    """
    before = 2.0 / math.sqrt(math.pi)
    if x > 2.0:
        ratio = 0.0
        value = before
        for k in range(n + 20 + int(180.0 / (x * x)), -1, -1):
            ratio = 0.5 / (x + (k + 1) * ratio)
            if k <= n:
                value *= ratio
    else:
        value = exp_square(1.0, x) * math.erfc(x)
        for k in range(1, n + 1):
            after = (0.5 * before - x * value) / k
            before = value
            value = after
    return value


def erfcinv_tail(x):
    """The inverse of erfc below 0.5, by Newton's method for its logarithm."""
    if not x > 0.0:
        result = math.inf if x == 0.0 else math.nan
    else:
        log_x = math.log(x)
        z = math.sqrt(max(0.2, -log_x - 0.5 * math.log(-math.pi * log_x)))
        for _ in range(6):
            scaled = erfcx_repeated(0, z)
            z += 0.5 * math.sqrt(math.pi) * scaled * (math.log(scaled) - z * z - log_x)
        result = z
    return result


def erfinv_middle(x):
    """The inverse of erf between -0.5 and 0.5, by Newton's method."""
    z = 0.5 * math.sqrt(math.pi) * x
    for _ in range(5):
        z -= 0.5 * math.sqrt(math.pi) * math.exp(z * z) * (math.erf(z) - x)
    return z


def erfcinv(x):
    """The inverse of the complementary error function: scipy.special.erfcinv(x)."""
    if x < 0.5:
        result = erfcinv_tail(x)
    elif x > 1.5:
        result = -erfcinv_tail(2.0 - x)
    else:
        result = erfinv_middle(1.0 - x)
    return result


def erfcx_repeated_2(n, x):
    """exp(x**2) times the n-th repeated integral of erfc:
    s2sad.library.special_error.erfcx_repeated(n, x).
    """
    before = 2.0 / math.sqrt(math.pi)
    if x > 2.0:
        ratio = 0.0
        value = before
        for k in range(n + 20 + int(180.0 / (x * x)), -1, -1):
            ratio = 0.5 / (x + (k + 1) * ratio)
            if k <= n:
                value *= ratio
    else:
        value = exp_square(1.0, x) * math.erfc(x)
        for k in range(1, n + 1):
            after = (0.5 * before - x * value) / k
            before = value
            value = after
    return value


def erfcinv_adjoint(x, z_bar):
    z = erfcinv(x)
    return -(0.5 * math.sqrt(math.pi) * erfcx_repeated_2(0, z) / x * z_bar)


def expit(x):
    """The logistic function, 1 / (1 + exp(-x)): scipy.special.expit(x)."""
    if x < 0.0:
        part = math.exp(x)
        result = part / (1.0 + part)
    else:
        result = 1.0 / (1.0 + math.exp(-x))
    return result


def expit_adjoint(x, z_bar):
    z = expit(x)
    return z * expit(-x) * z_bar


def gamma_power(a, x):
    """x**a * exp(-x) / gamma(a + 1)."""
    if a < 10.0:
        result = x**a * math.exp(-x) / math.gamma(a + 1.0)
    else:
        d = (x - a) / a
        w = 1.0 / (a * a)
        tail = 1.0 / 1188.0 - w * (691.0 / 360360.0 - w * (1.0 / 156.0 - w * 0.0296))
        tail = 1.0 / 1260.0 - w * (1.0 / 1680.0 - w * tail)
        factor = math.exp(
            -a * (log_excess(d) if abs(d) < 0.4 else d - math.log(x / a))
            - (1.0 / 12.0 - w * (1.0 / 360.0 - w * tail)) / a
        )
        result = factor / math.sqrt(2.0 * math.pi * a)
    return result


def gamma_density(a, x):
    """The derivative of the incomplete gamma function by x:
    s2sad.library.special_incomplete.gamma_density(a, x).
    """
    if x == 0.0:
        result = 1.0 if a == 1.0 else 0.0 if a > 1.0 else math.inf
    else:
        result = gamma_power(a, x) * a / x
    return result


def gammaincc_adjoint(a, x, z_bar):
    return -(gamma_density(a, x) * z_bar)


def xlog1py_adjoint(x, y, z_bar):
    return (
        math.log1p(y) * z_bar,
        (x / (1.0 + y) if x != 0.0 or y != -1.0 else 0.0) * z_bar,
    )


def xlogy_adjoint(x, y, z_bar):
    return math.log(y) * z_bar, (x / y if x != 0.0 or y != 0.0 else 0.0) * z_bar


def shares_of_a_budget_vjp(
    beta, log_precision, covariates, shares, result_0_bar, result_1_bar
):
    """The adjoints of beta, log_precision, covariates and shares of
    shares_of_a_budget, for the adjoint of its result.
    """
    # forward sweep
    if covariates.shape[1] != len(beta):
        raise ValueError("covariates and beta have different shapes")
    x = covariates @ beta
    precision = np.exp(log_precision)
    y = np.empty_like(shares)
    for i in range(len(shares)):
        y[i] = -shares[i]
    if covariates.shape[0] != len(shares):
        raise ValueError("x and y have different shapes")
    squares = 0.0
    df = len(shares) - len(beta)
    a_2 = df / 2.0
    scale_2 = 2.0 * 1
    for i in range(covariates.shape[0]):
        mean = expit(x[i])
        a = mean * precision
        b = (1.0 - mean) * precision
        chance = betainc(a, b, shares[i])
        scores = -math.sqrt(2.0) * erfcinv(2.0 * chance)
        squares += scores**2
    if scale_2 > 0.0:
        x_2_2 = (squares - 0.0) / scale_2
    else:
        x_2_2 = math.nan

    # reverse sweep
    shares_bar = np.empty_like(shares)
    squares_bar = 0.0
    if not (x_2_2 <= 0.0 and a_2 > 0.0):
        x_2_2_bar = gammaincc_adjoint(a_2, x_2_2, result_1_bar)
        if scale_2 > 0.0:
            squares_bar += x_2_2_bar / scale_2
    x_bar = np.empty_like(x)
    y_bar = np.empty_like(y)

    # forward and reverse in one sweep: the iterations are independent
    precision_bar = 0.0
    for i in range(covariates.shape[0]):
        mean = expit(x[i])
        a = mean * precision
        b = (1.0 - mean) * precision
        x_2 = a - 1.0
        chance = betainc(a, b, shares[i])
        root = math.sqrt(2.0)
        scores = -root * erfcinv(2.0 * chance)
        erfcinv_result_bar = -2.0 * root * scores * squares_bar
        chance_bar = 2.0 * erfcinv_adjoint(2.0 * chance, erfcinv_result_bar)
        a_bar, b_bar, shares_bar_part = betainc_adjoint(a, b, shares[i], chance_bar)
        a_bar_part, b_bar_part = betaln_adjoint(a, b, -result_0_bar)
        x_3_bar, shares_bar_part_2 = xlogy_adjoint(x_2, shares[i], result_0_bar)
        shares_bar[i] = shares_bar_part + shares_bar_part_2
        a_bar += a_bar_part + x_3_bar
        x_2_bar, y_bar_part = xlog1py_adjoint(b - 1.0, y[i], result_0_bar)
        y_bar[i] = y_bar_part
        b_bar += b_bar_part + x_2_bar
        precision_bar += (1.0 - mean) * b_bar + mean * a_bar
        x_bar[i] = expit_adjoint(x[i], precision * a_bar - precision * b_bar)
    for i in range(len(shares)):
        shares_bar[i] -= y_bar[i]
    covariates_bar = np.outer(x_bar, beta)
    beta_bar = covariates.T @ x_bar
    return beta_bar, precision * precision_bar, covariates_bar, shares_bar
