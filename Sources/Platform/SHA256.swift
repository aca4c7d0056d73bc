// The one place that knows where the cryptography comes from; no other file asks
// `canImport(CryptoKit)` or `canImport(Crypto)`.
#if canImport(CryptoKit)
  private import CryptoKit
#else
  private import CCrypto
#endif

/// A SHA-256 of bytes that come in pieces.
///
/// From CryptoKit on Apple's systems and from OpenSSL's libcrypto elsewhere: both use the
/// processor's own instructions, and neither has to be compiled.
public final class SHA256 {
  #if canImport(CryptoKit)
    private var state = CryptoKit.SHA256()
  #else
    /// nil only when the library had no memory for it.
    private let state = EVP_MD_CTX_new()
  #endif

  /// Begins a hash of nothing.
  public init() {
    #if !canImport(CryptoKit)
      EVP_DigestInit_ex(state, EVP_sha256(), nil)
    #endif
  }

  #if !canImport(CryptoKit)
    deinit {
      EVP_MD_CTX_free(state)
    }
  #endif

  /// Takes the next bytes.
  public func update(_ bytes: UnsafeRawBufferPointer) {
    #if canImport(CryptoKit)
      state.update(bufferPointer: bytes)
    #else
      EVP_DigestUpdate(state, bytes.baseAddress, bytes.count)
    #endif
  }

  /// Ends the hash.
  ///
  /// - Returns: the 32 bytes of the digest. The hash must not be used again.
  public func finalize() -> [UInt8] {
    #if canImport(CryptoKit)
      return Array(state.finalize())
    #else
      var digest = [UInt8](repeating: 0, count: 32)
      EVP_DigestFinal_ex(state, &digest, nil)
      return digest
    #endif
  }

  /// Ends the hash.
  ///
  /// - Returns: the digest in 64 hexadecimal digits. The hash must not be used again.
  public func hexadecimal() -> String {
    finalize().map { byte in
      String(byte >> 4, radix: 16) + String(byte & 15, radix: 16)
    }.joined()
  }
}

/// A keyed SHA-256 (HMAC, RFC 2104): it says nothing of a message to who lacks the key.
public struct AuthenticationCode: Sendable {
  private let key: [UInt8]

  /// Uses a key of any length.
  public init(key: [UInt8]) {
    self.key = key
  }

  /// Uses a key of 32 random bytes.
  public init() {
    var random = SystemRandomNumberGenerator()
    key = (0..<32).map { _ in UInt8.random(in: .min ... .max, using: &random) }
  }

  /// The 32 bytes of a message's code.
  public func code(for message: [UInt8]) -> [UInt8] {
    #if canImport(CryptoKit)
      return Array(
        HMAC<CryptoKit.SHA256>.authenticationCode(
          for: message, using: SymmetricKey(data: key)))
    #else
      var code = [UInt8](repeating: 0, count: 32)
      HMAC(EVP_sha256(), key, Int32(clamping: key.count), message, message.count, &code, nil)
      return code
    #endif
  }
}
