#!/usr/bin/env python3
"""Draws the site plan of the four platforms: ours, by hand, schematic. Zones come from the reference outlines, so plan and picture agree.

    python3 tools/basemap/siteplan.py
"""
import json
import pathlib
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tools/reference"))
sys.dont_write_bytecode = True
import outlines  # noqa: E402

OUT = ROOT / "centre/src/main/resources/basemap/siteplan.geojson"

# site, kind, en, fr, shape: a tuple is a ring, a list a line, drawn in this order
DRAWN = [
    ("CAL", "LAND", "Port extension", "Extension du port", ((1.8590, 50.9724), (1.8588, 50.9748), (1.8690, 50.9778), (1.8790, 50.9803), (1.8855, 50.9798), (1.8905, 50.9774), (1.8900, 50.9738), (1.8830, 50.9730), (1.8733, 50.9740))),
    ("CAL", "LAND", "Northern breakwater", "Digue nord", ((1.8545, 50.9800), (1.8548, 50.9806), (1.8720, 50.9853), (1.8875, 50.9866), (1.8935, 50.9845), (1.8975, 50.9812), (1.8962, 50.9800), (1.8925, 50.9835), (1.8872, 50.9858), (1.8722, 50.9846))),
    ("CAL", "BUILT", "Calais-Nord", "Calais-Nord", ((1.8440, 50.9560), (1.8530, 50.9600), (1.8570, 50.9608), (1.8600, 50.9590), (1.8560, 50.9550), (1.8470, 50.9540))),
    ("CAL", "BUILT", "Saint-Pierre", "Saint-Pierre", ((1.8430, 50.9420), (1.8500, 50.9525), (1.8620, 50.9560), (1.8740, 50.9530), (1.8780, 50.9440), (1.8640, 50.9405))),
    ("CAL", "BUILT", "Les Dunes industrial estate", "Zone industrielle des Dunes", ((1.8790, 50.9570), (1.8980, 50.9560), (1.9000, 50.9515), (1.8810, 50.9520))),
    ("CAL", "BASIN", "Carnot basin", "Bassin Carnot", ((1.8570, 50.9636), (1.8590, 50.9637), (1.8662, 50.9614), (1.8652, 50.9602), (1.8560, 50.9628))),
    ("CAL", "BASIN", "Western basin", "Bassin ouest", ((1.8462, 50.9592), (1.8500, 50.9612), (1.8515, 50.9600), (1.8478, 50.9580))),
    ("CAL", "GREEN", "Dunes", "Dunes", ((1.8905, 50.9772), (1.8966, 50.9798), (1.9080, 50.9822), (1.9100, 50.9790), (1.8968, 50.9725))),
    ("CAL", "QUAY", "Ferry quay, south", "Quai des ferries, sud", ((1.8600, 50.9646), (1.8760, 50.9652), (1.8893, 50.9652), (1.8893, 50.9656), (1.8758, 50.9660), (1.8600, 50.9651))),
    ("CAL", "PIER", "Berth 5", "Poste 5", ((1.8612, 50.9650), (1.8616, 50.9650), (1.8608, 50.9676), (1.8604, 50.9676))),
    ("CAL", "PIER", "Berth 6", "Poste 6", ((1.8640, 50.9651), (1.8644, 50.9651), (1.8636, 50.9680), (1.8632, 50.9680))),
    ("CAL", "PIER", "Berth 7", "Poste 7", ((1.8668, 50.9653), (1.8672, 50.9653), (1.8664, 50.9682), (1.8660, 50.9682))),
    ("CAL", "PIER", "Berth 8", "Poste 8", ((1.8691, 50.9701), (1.8691, 50.9697), (1.8640, 50.9700), (1.8640, 50.9703))),
    ("CAL", "PIER", "Berth 9", "Poste 9", ((1.8691, 50.9689), (1.8691, 50.9685), (1.8650, 50.9689), (1.8650, 50.9692))),
    ("CAL", "PIER", "Berth 10", "Poste 10", ((1.8650, 50.9766), (1.8654, 50.9767), (1.8640, 50.9791), (1.8636, 50.9790))),
    ("CAL", "PIER", "Berth 11", "Poste 11", ((1.8700, 50.9780), (1.8704, 50.9781), (1.8690, 50.9806), (1.8686, 50.9805))),
    ("CAL", "PIER", "Berth 12", "Poste 12", ((1.8750, 50.9792), (1.8754, 50.9793), (1.8740, 50.9818), (1.8736, 50.9817))),
    ("CAL", "PIER", "West jetty", "Jetée ouest", ((1.8470, 50.9688), (1.8474, 50.9691), (1.8392, 50.9733), (1.8388, 50.9730))),
    ("CAL", "PIER", "East jetty", "Jetée est", ((1.8590, 50.9727), (1.8588, 50.9722), (1.8470, 50.9740), (1.8442, 50.9756), (1.8446, 50.9759), (1.8474, 50.9745))),
    ("CAL", "BUILDING", "Ferry terminal", "Gare maritime", ((1.8706, 50.9694), (1.8740, 50.9692), (1.8741, 50.9701), (1.8707, 50.9703))),
    ("CAL", "BUILDING", "Harbour master's tower", "Tour de la capitainerie", ((1.8596, 50.9714), (1.8604, 50.9713), (1.8605, 50.9718), (1.8597, 50.9719))),
    ("CAL", "BUILDING", "Freight search shed", "Hall de fouille du fret", ((1.8801, 50.9718), (1.8824, 50.9717), (1.8825, 50.9727), (1.8802, 50.9728))),
    ("CAL", "BUILDING", "Heartbeat shed", "Hall de détection des battements cardiaques", ((1.8802, 50.9731), (1.8825, 50.9730), (1.8826, 50.9739), (1.8803, 50.9740))),
    ("CAL", "BUILDING", "Border controls", "Contrôles frontaliers", ((1.8722, 50.9718), (1.8736, 50.9717), (1.8737, 50.9741), (1.8723, 50.9742))),
    ("CAL", "BUILDING", "Northern terminal", "Terminal nord", ((1.8712, 50.9762), (1.8750, 50.9764), (1.8750, 50.9771), (1.8712, 50.9769))),
    ("CAL", "BUILDING", "Lighthouse", "Phare de Calais", ((1.8530, 50.9612), (1.8536, 50.9612), (1.8536, 50.9615), (1.8530, 50.9615))),
    ("CAL", "BUILDING", "Cross-docking hall", "Hall de transbordement", ((1.8780, 50.9648), (1.8850, 50.9647), (1.8850, 50.9651), (1.8780, 50.9652))),
    ("CAL", "BUILDING", "Calais-Ville station", "Gare de Calais-Ville", ((1.8494, 50.9530), (1.8518, 50.9534), (1.8517, 50.9538), (1.8493, 50.9534))),
    ("CAL", "RAIL", "Line Calais-Ville to Fréthun", "Ligne Calais-Ville – Fréthun", [(1.8506, 50.9533), (1.8470, 50.9440), (1.8505, 50.9330), (1.8512, 50.9240), (1.8440, 50.9190), (1.8250, 50.9120), (1.8140, 50.9050), (1.8112, 50.9008)]),
    ("CAL", "RAIL", "Port railway", "Voie ferrée du port", [(1.8520, 50.9533), (1.8640, 50.9570), (1.8760, 50.9600), (1.8860, 50.9630), (1.8895, 50.9650), (1.8830, 50.9653), (1.8735, 50.9655)]),
    ("CAL", "MOTORWAY", "A16 motorway", "Autoroute A16", [(1.7400, 50.9100), (1.7600, 50.9205), (1.7740, 50.9275), (1.7900, 50.9318), (1.8010, 50.9356), (1.8150, 50.9373), (1.8350, 50.9375), (1.8550, 50.9376), (1.8720, 50.9385), (1.8900, 50.9410), (1.9065, 50.9445), (1.9300, 50.9462), (1.9600, 50.9468), (2.0200, 50.9550), (2.1000, 50.9720), (2.1600, 50.9850), (2.2000, 50.9900), (2.2600, 50.9990)]),
    ("CAL", "MOTORWAY", "A26 motorway", "Autoroute A26", [(1.9065, 50.9445), (1.9200, 50.9330), (1.9350, 50.9200), (1.9500, 50.9000)]),
    ("CAL", "MOTORWAY", "N216 port ring road", "N216, rocade portuaire", [(1.9065, 50.9445), (1.9064, 50.9480), (1.9042, 50.9512), (1.9008, 50.9574), (1.8970, 50.9640), (1.8944, 50.9682), (1.8900, 50.9716), (1.8833, 50.9726), (1.8791, 50.9724)]),
    ("CAL", "ROAD", "Passenger access", "Accès passagers", [(1.8944, 50.9684), (1.8880, 50.9692), (1.8800, 50.9696), (1.8748, 50.9697)]),
    ("CAL", "ROAD", "Freight way to embarkation", "Voie fret vers l'embarquement", [(1.8745, 50.9728), (1.8702, 50.9728), (1.8660, 50.9724), (1.8625, 50.9716)]),
    ("CAL", "ROAD", "Northern loop", "Boucle nord", [(1.8833, 50.9740), (1.8860, 50.9760), (1.8840, 50.9790), (1.8780, 50.9785), (1.8690, 50.9764), (1.8640, 50.9750), (1.8625, 50.9735)]),
    ("CAL", "ROAD", "Quai de la Loire", "Quai de la Loire", [(1.8555, 50.9642), (1.8600, 50.9632), (1.8690, 50.9634), (1.8740, 50.9641), (1.8900, 50.9638), (1.8960, 50.9632)]),
    ("CAL", "ROAD", "Route de Gravelines", "Route de Gravelines", [(1.8600, 50.9580), (1.8760, 50.9585), (1.8900, 50.9600), (1.9010, 50.9580), (1.9250, 50.9600)]),
    ("CAL", "ROAD", "Chemin des Dunes", "Chemin des Dunes", [(1.8960, 50.9632), (1.9010, 50.9660), (1.9080, 50.9690), (1.9180, 50.9720)]),
    ("CAL", "ROAD", "Boulevard of the beach", "Boulevard de la Plage", [(1.8460, 50.9660), (1.8420, 50.9640), (1.8360, 50.9618)]),
    ("COQ", "BUILT", "Coquelles", "Coquelles", ((1.7960, 50.9385), (1.8060, 50.9392), (1.8070, 50.9440), (1.7970, 50.9430))),
    ("COQ", "BUILT", "Fréthun", "Fréthun", ((1.8200, 50.9130), (1.8300, 50.9140), (1.8310, 50.9180), (1.8210, 50.9170))),
    ("COQ", "BUILDING", "Shopping centre", "Centre commercial", ((1.8080, 50.9384), (1.8140, 50.9388), (1.8138, 50.9408), (1.8078, 50.9404))),
    ("COQ", "BUILDING", "Joint centre", "Centre conjoint", ((1.8240, 50.9317), (1.8260, 50.9316), (1.8261, 50.9324), (1.8241, 50.9325))),
    ("COQ", "BUILDING", "Rail control centre", "Poste de contrôle ferroviaire", ((1.8266, 50.9318), (1.8280, 50.9317), (1.8281, 50.9322), (1.8267, 50.9323))),
    ("COQ", "BUILDING", "Maintenance hall", "Atelier de maintenance", ((1.8102, 50.9204), (1.8178, 50.9207), (1.8178, 50.9214), (1.8102, 50.9210))),
    ("COQ", "BUILDING", "French controls", "Contrôles français", ((1.8398, 50.9299), (1.8408, 50.9297), (1.8414, 50.9308), (1.8404, 50.9311))),
    ("COQ", "BUILDING", "British controls", "Contrôles britanniques", ((1.8414, 50.9295), (1.8424, 50.9293), (1.8431, 50.9305), (1.8421, 50.9307))),
    ("COQ", "BUILDING", "Passenger building", "Bâtiment voyageurs", ((1.8150, 50.9319), (1.8180, 50.9320), (1.8180, 50.9325), (1.8150, 50.9324))),
    ("COQ", "BUILDING", "Substation", "Poste électrique", ((1.7930, 50.9192), (1.7950, 50.9190), (1.7951, 50.9198), (1.7931, 50.9200))),
    ("COQ", "BUILDING", "Cooling plant", "Station de refroidissement", ((1.7850, 50.9203), (1.7868, 50.9200), (1.7870, 50.9206), (1.7852, 50.9209))),
    ("COQ", "ROAD", "Freight access", "Accès fret", [(1.8480, 50.9376), (1.8465, 50.9340), (1.8430, 50.9318), (1.8392, 50.9303), (1.8352, 50.9312)]),
    ("COQ", "ROAD", "Freight way to the platforms", "Voie fret vers les quais", [(1.8352, 50.9318), (1.8330, 50.9306), (1.8320, 50.9281), (1.8300, 50.9290), (1.8292, 50.9306)]),
    ("COQ", "ROAD", "Passenger access", "Accès tourisme", [(1.8200, 50.9374), (1.8215, 50.9360), (1.8220, 50.9348), (1.8222, 50.9335), (1.8180, 50.9330)]),
    ("COQ", "ROAD", "Perimeter road", "Chemin de ronde", [(1.7800, 50.9238), (1.7855, 50.9257), (1.7935, 50.9280), (1.8015, 50.9320), (1.8103, 50.9340), (1.8220, 50.9343), (1.8338, 50.9335), (1.8425, 50.9314), (1.8472, 50.9283), (1.8467, 50.9253), (1.8416, 50.9227), (1.8318, 50.9210), (1.8200, 50.9195), (1.8080, 50.9177), (1.7982, 50.9173), (1.7892, 50.9190), (1.7815, 50.9215), (1.7800, 50.9238)]),
    ("COQ", "ROAD", "D304", "D304", [(1.8010, 50.9356), (1.8020, 50.9400), (1.8030, 50.9470)]),
    ("COQ", "RAIL", "Line to Lille", "Ligne vers Lille", [(1.8079, 50.9046), (1.8112, 50.9008), (1.8140, 50.8973), (1.8200, 50.8905), (1.8450, 50.8800), (1.9000, 50.8680)]),
    ("COQ", "RAIL", "Platform track", "Voie à quai", [(1.8045, 50.9262), (1.8100, 50.9279), (1.8180, 50.9283), (1.8310, 50.9286), (1.8380, 50.9270), (1.8400, 50.9230)]),
    ("COQ", "RAIL", "Platform track", "Voie à quai", [(1.8045, 50.9262), (1.8100, 50.9295), (1.8290, 50.9299), (1.8380, 50.9275)]),
    ("COQ", "RAIL", "Platform track", "Voie à quai", [(1.8048, 50.9252), (1.8100, 50.9262), (1.8290, 50.9272), (1.8390, 50.9260)]),
    ("FRE", "BUILT", "Les Attaques road", "Route des Attaques", ((1.8170, 50.8990), (1.8230, 50.9005), (1.8220, 50.9030), (1.8165, 50.9015))),
    ("FRE", "BUILDING", "Station", "Gare", ((1.8118, 50.9012), (1.8128, 50.9015), (1.8132, 50.9010), (1.8122, 50.9007))),
    ("FRE", "BUILDING", "British controls", "Contrôles britanniques", ((1.8130, 50.9005), (1.8137, 50.9007), (1.8140, 50.9003), (1.8133, 50.9001))),
    ("FRE", "ROAD", "Station road", "Avenue de la Gare", [(1.8250, 50.9050), (1.8170, 50.9044), (1.8118, 50.9040), (1.8120, 50.9030), (1.8140, 50.9011)]),
    ("FRE", "ROAD", "D304", "D304", [(1.8170, 50.9044), (1.8200, 50.9120), (1.8190, 50.9160)]),
    ("LOO", "LAND", "Western breakwater", "Digue ouest", ((2.1560, 51.0210), (2.1572, 51.0206), (2.1640, 51.0300), (2.1720, 51.0350), (2.1716, 51.0356), (2.1630, 51.0306))),
    ("LOO", "LAND", "Eastern breakwater", "Digue est", ((2.1990, 51.0300), (2.2000, 51.0306), (2.1900, 51.0345), (2.1780, 51.0352), (2.1780, 51.0347), (2.1896, 51.0340))),
    ("LOO", "QUAY", "Ferry quay", "Quai des ferries", ((2.1832, 51.0217), (2.1900, 51.0242), (2.2010, 51.0264), (2.2010, 51.0269), (2.1905, 51.0247), (2.1830, 51.0222))),
    ("LOO", "PIER", "Berth 1", "Poste 1", ((2.1880, 51.0238), (2.1884, 51.0239), (2.1874, 51.0260), (2.1870, 51.0259))),
    ("LOO", "PIER", "Berth 2", "Poste 2", ((2.1930, 51.0252), (2.1934, 51.0253), (2.1924, 51.0274), (2.1920, 51.0273))),
    ("LOO", "PIER", "Berth 3", "Poste 3", ((2.1980, 51.0263), (2.1984, 51.0264), (2.1974, 51.0283), (2.1970, 51.0282))),
    ("LOO", "BUILDING", "Ferry terminal", "Gare maritime", ((2.1992, 51.0180), (2.2012, 51.0183), (2.2010, 51.0188), (2.1990, 51.0185))),
    ("LOO", "BUILDING", "Freight search shed", "Hall de fouille du fret", ((2.1974, 51.0218), (2.1990, 51.0221), (2.1988, 51.0230), (2.1972, 51.0227))),
    ("LOO", "BUILDING", "Border controls", "Contrôles frontaliers", ((2.2024, 51.0204), (2.2036, 51.0206), (2.2034, 51.0216), (2.2022, 51.0214))),
    ("LOO", "BUILDING", "Warehouses", "Entrepôts", ((2.1818, 51.0172), (2.1862, 51.0170), (2.1864, 51.0186), (2.1830, 51.0190))),
    ("LOO", "ROAD", "Terminal road", "Route du terminal", [(2.2000, 50.9900), (2.2060, 51.0000), (2.2085, 51.0100), (2.2080, 51.0185), (2.2055, 51.0210), (2.2022, 51.0206), (2.1985, 51.0201)]),
    ("LOO", "ROAD", "Port way", "Voie du port", [(2.2080, 51.0185), (2.2050, 51.0185), (2.2010, 51.0176), (2.1930, 51.0155), (2.1790, 51.0162), (2.1650, 51.0120)]),
    ("LOO", "ROAD", "Way to the berths", "Voie des postes", [(2.1985, 51.0206), (2.1950, 51.0214), (2.1960, 51.0240), (2.1890, 51.0232), (2.1845, 51.0215)]),
    ("LOO", "RAIL", "Port railway", "Voie ferrée du port", [(2.1650, 51.0100), (2.1800, 51.0128), (2.1990, 51.0140), (2.2120, 51.0120), (2.2300, 51.0050)]),
    ("LOO", "BUILT", "Loon-Plage", "Loon-Plage", ((2.2100, 50.9930), (2.2260, 50.9960), (2.2240, 51.0010), (2.2100, 50.9990))),
]

