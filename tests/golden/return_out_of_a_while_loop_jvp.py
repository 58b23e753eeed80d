import math


def return_out_of_a_while_loop_jvp(x, y, x_dot, y_dot):
    """The value of return_out_of_a_while_loop, and its derivative in the direction
    x_dot, y_dot.
    """
    t_dot = x_dot
    t = x
    while True:
        cos_t = math.cos(t)
        t_dot = cos_t * y_dot - math.sin(t) * t_dot * y + 0.1 * x_dot
        t = cos_t * y + 0.1 * x
        if t * t < 0.2:
            result_dot = t_dot * x + t * x_dot
            result = t * x
            break
        else:
            y_dot = 0.8 * y_dot
            y = y * 0.8
    return result, result_dot
