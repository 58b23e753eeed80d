"""What is measured: a function, its derivative by hand and generated, and arguments.

Each module has

- `primal`, an ordinary function for Numba;
- `by_hand`, what a person writes for its derivative, `None` where nobody would;
- `derivative()`, the generated one: the same results in the same order;
- `arguments(quick)`, those of a real problem, or of a small one of the same kind.
"""
