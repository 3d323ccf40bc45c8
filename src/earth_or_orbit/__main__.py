"""`python -m earth_or_orbit` is the command `earth-or-orbit`."""

from earth_or_orbit.cli import main

if __name__ == "__main__":
    main()
