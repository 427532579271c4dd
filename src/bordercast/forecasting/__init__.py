"""An estimate and a scenario come in; where people would move in the days after, as draws, goes out."""

from bordercast.forecasting.forecast import forecast

__all__ = ["forecast"]
