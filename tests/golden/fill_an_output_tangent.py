import math


def fill_an_output_tangent(out, x, out_dot, x_dot):
    """fill_an_output and its tangent."""
    for i in range(len(x)):
        out_dot[i] = (
            x_dot[i] * x[i]
            + x[i] * x_dot[i]
            + math.cos(x[(i + 1) % len(x)]) * x_dot[(i + 1) % len(x)]
        )
        out[i] = x[i] * x[i] + math.sin(x[(i + 1) % len(x)])
