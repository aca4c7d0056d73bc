import Foundation

extension [UInt8] {
  /// Whether `whole` begins with these bytes.
  ///
  /// As `starts(with:)`, which unoptimised takes a hundred times as long.
  func isBeginning(of whole: [UInt8]) -> Bool {
    count <= whole.count && memcmp(self, whole, count) == 0
  }
}
