"""Runs the benchmarks and prints their figures: `python -m tests.benchmarks [reading] [examples] [building]`."""

import sys

from tests.benchmarks import building, examples, reading

BENCHMARKS = {"reading": reading.run, "examples": examples.run, "building": building.run}


def main(names: list[str]) -> int:
    """Run the benchmarks that are named, or all of them."""
    unknown = [name for name in names if name not in BENCHMARKS]
    if unknown:
        print(f"unknown: {', '.join(unknown)}; allowed: {', '.join(BENCHMARKS)}", file=sys.stderr)
        return 2
    for name in names or BENCHMARKS:
        for line in BENCHMARKS[name]():
            print(line, flush=True)
    return 0


sys.exit(main(sys.argv[1:]))
