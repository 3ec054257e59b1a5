"""The question to a model and its answer: one request a page, bounded in time and tries."""

import re
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files
from typing import Any

from giaoluu.endpoint.answer import Answer
from giaoluu.endpoint.joining import Second, joined
from giaoluu.model.article import Article
from giaoluu.model.errors import EndpointError
from giaoluu.model.reading import Reading

TRIES = 2
"""How often an answer that does not fit the schema is asked for again."""

MOST_TEXT = 60_000
"""Characters of an article that are sent; a longer one is not asked about."""

ADDRESS = re.compile(r"https?://[^\s/]+")


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Where a model answers: the address (`http://127.0.0.1:8080/v1`), its name there, and a key where one is needed.

    `seconds` bounds one request. The key is shown nowhere.
    """

    address: str
    model: str
    key: str = field(default="", repr=False)
    seconds: float = 120.0

    def __post_init__(self) -> None:
        """Refuse what cannot be asked."""
        if not ADDRESS.match(self.address):
            raise EndpointError(f"{self.address!r} is no address of a model endpoint; write http://host:port/v1")
        if not self.model:
            raise EndpointError(f"{self.address}: name the model that is to answer")


def ask(endpoint: Endpoint, reading: Reading) -> Second:
    """Return a reading with what a model reads beside the rules, and what of its answer was refused.

    Raises EndpointError where the endpoint gives no usable answer: the reading of the rules is untouched.
    """
    article = reading.article
    text = "\n".join(article.text[zone.start : zone.end] for zone in article.read_zones)
    if not text.strip():
        return Second(reading)
    if len(text) > MOST_TEXT:
        raise EndpointError(f"{article.id}: {len(text)} characters are more than a model is asked about ({MOST_TEXT})")
    return joined(reading, _answer(endpoint, article, text), model=endpoint.model)


def _answer(endpoint: Endpoint, article: Article, text: str) -> Answer:
    """Return what the model answers, checked against the schema."""
    try:
        from pydantic_ai.exceptions import AgentRunError, UserError
    except ImportError as error:
        raise EndpointError("asking a model needs `pip install 'giaoluu[llm]'`") from error
    published = article.published.value.text if article.published else "an unknown day"
    told = _prompt().format(published=published, language=article.language or "an unknown language")
    try:
        result = _agent(endpoint).run_sync(text, instructions=told)
    except (AgentRunError, UserError, OSError, ValueError) as error:
        raise EndpointError(f"{article.id}: {endpoint.address} ({endpoint.model}): {_short(error)}") from error
    answer: Answer = result.output
    return answer


@lru_cache(maxsize=4)
def _agent(endpoint: Endpoint) -> Any:
    """Return what asks an endpoint: answers are JSON of our schema, at temperature 0."""
    from openai import AsyncOpenAI
    from pydantic_ai import Agent, NativeOutput
    from pydantic_ai.models.openai import OpenAIChatModel
    from pydantic_ai.providers.openai import OpenAIProvider
    from pydantic_ai.settings import ModelSettings

    client = AsyncOpenAI(
        base_url=endpoint.address, api_key=endpoint.key or "none", timeout=endpoint.seconds, max_retries=1
    )
    model = OpenAIChatModel(endpoint.model, provider=OpenAIProvider(openai_client=client))
    return Agent(model, output_type=NativeOutput(Answer), retries=TRIES, model_settings=ModelSettings(temperature=0.0))


@lru_cache(maxsize=1)
def _prompt() -> str:
    return (files("giaoluu.endpoint") / "prompt.md").read_text(encoding="utf-8")


def _short(error: Exception) -> str:
    """Return an error as one line."""
    words = " ".join(str(error).split()) or type(error).__name__
    return words if len(words) <= 300 else f"{words[:299]}…"
