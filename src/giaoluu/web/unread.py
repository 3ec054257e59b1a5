"""Why a file or an address cannot be read, in the language of the page.

Sources and articles say it in plain English, for commands; here each sentence is known again by its pattern.
"""

from django.utils.translation import gettext_noop as _

from giaoluu.web.sentences import Sentences

PATTERNS = (
    # files
    _("%(name)s is empty: fetch or save it again"),
    _("%(name)s is binary and holds no text: give HTML, text, .docx, .pdf or .jsonl (.gz too)"),
    _("%(name)s is an old office file (.doc, .xls): save it as .docx and give that"),
    _("%(name)s is a rich text file (.rtf): save it as .docx and give that"),
    _("%(name)s is a picture: run OCR on it and give the text"),
    _("%(name)s is an archive: unpack it and give the folder"),
    _("%(name)s is a gzip file that breaks off before its end: fetch or copy it again"),
    _("%(name)s is a damaged gzip file (%(note)s): fetch or copy it again"),
    _("%(name)s unpacks to more than %(number)s MiB: split it, or give it as JSON Lines"),
    _("%(name)s unpacks to more than %(number)s MiB: save its text alone and give that"),
    _("%(name)s is packed more than %(number)s times: unpack it and give what is inside"),
    _("%(name)s is no readable .docx (%(note)s): open it in a word processor and save it again"),
    _("%(name)s is a .docx without text: if it holds a picture of a page, run OCR on it and give the text"),
    _("%(name)s is a PDF locked by a password: save an unlocked copy and give that"),
    _("%(name)s is no readable PDF (%(note)s): open it in a viewer and print it to a new PDF"),
    _(
        "%(name)s is a PDF of %(number)s page(s) without text, a scan: "
        "run OCR on it first (ocrmypdf adds the text layer)"
    ),
    _("%(name)s: the text is empty; give a page that holds words"),
    _("%(name)s: the page is empty; fetch it again, or give its text"),
    _("%(name)s: no text was found; give the page as a browser shows it, or its text"),
    _(
        "%(name)s: the text has %(number)s characters, more than %(number2)s: "
        "divide it into its articles, one a file, or one a line as JSON Lines"
    ),
    _("%(name)s is a PDF that takes more than %(number)s seconds: print its pages of text to a new PDF"),
    # archives of crawlers, feeds
    _("%(name)s has more than %(number)s MiB: save the page by itself"),
    _("%(name)s unpacks to more than %(number)s MiB: save the page by itself"),
    _("%(name)s holds no answer of a server, or one whose headers do not end: crawl the page again"),
    _("%(name)s is not what its digest says, it was changed or damaged: %(note)s"),
    _("%(name)s is a feed of broken JSON (%(note)s): fetch it again"),
    _("%(name)s is a feed of more than %(number)s MiB: give its pages as files"),
    _("%(name)s is a feed with elements in more than %(number)s others: it is broken, or made to hurt"),
    _("%(name)s is no feed: a JSON Feed has a list of items"),
    _("%(name)s is no feed: give the address of an RSS or Atom feed"),
    _("%(name)s is %(note)s and gives no page: fetch it again"),
    _("%(name)s is closed to programs by %(note)s: save the page in a browser and give the file"),
    # addresses
    _("%(name)s is no address (%(note)s): give one as a browser shows it"),
    _("%(name)s is not on the web: only http and https addresses are fetched; give files by their path"),
    _("%(name)s redirects more than %(number)s times: open it in a browser"),
    _("%(name)s did not answer within %(number)s seconds: try again later"),
    _("%(name)s did not end within %(number)s seconds: try again later"),
    _("%(name)s could not be fetched (%(note)s): check the address and the connection"),
    _("%(name)s is larger than %(number)s MiB: save it and give the file"),
    _("%(name)s is no known host (%(note)s): check the address"),
    _("%(name)s is not on the public network: save the page and give the file"),
    _("%(name)s answers %(note)s: it asks for a login: save the page in a browser and give the file"),
    _("%(name)s answers %(note)s: it refuses programs: save the page in a browser and give the file"),
    _("%(name)s answers %(note)s: there is no such page: check the address, or look for it in a web archive"),
    _("%(name)s answers %(note)s: the page is gone: look for it in a web archive"),
    _("%(name)s answers %(note)s: it is asked too often: wait, then try again"),
    _("%(name)s answers %(note)s: try again later, or save the page in a browser and give the file"),
)
"""What sources and articles say of what they cannot read, with a hole for each value."""

_SENTENCES = Sentences(PATTERNS)


def unread_words(text: str) -> str:
    """Return why something cannot be read, in the language of the page; what has no pattern stays as it is.

    >>> unread_words("a.txt is empty: fetch or save it again")
    'a.txt is empty: fetch or save it again'
    """
    return _SENTENCES.said(text) or text


def has_pattern(text: str) -> bool:
    """Say whether a sentence is known.

    >>> has_pattern("a.txt is empty: fetch or save it again"), has_pattern("a.txt is blue")
    (True, False)
    """
    return _SENTENCES.found(text) is not None
