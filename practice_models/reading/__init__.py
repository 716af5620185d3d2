"""From files to words: YAML text, documents, and whole libraries."""
