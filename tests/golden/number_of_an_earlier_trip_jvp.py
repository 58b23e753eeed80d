import math


def number_of_an_earlier_trip_jvp(x, a, x_dot, a_dot):
    """The value of number_of_an_earlier_trip, and its derivative in the direction
    x_dot, a_dot.
    """
    s_dot = 0.0
    s = 0.0
    for j in range(2):
        for k in range(3):
            if k > 0:
                s_dot += previous_dot * x + previous * x_dot
                s += previous * x
            if k == 1:
                u_dot = s_dot * x + s * x_dot + a_dot[k]
                u = s * x + a[k]
            if k == 2:
                s_dot += (u_dot * u + u * u_dot) * a[0] + u * u * a_dot[0]
                s += u * u * a[0]
            previous_dot = math.cos(x * a[k]) * (x_dot * a[k] + x * a_dot[k])
            previous = math.sin(x * a[k])
    return s * previous + u, s_dot * previous + s * previous_dot + u_dot
