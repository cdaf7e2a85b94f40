#!/usr/bin/env python3
"""Writes the reference night: what happens at the border between 23:00 and 05:00, and what is expected of each event.

    python3 tools/night/make.py            writes field/src/main/resources/night.json
"""
import json
import math
import pathlib
import random

ROOT = pathlib.Path(__file__).resolve().parents[2]
REFERENCE = ROOT / "centre/src/main/resources/reference"


def rows(name):
    return json.loads((REFERENCE / f"{name}.json").read_text(encoding="utf-8"))


SENSORS, CAMERAS, ZONES = rows("sensors"), rows("cameras"), {z["id"]: z for z in rows("zones")}
UNITS = {u["id"] for u in rows("units")}
DESKS = {d["id"] for d in rows("desks")}
EVENTS = []
BUSY = {}


def sensors(kind, zone):
    found = [s["id"] for s in SENSORS if s["kind"] == kind and s["zone"] == zone]
    assert found, f"no {kind} in {zone}"
    return found


def with_both(site, first, second):
    """The fence sections of a site that have sensors of both kinds."""
    zones = [{s["zone"] for s in SENSORS if s["kind"] == k and s["site"] == site} for k in (first, second)]
    return sorted(z for z in zones[0] & zones[1] if ZONES[z]["kind"] == "FENCE")


def signal(after, sensor, prop, result):
    return {"after": after, "sensor": sensor, "property": prop, "result": result}


def hold(sensor, prop, result, start, end):
    return {"sensor": sensor, "property": prop, "result": result, "from": start, "to": end}


def fence(zone, *levels):
    fibre = sensors("FENCE_FIBRE", zone)[0]
    return [signal(i * 4, fibre, "vibration", v) for i, v in enumerate(levels or (4.6, 5.8, 3.9))], []


# ---- who walks: seen by the radar and the camera in reach, once a second ----

NORTH = 111_195
APPROACH = 36  # seconds from 45 m outside to the fence
CHANCE = random.Random(20160303)


def metres(a, b):
    return ((b[0] - a[0]) * NORTH * math.cos(math.radians(a[1])), (b[1] - a[1]) * NORTH)


def away(a, east, north):
    return (a[0] + east / (NORTH * math.cos(math.radians(a[1]))), a[1] + north / NORTH)


def in_reach(thing, place, reach):
    return math.hypot(*metres(thing["position"], place)) < reach


def in_view(camera, place):
    east, north = metres(camera["position"], place)
    off = (math.degrees(math.atan2(east, north)) - camera["bearing"] + 180) % 360 - 180
    return abs(off) < camera["fov"] / 2 and 8 < math.hypot(east, north) < camera["rangeM"]


def outward(zone):
    """The middle of a fence section and the unit vector that points outside."""
    line = ZONES[zone]["geometry"]["coordinates"]
    a, b = line[0], line[-1]
    east, north = metres(a, b)
    size = math.hypot(east, north) * (1 if ZONES[zone]["outside"] == "LEFT" else -1)
    return ((a[0] + b[0]) / 2, (a[1] + b[1]) / 2), (-north / size, east / size)


def walk(zone, kind, over):
    """What radars and cameras say of somebody who comes to the fence and goes over it, or turns back."""
    middle, (ox, oy) = outward(zone)
    radars = [s for s in SENSORS if s["kind"] == "RADAR" and in_reach(s, middle, 700)][:2]
    if not radars:
        return []
    looks = {"person": (0.82, 0.04, 0.14), "animal": (0.12, 0.03, 0.85)}[kind]
    said, cameras = [], []
    for second in range(APPROACH + 40):
        left = 45 - 1.25 * second if second <= APPROACH or over else 1.25 * (second - APPROACH)
        place = away(middle, ox * left + oy * 0.3 * second, oy * left - ox * 0.3 * second)
        seen = {"class": dict(zip(("person", "vehicle", "animal"), looks))}
        for one in radars:
            noisy = away(place, CHANCE.gauss(0, 2), CHANCE.gauss(0, 2))
            said.append(signal(second, one["id"], "detection", {"scan": [{"lat": round(noisy[1], 6), "lon": round(noisy[0], 6)}]}))
        for camera in [c for c in CAMERAS if in_view(c, place)][:2]:
            east, north = metres(camera["position"], place)
            bearing = (math.degrees(math.atan2(east, north)) + CHANCE.gauss(0, 0.2)) % 360
            said.append(signal(second, camera["id"], "detection", {"scan": [{"bearing": round(bearing, 2), **seen}]}))
            cameras.append(camera["id"])
    for second in range(4):
        said += [signal(APPROACH + 40 + second, one, "detection", {"scan": []}) for one in [r["id"] for r in radars] + sorted(set(cameras))]
    return said


