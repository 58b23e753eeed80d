"""The same derivatives by other tools, as their own documentation has them written.

Each module of this folder names a tool; `variants(name, arguments)` gives the calls it
has for a workload, with their inputs converted and their results waited for.

Tangent, the older compiler from source to source, is left out: its last release, 0.1.9,
cannot be imported under Python 3.11 with today's gast ("module 'gast' has no attribute
'Num'").
"""

import importlib
import importlib.util

# The tool's module here, and what must be installed for it.
TOOLS = {
    "jax_": "jax",
    "casadi_": "casadi",
    "autograd_": "autograd",
    "torch_": "torch",
    "warp_": "warp",
}


def installed(among=None):
    """The modules of this folder whose tools are installed, or of these those."""
    return [
        importlib.import_module(f".{module}", __package__)
        for module, needed in TOOLS.items()
        if among is None or module in among
        if importlib.util.find_spec(needed) is not None
    ]


def variants(name, arguments, among=None):
    """{label: call} of all installed tools, or of these, for a workload."""
    return {
        label: call
        for tool in installed(among)
        for label, call in tool.variants(name, arguments).items()
    }
