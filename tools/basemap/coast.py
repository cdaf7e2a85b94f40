#!/usr/bin/env python3
"""Makes land polygons and coast lines of the segments that `gmt coast -M` prints. Called by coast.sh."""
import json
import math
import sys

WEST, EAST, SOUTH, NORTH = 0.8, 3.2, 50.4, 51.6
STAIR = 85.0  # metres: what the source's staircase moves by; smaller turns are dropped


def lines(path):
    found, current, level = [], None, 0
    for row in open(path):
        if row.startswith(">"):
            level = int(row.split("Level")[1])
            current = []
            found.append((level, current))
        elif row.strip() and not row.startswith("#"):
            current.append(tuple(float(v) for v in row.split()[:2]))
    return [line for level, line in found if level == 1 and line]


def near(a, b):
    return abs(a[0] - b[0]) < 3e-5 and abs(a[1] - b[1]) < 3e-5


def joined(parts):
    while True:
        pair = next(((i, j) for i in range(len(parts)) for j in range(len(parts)) if i != j and near(parts[i][-1], parts[j][0])), None)
        if pair is None:
            return parts
        i, j = pair
        parts[i] = parts[i] + parts[j][1:]
        parts.pop(j)


def off(p, a, b):
    """Metres from p to the straight a-b."""
    k = math.cos(math.radians(51)) * 111250
    ax, ay, bx, by, px, py = a[0] * k, a[1] * 111250, b[0] * k, b[1] * 111250, p[0] * k, p[1] * 111250
    long = math.hypot(bx - ax, by - ay)
    return math.hypot(px - ax, py - ay) if long == 0 else abs((bx - ax) * (ay - py) - (ax - px) * (by - ay)) / long


def simpler(line):
    """Douglas and Peucker, without recursion."""
    keep, work = {0, len(line) - 1}, [(0, len(line) - 1)]
    while work:
        first, last = work.pop()
        far = max(range(first + 1, last), key=lambda i: off(line[i], line[first], line[last]), default=None)
        if far is not None and off(line[far], line[first], line[last]) > STAIR:
            keep.add(far)
            work += [(first, far), (far, last)]
    return [line[i] for i in sorted(keep)]


def rounder(line):
    """One pass of Chaikin: corners become short turns."""
    out = [line[0]]
    for a, b in zip(line, line[1:]):
        out += [(a[0] * .75 + b[0] * .25, a[1] * .75 + b[1] * .25), (a[0] * .25 + b[0] * .75, a[1] * .25 + b[1] * .75)]
    return out + [line[-1]]


def feature(kind, geometry, en, fr):
    return {"type": "Feature", "properties": {"kind": kind, "name_en": en, "name_fr": fr}, "geometry": geometry}


def main(source, target):
    features = []
    for line in joined(lines(source)):
        british = line[0][0] < 2
        shore = [[round(x, 5), round(y, 5)] for x, y in rounder(simpler(line))]
        corner = [[WEST, NORTH]] if british else [[WEST + 0.754153, SOUTH], [EAST, SOUTH]]
        ring = shore + corner + [shore[0]]
        area = sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, ring[1:]))
        names = ("Kent", "Kent") if british else ("France and Belgium", "France et Belgique")
        features.append(feature("land", {"type": "Polygon", "coordinates": [ring if area > 0 else ring[::-1]]}, *names))
        features.append(feature("coast", {"type": "LineString", "coordinates": shore}, *names))
    text = ",\n".join(json.dumps(f, ensure_ascii=False, separators=(",", ":")) for f in features)
    open(target, "w", encoding="utf-8").write('{"type":"FeatureCollection","features":[\n' + text + "\n]}\n")


main(*sys.argv[1:])
