"""The contract of the packs: which sections of rules there are, and which keys each rule may have."""

COMMON = frozenset({"text", "not", "examples", "counter", "name", "note"})

SECTIONS: dict[str, frozenset[str]] = {
    "date": COMMON | {"edtf", "prefer", "time", "feast"},
    "dictation": COMMON | {"edtf", "prefer", "time", "feast"},
    "quantity": COMMON | {"unit", "of", "approximate"},
    "body": COMMON | {"kind", "level", "country", "collective", "unique"},
    "place": COMMON | {"level", "country"},
    "post": COMMON | {"kind", "acting", "former", "level", "country", "abroad"},
    "delegation": COMMON | {"direction", "country"},
    "occasion": COMMON | {"kind", "loose"},
    "framework": COMMON | {"key", "item", "variant"},
    "document": COMMON | {"kind"},
    "trigger": COMMON
    | {"each", "kind", "mode", "left", "right", "status", "part", "weak", "any_kind", "noun", "direction", "occasion"},
    "role": COMMON | {"left", "right", "needs", "after", "only", "rest", "kind"},
    "status": COMMON | {"status"},
    "cue": COMMON | {"weak", "act", "strength", "noun", "opens", "object", "joint", "passive", "direct"},
    "strength": COMMON | {"strength", "continuing"},
    "theme": COMMON | {"theme"},
    "act": COMMON | {"act"},
    "reject": COMMON | {"reason"},
    "detail": COMMON | {"field"},
}
"""Section → keys of its rules. `examples` match; `counter` are texts in which the rule must not match."""
