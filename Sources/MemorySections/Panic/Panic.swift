/// What a panic report says of memory.
///
/// Sources: the kernel's own words (xnu osfmk/kern/zalloc.c); reports as published by their owners.
public struct Panic: Sendable, Hashable, Codable {
  /// The report's first sentence, at most 400 bytes of it.
  public internal(set) var message: String
  /// The line that it stands in.
  public internal(set) var line: Int
  /// The zone that could not grow; nil when the panic is about something else.
  public internal(set) var exhaustedZone: String?
  /// The zone that the kernel suspects; nil when it names none.
  public internal(set) var suspectedZone: ExhaustedZone?
  /// The task in which the kernel gave up, which need not be the cause; nil when it is not named.
  public internal(set) var task: String?
  /// The bundle ids of the kexts in the backtrace, dependencies left out.
  public internal(set) var kextsInBacktrace: [String] = []

  /// The largest zone at the time of the panic.
  public struct ExhaustedZone: Sendable, Hashable, Codable {
    /// The zone's name, blanks as they are.
    public let name: String
    /// What it held; nil when the report does not say.
    public let size: Quantity?
    /// Elements in use; nil when the report does not say.
    public let elements: Int?
  }
}
