"""The outlines of land, and what places are called on the map."""

import re
from importlib.resources import files
from itertools import pairwise

import pytest


def test_no_outline_runs_straight_across_the_world():
    drawn = (files("giaoluu.web") / "static" / "web" / "land.svg").read_text("utf-8")
    for ring in re.findall(r"M([^Z]+)Z", drawn):
        points = [tuple(map(float, point.split())) for point in ring.split("L")]
        wide = [(a, b) for a, b in pairwise(points) if abs(a[0] - b[0]) > 180 and a[1] < 180]
        assert wide == []


@pytest.mark.parametrize(("language", "name"), [("vi", "Hà Nội"), ("en", "Hanoi"), ("xx", None)])
def test_a_place_in_the_language_of_the_page(empty_home, language, name):
    from giaoluu.web.drawing.places import names

    assert names(language).get("VN-HN") == name