def fence_and_walker(zone, over):
    shaken, held = fence(zone)
    walker = walk(zone, "person", over)
    return (walker + [signal(APPROACH - 6 + s["after"], s["sensor"], s["property"], s["result"]) for s in shaken] if walker else shaken), held


def infrared(zone):
    eye = sensors("INFRARED", zone)[0]
    return [signal(0, eye, "presence", 0.88), signal(7, eye, "presence", 0.93), signal(13, eye, "presence", 0.9)], []


def radar(n, site):
    one = [s for s in SENSORS if s["kind"] == "RADAR" and s["site"] == site][n]
    lon, lat = one["position"]
    seen = [signal(i * 4, one["id"], "detection", {"lat": round(lat + 0.0004 - 0.0001 * i, 6), "lon": round(lon + 0.0003 - 0.00006 * i, 6), "confidence": c})
            for i, c in enumerate((0.86, 0.91, 0.93, 0.9))]
    return one["zone"], (seen, [])


def beam(zone):
    bar = sensors("BEAM", zone)[0]
    return [signal(t, bar, "broken", v) for t, v in ((0, True), (1, False), (8, True), (9, False), (15, True), (16, False))], []


def together(zone):
    return [signal(0, sensors("FENCE_FIBRE", zone)[0], "vibration", 2.5), signal(6, sensors("BEAM", zone)[0], "broken", True),
            signal(7, sensors("BEAM", zone)[0], "broken", False)], []


def track(zone):
    one = sensors("TUNNEL", zone)[0]
    return [signal(0, one, "presence", 0.91), signal(4, one, "presence", 0.95), signal(8, one, "presence", 0.93)], []


def water(zone):
    one = sensors("WATER", zone)[0]
    return [signal(0, one, "presence", 0.9), signal(7, one, "presence", 0.94), signal(14, one, "presence", 0.92)], []


def co2(zone):
    one = sensors("CO2", zone)[0]
    return [signal(0, one, "co2", 650), signal(60, one, "co2", 960), signal(110, one, "co2", 1180)], [hold(one, "co2", 1250, 0, 600)]


def heartbeat(zone):
    one = sensors("HEARTBEAT", zone)[0]
    return [signal(0, one, "heartbeat", 0.92), signal(20, one, "heartbeat", 0.95)], [hold(one, "heartbeat", 0.9, 0, 480)]


def smoke(zone):
    one = sensors("SMOKE", zone)[0]
    return [signal(0, one, "smoke", True)], [hold(one, "smoke", True, 0, 1200)]


def power(zone):
    one = sensors("POWER", zone)[0]
    return [signal(0, one, "power", False)], [hold(one, "power", False, 0, 900)]


def minutes(at):
    h, m = int(at[:2]), int(at[3:5])
    return (h - 23 if h >= 23 else h + 1) * 60 + m


def event(at, en, fr, site, **more):
    one = {"id": f"N{len(EVENTS) + 1:02d}", "at": at + ":00", "title": {"en": en, "fr": fr}, "site": site,
           "signals": [], "holds": [], "silent": [], "quiet": [], "log": [], "tasks": []}
    if "pattern" in more:
        one["signals"], one["holds"] = more.pop("pattern")
    one.update(more)
    for task in one["tasks"]:
        assert task["unit"] in UNITS and task["desk"] in DESKS, task
        if not task["decline"]:
            free = BUSY.get(task["unit"], -999)
            assert minutes(at) >= free, f"{one['id']}: {task['unit']} is busy"
            BUSY[task["unit"]] = minutes(at) + 45
    for place in [one.get("alarm", {}).get("place"), one.get("voice", {}).get("place")] + one["quiet"]:
        assert place is None or place in ZONES, place
    assert one.get("desk") is None or one["desk"] in DESKS, one
    EVENTS.append(one)


