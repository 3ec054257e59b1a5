"""Let the tests of this room import tests.articles.pages."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))
