/// Members without a container.
///
/// A container takes longer than most of what is written to it. A value of which archives hold many
/// writes its members here when it meets this encoder, in the order of their keys.
extension JSONTextEncoder {
  /// Writes a whole number into the object of the value that is being written.
  public func encode(_ value: Int, forKey key: String) {
    begin(key)
    text.append(value)
  }

  /// Writes a text.
  public func encode(_ value: String, forKey key: String) {
    begin(key)
    text.append(value)
  }

  /// Writes an object.
  ///
  /// - Parameters:
  ///   - key: its key.
  ///   - writeMembers: writes its members to this encoder.
  public func encodeObject(forKey key: String, _ writeMembers: () -> Void) {
    begin(key)
    let outer = base
    base = text.depth
    text.openObject()
    writeMembers()
    close(to: base)
    base = outer
  }

  private func begin(_ key: String) {
    if text.depth > base { close(to: base + 1) } else { text.openObject() }
    text.begin(key: key)
  }
}
