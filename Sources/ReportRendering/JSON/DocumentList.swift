/// A list of documents, each made when it is written: a report has thousands of categories.
struct DocumentList<Item, Document: Encodable>: Encodable {
  private let items: [Item]
  private let document: (Item) -> Document

  init(_ items: [Item], _ document: @escaping (Item) -> Document) {
    self.items = items
    self.document = document
  }

  func encode(to encoder: any Encoder) throws {
    var list = encoder.unkeyedContainer()
    for item in items { try list.encode(document(item)) }
  }
}
