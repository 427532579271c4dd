"""How often one address may ask: a bucket that fills again by the second."""

import time
from collections import OrderedDict
from collections.abc import Callable

MOST_ADDRESSES = 4096  # buckets kept; the longest unused are let go


class Buckets:
    """Token buckets, one an address: ``a_minute`` requests a minute, a third of them at once."""

    def __init__(self, a_minute: int, clock: Callable[[], float] = time.monotonic) -> None:
        self._rate = a_minute / 60.0
        self._size = max(5.0, a_minute / 3.0)
        self._clock = clock
        self._levels: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def take(self, who: str) -> bool:
        """Return whether one more request may be answered."""
        now = self._clock()
        level, then = self._levels.pop(who, (self._size, now))
        level = min(self._size, level + (now - then) * self._rate)
        allowed = level >= 1.0
        self._levels[who] = (level - 1.0 if allowed else level, now)
        if len(self._levels) > MOST_ADDRESSES:
            self._levels.popitem(last=False)
        return allowed
