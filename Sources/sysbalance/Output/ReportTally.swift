internal import SysdiagnoseIngest

/// Counts how the reading of archives went, which decides the exit code.
struct ReportTally {
  /// Archives with a reported balance.
  private(set) var reported = 0
  /// Whether every archive was reported whole.
  private(set) var isWhole = true
  /// What the last archive's messages were: the captures of one archive share its faults.
  private var said: [String] = []

  /// Counts an archive and says on standard error what was wrong with it.
  mutating func count(_ outcome: ArchiveOutcome, _ console: Console) {
    if outcome.isReported { reported += 1 }
    if !outcome.errors.isEmpty { isWhole = false }
    for error in outcome.errors where !said.contains(error) { console.error(error) }
    said = outcome.errors
    if console.isVerbose { outcome.notes.forEach(console.note) }
  }
}
