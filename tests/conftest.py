"""What every test can rely on, however the tests were started."""

import signal
import threading

from hypothesis import settings

settings.register_profile("no-clock", deadline=None)  # how long an example takes is measured in benchmarks, not asserted in tests
settings.load_profile("no-clock")

if threading.current_thread() is threading.main_thread() and signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    # Started in the background of a shell, a process ignores the interrupt key, and so would all that tests start and interrupt
    signal.signal(signal.SIGINT, signal.default_int_handler)
