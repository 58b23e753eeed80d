"""What bench.py measures: a function, its gradient by hand, and arguments of both.

Each module has `primal`, `by_hand` (the value and the gradient), `ARGNUMS` and
`arguments(quick)`.
"""
