"""Source-to-source automatic differentiation of numeric Python."""

import s2sad.library  # noqa: F401
from s2sad.api import (
    adjoint,
    grad,
    hessian,
    hvp,
    jacfwd,
    jacobian,
    jacrev,
    jvp,
    nth_derivative,
    source,
    tangent,
    value_and_grad,
    vjp,
    vmap,
)
from s2sad.checkpoints import checkpoint
from s2sad.custom.decorators import custom_jvp, custom_vjp, rule
from s2sad.errors import (
    ReachedError,
    RefusalError,
    S2SADError,
    SourceError,
    UsageError,
)
from s2sad.export import generate

__all__ = [
    "ReachedError",
    "RefusalError",
    "S2SADError",
    "SourceError",
    "UsageError",
    "adjoint",
    "checkpoint",
    "custom_jvp",
    "custom_vjp",
    "generate",
    "grad",
    "hessian",
    "hvp",
    "jacfwd",
    "jacobian",
    "jacrev",
    "jvp",
    "nth_derivative",
    "rule",
    "source",
    "tangent",
    "value_and_grad",
    "vjp",
    "vmap",
]
