extension Footprint {
  /// The same footprint without the processes' categories; their totals are kept.
  ///
  /// They are most of a footprint's memory. The kernel keeps its own.
  public var withoutProcessCategories: Footprint {
    Footprint(
      processes: processes.map { $0.isKernel ? $0 : $0.withoutCategories },
      summary: summary.map { FootprintSummary(footprint: $0.footprint, line: $0.line) },
      system: system, countsByObject: countsByObject, messages: messages,
      togetherCategories: userCategories)
  }
}

extension FootprintProcess {
  fileprivate var withoutCategories: FootprintProcess {
    FootprintProcess(
      name: name, pid: pid, isTranslated: isTranslated, footprint: footprint, pageSize: pageSize,
      line: line, peak: peak, ledgerFootprint: ledgerFootprint, total: total, errors: errors,
      knowsCategories: false)
  }
}
