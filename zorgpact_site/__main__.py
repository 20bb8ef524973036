"""`python -m zorgpact_site`: the same as the command `zorgpact`."""

from zorgpact_site.cli import main

if __name__ == "__main__":
    main()
