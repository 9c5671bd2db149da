"""``python -m factlint`` is the same program as ``factlint``."""

from factlint.cli import main

if __name__ == "__main__":
    main()
