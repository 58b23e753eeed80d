import math


def loop_ended_by_a_flag_jvp(x, x_dot):
    """The value of loop_ended_by_a_flag, and its derivative in the direction x_dot."""
    done = False
    s_dot = x_dot
    s = x
    steps = 0
    while not done:
        exponential = math.exp(-s)
        s_dot = s_dot - 0.3 * exponential * s_dot
        s = s + 0.3 * exponential
        steps += 1
        done = s > 2.1 or steps > 20
    return s * steps, s_dot * steps
