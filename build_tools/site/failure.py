"""What keeps a site from being built though its definitions are sound."""


class SiteError(Exception):
    """A tool that the site needs has failed: MkDocs, a plug-in, a template or the search indexer."""
