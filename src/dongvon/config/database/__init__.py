"""The database under the program: a small supervisor of an embedded PostgreSQL, the roles, and what follows each migrate."""
