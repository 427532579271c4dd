"""Lines and rings in pixels: thinned to what can be seen, and cut at a frame."""

from itertools import pairwise

Point = tuple[float, float]

_MARGIN = 4.0  # pixels kept beyond the frame, so that no cut edge shows


def thinned(line: list[Point], least: float) -> list[Point]:
    """Return the line without points nearer than ``least`` to the one before; the ends stay."""
    if len(line) < 3:
        return line
    kept = [line[0]]
    for point in line[1:-1]:
        if abs(point[0] - kept[-1][0]) + abs(point[1] - kept[-1][1]) >= least:
            kept.append(point)
    kept.append(line[-1])
    return kept


def clipped_ring(ring: list[Point], width: float, height: float) -> list[Point]:
    """Return the part of a ring inside the frame (Sutherland and Hodgman 1974)."""
    for axis, bound, sign in (
        (0, -_MARGIN, 1),
        (0, width + _MARGIN, -1),
        (1, -_MARGIN, 1),
        (1, height + _MARGIN, -1),
    ):
        out: list[Point] = []
        for i, point in enumerate(ring):
            last = ring[i - 1]
            inside, was = (point[axis] - bound) * sign >= 0, (last[axis] - bound) * sign >= 0
            if inside != was:
                share = (bound - last[axis]) / (point[axis] - last[axis])
                out.append((last[0] + share * (point[0] - last[0]), last[1] + share * (point[1] - last[1])))
            if inside:
                out.append(point)
        ring = out
        if not ring:
            break
    return ring


def clipped_line(line: list[Point], width: float, height: float) -> list[list[Point]]:
    """Return the pieces of a line whose segments touch the frame."""
    pieces: list[list[Point]] = []
    piece: list[Point] = []
    for a, b in pairwise(line):
        outside = (
            max(a[0], b[0]) < -_MARGIN
            or min(a[0], b[0]) > width + _MARGIN
            or max(a[1], b[1]) < -_MARGIN
            or min(a[1], b[1]) > height + _MARGIN
        )
        if outside:
            if piece:
                pieces.append(piece)
            piece = []
        else:
            piece = [*(piece or [a]), b]
    if piece:
        pieces.append(piece)
    return pieces
