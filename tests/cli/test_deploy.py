"""What is deployed: files that their programs take, without secrets, with commands that exist."""

import re
import shlex
import shutil
import subprocess

import pytest
import yaml


@pytest.fixture
def compose(checkout):
    return yaml.safe_load((checkout / "deploy" / "compose.yaml").read_text("utf-8"))


def commands(checkout) -> list[list[str]]:
    """Return every call of the program in the deployed files and their page."""
    texts = [path.read_text("utf-8") for path in (checkout / "deploy").iterdir()]
    texts.append((checkout / "docs" / "how-to" / "serve-a-team.md").read_text("utf-8"))
    found = re.findall(
        r"(?:bin/|\b)giaoluu ((?:serve|backup|restore|integrity|watch|user add)\b[^`\n\'#]*)", "\n".join(texts)
    )
    lists = re.findall(r'\["giaoluu", (.*?)\]', "\n".join(texts))
    return [*map(shlex.split, found), *(re.findall(r'"(.*?)"', one) for one in lists)]


def test_every_command_exists_with_its_options(checkout, run):
    every = commands(checkout)
    assert len(every) >= 7
    for command in every:
        names = command[:2] if command[0] == "user" else command[:1]
        text = run(*names, "--help").output
        for option in [word for word in command if word.startswith("--")]:
            assert option in text, command


def test_no_secret_is_in_the_file_and_both_services_are_watched(compose, checkout):
    assert set(compose["services"]) == {"app", "store"}
    for service in compose["services"].values():
        assert service["healthcheck"]["test"]
        assert service["restart"]
    text = (checkout / "deploy" / "compose.yaml").read_text("utf-8")
    assert set(re.findall(r"PASSWORD: (.*)", text)) == {"${POSTGRES_PASSWORD:?write it into .env}"}
    assert "POSTGRES_PASSWORD=\n" in (checkout / "deploy" / "env.example").read_text("utf-8")
    assert compose["services"]["app"]["ports"] == ["127.0.0.1:8000:8000"]


def test_systemd_takes_the_units(checkout, tmp_path):
    for name in sorted(path.name for path in (checkout / "deploy").glob("giaoluu*.*")):
        text = (checkout / "deploy" / name).read_text("utf-8")
        assert text.startswith("[Unit]\n")
        (tmp_path / name).write_text(text.replace("/opt/giaoluu/bin/giaoluu", "/bin/true"))
    if shutil.which("systemd-analyze"):
        told = subprocess.run(
            ["systemd-analyze", "verify", *map(str, tmp_path.iterdir())], capture_output=True, text=True, timeout=50
        )
        assert "Unknown" not in told.stderr
        assert "Failed to parse" not in told.stderr
