"""The schedule simulation in vectorised numpy, for the benchmark beside the app's own.

Reads {"low": [], "likely": [], "high": [], "before": [[task, ...], ...], "runs": n} from the first line of standard
input, tasks in an order in which they can be done. Each further line, the name of a way to draw, asks for one
simulation, and is answered by one line: {"ms", "p50", "p80", "p95", "mean", "peak"}, the peak of the memory in kB.
"""

import json
import resource
import sys
import time

import numpy as np


def drawn_in_c(rng, low, likely, high, runs):
    return rng.triangular(low, likely, high, runs)


def drawn_by_inverse(rng, low, likely, high, runs):
    number = rng.random(runs)
    width = high - low
    return np.where(
        number < (likely - low) / width,
        low + np.sqrt(number * (width * (likely - low))),
        high - np.sqrt((1 - number) * (width * (high - likely))),
    )


DRAWS = {"triangular": drawn_in_c, "inverse": drawn_by_inverse}


def simulate(task, ends, draw, seed):
    rng = np.random.Generator(np.random.SFC64(seed))
    runs = task["runs"]
    finish = np.empty((len(task["before"]), runs))
    for index, before in enumerate(task["before"]):
        effort = draw(rng, task["low"][index], task["likely"][index], task["high"][index], runs)
        if not before:
            finish[index] = effort
            continue
        start = finish[before[0]]
        if len(before) > 1:
            start = np.maximum(start, finish[before[1]])
            for other in before[2:]:
                np.maximum(start, finish[other], out=start)
        np.add(start, effort, out=finish[index])
    whole = finish[ends[0]].copy()
    for end in ends[1:]:
        np.maximum(whole, finish[end], out=whole)
    p50, p80, p95 = np.percentile(whole, [50, 80, 95])
    return {"p50": p50, "p80": p80, "p95": p95, "mean": whole.mean()}


def main():
    task = json.loads(sys.stdin.readline())
    waited_for = {earlier for before in task["before"] for earlier in before}
    ends = [index for index in range(len(task["before"])) if index not in waited_for]
    print(json.dumps({"numpy": np.__version__}), flush=True)
    for seed, line in enumerate(sys.stdin):
        start = time.perf_counter()
        answer = simulate(task, ends, DRAWS[line.strip()], seed)
        answer["ms"] = (time.perf_counter() - start) * 1000
        answer["peak"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        print(json.dumps(answer), flush=True)


main()
