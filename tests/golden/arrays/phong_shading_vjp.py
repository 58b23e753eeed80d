import math

import numpy as np


def length_of(x):
    """The Euclidean length of a vector: s2sad.library.norms.length_of(x)."""
    total = 0.0
    for i in range(len(x)):
        total += x[i] * x[i]
    return np.sqrt(total)


def along_axis(a):
    """What a function gives for each vector along an axis of an array."""
    values = np.empty(a.shape[0])
    for i in range(a.shape[0]):
        a_i = a[i]
        values[i] = length_of(a_i)
    return values


def length_of_adjoint(x, z_bar, x_bar):
    z = length_of(x)
    for i in range(len(x_bar)):
        x_bar[i] += x[i] * (z_bar / (z if z != 0.0 else 1.0))


def along_axis_adjoint(a, result_bar, a_bar):
    """The adjoint of a is added to a_bar."""
    # forward and reverse in one sweep: the iterations are independent
    for i in range(a.shape[0]):
        a_i = a[i]
        a_i_bar = a_bar[i]
        length_of_adjoint(a_i, result_bar[i], a_i_bar)


def cross(a, b):
    """The vectors that stand on pairs of vectors in space."""
    count = len(a)
    if len(a) != len(b):
        raise ValueError("operands of cross have different shapes")
    shape_0 = a.shape[0]
    shape_1 = a.shape[1]
    result = np.empty((shape_0, shape_1))
    for i in range(count):
        a_i = a[i]
        b_i = b[i]
        if len(a_i) != 3 or len(b_i) != 3:
            raise ValueError("cross of vectors that do not have three elements")
        if len(result[i]) != 3:
            raise ValueError("result[i] and an array of 3 have different shapes")
        array_result = np.array(
            [
                a_i[1] * b_i[2] - a_i[2] * b_i[1],
                a_i[2] * b_i[0] - a_i[0] * b_i[2],
                a_i[0] * b_i[1] - a_i[1] * b_i[0],
            ]
        )
        for j in range(shape_1):
            result[i, j] = array_result[j]
    return result


def cross_adjoint(a, b, result_bar, a_bar, b_bar):
    """The adjoint of a and b is added to a_bar, b_bar."""
    # forward sweep
    count = len(a)
    if len(a) != len(b):
        raise ValueError("operands of cross have different shapes")
    shape_0 = a.shape[0]
    shape_1 = a.shape[1]
    result = np.empty((shape_0, shape_1))
    for i in range(count):
        a_i = a[i]
        b_i = b[i]
        if len(a_i) != 3 or len(b_i) != 3:
            raise ValueError("cross of vectors that do not have three elements")
        if len(result[i]) != 3:
            raise ValueError("result[i] and an array of 3 have different shapes")
        array_result = np.array(
            [
                a_i[1] * b_i[2] - a_i[2] * b_i[1],
                a_i[2] * b_i[0] - a_i[0] * b_i[2],
                a_i[0] * b_i[1] - a_i[1] * b_i[0],
            ]
        )

    # forward and reverse in one sweep: the iterations are independent
    for i in range(count):
        a_i = a[i]
        b_i = b[i]
        array_result_bar = np.zeros_like(array_result)
        for j in range(shape_1):
            array_result_bar[j] += result_bar[i, j]
        a_i_bar = a_bar[i]
        b_i_bar = b_bar[i]
        a_i_bar[2] += b_i[0] * array_result_bar[1] - b_i[1] * array_result_bar[0]
        b_i_bar[2] += a_i[1] * array_result_bar[0] - a_i[0] * array_result_bar[1]
        a_i_bar[0] += b_i[1] * array_result_bar[2] - b_i[2] * array_result_bar[1]
        b_i_bar[1] += a_i[0] * array_result_bar[2] - a_i[2] * array_result_bar[0]
        a_i_bar[1] += b_i[2] * array_result_bar[0] - b_i[0] * array_result_bar[2]
        b_i_bar[0] += a_i[2] * array_result_bar[1] - a_i[1] * array_result_bar[2]


