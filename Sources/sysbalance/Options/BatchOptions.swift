internal import ArgumentParser
internal import SysdiagnoseIngest

/// Which archives a batch reads, and how.
struct BatchOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Read the paths from a file, one a line; - for standard input.", valueName: "file"),
    completion: .file())
  var filesFrom: String?

  @Flag(help: "The paths of --files-from end with NUL instead of a line end.")
  var null = false

  @Option(
    help: ArgumentHelp(
      "Keep the snapshots in FILE, an SQLite store; unchanged archives are not read again.",
      discussion: "The store is created if needed. Plain SQL reads it: see store schema.",
      valueName: "file.sqlite"), completion: .file())
  var store: String?

  @Flag(help: "With --store: read archives again that failed before and have not changed.")
  var retryFailed = false

  @Option(
    help: ArgumentHelp(
      "Read only part I of N of the archives, chosen by the SHA-256 of their paths.",
      valueName: "I/N"),
    transform: { text in
      let parts = text.split(separator: "/").compactMap { Int($0) }
      guard parts.count == 2, let shard = BatchShard(parts[0], of: parts[1]) else {
        throw ValidationError("--shard takes I/N with 1 ≤ I ≤ N, such as 2/8")
      }
      return shard
    })
  var shard: BatchShard?
}
