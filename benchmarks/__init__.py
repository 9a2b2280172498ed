"""How fast it is: one question a script, run as `python -m benchmarks.NAME`; all of them: `make bench`."""
