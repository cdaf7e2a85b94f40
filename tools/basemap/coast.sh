#!/usr/bin/env bash
# Takes the coast line between Dungeness and the Scheldt out of GSHHG (Debian: gmt, gmt-gshhg-full) and makes coast.geojson of it.
set -euo pipefail
here="$(cd "$(dirname "$0")" && pwd)"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
(cd "$work" && gmt coast -M -Df -R0.8/3.2/50.4/51.6 -W > coast.txt)
python3 "$here/coast.py" "$work/coast.txt" "$here/../../centre/src/main/resources/basemap/coast.geojson"
