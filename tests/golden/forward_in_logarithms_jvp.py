import numpy as np


def forward_in_logarithms_jvp(
    observed,
    log_start,
    log_move,
    mean,
    log_width,
    observed_dot,
    log_start_dot,
    log_move_dot,
    mean_dot,
    log_width_dot,
):
    """The value of forward_in_logarithms, and its derivative in the direction
    observed_dot, log_start_dot, log_move_dot, mean_dot, log_width_dot.
    """
    states = len(mean)
    forward_dot = np.empty(states)
    forward = np.empty(states)
    following_dot = np.zeros(states)
    following = np.empty(states)
    term_dot = np.zeros(states)
    term = np.empty(states)
    for k in range(states):
        exp_log_width = np.exp(log_width[k])
        exp_log_width_dot = exp_log_width * log_width_dot[k]
        z = (observed[0] - mean[k]) / exp_log_width
        z_dot = (observed_dot[0] - mean_dot[k] - z * exp_log_width_dot) / exp_log_width
        forward_dot[k] = (
            log_start_dot[k] - log_width_dot[k] - (0.5 * z_dot * z + 0.5 * z * z_dot)
        )
        forward[k] = log_start[k] - log_width[k] - 0.5 * z * z
    for t in range(1, len(observed)):
        for k in range(states):
            for j in range(states):
                term_dot[j] = forward_dot[j] + log_move_dot[j, k]
                term[j] = forward[j] + log_move[j, k]
            top_dot = term_dot[np.argmax(term)]
            top = np.max(term)
            total_dot = 0.0
            total = 0.0
            for j in range(states):
                exponential = np.exp(term[j] - top)
                total_dot += exponential * (term_dot[j] - top_dot)
                total += exponential
            exp_log_width = np.exp(log_width[k])
            exp_log_width_dot = exp_log_width * log_width_dot[k]
            z = (observed[t] - mean[k]) / exp_log_width
            factor = observed_dot[t] - mean_dot[k] - z * exp_log_width_dot
            z_dot = factor / exp_log_width
            following_dot[k] = (
                top_dot
                + total_dot / total
                - log_width_dot[k]
                - (0.5 * z_dot * z + 0.5 * z * z_dot)
            )
            following[k] = top + np.log(total) - log_width[k] - 0.5 * z * z
        for i in range(states):
            forward_dot[i] = following_dot[i]
            forward[i] = following[i]
    top_dot = forward_dot[np.argmax(forward)]
    top = np.max(forward)
    total_2_dot = 0.0
    total_2 = 0.0
    for i in range(states):
        exponential = np.exp(forward[i] - top)
        total_2_dot += exponential * (forward_dot[i] - top_dot)
        total_2 += exponential
    return top + np.log(total_2), top_dot + total_2_dot / total_2
