"""What was reported comes in; how good forecasts made before the fact would have been goes out, beside baselines."""

from bordercast.forecasting.backtest.rolling import HORIZONS, backtest_case

__all__ = ["HORIZONS", "backtest_case"]
