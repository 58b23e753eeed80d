import math

import numpy as np


def lotka_volterra_misfit_value_and_grad(
    parameters_0, parameters_1, parameters_2, parameters_3, initial, observed
):
    """The value of lotka_volterra_misfit, and its gradient with respect to
    parameters, initial and observed.
    """
    # forward sweep: saves predator and prey
    a = parameters_0
    b = parameters_1
    c = parameters_2
    d = parameters_3
    prey = initial[0]
    predator = initial[1]
    misfit = 0.0
    predator_saved = np.empty((observed.shape[0], 3))
    prey_saved = np.empty((observed.shape[0], 3))
    for k in range(observed.shape[0]):
        for k_2 in range(3):
            growth = a * prey - b * prey * predator
            decay = d * prey * predator - c * predator
            prey_saved[k, k_2] = prey
            prey += 0.1 * growth
            predator_saved[k, k_2] = predator
            predator += 0.1 * decay
        misfit += (math.log(prey) - observed[k, 0]) ** 2
        misfit += (math.log(predator) - observed[k, 1]) ** 2

    # reverse sweep
    initial_bar = np.zeros_like(initial)
    observed_bar = np.zeros_like(observed)
    a_bar = 0.0
    b_bar = 0.0
    c_bar = 0.0
    d_bar = 0.0
    prey_bar = 0.0
    predator_bar = 0.0
    for k in range(observed.shape[0] - 1, -1, -1):
        difference_bar = 2.0 * (math.log(predator) - observed[k, 1])
        observed_bar[k, 1] -= difference_bar
        predator_bar += difference_bar / predator
        difference_bar = 2.0 * (math.log(prey) - observed[k, 0])
        observed_bar[k, 0] -= difference_bar
        prey_bar += difference_bar / prey
        for k_2 in range(2, -1, -1):
            predator = predator_saved[k, k_2]
            decay_bar = 0.1 * predator_bar
            prey = prey_saved[k, k_2]
            growth_bar = 0.1 * prey_bar
            d_bar += prey * predator * decay_bar
            c_bar -= predator * decay_bar
            a_bar += prey * growth_bar
            b_bar -= prey * predator * growth_bar
            prey_bar += d * predator * decay_bar + (a - b * predator) * growth_bar
            predator_bar += (d * prey - c) * decay_bar - b * prey * growth_bar
    initial_bar[1] += predator_bar
    initial_bar[0] += prey_bar
    return misfit, a_bar, b_bar, c_bar, d_bar, initial_bar, observed_bar
