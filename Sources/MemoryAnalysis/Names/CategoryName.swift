/// One name for a footprint category, whatever release printed it.
///
/// macOS 27 spells categories in words: `Malloc Small` is `MALLOC_SMALL`. Names are compared
/// without case, with `_` and blank equal, and by the aliases below.
enum CategoryName {
  /// The spelling up to macOS 26 of a category that macOS 27 spells otherwise; else the name itself.
  static func classic(_ name: String) -> String { spellings[fold(name)] ?? name }

  private static func fold(_ name: String) -> String {
    String(name.lowercased().map { $0 == "_" ? " " : $0 })
  }

  /// The classic names, each with its other names.
  private static let names: [(classic: String, others: [String])] = [
    ("MALLOC", []), ("MALLOC_NANO", []), ("MALLOC_TINY", []), ("MALLOC_SMALL", []),
    ("MALLOC_MEDIUM", []), ("MALLOC_LARGE", []), ("MALLOC_HUGE", []), ("MALLOC metadata", []),
    ("MALLOC_LARGE (empty)", []), ("MALLOC_SMALL (empty)", []), ("MALLOC_TINY (empty)", []),
    ("MALLOC guard page", []), ("STACK GUARD", []), ("CG image", []), ("CG raster data", []),
    ("CoreUI image data", []), ("SQLite page cache", []), ("WebKit Malloc", []),
    ("untagged (VM_ALLOCATE)", ["untagged", "VM_ALLOCATE"]),
    ("os_alloc_once", ["Kernel Alloc Once"]), ("ImageIO", ["Image IO"]),
  ]

  private static let spellings: [String: String] = Dictionary(
    names.flatMap { name in ([name.classic] + name.others).map { (fold($0), name.classic) } },
    uniquingKeysWith: { first, _ in first })
}
