"""Answers lines of JSON about one graph by igraph's C core: the distances from a start, and how long they take."""

import json
import math
import sys
import time

import igraph

task = json.loads(sys.stdin.readline())
graph = igraph.Graph(n=task["nodes"], edges=list(zip(task["from"], task["to"])), directed=True)
weights = [max(0.0, -math.log(strength)) for strength in task["strengths"]]


def timed(sources):
    began = time.perf_counter()
    distances = graph.distances(source=sources, weights=weights)
    return distances, (time.perf_counter() - began) * 1000 / len(sources)


for line in sys.stdin:
    request = json.loads(line)
    sources = [task["start"]] * request["searches"]
    times = []
    for _ in range(request["runs"]):
        distances, milliseconds = timed(sources)
        times.append(milliseconds)
    confidence = [math.exp(-distance) for distance in distances[0]]
    print(json.dumps({"version": igraph.__version__, "times": times, "confidence": confidence}), flush=True)
