"""Rules of calls that take or give whole arrays, by the ranks of their arguments.

Products: Giles, Collected matrix derivative results for forward and reverse mode
algorithmic differentiation (2008).
"""

INTEGER = range(2, 5)
SIZE = range(2, 5)
SHAPE = (-1,)
COMPLEX = (0.1 + 0.1j, 2.5 + 2.5j)
# The imaginary parts, in the generated tests, of rules that hold for complex numbers.
HOLOMORPHIC = (-0.8, 0.8)

SPELLINGS = {
    "sum": (None, "sum", None),
    "mean": (None, "mean", None),
    "dot": (None, "dot", None),
    "outer": (None, "outer", None),
    "expand_dims": (None, "expand_dims", None),
    "reshape": (None, "reshape", None),
    "swapaxes": (None, "swapaxes", None),
    "argmax": (None, "argmax", None),
    "argmin": (None, "argmin", None),
    "linspace": (None, "linspace", None),
    "full": (None, "full", None),
    "full_like": (None, "full_like", None),
    "copy": (None, "copy", None),
    "max_of": (None, "max", None),
    "min_of": (None, "min", None),
    "float_of": (None, None, "float"),
    "float64_of": (None, "float64", None),
    "float32_of": (None, "float32", None),
    "complex128_of": (None, "complex128", None),
    "asarray": (None, "asarray", None),
    "ascontiguousarray": (None, "ascontiguousarray", None),
}


def sum_all(x: "ARRAY") -> HOLOMORPHIC:
    z = sum(x)
    z_dot = sum(x_dot)
    x_bar += z_bar


def sum_axis(x: "ARRAY", axis: "AXIS") -> HOLOMORPHIC:
    z = sum(x, axis)
    z_dot = sum(x_dot, axis)
    x_bar += expand_dims(z_bar, axis)


def mean(x: "ARRAY") -> HOLOMORPHIC:
    z = mean(x)
    z_dot = mean(x_dot)
    x_bar += z_bar / x.size


def max_of(x: "VECTOR"):
    """Where several are largest the first takes all of the derivative."""
    z = max_of(x)
    z_dot = x_dot[argmax(x)]
    x_bar[argmax(x)] += z_bar


def min_of(x: "VECTOR"):
    """Where several are smallest the first takes all of the derivative."""
    z = min_of(x)
    z_dot = x_dot[argmin(x)]
    x_bar[argmin(x)] += z_bar


def dot_vectors(x: "VECTOR", y: "VECTOR") -> HOLOMORPHIC:
    z = dot(x, y)
    z_dot = dot(x_dot, y) + dot(x, y_dot)
    x_bar += y * z_bar
    y_bar += x * z_bar


def dot_matrix_vector(x: "MATRIX", y: "VECTOR") -> HOLOMORPHIC:
    z = dot(x, y)
    z_dot = dot(x_dot, y) + dot(x, y_dot)
    x_bar += outer(z_bar, y)
    y_bar += dot(x.T, z_bar)


def dot_vector_matrix(x: "VECTOR", y: "MATRIX") -> HOLOMORPHIC:
    z = dot(x, y)
    z_dot = dot(x_dot, y) + dot(x, y_dot)
    x_bar += dot(y, z_bar)
    y_bar += outer(x, z_bar)


def dot_matrices(x: "MATRIX", y: "MATRIX") -> HOLOMORPHIC:
    z = dot(x, y)
    z_dot = dot(x_dot, y) + dot(x, y_dot)
    x_bar += dot(z_bar, y.T)
    y_bar += dot(x.T, z_bar)


def matmul_vectors(x: "VECTOR", y: "VECTOR") -> HOLOMORPHIC:
    z = x @ y
    z_dot = x_dot @ y + x @ y_dot
    x_bar += y * z_bar
    y_bar += x * z_bar


def matmul_matrix_vector(x: "MATRIX", y: "VECTOR") -> HOLOMORPHIC:
    z = x @ y
    z_dot = x_dot @ y + x @ y_dot
    x_bar += outer(z_bar, y)
    y_bar += x.T @ z_bar


