"""Set everything up and run the main job: python tools/demo.py [options of pelts.py].

The job is in pelts.py beside this file, which needs s2sad, SciPy and Matplotlib; this
script needs only Python and pip.
"""

import sys
from pathlib import Path

import _environment


def main(arguments):
    python = _environment.python_with(extras=("demo",))
    job = Path(__file__).with_name("pelts.py")
    return _environment.run(python, job, *arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
