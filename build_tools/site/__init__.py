"""The site: volumes built by MkDocs at their place, assembled, indexed, checked and swapped in. Only here is MkDocs known."""
