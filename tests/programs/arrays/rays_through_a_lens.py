"""Rays are refracted at the two spheres of a lens; how far their foot points spread."""

import numpy as np


def refract(height, slope, radius, ratio):
    sine = height / radius
    normal = np.arcsin(sine)
    incidence = np.arctan(slope) + normal
    return np.tan(np.arcsin(ratio * np.sin(incidence)) - normal)


def rays_through_a_lens(heights, radii, index, thickness, distance):
    slopes = np.zeros_like(heights)
    slopes = refract(heights, slopes, radii[0], 1.0 / index)
    heights = heights + thickness * slopes
    slopes = refract(heights, slopes, radii[1], index)
    landed = heights + distance * slopes
    return np.sqrt(np.mean((landed - landed.mean()) ** 2))


EXAMPLE = (np.array([-0.4, -0.1, 0.2, 0.5]), np.array([3.0, -2.5]), 1.5, 0.3, 1.9)