FROM_ZONES = {"WATER": "BASIN", "PARKING": "PARKING", "PLATFORM": "PLATFORM", "TRACK": "RAIL", "TUNNEL": "TUNNEL"}
DRY_WATER = {"flooded ground by the portal"}
UNDER = ("LAND", "GREEN", "BUILT", "BASIN", "PARKING", "QUAY", "PIER")


def smooth(line, times=2):
    """Chaikin: roads and rails bend, they have no corners."""
    for _ in range(times if len(line) > 2 else 0):
        cut = [line[0]]
        for a, b in zip(line, line[1:]):
            cut += [(a[0] * .8 + b[0] * .2, a[1] * .8 + b[1] * .2), (a[0] * .2 + b[0] * .8, a[1] * .2 + b[1] * .8)]
        line = cut + [line[-1]]
    return [(round(x, 6), round(y, 6)) for x, y in line]


def ring(points):
    area = sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(points, points[1:] + points[:1]))
    points = points if area > 0 else points[::-1]
    return [list(p) for p in points + points[:1]]


def feature(site, kind, en, fr, shape):
    geometry = {"type": "LineString", "coordinates": [list(p) for p in smooth(shape)]} if isinstance(shape, list) else {"type": "Polygon", "coordinates": [ring(shape)]}
    return {"type": "Feature", "properties": {"site": site, "kind": kind, "name_en": en[0].upper() + en[1:], "name_fr": fr[0].upper() + fr[1:]}, "geometry": geometry}


