"""What a person does with the site, done in a browser."""
