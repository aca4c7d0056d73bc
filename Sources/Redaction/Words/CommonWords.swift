/// Words common in reports: replacing them would spoil the report and reveal the word.
///
/// They are words of Apple's tools, of reports and of file names, names shared by many machines and
/// accounts, and the vocabulary of the reports themselves. An account called `kernel` is replaced
/// only in paths.
public struct CommonWords: Sendable {
  private let words: Set<String>

  /// Treats every word of `texts` as common, in addition to the built-in ones.
  ///
  /// - Parameter texts: the vocabulary of the reports, in lower or upper case.
  /// - Complexity: linear in the texts.
  public init(of texts: [String] = []) {
    var words = Self.always
    for text in texts {
      let letters = text.utf8.map { $0.isLetter ? $0.lowercased : UInt8(ascii: " ") }
      for word in letters.split(separator: UInt8(ascii: " ")) {
        words.insert(String(decoding: word, as: UTF8.self))
      }
    }
    self.words = words
  }

  /// Whether a word is common, or too short to be told from other text.
  func contains(_ word: String) -> Bool {
    let letters = word.unicodeScalars.count { $0.properties.isAlphabetic || $0.isDecimal }
    // Accounts of system services begin with an underscore.
    return letters < 2 || word.hasPrefix("_") || words.contains(word.lowercased())
      || Self.isSystemAccount(word.lowercased()) || Self.isQuantity(word)
  }

  /// Whether someone named a file or folder: a word in its name is none of a tool's.
  func isTelling(_ name: String) -> Bool {
    let words = name.split { character in
      !character.unicodeScalars.allSatisfy(\.properties.isAlphabetic)
    }
    return words.contains { word in
      word.unicodeScalars.count >= 3 && !self.words.contains(word.lowercased())
    }
  }

  /// Whether a word is an account name that every machine has.
  static func isSystemAccount(_ word: String) -> Bool {
    word.hasPrefix("_") || ["root", "daemon", "nobody", "mobile", "shared", "guest"].contains(word)
  }

  /// Whether a word is a number, or a size such as `4K` and `12MB`.
  private static func isQuantity(_ word: String) -> Bool {
    let rest = word.utf8.drop(while: \.isDecimal)
    guard rest.count < word.utf8.count else { return false }
    return ["", "b", "k", "m", "g", "t", "kb", "mb", "gb", "tb", "x", "s", "ms", "d", "h"]
      .contains(String(decoding: rest, as: UTF8.self).lowercased())
  }

  private static let always = Set(listed.split(whereSeparator: \.isWhitespace).map(String.init))

  private static let listed = """
    ac am an and any are as at audioaccessory be bridgeos but by cc cl cp cs csv cut da db dc de df
    di do dock du el en es et for fr fs gb gi go gz has hi html hw id if imacpro in io ip is it
    its iv jetsamevent json kb kernelcore ki la ld le ls macpro mb md mi mm ms my nb nd no not ns of
    oh ok on op or os out pc pg pid pm pt pwd px rd re realitydevice rm rpc sh so sqlite sr st
    stackshot sub sw sys sysdiagnose tb td th the ti tm to ui uid un up us uu va vi virtualmac vm vs
    was we xml xnu yaml zip footprint full heap jetsam kextstat leaks logs macos panic shutdownstall
    stacks stat summaries sysctl taskinfo tasks vmmap zprint
    address addressspace admin administrator advice afterheader afteropeningrule alias always
    analysis apple appletv appletvos applewatchos application applications auto auxiliary
    average awake balance bare base baseline became beginning bit body booted boottime both
    break buildversion calendar captured captures carve caseinsensitive categories caution
    change client closingrule cmprssed cmprssor collected color colours command compares
    complete compresseddata compressorsize computer condition converted corrupt daemon data
    default dependency desktop differs dock done draft earlier either elem elts email empty
    enabled error errors evaluated executing exited extract fail false fatal fffd finder finding
    finished flags footprints force four freshly furniture further furtherproblems gives goes
    growing guest gzip gzipchecksum gzipdata gziplength gziptrailingdata halted hardlink
    hardware headertext hmtp holed home honoured host hostname idle imac imac-pro impossible
    inactive inflated inflater input inuse ios ipad ipados iphone iphoneos ipod ips isa isal
    jobs jsonl kernel kernel_task kerneltask keys kills lack laptop largestprocess
    largestzonesize launchd layout leaking libarchive library lifetime limited limitentries
    limitmemberbytes limitnamebytes limitratio limits limittotalbytes listed local localdomain
    localhost lzma mac mac-mini mac-pro mac-studio macbook macbook-air macbook-pro macbookair
    macbookpro macbooks macmini macosx macpro macs macstudio mail manifest mark match mean
    member memberdamaged membername members messages met min mobile model move music nobody none
    nosymbols notanarchive note notes notreached null occupiedbycompressor office old
    openingrule osproductversion osversion output overlaps owner packed pagesize panicstring
    parsed pass path pattern peakbytes perhaps photos physmem pid plist possible preamble
    prgable private problems productbuildversion productname productversion progress prove
    public raise raises ratio readable reboot rebooted regiondump replace replaces req retry
    right root rsize running safari sample schema search sec serial series server severity sha
    shared sharedcache shorter shrank shrinking single skip skiprest sleeping sourcechanged
    sparse specified specul spindump spotlight standard standardinput starts steady stopped
    stoppedearly storedincompressor stuck subset summary switched symboliclink system
    systemauxiliary systemversion tar tarheader task tbz terminal test tester testuser texts tgz
    throttle throttled timed timedout timeout timestamp titles tmp toofewcaptures tooshort
    translated true truncated tvos txz udid unfinished unit unknown unknowntable unnoticed
    unread unsupported user users utf uuid variant verified vers vision visionos volumes waste
    watch watchos will windowserver words work would writefailed wrongmagic xcode xros xxxxxx
    yaml you zlib zombie zst
    """
}

extension Unicode.Scalar {
  fileprivate var isDecimal: Bool { value < 0x80 && UInt8(truncatingIfNeeded: value).isDecimal }
}
