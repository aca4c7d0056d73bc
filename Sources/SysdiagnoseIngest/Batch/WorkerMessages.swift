internal import Platform
internal import SnapshotStore

/// What a batch asks of a process that reads archives for it: one line of JSON.
///
/// ```
/// {"isNew":true,"path":"logs/a.tar.gz","place":17}
/// ```
struct WorkerRequest: Codable {
  /// The archive's place in the batch, which its results repeat.
  let place: Int
  /// The archive.
  let path: String
  /// Whether the store is known to hold nothing of it.
  let isNew: Bool

  /// The request as a line.
  func line() throws -> [UInt8] { try JSONTextEncoder.line(of: self) + [0x0A] }
}

/// What such a process answers: one line of JSON, then the rendered lines that it announces.
///
/// ```
/// {"results":{"items":[{"read":{"_0":512,"outcome":{…}}}],"place":17}}
/// ```
enum WorkerReply: Codable {
  /// The process has started, or has written to the store, and takes requests.
  case ready
  /// The process cannot use the store.
  case unusable(StoreError)
  /// The archive was read, and the next may come. Its results may still be on their way to the store.
  case read
  /// The process writes to the store, and may have to wait for another program that does.
  case storing
  /// The results of an archive, one for each capture; each with the length of its rendered line.
  case results(place: Int, items: [BatchItem<Int>])

  /// The bytes that follow the line.
  var payloadLength: Int {
    guard case .results(_, let items) = self else { return 0 }
    return items.map(\.line).reduce(0) { $0 + ($1 ?? 0) }
  }

  /// The reply as a line, with what follows it.
  func frame(_ payload: [UInt8] = []) throws -> [UInt8] {
    try JSONTextEncoder.line(of: self) + [0x0A] + payload
  }
}

extension BatchItem {
  /// The rendered line; nil when nothing was rendered.
  var line: Line? {
    switch self {
    case .read(let line, _, _), .unchanged(let line, _, _): line
    case .notStored: nil
    }
  }

  /// The same result with another form of its line.
  public func mapLine<Other>(_ change: (Line) -> Other) -> BatchItem<Other> {
    switch self {
    case .read(let line, let outcome, let worst):
      .read(change(line), outcome: outcome, worst: worst)
    case .unchanged(let line, let outcome, let worst):
      .unchanged(change(line), outcome: outcome, worst: worst)
    case .notStored(let path, let error): .notStored(path: path, error)
    }
  }
}
