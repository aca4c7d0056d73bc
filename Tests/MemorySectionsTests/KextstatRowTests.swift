import MemorySections
import Testing

/// Single rows of kextstat: every field, pasted and damaged forms.
@Suite struct KextstatRowTests {
  private static let uuid = "1585E11C-F718-4E89-92F3-EFEB6273196C"

  @Test(
    arguments: [
      (
        "   41    0 0xffffff7f810dd000 0x1f9000   0x1f8000   com.example.driver.Test (615.20.17) <40 39 10 7>",
        "41 0 ffffff7f810dd000 2068480B 2064384B com.example.driver.Test 615.20.17 - [40, 39, 10, 7]"
      ),
      (
        "   41    0 0xffffff7f810dd000 0x1f9000   0x1f9000   com.example.driver.Test (1.0) \(uuid) <7>",
        "41 0 ffffff7f810dd000 2068480B 2068480B com.example.driver.Test 1.0 \(uuid) [7]"
      ),
      (
        "   41    0 0xffffff7f810dd000 0x1f9000   0x1f9000   com.example.driver.Test (1.0) no UUID <7 6>",
        "41 0 ffffff7f810dd000 2068480B 2068480B com.example.driver.Test 1.0 - [7, 6]"
      ),
      (
        "   41    0 0xffffff7f810dd000 0x1f9000   0x1f9000   com.example.driver.Test (1.0) no UUID",
        "41 0 ffffff7f810dd000 2068480B 2068480B com.example.driver.Test 1.0 - []"
      ),
      (
        "    1   81 0                  0          0          com.apple.kpi.bsd (21.6.0) \(uuid) <>",
        "1 81 0 0B 0B com.apple.kpi.bsd 21.6.0 \(uuid) []"
      ),
      (
        "   ??   ?? ????               ????       ????       com.example.driver.Test (1.0)",
        "- - - - - com.example.driver.Test 1.0 - []"
      ),
      // Versions with letters and blanks; lost blanks, or tabs.
      ("9 1 0x1000 0x2000 0x1000 a.b (1.0.1b8)", "9 1 1000 8192B 4096B a.b 1.0.1b8 - []"),
      (
        "9 1 0x1000 0x2000 0x1000 a.b (1.0 beta 2) <3>", "9 1 1000 8192B 4096B a.b 1.0 beta 2 - [3]"
      ),
      ("9 1 0x1000 0x2000 0x1000 a.b () <3>", "9 1 1000 8192B 4096B a.b  - [3]"),
      ("\t9\t1\t0x1000\t0x2000\t0x1000\ta.b\t(1.0)\t<3>", "9 1 1000 8192B 4096B a.b 1.0 - [3]"),
      ("  9 1 0x1000 0x2000 0x1000 a.b (1.0) < 3  2 > ", "9 1 1000 8192B 4096B a.b 1.0 - [3, 2]"),
      // The Architecture column of 10.10.
      (
        "    9    1 0xffffff7f80a00000 0x2000     0x1000     x86_64             a.b (1.0) <3>",
        "9 1 ffffff7f80a00000 8192B 4096B a.b 1.0 - [3]"
      ),
      (
        "    9    1 0xffffff7f80a00000 0x2000     0x1000     0x01000007/0x00000003 a.b (1.0) <3>",
        "9 1 ffffff7f80a00000 8192B 4096B a.b 1.0 - [3]"
      ),
    ])
  func everyFieldIsRead(_ row: String, _ kext: String) throws {
    let section = try read(row + "\n", as: .kextstat)
    #expect(section.kextstat?.kexts.map(\.summary) == [kext])
    #expect(section.coverage.unreadLineCount == 0)
  }

  @Test(
    arguments: [
      "9 1 0x1000 0x2000 0x1000 a.b",
      "9 1 0x1000 0x2000 0x1000 (1.0)",
      "9 1 0x1000 0x2000 0x1000 a.b (1.0",
      "9 1 0x1000 0x2000 0x1000 a.b (1.0) <3",
      "9 1 0x1000 0x2000 0x1000 a.b (1.0) 3>",
      "9 1 0x1000 0x2000 0x1000 a.b (1.0) <x>",
      "9 1 0x1000 0x2000 0x1000 a.b (1.0) <3> tail",
      "9 1 0x1000 0x2000 0x1000 a.b (1.0) 1585E11C-F718-4E89-92F3-EFEB6273196Z <3>",
      "9 1 0x1000 0x2000 0x1000 a.b (1.0) 1585E11C-F718 <3>",
      "9 1 0x1000 0x2000 4096 a.b (1.0)",
      "9 1 0x1000 0x4000000000001 0x1000 a.b (1.0)",
      "9 1 0x10000000000000000 0x2000 0x1000 a.b (1.0)",
      "9 ? 0x1000 0x2000 0x1000 a.b (1.0)",
      "x 1 0x1000 0x2000 0x1000 a.b (1.0)",
      "$ kextstat | head", "...",
    ])
  func aDamagedRowCostsOnlyItself(_ row: String) throws {
    let whole = "    9    1 0x1000             0x2000     0x1000     a.b (1.0) <3>"
    let section = try read("\(whole)\n\(row)\n\(whole)\n", as: .kextstat)
    #expect(section.kextstat?.kexts.map(\.line) == [1, 3])
    #expect(section.coverage.unreadLines.map(\.text) == [row])
  }

  @Test(
    arguments: [
      ("com.apple.kpi.bsd", true, false), ("com.apple.driver.Test", false, false),
      ("com.apple.kpix", false, false), ("__kernel__", false, false),
      ("com.applex.Test", false, true), ("com.example.kpi.Test", false, true),
    ])
  func whoWroteAKextIsInItsName(_ name: String, _ isInterface: Bool, _ isThirdParty: Bool) throws {
    let kexts = try kextstat(of: "1 0 0x1000 0x2000 0x1000 \(name) (1)\n").kexts
    #expect(kexts.map(\.isInterface) == [isInterface])
    #expect(kexts.map(\.isThirdParty) == [isThirdParty])
  }
}
