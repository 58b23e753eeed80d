"""CasADi: expressions of SX, their generated C compiled by the system's compiler."""

import shutil
import subprocess
import tempfile
from pathlib import Path

import casadi
import numpy as np


def _residual(camera, point, weight, feature):
    r, s, t = camera[0], camera[1], camera[2]
    x, y, z = (point[k] - camera[3 + k] for k in range(3))
    theta2 = r**2 + s**2 + t**2
    cross_x, cross_y, cross_z = s * z - t * y, t * x - r * z, r * y - s * x
    theta = casadi.sqrt(theta2)
    cosine, sine = casadi.cos(theta), casadi.sin(theta) / theta
    along = (r * x + s * y + t * z) / theta2 * (1.0 - cosine)
    turns = theta2 > 0.0
    a = casadi.if_else(turns, x * cosine + cross_x * sine + r * along, x + cross_x)
    b = casadi.if_else(turns, y * cosine + cross_y * sine + s * along, y + cross_y)
    c = casadi.if_else(turns, z * cosine + cross_z * sine + t * along, z + cross_z)
    u, v = a / c, b / c
    rho = u**2 + v**2
    scale = camera[6] * (1.0 + camera[9] * rho + camera[10] * rho**2)
    return casadi.vertcat(
        weight * (u * scale + camera[7] - feature[0]),
        weight * (v * scale + camera[8] - feature[1]),
    )


def _compiled(function):
    """A function as the C that CasADi writes for it, compiled and loaded."""
    compiler = shutil.which("cc") or shutil.which("gcc")
    if compiler is None:
        return None
    folder = Path(tempfile.mkdtemp())
    function.generate(f"{function.name()}.c")
    shutil.move(f"{function.name()}.c", folder)
    library = folder / f"{function.name()}.so"
    command = [compiler, "-O3", "-march=native", "-shared", "-fPIC"]
    command += [str(folder / f"{function.name()}.c"), "-o", str(library), "-lm"]
    subprocess.run(command, check=True)
    return casadi.external(function.name(), str(library))


def _bundle_adjustment(cameras, points, weights, features):
    camera, point = casadi.SX.sym("camera", 11), casadi.SX.sym("point", 3)
    weight, feature = casadi.SX.sym("weight"), casadi.SX.sym("feature", 2)
    errors = _residual(camera, point, weight, feature)
    leaves = (camera, point, weight)
    blocks = [casadi.densify(casadi.jacobian(errors, item)) for item in leaves]
    one = casadi.Function("block", [camera, point, weight, feature], blocks)
    compiled = _compiled(one.map(len(weights)))
    if compiled is None:
        return {}
    n = len(weights)
    # Columns one after another, as CasADi has them: an observation is a column.
    given = [item.ravel() for item in (cameras, points, weights, features)]
    rooms = [np.zeros(n * size * 2) for size in (11, 3, 1)]
    buffer, call = compiled.buffer()
    for number, item in enumerate(given):
        buffer.set_arg(number, memoryview(item))
    for number, room in enumerate(rooms):
        buffer.set_res(number, memoryview(room))

    # The buffer holds addresses only: what they point to lives as long as the call.
    def blocks_of_all(_kept=(compiled, buffer, given)):
        call()
        camera, point, weight = (room.reshape(n, -1, 2) for room in rooms)
        return tuple(
            (camera[:, :, k], point[:, :, k], weight[:, 0, k]) for k in range(2)
        )

    return {"casadi C": blocks_of_all}


def variants(name, arguments):
    return _bundle_adjustment(*arguments) if name == "bundle_adjustment" else {}