def lanes():
    for site, n, (x, y), (dx, dy), (sx, sy), width in outlines.LANES:
        for i in range(n):
            a, b = (x + sx * i, y + sy * i), (x + sx * i + dx, y + sy * i + dy)
            corners = tuple((round(p, 6), round(q, 6)) for p, q in (a, b, (b[0], b[1] + width), (a[0], a[1] + width)))
            yield feature(site, "LANE", f"Lane {i + 1}", f"Voie {i + 1}", corners)


def main():
    zones = [feature(site, "BASIN" if en in DRY_WATER else FROM_ZONES[kind], en, fr, shape)
             for site, _, kind, en, fr, shape in outlines.ZONES if kind in FROM_ZONES]
    drawn = [feature(*row) for row in DRAWN]
    every = [f for kind in UNDER for f in zones + drawn if f["properties"]["kind"] == kind] + list(lanes())
    every += [f for f in zones + drawn if f["properties"]["kind"] not in UNDER]
    text = ",\n".join(json.dumps(f, ensure_ascii=False, separators=(",", ":")) for f in every)
    OUT.write_text('{"type":"FeatureCollection","note":"Schematic, drawn by hand / Schéma dessiné à la main","features":[\n' + text + "\n]}\n", encoding="utf-8")
    print(len(every), "features")


main()
