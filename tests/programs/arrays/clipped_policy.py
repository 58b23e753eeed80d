"""Learning by reward: advantages and a clipped objective."""

import numpy as np
from scipy.special import log_softmax


def clipped_policy(logits, old, actions, rewards, values, discount, trust):
    following = np.append(values[1:], 0.0)
    errors = rewards + discount * following - values
    steps = np.arange(len(rewards))
    ahead = np.triu((0.95 * discount) ** np.maximum(steps - steps[:, None], 0))
    advantage = ahead @ errors
    returns = advantage + values
    advantage = (advantage - advantage.mean()) / (advantage.std() + 1e-8)
    log_p = log_softmax(logits, axis=-1)
    chosen = np.take_along_axis(log_p, actions[:, None], axis=-1).squeeze(axis=-1)
    ratio = np.exp(chosen - old)
    gain = np.minimum(
        ratio * advantage, np.clip(ratio, 1.0 - trust, 1.0 + trust) * advantage
    )
    entropy = -np.sum(np.exp(log_p) * log_p, axis=-1)
    return -gain.mean() + 0.5 * np.mean((values - returns) ** 2) - 0.01 * entropy.mean()


EXAMPLE = (
    np.array([[0.4, -0.2, 0.9], [1.1, 0.3, -0.5], [-0.6, 0.8, 0.2], [0.1, 0.5, 0.7]]),
    np.array([-0.9, -0.8, -1.4, -1.0]),
    np.array([2, 0, 1, 1]),
    np.array([0.5, 0.4, 1.0, 0.3]),
    np.array([0.8, 0.6, 0.9, 0.2]),
    0.9,
    0.2,
)
