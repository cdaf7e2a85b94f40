#!/usr/bin/env python3
"""Writes the reference deployment. Same outlines, same files: nothing here is random.

    python3 tools/reference/make.py        writes centre/src/main/resources/reference/*.json
"""
import json
import math
import pathlib

import outlines
import procedures
import words

OUT = pathlib.Path(__file__).resolve().parents[2] / "centre/src/main/resources/reference"
M_LON, M_LAT = 70150.0, 111250.0  # metres a degree at 50.95 N


def t(pair):
    return {"en": pair[0], "fr": pair[1]}


def metres(a, b):
    return math.hypot((b[0] - a[0]) * M_LON, (b[1] - a[1]) * M_LAT)


def length(line):
    return sum(metres(a, b) for a, b in zip(line, line[1:]))


def at(line, distance):
    """The point so many metres along the line."""
    for a, b in zip(line, line[1:]):
        step = metres(a, b)
        if distance <= step and step > 0:
            f = distance / step
            return (a[0] + (b[0] - a[0]) * f, a[1] + (b[1] - a[1]) * f)
        distance -= step
    return line[-1]


def cut(line, start, end):
    """The part of the line between two distances, corners kept."""
    out, done = [at(line, start)], 0.0
    for a, b in zip(line, line[1:]):
        done += metres(a, b)
        if start + 0.5 < done < end - 0.5:
            out.append(b)
    return out + [at(line, end)]


def bearing(a, b):
    return round(math.degrees(math.atan2((b[0] - a[0]) * M_LON, (b[1] - a[1]) * M_LAT)) % 360)


def point(p):
    return [round(p[0], 6), round(p[1], 6)]


def middle(shape):
    if isinstance(shape, list):
        return at(shape, length(shape) / 2)
    return (sum(p[0] for p in shape) / len(shape), sum(p[1] for p in shape) / len(shape))


def geometry(shape):
    if isinstance(shape, list):
        return {"type": "LineString", "coordinates": [point(p) for p in shape]}
    return {"type": "Polygon", "coordinates": [[point(p) for p in shape + (shape[0],)]]}


class Deployment:
    def __init__(self):
        self.zones, self.shapes, self.sensors, self.cameras = [], {}, [], []
        self.count = {}

    def number(self, key):
        self.count[key] = self.count.get(key, 0) + 1
        return self.count[key]

    def zone(self, site, letter, kind, name, shape, outside=None):
        n = self.number((site, letter))
        zone = {"id": f"{site}-{letter}-{n:03d}" if kind == "FENCE" else f"{site}-{letter}-{n:02d}", "site": site,
                "name": t(name(n)), "kind": kind, "geometry": geometry(shape)}
        if isinstance(shape, list) and kind == "FENCE":
            zone["lengthM"] = round(length(shape))
            zone["outside"] = outside
        self.zones.append(zone)
        self.shapes[zone["id"]] = shape
        return zone["id"]

    def of(self, kind, site=None):
        return [z for z in self.zones if z["kind"] == kind and (site is None or z["site"] == site)]

    def sensor(self, short, kind, en, fr, prop, unit, zone, place):
        site = zone["site"]
        n = self.number((site, short))
        self.sensors.append({"id": f"{site}-{short}-{n:03d}", "kind": kind, "name": t((f"{en} {n}, {zone['name']['en']}", f"{fr} {n}, {zone['name']['fr']}")),
                             "site": site, "zone": zone["id"], "position": point(place),
                             "properties": [{"property": prop, "unit": unit}, {"property": "health", "unit": ""}]})

    def camera(self, kind, zone, place, towards, fov, reach):
        site = zone["site"]
        n = self.number((site, "CAM"))
        thermal = kind == "THERMAL"
        self.cameras.append({"id": f"{site}-CAM-{n:03d}", "name": t((f"{'Thermal camera' if thermal else 'Camera'} {n}, {zone['name']['en']}",
                             f"{'Caméra thermique' if thermal else 'Caméra'} {n}, {zone['name']['fr']}")), "site": site, "zone": zone["id"],
                             "position": point(place), "bearing": towards, "fov": fov, "rangeM": reach, "kind": kind})

    def spread(self, zone, i, n):
        """The i-th of n places in a zone: along a line, or around the middle of a ring."""
        shape = self.shapes[zone["id"]]
        if isinstance(shape, list):
            return at(shape, length(shape) * (i + 0.5) / n)
        mid, corner = middle(shape), shape[i % len(shape)]
        return mid if n == 1 else (mid[0] + (corner[0] - mid[0]) * 0.55, mid[1] + (corner[1] - mid[1]) * 0.55)


