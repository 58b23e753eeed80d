"""A number that the first trip sets, later trips change, and each one reads."""


def number_begun_in_the_first_trip(x, y):
    k = 0
    while k < 4:
        if k == 0:
            power = y * y
        else:
            power = power * x
        last = power * (k + x)
        k += 1
    return last * power


EXAMPLE = (0.7, 1.3)
