"""How fast it is: one question a script, each run as `python -m benchmarks.extraction`, all by `make bench`."""
