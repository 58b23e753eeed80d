import math

import numpy as np


def integral(y, x):
    """The integral of values at some places, by the trapezoidal rule."""
    if len(x) != len(y):
        raise ValueError("x and y have different lengths")
    total = 0.0
    for i in range(len(y) - 1):
        total += (x[i + 1] - x[i]) * (y[i] + y[i + 1])
    return total * 0.5


def along_axis(places, a):
    """What a function gives for each vector along an axis of an array."""
    values = np.empty(a.shape[0])
    for i in range(a.shape[0]):
        a_i = a[i]
        values[i] = integral(a_i, places)
    return values


def integral_adjoint(y, x, result_bar, y_bar, x_bar):
    """The adjoint of y and x is added to y_bar, x_bar."""
    # forward sweep
    if len(x) != len(y):
        raise ValueError("x and y have different lengths")

    # reverse sweep
    total_bar = 0.5 * result_bar
    for i in range(len(y) - 1):
        difference_bar = (y[i] + y[i + 1]) * total_bar
        x_bar[i + 1] += difference_bar
        x_bar[i] -= difference_bar
        sum_bar = (x[i + 1] - x[i]) * total_bar
        y_bar[i] += sum_bar
        y_bar[i + 1] += sum_bar


def along_axis_adjoint(places, a, result_bar, places_bar, a_bar):
    """The adjoint of places and a is added to places_bar, a_bar."""
    # forward and reverse in one sweep: the iterations are independent
    for i in range(a.shape[0]):
        a_i = a[i]
        a_i_bar = a_bar[i]
        integral_adjoint(a_i, places, result_bar[i], a_i_bar, places_bar)


def exp1(x):
    """The exponential integral E1 of a positive number: scipy.special.exp1(x)."""
    if not x > 0.0:
        result = math.inf if x == 0.0 else math.nan
    elif x <= 1.0:
        term = -1.0
        total = 0.0
        for k in range(1, 25):
            term *= -x / k
            total += term / k
        result = total - math.log(x) - np.euler_gamma
    else:
        below = x
        for k in range(40 + int(100.0 / x), 0, -1):
            below = x + k / (1.0 + k / below)
        result = math.exp(-x) / below if x < math.inf else 0.0
    return result


def exp1_adjoint(x, z_bar):
    return -(math.exp(-x) / x * z_bar)


def least_squares(a, b, rcond):
    """The smallest matrix x for which a @ x is closest to b:
    s2sad.library.least_squares.least_squares(a, b, rcond).
    """
    x, residuals, rank, values = np.linalg.lstsq(a, b, rcond)
    return x


def polyfit(x, y):
    """The polynomial of a degree that is closest to points, as polyval takes it."""
    powers = np.empty((len(x), 2))
    for i in range(len(x)):
        powers[i, 1] = 1.0
        for k in range(0, -1, -1):
            powers[i, k] = x[i] * powers[i, k + 1]
    total = np.zeros(2)
    for i in range(len(x)):
        for j in range(2):
            total[j] += powers[i, j] * powers[i, j]
    scale = np.empty(2)
    for i in range(2):
        scale[i] = np.sqrt(total[i])
    wide = y[:, None]
    quotient = np.empty_like(powers)
    for i in range(len(x)):
        for j in range(2):
            quotient[i, j] = powers[i, j] / scale[j]
    found = least_squares(quotient, wide, len(x) * 2.0**-52)
    if found.shape[0] != 2:
        raise ValueError("found[:, 0] and scale have different shapes")
    out = np.empty(2)
    for i in range(2):
        out[i] = found[i, 0] / scale[i]
    return out


def pseudoinverse(a):
    """The Moore-Penrose inverse of a matrix:
    s2sad.library.least_squares.pseudoinverse(a).
    """
    return np.linalg.pinv(a)


