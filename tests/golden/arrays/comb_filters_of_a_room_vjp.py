import numpy as np


def comb_filters_of_a_room_vjp(dry, gains, delays, mix, result_bar):
    """The adjoints of dry, gains and mix of comb_filters_of_a_room, for the adjoint
    of its result.
    """
    # forward sweep
    n = dry.size
    wet = np.zeros(n)
    for k in range(min(len(gains), len(delays))):
        gain = gains[k]
        delay = delays[k]
        y = dry.copy()
        for start in range(delay, n, delay):
            stop = min(start + delay, n)
            operand = y[start:stop]
            y_part = y[start - delay : stop - delay]
            operand_2 = np.empty_like(y_part)
            for i in range(len(y_part)):
                operand_2[i] = gain * y_part[i]
            if len(operand) != len(y_part):
                raise ValueError("operands have different shapes")
            y[start:stop] += operand_2
        if len(wet) != len(y):
            raise ValueError("wet and y have different shapes")
        for i in range(n):
            wet[i] += y[i] / len(gains)
    g = 0.5
    out = np.empty_like(wet)
    for i in range(n):
        out[i] = -g * wet[i]
    for i in range(n - 2):
        out[i + 2] += (1.0 - g * g) * wet[i]
    if len(dry) != n:
        raise ValueError("dry and out have different shapes")

    # reverse sweep
    dry_bar = np.zeros_like(dry)
    gains_bar = np.zeros_like(gains)
    out_2_bar = result_bar.copy()
    out_bar = np.empty_like(out)
    mix_bar = 0.0
    for i in range(n):
        dry_bar[i] += (1.0 - mix) * out_2_bar[i]
        mix_bar += (out[i] - dry[i]) * out_2_bar[i]
        out_bar[i] = mix * out_2_bar[i]
    wet_bar = np.zeros_like(wet)
    for i in range(n - 2):
        wet_bar[i] += (1.0 - g * g) * out_bar[i + 2]
    for i in range(n):
        wet_bar[i] -= g * out_bar[i]

    # forward and reverse in one sweep: the iterations are independent
    for k in range(min(len(gains), len(delays))):
        gain = gains[k]
        delay = delays[k]
        y = dry.copy()
        y_saved = []
        for start in range(delay, n, delay):
            stop = min(start + delay, n)
            y_part = y[start - delay : stop - delay]
            operand_2 = np.empty_like(y_part)
            for i in range(len(y_part)):
                operand_2[i] = gain * y_part[i]
            y_saved.append(y[start:stop].copy())
            y[start:stop] += operand_2
        y_bar = np.zeros_like(y)
        for i in range(n):
            y_bar[i] += wet_bar[i] / len(gains)
        gain_bar = 0.0
        for start in range(
            delay + (len(range(delay, n, delay)) - 1) * delay, delay - delay, -delay
        ):
            stop = min(start + delay, n)
            y[start:stop] = y_saved.pop()
            operand_2_bar = y_bar[start:stop].copy()
            y_part = y[start - delay : stop - delay]
            y_part_bar = y_bar[start - delay : stop - delay]
            for i in range(len(y_part)):
                gain_bar += y_part[i] * operand_2_bar[i]
                y_part_bar[i] += gain * operand_2_bar[i]
        dry_bar += y_bar
        gains_bar[k] += gain_bar
    return dry_bar, gains_bar, mix_bar
