import math


def fill_an_output_adjoint(out, x, out_bar, x_bar):
    """The adjoint of out and x is added to out_bar, x_bar."""
    # forward sweep
    for i in range(len(x)):
        out[i] = x[i] * x[i] + math.sin(x[(i + 1) % len(x)])

    # reverse sweep
    for i in range(len(x)):
        x_bar[i] += 2.0 * x[i] * out_bar[i]
        x_bar[(i + 1) % len(x)] += math.cos(x[(i + 1) % len(x)]) * out_bar[i]
        out_bar[i] = 0.0
