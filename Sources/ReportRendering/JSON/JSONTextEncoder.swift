/// Writes any `Encodable` value as JSON text while it encodes itself.
///
/// Every value is taken as it encodes itself; dates, data and the like, for which JSON has no form,
/// get none of their own. Containers are to be filled one after the other; what is open above a
/// container is closed when that one is written to again.
final class JSONTextEncoder: Encoder {
  let codingPath: [any CodingKey] = []
  let userInfo: [CodingUserInfoKey: Any] = [:]

  fileprivate var text: JSONText

  /// The text of a value.
  ///
  /// - Throws: `EncodingError` for a number that is not finite, and what the value itself throws.
  static func text(of value: some Encodable, isPretty: Bool) throws -> String {
    String(decoding: try bytes(of: value, isPretty: isPretty, end: ""), as: UTF8.self)
  }

  /// The UTF-8 of a value's text, and behind it `end`.
  ///
  /// - Throws: as `text`.
  static func bytes(of value: some Encodable, isPretty: Bool, end: String) throws -> [UInt8] {
    let encoder = JSONTextEncoder(isPretty: isPretty)
    try encoder.write(value)
    encoder.text.end(with: end)
    return encoder.text.bytes
  }

  private init(isPretty: Bool) {
    text = JSONText(isPretty: isPretty)
  }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    text.openObject()
    return KeyedEncodingContainer(JSONObjectContainer(encoder: self, depth: text.depth))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    text.openList()
    return JSONListContainer(encoder: self, depth: text.depth)
  }

  func singleValueContainer() -> any SingleValueEncodingContainer {
    JSONValueContainer(encoder: self)
  }

  /// Writes a value that encodes itself, and closes what it has opened.
  fileprivate func write(_ value: some Encodable) throws {
    let depth = text.depth
    try value.encode(to: self)
    close(to: depth)
  }

  fileprivate func write(
    fraction number: some BinaryFloatingPoint & CustomStringConvertible
  ) throws {
    guard number.isFinite else {
      throw EncodingError.invalidValue(
        number, EncodingError.Context(codingPath: [], debugDescription: "JSON has no \(number)"))
    }
    text.append(fraction: number)
  }

  fileprivate func close(to depth: Int) {
    while text.depth > depth { text.close() }
  }
}

private struct JSONObjectContainer<Key: CodingKey>: KeyedEncodingContainerProtocol {
  let encoder: JSONTextEncoder
  let depth: Int
  var codingPath: [any CodingKey] { [] }

  private func begin(_ key: some CodingKey) {
    encoder.close(to: depth)
    encoder.text.begin(key: key.stringValue)
  }

  func encodeNil(forKey key: Key) {
    begin(key)
    encoder.text.appendNull()
  }

  func encode(_ value: Bool, forKey key: Key) {
    begin(key)
    encoder.text.append(value)
  }

  func encode(_ value: Int, forKey key: Key) {
    begin(key)
    encoder.text.append(value)
  }

  func encode(_ value: Double, forKey key: Key) throws {
    begin(key)
    try encoder.write(fraction: value)
  }

  func encode(_ value: String, forKey key: Key) {
    begin(key)
    encoder.text.append(value)
  }

  func encode(_ value: some Encodable, forKey key: Key) throws {
    begin(key)
    try encoder.write(value)
  }

  func nestedContainer<Inner: CodingKey>(
    keyedBy type: Inner.Type, forKey key: Key
  ) -> KeyedEncodingContainer<Inner> {
    begin(key)
    return encoder.container(keyedBy: type)
  }

  func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
    begin(key)
    return encoder.unkeyedContainer()
  }

  func superEncoder() -> any Encoder {
    encoder.close(to: depth)
    encoder.text.begin(key: "super")
    return encoder
  }

  func superEncoder(forKey key: Key) -> any Encoder {
    begin(key)
    return encoder
  }
}

private struct JSONListContainer: UnkeyedEncodingContainer {
  let encoder: JSONTextEncoder
  let depth: Int
  private(set) var count = 0
  var codingPath: [any CodingKey] { [] }

  init(encoder: JSONTextEncoder, depth: Int) {
    self.encoder = encoder
    self.depth = depth
  }

  private mutating func begin() {
    encoder.close(to: depth)
    encoder.text.beginItem()
    count += 1
  }

  mutating func encodeNil() {
    begin()
    encoder.text.appendNull()
  }

  mutating func encode(_ value: Int) {
    begin()
    encoder.text.append(value)
  }

  mutating func encode(_ value: String) {
    begin()
    encoder.text.append(value)
  }

  mutating func encode(_ value: some Encodable) throws {
    begin()
    try encoder.write(value)
  }

  mutating func nestedContainer<Inner: CodingKey>(
    keyedBy type: Inner.Type
  ) -> KeyedEncodingContainer<Inner> {
    begin()
    return encoder.container(keyedBy: type)
  }

  mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
    begin()
    return encoder.unkeyedContainer()
  }

  mutating func superEncoder() -> any Encoder {
    begin()
    return encoder
  }
}

private struct JSONValueContainer: SingleValueEncodingContainer {
  let encoder: JSONTextEncoder
  var codingPath: [any CodingKey] { [] }

  func encodeNil() { encoder.text.appendNull() }
  func encode(_ value: Bool) { encoder.text.append(value) }
  func encode(_ value: String) { encoder.text.append(value) }
  func encode(_ value: Double) throws { try encoder.write(fraction: value) }
  func encode(_ value: Float) throws { try encoder.write(fraction: value) }
  func encode(_ value: Int) { encoder.text.append(value) }
  func encode(_ value: Int8) { encoder.text.append(value) }
  func encode(_ value: Int16) { encoder.text.append(value) }
  func encode(_ value: Int32) { encoder.text.append(value) }
  func encode(_ value: Int64) { encoder.text.append(value) }
  func encode(_ value: UInt) { encoder.text.append(value) }
  func encode(_ value: UInt8) { encoder.text.append(value) }
  func encode(_ value: UInt16) { encoder.text.append(value) }
  func encode(_ value: UInt32) { encoder.text.append(value) }
  func encode(_ value: UInt64) { encoder.text.append(value) }
  func encode(_ value: some Encodable) throws { try encoder.write(value) }
}
