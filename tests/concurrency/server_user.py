"""A process that takes a lease on an embedded server, tells what happened, and waits to be told or killed.

Needs nothing but Python and our sources, so that any account can run it: `server_user.py HOME [BIN]`.
"""

import json
import sys

from dongvon.config.database.cluster import locate_cluster
from dongvon.config.database.lease import Lease
from dongvon.config.database.server import is_ready, running_pid
from dongvon.config.environment import read_environment


def main(home: str, folder: str) -> None:
    cluster = locate_cluster(
        read_environment({"DONGVON_MODE": "test", "DONGVON_HOME": home, "DONGVON_POSTGRES_BIN": folder})
    )
    lease = Lease(cluster)
    started = lease.take()
    tell(started=started, ready=is_ready(cluster), pid=running_pid(cluster))
    sys.stdin.readline()
    tell(stopped=lease.give_back())


def tell(**facts: object) -> None:
    sys.stdout.write(json.dumps(facts) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(*sys.argv[1:])
