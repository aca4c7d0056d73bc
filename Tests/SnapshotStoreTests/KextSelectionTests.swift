import SnapshotStore
import Testing

/// Which versions of a kernel extension a selection holds.
struct KextSelectionTests {
  /// A version, the first and the last that count, and whether it counts.
  static let versions: [(String, String?, String?, Bool)] = [
    ("5.1.2", nil, nil, true), ("5.1.2", "5.1.2", "5.1.2", true), ("5.1.2", "5.1", "5.2", true),
    ("5.10", "5.9", nil, true), ("5.10", nil, "5.9", false), ("5", "5.0", "5.0.0", true),
    ("5.0.1", nil, "5", false), ("1.0.0d1", "1.0.0d1", "1.0.0d2", true),
    ("1.0.0d3", nil, "1.0.0d2", false), ("99999999999999999999.1", "1", nil, true),
    ("", "1", nil, false),
  ]

  @Test("versions are compared part by part", arguments: versions)
  func holds(_ version: String, _ first: String?, _ last: String?, _ holds: Bool) {
    let selection = KextSelection(name: "com.example.a", first: first, last: last)
    #expect(selection.holds(version: version) == holds)
  }
}
