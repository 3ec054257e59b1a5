"""The door of `python -m giaoluu`."""

from giaoluu.cli import main

if __name__ == "__main__":
    main()
