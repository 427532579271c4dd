"""The one engine of movement: counts of people and rules come in; counts a day later, as members, go out.

People are whole numbers (``int64``), never expectations: a run is a draw from the same law as moving each person on
their own, at a cost that does not grow with how many there are. The first axis of everything is the **member**: one
possible course of events. Members never meet, so an ensemble of a thousand is one array.

* ``World`` holds named **pools** of counts, each ``(member, ...)``. What the other axes mean is the rules' own:
  ``(member, place, class)`` for people in places, ``(member, stage, class)`` for people on links (a stage is one day
  of one link), ``(member, crossing, class)`` for queues. Two people are of one class unless a rule can tell them
  apart. Everybody is in exactly one cell.
* A ``Rule`` is a small named object, called with the world once a day. It takes from one cell what it gives another.
  Who comes into the world is added to ``world.entered``, who leaves it to ``world.gone``. ``step`` checks after every
  rule that nobody was lost, made or counted below zero, exactly.
* Chance comes from **keys**: ``world.keys("rule name", places)`` gives one key for each (member, place), made of the
  seed, the member, the day, the rule's name and the place, and of nothing else. ``binomials``, ``multinomials``,
  ``poissons``, ``taken``, ``uniforms`` and ``normals`` turn keys into draws. So scenarios with one seed share their noise
  wherever their states agree, and adding a rule leaves the draws of the others untouched.
* Parameters of a rule are arrays that broadcast against ``(member, ...)``: each member may have its own.
* Between two ``step`` calls everything may be read and written: ``world.pools``, ``world.day``, the rules'
  parameters. ``world.resample(chosen)`` copies members over others, for a particle filter.

::

    @dataclass
    class Leave:                                    # each person leaves home with probability p
        p: NDArray[np.float64]                      # (member, place) or what broadcasts to it
        name: str = "leave"

        def __call__(self, world: World) -> None:
            home = world.pools["home"]              # (member, place)
            going = binomials(home, self.p, world.keys(self.name, home.shape[1]))
            home -= going
            world.pools["road"] += going

    world = World.start({"home": counts, "road": np.zeros_like(counts)}, seed=1)
    for day in range(14):
        step(world, [Leave(p)])

In compiled loops of one's own use ``draws.binomial(n, p, key)``, ``draws.poisson``, ``draws.hypergeometric`` and
``draws.keyed(key, part)`` under ``@compiled``. Importing this module imports numba (some 0.3 s): import it where it is used.
"""

from bordercast.forecasting.movement.arrays import (
    Counts,
    Keys,
    binomials,
    multinomials,
    normals,
    poissons,
    taken,
    uniforms,
)
from bordercast.forecasting.movement.compiled import compiled
from bordercast.forecasting.movement.world import Rule, World, step

__all__ = [
    "Counts",
    "Keys",
    "Rule",
    "World",
    "binomials",
    "compiled",
    "multinomials",
    "normals",
    "poissons",
    "step",
    "taken",
    "uniforms",
]
