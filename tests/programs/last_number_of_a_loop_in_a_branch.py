"""What the last trip of a loop in a branch leaves is used twice after it."""


def last_number_of_a_loop_in_a_branch(x, y):
    s = x
    if x < 1.0:
        for i in range(1, 4):
            p = x * i / (1.0 + y * y)
        q = p * p
        s = p * q
    return s * y


EXAMPLE = (0.7, 1.3)
