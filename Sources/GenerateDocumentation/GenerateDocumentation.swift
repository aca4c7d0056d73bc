import Foundation
import PackagePlugin

/// `swift package generate-documentation`: pages of this package's libraries; a warning is an error.
///
/// swift-docc-plugin does the same for the dependencies too, with their warnings, and everyone who
/// builds the package would fetch it.
@main struct GenerateDocumentation: CommandPlugin {
  func performCommand(context: PluginContext, arguments: [String]) throws {
    let docc = try context.tool(named: "docc").url
    let targets = context.package.targets.compactMap { $0 as? SwiftSourceModuleTarget }
    for target in targets where target.kind == .generic {
      let pages = context.pluginWorkDirectoryURL.appending(path: "\(target.name).doccarchive")
      let process = try Process.run(docc, arguments: convert(target, into: pages))
      process.waitUntilExit()
      if process.terminationStatus == 0 {
        print(pages.path)
      } else {
        Diagnostics.error("\(target.name): the documentation has warnings")
      }
    }
  }

  /// The arguments of docc: a target's public symbols, and its catalog where it has one.
  private func convert(_ target: SwiftSourceModuleTarget, into pages: URL) throws -> [String] {
    let symbols = try packageManager.getSymbolGraph(
      for: target,
      options: .init(
        minimumAccessLevel: .public, includeSynthesized: false, includeSPI: false,
        emitExtensionBlocks: false))
    let catalog = target.directoryURL.appending(path: "\(target.name).docc").path
    let catalogs = FileManager.default.fileExists(atPath: catalog) ? [catalog] : []
    return ["convert"] + catalogs + [
      "--additional-symbol-graph-dir", symbols.directoryURL.path,
      "--fallback-display-name", target.name, "--fallback-bundle-identifier", target.name,
      "--warnings-as-errors", "--output-path", pages.path,
    ]
  }
}
