import math

import numpy as np


def network(x, first, second):
    if x.shape[1] != first.shape[0]:
        raise ValueError("x and first have different shapes")
    if first.shape[1] != second.shape[0]:
        raise ValueError("first and second have different shapes")
    product = x @ first
    tanh_result = np.empty_like(product)
    for i in range(x.shape[0]):
        for j in range(first.shape[1]):
            tanh_result[i, j] = np.tanh(product[i, j])
    return tanh_result @ second


def call(self_weights_0, self_weights_1, self_is_turned, x):
    if self_is_turned:
        x_2 = x[:, ::-1]
    else:
        x_2 = x
    if x_2.shape[1] % 2 != 0:
        raise ValueError("array split does not result in an equal division")
    size = x_2.shape[1] // 2
    start = 1 * size + min(1, x_2.shape[1] % 2)
    moved = x_2[:, start:]
    size_2 = x_2.shape[1] // 2
    stop = 1 * size_2 + min(1, x_2.shape[1] % 2)
    kept = x_2[:, :stop]
    ary = network(kept, self_weights_0, self_weights_1)
    if ary.shape[1] % 2 != 0:
        raise ValueError("array split does not result in an equal division")
    size_3 = ary.shape[1] // 2
    start_2 = 1 * size_3 + min(1, ary.shape[1] % 2)
    scale = ary[:, start_2:]
    size_2_2 = ary.shape[1] // 2
    stop_2 = 1 * size_2_2 + min(1, ary.shape[1] % 2)
    shift = ary[:, :stop_2]
    if moved.shape[0] != scale.shape[0]:
        raise ValueError("moved and scale have different shapes")
    if moved.shape[1] != scale.shape[1]:
        raise ValueError("moved and scale have different shapes")
    if scale.shape[1] != shift.shape[1]:
        raise ValueError("scale and shift have different shapes")
    tup_1 = np.empty_like(moved)
    if kept.shape[0] != scale.shape[0]:
        raise ValueError("operands have different shapes")
    length = kept.shape[1] + scale.shape[1]
    y = np.empty((kept.shape[0], length))
    stop_3 = kept.shape[1]
    y[:, :stop_3] = kept
    start_3 = kept.shape[1]
    total = np.empty(scale.shape[0])
    for i in range(scale.shape[0]):
        total[i] = 0.0
        for j in range(scale.shape[1]):
            scale_2 = np.tanh(scale[i, j])
            tup_1[i, j] = moved[i, j] * np.exp(scale_2) + shift[i, j]
            total[i] += scale_2
    y[:, start_3:] = tup_1
    if self_is_turned:
        choice_2 = y[:, ::-1]
    else:
        choice_2 = y
    return choice_2, total


def network_adjoint(x, first, second, result_bar, x_bar, first_bar, second_bar):
    """The adjoint of x, first and second is added to x_bar, first_bar, second_bar."""
    # forward sweep
    if x.shape[1] != first.shape[0]:
        raise ValueError("x and first have different shapes")
    if first.shape[1] != second.shape[0]:
        raise ValueError("first and second have different shapes")
    product = x @ first
    tanh_result = np.empty_like(product)

    # reverse sweep
    tanh_result_bar = result_bar @ second.T
    product_bar = np.empty_like(product)

    # forward and reverse in one sweep: the iterations are independent
    for i in range(x.shape[0]):
        for j in range(first.shape[1]):
            tanh_product = np.tanh(product[i, j])
            tanh_result[i, j] = tanh_product
            product_bar[i, j] = (1.0 - tanh_product**2) * tanh_result_bar[i, j]
    second_bar += tanh_result.T @ result_bar
    x_bar += product_bar @ first.T
    first_bar += x.T @ product_bar


