"""Which country's press writes an article: its own people and country go without saying there."""

from collections import Counter
from collections.abc import Sequence

from giaoluu.langs.pack import Pack
from giaoluu.mentions.names_listed import ending_countries, is_at_home
from giaoluu.mentions.press import press_country
from giaoluu.model.article import Article


def home_of(article: Article, pack: Pack, named: Counter[str], names: Sequence[str]) -> str | None:
    """Return the country whose press writes, given how often countries are named and the names of the people.

    It is that of an outlet or agency which the head of the article names (`press` in names.toml), or else that of
    the language, unless nothing is of it but much of a country whose people are named, or most people named are of one
    other country: so a page translated from another language, or of a neighbour that writes the same language, keeps
    the home of those who wrote it.
    """
    home: str | None = pack.settings.get("home")
    if home is not None and (told := press_country(article, pack)) is not None:
        return told
    if home is None or named[home] or any(_is_own(name, pack) for name in names):
        return home
    codes = Counter(code for name in names for code in pack.name_countries(name) if named[code])
    if codes:
        return max(codes, key=lambda code: (codes[code], named[code]))
    return _only(names, pack) or home


def _is_own(name: str, pack: Pack) -> bool:
    """Say whether a name opens as the language's own people's do, and does not end as another country's."""
    if ending_countries(name.split(" "), pack):
        return is_at_home(name, pack)
    return name.split(" ")[0] in pack.own_names


def _only(names: Sequence[str], pack: Pack) -> str | None:
    """Return the one country that the forms of most full names tell and those of none gainsay: given name or ending."""
    full = [name.split(" ") for name in names if " " in name] if pack.has_spaces else []
    codes = [{*pack.name_countries(" ".join(words)), *ending_countries(words, pack)} for words in full]
    told = [one for one in codes if one]
    shared = set.intersection(*told) if told else set()
    return shared.pop() if len(shared) == 1 and len(told) * 2 >= len(codes) else None
