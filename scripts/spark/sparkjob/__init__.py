"""The parts of the Spark job; they are sent to the executors as one file."""
