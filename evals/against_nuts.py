"""The quick fit against a slow reference: ``python evals/against_nuts.py [PROBLEMS]`` (needs the extra ``[ref]``).

The same model, written a second time in JAX and sampled by NUTS (numpyro): hyper-parameters, walks, levels, biases and
all windows. Totals are compared on the log scale: shift of the median in reference sds, ratio of 80 % widths.
"""

import sys
import time

import jax
import jax.numpy as jnp
import numpy as np
from numpyro.diagnostics import effective_sample_size
from numpyro.infer import MCMC, NUTS
from simulate import AHEAD, World, simulated
from threadpoolctl import threadpool_limits

from bordercast.reconciliation.ensemble import ensemble_of
from bordercast.reconciliation.hyper import MEAN, SD
from bordercast.reconciliation.likelihood import FLOOR, SLIP_NOISE
from bordercast.reconciliation.prior import WALK

PROBLEMS = 7
WARM, KEEP, DRAWS = 700, 2500, 4000
SIZE = {"legs": 4, "onward": 1, "days": 14, "claims": 24}


def potential(world: World):  # noqa: ANN201 - a closure
    """Return minus the log density of unit-normal coordinates, the flows they mean, and how many there are."""
    prior, system = world.prior, world.system
    legs, shapes, days = prior.own.shape
    kins, kin_shapes, _ = prior.common.shape
    half = jnp.array(np.linalg.cholesky(prior.walk))
    sizes = [len(MEAN), legs * shapes, legs * days, kins * kin_shapes, kins * days, system.loadings.shape[1]]
    ends = np.cumsum(sizes)
    members = jnp.array(system.members)
    set_of = np.empty(len(system.days), dtype=int)
    for one, which in enumerate(system.counted):
        set_of[which] = one
    weights, constants = jnp.array(system.days), jnp.array(system.constants)
    low, high, share = (jnp.array(system.windows[:, :, k]) for k in range(3))

    def parts(z):  # noqa: ANN001, ANN202
        theta, own, walk, common, shared, bias = jnp.split(z, ends[:-1])
        theta = MEAN + SD * theta
        eta = jnp.array(prior.mean) + jnp.einsum("lr,lrt->lt", own.reshape(legs, shapes), prior.own)
        eta += WALK * jnp.exp(theta[0]) * walk.reshape(legs, days) @ half.T
        kin = jnp.einsum("kr,krt->kt", common.reshape(kins, kin_shapes), prior.common)
        kin += WALK * jnp.exp(theta[1]) * shared.reshape(kins, days) @ half.T
        return theta, eta + kin[prior.kin], bias

    def cdf(x):  # noqa: ANN001, ANN202
        r = x / jnp.sqrt(4 + x * x)
        return 0.5 + 0.25 * r * (3 - r * r)

    def minus_log(z):  # noqa: ANN001, ANN202
        theta, eta, bias = parts(z)
        sums = jnp.maximum(jnp.sum(weights * (members @ jnp.exp(eta))[set_of], axis=1) + constants, 1e-9)
        logs = jnp.append(jnp.log(sums), 0.0)
        loads = system.loadings * jnp.where(jnp.array(system.biases), jnp.exp(theta[-1]), 1.0)
        said = (logs[system.above] - logs[system.below] + loads @ bias)[:, None]
        loose = jnp.append(jnp.exp(theta[2:-1]), 1.0)[system.voice]
        noise = jnp.hypot(system.noise * loose, system.extra)[:, None]
        slip = jnp.array(system.slip)[:, None]
        mass = FLOOR
        for rate, sd in ((1 - slip, noise), (slip, jnp.hypot(noise, SLIP_NOISE))):
            mass += jnp.sum(rate * share * (cdf((high - said) / sd) - cdf((low - said) / sd)), axis=1)
        return 0.5 * jnp.sum(z * z) - jnp.sum(jnp.log(mass))

    return minus_log, jax.jit(jax.vmap(lambda z: jnp.exp(parts(z)[1]))), int(ends[-1])


def totals(flows: np.ndarray, world: World) -> dict[str, np.ndarray]:
    """Return logs of what is compared, a value a draw."""
    last = flows.shape[2] - AHEAD
    entries = [i for i, leg in enumerate(world.network.legs) if not leg.onward]
    made = {str(leg): np.log(flows[:, i, :last].sum(axis=1)) for i, leg in enumerate(world.network.legs)}
    made["all entries"] = np.log(flows[:, entries, :last].sum(axis=(1, 2)))
    made["all entries, last day"] = np.log(flows[:, entries, last - 1].sum(axis=1))
    made["all entries, a week ahead"] = np.log(flows[:, entries, last + 6].sum(axis=1))
    return made


def main() -> None:
    """Print one line a number, then the worst and the typical."""
    jax.config.update("jax_enable_x64", val=True)
    problems = int(sys.argv[1]) if len(sys.argv) > 1 else PROBLEMS
    shifts, widths, gains = [], [], []
    for seed in range(problems):
        world = simulated(np.random.default_rng([3, seed]), **SIZE)
        with threadpool_limits(limits=1, user_api="blas"):
            began = time.process_time()
            ensemble_of(world.prior, world.system, draws=1000, chance=np.random.default_rng(1))
            quick = time.process_time() - began
            ours = ensemble_of(world.prior, world.system, draws=DRAWS, chance=np.random.default_rng(1)).flows
        minus_log, flows_of, count = potential(world)
        kernel = NUTS(potential_fn=minus_log, dense_mass=True, max_tree_depth=9, target_accept_prob=0.85)
        sampler = MCMC(kernel, num_warmup=WARM, num_samples=KEEP, progress_bar=False)
        began = time.process_time()
        sampler.run(jax.random.PRNGKey(seed), init_params=jnp.zeros(count))
        theirs = np.asarray(flows_of(sampler.get_samples()))
        slow = time.process_time() - began
        gains.append(slow / quick)
        print(
            f"problem {seed}: {count} unknowns, {len(world.observations)} rows, {quick:.2f} and {slow:.1f} CPU s"
        )
        mine, reference = totals(ours, world), totals(theirs, world)
        for name, draws in reference.items():
            shift = (np.median(mine[name]) - np.median(draws)) / draws.std()
            low, high = np.quantile(draws, [0.1, 0.9])
            ours_low, ours_high = np.quantile(mine[name], [0.1, 0.9])
            width = (ours_high - ours_low) / (high - low)
            size = float(effective_sample_size(draws[None]))
            shifts.append(shift)
            widths.append(width)
            print(
                f"  {name:28s} shift {shift:+.2f} sd, width {width:.2f}, effective size {size:.0f}",
                flush=True,
            )
    print(
        f"shift: worst {np.max(np.abs(shifts)):.2f}, rms {np.sqrt(np.mean(np.square(shifts))):.2f}; "
        f"width: {np.min(widths):.2f} to {np.max(widths):.2f}, mean {np.mean(widths):.2f}; "
        f"CPU: {np.min(gains):.0f} to {np.max(gains):.0f} times less"
    )


if __name__ == "__main__":
    main()
