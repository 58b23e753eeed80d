import numpy as np


def add_to_an_output_adjoint(out, x, scale, result_bar, out_bar, x_bar):
    """The adjoint of scale in add_to_an_output; the adjoint of out and x is added to
    out_bar, x_bar.
    """
    # forward sweep: saves out
    out_saved = np.empty(len(x))
    for i in range(len(x)):
        out_saved[i] = out[i]
        out[i] += scale * x[i] * out[i]

    # reverse sweep
    scale_bar = 0.0
    for i in range(len(x)):
        out_bar[i] += 2.0 * out[i] * result_bar
        out[i] = out_saved[i]
        out_i_bar = out_bar[i]
        scale_bar += x[i] * out[i] * out_i_bar
        x_bar[i] += scale * out[i] * out_i_bar
        out_bar[i] += scale * x[i] * out_i_bar
    return scale_bar
