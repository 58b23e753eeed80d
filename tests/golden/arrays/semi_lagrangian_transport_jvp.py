import numpy as np


def integral_tangent(y, x, y_dot, x_dot):
    """integral and its tangent."""
    if len(x) != len(y):
        raise ValueError("x and y have different lengths")
    total_dot = 0.0
    total = 0.0
    for i in range(len(y) - 1):
        term = (x[i + 1] - x[i]) * (y_dot[i] + y_dot[i + 1])
        total_dot += (x_dot[i + 1] - x_dot[i]) * (y[i] + y[i + 1]) + term
        total += (x[i + 1] - x[i]) * (y[i] + y[i + 1])
    return total * 0.5, 0.5 * total_dot


def interval_tangent(x, xp, x_dot, xp_dot):
    """interval and its tangent."""
    low = 0
    high = len(xp) - 1
    while high - low > 1:
        middle = (low + high) // 2
        if x >= xp[middle]:
            low = middle
        else:
            high = middle
    return low


def interp_2_tangent(x, xp, fp, x_dot, xp_dot, fp_dot):
    """interp_2 and its tangent."""
    if len(xp) != len(fp) or len(xp) == 0:
        raise ValueError("xp and fp of interp have different lengths, or none")
    last = len(xp) - 1
    if x < xp[0]:
        height_dot = fp_dot[0]
        height = fp[0]
    elif x > xp[last]:
        height_dot = fp_dot[last]
        height = fp[last]
    elif x == xp[last]:
        height_dot = fp_dot[last]
        height = fp[last]
    else:
        i = interval_tangent(x, xp, x_dot, xp_dot)
        slope = (fp[i + 1] - fp[i]) / (xp[i + 1] - xp[i])
        factor = fp_dot[i + 1] - fp_dot[i] - slope * (xp_dot[i + 1] - xp_dot[i])
        slope_dot = factor / (xp[i + 1] - xp[i])
        term = slope_dot * (x - xp[i]) + slope * (x_dot - xp_dot[i])
        height_dot = fp_dot[i] + term
        height = fp[i] + slope * (x - xp[i])
    return 1.0 * height, height_dot


def interp_tangent(x, xp, fp, x_dot, xp_dot, fp_dot):
    """interp and its tangent."""
    if len(xp) != len(fp) or len(xp) == 0:
        raise ValueError("xp and fp of interp have different lengths, or none")
    heights_dot = np.zeros(x.shape)
    heights = np.empty(x.shape)
    for i in range(len(x)):
        heights[i], heights_dot[i] = interp_2_tangent(
            x[i], xp, fp, x_dot[i], xp_dot, fp_dot
        )
    return heights, heights_dot


def semi_lagrangian_transport_jvp(
    tracer, wind, dt, dx, steps, tracer_dot, wind_dot, dt_dot, dx_dot
):
    """The value of semi_lagrangian_transport, and its derivative in the direction
    tracer_dot, wind_dot, dt_dot, dx_dot.
    """
    x_dot = np.zeros(len(tracer))
    x = np.empty(len(tracer))
    for i in range(len(tracer)):
        x_dot[i] = i * dx_dot
        x[i] = i * dx
    for k in range(steps):
        wind_0_dot = wind_dot[0]
        wind_0 = wind[0]
        wind_1_dot = wind_dot[1]
        wind_1 = wind[1]
        wind_0_2_dot = wind_dot[0]
        wind_0_2 = wind[0]
        wind_1_2_dot = wind_dot[1]
        wind_1_2 = wind[1]
        origin_dot = np.zeros(len(tracer))
        origin = np.empty(len(tracer))
        for i in range(len(x)):
            sine_dot = np.cos(x[i] + k * dt) * (x_dot[i] + k * dt_dot)
            sine = np.sin(x[i] + k * dt)
            speed_dot = wind_0_dot + (wind_1_dot * sine + wind_1 * sine_dot)
            speed = wind_0 + wind_1 * sine
            middle_dot = x_dot[i] - (0.5 * dt_dot * speed + 0.5 * dt * speed_dot)
            middle = x[i] - 0.5 * dt * speed
            factor = middle_dot + (k + 0.5) * dt_dot
            sine_dot = np.cos(middle + (k + 0.5) * dt) * factor
            sine = np.sin(middle + (k + 0.5) * dt)
            term_2 = dt * (wind_0_2_dot + (wind_1_2_dot * sine + wind_1_2 * sine_dot))
            term = dt_dot * (wind_0_2 + wind_1_2 * sine) + term_2
            origin_dot[i] = x_dot[i] - term
            origin[i] = x[i] - dt * (wind_0_2 + wind_1_2 * sine)
        tracer, tracer_dot = interp_tangent(
            origin, x, tracer, origin_dot, x_dot, tracer_dot
        )
    value, value_dot = integral_tangent(tracer, x, tracer_dot, x_dot)
    return tracer, value, tracer_dot, value_dot
