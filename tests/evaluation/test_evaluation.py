"""Measuring over golden records in TOML, and what it says of bad input."""

import json
from pathlib import Path
from typing import Any

import pytest

from giaoluu import samples
from giaoluu.evaluation import Count, evaluate, table
from giaoluu.evaluation.dates import agreement
from giaoluu.evaluation.load import load_gold, load_predictions
from giaoluu.evaluation.text import Text
from giaoluu.evaluation.words import name_score, same_place_name, same_post
from giaoluu.model.errors import GiaoluuError


def perfect() -> dict[str, dict[str, Any]]:
    """Return the samples' golden records in the shape of predictions."""
    found = {}
    for page_id in samples.ids():
        record = samples.golden(page_id)
        deeds = [
            {
                **deed,
                "event_id": deed.get("event"),
                "participants": [{**one, "entity_id": one.get("ent")} for one in deed.get("participants", ())],
            }
            for deed in record["activities"]
        ]
        sayings = [
            {"speaker": one["speaker"], "type": one["type"], "evidence": one["quote"]} for one in record["statements"]
        ]
        found[page_id] = {"is_exchange": record["is_exchange"], "activities": deeds, "statements": sayings}
    return found


def test_golden_samples_reach_one_in_every_measure() -> None:
    """The records agree with themselves, also across languages."""
    scores = evaluate(samples.GOLDEN, perfect())
    assert {measure: count.f1 for measure, count in scores.counts.items() if count.f1 != 1} == {}
    assert set(scores.languages) == {"vi", "zh", "en", "sv", "fr"}
    assert scores.unread == 0


MISTAKES = [
    ("persons name+country", lambda record: record["activities"][0]["participants"][0].update(country="JP")),
    ("posts", lambda record: record["activities"][0]["participants"][0].update(post="thủ kho")),
    ("activity kind", lambda record: record["activities"][0].update(kind="press")),
    ("date strict", lambda record: record["activities"][0].update(date="2026-05-16")),
    ("place", lambda record: record["activities"][0].update(place="Huế")),
    ("statements +speaker", lambda record: record["statements"][0].update(speaker="Thu Trang")),
    ("statements +speaker+type", lambda record: record["statements"][0].update(type="agree")),
    (
        "statements evidence",
        lambda record: record["statements"].append(
            {"speaker": "Thu Trang", "type": "inform", "evidence": "Tin bài liên quan"}
        ),
    ),
]


@pytest.mark.parametrize(("measure", "spoil"), MISTAKES)
def test_one_mistake_lowers_its_measure(measure: str, spoil: Any) -> None:
    """Each measure sees its own mistake, in the language where it was made."""
    predictions = perfect()
    spoil(predictions["ceramics-vi"])
    scores = evaluate(samples.GOLDEN, predictions)
    figure, own, other = scores.f1(measure), scores.f1(measure, "vi"), scores.f1(measure, "sv")
    assert figure is not None
    assert own is not None
    assert own < figure < 1
    assert other == 1


def test_furniture_that_became_a_fact_is_counted() -> None:
    """A person of the most-read list is an extra person, and the miss names her."""
    predictions = perfect()
    predictions["ceramics-en"]["activities"][0]["participants"].append({"name": "Pema Lhadrol", "country": "BT"})
    scores = evaluate(samples.GOLDEN, predictions)
    assert scores.counts["persons name"].wrong == 1
    assert [miss.message for miss in scores.misses if miss.measure == "persons name"] == ["extra: Pema Lhadrol"]


def test_offsets_of_a_page_in_html_are_not_used() -> None:
    """They count the reader's text of the page; the words decide."""
    predictions = perfect()
    predictions["ceramics-vi"]["statements"][0].update(start=0, end=9)
    predictions["ceramics-sv"]["statements"][0].update(start=0, end=4)
    scores = evaluate(samples.GOLDEN, predictions)
    assert (scores.f1("statements evidence", "vi"), scores.counts["statements evidence"].missed) == (1, 1)


def test_the_table_shows_each_language_and_the_first_misses() -> None:
    """One line a measure, one column a language, misses as far as asked for."""
    shown = table(evaluate(samples.GOLDEN, {}), errors=1).splitlines()
    assert shown[0] == f"{len(samples.ids())} documents, 0 further negatives, {len(samples.ids())} without a prediction"
    assert shown[1].split()[-5:] == ["en", "fr", "sv", "vi", "zh"]
    assert sum(line.startswith("  persons name\t") for line in shown) == 1