def phong_shading_vjp(vertices, faces, lamp, eye, colour, gloss, result_bar):
    """The adjoints of vertices, lamp, eye, colour and gloss of phong_shading, for
    the adjoint of its result.
    """
    # forward sweep: saves light, view, total, cosine, values_2_3 and values_2_2
    index = faces[:, 0]
    index_2 = faces[:, 1]
    index_3 = faces[:, 2]
    a = vertices[index]
    b = vertices[index_2]
    c = vertices[index_3]
    term = np.empty_like(b)
    term_2 = np.empty_like(c)
    for i in range(faces.shape[0]):
        for j in range(vertices.shape[1]):
            term[i, j] = b[i, j] - a[i, j]
            term_2[i, j] = c[i, j] - a[i, j]
    normal = cross(term, term_2)
    values = along_axis(normal)
    area = np.empty_like(values)
    term_3 = np.empty_like(values)
    for i in range(faces.shape[0]):
        area[i] = 0.5 * values[i]
        term_3[i] = 2.0 * area[i]
    term_3_part = term_3[:, None]
    normal_2 = np.empty_like(normal)
    middle = np.empty_like(a)
    if len(lamp) != vertices.shape[1]:
        raise ValueError("lamp and middle have different shapes")
    light = np.empty_like(a)
    if len(eye) != vertices.shape[1]:
        raise ValueError("eye and middle have different shapes")
    view = np.empty_like(a)
    light_saved = np.empty((faces.shape[0], vertices.shape[1]))
    view_saved = np.empty((faces.shape[0], vertices.shape[1]))
    total_saved = np.empty(faces.shape[0])
    cosine_saved = np.empty(faces.shape[0])
    values_2_3_saved = np.empty(faces.shape[0])
    values_2_2_saved = np.empty(faces.shape[0])
    for i in range(faces.shape[0]):
        values_2 = 0.0
        for j in range(vertices.shape[1]):
            normal_2[i, j] = normal[i, j] / term_3_part[i, 0]
            middle[i, j] = (a[i, j] + b[i, j] + c[i, j]) / 3.0
            light[i, j] = lamp[j] - middle[i, j]
            a_2 = light[i, j] ** 2
            values_2 += a_2
        values_2_2_saved[i] = values_2
        values_2_2 = 0.0
        for j in range(vertices.shape[1]):
            light_saved[i, j] = light[i, j]
            light[i, j] /= np.sqrt(values_2)
            view[i, j] = eye[j] - middle[i, j]
            a_3 = view[i, j] ** 2
            values_2_2 += a_3
        values_2_3_saved[i] = values_2_2
        cosine = 0.0
        for j in range(vertices.shape[1]):
            view_saved[i, j] = view[i, j]
            view[i, j] /= np.sqrt(values_2_2)
            cosine += normal_2[i, j] * light[i, j]
        cosine_saved[i] = cosine
        total = 0.0
        for j in range(vertices.shape[1]):
            mirrored = 2.0 * cosine * normal_2[i, j] - light[i, j]
            total += mirrored * view[i, j]
        total_saved[i] = total

    # reverse sweep
    vertices_bar = np.zeros_like(vertices)
    lamp_bar = np.zeros_like(lamp)
    eye_bar = np.zeros_like(eye)
    colour_bar = np.zeros_like(colour)
    out_bar = result_bar.copy()
    a_bar = np.zeros_like(a)
    b_bar = np.zeros_like(b)
    c_bar = np.zeros_like(c)
    normal_bar = np.zeros_like(normal)
    area_bar = np.zeros_like(area)
    term_3_bar = np.zeros_like(term_3)
    term_3_part_bar = term_3_bar[:, None]
    normal_2_bar = np.zeros_like(normal_2)
    middle_bar = np.zeros_like(middle)
    light_bar = np.zeros_like(light)
    view_bar = np.zeros_like(view)
    gloss_bar = 0.0
    for i in range(faces.shape[0]):
        total = total_saved[i]
        cosine = cosine_saved[i]
        maximum_result = np.maximum(total, 0.0)
        shine = maximum_result**gloss
        if cosine > 0.0:
            lit = cosine
        else:
            lit = 0.0
        shine_bar = 0.0
        lit_bar = 0.0
        for j in range(len(colour)):
            area_bar[i] += (lit * colour[j] + shine) * out_bar[j]
            sum_bar = area[i] * out_bar[j]
            lit_bar += colour[j] * sum_bar
            colour_bar[j] += lit * sum_bar
            shine_bar += sum_bar
        cosine_bar = 0.0
        if cosine > 0.0:
            cosine_bar += lit_bar
        factor = gloss * maximum_result ** (gloss - 1.0) if gloss != 0.0 else 0.0
        maximum_result_bar = factor * shine_bar
        factor_2 = (
            shine * math.log(maximum_result)
            if maximum_result > 0.0
            else 0.0
            if maximum_result == 0.0
            else math.nan
        )
        gloss_bar += factor_2 * shine_bar
        total_bar = maximum_result_bar if total >= 0.0 else 0.0
        for j in range(vertices.shape[1]):
            mirrored = 2.0 * cosine * normal_2[i, j] - light[i, j]
            mirrored_bar = view[i, j] * total_bar
            view_bar[i, j] += mirrored * total_bar
            cosine_bar += 2.0 * normal_2[i, j] * mirrored_bar
            normal_2_bar[i, j] += 2.0 * cosine * mirrored_bar
            light_bar[i, j] -= mirrored_bar
        values_2_2 = values_2_3_saved[i]
        values_2_2_bar = 0.0
        for j in range(vertices.shape[1]):
            normal_2_bar[i, j] += light[i, j] * cosine_bar
            light_bar[i, j] += normal_2[i, j] * cosine_bar
            view[i, j] = view_saved[i, j]
            sqrt_values_2 = np.sqrt(values_2_2)
            numerator_bar = view_bar[i, j] / sqrt_values_2
            view_bar[i, j] = numerator_bar
            sqrt_values_2_bar = -view[i, j] * numerator_bar / sqrt_values_2
            values_2_2_bar += sqrt_values_2_bar / (2.0 * sqrt_values_2)
        values_2 = values_2_2_saved[i]
        values_2_bar = 0.0
        for j in range(vertices.shape[1]):
            view_bar[i, j] += 2.0 * view[i, j] * values_2_2_bar
            eye_bar[j] += view_bar[i, j]
            middle_bar[i, j] -= view_bar[i, j]
            light[i, j] = light_saved[i, j]
            sqrt_values_2 = np.sqrt(values_2)
            numerator_bar = light_bar[i, j] / sqrt_values_2
            light_bar[i, j] = numerator_bar
            sqrt_values_2_bar = -light[i, j] * numerator_bar / sqrt_values_2
            values_2_bar += sqrt_values_2_bar / (2.0 * sqrt_values_2)
        for j in range(vertices.shape[1]):
            light_bar[i, j] += 2.0 * light[i, j] * values_2_bar
            lamp_bar[j] += light_bar[i, j]
            middle_bar[i, j] -= light_bar[i, j]
            sum_bar = middle_bar[i, j] / 3.0
            a_bar[i, j] += sum_bar
            b_bar[i, j] += sum_bar
            c_bar[i, j] += sum_bar
            quotient = normal[i, j] / term_3_part[i, 0]
            numerator_bar = normal_2_bar[i, j] / term_3_part[i, 0]
            normal_bar[i, j] += numerator_bar
            term_3_part_bar[i, 0] -= quotient * numerator_bar
    values_bar = np.zeros_like(values)
    for i in range(faces.shape[0]):
        area_bar[i] += 2.0 * term_3_bar[i]
        values_bar[i] += 0.5 * area_bar[i]
    along_axis_adjoint(normal, values_bar, normal_bar)
    term_bar = np.zeros_like(term)
    term_2_bar = np.zeros_like(term_2)
    cross_adjoint(term, term_2, normal_bar, term_bar, term_2_bar)
    for i in range(faces.shape[0]):
        for j in range(vertices.shape[1]):
            c_bar[i, j] += term_2_bar[i, j]
            b_bar[i, j] += term_bar[i, j]
            a_bar[i, j] -= term_2_bar[i, j] + term_bar[i, j]
    for k_2 in range(len(index_3)):
        vertices_bar[index_3[k_2]] += c_bar[k_2]
    for k_3 in range(len(index_2)):
        vertices_bar[index_2[k_3]] += b_bar[k_3]
    for k in range(len(index)):
        vertices_bar[index[k]] += a_bar[k]
    return vertices_bar, lamp_bar, eye_bar, colour_bar, gloss_bar
