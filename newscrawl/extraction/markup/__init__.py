"""What a page prints: the markup of a body as lines, blocks, pictures and bylines."""