def fences(d):
    total = sum(length(f[4]) for f in outlines.FENCES)
    shares = [length(f[4]) / total * 200 for f in outlines.FENCES]
    counts = [int(s) for s in shares]
    for i in sorted(range(len(shares)), key=lambda i: counts[i] - shares[i])[:200 - sum(counts)]:
        counts[i] += 1
    for (site, en, fr, outside, line), n in zip(outlines.FENCES, counts):
        step = length(line) / n
        for i in range(n):
            d.zone(site, "F", "FENCE", lambda k: (f"Fence section {k:03d}, {en}", f"Clôture, section {k:03d}, {fr}"), cut(line, i * step, (i + 1) * step), outside=outside)


def places(d):
    for site, en, fr, (x, y) in outlines.GATES:
        ring = ((x - 0.0002, y - 0.00012), (x + 0.0002, y - 0.00012), (x + 0.0002, y + 0.00012), (x - 0.0002, y + 0.00012))
        d.zone(site, "G", "GATE", lambda k: (f"Gate {k}, {en}", f"Portail {k}, {fr}"), ring)
    for site, n, (x, y), (dx, dy), (sx, sy), width in outlines.LANES:
        for i in range(n):
            a, b = (x + sx * i, y + sy * i), (x + sx * i + dx, y + sy * i + dy)
            d.zone(site, "L", "LANE", lambda k: (f"Freight lane {k}", f"Voie fret {k}"), (a, b, (b[0], b[1] + width), (a[0], a[1] + width)))
    for site, letter, kind, en, fr, shape in outlines.ZONES:
        d.zone(site, letter, kind, lambda k: (en[0].upper() + en[1:], fr[0].upper() + fr[1:]), shape)


def power_sections(d):
    """Stretches of fence and yard that lose their power together."""
    for site, n in (("CAL", 7), ("COQ", 8), ("FRE", 2), ("LOO", 3)):
        sections = d.of("FENCE", site)
        for i in range(n):
            x, y = middle(d.shapes[sections[int((i + 0.5) * len(sections) / n)]["id"]])
            ring = ((x - 0.0004, y - 0.00025), (x + 0.0004, y - 0.00025), (x + 0.0004, y + 0.00025), (x - 0.0004, y + 0.00025))
            d.zone(site, "E", "AREA", lambda k: (f"Power section {k}", f"Secteur électrique {k}"), ring)


def sensors(d):
    for zone in d.of("FENCE"):
        d.sensor("FIB", "FENCE_FIBRE", "Fence fibre", "Fibre de clôture", "vibration", "g", zone, d.spread(zone, 0, 1))
    infrared = d.of("PARKING") * 2 + d.of("PLATFORM") + d.of("FENCE")[1::4]
    infrared += d.of("FENCE")[3::4]
    for i, zone in enumerate(infrared[:90]):
        d.sensor("INF", "INFRARED", "Infrared detector", "Détecteur infrarouge", "presence", "", zone, d.spread(zone, i, 4) if zone["kind"] != "FENCE" else d.spread(zone, 0, 2))
    for site, place in outlines.RADARS:
        zone = min(d.of("FENCE", site), key=lambda z: metres(middle(d.shapes[z["id"]]), place))
        d.sensor("RAD", "RADAR", "Ground radar", "Radar de surveillance", "detection", "", zone, place)
    beams = [z for z in d.of("GATE") for _ in (0, 1)] + d.of("FENCE")[::10]
    for i, zone in enumerate((beams + d.of("FENCE")[5::10])[:60]):
        d.sensor("BEA", "BEAM", "Beam barrier", "Barrière immatérielle", "broken", "", zone, d.spread(zone, i % 2, 2))
    tracks = [(z, 4) for z in d.of("TRACK", "COQ")] + [(z, 3) for z in d.of("TUNNEL")] + [(z, 2) for z in d.of("TRACK", "FRE")] + [(z, 3) for z in d.of("TRACK", "CAL")]
    for zone, n in tracks:
        for i in range(n):
            d.sensor("TUN", "TUNNEL", "Track detector", "Détecteur de voie", "presence", "", zone, d.spread(zone, i, n))
    for zone in d.of("LANE"):
        d.sensor("CO2", "CO2", "Carbon dioxide probe", "Sonde de dioxyde de carbone", "co2", "ppm", zone, d.spread(zone, 0, 1))
    for zone in d.of("LANE", "CAL")[:8] + d.of("LANE", "COQ")[:6] + d.of("LANE", "LOO")[:2]:
        d.sensor("HBT", "HEARTBEAT", "Heartbeat detector", "Détecteur de battements cardiaques", "heartbeat", "", zone, d.spread(zone, 0, 2))
    for zone in d.of("WATER", "CAL") + d.of("WATER", "LOO"):
        for i in range(2):
            d.sensor("WAT", "WATER", "Quayside detector", "Détecteur de quai", "presence", "", zone, d.spread(zone, i, 2))
    halls = [z for z in d.of("AREA") if "-A-" in z["id"]] + d.of("TUNNEL") + d.of("PARKING")
    for zone in halls[:14]:
        d.sensor("SMO", "SMOKE", "Smoke detector", "Détecteur de fumée", "smoke", "", zone, d.spread(zone, 0, 1))
    for zone in [z for z in d.of("AREA") if "-E-" in z["id"]]:
        d.sensor("POW", "POWER", "Power monitor", "Contrôleur d'alimentation", "power", "", zone, d.spread(zone, 0, 1))


