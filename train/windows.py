"""Cuts an article's pieces into encoder windows, as src/language/windows.cpp does.

A window holds whole paragraphs and, before them, the last pieces of the paragraph that stands there. A paragraph that
does not fit is cut with overlap. Where a piece is in several windows, the one where it lies deepest counts.
"""

import dataclasses


@dataclasses.dataclass
class Window:
    begin: int  # first piece, context included
    end: int


def cut_windows(paragraphs: list[tuple[int, int]], continues: list[bool], size: int, context: int) -> list[Window]:
    """`paragraphs` are piece ranges in order; `size` counts pieces without [CLS] and [SEP]."""
    windows = []
    i = 0
    while i < len(paragraphs):
        begin = paragraphs[i][0]
        if i > 0:
            begin = max(paragraphs[i - 1][0], begin - context)
            while continues[begin]:
                begin += 1
        j = i
        while j < len(paragraphs) and paragraphs[j][1] - begin <= size:
            j += 1
        if j == i:  # the paragraph alone is too long
            begin, end = paragraphs[i]
            if end - begin <= size:
                windows.append(Window(begin, end))
            else:
                step = size - context
                while True:
                    stop = min(begin + size, end)
                    windows.append(Window(begin, stop))
                    if stop == end:
                        break
                    begin += step
            j = i + 1
        else:
            windows.append(Window(begin, paragraphs[j - 1][1]))
        i = j
    return windows


def deepest(windows: list[Window], pieces: int) -> list[int]:
    """For each piece the index of the window where it lies farthest from a cut; the ends of the article are no cuts."""
    best = [-1] * pieces
    depth = [-1] * pieces
    for w, window in enumerate(windows):
        for p in range(window.begin, window.end):
            left = p - window.begin if window.begin > 0 else pieces
            right = window.end - 1 - p if window.end < pieces else pieces
            if min(left, right) > depth[p]:
                depth[p], best[p] = min(left, right), w
    return best
