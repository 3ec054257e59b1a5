"""Who is the same: people across scripts by readings, organisations by hard slots, mentions assigned to entities."""
