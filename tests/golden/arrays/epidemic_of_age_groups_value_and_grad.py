import numpy as np


def epidemic_of_age_groups_value_and_grad(
    contacts, beta, gamma, sizes, infected, reported
):
    """The value of epidemic_of_age_groups, and its gradient with respect to
    contacts, beta, gamma, sizes, infected and reported.
    """
    # forward sweep: saves s, i, exponential, quotient and term
    if sizes.shape != infected.shape:
        raise ValueError("sizes and infected have different shapes")
    s = np.empty_like(sizes)
    for j in range(len(sizes)):
        s[j] = sizes[j] - infected[j]
    i = infected.copy()
    cases_values = np.empty(len(reported))
    s_saved = np.empty((len(reported), len(sizes)))
    i_saved = np.empty((len(reported), len(sizes)))
    exponential_saved = np.empty((len(reported), len(sizes)))
    quotient_saved = []
    term_saved = []
    for k_2 in range(len(reported)):
        if contacts.shape[1] != len(sizes):
            raise ValueError("contacts and sizes have different shapes")
        term = np.empty_like(contacts)
        term_saved.append(term)
        for j in range(contacts.shape[0]):
            for k in range(len(sizes)):
                term[j, k] = beta * contacts[j, k]
        quotient = np.empty_like(i)
        quotient_saved.append(quotient)
        for j in range(len(sizes)):
            quotient[j] = i[j] / sizes[j]
        force = term @ quotient
        if len(sizes) != len(force):
            raise ValueError("s and force have different shapes")
        total = 0.0
        for j in range(len(sizes)):
            exponential = np.exp(-force[j])
            exponential_saved[k_2, j] = exponential
            new = s[j] * (1.0 - exponential)
            s_saved[k_2, j] = s[j]
            s[j] -= new
            i_saved[k_2, j] = i[j]
            i[j] += new - gamma * i[j]
            total += new
        cases_values[k_2] = total
    cases_count = len(reported)
    expected = cases_values.copy()
    total_2 = 0.0

    # reverse sweep
    contacts_bar = np.zeros_like(contacts)
    sizes_bar = np.zeros_like(sizes)
    reported_bar = np.empty_like(reported)
    expected_bar = np.empty_like(expected)

    # forward and reverse in one sweep: the iterations are independent
    for j in range(cases_count):
        log_expected = np.log(expected[j])
        total_2 += expected[j] - reported[j] * log_expected
        reported_bar[j] = -log_expected
        expected_bar[j] = 1.0 - reported[j] / expected[j]
    cases_values_bar = expected_bar
    s_bar = np.zeros_like(s)
    i_bar = np.zeros_like(i)
    gamma_bar = 0.0
    beta_bar = 0.0
    for k_2 in range(len(reported) - 1, -1, -1):
        total_bar = cases_values_bar[k_2]
        force_bar = np.zeros_like(force)
        for j in range(len(sizes)):
            i[j] = i_saved[k_2, j]
            i_j_bar = i_bar[j]
            new_bar = total_bar + i_j_bar - s_bar[j]
            gamma_bar -= i[j] * i_j_bar
            i_bar[j] -= gamma * i_j_bar
            s[j] = s_saved[k_2, j]
            exponential = exponential_saved[k_2, j]
            s_bar[j] += (1.0 - exponential) * new_bar
            force_bar[j] += exponential * s[j] * new_bar
        quotient = quotient_saved.pop()
        term = term_saved.pop()
        term_bar = np.outer(force_bar, quotient)
        quotient_bar = term.T @ force_bar
        for j in range(len(sizes)):
            numerator_bar = quotient_bar[j] / sizes[j]
            i_bar[j] += numerator_bar
            sizes_bar[j] -= i[j] * numerator_bar / sizes[j]
        for j in range(contacts.shape[0]):
            for k in range(len(sizes)):
                beta_bar += contacts[j, k] * term_bar[j, k]
                contacts_bar[j, k] += beta * term_bar[j, k]
    for j in range(len(sizes)):
        sizes_bar[j] += s_bar[j]
        i_bar[j] -= s_bar[j]
    return total_2, contacts_bar, beta_bar, gamma_bar, sizes_bar, i_bar, reported_bar
