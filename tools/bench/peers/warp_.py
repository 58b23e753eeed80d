"""NVIDIA Warp: kernels on the CPU, in float64, and wp.Tape.

A kernel is one iteration of a loop over independent points, and a sum is an atomic add.
Each call records its launches on a tape that was cleared, and walks it backward; the
results are views of Warp's own arrays.  What a launch has read must not be overwritten,
so Burgers' equation has an array for each step, and its form in place is left out.  A
while loop's steps are not kept, so the anomaly's derivative is given, as it is to JAX.
"""

import warp as wp

# Otherwise Warp greets, and tells of each kernel that it loads.
wp.config.log_level = wp.LOG_ERROR

F = wp.float64
Line, Plane = wp.array(dtype=F), wp.array2d(dtype=F)


@wp.kernel(module="unique")
def rosenbrock(x: Line, total: Line):
    i = wp.tid()
    ridge = x[i + 1] - x[i] * x[i]
    shift = F(1.0) - x[i]
    wp.atomic_add(total, 0, F(100.0) * ridge * ridge + shift * shift)


@wp.func
def normal_cdf(x: F):
    return F(0.5) * (F(1.0) + wp.erf(x / wp.sqrt(F(2.0))))


@wp.kernel(module="unique")
def black_scholes(
    spot: Line, strike: Line, rate: Line, volatility: Line, maturity: Line, total: Line
):
    i = wp.tid()
    spread = volatility[i] * wp.sqrt(maturity[i])
    drift = rate[i] + F(0.5) * volatility[i] * volatility[i]
    d1 = (wp.log(spot[i] / strike[i]) + drift * maturity[i]) / spread
    paid = strike[i] * wp.exp(-rate[i] * maturity[i])
    price = spot[i] * normal_cdf(d1) - paid * normal_cdf(d1 - spread)
    wp.atomic_add(total, 0, price)


@wp.func
def anomaly(mean: F, ecc: F, tolerance: F):
    e = F(mean)
    step = F(1.0)
    while wp.abs(step) > tolerance:
        step = (e - ecc * wp.sin(e) - mean) / (F(1.0) - ecc * wp.cos(e))
        e -= step
    return e


@wp.func_grad(anomaly)
def _anomaly_adjoint(mean: F, ecc: F, tolerance: F, bar: F):
    e = anomaly(mean, ecc, tolerance)
    along = bar / (F(1.0) - ecc * wp.cos(e))
    wp.adjoint[mean] += along
    wp.adjoint[ecc] += along * wp.sin(e)


@wp.kernel(module="unique")
def kepler(mean: Line, ecc: Line, tolerance: F, total: Line):
    i = wp.tid()
    e = anomaly(mean[i], ecc[i], tolerance)
    wp.atomic_add(total, 0, F(0.5) * e * e)


@wp.kernel(module="unique")
def burgers_step(u: Plane, later: Plane, speed: F, spread: F):
    i, j = wp.tid()
    x = u[i, j]
    if i > 0 and j > 0 and i < u.shape[0] - 1 and j < u.shape[1] - 1:
        up, left = u[i - 1, j], u[i, j - 1]
        around = up + u[i + 1, j] + left + u[i, j + 1]
        rise = F(2.0) * x - up - left
        later[i, j] = x + spread * (around - F(4.0) * x) - speed * x * rise
    else:
        later[i, j] = x


@wp.kernel(module="unique")
def misfit(u: Plane, goal: Plane, total: Line):
    i, j = wp.tid()
    difference = u[i, j] - goal[i, j]
    wp.atomic_add(total, 0, F(0.5) * difference * difference)


def _launch(kernel, dim, *inputs):
    wp.launch(kernel, dim=dim, inputs=inputs, device="cpu")


def _array(values):
    return wp.array(values, dtype=F, device="cpu", requires_grad=True)


def _gradient(forward, leaves, total, with_value):
    """A call that records forward, walks back and gives the adjoints of leaves."""
    tape = wp.Tape()

    def gradient():
        tape.reset()
        total.zero_()
        with tape:
            forward()
        tape.backward(total)
        found = tuple(leaf.grad.numpy() for leaf in leaves)
        return (total.numpy()[0], *found) if with_value else found

    return gradient


def _pointwise(kernel, arguments, count, shorter=0, with_value=False):
    """The gradient of a sum over points by the first arguments, which are arrays."""
    leaves, total = [_array(values) for values in arguments[:count]], _array([0.0])
    given = (*leaves, *map(F, arguments[count:]), total)
    points = leaves[0].size - shorter
    return _gradient(lambda: _launch(kernel, points, *given), leaves, total, with_value)


def _burgers(start, goal, steps, speed, spread):
    states = [_array(start) for _ in range(steps + 1)]
    goal, total = wp.array(goal, dtype=F, device="cpu"), _array([0.0])

    def forward():
        for u, later in zip(states, states[1:]):
            _launch(burgers_step, u.shape, u, later, F(speed), F(spread))
        _launch(misfit, start.shape, states[-1], goal, total)

    return _gradient(forward, states[:1], total, True)


_DERIVATIVES = {
    "rosenbrock": lambda *a: _pointwise(rosenbrock, a, 1, shorter=1),
    "black_scholes": lambda *a: _pointwise(black_scholes, a, 5),
    "burgers": _burgers,
    "kepler": lambda *a: _pointwise(kepler, a, 2, with_value=True),
}


def variants(name, arguments):
    if name not in _DERIVATIVES:
        return {}
    return {"warp": _DERIVATIVES[name](*arguments)}
