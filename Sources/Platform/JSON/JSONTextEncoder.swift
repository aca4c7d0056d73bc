/// Writes any `Encodable` value as JSON text while it encodes itself.
///
/// Every value is taken as it encodes itself; dates, data and the like, for which JSON has no form,
/// get none of their own. Containers are to be filled one after the other; what is open above a
/// container is closed when that one is written to again. A value that asks for its object twice
/// gets the same one: a quantity writes its source beside its size.
public final class JSONTextEncoder: Encoder {
  /// The path to the value; always empty, as no value asks for it.
  public let codingPath: [any CodingKey] = []
  /// What the values may ask for; always empty: `shared` is found faster.
  public let userInfo: [CodingUserInfoKey: Any] = [:]
  /// What the values of the text share, so that none has to repeat it.
  public let shared: AnyObject?

  // Every key and value writes here, and none keeps access to it: a check of each takes a quarter of
  // the time of a short text.
  @exclusivity(unchecked) var text: JSONText
  /// How many containers were open when the value that is being written began.
  @exclusivity(unchecked) var base = 0

  /// The text of a value.
  ///
  /// - Throws: `EncodingError` for a number that is not finite, and what the value itself throws.
  public static func text(of value: some Encodable, isPretty: Bool) throws -> String {
    String(decoding: try bytes(of: value, isPretty: isPretty, end: ""), as: UTF8.self)
  }

  /// The UTF-8 of a value's text, and behind it `end`.
  ///
  /// - Throws: as `text`.
  public static func bytes(of value: some Encodable, isPretty: Bool, end: String) throws -> [UInt8]
  {
    let encoder = JSONTextEncoder(JSONText(isPretty: isPretty))
    try encoder.write(value)
    encoder.text.end(with: end)
    return encoder.text.bytes
  }

  /// The UTF-8 of the text of a value of a few kilobytes, on one line.
  ///
  /// - Parameters:
  ///   - value: the value.
  ///   - shared: what its parts share, for those that know this encoder.
  /// - Returns: the text.
  /// - Throws: as `text`.
  public static func line(of value: some Encodable, shared: AnyObject? = nil) throws -> [UInt8] {
    let encoder = JSONTextEncoder(JSONText(isPretty: false, capacity: 1 << 10), shared: shared)
    try encoder.write(value)
    return encoder.text.bytes
  }

  private init(_ text: JSONText, shared: AnyObject? = nil) {
    self.text = text
    self.shared = shared
  }

  /// The object of the value that is being written; opens it when that is not done.
  public func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    guard text.depth > base else { return object(keyedBy: type) }
    close(to: base + 1)
    return KeyedEncodingContainer(JSONObjectContainer(encoder: self, depth: text.depth))
  }

  fileprivate func object<Key: CodingKey>(keyedBy _: Key.Type) -> KeyedEncodingContainer<Key> {
    text.openObject()
    return KeyedEncodingContainer(JSONObjectContainer(encoder: self, depth: text.depth))
  }

  /// This encoder, for a value that is written next.
  fileprivate func forNextValue() -> JSONTextEncoder {
    base = text.depth
    return self
  }

  /// Opens a list.
  public func unkeyedContainer() -> any UnkeyedEncodingContainer {
    text.openList()
    return JSONListContainer(encoder: self, depth: text.depth)
  }

  /// Writes a single value.
  public func singleValueContainer() -> any SingleValueEncodingContainer {
    JSONValueContainer(encoder: self)
  }

  /// Writes a value that encodes itself, and closes what it has opened.
  fileprivate func write(_ value: some Encodable) throws {
    let outer = base
    let depth = text.depth
    base = depth
    defer { base = outer }
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

  func close(to depth: Int) {
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
    return encoder.object(keyedBy: type)
  }

  func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
    begin(key)
    return encoder.unkeyedContainer()
  }

  func superEncoder() -> any Encoder {
    encoder.close(to: depth)
    encoder.text.begin(key: "super")
    return encoder.forNextValue()
  }

  func superEncoder(forKey key: Key) -> any Encoder {
    begin(key)
    return encoder.forNextValue()
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
    return encoder.object(keyedBy: type)
  }

  mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
    begin()
    return encoder.unkeyedContainer()
  }

  mutating func superEncoder() -> any Encoder {
    begin()
    return encoder.forNextValue()
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
  func encode(_ number: Int8) { encoder.text.append(Int64(number)) }
  func encode(_ number: Int16) { encoder.text.append(Int64(number)) }
  func encode(_ number: Int32) { encoder.text.append(Int64(number)) }
  func encode(_ value: Int64) { encoder.text.append(value) }
  func encode(_ number: UInt) { encoder.text.append(UInt64(number)) }
  func encode(_ number: UInt8) { encoder.text.append(UInt64(number)) }
  func encode(_ number: UInt16) { encoder.text.append(UInt64(number)) }
  func encode(_ number: UInt32) { encoder.text.append(UInt64(number)) }
  func encode(_ value: UInt64) { encoder.text.append(value) }
  func encode(_ value: some Encodable) throws { try encoder.write(value) }
}
