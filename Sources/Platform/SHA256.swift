// The only file that knows the source of the cryptography; no other file tests
// `canImport(CryptoKit)` or `canImport(Crypto)`.
#if canImport(CryptoKit)
  private import CryptoKit
#else
  private import CCrypto
#endif

/// An incremental SHA-256.
///
/// It uses CryptoKit on Apple's systems and OpenSSL's libcrypto elsewhere. Both use the processor's
/// own instructions, and neither has to be compiled.
public final class SHA256 {
  #if canImport(CryptoKit)
    private var state = CryptoKit.SHA256()
  #else
    /// nil only when the library ran out of memory.
    private let state = EVP_MD_CTX_new()
  #endif

  /// Creates a hash of no bytes.
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

  /// Adds bytes to the hash.
  public func update(_ bytes: UnsafeRawBufferPointer) {
    #if canImport(CryptoKit)
      state.update(bufferPointer: bytes)
    #else
      EVP_DigestUpdate(state, bytes.baseAddress, bytes.count)
    #endif
  }

  /// Finishes the hash.
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

  /// Finishes the hash.
  ///
  /// - Returns: the digest in 64 hexadecimal digits. The hash must not be used again.
  public func hexadecimal() -> String {
    finalize().map { byte in
      String(byte >> 4, radix: 16) + String(byte & 15, radix: 16)
    }.joined()
  }
}

/// A keyed SHA-256 (HMAC, RFC 2104); without the key, a code reveals nothing about its message.
public struct AuthenticationCode: Sendable {
  private let key: [UInt8]

  /// Creates a code with a key of any length.
  public init(key: [UInt8]) {
    self.key = key
  }

  /// Creates a code with a random key of 32 bytes.
  public init() {
    var random = SystemRandomNumberGenerator()
    key = (0..<32).map { _ in UInt8.random(in: .min ... .max, using: &random) }
  }

  /// The code of a message, 32 bytes.
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
