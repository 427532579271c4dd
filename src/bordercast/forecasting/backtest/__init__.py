"""What was reported comes in; how good forecasts made before the fact would have been goes out, beside baselines."""
