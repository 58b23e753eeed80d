def add_to_an_output_tangent(out, x, scale, out_dot, x_dot, scale_dot):
    """add_to_an_output and its tangent."""
    total_dot = 0.0
    total = 0.0
    for i in range(len(x)):
        term = (scale_dot * x[i] + scale * x_dot[i]) * out[i]
        out_dot[i] += term + scale * x[i] * out_dot[i]
        out[i] += scale * x[i] * out[i]
        total_dot += 2.0 * out[i] * out_dot[i]
        total += out[i] ** 2
    return total, total_dot
