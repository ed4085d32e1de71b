"""The layout of pages that no paper has declared, inferred from the page itself."""
