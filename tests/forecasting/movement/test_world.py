"""Nobody is lost, and each rule has its own luck."""

from dataclasses import dataclass

import numpy as np
import pytest

from bordercast.forecasting.movement import World, binomials, step
from bordercast.vocabulary import InvalidNoun


@dataclass
class Walk:
    """People leave one pool for another."""

    origin: str
    destination: str
    p: float | np.ndarray
    name: str

    def __call__(self, world):
        there = world.pools[self.origin]
        going = binomials(there, self.p, world.keys(self.name, there.shape[1]))
        there -= going
        world.pools[self.destination] += going


@dataclass
class Vanish:
    name: str = "vanish"

    def __call__(self, world):
        world.pools["home"][:, 0] -= 1


def world(members=3, seed=1):
    home = np.full((members, 4), 1000)
    return World.start({"home": home, "road": 0 * home, "town": 0 * home}, seed=seed)


def test_people_are_conserved_and_a_loss_is_refused_by_name():
    w = world()
    for _ in range(5):
        step(w, [Walk("home", "road", 0.2, "leave"), Walk("road", "town", 0.5, "arrive")])
    assert (w.people() == 4000).all()
    assert w.day == 5
    with pytest.raises(InvalidNoun, match=r"vanish.*day 5"):
        step(w, [Vanish()])


def test_adding_a_rule_leaves_the_luck_of_the_others_untouched():
    a, b = world(), world()
    leave = Walk("home", "road", 0.2, "leave")
    step(a, [leave])
    step(b, [Walk("town", "road", 0.3, "another"), leave])
    assert (a.pools["home"] == b.pools["home"]).all()


def test_members_days_rules_and_seeds_have_different_luck_and_the_same_has_the_same():
    keys = {tuple(world(1, seed).keys(rule, 1).ravel()) for seed in (1, 2) for rule in ("a", "b")} | {
        tuple(world(3).keys("a", 1)[1:].ravel())
    }
    assert len(keys) == 5
    assert (world().keys("a", 4) == world().keys("a", 4)).all()
    later = world()
    later.day = 1
    assert (later.keys("a", 4) != world().keys("a", 4)).all()
    assert (world(5).keys("a", 4)[:3] == world(3).keys("a", 4)).all()


def test_a_resampled_member_goes_on_with_its_own_luck():
    w = world()
    w.pools["home"][1] = 500
    w.begun = w.people()
    w.resample(np.array([1, 1, 1]))
    assert (w.pools["home"] == 500).all()
    step(w, [Walk("home", "road", 0.5, "leave")])
    assert len({tuple(row) for row in w.pools["home"]}) == 3


def test_each_member_may_have_its_own_parameters():
    w = world()
    step(w, [Walk("home", "road", np.array([[0.0], [0.5], [1.0]]), "leave")])
    assert w.pools["road"].sum(axis=1)[[0, 2]].tolist() == [0, 4000]


def test_pools_of_different_members_are_refused():
    with pytest.raises(InvalidNoun, match="first axis"):
        World.start({"a": np.zeros((2, 1)), "b": np.zeros((3, 1))}, seed=0)
