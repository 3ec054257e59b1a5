"""A model behind an address, as a process that speaks the protocol: what it adds, what is refused, how it fails."""

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from giaoluu import read
from giaoluu.endpoint import Endpoint, ask
from giaoluu.model.activities import Act
from giaoluu.model.errors import EndpointError
from giaoluu.sources import capture_of

TEXT = (
    "Chiều 5/3/2024, tại Hà Nội, Thủ tướng Lê Văn Bình tiếp Đại sứ Lào Khampha Sisavath.\n"
    "Nhài, già nhất xóm, nhớ mãi làng gốm giữ nghề ba trăm năm.\n"
    "Tin liên quan: Khai mạc lễ hội ở Huế"
)
MEETING = {"kind": "meeting", "evidence": "tiếp Đại sứ Lào", "date": "2024-03-05", "date_words": "5/3/2024"}
SERVER = Path(__file__).with_name("model_server.py")
Serve = Callable[..., Endpoint]


def answer(**parts: object) -> dict[str, object]:
    """Return an answer of the server with this content."""
    return {"content": json.dumps({"is_exchange": True, **parts}, ensure_ascii=False)}


@pytest.fixture
def serve(tmp_path: Path) -> Iterator[Serve]:
    """Return what starts a server with answers and returns where it is."""
    started: list[subprocess.Popen[str]] = []

    def start(*answers: object, seconds: float = 20.0) -> Endpoint:
        told = tmp_path / f"answers{len(started)}.json"
        told.write_text(json.dumps(answers), encoding="utf-8")
        process = subprocess.Popen([sys.executable, str(SERVER), str(told)], stdout=subprocess.PIPE, text=True)
        started.append(process)
        assert process.stdout is not None
        port = int(process.stdout.readline())
        return Endpoint(f"http://127.0.0.1:{port}/v1", "tiny", seconds=seconds)

    yield start
    for process in started:
        process.kill()
        process.wait()
        if process.stdout:
            process.stdout.close()


@pytest.fixture
def reading():
    return read(capture_of(TEXT.encode()))


def test_what_the_rules_missed_is_added_with_its_words(serve, reading, tmp_path):
    said = {"speaker": "Nhài", "words": "làng gốm giữ nghề ba trăm năm", "act": "inform"}
    guest = {"name": "Nhài", "post": "già nhất xóm", "country": "VN", "role": "attendee"}
    endpoint = serve(answer(activities=[{**MEETING, "participants": [guest]}], statements=[said]))
    second = ask(endpoint, reading)
    added = second.reading.activities[0].participants[-1]
    people = {one.id: one.names[0].value for one in second.reading.people}
    assert people[added.party] == "Nhài"
    assert added.rule == "endpoint/tiny"
    assert added.inferred
    told = [one for one in second.reading.quotations if one.content.exact == said["words"]]
    assert [(one.act, people[one.speaker]) for one in told] == [(Act.INFORM, "Nhài")]
    assert second.reading.run.packs[-1] == ("endpoint/tiny", "1")
    asked = json.loads((tmp_path / "answers0.asked").read_text("utf-8").splitlines()[0])
    assert asked["model"] == "tiny"
    assert asked["temperature"] == 0
    assert "json_schema" in asked["response_format"]
    assert "Khai mạc lễ hội" not in json.dumps(asked, ensure_ascii=False)  # furniture is not sent


REFUSED = [
    ({"statements": [{"words": "hai bên ký ba hiệp định", "act": "agree"}]}, "does not stand"),
    ({"statements": [{"words": "Khai mạc lễ hội ở Huế", "act": "inform"}]}, "does not stand"),
    ({"activities": [{**MEETING, "kind": "war"}]}, "no kind of the closed list"),
    ({"activities": [{**MEETING, "evidence": "đã gặp nhau"}]}, "does not stand"),
    ({"activities": [{**MEETING, "date": "spring"}]}, "spring"),
    ({"activities": [{**MEETING, "participants": [{"name": "Lê Văn Bính"}]}]}, "does not stand"),
    ({"statements": [{"speaker": "ông Lý", "words": "làng gốm giữ nghề", "act": "inform"}]}, "does not stand"),
]


