"""How much of an installed package can be differentiated: each public function tried.

python tools/packages NAME               with the calls its docstrings show
python tools/packages NAME --tests PATH  and those that its own pytest tests make
python tools/packages NAME --jit         the derivatives compiled by Numba
python tools/packages NAME --only WORD   functions whose names hold this word
python tools/packages NAME --json FILE   what came of every function, for a program

A function counts when it takes floats or arrays of them and gives some back. It is
right when the value is the primal's, the adjoint agrees with the tangent, and both
with differences, for every call that was recorded of it (three at most).
"""

import sys
from pathlib import Path

# Run as a folder, Python looks for modules inside it: the package is one level up.
sys.path.insert(0, str(Path(__file__).parents[1]))

if __name__ == "__main__":
    from packages.report import main

    main()
