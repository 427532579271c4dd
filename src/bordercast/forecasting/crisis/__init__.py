"""The movement of people in a sudden exodus: an estimate and a scenario come in, days as draws go out.

Each leg of the estimate is cut into **doors**: its official crossings, and one door for all other ways. On a day people
set out for a door, some are stopped by what stands there, some join its queue or turn away from it, some of those take
another door, some pass, and those who arrive stay, sleep in a shelter, or move on. Every step is a rule on the one engine
(`bordercast.forecasting.movement`), so nobody is lost and draw i of every scenario has the same luck.

``simulate.simulate`` answers a `question.Question`. It brings in a compiler; the rest of the package does not.
"""
