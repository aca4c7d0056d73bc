import MemorySections
import Testing

/// Statements about zones in a panic's first sentence.
@Suite struct PanicZoneTests {
  /// A sentence and its statement.
  struct Sentence: Sendable, CustomTestStringConvertible {
    let text: String
    let kind: Panic.Kind
    var zone: String?
    var bytes: Int?
    var elements: Int?
    var exhausted: String?
    var testDescription: String { text }
  }

  static let exhaustions = [
    Sentence(
      text:
        "zalloc[3]: zone map exhausted while allocating from zone [data.kalloc.512], likely due to memory leak in zone [data.kalloc.2048] (19G, 9000000 elements allocated) @zalloc.c:4534",
      kind: .zoneExhausted, zone: "data.kalloc.2048", bytes: 20_401_094_656, elements: 9_000_000,
      exhausted: "data.kalloc.512"),
    Sentence(
      text:
        "\"zalloc: zone map exhausted while allocating from zone vm objects, likely due to memory leak in zone ipc ports (700000000 total bytes, 4000000 elements allocated)\"@/SourceCache/xnu/zalloc.c:2521",
      kind: .zoneExhausted, zone: "ipc ports", bytes: 700_000_000, elements: 4_000_000,
      exhausted: "vm objects"),
    Sentence(
      text:
        #""zalloc: \"buf.4096\" (72 elements) retry fail 3, kfree_nop_count: 0"@/x/zalloc.c:1826"#,
      kind: .zoneExhausted, zone: "buf.4096", elements: 72, exhausted: "buf.4096"),
    Sentence(
      text: #""zalloc: "pv_list" (8 elements) retry fail 3"@/x/zalloc.c:1826"#,
      kind: .zoneExhausted, zone: "pv_list", elements: 8, exhausted: "pv_list"),
    Sentence(
      text: #""zalloc: zone \"kernel map entries\" empty."@/x/zalloc.c:948"#,
      kind: .zoneExhausted, zone: "kernel map entries", exhausted: "kernel map entries"),
    Sentence(
      text: "zalloc: zone Reserved VM map entries empty", kind: .zoneExhausted,
      zone: "Reserved VM map entries", exhausted: "Reserved VM map entries"),
    Sentence(text: "zone_map exhausted", kind: .zoneExhausted),
    Sentence(
      text: "zalloc: zone map exhausted while allocating from zone mbuf", kind: .zoneExhausted,
      zone: "mbuf", exhausted: "mbuf"),
  ]

  static let corruptions = [
    Sentence(
      text:
        "\"a freed zone element has been modified in zone kalloc.48: expected 0x3f00 but found 0x3f1c, bits changed 0x1c, at offset 0 of 48 in element 0xffffff80328c4000\"@/x/zalloc.c:1233",
      kind: .zoneCorrupted, zone: "kalloc.48"),
    Sentence(
      text: "a freed zone element has been modified in zone vm objects: expected 0x0",
      kind: .zoneCorrupted, zone: "vm objects"),
    Sentence(
      text: "[kalloc.type0.256]: element modified after free (off:0, val:0x1, sz:256, ptr:0x10)",
      kind: .zoneCorrupted, zone: "kalloc.type0.256"),
    Sentence(
      text:
        "zone bound checks: buffer 0xfffffe10 of length 80 overflows object 0xfffffe10 of size 64 in zone 0xfffffe2000[default.kalloc.64] @zalloc.c:1",
      kind: .zoneCorrupted, zone: "default.kalloc.64"),
    Sentence(
      text: "zone element pointer validation failed (addr: 0xffffff80, zone kalloc.16)",
      kind: .zoneCorrupted, zone: "kalloc.16"),
    Sentence(
      text: "address 0x10 can't be in zone 'ipc kmsgs'", kind: .zoneCorrupted, zone: "ipc kmsgs"),
    Sentence(
      text: "Invalid queue element linkage for 0xfffffe1: next 0x0 next->prev 0x0",
      kind: .zoneCorrupted),
  ]

  static let others = [
    Sentence(text: "watchdog timeout: no checkins from watchdogd in 94 seconds", kind: .other),
    Sentence(text: "Kernel trap at 0xffffff80, type 14=page fault, registers:", kind: .other),
    Sentence(text: "apfs: the container is empty or corrupt", kind: .other),
    Sentence(text: "", kind: .other),
  ]

  @Test(arguments: exhaustions + corruptions + others)
  func aSentenceIsTold(_ sentence: Sentence) throws {
    for text in ["panic(cpu 2 caller 0xfffffe002f1cd120): \(sentence.text)"] {
      for report in [text, #"{"panicString":\#(try escaped(text + "\nMore: 1"))}"#] {
        let panic = try #require(try panic(of: report))
        #expect(panic.kind == sentence.kind)
        #expect(panic.zone?.name == sentence.zone)
        #expect(panic.zone?.size?.bytes == sentence.bytes)
        #expect(panic.zone?.elements == sentence.elements)
        #expect(panic.exhaustedZone == sentence.exhausted)
        #expect(
          (panic.corruptedZone != nil) == (sentence.kind == .zoneCorrupted && sentence.zone != nil))
      }
    }
  }
}
