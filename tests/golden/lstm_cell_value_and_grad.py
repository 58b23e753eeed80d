import math

import numpy as np


def sigmoid(z):
    return 1.0 / (1.0 + math.exp(-z))


def sigmoid_adjoint(z, result_bar):
    """The adjoint of z in sigmoid."""
    # forward sweep
    exponential = math.exp(-z)
    return exponential * result_bar / (1.0 + exponential) / (1.0 + exponential)


def lstm_cell_value_and_grad(inputs, w, u, b):
    """The value of lstm_cell, and its gradient with respect to inputs, w, u and b."""
    # forward sweep: saves hidden, cell, tanh_cell and tanh_result
    hidden = 0.0
    cell = 0.0
    hidden_saved = np.empty(len(inputs))
    cell_saved = np.empty(len(inputs))
    tanh_cell_saved = np.empty(len(inputs))
    tanh_result_saved = np.empty(len(inputs))
    for k in range(len(inputs)):
        x = inputs[k]
        forget = sigmoid(w[0] * x + u[0] * hidden + b[0])
        admit = sigmoid(w[1] * x + u[1] * hidden + b[1])
        emit = sigmoid(w[2] * x + u[2] * hidden + b[2])
        tanh_result = math.tanh(w[3] * x + u[3] * hidden + b[3])
        tanh_result_saved[k] = tanh_result
        cell_saved[k] = cell
        cell = forget * cell + admit * tanh_result
        tanh_cell = math.tanh(cell)
        tanh_cell_saved[k] = tanh_cell
        hidden_saved[k] = hidden
        hidden = emit * tanh_cell
    value = hidden

    # reverse sweep
    inputs_bar = np.zeros_like(inputs)
    w_bar = np.zeros_like(w)
    u_bar = np.zeros_like(u)
    b_bar = np.zeros_like(b)
    hidden_bar = 1.0
    cell_bar = 0.0
    for k in range(len(inputs) - 1, -1, -1):
        hidden = hidden_saved[k]
        tanh_cell = tanh_cell_saved[k]
        x = inputs[k]
        emit = sigmoid(w[2] * x + u[2] * hidden + b[2])
        emit_bar = tanh_cell * hidden_bar
        cell_bar += (1.0 - tanh_cell**2) * emit * hidden_bar
        tanh_result = tanh_result_saved[k]
        forget = sigmoid(w[0] * x + u[0] * hidden + b[0])
        admit = sigmoid(w[1] * x + u[1] * hidden + b[1])
        forget_bar = cell_saved[k] * cell_bar
        admit_bar = tanh_result * cell_bar
        tanh_result_bar = admit * cell_bar
        cell_bar = forget * cell_bar
        sum_bar = (1.0 - tanh_result**2) * tanh_result_bar
        w_bar[3] += x * sum_bar
        u_bar[3] += hidden * sum_bar
        b_bar[3] += sum_bar
        sum_bar_2 = sigmoid_adjoint(w[2] * x + u[2] * hidden + b[2], emit_bar)
        w_bar[2] += x * sum_bar_2
        u_bar[2] += hidden * sum_bar_2
        b_bar[2] += sum_bar_2
        sum_bar_3 = sigmoid_adjoint(w[1] * x + u[1] * hidden + b[1], admit_bar)
        w_bar[1] += x * sum_bar_3
        x_bar = w[3] * sum_bar + w[2] * sum_bar_2 + w[1] * sum_bar_3
        u_bar[1] += hidden * sum_bar_3
        hidden_bar = u[3] * sum_bar + u[2] * sum_bar_2 + u[1] * sum_bar_3
        b_bar[1] += sum_bar_3
        sum_bar = sigmoid_adjoint(w[0] * x + u[0] * hidden + b[0], forget_bar)
        w_bar[0] += x * sum_bar
        x_bar += w[0] * sum_bar
        u_bar[0] += hidden * sum_bar
        hidden_bar += u[0] * sum_bar
        b_bar[0] += sum_bar
        inputs_bar[k] += x_bar
    return value, inputs_bar, w_bar, u_bar, b_bar
