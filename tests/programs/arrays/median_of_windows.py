"""Spikes are taken out of a record: the medians of its windows."""

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


def median_of_windows(record, width, cut):
    padded = np.pad(record, width // 2, mode="edge")
    windows = sliding_window_view(padded, width)
    middle = np.median(windows, axis=-1)
    spread = 1.4826 * np.median(np.abs(windows - middle[:, None]), axis=-1)
    is_spike = np.abs(record - middle) > cut * spread
    clean = record.copy()
    np.copyto(clean, middle, where=is_spike)
    return clean, np.sum(spread)


EXAMPLE = (np.array([0.1, 0.35, 0.2, 3.0, 0.55, 0.7, 0.62, -2.0, 0.9, 1.05]), 5, 2.5)
