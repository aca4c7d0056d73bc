import Foundation
import MachineGenerator

/// Writes the project's test archives, or checks that they match their models.
@main
enum MakeTestArchives {
  private static let usage = """
    usage: make-test-archives [--check] [--machine NAME]... [--into FOLDER]

      --check         Compare with the files in the folder; write nothing.
      --machine NAME  Only this archive; may be repeated. Default: all, and the series' truths.
      --into FOLDER   Default: the project's TestArchives.

    """

  static func main() {
    var (isCheck, names) = (false, [String]())
    var folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../TestArchives").standardized
    var arguments = CommandLine.arguments.dropFirst()
    while let argument = arguments.popFirst() {
      switch argument {
      case "--check": isCheck = true
      case "--machine": names.append(value(&arguments))
      case "--into": folder = URL(filePath: value(&arguments))
      case "--help", "-h":
        print(usage, terminator: "")
        exit(0)
      default: fail(usage, status: 2)
      }
    }
    let all = ShippedArchive.all
    for name in names where !all.contains(where: { $0.name == name }) {
      fail("no archive \(name); there are: \(all.map(\.name).joined(separator: " "))\n", status: 2)
    }
    let output = Output(
      archives: names.isEmpty ? all : all.filter { names.contains($0.name) },
      seriesTruths: names.isEmpty ? ShippedArchive.seriesTruths : [], folder: folder,
      isComplete: names.isEmpty)
    if isCheck {
      let problems = output.differences()
      if !problems.isEmpty { fail(problems.joined(separator: "\n") + "\n", status: 1) }
    } else {
      do { try output.write() } catch { fail("\(error.localizedDescription)\n", status: 1) }
    }
  }

  private static func value(_ arguments: inout ArraySlice<String>) -> String {
    guard let value = arguments.popFirst() else { fail(usage, status: 2) }
    return value
  }

  private static func fail(_ message: String, status: Int32) -> Never {
    FileHandle.standardError.write(Data(message.utf8))
    exit(status)
  }
}
