import math

import numpy as np


def expit(x):
    """The logistic function, 1 / (1 + exp(-x)): scipy.special.expit(x)."""
    if x < 0.0:
        part = math.exp(x)
        result = part / (1.0 + part)
    else:
        result = 1.0 / (1.0 + math.exp(-x))
    return result


def expit_adjoint(x, z_bar):
    z = expit(x)
    return z * expit(-x) * z_bar


def logit(x):
    """The logarithm of the odds, log(x / (1 - x)): scipy.special.logit(x)."""
    if 0.3 < x < 0.7:
        result = 2.0 * math.atanh(2.0 * x - 1.0)
    else:
        result = math.log(x / (1.0 - x))
    return result


def logit_adjoint(x, z_bar):
    return z_bar / (x * (1.0 - x))


def xlog1py_adjoint(x, y, z_bar):
    return (
        math.log1p(y) * z_bar,
        (x / (1.0 + y) if x != 0.0 or y != -1.0 else 0.0) * z_bar,
    )


def xlogy_adjoint(x, y, z_bar):
    return math.log(y) * z_bar, (x / y if x != 0.0 or y != 0.0 else 0.0) * z_bar


def answers_of_pupils_vjp(
    ability, difficulty, sharpness, guess, right, result_0_bar, result_1_bar
):
    """The adjoints of ability, difficulty, sharpness, guess and right of
    answers_of_pupils, for the adjoint of its result.
    """
    # forward sweep
    if len(sharpness) != len(difficulty):
        raise ValueError("sharpness and difficulty have different shapes")
    if len(guess) != len(sharpness):
        raise ValueError("guess and know have different shapes")
    if right.shape[0] != len(ability):
        raise ValueError("right and p have different shapes")
    if right.shape[1] != len(sharpness):
        raise ValueError("right and p have different shapes")

    # reverse sweep
    ability_bar = np.empty_like(ability)
    difficulty_bar = np.zeros_like(difficulty)
    sharpness_bar = np.zeros_like(sharpness)
    guess_bar = np.zeros_like(guess)
    right_bar = np.empty_like(right)
    quotient_bar = result_1_bar.copy()
    total_2_bar = -0.5 * result_0_bar

    # forward and reverse in one sweep: the iterations are independent
    for i in range(len(ability)):
        information = 0.0
        for j in range(len(sharpness)):
            z = sharpness[j] * (ability[i] - difficulty[j])
            know = expit(z)
            p = guess[j] + (1.0 - guess[j]) * know
            slope = sharpness[j] * (1.0 - guess[j]) * know * (1.0 - know)
            information += slope**2 / (p * (1.0 - p))
        root = np.sqrt(information + 1.0)
        information_bar = -quotient_bar[i] / root / root / (2.0 * root)
        ability_bar[i] = -ability[i] * result_0_bar
        ability_i_bar = 0.0
        for j in range(len(sharpness)):
            z = sharpness[j] * (ability[i] - difficulty[j])
            know = expit(z)
            p = guess[j] + (1.0 - guess[j]) * know
            x = 1.0 - right[i, j]
            slope = sharpness[j] * (1.0 - guess[j]) * know * (1.0 - know)
            quotient = slope**2 / (p * (1.0 - p))
            numerator_bar = information_bar / (p * (1.0 - p))
            slope_bar = 2.0 * slope * numerator_bar
            product_bar = (1.0 - know) * slope_bar
            sharpness_bar[j] += (1.0 - guess[j]) * know * product_bar
            know_bar = sharpness[j] * (1.0 - guess[j]) * product_bar
            know_bar -= sharpness[j] * (1.0 - guess[j]) * know * slope_bar
            x_bar, y_bar = xlog1py_adjoint(x, -p, result_0_bar)
            p_bar = ((p - 1.0) * quotient + p * quotient) * numerator_bar - y_bar
            right_bar_part, p_bar_part = xlogy_adjoint(right[i, j], p, result_0_bar)
            right_bar[i, j] = right_bar_part - x_bar
            p_bar += p_bar_part
            guess_bar[j] += (1.0 - know) * p_bar - sharpness[j] * know * product_bar
            know_bar += (1.0 - guess[j]) * p_bar
            z_bar = expit_adjoint(z, know_bar)
            sharpness_bar[j] += (ability[i] - difficulty[j]) * z_bar
            ability_i_bar += sharpness[j] * z_bar
            difficulty_bar[j] -= sharpness[j] * z_bar
        ability_bar[i] += ability_i_bar

    # forward and reverse in one sweep: the iterations are independent
    for i in range(len(sharpness)):
        logit_result_bar = 2.0 * (logit(guess[i]) + 1.2) * total_2_bar
        guess_bar[i] += logit_adjoint(guess[i], logit_result_bar)
    return ability_bar, difficulty_bar, sharpness_bar, guess_bar, right_bar
