"""Language packs and the engine that compiles them: words are data, thinking is code."""
