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
    capture = models.get_model("register", "CaptureRow").objects.create(
        digest="a" * 64, media_type="text/plain", size=1
    )
    article = models.get_model("register", "Article").objects.create(
        page="page", capture=capture, ident="page", title="Gặp gỡ ở Huế", language="vi", folded="gap go o hue"
    )
    person = models.get_model("register", "Person").objects.create(
        article=article, local="p1", name="杨万明", forms=["杨万明"], country="CN", folded="杨万明"
    )
    models.get_model("register", "SearchRow").objects.create(
        article=article, sort="person", row=person.pk, words=" 杨万 万明 明", shown="杨万明"
    )
    connections.close_all()

    open_register(home)

    (found,) = search(Wanted("duong van minh", country="CN")).rows(0, 9)
    assert (found.sort, found.shown, found.language) == ("person", "杨万明", "vi")
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
