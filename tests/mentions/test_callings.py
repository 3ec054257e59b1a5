"""People with a calling and a country and no office, in each language; offices with the field and the country apart."""

import hashlib

import pytest

from giaoluu.model.capture import Capture, MediaType
from giaoluu.pipeline import read


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("On Monday, Cuban writer Ana Lopez Vega met Foreign Minister Kari Moen in Oslo.", "Ana Lopez Vega", "CU"),
        ("On Monday, Lao artist Khamla Sisavath met Foreign Minister Kari Moen in Oslo.", "Khamla Sisavath", "LA"),
        ("On Monday, Swedish Professor Lars Holm met Foreign Minister Kari Moen in Oslo.", "Lars Holm", "SE"),
        ("Minister of Foreign Affairs Lars Holm of Sweden met Kari Moen in Oslo on Monday.", "Lars Holm", "SE"),
        ("Minister of Territorial Works of Norway Kari Moen met Lars Holm in Oslo on Monday.", "Kari Moen", "NO"),
        ("Secretary of State Lars Holm of Sweden met Kari Moen in Oslo on Monday.", "Lars Holm", "SE"),
        ("Ngày 5/6, tại Hà Nội, ca sĩ Thụy Điển Lars Holm đã gặp Bộ trưởng Trần Văn Bách.", "Lars Holm", "SE"),
        ("Ngày 5/6, tại Hà Nội, nhà văn người Na Uy Kari Moen đã gặp ông Trần Văn Bách.", "Kari Moen", "NO"),
        ("Ngày 5/6, tại Hà Nội, Giáo sư người Na Uy Kari Moen đã gặp ông Trần Văn Bách.", "Kari Moen", "NO"),
        ("Ngày 5/6, các nhà văn Na Uy gặp nhà thơ Lào Khamla Sisavath tại Hà Nội.", "Khamla Sisavath", "LA"),
        ("Den norska sångerskan Kari Moen träffade utrikesminister Anna Holm i Stockholm i dag.", "Kari Moen", "NO"),
    ],
)
def test_whose_country_a_calling_tells(text: str, name: str, country: str) -> None:
    content = text.encode()
    told = read(Capture("page", content, hashlib.sha256(content).hexdigest(), text, MediaType.TEXT))
    found = {one.names[0].value: one.country and one.country.value for one in told.people}
    assert found.get(name) == country
