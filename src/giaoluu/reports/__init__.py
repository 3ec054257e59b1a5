"""What leaves the house: readings as text, records and JSON; reports and exports, one file each."""
