"""The parts of scripts/store-trial."""
