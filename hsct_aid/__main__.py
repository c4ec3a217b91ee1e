"""``python -m hsct_aid`` is the command ``hsct-aid``, and with one word more what its window starts to make pages."""

import gc
import sys

from hsct_aid import no_core, offline, shipped


def main() -> int:
    """Run the command; 0, 1 or 2 as ``cli.main`` says."""
    offline.refuse_network()
    no_core.leave_none()
    if sys.argv[1:] == [shipped.MAKE_PAGES]:  # before the command line is loaded: somebody waits for a page
        from hsct_aid.report import page_mode

        return page_mode.main()
    gc.disable()  # nothing that is loaded on the way to the first page is waste
    from hsct_aid import cli

    return cli.main()


if __name__ == "__main__":
    sys.exit(main())
