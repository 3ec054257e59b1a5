"""What the user names becomes captures: files, folders, JSON Lines, archives, feeds, standard input, an address."""

from giaoluu.sources.capturing import Provenance, capture_of, id_of
from giaoluu.sources.failures import SourceFailure
from giaoluu.sources.finding import captures, find_files
from giaoluu.sources.wishes import Wishes

__all__ = ["Provenance", "SourceFailure", "Wishes", "capture_of", "captures", "find_files", "id_of"]
