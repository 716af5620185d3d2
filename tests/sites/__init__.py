"""Tiny whole projects, and how tests build them."""
