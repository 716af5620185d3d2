"""`python -m tests.build_tools.site.invented_mkdocs build`: the real command line of MkDocs, with the invented plug-in.

An installed plug-in of the same name would win over one that is merely found on the path.
"""

from importlib.metadata import EntryPoint

import mkdocs.plugins

_installed = mkdocs.plugins.get_plugins
_INVENTED = EntryPoint("practice", "tests.build_tools.site.invented_plugin:InventedPlugin", "mkdocs.plugins")
mkdocs.plugins.get_plugins = lambda: {**_installed(), "practice": _INVENTED}

if __name__ == "__main__":
    from mkdocs.__main__ import cli

    cli()
