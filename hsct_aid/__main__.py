"""``python -m hsct_aid`` is the command ``hsct-aid``."""

import sys

from hsct_aid.cli import main

if __name__ == "__main__":
    sys.exit(main())
