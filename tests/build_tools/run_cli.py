"""`python -m tests.build_tools.run_cli …`: the command line as a process of its own, which heeds Ctrl-C wherever it was started."""

import signal
import sys

if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.default_int_handler)
    from build_tools.cli import main

    sys.exit(main())
