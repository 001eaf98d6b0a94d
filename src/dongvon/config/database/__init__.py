"""The database under the program: an embedded PostgreSQL, the roles, what follows each migrate."""
