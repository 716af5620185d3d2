"""A preview server as somebody at a terminal has it: started, read, looked at, stopped with Ctrl-C."""

import re
import signal
import socket
import subprocess
import threading
import time
import urllib.request
from collections.abc import Mapping
from pathlib import Path

_SERVING = re.compile(r"Serving on (http://\S+)")
_HEARD = re.compile(r"pages? written anew, in|nothing has changed|last good site is still shown")
_PATIENCE = 60


class Preview:
    """A command that shows a site until it is stopped.

    Args:
        command: Such as `practice serve`; it is given a free address.
        folder: The project.
        environment: Its environment.
    """

    def __init__(self, command: str, folder: Path, environment: Mapping[str, str]) -> None:
        option = "--address" if command.startswith("practice") else "--dev-addr"
        self._lines: list[str] = []
        self._read = 0
        self._process = subprocess.Popen(
            [*command.split(), option, f"127.0.0.1:{free_port()}"],
            cwd=folder,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        self._listener = threading.Thread(target=self._listen, daemon=True)
        self._listener.start()
        try:
            self.address = self.wait_for(_SERVING)[1]
        except AssertionError:
            self._process.kill()
            raise

    @property
    def said(self) -> str:
        """All that it has printed."""
        return "".join(self._lines)

    def get(self, path: str = "") -> str:
        """A page of the site."""
        with urllib.request.urlopen(self.address + path, timeout=10) as answer:
            return str(answer.read().decode())

    def hear_of_a_change(self) -> str:
        """Wait until it has built the site again, or said what is wrong."""
        return self.wait_for(_HEARD)[0]

    def wait_for(self, pattern: re.Pattern[str]) -> re.Match[str]:
        """Wait until it prints something, after what was waited for before."""
        end = time.monotonic() + _PATIENCE
        while time.monotonic() < end:
            for place, line in enumerate(self._lines[self._read :], start=self._read + 1):
                if found := pattern.search(line):
                    self._read = place
                    return found
            assert self._process.poll() is None, self.said
            time.sleep(0.05)
        raise AssertionError(f"it never printed {pattern.pattern!r}:\n{self.said}")

    def stop(self) -> int:
        """Press Ctrl-C.

        Returns:
            The exit code.
        """
        if self._process.poll() is None:
            self._process.send_signal(signal.SIGINT)
        try:
            code = self._process.wait(_PATIENCE)
        finally:
            self._process.kill()
        self._listener.join(_PATIENCE)
        assert "Traceback" not in self.said, self.said
        return code

    def _listen(self) -> None:
        assert self._process.stdout is not None
        with self._process.stdout as lines:
            for line in lines:
                self._lines.append(line)


def free_port() -> int:
    """A port on this machine that nobody listens on."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])
