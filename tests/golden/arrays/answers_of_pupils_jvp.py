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


def expit_tangent(x, x_dot):
    z = expit(x)
    return z, z * expit(-x) * x_dot


def logit(x):
    """The logarithm of the odds, log(x / (1 - x)): scipy.special.logit(x)."""
    if 0.3 < x < 0.7:
        result = 2.0 * math.atanh(2.0 * x - 1.0)
    else:
        result = math.log(x / (1.0 - x))
    return result


def logit_tangent(x, x_dot):
    z = logit(x)
    return z, x_dot / (x * (1.0 - x))


def xlog1py(x, y):
    """x * log(1 + y), which is 0 where x is: scipy.special.xlog1py(x, y)."""
    if x == 0.0 and (y <= -1.0 or y == math.inf):
        result = 0.0
    else:
        result = x * math.log1p(y)
    return result


def xlog1py_tangent(x, y, x_dot, y_dot):
    z = xlog1py(x, y)
    return (
        z,
        math.log1p(y) * x_dot
        + (x / (1.0 + y) if x != 0.0 or y != -1.0 else 0.0) * y_dot,
    )


def xlogy(x, y):
    """x * log(y), which is 0 where x is: scipy.special.xlogy(x, y)."""
    if x == 0.0 and (y <= 0.0 or y == math.inf):
        result = 0.0
    else:
        result = x * math.log(y)
    return result


def xlogy_tangent(x, y, x_dot, y_dot):
    z = xlogy(x, y)
    return z, math.log(y) * x_dot + (x / y if x != 0.0 or y != 0.0 else 0.0) * y_dot


def answers_of_pupils_jvp(
    ability,
    difficulty,
    sharpness,
    guess,
    right,
    ability_dot,
    difficulty_dot,
    sharpness_dot,
    guess_dot,
    right_dot,
):
    """The value of answers_of_pupils, and its derivative in the direction
    ability_dot, difficulty_dot, sharpness_dot, guess_dot, right_dot.
    """
    if len(sharpness) != len(difficulty):
        raise ValueError("sharpness and difficulty have different shapes")
    if len(guess) != len(sharpness):
        raise ValueError("guess and know have different shapes")
    if right.shape[0] != len(ability):
        raise ValueError("right and p have different shapes")
    if right.shape[1] != len(sharpness):
        raise ValueError("right and p have different shapes")
    likelihood_dot = 0.0
    likelihood = 0.0
    total_dot = 0.0
    total = 0.0
    total_2_dot = 0.0
    total_2 = 0.0
    for i in range(len(sharpness)):
        logit_result, logit_result_dot = logit_tangent(guess[i], guess_dot[i])
        total_2_dot += 2.0 * (logit_result + 1.2) * logit_result_dot
        total_2 += (logit_result + 1.2) ** 2
    quotient_dot = np.empty(len(ability))
    quotient = np.empty(len(ability))
    for i in range(len(ability)):
        information_dot = 0.0
        information = 0.0
        for j in range(len(sharpness)):
            term = sharpness[j] * (ability_dot[i] - difficulty_dot[j])
            z_dot = sharpness_dot[j] * (ability[i] - difficulty[j]) + term
            z = sharpness[j] * (ability[i] - difficulty[j])
            know, know_dot = expit_tangent(z, z_dot)
            p_dot = guess_dot[j] + ((1.0 - guess[j]) * know_dot - guess_dot[j] * know)
            p = guess[j] + (1.0 - guess[j]) * know
            xlogy_result, xlogy_result_dot = xlogy_tangent(
                right[i, j], p, right_dot[i, j], p_dot
            )
            x_dot = -right_dot[i, j]
            x = 1.0 - right[i, j]
            xlog1py_result, xlog1py_result_dot = xlog1py_tangent(x, -p, x_dot, -p_dot)
            likelihood_dot += xlogy_result_dot + xlog1py_result_dot
            likelihood += xlogy_result + xlog1py_result
            factor_2 = sharpness_dot[j] * (1.0 - guess[j]) - sharpness[j] * guess_dot[j]
            term_3 = factor_2 * know
            factor = term_3 + sharpness[j] * (1.0 - guess[j]) * know_dot
            term_2 = factor * (1.0 - know)
            slope_dot = term_2 - sharpness[j] * (1.0 - guess[j]) * know * know_dot
            slope = sharpness[j] * (1.0 - guess[j]) * know * (1.0 - know)
            quotient_2 = slope**2 / (p * (1.0 - p))
            term_4 = quotient_2 * (p_dot * (1.0 - p) - p * p_dot)
            factor_3 = 2.0 * slope * slope_dot - term_4
            quotient_2_dot = factor_3 / (p * (1.0 - p))
            information_dot += quotient_2_dot
            information += quotient_2
        term_5 = -0.5 * ability_dot[i] * ability[i]
        total_dot += term_5 - 0.5 * ability[i] * ability_dot[i]
        total += -0.5 * ability[i] * ability[i]
        root = np.sqrt(information + 1.0)
        quotient_2 = 1.0 / root
        quotient_dot[i] = -quotient_2 * information_dot / (2.0 * root) / root
        quotient[i] = quotient_2
    prior = total - 0.5 * total_2
    value_dot = likelihood_dot + (total_dot - 0.5 * total_2_dot)
    return likelihood + prior, quotient, value_dot, quotient_dot
