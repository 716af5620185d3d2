"""What keeps a site from being built though its definitions are sound."""


class SiteError(Exception):
    """A tool that the site needs has failed or is missing: MkDocs, a plug-in, a template, the search indexer, an extra."""
