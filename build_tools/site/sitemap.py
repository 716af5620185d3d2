"""The list of all pages for search engines, without dates: it changes only when a page comes or goes."""

from collections.abc import Iterable
from html import escape
from urllib.parse import quote

SITEMAP = "sitemap.xml"
"""Where the sitemap stands on the site."""

_MAP = """<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
{}</urlset>
"""


def sitemap(paths: Iterable[str], site_url: str) -> str:
    """The sitemap of a site.

    Args:
        paths: The files of its pages, relative to the site.
        site_url: The address of the site, ending in a slash.
    """
    addresses = sorted(site_url + quote(path.removesuffix("index.html")) for path in paths)
    return _MAP.format("".join(f"  <url><loc>{escape(address)}</loc></url>\n" for address in addresses))
