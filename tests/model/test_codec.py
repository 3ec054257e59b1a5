"""Words as JSON and back."""

import json
from typing import Any

import pytest

from giaoluu.model.codec import FORMAT, reading_from_json, to_builtins, to_json
from giaoluu.model.errors import EdtfError, SourceError, SpanError
from giaoluu.model.reading import Reading


def test_round_trip(reading: Reading) -> None:
    """What is written is read back equal, context of spans included, and is written the same again."""
    line = to_json(reading)
    back = reading_from_json(line)
    assert back == reading
    assert back.people[0].names[0].span.prefix == reading.people[0].names[0].span.prefix != ""
    assert to_json(back) == line


def test_contract(reading: Reading) -> None:
    """Readers find id, text, zones and claims at the top, with offsets into the text."""
    plain = json.loads(to_json(reading))
    assert (plain["format"], plain["id"]) == (FORMAT, "hue-0306")
    assert [zone["zone"] for zone in plain["zones"]] == ["title", "body", "caption", "related"]
    assert all(plain["text"][claim["start"] : claim["end"]] == claim["exact"] for claim in plain["claims"])
    assert {"participant", "date", "quotation", "commitment", "gift"} <= {
        claim["property"] for claim in plain["claims"]
    }
    assert "text" not in plain["article"]


def test_one_line_of_plain_text(reading: Reading) -> None:
    """A reading is one line, and other scripts stand in it as they are."""
    line = to_json(reading)
    assert "\n" not in line
    assert "周山" in line
    assert ": " not in line.replace("Ảnh: ", "").replace("khác: ", "")


def test_values(reading: Reading) -> None:
    """Dates are their text, enums their value, and what is not stated is left out."""
    plain: Any = to_builtins(reading)["activities"][0]
    assert plain["date"]["value"] == "2025-03-06"
    assert plain["status"]["value"] == "held"
    assert "level" not in plain
    assert list(plain["date"]["span"]) == ["start", "end", "exact", "prefix", "suffix"]


def damaged(reading: Reading, path: list[Any], value: object) -> str:
    """Return the reading as JSON with one value changed."""
    plain: Any = json.loads(to_json(reading))
    node = plain
    for key in path[:-1]:
        node = node[key]
    node[path[-1]] = value
    return json.dumps(plain)


@pytest.mark.parametrize(
    ("path", "value", "error", "message"),
    [
        (["people", 0, "mentions", 0, "start"], 3, SpanError, "text at 3:"),
        (["people", 0, "mentions", 0, "end"], 9999, SpanError, "outside a text"),
        (["text"], "another text", SpanError, "outside a text"),
        (["activities", 0, "date", "value"], "2025-02-30", EdtfError, "in no calendar"),
        (["activities", 0, "kind"], 7, SourceError, "'hue-0306' is damaged"),
        (["activities", 0, "status", "value"], "dreamt", SourceError, "dreamt"),
        (["article"], {}, SourceError, "'hue-0306' is damaged"),
        (["article"], None, SourceError, "'hue-0306' is damaged"),
        (["format"], "giaoluu.reading/99", SourceError, "not a reading of format"),
    ],
)
def test_damaged(reading: Reading, path: list[Any], value: object, error: type[Exception], message: str) -> None:
    """A wrong span or a broken value is refused with what is wrong and where."""
    with pytest.raises(error, match=message):
        reading_from_json(damaged(reading, path, value))


@pytest.mark.parametrize(
    ("text", "message"), [("", "not JSON"), ('{"id": "x"', "not JSON"), ("[]", "list"), ("{}", "None")]
)
def test_no_reading(text: str, message: str) -> None:
    """What is no reading at all is refused."""
    with pytest.raises(SourceError, match=message):
        reading_from_json(text)
