#!/usr/bin/env python3
"""Draws docs/images/alarms.svg: alarms a desk gets in ten minutes, from the fence alone and from the fused tracks.

  chart.py NIGHTS TRACKS docs/images/alarms.svg

NIGHTS holds e-N.det.jsonl and e-N.truth.jsonl (also gzipped), TRACKS what `./entente track` made of each: e-N.tracks.jsonl.
Standard library only. The truth is read for one purpose: to say how many intrusions were missed.
"""
import glob, gzip, json, math, os, re, sys
from html import escape

MINUTES = 10
EEMUA = 1  # alarms in ten minutes that one operator can well handle (EEMUA 191)


def lines(path):
    with (gzip.open(path, "rt") if path.endswith(".gz") else open(path)) as file:
        return [json.loads(line) for line in file if line.strip()]


def one(folder, name):
    for ending in (".jsonl", ".jsonl.gz"):
        if os.path.exists(os.path.join(folder, name + ending)):
            return lines(os.path.join(folder, name + ending))
    raise SystemExit(f"{folder}: no {name}.jsonl")


def watches(nights, tracks):
    """For each recorded watch: reports of the fence and alarms by ten minutes, intrusions, intrusions missed."""
    for path in sorted(glob.glob(os.path.join(tracks, "e-*.tracks.jsonl"))):
        name = re.match(r"(e-\d+)\.", os.path.basename(path)).group(1)
        header, *scans = one(nights, name + ".det")
        fibres = {s["id"] for s in header["sensors"] if s["type"] == "line"}
        raw = [s["ta"] for s in scans if s["s"] in fibres for _ in s["d"]]
        alarms = [a for a in lines(path) if a.get("k") == "alarm"]
        bins = math.ceil(header["t_end"] / (60 * MINUTES))
        crossings = [c for c in one(nights, name + ".truth") if c["k"] == "cross" and c["dir"] == "in"
                     and c["cls"] in ("person", "vehicle")]
        missed = sum(not any(-10 <= a["t"] - c["t"] <= 15 and math.hypot(a["x"] - c["x"], a["y"] - c["y"]) <= 40
                             for a in alarms) for c in crossings)
        yield name, counted(raw, bins), counted([a["t"] for a in alarms], bins), len(crossings), missed


