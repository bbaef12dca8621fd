"""The command line as ``python -m casualties``."""

from casualties.cli import main

if __name__ == "__main__":
    main()
