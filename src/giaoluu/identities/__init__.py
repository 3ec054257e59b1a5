"""Who is the same: people across scripts by their readings, organisations by hard slots, mentions assigned to entities."""
