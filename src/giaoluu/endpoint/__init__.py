"""A second reader: a model behind any OpenAI-compatible address, held to the words of the page.

Needs `giaoluu[llm]`. What the model says without words that stand literally in the article is refused; where it reads
something else than the rules do, the rules' value stands and the difference is an issue for review.
"""

from giaoluu.endpoint.asking import Endpoint, ask
from giaoluu.endpoint.joining import Second

__all__ = ["Endpoint", "Second", "ask"]
