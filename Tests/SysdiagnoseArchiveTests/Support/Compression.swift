import CArchive

/// Bytes compressed by libarchive, in formats without an encoder in the tests.
enum Compression: String, CaseIterable, Sendable {
  case bzip2, compress, lz4, lzip, lzma, xz, zstd

  /// Nil when this libarchive cannot write the format itself.
  func file(_ content: [UInt8]) -> [UInt8]? {
    guard let archive = archive_write_new() else { return nil }
    defer { archive_write_free(archive) }
    guard addFilter(archive) == ARCHIVE_OK, archive_write_set_format_raw(archive) == ARCHIVE_OK
    else { return nil }
    archive_write_set_bytes_in_last_block(archive, 1)
    var output = [UInt8](repeating: 0, count: content.count * 2 + 65_536)
    var used = 0
    let isWritten = output.withUnsafeMutableBytes { buffer in
      guard
        archive_write_open_memory(archive, buffer.baseAddress, buffer.count, &used) == ARCHIVE_OK,
        let entry = archive_entry_new()
      else { return false }
      defer { archive_entry_free(entry) }
      archive_entry_set_filetype(entry, 0o100000)
      guard archive_write_header(archive, entry) == ARCHIVE_OK,
        archive_write_data(archive, content, content.count) == content.count
      else { return false }
      return archive_write_close(archive) == ARCHIVE_OK
    }
    return isWritten ? Array(output.prefix(used)) : nil
  }

  private func addFilter(_ archive: OpaquePointer) -> Int32 {
    switch self {
    case .bzip2: archive_write_add_filter_bzip2(archive)
    case .compress: archive_write_add_filter_compress(archive)
    case .lz4: archive_write_add_filter_lz4(archive)
    case .lzip: archive_write_add_filter_lzip(archive)
    case .lzma: archive_write_add_filter_lzma(archive)
    case .xz: archive_write_add_filter_xz(archive)
    case .zstd: archive_write_add_filter_zstd(archive)
    }
  }
}
