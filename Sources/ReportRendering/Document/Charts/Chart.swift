/// Data of a chart; each renderer draws what its medium can.
///
/// A chart repeats figures that the document's tables hold, so a renderer may leave it out.
public enum Chart: Sendable, Hashable {
  /// Parts of one whole, side by side.
  case stackedBar(StackedBar)
  /// One or two trees of sizes: each level splits the one above it.
  case icicle(Icicle)
  /// The steps that lead from one size to another.
  case waterfall(Waterfall)
  /// The parts of one size over time.
  case areas(AreaChart)
  /// One value per machine, by group.
  case strip([StripGroup])
}
