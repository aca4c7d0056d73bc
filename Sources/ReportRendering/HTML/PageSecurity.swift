internal import Platform

/// The content security policy of a page: nothing is loaded, and only this page's own style and script
/// run.
///
/// The policy names both by their SHA-256 (Content Security Policy Level 3, `hash-source`), so markup
/// that slipped through could neither run nor load anything.
enum PageSecurity {
  /// The policy of a page with this style and this script.
  static func policy(style: StaticString, script: StaticString) -> String {
    "default-src 'none'; style-src '\(hash(style))'; script-src '\(hash(script))'; "
      + "base-uri 'none'; form-action 'none'"
  }

  private static func hash(_ text: StaticString) -> String {
    let hash = SHA256()
    hash.update(UnsafeRawBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    return "sha256-" + base64(hash.finalize())
  }

  /// Base64 with padding (RFC 4648, section 4).
  static func base64(_ bytes: [UInt8]) -> String {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
    var text = ""
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let padded = Array(group) + [UInt8](repeating: 0, count: 3 - group.count)
      let bits = padded.reduce(0) { $0 << 8 | Int($1) }
      for place in 0..<4 {
        text.append(place <= group.count ? alphabet[bits >> (18 - 6 * place) & 63] : "=")
      }
    }
    return text
  }
}
