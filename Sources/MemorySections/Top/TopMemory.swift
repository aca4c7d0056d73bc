/// The memory figures of top's first sample: the line `PhysMem`, and the footprint of each process.
///
/// The sizes of `PhysMem` are whole units of M or G: a cross-check, not a source.
public struct TopMemory: Sendable, Hashable {
  /// Sizes by top's own words: `used`, `wired`, `compressor`, `unused`; up to 10.8 also `active`,
  /// `inactive`, `free`.
  public internal(set) var sizes: [String: Quantity] = [:]
  /// `RSIZE` or `MEM` of kernel_task; nil when the process list does not include it.
  ///
  /// Up to 10.13 it is the resident part of the kernel's own map. From 10.14 on it is only the
  /// memory billed to the task (<doc:TopAndSpindumpFormats#What-the-figure-of-kernel-task-is>).
  public internal(set) var kernelTask: Quantity?
  /// Every process of the first sample with `MEM` as its footprint; empty up to 10.8.
  ///
  /// Names are cut after 16 letters. From 10.9 to 10.13 `MEM` leaves out what is compressed.
  public var processes: [ListedProcess] = []

  init() {}

  /// Whether a process has more compressed memory than memory: `MEM` then leaves it out.
  ///
  /// From 10.14 on `MEM` is the footprint and includes it.
  public var leavesOutCompressed: Bool {
    processes.contains { process in
      guard let memory = process.footprint, let compressed = process.compressed else {
        return false
      }
      return (compressed - memory).bytes > memory.tolerance
    }
  }
}

/// Stores of earlier releases lack the processes.
extension TopMemory: Codable {
  /// Decodes the figures; missing fields stay empty.
  ///
  /// - Throws: `DecodingError` when a value has another type.
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    sizes = try values.decodeIfPresent([String: Quantity].self, forKey: .sizes) ?? [:]
    kernelTask = try values.decodeIfPresent(Quantity.self, forKey: .kernelTask)
    processes = try values.decodeIfPresent([ListedProcess].self, forKey: .processes) ?? []
  }
}
