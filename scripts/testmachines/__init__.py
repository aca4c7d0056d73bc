"""Synthetic machines from which the project's test archives are printed.

A machine is a model (`machine.py`); printers write what Apple's tools would have written about it;
`truth.py` says what a reader of the archive must find. Nothing here is a real person's data.
"""
