"""The typed words that an author may use."""
