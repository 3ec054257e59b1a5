"""What the user names becomes captures: files, folders, patterns, JSON Lines, standard input, one address."""

from giaoluu.sources.capturing import Provenance, capture_of, id_of
from giaoluu.sources.failures import SourceFailure
from giaoluu.sources.finding import captures, find_files

__all__ = ["Provenance", "SourceFailure", "capture_of", "captures", "find_files", "id_of"]
