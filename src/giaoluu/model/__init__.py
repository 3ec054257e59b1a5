"""The words that rooms exchange: frozen, typed, with spans; no input or output."""
