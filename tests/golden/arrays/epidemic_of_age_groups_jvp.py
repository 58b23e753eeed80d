import numpy as np


def epidemic_of_age_groups_jvp(
    contacts,
    beta,
    gamma,
    sizes,
    infected,
    reported,
    contacts_dot,
    beta_dot,
    gamma_dot,
    sizes_dot,
    infected_dot,
    reported_dot,
):
    """The value of epidemic_of_age_groups, and its derivative in the direction
    contacts_dot, beta_dot, gamma_dot, sizes_dot, infected_dot, reported_dot.
    """
    if sizes.shape != infected.shape:
        raise ValueError("sizes and infected have different shapes")
    s_dot = np.empty_like(sizes)
    s = np.empty_like(sizes)
    for j in range(len(sizes)):
        s_dot[j] = sizes_dot[j] - infected_dot[j]
        s[j] = sizes[j] - infected[j]
    i_dot = infected_dot.copy()
    i = infected.copy()
    cases_values_dot = np.empty(len(reported))
    cases_values = np.empty(len(reported))
    term_dot = np.empty_like(contacts)
    term = np.empty_like(contacts)
    quotient_dot = np.empty_like(i)
    quotient = np.empty_like(i)
    for _ in range(len(reported)):
        if contacts.shape[1] != len(sizes):
            raise ValueError("contacts and sizes have different shapes")
        term_dot[:] = 0.0
        for j in range(contacts.shape[0]):
            for k in range(len(sizes)):
                term_dot[j, k] = beta_dot * contacts[j, k] + beta * contacts_dot[j, k]
                term[j, k] = beta * contacts[j, k]
        for j in range(len(sizes)):
            quotient_2 = i[j] / sizes[j]
            quotient_dot[j] = (i_dot[j] - quotient_2 * sizes_dot[j]) / sizes[j]
            quotient[j] = quotient_2
        force_dot = term_dot @ quotient + term @ quotient_dot
        force = term @ quotient
        if len(sizes) != len(force):
            raise ValueError("s and force have different shapes")
        total_dot = 0.0
        total = 0.0
        for j in range(len(sizes)):
            exponential = np.exp(-force[j])
            new_dot = s_dot[j] * (1.0 - exponential) + s[j] * exponential * force_dot[j]
            new = s[j] * (1.0 - exponential)
            s_dot[j] -= new_dot
            s[j] -= new
            i_dot[j] += new_dot - (gamma_dot * i[j] + gamma * i_dot[j])
            i[j] += new - gamma * i[j]
            total_dot += new_dot
            total += new
        cases_values_dot[_] = total_dot
        cases_values[_] = total
    cases_count = len(reported)
    expected_dot = cases_values_dot
    expected = cases_values.copy()
    total_2_dot = 0.0
    total_2 = 0.0
    for j in range(cases_count):
        log_expected_dot = expected_dot[j] / expected[j]
        log_expected = np.log(expected[j])
        term_2 = reported_dot[j] * log_expected + reported[j] * log_expected_dot
        total_2_dot += expected_dot[j] - term_2
        total_2 += expected[j] - reported[j] * log_expected
    return total_2, total_2_dot
