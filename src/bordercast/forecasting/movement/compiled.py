"""How numeric loops become machine code, in one place."""

from collections.abc import Callable
from typing import ParamSpec, TypeVar

import numba

P = ParamSpec("P")
R = TypeVar("R")


def compiled(function: Callable[P, R]) -> Callable[P, R]:
    """Return the function compiled at its first call, and kept on disk beside its source where that can be written.

    A kept function is looked up by the age of its own file, not of the files it calls: after editing ``draws.py``
    run ``make clean``. Division by zero gives inf or nan, as in numpy. Threads are not used: one seed, one result.
    """
    try:
        return numba.njit(cache=True, error_model="numpy")(function)
    except RuntimeError:  # no place to keep it: a read-only installation without a home
        return numba.njit(error_model="numpy")(function)
