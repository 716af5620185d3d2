import base64
import hashlib
from collections.abc import Iterable
from typing import Any

from build_tools.site.preview import allow_last_script, allow_reloading

POLICY = (
    b"""<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'">"""
)
SCRIPT = b"livereload(1, 2);"
DIGEST = base64.b64encode(hashlib.sha256(SCRIPT).digest()).decode()


def test_the_added_script_is_allowed_by_its_digest() -> None:
    page = allow_last_script(POLICY + b"<script>{}</script><script>" + SCRIPT + b"</script></body>")
    assert f"script-src 'sha256-{DIGEST}' 'self' 'wasm-unsafe-eval'; style-src 'self'".encode() in page


def test_a_page_without_policy_or_script_stays_as_it_is() -> None:
    for page in (b"<p>x</p>", b"<script>x</script>", POLICY):
        assert allow_last_script(page) == page


def answer(content: bytes, kind: str) -> tuple[list[tuple[str, str]], bytes]:
    told: list[Any] = []

    def application(_: Any, start_response: Any) -> Iterable[bytes]:
        start_response("200 OK", [("Content-Type", kind), ("Content-Length", str(len(content)))])
        return [content[:5], content[5:]]

    body = b"".join(allow_reloading(application)({}, lambda status, headers: told.extend([status, headers])))  # type: ignore[arg-type]
    assert told[0] == "200 OK"
    return told[1], body


def test_only_pages_are_changed_and_their_length_with_them() -> None:
    page = POLICY + b"<script>" + SCRIPT + b"</script>"
    headers, body = answer(page, "text/html")
    assert DIGEST.encode() in body
    assert dict(headers)["Content-Length"] == str(len(body))
    assert answer(page, "application/javascript")[1] == page
