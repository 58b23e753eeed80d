"""The bounds of each workload: CPU time over the primal's, and over that by hand."""

BOUNDS = {
    "branching_sum": {"ratio": 3.0},
    "rosenbrock": {"ratio": 2.5, "by_hand": 1.1},
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
}
