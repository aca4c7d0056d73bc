/// Renders the rows of all exported tables, one JSON object a line: for a program that reads one
/// archive at a time.
///
/// ```json
/// {"table":"zones","snapshot":"5f0c…","ordinal":0,"name":"vm.objects","family":"vm.objects",…}
/// {"table":"failures","path":"s3://bucket/a.tar.gz","outcome":"truncated","error":"…"}
/// ```
struct RowsRenderer: Renderer {
  func bytes<Result: Presentable>(of result: Result) -> [UInt8] {
    guard let capture = result.exported else { return [] }
    return ExportTable.all.flatMap {
      JSONRows.bytes(of: $0.rows(capture), in: $0, isNamed: true)
    }
  }
}
