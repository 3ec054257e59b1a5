"""How the reader came to a claim, in the language of the page: a pack's rules by what they read, others by name."""

from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

SECTIONS = {
    "cue": _("a word that says how something is said"),
    "act": _("words that tell what is done by saying it"),
    "trigger": _("words for an activity"),
    "date": _("words for a date"),
    "time": _("words for a time"),
    "body": _("how names of bodies are made"),
    "post": _("words for a post"),
    "place": _("the name of a place"),
    "country": _("the name of a country"),
    "name": _("how names of people are made"),
    "person": _("how names of people are made"),
    "occasion": _("words for an occasion or an anniversary"),
    "quantity": _("words for a number"),
    "framework": _("words for an agreement or a framework"),
    "detail": _("words for what it was about"),
    "delegation": _("words for a delegation"),
    "role": _("words for who took part"),
    "document": _("words for a document"),
}
"""Section of a pack, or type of a list of words → what its rules read."""

RULES = {
    "account-opening": _("the opening of the text names its source"),
    "alias": _("a short form that the text introduces"),
    "body-in-post": _("the body that a post names"),
    "body-seat": _("where that body has its seat"),
    "byline": _("the line with the author"),
    "capitals": _("capital letters of a name"),
    "caption-credit": _("the credit of a picture"),
    "country-in-name": _("the country that the name holds"),
    "country-in-post": _("the country that the post names"),
    "country-named-before": _("the country named shortly before"),
    "country-of-post": _("the country that the post names"),
    "country-visited": _("the country of the visit"),
    "dated-in-another-year": _("its date lies in another year"),
    "dated-long-before": _("its date lies long before the report"),
    "dateline": _("the line with place and day"),
    "direct-speech": _("words in quotation marks"),
    "embassy-in-text": _("the embassy that the text names"),
    "heading-line": _("a line above the text"),
    "holder-seat": _("where the holder of that post works"),
    "home-country": _("the country of whoever reports"),
    "honorific": _("the form of address"),
    "honorific-gender": _("the form of address"),
    "implicit-continuation": _("the speaker of the sentence before goes on"),
    "joint": _("said by both sides"),
    "lead-setting": _("day or place as the opening tells it"),
    "leader": _("a leader known by the post"),
    "linked-data": _("told by the page for programs"),
    "list": _("like those in the same list"),
    "listed-beside": _("like those in the same list"),
    "local-pair": _("both sides as the sentence names them"),
    "local-side": _("the side that the sentence names"),
    "name-gender": _("the name itself"),
    "named-beside": _("named beside it"),
    "nearest-country": _("the country named nearest"),
    "nearest-place": _("the place named nearest"),
    "on-behalf": _("in the name of another"),
    "other-country-in-text": _("the other country of the text"),
    "page": _("as the page says"),
    "page-author": _("as the head of the page says"),
    "page-head": _("as the head of the page says"),
    "page-title": _("as the head of the page says"),
    "pair-with-group": _("both sides as the sentence names them"),
    "partner-of-association": _("the country in the name of the association"),
    "picture-place": _("the place of the picture"),
    "place-of-post": _("the town or province that the post is of"),
    "place-word": _("a place named in the sentence"),
    "pronoun": _("a pronoun that stands for a name"),
    "publish-date": _("as the head of the page says"),
    "purpose-clause": _("a clause that tells the purpose"),
    "seat-of-post": _("where the holder of that post works"),
    "short-name": _("a short form that the text introduces"),
    "source-line": _("the line with the source"),
    "speaks-here": _("who speaks there takes part"),
    "spouse": _("named as husband or wife"),
    "status-word": _("a word that says whether it took place"),
    "surname": _("a family name of that country"),
    "title-line": _("the headline"),
    "told-as-done": _("told as something that took place"),
    "visit-place": _("the place of the visit"),
}
"""Name of a rule that is no pack's → what it goes by."""


def rule_words(rule: str) -> str:
    """Return what a rule goes by; nothing where it has no words.

    >>> rule_words("vi:cue:11"), rule_words("place:Hà Nội"), rule_words("capitals"), rule_words("of-tomorrow")
    ('a word that says how something is said', 'the name of a place', 'capital letters of a name', '')
    """
    parts = rule.split(":")
    section = parts[1] if len(parts) > 2 else parts[0]
    words = RULES.get(rule) or (SECTIONS.get(section) if len(parts) > 1 else "")
    return gettext(words) if words else ""
