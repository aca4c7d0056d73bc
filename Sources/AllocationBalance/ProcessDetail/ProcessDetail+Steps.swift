public import MemorySections

/// The first step: the footprint by type of region.
extension ProcessDetail {
  /// The types of region that add to the footprint, the largest first.
  public var types: [RegionType] {
    (vmmap?.content.regions ?? []).filter { ($0.footprint?.bytes ?? 0) > 0 }.sorted {
      ($0.footprint?.bytes ?? 0, $1.line) > ($1.footprint?.bytes ?? 0, $0.line)
    }
  }

  /// What all types of region together add to the footprint; nil unless vmmap prints it for all.
  public var typesFootprint: Quantity? {
    guard let vmmap = vmmap?.content, vmmap.total != nil else { return nil }
    let sizes = vmmap.regions.map(\.footprint)
    guard !sizes.isEmpty, !sizes.contains(nil) else { return nil }
    return sizes.compactMap { $0 }.sum()
  }

  /// The footprint that no region explains; nil when either is not known.
  ///
  /// It is negative when the regions add up to more: shared memory counts for one process only.
  public var unexplained: Quantity? {
    guard let footprint, let typesFootprint else { return nil }
    return footprint - typesFootprint
  }
}

/// The second step: malloc's memory by zone.
extension ProcessDetail {
  /// What malloc's regions and those of other allocators with a zone add to the footprint.
  ///
  /// Nil unless vmmap prints it.
  public var mallocFootprint: Quantity? {
    let sizes = mallocTypes.map(\.footprint)
    return sizes.isEmpty || sizes.contains(nil) ? nil : sizes.compactMap { $0 }.sum()
  }

  /// The types of region of malloc, and of other allocators that have a zone.
  public var mallocTypes: [RegionType] {
    guard let vmmap = vmmap?.content else { return [] }
    let labels = Set(vmmap.zones.map { $0.name.lowercased() })
    return vmmap.regions.filter { type in
      if type.kind == .malloc || type.kind == .mallocLargeEmpty { return true }
      let name = type.type.lowercased()
      let bare = name.hasSuffix(" metadata") ? String(name.dropLast(9)) : name
      return labels.contains(bare)
    }
  }

  /// Large blocks that were freed and that malloc keeps: in no zone; nil unless vmmap prints it.
  public var keptEmpty: Quantity? {
    guard let vmmap = vmmap?.content, vmmap.regions.contains(where: { $0.dirty != nil }) else {
      return nil
    }
    return vmmap.regions.filter { $0.kind == .mallocLargeEmpty }.compactMap(\.footprint).sum()
  }

  /// The zones, the one that adds most to the footprint first.
  public var zones: [MallocZone] {
    (vmmap?.content.zones ?? []).sorted {
      (($0.footprint ?? $0.virtual)?.bytes ?? 0, $1.line)
        > (($1.footprint ?? $1.virtual)?.bytes ?? 0, $0.line)
    }
  }

  /// The zones together, as vmmap adds them up; nil without a table of zones.
  public var zonesTotal: MallocZone? {
    guard let vmmap = vmmap?.content else { return nil }
    return vmmap.zonesTotal ?? (vmmap.zones.count == 1 ? vmmap.zones.first : nil)
  }

  /// malloc's memory outside the zones, without `keptEmpty`: its bookkeeping; nil when not known.
  public var mallocRemainder: Quantity? {
    guard let mallocFootprint, let zones = zonesTotal?.footprint else { return nil }
    return mallocFootprint - zones - (keptEmpty ?? .zero)
  }

  /// The share of the zones' memory that no live block needs, 0 to 1; nil when not known.
  public var fragmentationShare: Double? {
    guard let zones = zonesTotal, let whole = zones.footprint, whole.bytes > 0,
      let unused = zones.fragmentation
    else { return nil }
    return Double(unused.bytes) / Double(whole.bytes)
  }
}

/// The third step: live blocks by class, and leaks.
extension ProcessDetail {
  /// Bytes of live blocks: heap's figure, or else the zones'; nil when neither is known.
  public var liveBytes: Quantity? {
    heap?.content.nodeBytes ?? zonesTotal?.allocated ?? leaks?.content.nodeBytes
  }

  /// Live blocks: heap's figure, or else the zones'; nil when neither is known.
  public var liveCount: Int? {
    heap?.content.nodeCount ?? zonesTotal?.allocationCount ?? leaks?.content.nodeCount
  }

  /// The classes, the one with the most bytes first.
  public var classes: [HeapClass] {
    (heap?.content.classes ?? []).sorted {
      ($0.bytes.bytes, $1.line) > ($1.bytes.bytes, $0.line)
    }
  }

  /// The bytes of live blocks in no class of the text; nil when not known.
  public var classesRemainder: Quantity? {
    guard let heap = heap?.content, let all = heap.nodeBytes, !heap.classes.isEmpty else {
      return nil
    }
    return all - heap.classes.map(\.bytes).sum()
  }
}
