#if canImport(Darwin)
  private import Darwin
#elseif canImport(Musl)
  private import Musl
#else
  private import Glibc
#endif

/// Threads of the system, which need no file descriptor: Dispatch ends a program that has none left.
public enum Threads {
  private final class Body: Sendable {
    let run: @Sendable () -> Void
    init(_ run: @escaping @Sendable () -> Void) { self.run = run }
  }

  /// Runs a closure on several threads at once, one of them this one, and waits for all.
  ///
  /// - Parameters:
  ///   - count: The number of threads. Where the system has fewer, those do the work.
  ///   - body: Runs once on each thread.
  public static func run(_ count: Int, _ body: @escaping @Sendable () -> Void) {
    let others = (1..<max(1, count)).compactMap { _ in start(body) }
    body()
    for thread in others { pthread_join(thread, nil) }
  }

  /// Runs a closure on a thread of its own, which may outlast everything else.
  ///
  /// - Returns: Whether the system has started it.
  @discardableResult
  public static func detach(_ body: @escaping @Sendable () -> Void) -> Bool {
    guard let thread = start(body) else { return false }
    pthread_detach(thread)
    return true
  }

  private static func start(_ body: @escaping @Sendable () -> Void) -> pthread_t? {
    #if canImport(Darwin)
      var thread: pthread_t?
    #else
      var thread = pthread_t()
    #endif
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    defer { pthread_attr_destroy(&attributes) }
    // As much as the first thread has; Apple's systems give others half a MiB.
    pthread_attr_setstacksize(&attributes, 8 << 20)
    let context = Unmanaged.passRetained(Body(body)).toOpaque()
    let code = pthread_create(&thread, &attributes, runBody, context)
    guard code == 0 else {
      Unmanaged<Body>.fromOpaque(context).release()
      return nil
    }
    return thread
  }

  #if canImport(Darwin)
    private static let runBody:
      @convention(c) (UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? =
        { context in
          Unmanaged<Body>.fromOpaque(context).takeRetainedValue().run()
          return nil
        }
  #else
    private static let runBody:
      @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? =
        { context in
          if let context { Unmanaged<Body>.fromOpaque(context).takeRetainedValue().run() }
          return nil
        }
  #endif
}
