"""The step of an integrator is halved or grown by an estimate of its error."""


def adaptive_step_integration(y, rate, end):
    t = 0.0
    h = 0.3
    while t < end:
        if t + h > end:
            h = end - t
        k1 = -rate * y * y
        k2 = -rate * (y + h * k1) ** 2
        error = 0.5 * h * abs(k2 - k1)
        if error > 0.03:
            h = 0.5 * h
            continue
        y = y + 0.5 * h * (k1 + k2)
        t = t + h
        if error < 0.004:
            h = 1.5 * h
    return y


EXAMPLE = (1.3, 0.8, 1.7)