def matmul_vector_matrix(x: "VECTOR", y: "MATRIX") -> HOLOMORPHIC:
    z = x @ y
    z_dot = x_dot @ y + x @ y_dot
    x_bar += y @ z_bar
    y_bar += outer(x, z_bar)


def matmul_matrices(x: "MATRIX", y: "MATRIX") -> HOLOMORPHIC:
    z = x @ y
    z_dot = x_dot @ y + x @ y_dot
    x_bar += z_bar @ y.T
    y_bar += x.T @ z_bar


def outer(x: "VECTOR", y: "VECTOR") -> HOLOMORPHIC:
    z = outer(x, y)
    z_dot = outer(x_dot, y) + outer(x, y_dot)
    x_bar += dot(z_bar, y)
    y_bar += dot(x, z_bar)


def expand_dims(x: "ARRAY", axis: "AXIS") -> HOLOMORPHIC:
    z = expand_dims(x, axis)
    z_dot = expand_dims(x_dot, axis)
    x_bar += sum(z_bar, axis)


def reshape(x: "ARRAY", shape: "SHAPE") -> HOLOMORPHIC:
    z = reshape(x, shape)
    z_dot = reshape(x_dot, shape)
    x_bar += reshape(ascontiguousarray(z_bar), x.shape)


def swapaxes(x: "ARRAY", axis: "AXIS", other: "AXIS") -> HOLOMORPHIC:
    z = swapaxes(x, axis, other)
    z_dot = swapaxes(x_dot, axis, other)
    x_bar += swapaxes(z_bar, axis, other)


def transpose(x: "ARRAY") -> HOLOMORPHIC:
    z = x.T
    z_dot = x_dot.T
    x_bar += z_bar.T


def copy(x: "ARRAY") -> HOLOMORPHIC:
    z = copy(x)
    z_dot = copy(x_dot)
    x_bar += z_bar


def asarray(x: "ARRAY") -> HOLOMORPHIC:
    z = asarray(x)
    z_dot = asarray(x_dot)
    x_bar += z_bar


def ascontiguousarray(x: "ARRAY") -> HOLOMORPHIC:
    z = ascontiguousarray(x)
    z_dot = ascontiguousarray(x_dot)
    x_bar += z_bar


def where(c: "ANYTHING", x: "ANYTHING", y: "ANYTHING") -> HOLOMORPHIC:
    """The side that was not chosen takes 0."""
    z = where(c, x, y)
    z_dot = where(c, x_dot, y_dot)
    x_bar += where(c, z_bar, 0.0)
    y_bar += where(c, 0.0, z_bar)


def linspace(start: "ANYTHING", stop: "ANYTHING", count: "INTEGER"):
    z = linspace(start, stop, count)
    z_dot = linspace(start_dot, stop_dot, count)
    start_bar += sum(linspace(1.0, 0.0, count) * z_bar)
    stop_bar += sum(linspace(0.0, 1.0, count) * z_bar)


def full(shape: "SIZE", x: "ANYTHING") -> HOLOMORPHIC:
    z = full(shape, x)
    z_dot = full(shape, x_dot)
    x_bar += sum(z_bar)


def full_like(like: "ARRAY", x: "ANYTHING"):
    z = full_like(like, x)
    z_dot = full_like(like, x_dot)
    x_bar += sum(z_bar)


def full_like_complex(like: COMPLEX, x: "ANYTHING"):
    z = full_like(like, x)
    z_dot = full_like(like, x_dot)
    x_bar += sum(z_bar)


def float_of(x: "ANYTHING"):
    z = float_of(x)
    z_dot = x_dot
    x_bar += z_bar


def float64_of(x: "ANYTHING"):
    z = float64_of(x)
    z_dot = x_dot
    x_bar += z_bar


def float32_of(x: "ANYTHING"):
    z = float32_of(x)
    z_dot = float32_of(x_dot)
    x_bar += z_bar


def complex128_of(x: "ANYTHING") -> HOLOMORPHIC:
    z = complex128_of(x)
    z_dot = complex128_of(x_dot)
    x_bar += z_bar