@pytest.mark.parametrize(("parts", "words"), REFUSED)
def test_what_does_not_stand_in_the_text_is_refused_and_changes_nothing(serve, reading, parts, words):
    second = ask(serve(answer(**parts)), reading)
    assert any(words in one for one in second.refused), second.refused
    assert second.reading.quotations == reading.quotations
    assert second.reading.activities == reading.activities
    assert second.reading.people == reading.people


DIFFERENT = [
    ({"activities": [{**MEETING, "kind": "talks"}]}, "kind talks"),
    ({"activities": [{**MEETING, "date": "2024-05-03"}]}, "date 2024-05-03"),
    ({"is_exchange": False}, "no exchange"),
]


@pytest.mark.parametrize(("parts", "words"), DIFFERENT)
def test_where_it_differs_the_rules_stand_and_a_person_is_asked(serve, reading, parts, words):
    second = ask(serve(answer(**parts)), reading)
    assert any(words in issue.message for issue in second.reading.issues)
    assert [one.kind for one in second.reading.activities] == [one.kind for one in reading.activities]
    assert [one.date for one in second.reading.activities] == [one.date for one in reading.activities]
    assert second.reading.is_exchange == reading.is_exchange


FAILURES = [
    ([{"status": 500}], "500"),
    ([{"status": 404}], "404"),
    ([{"raw": "<html>busy</html>"}], ""),
    ([{"content": '{"is_exchange": tru'}], ""),
    ([{"content": "I cannot help with that."}], ""),
    ([{"content": '{"activities": 7}'}], ""),
    ([{"close": True}], ""),
]


@pytest.mark.parametrize(("answers", "words"), FAILURES)
def test_no_usable_answer_is_an_error_that_names_the_page_and_the_address(serve, reading, answers, words):
    endpoint = serve(*answers)
    with pytest.raises(EndpointError) as error:
        ask(endpoint, reading)
    assert reading.id in str(error.value)
    assert endpoint.address in str(error.value)
    assert words in str(error.value)


def test_a_slow_answer_is_given_up(serve, reading):
    with pytest.raises(EndpointError, match=reading.id):
        ask(serve({"sleep": 30}, seconds=0.3), reading)


def test_partial_json_is_asked_for_again(serve, reading):
    endpoint = serve({"content": '{"is_exchange": tru'}, answer(activities=[MEETING]))
    assert ask(endpoint, reading).reading.run.packs[-1] == ("endpoint/tiny", "1")


@pytest.mark.parametrize(("address", "model"), [("localhost", "m"), ("ftp://x/v1", "m"), ("http://127.0.0.1/v1", "")])
def test_what_cannot_be_asked_is_refused_at_once(address, model):
    with pytest.raises(EndpointError):
        Endpoint(address, model)


def test_the_key_is_shown_nowhere():
    assert "secret" not in repr(Endpoint("http://127.0.0.1/v1", "m", key="secret"))


def test_the_command_asks_and_goes_on_without_an_answer(serve, tmp_path):
    from giaoluu.cli import cli

    page = tmp_path / "page.txt"
    page.write_text(TEXT, encoding="utf-8")
    said = {"words": "làng gốm giữ nghề ba trăm năm", "speaker": "Nhài", "act": "inform"}
    endpoint = serve(answer(statements=[said, {"words": "không có", "act": "inform"}]))
    call = ["read", str(page), "--format", "reading", "--jobs", "1"]
    done = CliRunner().invoke(cli, [*call, "--endpoint", endpoint.address, "--model", "tiny"])
    assert done.exit_code == 0, done.output
    assert "endpoint/tiny" in done.stdout
    assert "does not stand" in done.stderr
    broken = serve({"status": 500})
    done = CliRunner().invoke(cli, [*call, "--endpoint", broken.address, "--model", "tiny"])
    assert done.exit_code == 1
    assert json.loads(done.stdout)["id"] == "page"
    assert "endpoint/tiny" not in done.stdout
    assert "500" in done.stderr
    assert CliRunner().invoke(cli, [*call, "--endpoint", endpoint.address]).exit_code == 2
