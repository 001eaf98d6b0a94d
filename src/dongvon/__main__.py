"""`python -m dongvon` is the command `dongvon`."""

from dongvon.config.entry import main

main()
