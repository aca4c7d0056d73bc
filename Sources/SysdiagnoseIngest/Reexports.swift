// A program that imports this library uses what a report is made of, too.
@_exported public import AllocationBalance
@_exported public import MemoryAnalysis
@_exported public import MemorySections
@_exported public import ReportRendering