def call_adjoint(
    self_weights_0,
    self_weights_1,
    self_is_turned,
    x,
    result_0_bar,
    result_1_bar,
    self_weights_0_bar,
    self_weights_1_bar,
    x_bar,
):
    """The adjoint of self_weights_0, self_weights_1 and x is added to
    self_weights_0_bar, self_weights_1_bar, x_bar.
    """
    # forward sweep
    if self_is_turned:
        x_2 = x[:, ::-1]
        x_2_bar = x_bar[:, ::-1]
    else:
        x_2 = x
        x_2_bar = np.zeros_like(x_2)
    if x_2.shape[1] % 2 != 0:
        raise ValueError("array split does not result in an equal division")
    size = x_2.shape[1] // 2
    start = 1 * size + min(1, x_2.shape[1] % 2)
    moved = x_2[:, start:]
    moved_bar = x_2_bar[:, start:]
    size_2 = x_2.shape[1] // 2
    stop = 1 * size_2 + min(1, x_2.shape[1] % 2)
    kept = x_2[:, :stop]
    kept_bar = x_2_bar[:, :stop]
    ary = network(kept, self_weights_0, self_weights_1)
    if ary.shape[1] % 2 != 0:
        raise ValueError("array split does not result in an equal division")
    size_3 = ary.shape[1] // 2
    start_2 = 1 * size_3 + min(1, ary.shape[1] % 2)
    scale = ary[:, start_2:]
    size_2_2 = ary.shape[1] // 2
    stop_2 = 1 * size_2_2 + min(1, ary.shape[1] % 2)
    shift = ary[:, :stop_2]
    if moved.shape[0] != scale.shape[0]:
        raise ValueError("moved and scale have different shapes")
    if moved.shape[1] != scale.shape[1]:
        raise ValueError("moved and scale have different shapes")
    if scale.shape[1] != shift.shape[1]:
        raise ValueError("scale and shift have different shapes")
    tup_1 = np.empty_like(moved)
    if kept.shape[0] != scale.shape[0]:
        raise ValueError("operands have different shapes")
    length = kept.shape[1] + scale.shape[1]
    y = np.empty((kept.shape[0], length))
    y_bar = np.zeros_like(y)
    stop_3 = kept.shape[1]
    y[:, :stop_3] = kept
    start_3 = kept.shape[1]
    for i in range(scale.shape[0]):
        for j in range(scale.shape[1]):
            scale_2 = np.tanh(scale[i, j])
            tup_1[i, j] = moved[i, j] * np.exp(scale_2) + shift[i, j]
    y[:, start_3:] = tup_1
    if self_is_turned:
        choice_2_bar = y_bar[:, ::-1]
    else:
        choice_2 = y
        choice_2_bar = np.zeros_like(choice_2)

    # reverse sweep
    choice_2_bar += result_0_bar
    if not self_is_turned:
        y_bar += choice_2_bar
    tup_1_bar = y_bar[:, start_3:].copy()
    y_bar[:, start_3:] = 0.0
    ary_bar = np.zeros_like(ary)
    scale_bar = ary_bar[:, start_2:]
    shift_bar = ary_bar[:, :stop_2]
    for i in range(scale.shape[0] - 1, -1, -1):
        for j in range(scale.shape[1] - 1, -1, -1):
            scale_2 = np.tanh(scale[i, j])
            exp_scale = np.exp(scale_2)
            moved_bar[i, j] += exp_scale * tup_1_bar[i, j]
            shift_bar[i, j] += tup_1_bar[i, j]
            scale_2_bar = result_1_bar[i] + exp_scale * moved[i, j] * tup_1_bar[i, j]
            scale_bar[i, j] += (1.0 - scale_2**2) * scale_2_bar
    kept_bar += y_bar[:, :stop_3]
    network_adjoint(
        kept,
        self_weights_0,
        self_weights_1,
        ary_bar,
        kept_bar,
        self_weights_0_bar,
        self_weights_1_bar,
    )
    if not self_is_turned:
        x_bar += x_2_bar


def norm_logpdf(x):
    """The logarithm of the density of the normal distribution."""
    normal_log_density_result = np.empty_like(x)
    for i in range(x.shape[0]):
        for j in range(x.shape[1]):
            z_ij = x[i, j]
            term = 0.5 * math.log(2.0 * math.pi)
            normal_log_density_result[i, j] = -0.5 * z_ij * z_ij - term
    return normal_log_density_result


def norm_logpdf_adjoint(x, result_bar, x_bar):
    """The adjoint of x is added to x_bar."""
    # forward and reverse in one sweep: the iterations are independent
    for i in range(x.shape[0]):
        for j in range(x.shape[1]):
            z_ij = x[i, j]
            x_bar[i, j] -= z_ij * result_bar[i, j]


def coupling_layers_value_and_grad(data, one_0, one_1, two_0, two_1):
    """The value of coupling_layers, and its gradient with respect to data, one and
    two.
    """
    # forward sweep
    total = np.zeros(len(data))
    z = data
    self_is_turned_2 = False
    self_is_turned_4 = True
    layer_is_turned = self_is_turned_2
    z_2, volume = call(one_0, one_1, layer_is_turned, z)
    if total.shape != volume.shape:
        raise ValueError("total and volume have different shapes")
    z_3, volume_2 = call(two_0, two_1, self_is_turned_4, z_2)
    for i in range(data.shape[0]):
        total[i] += volume[i]
        total[i] += volume_2[i]
    norm_logpdf_result = norm_logpdf(z_3)
    if z_3.shape[0] != len(total):
        raise ValueError("operand and total have different shapes")
    total_2 = 0.0
    for i in range(z_3.shape[0]):
        operand = 0.0
        for j in range(z_3.shape[1]):
            operand += norm_logpdf_result[i, j]
        total_2 += operand + total[i]
    value = -(total_2 / z_3.shape[0])

    # reverse sweep
    data_bar = np.zeros_like(data)
    one_0_bar = np.zeros_like(one_0)
    one_1_bar = np.zeros_like(one_1)
    two_0_bar = np.zeros_like(two_0)
    two_1_bar = np.zeros_like(two_1)
    total_2_bar = -1.0 / z_3.shape[0]
    total_bar = np.empty_like(total)
    norm_logpdf_result_bar = np.empty_like(norm_logpdf_result)
    for i in range(z_3.shape[0]):
        total_bar[i] = total_2_bar
        for j in range(z_3.shape[1]):
            norm_logpdf_result_bar[i, j] = total_2_bar
    z_3_bar = np.zeros_like(z_3)
    norm_logpdf_adjoint(z_3, norm_logpdf_result_bar, z_3_bar)
    volume_bar = np.empty_like(volume)
    volume_2_bar = np.zeros_like(volume_2)
    for i in range(data.shape[0]):
        volume_2_bar[i] += total_bar[i]
        volume_bar[i] = total_bar[i]
    z_2_bar = np.zeros_like(z_2)
    call_adjoint(
        two_0,
        two_1,
        self_is_turned_4,
        z_2,
        z_3_bar,
        volume_2_bar,
        two_0_bar,
        two_1_bar,
        z_2_bar,
    )
    call_adjoint(
        one_0,
        one_1,
        layer_is_turned,
        z,
        z_2_bar,
        volume_bar,
        one_0_bar,
        one_1_bar,
        data_bar,
    )
    return value, data_bar, one_0_bar, one_1_bar, two_0_bar, two_1_bar