def cameras(d):
    for i, zone in enumerate(d.of("FENCE")[::2]):
        line = d.shapes[zone["id"]]
        d.camera("THERMAL" if i % 3 == 0 else "VISIBLE", zone, at(line, 5), bearing(at(line, 5), line[-1]), 42, 240)
    for i, zone in enumerate(d.of("GATE")):
        x, y = middle(d.shapes[zone["id"]])
        d.camera("VISIBLE", zone, (x + 0.0003, y + 0.0002), bearing((x + 0.0003, y + 0.0002), (x, y)), 78, 90)
    for zone in d.of("LANE"):
        ring = d.shapes[zone["id"]]
        d.camera("VISIBLE", zone, ring[1], bearing(ring[1], ring[0]), 30, 320)
    for zone in d.of("TRACK") + d.of("TUNNEL") + d.of("PLATFORM"):
        line = d.shapes[zone["id"]]
        d.camera("THERMAL" if zone["kind"] == "TUNNEL" else "VISIBLE", zone, line[0], bearing(line[0], line[1]), 36, 400)
    rest = (d.of("WATER") + d.of("PARKING") + [z for z in d.of("AREA") if "-A-" in z["id"]] + d.of("FENCE")[1::8])[:200 - len(d.cameras)]
    for zone in rest:
        corner = d.shapes[zone["id"]][0]
        d.camera("THERMAL" if zone["kind"] == "WATER" else "VISIBLE", zone, corner, bearing(corner, middle(d.shapes[zone["id"]])), 62, 350)


def units():
    out = []
    centres = {s[0]: s[4] for s in outlines.SITES}
    for prefix, agency, state, kind, en, fr, sidc, homes in words.UNITS:
        for i, site in enumerate(homes.split(), 1):
            x, y = centres[site]
            k = len(out)
            home = (x + math.cos(k * 2.4) * 0.0025, y + math.sin(k * 2.4) * 0.0012)
            out.append({"id": f"{prefix}-{i}", "callsign": f"{prefix} {i}", "name": t((f"{en} {i}", f"{fr} {i}")), "agency": agency, "state": state,
                        "kind": kind, "home": point(home), "sidc": sidc})
    return out


def write(name, value):
    rows = value if isinstance(value, list) else [value]
    text = ",\n".join(json.dumps(r, ensure_ascii=False, separators=(",", ":")) for r in rows)
    (OUT / f"{name}.json").write_text((f"[\n{text}\n]" if isinstance(value, list) else text) + "\n", encoding="utf-8")
    print(f"{name}: {len(rows)}")


def main():
    OUT.mkdir(parents=True, exist_ok=True)
    d = Deployment()
    fences(d)
    places(d)
    power_sections(d)
    sensors(d)
    cameras(d)
    write("centre", {**words.CENTRE, "name": t(words.CENTRE["name"])})
    write("agencies", [{"id": i, "name": t((en, fr)), "short": s, "state": st} for i, en, fr, s, st in words.AGENCIES])
    write("desks", [{"id": i, "name": t((en, fr)), "agency": a, "state": s, "role": r, "purposes": p, "clearance": c, "compartments": k}
                    for i, en, fr, a, s, r, p, c, k in words.DESKS])
    write("sites", [{"id": i, "name": t((en, fr)), "kind": k, "center": list(c), "zoom": z} for i, en, fr, k, c, z in outlines.SITES])
    write("zones", d.zones)
    write("sensors", d.sensors)
    write("cameras", d.cameras)
    write("units", units())
    write("procedures", [{"id": i, "kind": k, "name": t((en, fr)), "lifeAtRisk": l, "source": s,
                          "steps": [{"id": f"{i[4:]}-{n}", "text": t(x)} for n, x in enumerate(steps, 1)]} for i, k, en, fr, l, s, steps in procedures.PROCEDURES])
    write("outcomes", [{"id": i, "name": t((en, fr))} for i, en, fr in words.OUTCOMES])
    write("kinds", [{"id": i, "name": t((en, fr)), "lifeAtRisk": l, "priority": p} for i, en, fr, l, p in words.KINDS])
    write("instructions", [{"id": i, "name": t((en, fr))} for i, en, fr in words.INSTRUCTIONS])
    print("fence:", sum(z.get("lengthM", 0) for z in d.zones), "m;", {k: sum(s["kind"] == k for s in d.sensors) for k in sorted({s["kind"] for s in d.sensors})})


main()
