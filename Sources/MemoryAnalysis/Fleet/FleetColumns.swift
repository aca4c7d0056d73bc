/// The sizes of a fleet, in one column per measure.
///
/// Columns save memory: ten thousand machines with three hundred rows each are three million sizes.
/// A machine missing from a column has a size of zero.
public struct FleetColumns: Sendable {
  /// The measures, in order of insertion.
  public private(set) var measures: [FleetMeasure] = []
  private var places: [FleetMeasure: Int32] = [:]
  private var measureOf: [Int32] = []
  private var machineOf: [Int32] = []
  private var bytesOf: [Double] = []

  /// Creates empty columns.
  public init() {}

  /// The index of a measure, added when it is new.
  public mutating func place(of measure: FleetMeasure) -> Int32 {
    if let place = places[measure] { return place }
    let place = Int32(clamping: measures.count)
    places[measure] = place
    measures.append(measure)
    return place
  }

  /// Adds a size; each pair of measure and machine may be added once.
  ///
  /// - Parameters:
  ///   - bytes: the size, never negative.
  ///   - measure: the measure's index.
  ///   - machine: the machine's index in the fleet.
  public mutating func add(_ bytes: Int, to measure: Int32, of machine: Int32) {
    measureOf.append(measure)
    machineOf.append(machine)
    bytesOf.append(Double(bytes))
  }

  /// The sizes sorted by measure, with each machine at most once per measure.
  func sorted() -> Sorted { Sorted(self) }

  /// The sizes grouped by measure.
  struct Sorted {
    private var starts: [Int]
    private(set) var machines: [Int32]
    private(set) var bytes: [Double]

    fileprivate init(_ columns: FleetColumns) {
      starts = [Int](repeating: 0, count: columns.measures.count + 1)
      for measure in columns.measureOf { starts[Int(measure) + 1] += 1 }
      for place in starts.indices.dropFirst() { starts[place] += starts[place - 1] }
      machines = [Int32](repeating: 0, count: columns.machineOf.count)
      bytes = [Double](repeating: 0, count: columns.machineOf.count)
      var next = starts
      for entry in columns.measureOf.indices {
        let measure = Int(columns.measureOf[entry])
        machines[next[measure]] = columns.machineOf[entry]
        bytes[next[measure]] = columns.bytesOf[entry]
        next[measure] += 1
      }
    }

    /// The index range of a measure's sizes.
    func range(_ measure: Int) -> Range<Int> { starts[measure]..<starts[measure + 1] }
  }
}
