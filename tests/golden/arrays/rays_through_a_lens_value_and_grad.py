import numpy as np


def refract(height, slope, radius, ratio):
    if len(slope) != len(height):
        raise ValueError("slope and normal have different shapes")
    out = np.empty_like(slope)
    for i in range(len(height)):
        sine = height[i] / radius
        normal = np.arcsin(sine)
        incidence = np.arctan(slope[i]) + normal
        out[i] = np.tan(np.arcsin(ratio * np.sin(incidence)) - normal)
    return out


def refract_adjoint(height, slope, radius, ratio, result_bar, height_bar):
    """The adjoints of radius and ratio in refract; the adjoint of height is added to
    height_bar.
    """
    # forward sweep
    if len(slope) != len(height):
        raise ValueError("slope and normal have different shapes")

    # forward and reverse in one sweep: the iterations are independent
    ratio_bar = 0.0
    radius_bar = 0.0
    for i in range(len(height)):
        sine = height[i] / radius
        normal = np.arcsin(sine)
        incidence = np.arctan(slope[i]) + normal
        sin_incidence = np.sin(incidence)
        tangent = np.tan(np.arcsin(ratio * sin_incidence) - normal)
        difference_bar = (1.0 + tangent**2) * result_bar[i]
        product_bar = difference_bar / np.sqrt(1.0 - (ratio * sin_incidence) ** 2)
        ratio_bar += sin_incidence * product_bar
        normal_bar = np.cos(incidence) * ratio * product_bar - difference_bar
        numerator_bar = normal_bar / np.sqrt(1.0 - sine**2) / radius
        height_bar[i] += numerator_bar
        radius_bar -= sine * numerator_bar
    return radius_bar, ratio_bar


def refract_adjoint_2(height, slope, radius, ratio, result_bar, height_bar, slope_bar):
    """The adjoints of radius and ratio in refract; the adjoint of height and slope
    is added to height_bar, slope_bar.
    """
    # forward sweep
    if len(slope) != len(height):
        raise ValueError("slope and normal have different shapes")

    # forward and reverse in one sweep: the iterations are independent
    ratio_bar = 0.0
    radius_bar = 0.0
    for i in range(len(height)):
        sine = height[i] / radius
        normal = np.arcsin(sine)
        incidence = np.arctan(slope[i]) + normal
        sin_incidence = np.sin(incidence)
        tangent = np.tan(np.arcsin(ratio * sin_incidence) - normal)
        difference_bar = (1.0 + tangent**2) * result_bar[i]
        product_bar = difference_bar / np.sqrt(1.0 - (ratio * sin_incidence) ** 2)
        ratio_bar += sin_incidence * product_bar
        incidence_bar = np.cos(incidence) * ratio * product_bar
        slope_bar[i] += incidence_bar / (1.0 + slope[i] ** 2)
        sine_bar = (incidence_bar - difference_bar) / np.sqrt(1.0 - sine**2)
        numerator_bar = sine_bar / radius
        height_bar[i] += numerator_bar
        radius_bar -= sine * numerator_bar
    return radius_bar, ratio_bar


def rays_through_a_lens_value_and_grad(heights, radii, index, thickness, distance):
    """The value of rays_through_a_lens, and its gradient with respect to heights,
    radii, index, thickness and distance.
    """
    # forward sweep
    slopes = np.zeros_like(heights)
    quotient = 1.0 / index
    slopes_2 = refract(heights, slopes, radii[0], quotient)
    heights_2 = np.empty_like(heights)
    for i in range(len(heights)):
        heights_2[i] = heights[i] + thickness * slopes_2[i]
    slopes_3 = refract(heights_2, slopes_2, radii[1], index)
    landed = np.empty_like(heights)
    total_2 = 0.0
    for i in range(len(heights)):
        landed[i] = heights_2[i] + distance * slopes_3[i]
        total_2 += landed[i]
    total = 0.0
    for i in range(len(heights)):
        total += (landed[i] - total_2 / len(heights)) ** 2
    value = np.sqrt(total / len(heights))

    # reverse sweep
    heights_bar = np.empty_like(heights)
    radii_bar = np.zeros_like(radii)
    total_bar = 1.0 / (2.0 * value) / len(heights)
    landed_bar = np.empty_like(landed)
    total_2_bar = 0.0
    for i in range(len(heights)):
        difference_bar = 2.0 * (landed[i] - total_2 / len(heights)) * total_bar
        landed_bar[i] = difference_bar
        total_2_bar -= difference_bar / len(heights)
    heights_2_bar = np.empty_like(heights_2)
    slopes_3_bar = np.empty_like(slopes_3)
    distance_bar = 0.0
    for i in range(len(heights)):
        landed_bar[i] += total_2_bar
        heights_2_bar[i] = landed_bar[i]
        distance_bar += slopes_3[i] * landed_bar[i]
        slopes_3_bar[i] = distance * landed_bar[i]
    slopes_2_bar = np.zeros_like(slopes_2)
    radii_bar_part, index_bar = refract_adjoint_2(
        heights_2, slopes_2, radii[1], index, slopes_3_bar, heights_2_bar, slopes_2_bar
    )
    radii_bar[1] += radii_bar_part
    thickness_bar = 0.0
    for i in range(len(heights)):
        heights_bar[i] = heights_2_bar[i]
        thickness_bar += slopes_2[i] * heights_2_bar[i]
        slopes_2_bar[i] += thickness * heights_2_bar[i]
    radii_bar_part, quotient_bar = refract_adjoint(
        heights, slopes, radii[0], quotient, slopes_2_bar, heights_bar
    )
    radii_bar[0] += radii_bar_part
    index_bar -= quotient * quotient_bar / index
    return value, heights_bar, radii_bar, index_bar, thickness_bar, distance_bar
