import numpy as np


def refract_tangent(height, slope, radius, ratio, height_dot, radius_dot, ratio_dot):
    """refract and its tangent."""
    if len(slope) != len(height):
        raise ValueError("slope and normal have different shapes")
    out_dot = np.empty_like(slope)
    out = np.empty_like(slope)
    for i in range(len(height)):
        sine = height[i] / radius
        sine_dot = (height_dot[i] - sine * radius_dot) / radius
        normal_dot = sine_dot / np.sqrt(1.0 - sine**2)
        normal = np.arcsin(sine)
        incidence = np.arctan(slope[i]) + normal
        sin_incidence_dot = np.cos(incidence) * normal_dot
        sin_incidence = np.sin(incidence)
        factor = ratio_dot * sin_incidence + ratio * sin_incidence_dot
        arcsin_result_dot = factor / np.sqrt(1.0 - (ratio * sin_incidence) ** 2)
        tangent = np.tan(np.arcsin(ratio * sin_incidence) - normal)
        out_dot[i] = (1.0 + tangent**2) * (arcsin_result_dot - normal_dot)
        out[i] = tangent
    return out, out_dot


def refract_tangent_2(
    height, slope, radius, ratio, height_dot, slope_dot, radius_dot, ratio_dot
):
    """refract and its tangent."""
    if len(slope) != len(height):
        raise ValueError("slope and normal have different shapes")
    out_dot = np.empty_like(slope)
    out = np.empty_like(slope)
    for i in range(len(height)):
        sine = height[i] / radius
        sine_dot = (height_dot[i] - sine * radius_dot) / radius
        normal_dot = sine_dot / np.sqrt(1.0 - sine**2)
        normal = np.arcsin(sine)
        incidence_dot = slope_dot[i] / (1.0 + slope[i] ** 2) + normal_dot
        incidence = np.arctan(slope[i]) + normal
        sin_incidence_dot = np.cos(incidence) * incidence_dot
        sin_incidence = np.sin(incidence)
        factor = ratio_dot * sin_incidence + ratio * sin_incidence_dot
        arcsin_result_dot = factor / np.sqrt(1.0 - (ratio * sin_incidence) ** 2)
        tangent = np.tan(np.arcsin(ratio * sin_incidence) - normal)
        out_dot[i] = (1.0 + tangent**2) * (arcsin_result_dot - normal_dot)
        out[i] = tangent
    return out, out_dot


def rays_through_a_lens_jvp(
    heights,
    radii,
    index,
    thickness,
    distance,
    heights_dot,
    radii_dot,
    index_dot,
    thickness_dot,
    distance_dot,
):
    """The value of rays_through_a_lens, and its derivative in the direction
    heights_dot, radii_dot, index_dot, thickness_dot, distance_dot.
    """
    slopes = np.zeros_like(heights)
    quotient = 1.0 / index
    quotient_dot = -quotient * index_dot / index
    slopes_2, slopes_2_dot = refract_tangent(
        heights, slopes, radii[0], quotient, heights_dot, radii_dot[0], quotient_dot
    )
    heights_2_dot = np.empty_like(heights)
    heights_2 = np.empty_like(heights)
    for i in range(len(heights)):
        term = thickness_dot * slopes_2[i] + thickness * slopes_2_dot[i]
        heights_2_dot[i] = heights_dot[i] + term
        heights_2[i] = heights[i] + thickness * slopes_2[i]
    slopes_3, slopes_3_dot = refract_tangent_2(
        heights_2,
        slopes_2,
        radii[1],
        index,
        heights_2_dot,
        slopes_2_dot,
        radii_dot[1],
        index_dot,
    )
    landed_dot = np.empty_like(heights)
    landed = np.empty_like(heights)
    total_2_dot = 0.0
    total_2 = 0.0
    for i in range(len(heights)):
        term_2 = distance_dot * slopes_3[i] + distance * slopes_3_dot[i]
        landed_dot[i] = heights_2_dot[i] + term_2
        landed[i] = heights_2[i] + distance * slopes_3[i]
        total_2_dot += landed_dot[i]
        total_2 += landed[i]
    total_dot = 0.0
    total = 0.0
    for i in range(len(heights)):
        quotient = total_2 / len(heights)
        quotient_dot = total_2_dot / len(heights)
        total_dot += 2.0 * (landed[i] - quotient) * (landed_dot[i] - quotient_dot)
        total += (landed[i] - quotient) ** 2
    value = np.sqrt(total / len(heights))
    return value, total_dot / len(heights) / (2.0 * value)