def task(desk, unit, instruction, note="", decline=""):
    return {"desk": desk, "unit": unit, "instruction": instruction, "note": note, "decline": decline}


def concern(desk, category, needs, text):
    return {"desk": desk, "category": category, "needs": needs, "text": text}


def alarm(kind, place):
    return {"kind": kind, "place": place}


BF, PAF1, PAF2, PAF3, PAF4 = "DESK-BORDER-FORCE-1", "DESK-PAF-1", "DESK-PAF-2", "DESK-PAF-3", "DESK-PAF-4"


def intrusion(at, en, fr, zone, desk, proposer, unit, outcome, pattern=None, note="", log=(), **more):
    event(at, en, fr, zone[:3], pattern=pattern or fence_and_walker(zone, outcome != "PREVENTED"), alarm=alarm("INTRUSION", zone), desk=desk, log=list(log),
          tasks=more.pop("before", []) + [task(proposer, unit, "INTERCEPT", note)], outcome=outcome, **more)


def nuisance(at, en, fr, site, signals, places, **more):
    event(at, en, fr, site, signals=signals, quiet=sorted(places), **more)


def wind(site, first, last, levels):
    zones = [f"{site}-F-{n:03d}" for n in range(first, last)]
    return [signal(3 * i + 20 * k, sensors("FENCE_FIBRE", z)[0], "vibration", v) for i, z in enumerate(zones) for k, v in enumerate(levels)], zones


