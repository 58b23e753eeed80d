"""Before and after of every tidying pass: what it does, and what it must leave."""

import gast
import numpy as np
import pytest
from one_pass import columns, function_of, known_of, outcome, statements

from s2sad.facts.alive import Alive
from s2sad.tidy.begin import begin
from s2sad.tidy.branch import branch
from s2sad.tidy.check import check
from s2sad.tidy.counted import counted
from s2sad.tidy.direct import direct
from s2sad.tidy.drop import drop
from s2sad.tidy.fuse import fuse
from s2sad.tidy.gather import gather
from s2sad.tidy.hand import hand
from s2sad.tidy.hoist import hoist
from s2sad.tidy.inline import inline
from s2sad.tidy.leave import leave
from s2sad.tidy.lend import lend
from s2sad.tidy.merge import merge
from s2sad.tidy.narrate import narrate
from s2sad.tidy.rename import rename
from s2sad.tidy.renew import renew
from s2sad.tidy.share import share
from s2sad.tidy.sink import sink
from s2sad.tidy.stencil import stencil
from s2sad.tidy.upward import upward

CASES = {
    "merge: a sum begins with its first term": (
        merge,
        """
        b_bar = 0.0             | b_bar = 2.0 * b * s_bar
        b_bar += b * s_bar      | return b_bar
        b_bar += b * s_bar      |
        return b_bar            |
        """,
    ),
    "merge: terms of one sum": (
        merge,
        """
        b_bar = -a                  | b_bar = c * a - a + 2.0 * b * a
        b_bar += c * a + b * a      | return b_bar
        b_bar += b * a              |
        return b_bar                |
        """,
    ),
    "merge: a sum that begins later": (
        merge,
        """
        b_bar = 1.0                 | c_bar = a / b
        c_bar = a / b               | b_bar = 1.0 + a * c_bar
        b_bar += a * c_bar          | return b_bar
        return b_bar                |
        """,
    ),
    "merge: not two calls that write, though they look alike": (
        merge,
        """
        x_bar = np.zeros_like(x)    | x_bar = np.zeros_like(x)
        b_bar = double(x_bar)       | b_bar = double(x_bar) + double(x_bar)
        b_bar += double(x_bar)      | return b_bar
        return b_bar                |
        """,
    ),
    "merge: an array of one number": (
        merge,
        """
        y_bar = np.zeros_like(x)    | y_bar = np.full_like(x, a)
        y_bar += a                  | return y_bar
        return y_bar                |
        """,
    ),
    "merge: an adjoint that takes all of another": (
        merge,
        """
        y_bar = np.zeros_like(x)    | z_bar = 2.0 * x
        z_bar = 2.0 * x             | y_bar = z_bar
        y_bar += z_bar              | return y_bar
        return y_bar                |
        """,
    ),
    "merge: not of one that is read again": (
        merge,
        """
        y_bar = np.zeros_like(x)
        z_bar = 2.0 * x
        y_bar += z_bar
        y_bar[0] = 0.0
        return y_bar, z_bar
        """,
    ),
    "merge: not past what changes a term": (
        merge,
        """
        b_bar = c * x_bar[0]
        x_bar[0] = a
        b_bar += a * x_bar[0]
        return b_bar
        """,
    ),
    "merge: a call that writes stays before what reads": (
        merge,
        """
        x_bar = np.zeros_like(x)            | x_bar = np.zeros_like(x)
        b_bar = a                           | c_bar = np.sum(x_bar)
        c_bar = np.sum(x_bar)               | b_bar = a + double(x_bar) + a * a
        b_bar += double(x_bar)              | d_bar = np.sum(x_bar)
        d_bar = np.sum(x_bar)               | return b_bar + c_bar + d_bar
        b_bar += a * a                      |
        return b_bar + c_bar + d_bar        |
        """,
    ),
    "check: once, before a block and in it": (
        check,
        """
        if n < 0:                       | if n < 0:
            raise ValueError("n")       |     raise ValueError("n")
        s += a                          | s += a
        for i in range(3):              | for i in range(3):
            if x[i] > 0.0:              |     if x[i] > 0.0:
                if n < 0:               |         s += x[i]
                    raise ValueError()  | return s
                s += x[i]               |
        return s                        |
        """,
        "s",
    ),
    "check: not the other way round": (
        check,
        """
        if len(x) == n:                 | if len(x) == n:
            raise ValueError("x")       |     raise ValueError("x")
        if n == len(x):                 | if n < 0:
            raise ValueError("n")       |     raise ValueError("n")
        if n < 0:                       | if 0 < n < 0:
            raise ValueError("n")       |     raise ValueError("n")
        if 0 < n < 0:                   | if 0 > n:
            raise ValueError("n")       |     raise ValueError("n")
        if 0 > n:                       | return x[0]
            raise ValueError("n")       |
        return x[0]                     |
        """,
    ),
    "check: not whether an integer is itself": (
        check,
        """
        if n != n:                  | if a != a:
            raise ValueError("n")   |     raise ValueError("a")
        if a != a:                  | return n * a
            raise ValueError("a")   |
        return n * a                |
        """,
    ),
    "check: again where what is asked for may have changed": (
        check,
        """
        if s > 9.0:
            raise ValueError("s")
        for i in range(3):
            if s > 9.0:
                raise ValueError("s")
            s += x[i]
        if x[0] > 9.0:
            raise ValueError("x")
        double(x)
        if x[0] > 9.0:
            raise ValueError("x")
        return s
        """,
        "s",
    ),
    "check: before a loop that begins with it": (
        check,
        """
        for i in range(3):              | if n < 0:
            a = 2.0 * b                 |     raise ValueError("n")
            if n < 0:                   | for i in range(3):
                raise ValueError("n")   |     a = 2.0 * b
            if a > 99.0:                |     if a > 99.0:
                raise ValueError("a")   |         raise ValueError("a")
            s += a                      |     s += a
        if n < 0:                       | return s
            raise ValueError("n")       |
        return s                        |
        """,
        "s",
    ),
    "check: not before a loop that may have no trip, or tells something first": (
        check,
        """
        for i in range(n):
            if a > 99.0:
                raise ValueError("a")
            s += a
        for i in range(3):
            x[i] = s
            if a > 9.0:
                raise ValueError("a")
        return s
        """,
        "s",
    ),
    "check: not before a loop of whose trips it tells": (
        check,
        """
        for i in range(3):
            if n < 0:
                raise ValueError("n", i)
            s += a
        return s
        """,
        "s",
    ),
    "sink: what one side gives stands in it": (
        sink,
        """
        b_bar = 0.0                     | if a > 0.0:
        if a > 0.0:                     |     x_bar[0] += s
            x_bar[0] += s               | else:
        else:                           |     b_bar = 0.0
            b_bar += s                  |     b_bar += s
        c_bar = b_bar / d               |     c_bar = b_bar / d
        for i in range(3):              |     for i in range(3):
            x_bar[i] += 2.0 * c_bar     |         x_bar[i] += 2.0 * c_bar
        t = 2.0 * t                     |     s_bar -= a * c_bar
        s_bar -= a * c_bar              | t = 2.0 * t
        return s_bar + t                | return s_bar + t
        """,
        "s_bar t",
    ),
    "sink: what others read begins at zero": (
        sink,
        """
        b_bar = 2.0 * c             | s_bar = 0.0
        if a > 0.0:                 | b_bar = 2.0 * c
            t_bar += b_bar          | if a > 0.0:
            b_bar = 0.0             |     t_bar += b_bar
        s_bar = a * b_bar           |     b_bar = 0.0
        return s_bar + t_bar        | else:
                                    |     s_bar = a * b_bar
                                    | return s_bar + t_bar
        """,
        "t_bar",
    ),
    "sink: a sum that begins behind the branch begins before it": (
        sink,
        """
        b_bar = 2.0 * c             | b_bar = 2.0 * c
        if a > 0.0:                 | s_bar = 0.0
            t_bar += b_bar          | if a > 0.0:
            b_bar = 0.0             |     t_bar += b_bar
        s_bar = 0.0                 |     b_bar = 0.0
        if c > 0.0:                 | elif c > 0.0:
            s_bar += a * b_bar      |     s_bar += a * b_bar
        return s_bar + t_bar        | return s_bar + t_bar
        """,
        "t_bar",
    ),
    "sink: a sum that one side alone mentions begins there": (
        sink,
        """
        b_bar = 0.0                 | if a > 0.0:
        if a > 0.0:                 |     b_bar = 0.0
            b_bar += s              |     b_bar += s
            t_bar += b_bar          |     t_bar += b_bar
        return t_bar                | return t_bar
        """,
        "t_bar",
    ),
    "sink: what several give together stands in it": (
        sink,
        """
        b_bar = 0.0                     | if a > 0.0:
        c_bar = 0.0                     |     t_bar += s
        if a > 0.0:                     | else:
            t_bar += s                  |     b_bar = 0.0
        else:                           |     c_bar = 0.0
            b_bar += s                  |     b_bar += s
            c_bar += t                  |     c_bar += t
        b_bar += 2.0 * a * c_bar        |     b_bar += 2.0 * a * c_bar
        t_bar += b_bar / d - s * c_bar  |     t_bar += b_bar / d - s * c_bar
        return t_bar                    | return t_bar
        """,
        "t_bar",
    ),
    "sink: not what both sides give": (
        sink,
        """
        b_bar = 0.0
        if a > 0.0:
            b_bar += s
        else:
            b_bar -= t
        s_bar += a * b_bar
        return s_bar
        """,
        "s_bar",
    ),
    "sink: nothing that does more than to add": (
        sink,
        """
        b_bar = 0.0
        if a > 0.0:
            b_bar += s
        x[0] = 2.0 * b_bar
        s_bar += b_bar + 1.0
        t_bar += math.exp(b_bar)
        c_bar += double(x) * b_bar
        return s_bar + t_bar + c_bar
        """,
        "s_bar t_bar c_bar",
    ),
    "sink: not what a loop or a branch sets and others read": (
        sink,
        """
        b_bar = 0.0
        c_bar = 0.0
        if a > 0.0:
            b_bar += s
        for i in range(3):
            c_bar = d * b_bar
            s_bar += c_bar
        t_bar += c_bar + 1.0
        return s_bar + t_bar
        """,
        "s_bar t_bar",
    ),
    "sink: not past what reads it": (
        sink,
        """
        b_bar = 0.0
        if a > 0.0:
            b_bar += s
        t = 2.0 * s_bar
        s_bar += a * b_bar
        return s_bar + t
        """,
        "s_bar",
    ),
    "sink: not what the next trip begins with": (
        sink,
        """
        b_bar = s
        for i in range(3):
            if a > i:
                s_bar += b_bar
                b_bar = 0.0
            t_bar += d * b_bar
        return s_bar + t_bar
        """,
        "s_bar t_bar",
    ),
    "branch: one condition, one branch, past what minds neither": (
        branch,
        """
        if a > 0.0:             | if a > 0.0:
            b = math.exp(c)     |     b = math.exp(c)
            s += b              |     s += b
        else:                   |     c_bar += b * c_bar
            s += 1.0            | else:
        t += s                  |     s += 1.0
        if a > 0.0:             | t += s
            b = math.exp(c)     | return s + t + c_bar
            c_bar += b * c_bar  |
        return s + t + c_bar    |
        """,
        "s t c_bar",
    ),
    "branch: the first moves down, where the second may not move up": (
        branch,
        """
        if a > 0.0:         | d = a * c
            s += a          | if a > 0.0:
        d = a * c           |     s += a
        if a > 0.0:         |     t += d
            t += d          | return s + t
        return s + t        |
        """,
        "s t",
    ),
    "branch: not past what both read and set": (
        branch,
        """
        if a > 0.0:
            s += a
        s = 2.0 * s
        if a > 0.0:
            s += d
        return s
        """,
        "s",
    ),
    "branch: not past what leaves": (
        branch,
        """
        if a > 0.0:
            x[0] = a
        if c > 0.0:
            return 0.0
        if a > 0.0:
            x[1] = d
        return s
        """,
    ),
    "branch: a check that stands twice": (
        branch,
        """
        if a < 0.0:                 | if a < 0.0:
            raise ValueError("a")   |     raise ValueError("a")
        if a < 0.0:                 | return a
            raise ValueError("a")   |
        return a                    |
        """,
    ),
    "branch: nothing is set again to what it is, unless something changed": (
        branch,
        """
        b = c * x[0]        | b = c * x[0]
        s += b              | s += b
        b = c * x[0]        | s += b
        s += b              | x[1] = s
        x[1] = s            | b = c * x[0]
        b = c * x[0]        | return s + b
        return s + b        |
        """,
        "s",
    ),
    "branch: branches of one test that is changed between": (
        branch,
        """
        if a > 0.0:
            a = -a
        if a > 0.0:
            a = 2.0 * a
        return a
        """,
        "a",
    ),
    "branch: a branch in a branch on one condition is decided": (
        branch,
        """
        if a > 0.0:                 | if a > 0.0:
            s += b                  |     s += b
            if a > 0.0:             |     t += s
                t += s              | else:
            else:                   |     s += 2.0 * t
                t -= s              |     a = -a
        else:                       |     if a > 0.0:
            if a > 0.0:             |         t = 0.0
                t += s              | return s * t * a
            else:                   |
                s += 2.0 * t        |
            a = -a                  |
            if a > 0.0:             |
                t = 0.0             |
        return s * t * a            |
        """,
        "s a t",
    ),
    "fuse: value and gradient in one loop": (
        fuse,
        """
        for i in range(n):          | # fused
            s += a * x[i]           | for i in range(n):
        # fused                     |     s += a * x[i]
        for i in range(n):          |     x_bar[i] += a
            x_bar[i] += a           | return s
        return s                    |
        """,
        "s",
    ),
    "fuse: what is saved between two statements that both loops have": (
        fuse,
        """
        for i in range(n):          | # fused
            b = a * x[i]            | for i in range(n):
            b *= x[i]               |     b = a * x[i]
            s += b                  |     b_saved = b
        # fused                     |     b *= x[i]
        for i in range(n):          |     s += b
            b = a * x[i]            |     x_bar[i] += b * b_saved
            b_saved = b             | return s
            b *= x[i]               |
            x_bar[i] += b * b_saved |
        return s                    |
        """,
        "s",
    ),
    "fuse: not what the second loop reads of all trips": (
        fuse,
        """
        for i in range(n):
            s += a * x[i]
        # fused
        for i in range(n):
            x_bar[i] += s
        return s
        """,
        "s",
    ),
    "inline: what is read once": (
        inline,
        """
        value_bar = a           | x_bar[0] = c * a
        x_bar[0] = c * value_bar |
        """,
    ),
    "inline: what is added to a number before it is returned": (
        inline,
        """
        b_bar = 2.0 * c             | b_bar = 2.0 * c
        for i in range(n):          | for i in range(n):
            b_bar += x[i]           |     b_bar += x[i]
        b_bar += a                  | return b_bar + a - c
        b_bar -= c                  |
        return b_bar                |
        """,
    ),
    "inline: not what is returned twice, or changes before": (
        inline,
        """
        b_bar = 2.0 * c
        c_bar = a
        for i in range(n):
            b_bar += x[i]
            c_bar += x[i]
        b_bar += a
        c_bar += x[0]
        x[0] = 3.0
        return b_bar * b_bar + c_bar
        """,
    ),
    "renew: an adjoint that passes its value on": (
        renew,
        """
        b_bar = a                       | b_bar = a
        for i in range(n):              | for i in range(n):
            c_bar = b_bar / c           |     b_bar = b_bar / c
            for j in range(2):          |     for j in range(2):
                c_bar += x[j]           |         b_bar += x[j]
            b_bar = c_bar               |     x[i] -= c * b_bar
            x[i] -= c * c_bar           | return b_bar
        return b_bar                    |
        """,
    ),
    "renew: not where both are read, or one is read later": (
        renew,
        """
        b_bar = a
        e_bar = 1.0
        for i in range(n):
            c_bar = b_bar / c
            x[i] -= c * b_bar
            b_bar = c_bar
            d_bar = e_bar * c
            e_bar = d_bar
        return b_bar + d_bar
        """,
    ),
    "renew: not where the other changes before the last use": (
        renew,
        """
        b_bar = a
        c_bar = b_bar / c
        b_bar = c_bar
        b_bar += 1.0
        return b_bar * c_bar
        """,
    ),
    "begin: each element of zeros is written over": (
        begin,
        """
        x_bar = np.zeros_like(x)        | x_bar = np.empty_like(x)
        y_bar = np.zeros_like(y)        | y_bar = np.empty_like(y)
        for i in range(len(x)):         | for i in range(len(x)):
            x_bar[i] += x[i]            |     x_bar[i] = x[i]
            x_bar[i] += y[i]            |     x_bar[i] += y[i]
        for i in range(len(y)):         | for i in range(len(y)):
            y_bar[i] -= y[i] * a        |     y_bar[i] = -y[i] * a
        return x_bar[0] + y_bar[1]      | return x_bar[0] + y_bar[1]
        """,
    ),
    "begin: what each trip leaves as zeros for the next": (
        begin,
        """
        z_bar = np.zeros_like(x)            | z_bar = np.empty_like(x)
        for k in range(3):                  | for k in range(3):
            a_bar = a * k                   |     a_bar = a * k
            for i in range(len(x)):         |     for i in range(len(x)):
                z_bar[i] -= x[i] * a_bar    |         z_bar[i] = -x[i] * a_bar
            for i in range(1, len(x)):      |     for i in range(1, len(x)):
                s += z_bar[i] * z_bar[i - 1]|         s += z_bar[i] * z_bar[i - 1]
            for i in range(len(x)):         |     for i in range(len(x)):
                s += z_bar[i]               |         s += z_bar[i]
                z_bar[i] = 0.0              | return s
        return s                            |
        """,
        "s",
    ),
    "begin: a loop that only leaves zeros goes": (
        begin,
        """
        z_bar = np.zeros_like(x)            | z_bar = np.empty_like(x)
        for k in range(3):                  | for k in range(3):
            for i in range(len(x)):         |     for i in range(len(x)):
                z_bar[i] += x[i] * k        |         z_bar[i] = x[i] * k
            s += z_bar[0] * z_bar[1]        |     s += z_bar[0] * z_bar[1]
            for i in range(len(x)):         | return s
                z_bar[i] = 0.0              |
        return s                            |
        """,
        "s",
    ),
    "begin: not where a trip may leave more than zeros": (
        begin,
        """
        u_bar = np.zeros_like(x)
        v_bar = np.zeros_like(x)
        w_bar = np.zeros_like(x)
        for k in range(3):
            for i in range(len(x)):
                u_bar[i] += x[i] * k
            for i in range(1, len(x)):
                s += u_bar[i]
                u_bar[i] = 0.0
        for k in range(3):
            for i in range(len(x)):
                v_bar[i] += x[i] * k
            if k == 1:
                continue
            for i in range(len(x)):
                s += v_bar[i]
                v_bar[i] = 0.0
        for k in range(3):
            for i in range(len(x)):
                w_bar[i] += x[i] * k
            for i in range(len(x)):
                s += w_bar[i] * w_bar[0]
                w_bar[i] = 0.0
        return s
        """,
        "s",
    ),
    "begin: not where zeros are read after the loop": (
        begin,
        """
        z_bar = np.zeros_like(x)
        for k in range(3):
            for i in range(len(x)):
                z_bar[i] += x[i] * k
            for i in range(len(x)):
                z_bar[i] = 0.0
        return z_bar
        """,
    ),
    "begin: not where other elements are mentioned": (
        begin,
        """
        x_bar = np.zeros_like(x)
        for i in range(len(x)):
            x_bar[i] += x[i]
            x_bar[0] += x[i]
        return x_bar[1]
        """,
    ),
    "begin: not where others are written, nor before the loop": (
        begin,
        """
        x_bar = np.zeros_like(x)
        y_bar = np.zeros_like(y)
        for i in range(len(x) - 1):
            x_bar[i] += x[i]
        y_bar[0] += 1.0
        for i in range(len(y)):
            y_bar[i] += y[i]
        return x_bar[1] + y_bar[0]
        """,
    ),
    "begin: not where a branch or a break leaves elements out": (
        begin,
        """
        x_bar = np.zeros_like(x)
        y_bar = np.zeros_like(y)
        for i in range(len(x)):
            if x[i] > 0.9:
                x_bar[i] += x[i]
        for i in range(len(y)):
            y_bar[i] += y[i]
            if y[i] > 0.9:
                break
        return x_bar[1] + y_bar[2]
        """,
    ),
    "begin: not where the array they are like is another by then": (
        begin,
        """
        y = x * 1.0
        x_bar = np.zeros_like(y)
        y = y[1:]
        for i in range(len(y)):
            x_bar[i] += y[i]
        return x_bar[-1]
        """,
    ),
    "hand: an array that is bound anew, or gone": (
        hand,
        """
        u_bar = x * 2.0                 | u_bar = x * 2.0
        for i in range(n):              | for i in range(n):
            w_bar = u_bar.copy()        |     w_bar = u_bar
            u_bar = np.zeros_like(x)    |     u_bar = np.zeros_like(x)
            u_bar[i] += w_bar[i + 1]    |     u_bar[i] += w_bar[i + 1]
            v_bar = w_bar.copy()        |     v_bar = w_bar
            u_bar[0] += v_bar[1]        |     u_bar[0] += v_bar[1]
        return u_bar[0]                 | return u_bar[0]
        """,
    ),
    "hand: not what is read later, or in the next trip": (
        hand,
        """
        u_bar = x * 2.0
        w_bar = x * 3.0
        for i in range(n):
            v_bar = u_bar.copy()
            v_bar[0] = w_bar[0]
            y_bar = w_bar.copy()
            y_bar[0] = 0.0
            u_bar[1] += v_bar[0] + y_bar[0]
        return u_bar[0] + u_bar[1]
        """,
    ),
    "hand: not what has another name": (
        hand,
        """
        u_bar = x * 2.0
        v_bar = u_bar[1:]
        w_bar = u_bar.copy()
        u_bar = np.zeros_like(x)
        w_bar[1] = 0.0
        return v_bar[0] + w_bar[2] + u_bar[0]
        """,
    ),
    "lend: a seed that is only read": (
        lend,
        """
        v_bar = y_bar.copy()            | x_bar[0] += a * y_bar[1]
        x_bar[0] += a * v_bar[1]        |
        """,
    ),
    "lend: a comment that is left with nothing goes": (
        lend,
        """
        "#: first"                      | "#: second"
        v_bar = y_bar.copy()            | x_bar[0] += a * y_bar[1]
        "#: second"                     |
        x_bar[0] += a * v_bar[1]        |
        """,
    ),
    "lend: of one seed all copies": (
        lend,
        """
        v_bar = y_bar.copy()            | x_bar[0] += y_bar[1] * y_bar[2]
        w_bar = y_bar.copy()            |
        x_bar[0] += v_bar[1] * w_bar[2] |
        """,
    ),
    "lend: not where the copy is written": (
        lend,
        """
        v_bar = y_bar.copy()
        x_bar[0] += a * v_bar[1]
        v_bar[1] = 0.0
        """,
    ),
    "lend: nor where the seed is, also by a call": (
        lend,
        """
        v_bar = y_bar.copy()
        b_bar = double(y_bar)
        x_bar[0] += b_bar * v_bar[1]
        """,
    ),
    "lend: nor where one is written under another name": (
        lend,
        """
        v_bar = y_bar.copy()
        w_bar = v_bar[1:]
        w_bar[0] = 0.0
        x_bar[0] += a * v_bar[1]
        """,
    ),
    "lend: nor what is returned": (
        lend,
        """
        v_bar = y_bar.copy()
        x_bar[0] += v_bar[1]
        return v_bar
        """,
    ),
    "counted: a list that each trip adds to": (
        counted,
        """
        trips_n = 0                     | b_saved = []
        b_saved = []                    | while b < 10.0:
        while b < 10.0:                 |     b_saved.append(b)
            trips_n += 1                |     b = b * (a + 2.0)
            b_saved.append(b)           |     if b > 7.0:
            b = b * (a + 2.0)           |         break
            if b > 7.0:                 | for i in range(len(b_saved) - 1, -1, -1):
                break                   |     a += i * b_saved.pop()
        for i in range(trips_n - 1, -1, -1):  | return a
            a += i * b_saved.pop()      |
        return a                        |
        """,
        "a b",
    ),
    "counted: not where a trip may be left before it adds": (
        counted,
        """
        trips_n = 0
        b_saved = []
        while b < 10.0:
            trips_n += 1
            b = b * (a + 2.0)
            if b > 7.0:
                break
            b_saved.append(b)
        for i in range(trips_n):
            a += i * b
        return a + len(b_saved)
        """,
        "a b",
    ),
    "counted: not where the list is of several loops, or longer": (
        counted,
        """
        b_saved = []
        for j in range(2):
            trips_n = 0
            while b < 10.0:
                trips_n += 1
                b_saved.append(b)
                b = b * (a + 2.0)
            b = 1.0
            for i in range(trips_n):
                a += i
        return a + b_saved.pop()
        """,
        "a b",
    ),
    "inline: not past a write into what it reads": (
        inline,
        """
        value_bar = x[0]
        x[0] = 2.0
        x_bar[0] = a * value_bar
        """,
    ),
    "inline: not past a call that writes what it reads": (
        inline,
        """
        value_bar = x[0]
        double(x)
        x_bar[0] = a * value_bar
        """,
    ),
    "inline: not through another name of the memory": (
        inline,
        """
        v = x[1:]
        value_bar = x[1]
        v[0] = 2.0
        x_bar[0] = a * value_bar
        """,
    ),
    "inline: a name of the user's stays": (
        inline,
        """
        c = a * a
        x_bar[0] = c * a
        """,
    ),
    "drop: what nobody reads": (
        drop,
        """
        s = 0.0                         | for i in range(n):
        for i in range(n):              |     x_bar[i] += 2.0 * x[i]
            s += x[i] ** 2              |
            x_bar[i] += 2.0 * x[i]      |
        """,
    ),
    "drop: a list that is only added to": (
        drop,
        """
        b_saved = []                | for i in range(n):
        for i in range(n):          |     b += a
            b_saved.append(b)       | return b
            b += a                  |
        return b                    |
        """,
        "b",
    ),
    "drop: not what a later trip reads": (
        drop,
        """
        c = 0.0
        for i in range(n):
            b += c * a
            c = b
        return b
        """,
        "b",
    ),
    "drop: not the variable that is read after its loop": (
        drop,
        """
        i = 0                       | i = 0
        s = 0.0                     | for i in range(n):
        for i in range(n):          |     pass
            s += x[i]               | x_bar[i] += 1.0
        x_bar[i] += 1.0             |
        """,
    ),
    "drop: not a write through another name": (
        drop,
        """
        v = x[1:]
        v[0] = a
        """,
    ),
    "share: a function called twice of one number": (
        share,
        """
        c = math.sin(a) / a             | sin_a = math.sin(a)
        b_bar = c * math.sin(a)         | c = sin_a / a
        return b_bar                    | b_bar = c * sin_a
                                        | return b_bar
        """,
    ),
    "share: what has a name": (
        share,
        """
        c = math.exp(-a * b)            | c = math.exp(-a * b)
        b_bar = a * math.exp(-a * b)    | b_bar = a * c
        return b_bar                    | return b_bar
        """,
    ),
    "share: in branches of one test": (
        share,
        """
        if a > 0.0:                     | if a > 0.0:
            c = math.cos(a)             |     c = math.cos(a)
        else:                           | else:
            c = a                       |     c = a
        if a > 0.0:                     | if a > 0.0:
            c *= math.cos(a)            |     c *= c
        return c                        | return c
        """,
    ),
    "share: not of a number that is changed between": (
        share,
        """
        c = math.cos(a)
        a = 2.0 * a
        c *= math.cos(a)
        return c
        """,
        "a",
    ),
    "share: not of an element that is written between": (
        share,
        """
        c = math.cos(x[0])
        x[1] = a
        c *= math.cos(x[0])
        return c
        """,
    ),
    "share: not what may not be reached": (
        share,
        """
        c = math.sqrt(a) if a > 0.0 else 0.0
        if a > 1.0:
            c += math.sqrt(a)
        return c
        """,
    ),
    "share: not out of a loop that changes it": (
        share,
        """
        c = math.exp(b)
        for i in range(n):
            c += math.exp(b)
            b = b * a
        return c
        """,
        "b",
    ),
    "gather: what a loop adds to one element": (
        gather,
        """
        y_bar = np.zeros_like(x)                | y_bar = np.zeros_like(x)
        for i in range(len(x)):                 | for i in range(len(x)):
            for j in range(i):                  |     y_i_bar = 0.0
                y_bar[i] += a * x[j]            |     for j in range(i):
                y_bar[j] -= x[i]                |         y_i_bar += a * x[j]
        return np.sum(y_bar)                    |         y_bar[j] -= x[i]
                                                |     y_bar[i] += y_i_bar
                                                | return np.sum(y_bar)
        """,
    ),
    "gather: not what the loop reads": (
        gather,
        """
        y_bar = np.zeros_like(x)
        for i in range(len(x)):
            for j in range(i):
                y_bar[i] += a * y_bar[j]
        return np.sum(y_bar)
        """,
    ),
    "gather: not an element that there may not be": (
        gather,
        """
        y_bar = np.zeros_like(x)
        for i in range(len(x) + 1):
            for j in range(i, len(x)):
                y_bar[i] += x[j]
        return np.sum(y_bar)
        """,
    ),
    "gather: not of a place that moves": (
        gather,
        """
        y_bar = np.zeros_like(x)
        for i in range(len(x)):
            for j in range(i):
                y_bar[j] += x[i]
        return np.sum(y_bar)
        """,
    ),
    "stencil: what trips add to their neighbours": (
        stencil,
        """
        n = len(x)                      | n = len(x)
        z_bar = np.zeros_like(x)        | z_bar = np.zeros_like(x)
        for k in range(3):              | z_around_bar = np.zeros(n + 2)
            for i in range(1, n - 1):   | for k in range(3):
                z_bar[i] -= y[i]        |     for i in range(1, n - 1):
                z_bar[i - 1] += a       |         z_bar[i] -= y[i]
                z_bar[i + 1] += a       |         z_around_bar[i + 1] = a
        return np.sum(z_bar * x)        |
                                        |     # each element takes what it is owed
                                        |     for i in range(n):
                                        |         z_bar[i] += (
                                        |             z_around_bar[i + 2]
                                        |             + z_around_bar[i]
                                        |         )
                                        | return np.sum(z_bar * x)
        """,
    ),
    "stencil: of a loop that counts down, to both sides, with signs": (
        stencil,
        """
        z_bar = np.zeros(7)             | z_bar = np.zeros(7)
        for k in range(3):              | z_behind_bar = np.zeros(8)
            for i in range(4, 0, -1):   | z_ahead_bar = np.zeros(8)
                z_bar[i - 1] -= y[i]    | for k in range(3):
                z_bar[i] -= a           |     for i in range(4, 0, -1):
                z_bar[i + 1] -= b       |         z_behind_bar[i + 1] = y[i]
        return z_bar[0] - z_bar[3]      |         z_bar[i] -= a
                                        |         z_ahead_bar[i + 1] = b
                                        |
                                        |     # each element takes what it is owed
                                        |     for i in range(6):
                                        |         z_bar[i] -= (
                                        |             z_behind_bar[i + 2]
                                        |             + z_ahead_bar[i]
                                        |         )
                                        | return z_bar[0] - z_bar[3]
        """,
    ),
    "stencil: not of a loop in no other": (
        stencil,
        """
        n = len(x)
        z_bar = np.zeros_like(x)
        for i in range(n - 1):
            z_bar[i] -= y[i]
            z_bar[i + 1] += y[i]
        return np.sum(z_bar * x)
        """,
    ),
    "stencil: not where the first trip adds to the last element": (
        stencil,
        """
        n = len(x)
        z_bar = np.zeros_like(x)
        for k in range(3):
            for i in range(n):
                z_bar[i] -= y[i]
                z_bar[i - 1] += y[i]
        return np.sum(z_bar * x)
        """,
    ),
    "stencil: not where the range changes": (
        stencil,
        """
        n = len(x)
        z_bar = np.zeros_like(x)
        for k in range(n):
            for i in range(1, k):
                z_bar[i] -= y[i]
                z_bar[i - 1] += y[i]
        return np.sum(z_bar * x)
        """,
    ),
    "stencil: not beyond an array of which little is known": (
        stencil,
        """
        z_bar = np.zeros_like(x)
        for k in range(3):
            for i in range(1, n - 1):
                z_bar[i] -= y[i]
                z_bar[i + 1] += y[i]
        return np.sum(z_bar * x)
        """,
    ),
    "stencil: not what trips read of each other": (
        stencil,
        """
        n = len(x)
        z_bar = np.zeros_like(x)
        for k in range(3):
            for i in range(1, n - 1):
                z_bar[i] -= y[i]
                z_bar[i - 1] += z_bar[i]
        return np.sum(z_bar * x)
        """,
    ),
    "stencil: not what trips multiply": (
        stencil,
        """
        n = len(x)
        z_bar = np.ones_like(x)
        for k in range(3):
            for i in range(1, n - 1):
                z_bar[i] *= y[i]
                z_bar[i - 1] += y[i]
        return np.sum(z_bar * x)
        """,
    ),
    "stencil: not where another array keeps trips in order": (
        stencil,
        """
        n = len(x)
        z_bar = np.zeros_like(x)
        for k in range(3):
            for i in range(1, n - 1):
                z_bar[i] -= y[i]
                z_bar[i - 1] += y[i]
                y[i] = y[i - 1]
        return np.sum(z_bar * x)
        """,
    ),
    "upward: trips that touch nothing of each other": (
        upward,
        """
        z_bar = np.zeros_like(x)                | z_bar = np.zeros_like(x)
        c_bar = 0.0                             | c_bar = 0.0
        for i in range(len(x) - 1, -1, -1):     | for i in range(len(x)):
            b_bar = y[i]                        |     b_bar = y[i]
            y[i] = x[i]                         |     y[i] = x[i]
            z_bar[i] += a * b_bar               |     z_bar[i] += a * b_bar
            c_bar += y[i]                       |     c_bar += y[i]
        for i in range(3, 0, -1):               | for i in range(1, 4):
            z_bar[i - 1] -= y[i]                |     z_bar[i - 1] -= y[i]
            z_bar[i + 1] += y[i]                |     z_bar[i + 1] += y[i]
        return c_bar + np.sum(z_bar * x)        | return c_bar + np.sum(z_bar * x)
        """,
    ),
    "upward: not a sum of values": (
        upward,
        """
        c = 0.0
        for i in range(4, -1, -1):
            c += x[i]
        return c
        """,
    ),
    "upward: not what comes from other trips": (
        upward,
        """
        z_bar = np.zeros_like(x)
        b_bar = 1.0
        for i in range(4, -1, -1):
            z_bar[i] += b_bar
            b_bar = b_bar * x[i]
        return np.sum(z_bar) + b_bar
        """,
    ),
    "upward: not elements that other trips read": (
        upward,
        """
        z_bar = np.ones_like(x)
        for i in range(4, 0, -1):
            z_bar[i] = a * z_bar[i - 1]
        return np.sum(z_bar)
        """,
    ),
    "upward: not where the last number is read": (
        upward,
        """
        z_bar = np.zeros_like(x)
        for i in range(4, -1, -1):
            z_bar[i] += a * x[i]
        return np.sum(z_bar) + i
        """,
    ),
    "drop: arrays that each trip makes anew, and nobody reads": (
        drop,
        """
        c = 0.0                     | c = 0.0
        for i in range(n):          | for i in range(n):
            y = np.zeros(2)         |     y = np.zeros(2)
            y[0] += x[i]            |     y[0] += x[i]
        for i in range(n):          |     c += y[0]
            y = np.zeros(2)         | return c
            y[0] += x[i]            |
            c += y[0]               |
        return c                    |
        """,
    ),
    "drop: not those of which another name holds a part": (
        drop,
        """
        c = 0.0
        y = np.zeros(2)
        z = y[:]
        for i in range(n):
            y[0] += x[i]
        y = np.zeros(2)
        c += y[0] + z[0]
        return c
        """,
    ),
    "hoist: what each trip makes anew": (
        hoist,
        """
        c = 0.0                         | c = 0.0
        for i in range(n):              | y = np.empty(2)
            y = np.zeros(2)             | z = np.empty_like(y)
            z = np.ones_like(y)         | for i in range(n):
            w = np.empty(len(x))        |     y[:] = 0.0
            for j in range(len(x)):     |     z[:] = 1.0
                w[j] = x[j] * a         |     w = np.empty(len(x))
                y[1] += w[j]            |     for j in range(len(x)):
            c += y[1] * z[0]            |         w[j] = x[j] * a
            a = 0.5 * a                 |         y[1] += w[j]
        return c + np.sum(w)            |     c += y[1] * z[0]
                                        |     a = 0.5 * a
                                        | return c + np.sum(w)
        """,
        "a",
    ),
    "hoist: out of loops in loops, to where its size is known": (
        hoist,
        """
        c = 0.0                         | c = 0.0
        for i in range(n):              | v = np.empty((2, 2))
            m = i + 1                   | for i in range(n):
            for j in range(n):          |     m = i + 1
                v = np.empty((2, 2))    |     for j in range(n):
                v[0, 0] = x[j] * m      |         v[0, 0] = x[j] * m
                w = np.zeros(m)         |         w = np.zeros(m)
                c += v[0, 0] + w[0]     |         c += v[0, 0] + w[0]
        return c                        | return c
        """,
    ),
    "hoist: not what has another name": (
        hoist,
        """
        c = 0.0
        z = x
        for i in range(n):
            c += z[0]
            y = np.zeros(2)
            y[0] = c + a
            z = y
        return c
        """,
    ),
    "hoist: not what a function may return": (
        hoist,
        """
        c = 0.0
        for i in range(n):
            y = np.zeros(2)
            w = np.asarray(y)
            c += w[0]
        return c
        """,
    ),
    "hoist: not of a length that may be negative": (
        hoist,
        """
        c = 0.0
        for i in range(n):
            y = np.zeros(n - 1)
            c += y[0] + x[i]
        return c
        """,
    ),
    "direct: what is saved and read once": (
        direct,
        """
        y_saved = x * 2.0               | y_saved = x * 2.0
        b_bar = a                       | b_bar = a
        for i in range(4, -1, -1):      | for i in range(4, -1, -1):
            b = y_saved[i]              |     b_bar = y_saved[i] * b_bar
            b_bar = b * b_bar           | return b_bar
        return b_bar                    |
        """,
    ),
    "direct: what is popped right before it is read": (
        direct,
        """
        y_saved = [a, 2.0]          | y_saved = [a, 2.0]
        b = y_saved.pop()           | b_bar = y_saved.pop() * a
        b_bar = b * a               | b = y_saved.pop()
        b = y_saved.pop()           | b_bar += b if a > 0.0 else 1.0
        b_bar += b if a > 0.0 else 1.0  | return b_bar
        return b_bar                |
        """,
    ),
    "direct: not what is read twice, or after": (
        direct,
        """
        y_saved = x * 2.0
        b_bar = a
        b = y_saved[3]
        b_bar += b * a
        for i in range(4, -1, -1):
            c = y_saved[i]
            b_bar += c * c
        return b_bar + b + c
        """,
    ),
    "direct: not what the next trip reads": (
        direct,
        """
        y_saved = x * 2.0
        b = 0.0
        b_bar = a
        for i in range(4, -1, -1):
            b_bar += b
            b = y_saved[i]
            b_bar = 0.5 * b_bar
        return b_bar
        """,
    ),
    "direct: not past a change of the index": (
        direct,
        """
        y_saved = x * 2.0
        j = 1
        b = y_saved[j]
        j = 2
        b_bar = b * x[j]
        return b_bar
        """,
        "a",
    ),
    "rename: names never alive together": (
        rename,
        """
        t_2 = np.cos(a)         | t = np.cos(a)
        c_bar_part = t_2 * b    | c_bar = t * b
        return c_bar_part       | return c_bar
        """,
    ),
    "rename: a name that is still read": (
        rename,
        """
        t = np.cos(a)
        t_2 = np.sin(b)
        return t * t_2
        """,
    ),
    "rename: a name that the next trip reads": (
        rename,
        """
        t = np.cos(a)
        for i in range(n):
            b += t
            t_2 = b * a
            b += t_2
        return b
        """,
        "b",
    ),
    "rename: two results of one call": (
        rename,
        """
        b_bar_part, b_bar_part_2 = a, b | b_bar, b_bar_part = a, b
        return b_bar_part_2             | return b_bar_part
        """,
    ),
    "rename: an array of the caller's": (
        rename,
        """
        x_2 = 2.0 * x
        x_2 *= 3.0
        return np.sum(x_2)
        """,
    ),
    "rename: what then is its own": (
        rename,
        """
        b_bar = a               | b_bar = a
        b_bar_part = b_bar      | b_bar += c
        b_bar = b_bar_part + c  | return b_bar
        return b_bar            |
        """,
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_before_and_after(name):
    shorten, text, *given = CASES[name]
    before, after = columns(text)
    node = function_of(before, *given)
    known = known_of(node)
    meant = outcome(node)
    made = shorten(node, known)
    assert statements(made) == statements(function_of(after))
    assert np.allclose(outcome(made), meant, rtol=1e-14)


def test_a_flag_becomes_the_break_it_stands_for():
    before = """for i in range(n):
    done = False
    if a > 5.0:
        done = True
    else:
        a += b
    if done:
        break
return a"""
    after = """for i in range(n):
    if a > 5.0:
        break
    a += b
return a"""
    node = function_of(before, "a")
    meant = outcome(node)
    made = leave(node)
    assert statements(made) == after
    assert np.allclose(outcome(made), meant, rtol=1e-14)


# --- what is alive together -----------------------------------------------------------

TOGETHER = {
    "one after the other": ("p = a\nb = p\nq = a\nreturn b + q", False),
    "both read later": ("p = a\nq = b\nreturn p + q", True),
    "set where the other is read in one branch": (
        "p = a\nq = b\nif q > 0.0:\n    b = p\nreturn b",
        True,
    ),
    "in two branches": (
        "if a > 0.0:\n    p = a\n    b = p\nelse:\n    q = a\n    b = q\nreturn b",
        False,
    ),
    "read by the next trip": (
        "p = a\nfor i in range(n):\n    b += p\n    q = a\n    b += q\nreturn b",
        True,
    ),
    "set anew by each trip": (
        "for i in range(n):\n    p = a\n    b += p\n    q = a\n    b += q\nreturn b",
        False,
    ),
    "read where the loop is left for": (
        "p = a\nwhile b > 0.0:\n    q = a\n    if q > 0.0:\n        break\n"
        "    p = b\nreturn p",
        True,
    ),
    "read where the trip goes on": (
        "for i in range(n):\n    p = a\n    if b > 0.0:\n        q = p\n"
        "        continue\n    b = p\nreturn b",
        False,
    ),
    "one statement": ("p, q = a, b\nreturn p", True),
    "added to itself": ("p = a\nq = b\np += q\nreturn p", True),
}


@pytest.mark.parametrize("case", TOGETHER)
def test_names_are_alive_together(case):
    text, expected = TOGETHER[case]
    node = function_of(text)
    assert isinstance(node, gast.FunctionDef)
    assert Alive(node, {"p", "q"}).together("p", "q") is expected


def test_sharing_leaves_the_primal_as_it_is():
    text = "c = math.sin(a) / a\nreturn c * math.sin(a)"
    node = function_of(text)
    before = gast.dump(node)
    share(node, known_of(node))
    assert gast.dump(node) == before


def test_a_mark_of_one_sweep_goes_with_its_loop():
    text = """
# fused
s_bar = 2.0 * a
x_bar = np.zeros_like(x)
# fused
for i in range(n):
    x_bar[i] += x[i] * s_bar
return x_bar
"""
    lines = statements(narrate(function_of(text))).splitlines()
    comments = [n for n, line in enumerate(lines) if line.startswith("#")]
    assert len(comments) == 1
    assert lines[comments[0] + 1].startswith("for i in range(n):")
