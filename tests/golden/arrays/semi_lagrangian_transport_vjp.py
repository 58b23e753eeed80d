import numpy as np


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


def interval(x, xp):
    """The number of the last one of increasing numbers that is not above x."""
    low = 0
    high = len(xp) - 1
    while high - low > 1:
        middle = (low + high) // 2
        if x >= xp[middle]:
            low = middle
        else:
            high = middle
    return low


def interp_2(x, xp, fp):
    """The broken line through the points (xp, fp) at x.

    At a point its slope is that on the right of it, and 0 at the last one.
    """
    if len(xp) != len(fp) or len(xp) == 0:
        raise ValueError("xp and fp of interp have different lengths, or none")
    last = len(xp) - 1
    if x < xp[0]:
        height = fp[0]
    elif x > xp[last]:
        height = fp[last]
    elif x == xp[last]:
        height = fp[last]
    else:
        i = interval(x, xp)
        slope = (fp[i + 1] - fp[i]) / (xp[i + 1] - xp[i])
        height = fp[i] + slope * (x - xp[i])
    return 1.0 * height


def interp(x, xp, fp):
    """The broken line through the points (xp, fp) at x.

    At a point its slope is that on the right of it, and 0 at the last one.
    """
    if len(xp) != len(fp) or len(xp) == 0:
        raise ValueError("xp and fp of interp have different lengths, or none")
    heights = np.empty(x.shape)
    for i in range(len(x)):
        heights[i] = interp_2(x[i], xp, fp)
    return heights


def interp_2_adjoint(x, xp, fp, result_bar, xp_bar, fp_bar):
    """The adjoint of x in interp_2; the adjoint of xp and fp is added to xp_bar,
    fp_bar.
    """
    # forward sweep
    if len(xp) != len(fp) or len(xp) == 0:
        raise ValueError("xp and fp of interp have different lengths, or none")
    last = len(xp) - 1
    if not x < xp[0]:
        if not x > xp[last]:
            if x != xp[last]:
                i = interval(x, xp)
                slope = (fp[i + 1] - fp[i]) / (xp[i + 1] - xp[i])

    # reverse sweep
    x_bar = 0.0
    if x < xp[0]:
        fp_bar[0] += result_bar
    elif x > xp[last]:
        fp_bar[last] += result_bar
    elif x == xp[last]:
        fp_bar[last] += result_bar
    else:
        x_bar += slope * result_bar
        numerator_bar = (x - xp[i]) * result_bar / (xp[i + 1] - xp[i])
        fp_bar[i + 1] += numerator_bar
        fp_bar[i] += result_bar - numerator_bar
        xp_bar[i + 1] -= slope * numerator_bar
        xp_bar[i] += slope * numerator_bar - slope * result_bar
    return x_bar


def interp_adjoint(x, xp, fp, result_bar, x_bar, xp_bar, fp_bar):
    """The adjoint of x, xp and fp is added to x_bar, xp_bar, fp_bar."""
    # forward sweep
    if len(xp) != len(fp) or len(xp) == 0:
        raise ValueError("xp and fp of interp have different lengths, or none")

    # reverse sweep
    for i in range(len(x)):
        x_bar_part = interp_2_adjoint(x[i], xp, fp, result_bar[i], xp_bar, fp_bar)
        x_bar[i] += x_bar_part


def semi_lagrangian_transport_vjp(
    tracer, wind, dt, dx, steps, result_0_bar, result_1_bar
):
    """The adjoints of tracer, wind, dt and dx of semi_lagrangian_transport, for the
    adjoint of its result.
    """
    # forward sweep: saves tracer_2 and origin
    x = np.empty(len(tracer))
    for i in range(len(tracer)):
        x[i] = i * dx
    tracer_2 = tracer
    tracer_2_saved = []
    origin_saved = []
    for k in range(steps):
        wind_0 = wind[0]
        wind_1 = wind[1]
        wind_0_2 = wind[0]
        wind_1_2 = wind[1]
        origin = np.empty(len(tracer_2))
        origin_saved.append(origin)
        for i in range(len(x)):
            speed = wind_0 + wind_1 * np.sin(x[i] + k * dt)
            middle = x[i] - 0.5 * dt * speed
            sine_2 = np.sin(middle + (k + 0.5) * dt)
            origin[i] = x[i] - dt * (wind_0_2 + wind_1_2 * sine_2)
        tracer_2_saved.append(tracer_2)
        tracer_2 = interp(origin, x, tracer_2)

    # reverse sweep
    tracer_bar = np.zeros_like(tracer)
    wind_bar = np.zeros_like(wind)
    tracer_2_bar = result_0_bar.copy()
    x_bar = np.zeros_like(x)
    integral_adjoint(tracer_2, x, result_1_bar, tracer_2_bar, x_bar)
    dt_bar = 0.0
    for k in range(steps - 1, -1, -1):
        tracer_2 = tracer_2_saved.pop()
        origin = origin_saved.pop()
        origin_bar = np.zeros_like(origin)
        tracer_2_new_bar = tracer_2_bar
        tracer_2_bar = np.zeros_like(tracer_2)
        interp_adjoint(
            origin, x, tracer_2, tracer_2_new_bar, origin_bar, x_bar, tracer_2_bar
        )
        wind_0 = wind[0]
        wind_1 = wind[1]
        wind_0_2 = wind[0]
        wind_1_2 = wind[1]
        wind_0_bar = 0.0
        wind_1_bar = 0.0
        wind_0_2_bar = 0.0
        wind_1_2_bar = 0.0
        for i in range(len(x)):
            sine = np.sin(x[i] + k * dt)
            speed = wind_0 + wind_1 * sine
            middle = x[i] - 0.5 * dt * speed
            sine_2 = np.sin(middle + (k + 0.5) * dt)
            dt_bar -= (wind_0_2 + wind_1_2 * sine_2) * origin_bar[i]
            sum_bar = -dt * origin_bar[i]
            wind_0_2_bar += sum_bar
            wind_1_2_bar += sine_2 * sum_bar
            sum_bar_2 = np.cos(middle + (k + 0.5) * dt) * wind_1_2 * sum_bar
            speed_bar = -0.5 * dt * sum_bar_2
            wind_0_bar += speed_bar
            wind_1_bar += sine * speed_bar
            sum_bar = np.cos(x[i] + k * dt) * wind_1 * speed_bar
            x_bar[i] += origin_bar[i] + sum_bar_2 + sum_bar
            dt_bar += (k + 0.5) * sum_bar_2 - 0.5 * speed * sum_bar_2 + k * sum_bar
        wind_bar[1] += wind_1_2_bar + wind_1_bar
        wind_bar[0] += wind_0_2_bar + wind_0_bar
    tracer_bar += tracer_2_bar
    dx_bar = 0.0
    for i in range(len(tracer)):
        dx_bar += i * x_bar[i]
    return tracer_bar, wind_bar, dt_bar, dx_bar
