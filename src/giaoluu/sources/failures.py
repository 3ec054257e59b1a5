"""What could not be captured, so that the rest of a batch goes on."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SourceFailure:
    """One thing that the user named and that gave no capture: its name, and what is wrong and what to do."""

    name: str
    message: str

    def __str__(self) -> str:
        """Return the message, which begins with the name."""
        return self.message
