"""Section comments: which lines sweep forward, which in reverse, what is saved.

The reverse pass leaves marks; what they say is decided when the text is final.
"""

import re

import gast

from s2sad.syntax import build
from s2sad.syntax.names import listed, names_in

# What fits behind the indent and the mark of a comment.
_WIDTH = 80

FORWARD, REVERSE, FUSED = "forward", "reverse", "fused"
_FORWARD_SWEEP, _REVERSE_SWEEP = "forward sweep", "reverse sweep"


def mark(word):
    """A mark for a comment to come."""
    return build.comment(word)


def narrate(function):
    """The function with its marks turned into comments, or dropped."""
    body = function.body
    forward = _between(body, FORWARD, REVERSE)
    words = {}
    if any(not build.is_comment(n) and not _is_start(n) for n in forward):
        words[FORWARD] = _forward_sentence(forward)
        words[REVERSE] = _REVERSE_SWEEP
    words[FUSED] = "forward and reverse in one sweep: the iterations are independent"
    function.body = without_orphans(_spoken(_with_loops(body), words))
    return function


def sweeps(function):
    """(the forward, the reverse sweep) of a function that is told; None if one is."""
    body = function.body
    words = [_word(node) or "" for node in body]
    starts = [n for n, word in enumerate(words) if word.startswith(_FORWARD_SWEEP)]
    if not starts or _REVERSE_SWEEP not in words:
        return None
    (first, *_), back = starts, words.index(_REVERSE_SWEEP)
    before = [node for node in body[:first] if not isinstance(node, gast.Expr)]
    return [*before, *body[first + 1 : back]], body[back + 1 :]


def _with_loops(statements):
    """The block without marks of one sweep whose loop went elsewhere."""
    out, has_loop = [], False
    for node in reversed(statements):
        word = _word(node)
        if word is not None:
            if word == FUSED and not has_loop:
                continue
            has_loop = False
        has_loop |= isinstance(node, (gast.For, gast.While))
        out.append(node)
    return out[::-1]


def _is_start(node):
    """Whether a statement only gives a sum its first value."""
    return isinstance(node, gast.Assign) and isinstance(node.value, gast.Constant)


def _between(body, first, last):
    marks = [_word(node) for node in body]
    if first not in marks or last not in marks:
        return []
    return body[marks.index(first) + 1 : marks.index(last)]


def _word(node):
    if not build.is_comment(node):
        return None
    return node.value.value.removeprefix("#:").strip()


def _forward_sentence(statements):
    """What the forward sweep keeps for the way back."""
    saved = []
    for node in statements:
        for name in sorted(names_in(node)):
            found = re.fullmatch(r"(.+)_saved(_\d+)?", name)
            if found and found.group(1) not in saved:
                saved.append(found.group(1))
    saved = [name.removesuffix("_last") for name in saved]
    saved = list(dict.fromkeys(saved))
    if not saved:
        return "forward sweep"
    sentence = f"forward sweep: saves {listed(saved)}"
    kept = list(saved)
    while len(sentence) > _WIDTH:
        kept.pop()
        sentence = f"forward sweep: saves {', '.join(kept)} and others"
    return sentence


def _spoken(statements, words):
    out = []
    for node in statements:
        word = _word(node)
        if word in (FORWARD, REVERSE, FUSED):
            if word in words:
                out.append(build.comment(words[word]))
            continue
        if build.has_blocks(node):
            node = build.with_blocks(node, lambda b: _spoken(b, words))
        out.append(node)
    return out


def without_orphans(statements):
    """Comments that stand before nothing, or before another comment, go."""
    out = []
    for node in reversed(statements):
        follows = out[-1] if out else None
        if build.is_comment(node) and (
            follows is None
            or build.is_comment(follows)
            or isinstance(follows, gast.Return)
        ):
            continue
        out.append(node)
    return out[::-1]
