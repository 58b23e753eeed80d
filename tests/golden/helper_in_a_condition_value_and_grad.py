import math


def energy(q, p):
    return 0.5 * p * p + 1.0 - math.cos(q)


def energy_adjoint(q, p, result_bar):
    """The adjoints of q and p in energy."""
    return math.sin(q) * result_bar, p * result_bar


def helper_in_a_condition_value_and_grad(q, p):
    """The value of helper_in_a_condition, and its gradient with respect to q and p."""
    # forward sweep
    steps = 0
    trips = 0
    while energy(q, p) < 1.5:
        trips += 1
        p = p * 1.2
        q = q + 0.1 * p
        steps += 1
    if energy(q, 0.0) > 100.0:
        result = 0.0
    else:
        energy_result = energy(q, p)
        result = energy_result * q + steps * p

    # reverse sweep
    p_bar = 0.0
    q_bar = 0.0
    if not energy(q, 0.0) > 100.0:
        q_bar_part, p_bar_part = energy_adjoint(q, p, q * 1.0)
        q_bar += energy_result + q_bar_part
        p_bar += steps + p_bar_part
    for trip in range(trips):
        p_bar += 0.1 * q_bar
        p_bar = 1.2 * p_bar
    return result, q_bar, p_bar
