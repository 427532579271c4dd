"""A ``Case`` comes in; what becomes of everybody under Flee's rules, as members, goes out."""

from bordercast.forecasting.flee.differences import Rules
from bordercast.forecasting.flee.score import ard, rescaled
from bordercast.forecasting.flee.simulate import Simulation, simulate

__all__ = ["Rules", "Simulation", "ard", "rescaled", "simulate"]