@pytest.mark.parametrize("form", ["folder", "list.json", "mapping.json", "lines.jsonl"])
def test_predictions_are_read_from_every_form(tmp_path: Path, form: str) -> None:
    """A folder of files, one file with a list or a mapping, or JSON Lines say the same."""
    records = {"a-vi": {"activities": [{"kind": "visit"}]}, "b-vi": {"is_exchange": False}}
    path = tmp_path / form
    listed = [{**record, "id": key} for key, record in records.items()]
    if form == "folder":
        path.mkdir()
        for key, record in records.items():
            (path / f"{key}.json").write_text(json.dumps(record), encoding="utf-8")
    elif form == "lines.jsonl":
        path.write_text("\n".join(map(json.dumps, listed)), encoding="utf-8")
    else:
        path.write_text(json.dumps(listed if form == "list.json" else records), encoding="utf-8")
    assert {key: record.is_exchange for key, record in load_predictions(path).items()} == {"a-vi": True, "b-vi": False}


BAD_GOLD = [
    ({}, "no golden record here"),
    ({"a.toml": "id = "}, "mend the line"),
    ({"a.toml": 'id = "a"'}, "no key 'lang'"),
    ({"a.yaml": "id: a"}, "no key 'lang'"),
]


@pytest.mark.parametrize(("files", "message"), BAD_GOLD)
def test_bad_gold_is_refused_with_its_place(tmp_path: Path, files: dict[str, str], message: str) -> None:
    """The error names the folder or file and what to do."""
    for name, content in files.items():
        (tmp_path / name).write_text(content, encoding="utf-8")
    with pytest.raises(GiaoluuError, match=message) as caught:
        load_gold(tmp_path)
    assert str(tmp_path) in str(caught.value)


@pytest.mark.parametrize("content", ["{", '[{"no": "id"}]', "[1]"])
def test_bad_predictions_are_refused(tmp_path: Path, content: str) -> None:
    """A file that holds no records says so."""
    path = tmp_path / "given.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(GiaoluuError, match="not a file of records"):
        load_predictions(path)
    with pytest.raises(GiaoluuError, match="no such file"):
        load_predictions(tmp_path / "absent.jsonl")


DATES = [
    ("2026-05-15", "2026-05-15", (), "strict"),
    ("2026-05", "2026-05-15", (), "soft"),
    ("2026-05-15", "2026-05", (), "strict"),
    ("2027-05-15", "XXXX-05-15", (), "strict"),
    ("2027-05-15", "XXXX-05-15", ("2026-05-15",), "soft"),
    ("2026-05-15", None, ("2026-05-15",), "strict"),
    ("soon", "2026-05-15", (), None),
    ("2026-05-14", "2026-05-15", (), None),
]


@pytest.mark.parametrize(("given", "golden", "others", "match"), DATES)
def test_dates_agree(given: str, golden: str | None, others: tuple[str, ...], match: str | None) -> None:
    """Strict tells all that the golden date tells; soft has a day in common."""
    assert agreement(given, golden, others) == match


NAMES = [
    ("Bà Nguyễn Hoài An", "nguyen hoai an", 100),
    ("陈志远", "陈志遠", 0),
    ("林德奎斯特", "卡琳·林德奎斯特", 90),
    ("An", "Nguyen Hoai An", 0),
    ("Chen Zhiyan", "Chen Zhiyuan", 95),
    ("Karin Lindqvist", "Malin Westergren", 0),
]


@pytest.mark.parametrize(("left", "right", "least"), NAMES)
def test_names_agree(left: str, right: str, least: int) -> None:
    """Marks, case, honorifics and parts of a name are forgiven, other names are not."""
    assert (name_score(left, right) >= 86) == (least > 0)


def test_posts_and_places_agree_in_part() -> None:
    """A post may lack its body; a site's city is the site; other words are not."""
    assert same_post("副局长", ["广州市文化广电旅游局副局长"])
    assert not same_post("馆长", ["广州市文化广电旅游局副局长"])
    assert same_place_name("人民大会堂", "Great Hall of the People")
    assert not same_place_name("Huế", "Đà Nẵng")


def test_sentences_end_where_they_end() -> None:
    """Abbreviations, initials and Chinese stops."""
    text = Text("Dr. Le at TP. HCM met A. Roslund. Ja!\n陈志远说：“好。”阮怀安说好。")
    assert [text.raw[start:end].strip() for start, end in text.sentences] == [
        "Dr. Le at TP. HCM met A. Roslund.",
        "Ja!",
        "陈志远说：“好。”",
        "阮怀安说好。",
    ]


def test_counts_without_anything_have_no_figure() -> None:
    """Nothing wanted and nothing found is not perfection."""
    assert (Count().f1, Count(missed=1).f1, Count(wrong=1, missed=1).f1) == (None, None, 0.0)