def first_half():
    intrusion("23:04", "Fence shaken on the harbour side", "Clôture secouée côté port", "CAL-F-012", PAF1, BF, "PAF-1", "PREVENTED",
              note="Two people at the fence, camera has them.", log=["Deux personnes visibles à la caméra, calmes, restées à l'extérieur."])
    signals, zones = wind("LOO", 1, 11, (1.7, 1.9, 1.6))
    nuisance("23:10", "Gusts along the landside fence of Loon-Plage", "Rafales sur la clôture côté terre de Loon-Plage", "LOO", signals, zones)
    event("23:15", "Gold reinforces the posture", "Le commandement stratégique renforce la posture", "CAL",
          gold={"desk": "DESK-GOLD-FR-1", "posture": "REINFORCED", "objectives": "Protect life first. Reinforced watch of the freight lanes until morning. / La vie d'abord. Surveillance renforcée des voies fret jusqu'au matin."})
    zone, seen = radar(0, "COQ")
    intrusion("23:20", "Movement towards the tunnel portal", "Mouvement vers la tête de tunnel", zone, PAF2, BF, "CRS-2", "PREVENTED", seen,
              refused={"desk": BF, "wish": "approve"}, log=["Radar et caméra thermique concordent."])
    event("23:27", "Carbon dioxide in a curtain-sided lorry", "Dioxyde de carbone dans un poids lourd bâché", "COQ", pattern=co2("COQ-L-03"),
          alarm=alarm("PERSON_IN_LORRY", "COQ-L-03"), desk="DESK-EUROTUNNEL-2", log=["Voie 3 fermée, conducteur auprès de la cabine."],
          tasks=[task("DESK-BORDER-FORCE-3", "BF-2", "SEARCH_VEHICLE", "Lane 3, doors facing north."), task("DESK-SDIS-1", "VSAV-2", "TREAT")],
          concern=concern("DESK-BORDER-FORCE-3", "VULNERABLE_ADULT", ["FOOD_AND_WARMTH", "INTERPRETER"], "People found cold and exhausted."), outcome="RESCUED")
    fox = sensors("INFRARED", "FRE-P-01")[0]
    nuisance("23:36", "A fox crosses the station car park", "Un renard traverse le parc de stationnement de la gare", "FRE", [signal(0, fox, "presence", 0.72), signal(5, fox, "presence", 0.66)], ["FRE-P-01"])
    intrusion("23:41", "Beam broken at the beach emergency gate", "Barrière franchie au portail de secours de la plage", "CAL-G-06", PAF1, BF, "CRS-1", "NO_TRACE", beam("CAL-G-06"),
              before=[task(BF, "BF-1", "INTERCEPT", "Nearest team.", "L'équipe de fouille reste aux voies fret : envoyer une patrouille.")], log=["Portail fermé, traces dans le sable."])
    event("23:50", "Power lost in a section of the port", "Coupure d'alimentation dans un secteur du port", "CAL", pattern=power("CAL-E-03"), alarm=alarm("POWER_LOSS", "CAL-E-03"), desk="DESK-PORT-1",
          log=["Éclairage de secours en service, ronde demandée."], tasks=[task("DESK-PORT-1", "PORT-TECH-1", "REPAIR"), task("DESK-PORT-1", "PORT-1", "OBSERVE")], outcome="RESTORED")
    intrusion("23:58", "Fence cut by the southern perimeter", "Clôture découpée au périmètre sud", "COQ-F-046", PAF2, "DESK-GENDARMERIE-1", "GN-1", "FOUND",
              concern=concern(PAF2, "MEDICAL", ["MEDICAL_CARE"], "Une main blessée par la clôture."), log=["Brèche d'un mètre, équipe technique prévenue."])
    intrusion("00:05", "Fence shaken at the landside of Loon-Plage", "Clôture secouée côté terre à Loon-Plage", "LOO-F-005", PAF4, "DESK-PORT-3", "CRS-7", "PREVENTED")
    event("00:12", "An infrared detector falls silent", "Un détecteur infrarouge devient muet", "COQ", silent=[{"sensor": sensors("INFRARED", "COQ-P-01")[0], "from": 0, "to": 540}])
    event("00:18", "Farmers' tractors block the ring road", "Des tracteurs bloquent la rocade portuaire", "CAL",
          voice={"desk": "DESK-PREFECTURE-1", "kind": "PROTEST", "place": "CAL-A-03", "text": "Une trentaine de tracteurs sur la rocade, ambiance calme, départ annoncé vers 1 h."}, desk="DESK-PREFECTURE-1",
          log=["Contact établi avec un organisateur.", "Une voie reste libre pour les secours."],
          tasks=[task("DESK-CRS-1", "CRS-3", "STOP_TRAFFIC"), task("DESK-GENDARMERIE-1", "GN-2", "ESCORT")], outcome="RESTORED")
    event("00:26", "Somebody walks on the northern running line", "Quelqu'un marche sur la voie nord", "COQ", pattern=track("COQ-T-01"), alarm=alarm("PERSON_ON_TRACK", "COQ-T-01"), desk="DESK-EUROTUNNEL-1",
          log=["Circulations arrêtées, caténaire coupée, confirmé par le poste de contrôle."],
          tasks=[task("DESK-EUROTUNNEL-1", "ET-RAIL-1", "RESCUE", "Accès par le portail de service."), task("DESK-KENT-POLICE-1", "PAF-4", "ACCOMPANY")],
          concern=concern(PAF2, "VULNERABLE_ADULT", ["PLACE_OF_SAFETY", "INTERPRETER"], "Personne désorientée, frigorifiée."), outcome="RESCUED")
    nuisance("00:35", "A branch strikes the fence once", "Une branche heurte une fois la clôture", "CAL", [signal(0, sensors("FENCE_FIBRE", "CAL-F-030")[0], "vibration", 3.6)], ["CAL-F-030"])
    zone = [s["zone"] for s in SENSORS if s["kind"] == "INFRARED" and s["site"] == "CAL" and ZONES[s["zone"]]["kind"] == "FENCE"][4]
    event("00:40", "Deer along the fence", "Des chevreuils le long de la clôture", "CAL", pattern=infrared(zone), alarm=alarm("INTRUSION", zone), desk=PAF1, dismiss="Deux chevreuils, vus à la caméra.")
    EVENTS[-1]["signals"] += walk(zone, "animal", False)
    event("00:48", "A heartbeat in a refrigerated lorry", "Un battement de cœur dans un poids lourd frigorifique", "CAL", pattern=heartbeat("CAL-L-07"), alarm=alarm("PERSON_IN_LORRY", "CAL-L-07"), desk="DESK-PORT-2",
          refused={"desk": "DESK-PORT-2", "wish": "dismiss"}, log=["Groupe froid arrêté, portes ouvertes, plusieurs personnes sorties vivantes."],
          tasks=[task("DESK-BORDER-FORCE-2", "BF-3", "SEARCH_VEHICLE", "Refrigerated, lane 7."), task("DESK-SDIS-1", "VSAV-1", "TREAT"), task("DESK-SDIS-1", "FPT-1", "RESCUE")],
          concern=concern("DESK-BORDER-FORCE-2", "VICTIM_OF_TRAFFICKING", ["PLACE_OF_SAFETY", "MEDICAL_CARE", "LEGAL_ADVICE"], "Locked in from outside; signs of coercion."), outcome="RESCUED")
    nuisance("00:57", "Wind rocks a lorry in the shed", "Le vent fait bouger un poids lourd dans le hall", "LOO", [signal(t, sensors("HEARTBEAT", "LOO-L-01")[0], "heartbeat", v) for t, v in ((0, 0.62), (30, 0.58))], ["LOO-L-01"])
    intrusion("01:03", "Fence shaken on the northern perimeter", "Clôture secouée au périmètre nord", "COQ-F-010", "DESK-EUROTUNNEL-1", "DESK-EUROTUNNEL-1", "ET-1", "PREVENTED")
    event("01:10", "A child alone on the platform", "Un enfant seul sur le quai", "FRE",
          voice={"desk": "DESK-SNCF-1", "kind": "CHILD_ALONE", "place": "FRE-Q-01", "text": "Un enfant seul, assis au bout du quai A, calme. Un agent reste auprès de lui."}, desk="DESK-SNCF-1",
          log=["Au chaud dans le bâtiment voyageurs, boisson chaude."], tasks=[task("DESK-SNCF-1", "SUGE-1", "ACCOMPANY")],
          concern=concern("DESK-SNCF-1", "CHILD_ALONE", ["PLACE_OF_SAFETY", "GUARDIAN", "INTERPRETER"], "Enfant seul, référent attendu sur place."), outcome="REFERRED")
    intrusion("01:18", "Fence climbed by the ring road", "Clôture escaladée sur la rocade", "CAL-F-048", "DESK-CRS-1", "DESK-CRS-1", "CRS-5", "PREVENTED")
    nuisance("01:25", "A load of vegetables breathes", "Un chargement de légumes respire", "COQ", [signal(t, sensors("CO2", "COQ-L-06")[0], "co2", v) for t, v in ((0, 640), (60, 690), (120, 670))], ["COQ-L-06"])
    event("01:32", "Somebody falls into the ferry basin", "Quelqu'un tombe dans le bassin des ferries", "LOO", pattern=water("LOO-W-02"), alarm=alarm("PERSON_IN_WATER", "LOO-W-02"), desk="DESK-GENDARMERIE-2",
          log=["CROSS Gris-Nez informé, mouvements de navires arrêtés.", "Bouée lancée, personne agrippée."],
          tasks=[task("DESK-GENDARMERIE-2", "BSL-1", "RESCUE"), task("DESK-SDIS-1", "VSAV-3", "TREAT", "Descente à quai par le portail 3.")],
          concern=concern("DESK-GENDARMERIE-2", "MEDICAL", ["MEDICAL_CARE", "FOOD_AND_WARMTH"], "Hypothermie, évacuation vers l'hôpital."), outcome="RESCUED")
    zone, seen = radar(1, "COQ")
    intrusion("01:40", "Movement across the fields to the north", "Mouvement à travers champs au nord", zone, PAF2, BF, "CRS-4", "PREVENTED", seen)


