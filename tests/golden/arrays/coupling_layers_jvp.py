import math

import numpy as np


def network_tangent(x, first, second, x_dot, first_dot, second_dot):
    """network and its tangent."""
    if x.shape[1] != first.shape[0]:
        raise ValueError("x and first have different shapes")
    if first.shape[1] != second.shape[0]:
        raise ValueError("first and second have different shapes")
    product_dot = x_dot @ first + x @ first_dot
    product = x @ first
    tanh_result_dot = np.empty_like(product)
    tanh_result = np.empty_like(product)
    for i in range(x.shape[0]):
        for j in range(first.shape[1]):
            tanh_product = np.tanh(product[i, j])
            tanh_result_dot[i, j] = (1.0 - tanh_product**2) * product_dot[i, j]
            tanh_result[i, j] = tanh_product
    value_dot = tanh_result_dot @ second + tanh_result @ second_dot
    return tanh_result @ second, value_dot


def call_tangent(
    self_weights_0,
    self_weights_1,
    self_is_turned,
    x,
    self_weights_0_dot,
    self_weights_1_dot,
    x_dot,
):
    """call and its tangent."""
    if self_is_turned:
        x_2_dot = x_dot[:, ::-1]
        x_2 = x[:, ::-1]
    else:
        x_2_dot = x_dot
        x_2 = x
    if x_2.shape[1] % 2 != 0:
        raise ValueError("array split does not result in an equal division")
    size = x_2.shape[1] // 2
    start = 1 * size + min(1, x_2.shape[1] % 2)
    moved_dot = x_2_dot[:, start:]
    moved = x_2[:, start:]
    size_2 = x_2.shape[1] // 2
    stop = 1 * size_2 + min(1, x_2.shape[1] % 2)
    kept_dot = x_2_dot[:, :stop]
    kept = x_2[:, :stop]
    ary, ary_dot = network_tangent(
        kept,
        self_weights_0,
        self_weights_1,
        kept_dot,
        self_weights_0_dot,
        self_weights_1_dot,
    )
    if ary.shape[1] % 2 != 0:
        raise ValueError("array split does not result in an equal division")
    size_3 = ary.shape[1] // 2
    start_2 = 1 * size_3 + min(1, ary.shape[1] % 2)
    scale_dot = ary_dot[:, start_2:]
    scale = ary[:, start_2:]
    size_2_2 = ary.shape[1] // 2
    stop_2 = 1 * size_2_2 + min(1, ary.shape[1] % 2)
    shift_dot = ary_dot[:, :stop_2]
    shift = ary[:, :stop_2]
    if moved.shape[0] != scale.shape[0]:
        raise ValueError("moved and scale have different shapes")
    if moved.shape[1] != scale.shape[1]:
        raise ValueError("moved and scale have different shapes")
    if scale.shape[1] != shift.shape[1]:
        raise ValueError("scale and shift have different shapes")
    tup_1_dot = np.empty_like(moved)
    tup_1 = np.empty_like(moved)
    if kept.shape[0] != scale.shape[0]:
        raise ValueError("operands have different shapes")
    length = kept.shape[1] + scale.shape[1]
    y_dot = np.zeros((kept.shape[0], length))
    y = np.empty((kept.shape[0], length))
    stop_3 = kept.shape[1]
    y_dot[:, :stop_3] = kept_dot
    y[:, :stop_3] = kept
    start_3 = kept.shape[1]
    total_dot = np.empty(scale.shape[0])
    total = np.empty(scale.shape[0])
    for i in range(scale.shape[0]):
        total_dot[i] = 0.0
        total[i] = 0.0
        for j in range(scale.shape[1]):
            scale_2 = np.tanh(scale[i, j])
            scale_2_dot = (1.0 - scale_2**2) * scale_dot[i, j]
            exp_scale = np.exp(scale_2)
            exp_scale_dot = exp_scale * scale_2_dot
            tup_1_dot[i, j] = (
                moved_dot[i, j] * exp_scale
                + moved[i, j] * exp_scale_dot
                + shift_dot[i, j]
            )
            tup_1[i, j] = moved[i, j] * exp_scale + shift[i, j]
            total_dot[i] += scale_2_dot
            total[i] += scale_2
    y_dot[:, start_3:] = tup_1_dot
    y[:, start_3:] = tup_1
    if self_is_turned:
        choice_2_dot = y_dot[:, ::-1]
        choice_2 = y[:, ::-1]
    else:
        choice_2_dot = y_dot
        choice_2 = y
    return choice_2, total, choice_2_dot, total_dot


def norm_logpdf_tangent(x, x_dot):
    """norm_logpdf and its tangent."""
    normal_log_density_result_dot = np.empty_like(x)
    normal_log_density_result = np.empty_like(x)
    for i in range(x.shape[0]):
        for j in range(x.shape[1]):
            z_ij_dot = x_dot[i, j]
            z_ij = x[i, j]
            term = -0.5 * z_ij_dot * z_ij
            normal_log_density_result_dot[i, j] = term - 0.5 * z_ij * z_ij_dot
            term_2 = 0.5 * math.log(2.0 * math.pi)
            normal_log_density_result[i, j] = -0.5 * z_ij * z_ij - term_2
    return normal_log_density_result, normal_log_density_result_dot


def coupling_layers_jvp(
    data,
    one_0,
    one_1,
    two_0,
    two_1,
    data_dot,
    one_0_dot,
    one_1_dot,
    two_0_dot,
    two_1_dot,
):
    """The value of coupling_layers, and its derivative in the direction data_dot,
    one_0_dot, one_1_dot, two_0_dot, two_1_dot.
    """
    total_dot = np.empty(len(data))
    total = np.zeros(len(data))
    z = data
    self_is_turned_2 = False
    self_is_turned_4 = True
    layer_is_turned = self_is_turned_2
    z_2, volume, z_2_dot, volume_dot = call_tangent(
        one_0, one_1, layer_is_turned, z, one_0_dot, one_1_dot, data_dot
    )
    if total.shape != volume.shape:
        raise ValueError("total and volume have different shapes")
    layer_is_turned = self_is_turned_4
    z_3, volume_2, z_3_dot, volume_2_dot = call_tangent(
        two_0, two_1, layer_is_turned, z_2, two_0_dot, two_1_dot, z_2_dot
    )
    for i in range(data.shape[0]):
        total[i] += volume[i]
        total_dot[i] = volume_dot[i] + volume_2_dot[i]
        total[i] += volume_2[i]
    norm_logpdf_result, norm_logpdf_result_dot = norm_logpdf_tangent(z_3, z_3_dot)
    if z_3.shape[0] != len(total):
        raise ValueError("operand and total have different shapes")
    total_2_dot = 0.0
    total_2 = 0.0
    for i in range(z_3.shape[0]):
        operand_dot = 0.0
        operand = 0.0
        for j in range(z_3.shape[1]):
            operand_dot += norm_logpdf_result_dot[i, j]
            operand += norm_logpdf_result[i, j]
        total_2_dot += operand_dot + total_dot[i]
        total_2 += operand + total[i]
    return -(total_2 / z_3.shape[0]), -total_2_dot / z_3.shape[0]
