"""The feeds that are watched, on the page of the sources."""


def test_feeds_show_when_they_were_read_and_what_failed(get) -> None:
    from giaoluu.register.watching import note_failed, note_read, watched

    assert "Feeds that are watched" not in get("/sources")
    read, failed = watched(["https://an:secret@tin.example.org/rss", "https://vang.example.org/rss"])
    note_read(read, title="Tin <b>vắn</b>", pages=3, version=("", ""))
    note_failed(failed, "https://vang.example.org/rss could not be fetched")
    page = get("/sources", language="vi")
    for words in (
        "Nguồn tin được theo dõi",
        "Tin &lt;b&gt;vắn&lt;/b&gt;",
        "https://tin.example.org/rss",
        "https://vang.example.org/rss could not be fetched",
    ):
        assert words in page
    assert "secret" not in page
