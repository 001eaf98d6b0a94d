"""Running the program: the web server, the demo, and the processes they are made of."""
