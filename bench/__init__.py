"""Speed, measured: each module is one subject and prints its own lines."""
