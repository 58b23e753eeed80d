import math

import numpy as np


def length_of(x):
    """The Euclidean length of a vector: s2sad.library.norms.length_of(x)."""
    total = 0.0
    for i in range(len(x)):
        total += x[i] * x[i]
    return np.sqrt(total)


def length_of_tangent(x, x_dot):
    z = length_of(x)
    total = 0.0
    for i in range(len(x)):
        total += x[i] * x_dot[i]
    return z, total / (z if z != 0.0 else 1.0)


def along_axis_tangent(a, a_dot):
    """along_axis and its tangent."""
    values_dot = np.zeros(a.shape[0])
    values = np.empty(a.shape[0])
    for i in range(a.shape[0]):
        a_i_dot = a_dot[i]
        a_i = a[i]
        values[i], values_dot[i] = length_of_tangent(a_i, a_i_dot)
    return values, values_dot


def cross_tangent(a, b, a_dot, b_dot):
    """cross and its tangent."""
    count = len(a)
    if len(a) != len(b):
        raise ValueError("operands of cross have different shapes")
    shape_0 = a.shape[0]
    shape_1 = a.shape[1]
    result_dot = np.empty((shape_0, shape_1))
    result = np.empty((shape_0, shape_1))
    for i in range(count):
        a_i_dot = a_dot[i]
        a_i = a[i]
        b_i_dot = b_dot[i]
        b_i = b[i]
        if len(a_i) != 3 or len(b_i) != 3:
            raise ValueError("cross of vectors that do not have three elements")
        if len(result[i]) != 3:
            raise ValueError("result[i] and an array of 3 have different shapes")
        array_result_dot = np.array(
            [
                a_i_dot[1] * b_i[2]
                + a_i[1] * b_i_dot[2]
                - (a_i_dot[2] * b_i[1] + a_i[2] * b_i_dot[1]),
                a_i_dot[2] * b_i[0]
                + a_i[2] * b_i_dot[0]
                - (a_i_dot[0] * b_i[2] + a_i[0] * b_i_dot[2]),
                a_i_dot[0] * b_i[1]
                + a_i[0] * b_i_dot[1]
                - (a_i_dot[1] * b_i[0] + a_i[1] * b_i_dot[0]),
            ]
        )
        array_result = np.array(
            [
                a_i[1] * b_i[2] - a_i[2] * b_i[1],
                a_i[2] * b_i[0] - a_i[0] * b_i[2],
                a_i[0] * b_i[1] - a_i[1] * b_i[0],
            ]
        )
        for j in range(shape_1):
            result_dot[i, j] = array_result_dot[j]
            result[i, j] = array_result[j]
    return result, result_dot


