internal import ArgumentParser

/// What reading one archive may take.
struct GuardOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Give up on an archive after this time, such as 90s or 10min; 5min by default.",
      valueName: "time"),
    transform: Self.seconds)
  var timeout = 300

  @Option(
    help: ArgumentHelp("The most memory for one archive; 1 GiB by default.", valueName: "size"),
    transform: LimitOptions.size)
  var maxMemory = 1 << 30

  /// The seconds of `300`, `90s`, `10min` or `2h`, from one second to a day.
  private static func seconds(_ text: String) throws -> Int {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    let units = ["": 1, "s": 1, "min": 60, "m": 60, "h": 3600]
    guard let number = Int(digits), let unit = units[String(text.dropFirst(digits.count))],
      (1...86_400).contains(number), (1...86_400).contains(number * unit)
    else {
      throw ValidationError("--timeout takes a time from 1s to 24h, which \(text) is not")
    }
    return number * unit
  }
}
