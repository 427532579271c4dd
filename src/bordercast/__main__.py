"""``python -m bordercast``."""

from bordercast.cli import main

main()