def least_squares_adjoint(a, b, rcond, z_bar, a_bar, b_bar):
    z = least_squares(a, b, rcond)
    p = pseudoinverse(a)
    w = p.T @ z_bar
    product = a @ z
    term = np.empty((b.shape[0], z.shape[1]))
    for i in range(b.shape[0]):
        for j in range(z.shape[1]):
            term[i, j] = b[i, 0] - product[i, j]
    product_2 = term @ (p @ w).T
    product_3 = w @ z.T
    product_4 = a.T @ w
    term_2 = np.empty_like(z_bar)
    for i in range(z_bar.shape[0]):
        for j in range(z_bar.shape[1]):
            term_2[i, j] = z_bar[i, j] - product_4[i, j]
    product_5 = p.T @ z @ term_2.T
    for i in range(a_bar.shape[0]):
        for j in range(a_bar.shape[1]):
            a_bar[i, j] += product_2[i, j] - product_3[i, j] + product_5[i, j]
    total = np.empty(p.shape[1])
    for i in range(p.shape[1]):
        total[i] = 0.0
        for j in range(z_bar.shape[1]):
            total[i] += w[i, j]
    for i in range(b_bar.shape[0]):
        b_bar[i, 0] += total[i]


def polyfit_adjoint(x, y, result_bar, x_bar, y_bar):
    """The adjoint of x and y is added to x_bar, y_bar."""
    # forward sweep
    powers = np.empty((len(x), 2))
    for i in range(len(x)):
        powers[i, 1] = 1.0
        for k in range(0, -1, -1):
            powers[i, k] = x[i] * powers[i, k + 1]
    total = np.zeros(2)
    for i in range(len(x)):
        for j in range(2):
            total[j] += powers[i, j] * powers[i, j]
    scale = np.empty(2)
    for i in range(2):
        scale[i] = np.sqrt(total[i])
    wide = y[:, None]
    quotient = np.empty_like(powers)
    for i in range(len(x)):
        for j in range(2):
            quotient[i, j] = powers[i, j] / scale[j]
    found = least_squares(quotient, wide, len(x) * 2.0**-52)
    if found.shape[0] != 2:
        raise ValueError("found[:, 0] and scale have different shapes")

    # reverse sweep
    scale_bar = np.empty_like(scale)
    found_bar = np.zeros_like(found)

    # forward and reverse in one sweep: the iterations are independent
    for i in range(2):
        numerator_bar = result_bar[i] / scale[i]
        found_bar[i, 0] += numerator_bar
        scale_bar[i] = -found[i, 0] * numerator_bar / scale[i]
    wide_bar = y_bar[:, None]
    quotient_bar = np.zeros_like(quotient)
    least_squares_adjoint(
        quotient, wide, len(x) * 2.0**-52, found_bar, quotient_bar, wide_bar
    )
    powers_bar = np.empty_like(powers)

    # forward and reverse in one sweep: the iterations are independent
    for i in range(len(x)):
        for j in range(2):
            numerator_bar = quotient_bar[i, j] / scale[j]
            powers_bar[i, j] = numerator_bar
            scale_bar[j] -= powers[i, j] * numerator_bar / scale[j]
    total_bar = np.empty_like(total)

    # forward and reverse in one sweep: the iterations are independent
    for i in range(2):
        total_bar[i] = scale_bar[i] / (2.0 * scale[i])
    for i in range(len(x)):
        for j in range(2):
            powers_bar[i, j] += 2.0 * powers[i, j] * total_bar[j]
    for i in range(len(x)):
        x_i_bar = 0.0
        for k in range(1):
            powers_i_k_bar = powers_bar[i, k]
            powers_bar[i, k] = 0.0
            x_i_bar += powers[i, k + 1] * powers_i_k_bar
            powers_bar[i, k + 1] += x[i] * powers_i_k_bar
        x_bar[i] += x_i_bar


