"""The first call and the memory of a derivative, each in a process of its own.

`python -m bench.cold NAME TOOL [--quick]` prints one JSON object: the transformation,
the compilation and one run. What all first calls of a process share, such as starting
Numba or JAX, is done before the clock starts.
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

GENERATED, JAX = TOOLS = "generated", "jax"
# Seconds that a process may take: what is slower is told, and not waited for.
LIMIT = 120.0


def warm(tool):
    """Run the compiler once on something else."""
    if tool == GENERATED:
        import s2sad

        s2sad.grad(lambda x: x * x)(1.0)
    else:
        import jax

        jax.block_until_ready(jax.jit(lambda x: x * x)(1.0))


def first_call(name, tool, quick):
    """What the first call cost, or why there is none."""
    module = workload(name)
    arguments = module.arguments(quick)
    if tool == JAX and not peers.installed(["jax_"]):
        return {"missing": "not installed"}
    warm(tool)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    if tool == GENERATED:
        start = perf_counter()
        module.derivative()(*arguments)
    else:
        call = peers.variants(name, arguments, ["jax_"]).get(tool)
        if call is None:
            return {"missing": "no form"}
        start = perf_counter()
        call()
    spent = perf_counter() - start
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    return {"first_call": spent, "memory": grown / 1024}


def measured(name, tool, quick):
    """What a process of its own says, or why it says nothing."""
    command = [sys.executable, "-m", "bench.cold", name, tool]
    command += ["--quick"] if quick else []
    tools = Path(__file__).parent.parent
    paths = [str(tools), str(tools.parent), os.environ.get("PYTHONPATH", "")]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, paths))}
    try:
        done = subprocess.run(
            command, env=environment, capture_output=True, text=True, timeout=LIMIT
        )
    except subprocess.TimeoutExpired:
        return {"missing": f"over {LIMIT:.0f} s"}
    if done.returncode:
        return {"missing": (done.stderr.splitlines() or ["failed"])[-1]}
    return json.loads(done.stdout.splitlines()[-1])


if __name__ == "__main__":
    name, tool, *options = sys.argv[1:]
    print(json.dumps(first_call(name, tool, "--quick" in options)))
