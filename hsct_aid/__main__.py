"""``python -m hsct_aid`` is the command ``hsct-aid``, and with one word more what its window starts to make pages."""

import sys

from hsct_aid import no_core, offline, shipped

if __name__ == "__main__":
    offline.refuse_network()
    no_core.leave_none()
    if sys.argv[1:] == [shipped.MAKE_PAGES]:  # before the command line is loaded: somebody waits for a page
        from hsct_aid.report.page_mode import main
    else:
        from hsct_aid.cli import main
    sys.exit(main())
