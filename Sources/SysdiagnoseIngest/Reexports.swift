// A program that imports this library also needs the types of a report.
@_exported public import AllocationBalance
@_exported public import MemoryAnalysis
@_exported public import MemorySections
@_exported public import ReportRendering