def counted(times, bins):
    counts = [0] * bins
    for time in times:
        counts[min(bins - 1, int(time // (60 * MINUTES)))] += 1
    return counts


STYLE = """
  .paper { fill: #ffffff } .ink { fill: #1b1f24 } .soft { fill: #57606a } .grid { stroke: #d8dee4 } .axis { stroke: #57606a }
  .raw { fill: #c4702b } .fused { fill: #1f6feb } .limit { stroke: #b3261e; stroke-dasharray: 6 4; stroke-width: 1.5 } .limits { fill: #b3261e }
  text { font-family: system-ui, 'Segoe UI', 'Liberation Sans', sans-serif }
  @media (prefers-color-scheme: dark) {
    .paper { fill: #0d1117 } .ink { fill: #e6edf3 } .soft { fill: #9aa4af } .grid { stroke: #30363d } .axis { stroke: #9aa4af }
    .raw { fill: #e0935a } .fused { fill: #58a6ff } .limit { stroke: #ff8a80 } .limits { fill: #ff8a80 }
  }
"""


def text(x, y, words, css="ink", size=13, anchor="start", weight="normal", slope=""):
    return (f'<text x="{x:g}" y="{y:g}" class="{css}" font-size="{size}" text-anchor="{anchor}" font-weight="{weight}"'
            f'{" font-style=" + chr(34) + slope + chr(34) if slope else ""}>{escape(words)}</text>')


def draw(found):
    left, top, width, height, low = 64, 104, 836, 250, 354
    groups = [(name, i, r, f) for name, raw, fused, _, _ in found for i, (r, f) in enumerate(zip(raw, fused))]
    most = 10 * math.ceil((max(max(r, f) for _, _, r, f in groups) + 1) / 10)
    scale = height / most
    missed, all_ = sum(w[4] for w in found), sum(w[3] for w in found)
    raws, fuseds = sum(sum(w[1]) for w in found) / len(groups), sum(sum(w[2]) for w in found) / len(groups)
    out = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 940 470" role="img" aria-labelledby="t d">',
           '<title id="t">Alarms a desk gets in ten minutes / Alarmes reçues par un poste en dix minutes</title>',
           f'<desc id="d">From the fence alone {raws:.1f}, after fusion {fuseds:.1f} on average; {missed} of {all_} intrusions missed. '
           f'Clôture seule {raws:.1f}, après fusion {fuseds:.1f} en moyenne ; {missed} intrusion(s) manquée(s) sur {all_}.</desc>',
           f"<style>{STYLE}</style>", '<rect class="paper" width="940" height="470" rx="6"/>',
           text(24, 34, "Alarms one operator gets in ten minutes", size=19, weight="600"),
           text(24, 57, "Alarmes reçues par un opérateur en dix minutes", "soft", 15, slope="italic"),
           text(24, 84, "alarms / alarmes", "soft", 12)]
    for value in range(0, most + 1, 10):
        y = low - value * scale
        out.append(f'<line class="{"axis" if value == 0 else "grid"}" x1="{left}" x2="{left + width}" y1="{y:g}" y2="{y:g}"/>')
        out.append(text(left - 8, y + 4, str(value), "soft", 12, "end"))
    room = width / len(groups)
    bar = room * 0.34
    for k, (name, i, r, f) in enumerate(groups):
        x = left + k * room + room * 0.13
        for css, value, at in (("raw", r, x), ("fused", f, x + bar + 4)):
            out.append(f'<rect class="{css}" x="{at:.1f}" y="{low - value * scale:.1f}" width="{bar:.1f}" height="{value * scale:.1f}" rx="2"/>')
            out.append(text(round(at + bar / 2, 1), round(low - value * scale - 5, 1), str(value), "ink", 12, "middle"))
        out.append(text(round(left + (k + 0.5) * room, 1), low + 17, f"{i * MINUTES}–{(i + 1) * MINUTES} min", "soft", 11, "middle"))
    k = 0
    for number, (name, raw, _, _, _) in enumerate(found, 1):
        out.append(text(round(left + (k + len(raw) / 2) * room, 1), low + 36, f"watch / veille {number}", "soft", 12, "middle"))
        k += len(raw)
    y = low - EEMUA * scale
    out.append(f'<line class="limit" x1="{left}" x2="{left + width}" y1="{y:.1f}" y2="{y:.1f}"/>')
    out.append(text(left + width, top - 12, "- - -  EEMUA 191: 1 in ten minutes / 1 en dix minutes", "limits", 12, "end"))
    for css, y, en, fr in (("raw", 412, f"every report of the fence: {raws:.1f} on average", "chaque signal de la clôture"),
                           ("fused", 434, f"fused tracks (true intrusions included): {fuseds:.1f} on average",
                            "pistes fusionnées (vraies intrusions comprises)")):
        out.append(f'<rect class="{css}" x="{left}" y="{y - 11}" width="13" height="13" rx="2"/>')
        out.append(text(left + 21, y, en, size=13))
        out.append(text(left + 400, y, fr, "soft", 13, slope="italic"))
    none = missed == 0
    out.append(text(left, 458, f"No intrusion missed: {all_} of {all_} raised." if none else f"{missed} of {all_} intrusions missed.", size=13, weight="600"))
    out.append(text(left + 400, 458, f"Aucune intrusion manquée : {all_} sur {all_}." if none
                    else f"{missed} intrusion(s) manquée(s) sur {all_}.", "soft", 13, slope="italic"))
    return "\n".join(out + ["</svg>", ""])


if __name__ == "__main__":
    if len(sys.argv) != 4:
        raise SystemExit(__doc__)
    found = list(watches(sys.argv[1], sys.argv[2]))
    if not found:
        raise SystemExit(f"{sys.argv[2]}: no e-N.tracks.jsonl")
    with open(sys.argv[3], "w", encoding="utf-8") as file:
        file.write(draw(found))
    for name, raw, fused, crossings, missed in found:
        print(name, "fence", raw, "fused", fused, "intrusions", crossings, "missed", missed)
