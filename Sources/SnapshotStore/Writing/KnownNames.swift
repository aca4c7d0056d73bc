/// The numbers of texts that are in the store.
///
/// Texts come in nearly the same order in every archive: those that followed the last text before are
/// tried before all are searched. There are two of them, since a zone is followed by its family in one
/// table and by another zone in the next.
struct KnownNames {
  /// What is known of a text beside the text itself.
  private struct Name {
    let id: Int64
    /// Where in `texts` the text stands that came after this one.
    var next: Int
    /// Where the text stands that came after this one before that.
    var nextBefore: Int
  }

  private var texts: [String] = []
  private var names: [Name] = []
  private var places: [String: Int] = [:]
  private var last = 0
  /// What texts became by redaction; empty where there is none.
  private var rewritten: [String: String] = [:]

  /// How many texts there are.
  var count: Int { max(names.count, rewritten.count) }

  /// The number of a text; nil when it is not known.
  mutating func find(_ text: String) -> Int64? {
    guard !names.isEmpty else { return nil }
    let (likely, lessLikely) = (names[last].next, names[last].nextBefore)
    if texts[likely] == text { return follow(likely) }
    if texts[lessLikely] == text { return follow(lessLikely) }
    // A member's path comes many times in a row.
    if texts[last] == text { return names[last].id }
    return places[text].map { follow($0) }
  }

  /// Adds a text, unless it is known.
  mutating func add(_ text: String, _ id: Int64) {
    guard places[text] == nil else { return }
    places[text] = names.count
    texts.append(text)
    names.append(Name(id: id, next: 0, nextBefore: 0))
    _ = follow(names.count - 1)
  }

  private mutating func follow(_ place: Int) -> Int64 {
    if names[last].next != place {
      names[last].nextBefore = names[last].next
      names[last].next = place
    }
    last = place
    return names[place].id
  }

  /// A text as a redacted store holds it; each is redacted once.
  mutating func written(_ text: String, by rewrite: (String) -> String) -> String {
    if let known = rewritten[text] { return known }
    let written = rewrite(text)
    rewritten[text] = written
    return written
  }
}