def second_half():
    event("01:48", "Smoke in the maintenance hall", "Fumée dans l'atelier de maintenance", "COQ", pattern=smoke("COQ-A-02"), alarm=alarm("FIRE", "COQ-A-02"), desk="DESK-SDIS-1",
          log=["Atelier évacué, chargeur de batterie en cause."], tasks=[task("DESK-SDIS-1", "FPT-2", "EXTINGUISH"), task("DESK-EUROTUNNEL-1", "ET-2", "STOP_TRAFFIC")], outcome="RESTORED")
    zone, seen = radar(1, "CAL")
    intrusion("01:58", "Movement on the beach", "Mouvement sur la plage", zone, PAF1, BF, "CRS-8", "PREVENTED", seen, refused={"desk": "DESK-GOLD-GB-1", "wish": "propose"})
    gulls = [s for s in SENSORS if s["kind"] == "RADAR" and s["site"] == "CAL"][0]
    nuisance("02:10", "Gulls over the breakwater", "Des goélands au-dessus de la digue", "CAL",
             [signal(4 * i, gulls["id"], "detection", {"lat": gulls["position"][1] + 0.001, "lon": gulls["position"][0], "confidence": c}) for i, c in enumerate((0.52, 0.55, 0.48))], [gulls["zone"]])
    intrusion("02:15", "Fence cut by the eastern loop", "Clôture découpée à la boucle est", "COQ-F-029", PAF2, "DESK-KENT-POLICE-1", "PAF-6", "FOUND",
              concern=concern(PAF2, "SEPARATED_FAMILY", ["FAMILY_TRACING", "INTERPRETER"], "Famille séparée pendant la nuit."))
    intrusion("02:24", "Fence shaken at the station", "Clôture secouée à la gare", "FRE-F-006", PAF3, "DESK-SNCF-1", "PAF-7", "PREVENTED")
    event("02:32", "Carbon dioxide in a box trailer", "Dioxyde de carbone dans une remorque fourgon", "LOO", pattern=co2("LOO-L-02"), alarm=alarm("PERSON_IN_LORRY", "LOO-L-02"), desk="DESK-BORDER-FORCE-4",
          log=["Lane 2 closed, refrigeration off, doors open."], tasks=[task("DESK-BORDER-FORCE-4", "BF-5", "SEARCH_VEHICLE"), task("DESK-SDIS-1", "VSAV-3", "TREAT")],
          concern=concern("DESK-BORDER-FORCE-4", "VULNERABLE_ADULT", ["FOOD_AND_WARMTH", "LEGAL_ADVICE"], "Found unhurt, cold."), outcome="FOUND")
    signals, zones = wind("COQ", 12, 24, (2.3, 2.5, 2.2))
    nuisance("02:40", "A squall along the northern perimeter", "Un grain sur le périmètre nord", "COQ", signals, zones)
    intrusion("02:47", "Fence shaken on the harbour side", "Clôture secouée côté port", "CAL-F-003", "DESK-PORT-1", "DESK-PORT-1", "PORT-2", "PREVENTED")
    event("02:55", "Gold keeps the posture and names the tunnel", "Le commandement stratégique maintient la posture et désigne le tunnel", "COQ",
          gold={"desk": "DESK-GOLD-GB-1", "posture": "REINFORCED", "objectives": "Hold the reinforced watch; the tunnel portal comes first. / Maintenir la surveillance renforcée ; la tête de tunnel en priorité."})
    zone = with_both("COQ", "FENCE_FIBRE", "BEAM")[3]
    intrusion("03:02", "Fence touched and beam broken together", "Clôture touchée et barrière franchie ensemble", zone, PAF2, BF, "CRS-11", "PREVENTED", together(zone))
    event("03:10", "Power lost in a section of the railhead", "Coupure d'alimentation dans un secteur du terminal", "COQ", pattern=power("COQ-E-05"), alarm=alarm("POWER_LOSS", "COQ-E-05"), desk="DESK-EUROTUNNEL-1",
          log=["Disjoncteur déclenché, pas d'effraction."], tasks=[task("DESK-EUROTUNNEL-1", "ET-TECH-1", "REPAIR")], outcome="RESTORED")
    intrusion("03:18", "People among the waiting lorries", "Des personnes parmi les poids lourds en attente", "CAL-P-01", PAF1, "DESK-BORDER-FORCE-2", "CRS-10", "FOUND", infrared("CAL-P-01"))
    nuisance("03:27", "A shuttle passes the loop", "Une navette passe dans la boucle", "COQ", [signal(t, sensors("TUNNEL", "COQ-T-03")[0], "presence", v) for t, v in ((0, 0.45), (6, 0.5))], ["COQ-T-03"])
    event("03:30", "Gold returns to the normal posture", "Le commandement stratégique revient à la posture normale", "CAL",
          gold={"desk": "DESK-GOLD-FR-1", "posture": "NORMAL", "objectives": "Normal watch; life first. / Veille normale ; la vie d'abord."})
    zone, seen = radar(1, "LOO")
    intrusion("03:36", "Movement by the southern fence of Loon-Plage", "Mouvement près de la clôture sud de Loon-Plage", zone, PAF4, "DESK-BORDER-FORCE-4", "CRS-12", "PREVENTED", seen)
    intrusion("03:45", "Fence shaken by the platforms", "Clôture secouée près des quais", "COQ-F-070", PAF2, BF, "CRS-6", "PREVENTED")
    ill = sensors("INFRARED", "CAL-P-02")[0]
    event("03:52", "A detector reports a fault", "Un détecteur signale un défaut", "CAL", holds=[hold(ill, "health", "FAULT", 0, 600)])
    intrusion("04:00", "Fence climbed by the control zone", "Clôture escaladée à la zone de contrôle", "CAL-F-060", PAF1, BF, "PAF-5", "PREVENTED")
    nuisance("04:08", "The wake of a ferry", "Le sillage d'un ferry", "CAL", [signal(0, sensors("WATER", "CAL-W-02")[0], "presence", 0.62)], ["CAL-W-02"])
    intrusion("04:14", "Fence shaken on the southern perimeter", "Clôture secouée au périmètre sud", "COQ-F-052", "DESK-GENDARMERIE-1", "DESK-GENDARMERIE-1", "GN-6", "NO_TRACE")
    event("04:22", "A delivery van at the service gate", "Un véhicule de livraison au portail de service", "CAL", pattern=beam("CAL-G-03"), alarm=alarm("INTRUSION", "CAL-G-03"), desk="DESK-PORT-1", dismiss="Livraison annoncée, badge contrôlé.")
    intrusion("04:30", "Somebody on the freight platform", "Quelqu'un sur le quai fret", "COQ-Q-02", "DESK-EUROTUNNEL-1", "DESK-BORDER-FORCE-3", "ET-3", "FOUND", infrared("COQ-Q-02"))
    nuisance("04:38", "A dog jumps at the fence once", "Un chien saute une fois contre la clôture", "FRE", [signal(0, sensors("FENCE_FIBRE", "FRE-F-003")[0], "vibration", 3.4)], ["FRE-F-003"])
    intrusion("04:42", "Fence shaken by the ring road", "Clôture secouée sur la rocade", "CAL-F-040", "DESK-CRS-1", "DESK-CRS-1", "CRS-1", "PREVENTED")


def main():
    first_half()
    second_half()
    out = ROOT / "field/src/main/resources/night.json"
    out.parent.mkdir(parents=True, exist_ok=True)
    text = ",\n".join(json.dumps(e, ensure_ascii=False, separators=(",", ":")) for e in EVENTS)
    out.write_text('{"from":"23:00","until":"05:00","timeZone":"Europe/Paris","events":[\n' + text + "\n]}\n", encoding="utf-8")
    print(len(EVENTS), "events,", sum("alarm" in e for e in EVENTS), "alarms,", sum("voice" in e for e in EVENTS), "by voice,", sum(bool(e["quiet"]) for e in EVENTS), "nuisances")


main()
