"""The first call and the memory of a derivative, each in a process of its own.

`python -m bench.cold NAME TOOL [--quick]` prints one JSON object. What all first calls
of a process share, such as starting Numba or JAX, is done before the clock starts.
"""

import json
import os
import resource
import subprocess
import sys
from pathlib import Path
from time import perf_counter

from . import peers
from .measure import workload

GENERATED = "generated"


def warm(tool):
    """Run the compiler once on something else."""
    if tool == GENERATED:
        import s2sad

        s2sad.grad(lambda x: x * x)(1.0)
    else:
        import jax

        jax.block_until_ready(jax.jit(lambda x: x * x)(1.0))


def first_call(name, tool, quick):
    """(seconds of the first call, MiB that the process grew by)."""
    module = workload(name)
    arguments = module.arguments(quick)
    warm(tool)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    if tool == GENERATED:
        start = perf_counter()
        module.derivative()(*arguments)
    else:
        call = peers.variants(name, arguments)[tool]
        start = perf_counter()
        call()
    spent = perf_counter() - start
    return spent, (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024


def measured(name, tool, quick):
    """The same from a process of its own, or None where it fails."""
    command = [sys.executable, "-m", "bench.cold", name, tool]
    command += ["--quick"] if quick else []
    tools = Path(__file__).parent.parent
    paths = [str(tools), str(tools.parent), os.environ.get("PYTHONPATH", "")]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, paths))}
    done = subprocess.run(command, env=environment, capture_output=True, text=True)
    if done.returncode:
        return None
    return json.loads(done.stdout.splitlines()[-1])


if __name__ == "__main__":
    name, tool, *options = sys.argv[1:]
    seconds, mebibytes = first_call(name, tool, "--quick" in options)
    print(json.dumps({"first_call": seconds, "memory": mebibytes}))
