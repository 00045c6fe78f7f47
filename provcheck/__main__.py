"""The program: ``provcheck``, and ``python -m provcheck``."""

import os


def main() -> None:
    """Run the command line; whoever presses Ctrl-C while it is still being loaded is not shown how it is built."""
    try:
        from provcheck.cli import main as run  # only here: loading takes the first moments of every run

        run()
    except KeyboardInterrupt:
        os._exit(130)  # `provcheck.cli.INTERRUPTED`, which may not be there yet


if __name__ == "__main__":
    main()
