"""Commands about the installation itself: database, demo, web server, background work."""
