/// The sizes of a fleet, measure by measure.
///
/// Kept in columns, since ten thousand machines with three hundred rows each are three million
/// sizes. A machine that has none of a measure holds nothing of it.
public struct FleetColumns: Sendable {
  /// The measures, in the order in which they were added.
  public private(set) var measures: [FleetMeasure] = []
  private var places: [FleetMeasure: Int32] = [:]
  private var measureOf: [Int32] = []
  private var machineOf: [Int32] = []
  private var bytesOf: [Double] = []

  /// Creates columns without a measure.
  public init() {}

  /// The place of a measure, which is added when it is new.
  public mutating func place(of measure: FleetMeasure) -> Int32 {
    if let place = places[measure] { return place }
    let place = Int32(clamping: measures.count)
    places[measure] = place
    measures.append(measure)
    return place
  }

  /// Adds a size, of each measure and machine once.
  ///
  /// - Parameters:
  ///   - bytes: the size, never negative.
  ///   - measure: the measure's place.
  ///   - machine: the machine's place in the fleet.
  public mutating func add(_ bytes: Int, to measure: Int32, of machine: Int32) {
    measureOf.append(measure)
    machineOf.append(machine)
    bytesOf.append(Double(bytes))
  }

  /// Sorted by measure, in which each machine's sizes stand once.
  func sorted() -> Sorted { Sorted(self) }

  /// The sizes of one measure after the other.
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

    /// Where the sizes of a measure stand.
    func range(_ measure: Int) -> Range<Int> { starts[measure]..<starts[measure + 1] }
  }
}
