"""The measured times as a picture: a group of bars for each workload."""

import matplotlib

matplotlib.use("Agg")

import matplotlib.pyplot as plt

from .measure import OWN


def times(row):
    """{label: CPU seconds} of all variants of a workload."""
    found = dict(zip(OWN, (row.primal_cpu, row.hand_cpu, row.cpu), strict=True))
    return found | {label: ratio * row.cpu for label, ratio in row.peers.items()}


def draw(rows, file):
    """Write the chart of some rows as a PNG."""
    measured = [times(row) for row in rows]
    labels = list(dict.fromkeys(label for found in measured for label in found))
    width = 0.8 / len(labels)
    figure, axes = plt.subplots(figsize=(max(8.0, 1.3 * len(rows)), 5.0))
    for number, label in enumerate(labels):
        places = [
            (place + (number + 0.5) * width - 0.4, found[label])
            for place, found in enumerate(measured)
            if label in found
        ]
        axes.bar(*zip(*places), width=width, label=label)
    names = [row.name.replace("_", "\n") for row in rows]
    axes.set_xticks(range(len(rows)), names, fontsize=8)
    axes.set_yscale("log")
    axes.set_ylabel("CPU time of a call, seconds")
    axes.legend(ncols=min(len(labels), 5), fontsize=8, loc="upper left")
    axes.margins(y=0.25)
    figure.tight_layout()
    figure.savefig(file, dpi=150)
    plt.close(figure)
