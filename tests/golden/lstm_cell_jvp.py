import math


def sigmoid_tangent(z, z_dot):
    """sigmoid and its tangent."""
    exponential = math.exp(-z)
    value = 1.0 / (1.0 + exponential)
    return value, value * exponential * z_dot / (1.0 + exponential)


def lstm_cell_jvp(inputs, w, u, b, inputs_dot, w_dot, u_dot, b_dot):
    """The value of lstm_cell, and its derivative in the direction inputs_dot, w_dot,
    u_dot, b_dot.
    """
    hidden_dot = 0.0
    hidden = 0.0
    cell_dot = 0.0
    cell = 0.0
    for k in range(len(inputs)):
        x_dot = inputs_dot[k]
        x = inputs[k]
        forget, forget_dot = sigmoid_tangent(
            w[0] * x + u[0] * hidden + b[0],
            w_dot[0] * x
            + w[0] * x_dot
            + (u_dot[0] * hidden + u[0] * hidden_dot)
            + b_dot[0],
        )
        admit, admit_dot = sigmoid_tangent(
            w[1] * x + u[1] * hidden + b[1],
            w_dot[1] * x
            + w[1] * x_dot
            + (u_dot[1] * hidden + u[1] * hidden_dot)
            + b_dot[1],
        )
        emit, emit_dot = sigmoid_tangent(
            w[2] * x + u[2] * hidden + b[2],
            w_dot[2] * x
            + w[2] * x_dot
            + (u_dot[2] * hidden + u[2] * hidden_dot)
            + b_dot[2],
        )
        tanh_result = math.tanh(w[3] * x + u[3] * hidden + b[3])
        factor = (
            w_dot[3] * x
            + w[3] * x_dot
            + (u_dot[3] * hidden + u[3] * hidden_dot)
            + b_dot[3]
        )
        tanh_result_dot = (1.0 - tanh_result**2) * factor
        cell_dot = (
            forget_dot * cell
            + forget * cell_dot
            + (admit_dot * tanh_result + admit * tanh_result_dot)
        )
        cell = forget * cell + admit * tanh_result
        tanh_cell = math.tanh(cell)
        hidden_dot = emit_dot * tanh_cell + emit * (1.0 - tanh_cell**2) * cell_dot
        hidden = emit * tanh_cell
    return hidden, hidden_dot
