"""What was reported comes in; how good forecasts made before the fact would have been goes out, beside baselines."""

from bordercast.forecasting.backtest.rolling import HORIZONS, backtest_case
from bordercast.forecasting.backtest.stored import Made, backtest_forecasts

__all__ = ["HORIZONS", "Made", "backtest_case", "backtest_forecasts"]
