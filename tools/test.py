"""Set everything up, check and test: python tools/test.py [arguments of pytest].

All checks run, also after one has failed, and the last line names those that failed.
"""

import sys

import _environment

CHECKS = {
    "ruff check": ("-m", "ruff", "check"),
    "ruff format": ("-m", "ruff", "format", "--check"),
    "pyright": ("-m", "pyright"),
    "pytest": ("-m", "pytest", "-n", "2", "--dist", "worksteal"),
}


def main(arguments):
    python = _environment.python_with(extras=("demo",), groups=("test",))
    failed = []
    own = {"pyright": ("--pythonpath", python), "pytest": arguments}
    for name, command in CHECKS.items():
        print(f"== {name}", flush=True)
        extra = own.get(name, ())
        if _environment.run(python, *command, *extra, folder=_environment.ROOT):
            failed.append(name)
    print(f"failed: {', '.join(failed)}" if failed else "all checks and tests passed")
    return bool(failed)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
