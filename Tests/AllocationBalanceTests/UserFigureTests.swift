import AllocationBalance
import MemoryAnalysis
import MemorySections
import Testing

@testable import TestSupport

/// The processes' side of the balance.
struct UserFigureTests {
  @Test("the user figure is the processes without kernel_task, never plus the summary")
  func processes() throws {
    let user = try #require(HandMade().with(Samples.footprint).report.balance.user)
    #expect(user.origin == .processes)
    #expect(user.quantity.bytes == 5_000_000 + 3_000_000)
    #expect(!user.isLowerBound)
  }

  @Test("a process that could not be examined makes the figure a lower bound")
  func unexamined() throws {
    var footprint = Samples.footprint
    footprint.processes.append(FootprintText.Process(name: "mdworker", bytes: nil))
    let user = try #require(HandMade().with(footprint).report.balance.user)
    #expect(user.quantity.bytes == 8_000_000)
    #expect(user.isLowerBound)
  }

  @Test("a truncated text makes the figure a lower bound")
  func cut() throws {
    let user = try #require(
      HandMade().with(Samples.footprint, isWhole: false).report.balance.user)
    #expect(user.quantity.bytes == 8_000_000)
    #expect(user.isLowerBound)
  }

  @Test("without processes the user figure is the summary minus kernel_task")
  func summary() throws {
    let kernel = FootprintText.Process(name: "kernel_task", bytes: 2_000_000)
    let footprint = FootprintText(processes: [kernel], summary: 9_000_000)
    let user = try #require(HandMade().with(footprint).report.balance.user)
    #expect(user.origin == .summary)
    #expect(user.quantity.bytes == 7_000_000)
  }

  @Test("a summary below kernel_task gives no user figure")
  func smallSummary() {
    let kernel = FootprintText.Process(name: "kernel_task", bytes: 2_000_000)
    let footprint = FootprintText(processes: [kernel], summary: 1_000_000)
    let balance = HandMade().with(footprint).report.balance
    #expect(balance.user == nil)
    #expect(balance.kernelShare == nil)
  }

  @Test("a summary without kernel_task, or kernel_task alone, gives no user figure")
  func nothing() {
    let kernel = FootprintText.Process(name: "kernel_task", bytes: 2_000_000)
    #expect(HandMade().with(FootprintText(processes: [kernel])).report.balance.user == nil)
    #expect(HandMade().with(FootprintText(summary: 9_000_000)).report.balance.user == nil)
    #expect(HandMade().with(Samples.wired).report.balance.user == nil)
  }

  @Test("the share is the kernel's fraction of both")
  func share() throws {
    let kernel = FootprintText.Process(name: "kernel_task", bytes: 2_000_000)
    let process = FootprintText.Process(name: "launchd", bytes: 6_000_000)
    let made = HandMade().with(FootprintText(processes: [kernel, process]))
    #expect(made.report.balance.kernelShare == 0.25)
  }

  @Test("zero memory has no share")
  func noShare() {
    let kernel = FootprintText.Process(name: "kernel_task", bytes: 0)
    let process = FootprintText.Process(name: "launchd", bytes: 0)
    let made = HandMade().with(FootprintText(processes: [kernel, process]))
    #expect(made.report.balance.kernelShare == nil)
  }
}
