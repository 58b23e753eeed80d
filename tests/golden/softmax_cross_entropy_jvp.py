import math


def softmax_cross_entropy_jvp(scores, label, scores_dot):
    """The value of softmax_cross_entropy, and its derivative in the direction
    scores_dot.
    """
    high_dot = scores_dot[0]
    high = scores[0]
    for k in range(1, len(scores)):
        high_dot = scores_dot[k] if scores[k] > high else high_dot
        high = max(high, scores[k])
    total_dot = 0.0
    total = 0.0
    for k in range(len(scores)):
        exponential = math.exp(scores[k] - high)
        total_dot += exponential * (scores_dot[k] - high_dot)
        total += exponential
    value = math.log(total) + high - scores[label]
    return value, total_dot / total + high_dot - scores_dot[label]
