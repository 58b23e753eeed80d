"""The bounds of each workload: CPU time over the primal's, and over that by hand.

`PEERS` are the least ratios of other tools' CPU time to that of the generated text;
`*` stands for every tool that has no bound of its own.
"""

BOUNDS = {
    "branching_sum": {"ratio": 3.0},
    "rosenbrock": {"ratio": 2.5, "by_hand": 1.1},
    "rosenbrock_slices": {"ratio": 3.0, "by_hand": 1.1},
    "gmm": {"ratio": 2.5, "by_hand": 1.1},
    "gmm_large": {"ratio": 2.5, "by_hand": 1.1},
    "bundle_adjustment": {"ratio": 3.0, "by_hand": 1.1},
    "lstm": {},
    "burgers": {"ratio": 3.5, "by_hand": 1.15},
    "burgers_in_place": {"ratio": 2.5, "by_hand": 1.1},
    "lotka_volterra": {"ratio": 2.5, "by_hand": 1.1},
    "kepler": {"ratio": 1.2, "by_hand": 1.1},
    "rosenbrock_hessian": {"by_hand": 1.15},
    "logistic_hessian": {"by_hand": 1.15},
    "logistic_product": {},
    "call": {"by_hand": 1.5},
    "black_scholes": {"ratio": 1.5, "by_hand": 1.1},
    "perceptron": {"by_hand": 1.1},
}

PEERS = {
    "rosenbrock": {"jax": 4.0, "*": 2.0},
    "rosenbrock_slices": {"jax": 2.0},
    "gmm": {"jax": 1.3},
    "gmm_large": {"jax": 1.3},
    "bundle_adjustment": {"jax": 5.0, "casadi C": 1.8},
    "burgers": {"jax": 5.0},
    "burgers_in_place": {"jax": 50.0},
    "lotka_volterra": {"jax": 1.7, "jax plain scan": 50.0},
    "kepler": {"jax": 2.5},
    "rosenbrock_hessian": {"jax": 30.0},
    "logistic_hessian": {"jax": 1.2},
    "call": {"jax": 30.0},
    "black_scholes": {"jax": 1.3},
    "perceptron": {"jax": 0.9},
}