def phong_shading_jvp(
    vertices,
    faces,
    lamp,
    eye,
    colour,
    gloss,
    vertices_dot,
    lamp_dot,
    eye_dot,
    colour_dot,
    gloss_dot,
):
    """The value of phong_shading, and its derivative in the direction vertices_dot,
    lamp_dot, eye_dot, colour_dot, gloss_dot.
    """
    index = faces[:, 0]
    index_2 = faces[:, 1]
    index_3 = faces[:, 2]
    a_dot = vertices_dot[index].copy()
    a = vertices[index]
    b_dot = vertices_dot[index_2].copy()
    b = vertices[index_2]
    c_dot = vertices_dot[index_3].copy()
    c = vertices[index_3]
    term_dot = np.zeros_like(b)
    term = np.empty_like(b)
    term_2_dot = np.zeros_like(c)
    term_2 = np.empty_like(c)
    for i in range(faces.shape[0]):
        for j in range(vertices.shape[1]):
            term_dot[i, j] = b_dot[i, j] - a_dot[i, j]
            term[i, j] = b[i, j] - a[i, j]
            term_2_dot[i, j] = c_dot[i, j] - a_dot[i, j]
            term_2[i, j] = c[i, j] - a[i, j]
    normal, normal_dot = cross_tangent(term, term_2, term_dot, term_2_dot)
    values, values_dot = along_axis_tangent(normal, normal_dot)
    area_dot = np.zeros_like(values)
    area = np.empty_like(values)
    term_3_dot = np.zeros_like(values)
    term_3 = np.empty_like(values)
    for i in range(faces.shape[0]):
        area_dot[i] = 0.5 * values_dot[i]
        area[i] = 0.5 * values[i]
        term_3_dot[i] = 2.0 * area_dot[i]
        term_3[i] = 2.0 * area[i]
    term_3_part_dot = term_3_dot[:, None]
    term_3_part = term_3[:, None]
    normal_2_dot = np.zeros_like(normal)
    normal_2 = np.empty_like(normal)
    middle_dot = np.zeros_like(a)
    middle = np.empty_like(a)
    if len(lamp) != vertices.shape[1]:
        raise ValueError("lamp and middle have different shapes")
    light_dot = np.zeros_like(a)
    light = np.empty_like(a)
    if len(eye) != vertices.shape[1]:
        raise ValueError("eye and middle have different shapes")
    view_dot = np.zeros_like(a)
    view = np.empty_like(a)
    out_dot = np.zeros(len(colour))
    out = np.zeros(len(colour))
    for i in range(faces.shape[0]):
        values_2_dot = 0.0
        values_2 = 0.0
        for j in range(vertices.shape[1]):
            quotient = normal[i, j] / term_3_part[i, 0]
            factor = normal_dot[i, j] - quotient * term_3_part_dot[i, 0]
            quotient_dot = factor / term_3_part[i, 0]
            normal_2_dot[i, j] = quotient_dot
            normal_2[i, j] = quotient
            middle_dot[i, j] = (a_dot[i, j] + b_dot[i, j] + c_dot[i, j]) / 3.0
            middle[i, j] = (a[i, j] + b[i, j] + c[i, j]) / 3.0
            light_dot[i, j] = lamp_dot[j] - middle_dot[i, j]
            light[i, j] = lamp[j] - middle[i, j]
            a_2 = light[i, j] ** 2
            values_2_dot += 2.0 * light[i, j] * light_dot[i, j]
            values_2 += a_2
        values_2_2_dot = 0.0
        values_2_2 = 0.0
        for j in range(vertices.shape[1]):
            sqrt_values_2 = np.sqrt(values_2)
            sqrt_values_2_dot = values_2_dot / (2.0 * sqrt_values_2)
            factor_2 = light_dot[i, j] - light[i, j] * sqrt_values_2_dot / sqrt_values_2
            light_dot[i, j] = factor_2 / sqrt_values_2
            light[i, j] /= sqrt_values_2
            view_dot[i, j] = eye_dot[j] - middle_dot[i, j]
            view[i, j] = eye[j] - middle[i, j]
            a_3 = view[i, j] ** 2
            values_2_2_dot += 2.0 * view[i, j] * view_dot[i, j]
            values_2_2 += a_3
        cosine_dot = 0.0
        cosine = 0.0
        for j in range(vertices.shape[1]):
            sqrt_values_2 = np.sqrt(values_2_2)
            sqrt_values_2_dot = values_2_2_dot / (2.0 * sqrt_values_2)
            factor_3 = view_dot[i, j] - view[i, j] * sqrt_values_2_dot / sqrt_values_2
            view_dot[i, j] = factor_3 / sqrt_values_2
            view[i, j] /= sqrt_values_2
            term_4 = normal_2[i, j] * light_dot[i, j]
            cosine_dot += normal_2_dot[i, j] * light[i, j] + term_4
            cosine += normal_2[i, j] * light[i, j]
        total_dot = 0.0
        total = 0.0
        for j in range(vertices.shape[1]):
            mirrored_dot = (
                2.0 * cosine_dot * normal_2[i, j]
                + 2.0 * cosine * normal_2_dot[i, j]
                - light_dot[i, j]
            )
            mirrored = 2.0 * cosine * normal_2[i, j] - light[i, j]
            total_dot += mirrored_dot * view[i, j] + mirrored * view_dot[i, j]
            total += mirrored * view[i, j]
        maximum_result_dot = total_dot if total >= 0.0 else 0.0
        maximum_result = np.maximum(total, 0.0)
        shine = maximum_result**gloss
        factor_4 = (
            shine * math.log(maximum_result)
            if maximum_result > 0.0
            else 0.0
            if maximum_result == 0.0
            else math.nan
        )
        term_5 = factor_4 * gloss_dot
        factor_5 = gloss * maximum_result ** (gloss - 1.0) if gloss != 0.0 else 0.0
        term_6 = factor_5 * maximum_result_dot
        shine_dot = term_6 + term_5
        if cosine > 0.0:
            lit_dot = cosine_dot
            lit = cosine
        else:
            lit_dot = 0.0
            lit = 0.0
        for j in range(len(colour)):
            term_7 = area[i] * (lit_dot * colour[j] + lit * colour_dot[j] + shine_dot)
            out_dot[j] += area_dot[i] * (lit * colour[j] + shine) + term_7
            out[j] += area[i] * (lit * colour[j] + shine)
    return out, out_dot
