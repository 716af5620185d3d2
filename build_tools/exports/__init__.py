"""What an edition hands on to other programs: one module a format, each from the model to bytes."""
