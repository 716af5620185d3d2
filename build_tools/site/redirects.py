"""Pages at old and moving addresses that lead on: no script, no style, nothing from elsewhere."""

import posixpath
from html import escape

from build_tools.pages.page import Redirect

_PAGE = """<!doctype html>
<html lang="en" data-pagefind-ignore="all">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex">
<meta http-equiv="refresh" content="0; url={relative}">
<link rel="canonical" href="{canonical}">
<title>This page has moved</title>
</head>
<body>
<p>This page has moved to <a href="{relative}">{to}</a>.</p>
</body>
</html>
"""


def redirect_path(redirect: Redirect) -> str:
    """The file of the site that a redirect becomes."""
    return file_of(redirect.url)


def file_of(url: str) -> str:
    """The file that answers an address of the site, both relative to the site."""
    path = url.partition("#")[0]
    return f"{path}index.html" if path == "" or path.endswith("/") else path


def redirect_page(redirect: Redirect, site_url: str) -> str:
    """The HTML of a redirect.

    Args:
        redirect: Where it stands and where it leads.
        site_url: The address of the site, ending in a slash, or nothing.
    """
    relative = _relative(redirect.to, redirect.url)
    canonical = site_url + redirect.to if site_url else relative
    return _PAGE.format(relative=escape(relative), canonical=escape(canonical), to=escape(redirect.to or "the home page"))


def _relative(to: str, url: str) -> str:
    path, mark, fragment = to.partition("#")
    start = url if url.endswith("/") else posixpath.dirname(url)
    relative = posixpath.relpath(path or ".", start or ".")
    return relative + ("/" if path == "" or path.endswith("/") else "") + mark + fragment