def light_from_a_dust_shell_vjp(
    depth,
    source,
    temperature,
    cosine,
    result_0_bar,
    result_1_bar,
    result_2_bar,
    result_3_bar,
):
    """The adjoints of depth, source, temperature and cosine of
    light_from_a_dust_shell, for the adjoint of its result.
    """
    # forward sweep
    if len(source) != len(depth):
        raise ValueError("source and exp1_result have different shapes")
    y = np.empty_like(source)
    y_2 = np.empty_like(source)
    y_3 = np.empty((len(cosine), len(depth)))
    for i in range(len(cosine)):
        for j in range(len(depth)):
            y_3[i, j] = source[j] * np.exp(-depth[j] / cosine[i]) / cosine[i]
    grey = np.empty_like(depth)
    for i in range(len(depth)):
        y[i] = source[i] * exp1(depth[i])
        e2 = np.exp(-depth[i]) - depth[i] * exp1(depth[i])
        y_2[i] = source[i] * e2
        hopf = 2.0 / 3.0 - 0.1 * np.exp(-2.0 * depth[i])
        grey[i] = temperature * (0.75 * (depth[i] + hopf)) ** 0.25
    emergent = along_axis(depth, y_3)
    emergent_part = emergent[-1]
    quotient = np.empty_like(emergent)
    for i in range(len(cosine)):
        quotient[i] = emergent[i] / emergent_part
    darkening = polyfit(cosine, quotient)

    # reverse sweep
    depth_bar = np.zeros_like(depth)
    source_bar = np.empty_like(source)
    cosine_bar = np.zeros_like(cosine)
    darkening_bar = np.zeros_like(darkening)
    darkening_bar[0] += result_2_bar
    grey_bar = np.zeros_like(grey)

    # forward and reverse in one sweep: the iterations are independent
    for i in range(len(depth) - 1):
        steps = grey[i + 1] - grey[i]
        steps_bar = 2.0 * steps * result_3_bar
        grey_bar[i + 1] += steps_bar
        grey_bar[i] -= steps_bar
    quotient_bar = np.zeros_like(quotient)
    polyfit_adjoint(cosine, quotient, darkening_bar, cosine_bar, quotient_bar)
    emergent_bar = np.empty_like(emergent)

    # forward and reverse in one sweep: the iterations are independent
    emergent_part_bar = 0.0
    for i in range(len(cosine)):
        numerator_bar = quotient_bar[i] / emergent_part
        emergent_bar[i] = numerator_bar
        emergent_part_bar -= emergent[i] * numerator_bar / emergent_part
    emergent_bar[-1] += emergent_part_bar
    y_3_bar = np.zeros_like(y_3)
    along_axis_adjoint(depth, y_3, emergent_bar, depth_bar, y_3_bar)
    y_2_bar = np.zeros_like(y_2)
    integral_adjoint(y_2, depth, 2.0 * np.pi * result_1_bar, y_2_bar, depth_bar)
    y_bar = np.zeros_like(y)
    integral_adjoint(y, depth, 0.5 * result_0_bar, y_bar, depth_bar)

    # forward and reverse in one sweep: the iterations are independent
    temperature_bar = 0.0
    for i in range(len(depth)):
        exp1_result = exp1(depth[i])
        exponential = np.exp(-depth[i])
        e2 = exponential - depth[i] * exp1_result
        exponential_2 = np.exp(-2.0 * depth[i])
        hopf = 2.0 / 3.0 - 0.1 * exponential_2
        temperature_bar += (0.75 * (depth[i] + hopf)) ** 0.25 * grey_bar[i]
        power_bar = temperature * grey_bar[i]
        product_bar = 0.25 * (0.75 * (depth[i] + hopf)) ** -0.75 * power_bar
        depth_bar[i] += (0.75 + 0.15 * exponential_2) * product_bar
        e2_bar = source[i] * y_2_bar[i]
        depth_bar[i] -= exp1_result * e2_bar + exponential * e2_bar
        depth_bar[i] += exp1_adjoint(depth[i], -depth[i] * e2_bar)
        source_bar[i] = e2 * y_2_bar[i] + exp1(depth[i]) * y_bar[i]
        depth_bar[i] += exp1_adjoint(depth[i], source[i] * y_bar[i])

    # forward and reverse in one sweep: the iterations are independent
    for i in range(len(cosine)):
        cosine_i_bar = 0.0
        for j in range(len(depth)):
            quotient_2 = -depth[j] / cosine[i]
            exp_quotient = np.exp(quotient_2)
            numerator_bar_2 = y_3_bar[i, j] / cosine[i]
            source_bar[j] += exp_quotient * numerator_bar_2
            numerator_bar = exp_quotient * source[j] * numerator_bar_2 / cosine[i]
            depth_bar[j] -= numerator_bar
            cosine_i_bar -= y_3[i, j] * numerator_bar_2 + quotient_2 * numerator_bar
        cosine_bar[i] += cosine_i_bar
    return depth_bar, source_bar, temperature_bar, cosine_bar
