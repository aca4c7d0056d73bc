/// A process as vmmap, heap and leaks see it: the same memory as its footprint, in finer parts.
struct ExaminedProcess {
  /// The process as footprint lists it.
  var process: Machine.Process
  /// Its regions by type: they add up to the footprint.
  var types: [RegionType]
  /// Its malloc zones.
  var zones: [Zone]
  /// The live blocks by class.
  var classes: [Class]
  /// How many blocks nothing points to.
  var leakCount: Int
  /// The bytes of these blocks.
  var leakedBytes: Int
  /// When the tools ran.
  var time: LocalTime
  /// The version in the head of their texts.
  var osVersion: String

  /// Regions of one type.
  struct RegionType {
    var name: String
    /// The category that footprint counts it in.
    var category: String
    var virtual: Int
    var resident: Int
    var dirty: Int
    var swapped = 0
    var empty = 0
    var regions: Int
    var note: String?
    /// Whether footprint counts all of it that is resident: the process owns it without a mapping.
    var isOwnedUnmapped = false

    /// What it adds to the footprint.
    var footprint: Int { (isOwnedUnmapped ? resident : dirty) + swapped }
  }

  /// A malloc zone.
  struct Zone {
    var name: String
    var address: UInt64
    var virtual: Int
    var resident: Int
    var dirty: Int
    var swapped: Int
    var blocks: Int
    var allocated: Int
    var regions: Int

    /// Bytes that are held but not allocated.
    var fragmentation: Int { max(0, dirty + swapped - allocated) }
  }

  /// Live blocks of one class, all of one size.
  struct Class {
    var name: String
    var count: Int
    var size: Int
    var type: String?
    var binary: String?

    /// The bytes of all blocks.
    var bytes: Int { count * size }
  }

  /// What all types add to the footprint.
  var footprint: Int { types.map(\.footprint).reduce(0, +) }
  /// The live blocks of all classes.
  var blocks: Int { classes.map(\.count).reduce(0, +) }
  /// The bytes of all live blocks.
  var blockBytes: Int { classes.map(\.bytes).reduce(0, +) }

  /// The process's table as footprint prints it.
  var categories: [Machine.Category] {
    var categories: [Machine.Category] = []
    for type in types {
      let clean = type.note == nil && type.dirty == 0 ? type.resident : 0
      let part = Machine.Category(
        name: type.category, dirty: type.footprint, swapped: type.swapped,
        clean: type.isOwnedUnmapped ? 0 : clean, regions: type.regions)
      if let place = categories.firstIndex(where: { $0.name == type.category }) {
        categories[place].dirty += part.dirty
        categories[place].swapped += part.swapped
        categories[place].regions += part.regions
      } else {
        categories.append(part)
      }
    }
    return categories
  }
}
