"""Everything that giaoluu raises on purpose.

GiaoluuError
├── SourceError        bytes that could not be had or decoded
├── ArticleError       a capture that holds no readable article
├── PackError          a language pack that breaks its contract
├── SpanError          a span whose text is not there
├── EdtfError          a date that is not in our subset of EDTF
├── EndpointError      a model endpoint that gives no usable answer
├── UnknownKindError   a kind that the closed list does not have
└── RegisterError      the register refused; nothing was written

Each message says what was wrong, where, and what to do next.
"""


class GiaoluuError(Exception):
    """The root: catch it to catch all that giaoluu raises on purpose."""


class SourceError(GiaoluuError):
    """Bytes that could not be fetched, opened or decoded."""


class ArticleError(GiaoluuError):
    """A capture that holds no readable article."""


class PackError(GiaoluuError):
    """A language pack that breaks its contract."""


class SpanError(GiaoluuError, ValueError):
    """A span whose exact text does not stand at its offsets."""


class EdtfError(GiaoluuError, ValueError):
    """A date that is not in our subset of EDTF."""


class EndpointError(GiaoluuError):
    """A model endpoint that cannot be asked, or gives no answer that can be used."""


class UnknownKindError(GiaoluuError, KeyError):
    """An activity kind or mode that is not in the closed list."""

    def __str__(self) -> str:
        return str(self.args[0]) if self.args else ""


class RegisterError(GiaoluuError):
    """The register refused a change; nothing of it was written."""
