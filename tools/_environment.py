"""The environment the tools run in: made by pip beside the project, and kept.

Only the standard library is imported here, because this runs before anything is
installed.  The Python that runs a tool makes `.venv`, or `.venv-3.12` where `.venv`
belongs to another version; its own packages are neither used nor changed.  An
environment is installed anew when pyproject.toml has changed, and else used as it is.
"""

import hashlib
import os
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SUPPORTED = ((3, 11), (3, 12), (3, 13))


def python_with(extras=(), groups=()):
    """The path of a Python in which s2sad, its extras and the groups are installed."""
    if sys.version_info[:2] not in SUPPORTED:
        versions = ", ".join(f"{major}.{minor}" for major, minor in SUPPORTED)
        running = ".".join(map(str, sys.version_info[:2]))
        sys.exit(f"s2sad runs on Python {versions}; this is Python {running}.")
    folder = _folder()
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    stamp = folder / f"installed-{'-'.join((*extras, *groups))}"
    if not stamp.exists() or stamp.read_text() != _fingerprint():
        print(f"installing s2sad and what it needs into {folder.name}", flush=True)
        if not _has_pip(python):
            _create(folder, python)
        _install(python, extras, groups)
        stamp.write_text(_fingerprint())
    return python


def run(python, *arguments, folder=None):
    """Run Python, in the current folder or another, and return its exit status."""
    command = [str(python), *map(str, arguments)]
    return subprocess.run(command, cwd=folder).returncode


def _folder():
    """`.venv`, unless another version of Python made it."""
    folder = ROOT / ".venv"
    version = ".".join(map(str, sys.version_info[:2]))
    settings = folder / "pyvenv.cfg"
    if settings.exists() and f" = {version}." not in settings.read_text():
        return ROOT / f".venv-{version}"
    return folder


def _has_pip(python):
    asked = [str(python), "-m", "pip", "--version"]
    return python.exists() and not subprocess.run(asked, capture_output=True).returncode


def _create(folder, python):
    """An environment with pip; what the folder already holds stays."""
    try:
        venv.create(folder, with_pip=True)
    except subprocess.CalledProcessError:
        # Some distributions package ensurepip apart: the pip that is here installs pip.
        venv.create(folder, with_pip=False)
        _pip(sys.executable, "--python", python, "install", "pip")


def _install(python, extras, groups):
    project = f".[{','.join(extras)}]" if extras else "."
    _pip(python, "install", "--editable", project, *_requirements(groups))


def _pip(python, *arguments):
    """Run pip, whose settings choose the index, and stop where it fails."""
    # Packages go into the environment, also where the user's settings say `user`.
    environment = os.environ | {"PIP_USER": "0", "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
    command = [str(python), "-m", "pip", *map(str, arguments), "--quiet"]
    if subprocess.run(command, cwd=ROOT, env=environment).returncode:
        sys.exit("pip failed: see above.")


def _requirements(groups):
    """The requirements of dependency groups, which pip reads only from 25.1 on."""
    import tomllib  # not in the Pythons that only get as far as the refusal above

    table = tomllib.loads((ROOT / "pyproject.toml").read_text())["dependency-groups"]
    return [requirement for group in groups for requirement in table[group]]


def _fingerprint():
    """What an installation depends on: pyproject.toml, and where the project lies."""
    content = (ROOT / "pyproject.toml").read_bytes() + bytes(ROOT)
    return hashlib.sha256(content).hexdigest()
