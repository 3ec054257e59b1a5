"""In whose name somebody speaks: "on behalf of the Union, Anna Berg thanked …"."""

from giaoluu.activities.saying import Saying


def proxy_of(saying: Saying) -> tuple[int, int] | None:
    """Return where the tape names for whom a speaker speaks, or None.

    It stands behind words of the pack (`on_behalf` of sayings.toml), up to the speaker or the next comma.
    """
    scene, stop = saying.scene, saying.cue[0]
    words = scene.pack.list_of("sayings", "on_behalf")
    text = scene.tape.folded
    found = max(((_last(text, word, stop), len(word)) for word in words), default=(-1, 0))
    if found[0] < 0:
        return None
    start = sum(found) + 1
    speaker = (at for at, one in scene.parties(start, stop) if one == saying.speaker_mention)
    comma = text.find(", ", start, stop)
    end = next(speaker, comma if comma > 0 else stop)
    return (start, end) if text[start:end].strip(" ,") else None


def _last(text: str, word: str, stop: int) -> int:
    """Return where a word stands last before a position, by itself; -1 where it does not."""
    return f" {text}".rfind(f" {word} ", 0, stop + 1)
