"""A beam under a distributed load: shear, moment and deflection as polynomials."""

import numpy as np


def deflection_of_a_beam(load, length, stiffness, at):
    shear = np.polyint(-load)
    moment = np.polyint(shear)
    total, turn = np.polyval(shear, length), np.polyval(moment, length)
    reaction = -turn / length
    moment = moment + np.array([0.0] * (len(moment) - 2) + [1.0, 0.0]) * reaction
    slope = np.polyint(moment / stiffness)
    bend = np.polyint(slope)
    correction = -np.polyval(bend, length) / length
    deflection = np.polyval(bend, at) + correction * at
    rotation = np.polyval(np.polyder(bend), at) + correction
    energy = np.polyval(np.polyint(np.convolve(moment, moment)), length)
    return deflection, rotation, 0.5 * energy / stiffness + total


EXAMPLE = (np.array([0.4, -0.7, 1.3]), 2.2, 1.7, np.array([0.4, 1.1, 1.8]))
