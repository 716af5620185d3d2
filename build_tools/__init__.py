"""What we make of practice models: pages, pictures, the site and the command line."""
