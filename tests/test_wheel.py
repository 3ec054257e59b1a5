"""The wheel: every file of the package is in it, and it runs where the checkout is not."""

import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parents[1]
PACKAGE = CHECKOUT / "src" / "giaoluu"
PASSING = {".pyc", ".po", ".pot"}
"""Endings of files that are made from others or that only their makers need."""

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [
        sys.executable,
        "-m",
        "pip",
        "wheel",
        "--quiet",
        "--no-deps",
        "--no-build-isolation",
        "-w",
        str(folder),
        ".",
    ]
    subprocess.run([*command, "--disable-pip-version-check"], cwd=CHECKOUT, check=True)
    (built,) = folder.glob("giaoluu-*.whl")
    return built


@pytest.fixture(scope="module")
def giaoluu(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """Return the call of the program in a fresh environment that sees the dependencies and not the checkout."""
    fresh = tmp_path_factory.mktemp("fresh") / "venv"
    venv.create(fresh, with_pip=False, symlinks=os.name != "nt")
    folder = fresh / ("Scripts" if os.name == "nt" else "bin")
    python = folder / ("python.exe" if os.name == "nt" else "python")
    install = ["-m", "pip", "--quiet", "--disable-pip-version-check", "--python", str(python), "install", "--no-deps"]
    subprocess.run([sys.executable, *install, "--no-index", str(wheel)], check=True)
    (packages,) = [path for path in fresh.rglob("site-packages") if path.is_dir()]
    (packages / "dependencies.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    return [str(folder / "giaoluu")]


def test_every_file_of_the_package_is_in_the_wheel(wheel: Path) -> None:
    files = (path for path in PACKAGE.rglob("*") if path.is_file() and path.suffix not in PASSING)
    expected = {f"giaoluu/{path.relative_to(PACKAGE).as_posix()}" for path in files if "__pycache__" not in path.parts}
    with zipfile.ZipFile(wheel) as archive:
        held = set(archive.namelist())
    assert sorted(expected - held) == []


def test_the_licence_and_the_notice_travel_with_it(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = {Path(name).name for name in archive.namelist() if ".dist-info/licenses/" in name}
    assert names == {"LICENSE", "NOTICE"}


def test_the_installed_program_is_not_the_checkout(giaoluu: list[str], tmp_path: Path) -> None:
    python = str(Path(giaoluu[0]).with_name("python"))
    told = subprocess.run(
        [python, "-c", "import giaoluu; print(giaoluu.__file__)"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    assert not Path(told.stdout.strip()).is_relative_to(CHECKOUT)


def test_the_installed_program_reads_a_page(giaoluu: list[str], tmp_path: Path) -> None:
    told = subprocess.run([*giaoluu, "--help"], cwd=tmp_path, capture_output=True, encoding="utf-8", check=True)
    assert "Commands:" in told.stdout
    ask = [
        str(Path(giaoluu[0]).with_name("python")),
        "-c",
        "from giaoluu import samples; print(samples.page_of('ceramics-vi'))",
    ]
    page = subprocess.run(ask, cwd=tmp_path, capture_output=True, encoding="utf-8", check=True).stdout.strip()
    read = subprocess.run([*giaoluu, "read", page], cwd=tmp_path, capture_output=True, encoding="utf-8", check=False)
    assert read.returncode == 0, read.stderr
    assert read.stdout.startswith("ceramics-vi: ")
