"""A derivative as Numba's own dispatcher: known signatures are called directly."""

import functools
from typing import Any

from numba.core.dispatcher import OmittedArg
from numba.core.errors import NumbaTypeError
from numba.core.registry import CPUDispatcher
from numba.core.typing.typeof import typeof

from s2sad.collector import uncollected


class Dispatcher(CPUDispatcher):
    """Calls compiled text directly; asks its derivative for each new signature.

    `resolve(args, kwargs)` gives a Numba function that takes these very arguments, or
    None if they must be taken apart first, and a call that does that.
    `resolve_types` does the same for a call inside compiled code.
    """

    def __init__(self, function, derivative):
        self.derivative = derivative
        super().__init__(function, targetoptions={"nopython": True})
        functools.update_wrapper(self, function, updated=())

    def typeof_pyval(self, val):
        """The type of a value; what Numba refuses, s2sad refuses in its own words."""
        try:
            return super().typeof_pyval(val)
        except NumbaTypeError:
            return super().typeof_pyval(object())

    @uncollected
    def _compile_for_args(self, *args, **kws):
        if any(isinstance(value, OmittedArg) for value in args):
            return self._with_defaults
        direct, call = self.derivative.resolve(args, kws)
        if direct is None or kws:
            return call
        signature = tuple(typeof(value) for value in args)
        direct.compile(signature)
        result = direct.overloads[signature]
        self.add_overload(result)
        return result.entry_point

    def _with_defaults(self, *args, **kws):
        """A call that leaves arguments out, which Numba marks with their defaults."""
        given = [v.value if isinstance(v, OmittedArg) else v for v in args]
        return self.derivative.call(*given, **kws)

    def get_call_template(self, args, kws):
        direct = self.derivative.resolve_types(args)
        return direct.get_call_template(args, kws)

    def get_overload(self, sig: Any):
        # Numba asks with a signature, or from 0.66 on with its argument types alone.
        types = getattr(sig, "args", sig)
        return self.derivative.resolve_types(types).get_overload(sig)

    @property
    def source(self):
        """The text of every specialisation so far."""
        return self.derivative.source

    def __s2sad__(self, evaluator, arguments, keywords, node):
        return self.derivative.__s2sad__(evaluator, arguments, keywords, node)

    def __reduce__(self):
        return self.derivative.__reduce__()

    def __repr__(self):
        return repr(self.derivative)

    def _repr_mimebundle_(self, include=None, exclude=None):
        return self.derivative._repr_mimebundle_()
