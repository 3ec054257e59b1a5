"""Registers of older programs: upgraded when they are opened, with all that they hold, and a copy from before."""

import sqlite3

import pytest
from tests.register.homes import ON_SERVER

from giaoluu.register import open_register
from giaoluu.register.searching import Wanted, search

OLD = ("register", "0004_search")


@pytest.mark.slow
def test_a_register_of_an_older_program_is_upgraded_with_what_it_holds(home, tmp_path):
    from django.db import connection, connections
    from django.db.migrations.executor import MigrationExecutor

    from giaoluu.register.models import Person

    with connection.cursor() as cursor:  # an empty place, where the older program made its tables
        if ON_SERVER:
            cursor.execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public")
        else:
            connections.close_all()
            for path in home.glob("register.sqlite3*"):
                path.unlink()
    executor = MigrationExecutor(connection)
    executor.migrate([OLD])
    models = executor.loader.project_state([OLD]).apps
    _fill(models)
    connections.close_all()

    open_register(home)

    (found,) = search(Wanted("duong van minh", country="CN")).rows(0, 9)
    assert (found.sort, found.shown, found.language) == ("person", "杨万明", "vi")
    assert [row.article.page for row in Person.objects.filter(current=True)] == ["page"]
    with connection.cursor() as cursor:
        for table, column in (("claim", "article_id"), ("person", "article_id"), ("activity", "part_of_id")):
            made = connection.introspection.get_constraints(cursor, f"register_{table}").items()
            own = {name for name, told in made if told["columns"] == [column] and told["index"]}
            assert own <= {"activity_parts"}, table
            assert ("activity_parts" in own) == (column == "part_of_id")
    copies = [path.name for path in home.glob("before-upgrade-*")]
    assert copies == ([] if ON_SERVER else ["before-upgrade-from-0004_search.sqlite3"])
    if copies:
        with sqlite3.connect(home / copies[0]) as copy:
            assert copy.execute("SELECT title FROM register_article").fetchone() == ("Gặp gỡ ở Huế",)
        copy.close()


def _fill(models) -> None:
    """Write two pages as the older program did: one about an exchange, one about none, each with a person."""

    def add(table: str, **values):
        return models.get_model("register", table).objects.create(**values)

    for page, is_exchange in (("page", True), ("market", False)):
        capture = add("CaptureRow", digest=page[0] * 64, media_type="text/plain", size=1)
        shown = {"ident": page, "title": "Gặp gỡ ở Huế", "language": "vi", "folded": "gap go o hue"}
        article = add("Article", page=page, capture=capture, is_exchange=is_exchange, **shown)
        one = {"local": "p1", "name": "杨万明", "forms": ["杨万明"], "country": "CN", "folded": "杨万明"}
        person = add("Person", article=article, **one)
        add("SearchRow", article=article, sort="person", row=person.pk, words=" 杨万 万明 明", shown="杨万明")
