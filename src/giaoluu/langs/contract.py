"""What a pack may hold besides rules: the lists of words by file, and the flat tables by number of columns.

Rules have their contract in `schema.py`, furniture in `furniture.py`.
"""

from giaoluu.langs.furniture import SECTIONS as FURNITURE

WORDS: dict[str, frozenset[str]] = {
    "pack": frozenset({
        "name", "owner", "version", "spaces", "home", "home_by_name", "spellings", "home_parts", "abbreviations",
    }),
    "names": frozenset({
        "order", "short", "marked_words", "surnames", "surnames_of", "foreign_surnames", "particles",
        "name_stops", "name_middle", "name_inner", "name_before", "name_ends",
        "list_joins", "list_ends", "quoted_before", "quoted_after", "speech_verbs", "post_ends",
        "transliteration", "joint", "honorifics", "pronouns", "sides", "list", "and", "post_after",
        "alias_not", "honorific_not", "no_name", "honorifics_before", "pronoun_traps", "given_names",
        "spouse_joins", "written",
        "possessives", "name_suffixes",
        "name_breaks", "name_syllables", "post_heads", "post_openers", "gender_words", "post_stops", "after_name",
        "alone_after", "nicknames",
        "genitives", "endings",
        "definite", "no_name_after", "post_verbs", "called_after", "historical", "late",
        "mourned", "mourned_after",
        "own_inner",
        "posts_speak", "others_post", "near_pronouns", "links", "leaders", "press", "closed_appositions", "elisions",
        "all_offices", "other_names", "styles",
        "places_in_names", "clause_openers", "never_last", "row_joins", "surname_endings",
        "occupation_endings", "occupations", "plural_posts", "undotted", "hosts", "guests", "company",
        "unlisted_surnames",
    }),
    "numbers": frozenset({"values"}),
    "dates": frozenset({
        "joints", "reference", "numerals", "values", "before", "after", "capitals", "written", "to_come",
    }),
    "places": frozenset({
        "where_after", "where_before",
        "short_before", "short_after", "short_starts", "shorts", "no_shorts", "side_words", "caution_after",
        "straddled", "no_country",
        "pairs", "place_shorts", "place_short_after",
    }),
    "activities": frozenset({
        "place_words", "place_words_after", "goal_words",
        "held_words", "with_words", "source_words", "telling", "told_in",
        "told_after", "briefs",
        "between", "of_words", "met_words", "country_words", "inverted", "verb_joins", "points", "owned_by",
        "visit_words",
        "houses", "house_words", "one_sitting", "ahead_words", "named_are_present",
    }),
    "sayings": frozenset({
        "coordinated", "carries", "stance", "and_then", "unsaid_after", "stance_verbs", "speaker_behind",
        "by_paragraph", "due_words", "first_person", "askers", "answerers", "speech_opens",
        "addresses", "joint_titles", "full_text", "promises",
        "speech_opens_named", "country_after", "speaking_places", "relatives", "country_before", "participles",
        "object_after", "voices", "connectives", "openings", "signed", "on_behalf", "narration", "recalls",
        "joins",
    }),
    "posts": frozenset({"order", "office_heads", "office_opens"}),
    "bodies": frozenset(),
    "delegations": frozenset(),
    "frameworks": frozenset(),
    "occasions": frozenset({"edition_words", "led_by"}),
    "quantities": frozenset(),
    "documents": frozenset(),
    "furniture": frozenset(FURNITURE),
}  # fmt: skip
"""File → its keys that are no rules. `fragments` may stand in every file."""

TABLES: dict[str, tuple[str, ...]] = {
    "countries": ("name", "country", "form", "caution"),
    "places": ("name", "key", "level", "country", "within", "valid", "caution"),
    "fold": ("sign", "matches_as"),
}
"""Flat table → its columns."""
