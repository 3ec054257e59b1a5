"""A PostgreSQL server for tests: one for each process, on a socket in a temporary folder, gone with the process."""

import atexit
import os
import shutil
import subprocess
from pathlib import Path
from tempfile import mkdtemp
from urllib.parse import urlsplit

USER = "giaoluu"
OPTIONS = (
    "listen_addresses=", "fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=60",
    "shared_buffers=64MB",
)  # fmt: skip


def programs() -> Path | None:
    """Return the folder of the newest server's programs, or None where there is none."""
    found = shutil.which("initdb")
    every = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    return Path(found).parent if found else every[-1].parent if every else None


def start(*, options: tuple[str, ...] = OPTIONS, kept: Path | None = None) -> str:
    """Start a server of this process and return the address of its first database; `kept` is a folder that stays."""
    bin_ = programs()
    if bin_ is None:
        raise RuntimeError("PostgreSQL is not installed; on Debian and Ubuntu: apt install postgresql")
    folder = Path(mkdtemp(prefix="giaoluu-pg-"))
    if kept:
        kept.mkdir(parents=True, exist_ok=True)
    for one in (folder, *([kept] if kept else [])):
        if _is_root():
            shutil.chown(one, "postgres")
    data, control = str((kept or folder) / "data"), str(bin_ / "pg_ctl")
    if not (kept and (kept / "data").exists()):
        made = ("-U", USER, "-A", "trust", "-E", "UTF8", "--locale=C", "-N")
        run(str(bin_ / "initdb"), "-D", data, *made, folder=folder)
    told = " ".join(f"-c {option}" for option in (*options, f"unix_socket_directories={folder}"))
    run(control, "-D", data, "-o", told, "-l", str(folder / "log"), "-w", "start", folder=folder)
    owner = os.getpid()

    def stop() -> None:
        if os.getpid() == owner:
            run(control, "-D", data, "-m", "fast" if kept else "immediate", "stop", folder=folder)
            shutil.rmtree(folder, ignore_errors=True)

    atexit.register(stop)
    return f"postgresql:///postgres?host={folder}&user={USER}"


def run(*command: str, folder: Path) -> None:
    """Run a program of the server as a user whom it lets do so: never the superuser."""
    told = ["runuser", "-u", "postgres", "--", *command] if _is_root() else [*command]
    done = subprocess.run(told, check=False, capture_output=False, stdout=subprocess.DEVNULL, timeout=60, cwd=folder)
    if done.returncode:
        raise RuntimeError(f"{' '.join(command)} ended with {done.returncode}")


def of_database(address: str, name: str) -> str:
    """Return the address of another database on the same server."""
    return urlsplit(address)._replace(path=f"/{name}").geturl().replace("postgresql:/", "postgresql:///", 1)


def tell(address: str, *commands: str) -> None:
    """Send commands to a server, each on its own."""
    import psycopg

    parts = urlsplit(address)
    with psycopg.connect(f"dbname={parts.path[1:]} {parts.query.replace('&', ' ')}", autocommit=True) as connection:
        for command in commands:
            connection.execute(command)


def _is_root() -> bool:
    return os.name == "posix" and os.geteuid() == 0
