import SysdiagnoseIngest

let loader = CaptureLoader()
let report = try loader.report(of: CommandLine.arguments[1])
print(try JSONRenderer.document(report), terminator: "")
