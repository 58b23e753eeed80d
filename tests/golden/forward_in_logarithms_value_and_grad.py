import numpy as np


def forward_in_logarithms_value_and_grad(
    observed, log_start, log_move, mean, log_width
):
    """The value of forward_in_logarithms, and its gradient with respect to observed,
    log_start, log_move, mean and log_width.
    """
    # forward sweep: saves forward
    states = len(mean)
    forward = np.empty(states)
    following = np.empty(states)
    term = np.empty(states)
    for k in range(states):
        z = (observed[0] - mean[k]) / np.exp(log_width[k])
        forward[k] = log_start[k] - log_width[k] - 0.5 * z * z
    forward_saved = np.empty((len(observed), states))
    for t in range(1, len(observed)):
        for k in range(states):
            for j in range(states):
                term[j] = forward[j] + log_move[j, k]
            top = np.max(term)
            total = 0.0
            for j in range(states):
                total += np.exp(term[j] - top)
            z = (observed[t] - mean[k]) / np.exp(log_width[k])
            following[k] = top + np.log(total) - log_width[k] - 0.5 * z * z
        for i in range(states):
            forward_saved[t, i] = forward[i]
            forward[i] = following[i]
    top = np.max(forward)
    total_2 = 0.0
    for i in range(states):
        total_2 += np.exp(forward[i] - top)
    value = top + np.log(total_2)

    # reverse sweep
    observed_bar = np.zeros_like(observed)
    log_start_bar = np.zeros_like(log_start)
    log_move_bar = np.zeros_like(log_move)
    mean_bar = np.zeros_like(mean)
    log_width_bar = np.zeros_like(log_width)
    top_bar = 1.0
    total_2_bar = 1.0 / total_2
    forward_bar = np.empty_like(forward)

    # forward and reverse in one sweep: the iterations are independent
    for i in range(states):
        exponential = np.exp(forward[i] - top)
        forward_bar[i] = exponential * total_2_bar
        top_bar -= exponential * total_2_bar
    forward_bar[np.argmax(forward)] += top_bar
    following_bar = np.empty_like(following)
    term_bar = np.empty_like(term)
    for t in range(len(observed) - 1, 0, -1):
        for i in range(states):
            forward[i] = forward_saved[t, i]
            following_bar[i] = forward_bar[i]
            forward_bar[i] = 0.0
        observed_t_bar = 0.0
        for k in range(states):
            for j in range(states):
                term[j] = forward[j] + log_move[j, k]
            top = np.max(term)
            total = 0.0
            for j in range(states):
                total += np.exp(term[j] - top)
            exp_log_width = np.exp(log_width[k])
            z = (observed[t] - mean[k]) / exp_log_width
            top_bar = following_bar[k]
            total_bar = following_bar[k] / total
            log_width_bar[k] -= following_bar[k]
            z_bar = -z * following_bar[k]
            numerator_bar = z_bar / exp_log_width
            observed_t_bar += numerator_bar
            mean_bar[k] -= numerator_bar
            log_width_bar[k] -= exp_log_width * z * numerator_bar
            for j in range(states):
                exponential = np.exp(term[j] - top)
                term_bar[j] = exponential * total_bar
                top_bar -= exponential * total_bar
            term_bar[np.argmax(term)] += top_bar
            for j in range(states):
                forward_bar[j] += term_bar[j]
                log_move_bar[j, k] += term_bar[j]
        observed_bar[t] += observed_t_bar

    # forward and reverse in one sweep: the iterations are independent
    for k in range(states):
        exp_log_width = np.exp(log_width[k])
        z = (observed[0] - mean[k]) / exp_log_width
        log_start_bar[k] += forward_bar[k]
        numerator_bar = -z * forward_bar[k] / exp_log_width
        observed_bar[0] += numerator_bar
        mean_bar[k] -= numerator_bar
        log_width_bar[k] -= forward_bar[k] + exp_log_width * z * numerator_bar
    return value, observed_bar, log_start_bar, log_move_bar, mean_bar, log_width_bar
