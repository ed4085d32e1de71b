"""What happens to a record before it is written: normalize, validate, deduplicate."""
