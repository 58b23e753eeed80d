"""How fast derivatives are: medians of interleaved runs, as ratios.

python tools/bench                       every workload
python tools/bench burgers kepler        these only
python tools/bench --quick               small sizes: that it runs, not how fast
python tools/bench --json FILE           the same numbers, for a program
python tools/bench --cold                first calls and memory instead, in processes
python tools/bench --chart FILE.png      the times as a picture
python tools/bench --gate                fail where a bound is missed (full sizes)

Primal, derivative by hand and generated derivative are compiled by Numba; other tools
(the extra `bench` installs them) are compared where they are there, each in turn with
the generated one alone; ratios are of CPU times. What counts is the ratio, not the
seconds.
"""

import sys
from pathlib import Path

# Run as a folder, Python looks for modules inside it: the package is one level up.
sys.path.insert(0, str(Path(__file__).parents[1]))

if __name__ == "__main__":
    from bench.report import main

    main()
