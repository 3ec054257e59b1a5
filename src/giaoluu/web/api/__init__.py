"""The REST API under /api/v1: the register for programs, with its description in OpenAPI."""
