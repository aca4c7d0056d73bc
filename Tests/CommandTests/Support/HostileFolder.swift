import Foundation

@testable import TestSupport

/// Folders with archives that are slow, large or broken among sound ones.
enum HostileFolder {
  /// Writes archives that are slow, and archives that need much memory.
  ///
  /// Slow: a text of 6 GiB, one deflated MiB repeated. Large: a footprint of as many rows as are kept.
  private static let maker = """
    import gzip, io, sys, tarfile, zlib
    folder, slow, large = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    lines = ''.join(f'a.zone.{n} 24 junk {n}K 3 4 5 6\\n' for n in range(16)).encode()
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    block = packer.compress((lines * (1 << 12))[:1 << 20]) + packer.flush(zlib.Z_FULL_FLUSH)
    member = tarfile.TarInfo('top/zprint.txt')
    member.size = 6 << 30
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    head = packer.compress(member.tobuf(tarfile.GNU_FORMAT)) + packer.flush(zlib.Z_FULL_FLUSH)
    for number in range(slow):
        with open(f'{folder}/slow{number}.tar.gz', 'wb') as file:
            file.write(b'\\x1f\\x8b\\x08' + bytes(6) + b'\\xff' + head)
            for _ in range(6 << 10):
                file.write(block)
    rule = '=' * 70 + '\\n'
    head = 'app [9]: 64-bit    Footprint: 9000 MB (16384 bytes per page)\\n'
    table = '  Dirty      Clean  Reclaimable    Regions    Category\\n'
    rows = ''.join(f'{n % 999} KB       0 B          0 B          1    a category of its own, number {n:09}\\n'
                   for n in range(190_000))
    text = (rule + head + rule + table + rows).encode()
    member = tarfile.TarInfo('top/footprint-all.txt')
    member.size = len(text)
    content = io.BytesIO()
    with tarfile.open(fileobj=content, mode='w') as tar:
        tar.addfile(member, io.BytesIO(text))
    packed = gzip.compress(content.getvalue(), 1)
    for number in range(large):
        open(f'{folder}/large{number}.tar.gz', 'wb').write(packed)
    """

  /// Writes eight archives that are damaged or hold nothing, each in its own way.
  static let breaker = """
    import gzip, sys, tarfile
    folder, path, nothing = sys.argv[1:]
    sound = open(path, 'rb').read()
    def entry(name, size, kind=b'0'):
        member = tarfile.TarInfo(name)
        member.size, member.type = size, kind
        return member.tobuf(tarfile.GNU_FORMAT)
    middle = len(sound) // 2
    kinds = {
        'cut': sound[:middle], 'damaged': sound[:10] + b'\\xff' * 200, 'empty': b'',
        'flipped': sound[:middle] + bytes([sound[middle] ^ 16]) + sound[middle + 1:],
        'header': gzip.compress(entry('x', 1 << 40, b'x') + bytes(1 << 20)),
        'nothing': open(nothing, 'rb').read(), 'text': b'no archive',
        'size': gzip.compress(entry('top/zprint.txt', 1 << 34) + b'a' * 4096),
    }
    for kind, content in kinds.items():
        open(f'{folder}/{kind}.tar.gz', 'wb').write(content)
    """

  /// A folder with copies of small sound archives, and with hostile ones among them.
  static func with(sound: Int, slow: Int, large: Int) async throws -> Scratch {
    let scratch = try Scratch()
    let folder = try scratch.folder("in")
    let series = (1...6).map { "\(TestArchive.folder)/series-leak/\($0).tar.gz" }
    for number in 0..<sound {
      try FileManager.default.copyItem(
        atPath: series[number % series.count], toPath: "\(folder)/\(100 + number).tar.gz")
    }
    try await Tool.python(maker, [folder, "\(slow)", "\(large)"])
    return scratch
  }
}
