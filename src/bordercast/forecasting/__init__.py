"""An estimate and a scenario come in; where people would move in the days after, as draws, goes out."""

from bordercast.forecasting.forecast import forecast
from bordercast.forecasting.unanswerable import unanswerable

__all__ = ["forecast", "unanswerable"]
