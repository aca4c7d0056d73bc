"""One synthetic machine a file; each offers `archives()`, the list of `Archive` that it ships as."""
