import math


def loop_ended_by_a_flag_value_and_grad(x):
    """The value of loop_ended_by_a_flag, and its gradient with respect to x."""
    # forward sweep: saves s
    done = False
    s = x
    steps = 0
    s_saved = []
    while not done:
        s_saved.append(s)
        s = s + 0.3 * math.exp(-s)
        steps += 1
        done = s > 2.1 or steps > 20

    # reverse sweep
    s_bar = 1.0 * steps
    for trip in range(len(s_saved)):
        s_bar -= 0.3 * math.exp(-s_saved.pop()) * s_bar
    return s * steps, s_bar
