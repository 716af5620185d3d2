import subprocess
import sys
import threading
from pathlib import Path

from build_tools.site.lock import WAITING, hold_lock
from tests.build_tools.site.story import Heard

HOLD = """
import sys; from pathlib import Path; from build_tools.site.lock import hold_lock; from build_tools.site.progress import Silence
with hold_lock(Path(sys.argv[1]), Silence()):
    print("held", flush=True); sys.stdin.readline()
"""


def hold_elsewhere(cache: Path) -> "subprocess.Popen[str]":
    process = subprocess.Popen([sys.executable, "-c", HOLD, str(cache)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    return process


def test_a_second_build_waits_and_says_so(tmp_path: Path) -> None:
    heard = Heard()
    with hold_elsewhere(tmp_path / "cache") as other:
        threading.Timer(0.2, other.kill).start()
        with hold_lock(tmp_path / "cache", heard):
            assert heard.stages == [WAITING, f"{WAITING}: done"]


def test_a_lock_ends_with_its_process(tmp_path: Path) -> None:
    other = hold_elsewhere(tmp_path)
    other.kill()
    other.communicate()
    heard = Heard()
    with hold_lock(tmp_path, heard):
        assert heard.stages == []
