"""Editions to pages: Markdown and data, before any site generator sees them."""
