// swift-format-ignore-file: the texts below are data.

/// Parts that several schemas have: each is an entry of `$defs`, unless it says otherwise.
///
/// The schemas interpolate them at the indent of their own entries.
enum SharedSchemaData {
  /// The end of each schema's description.
  static let note =
    "Sizes are integers in bytes; an absent key means unknown, never zero. Keys may be added without a new schemaVersion."

  /// The program that wrote the object.
  static let tool = indented(
    #"""
    "tool": {
      "description": "The program that wrote the object.",
      "type": "object",
      "required": ["name", "version"],
      "properties": { "name": {"const": "sysbalance"}, "version": {"type": "string", "pattern": "^\\d+\\.\\d+\\.\\d+"} }
    }
    """#, by: 4)

  /// How many names `--redact` replaced: a key of every result that has archives.
  static let redaction = indented(
    #"""
    "redaction": {
      "description": "How many different names of each kind were replaced; absent without --redact.",
      "type": "object",
      "additionalProperties": { "type": "integer", "minimum": 1 }
    }
    """#, by: 4)

  /// Bytes.
  static let size =
    #""size": { "description": "Bytes.", "type": "integer", "minimum": 0 }"#

  /// A number of things.
  static let count =
    #""count": { "type": "integer", "minimum": 0 }"#

  /// A line of a member.
  static let line =
    #""line": { "description": "A line of the member, from 1.", "type": "integer", "minimum": 1 }"#

  /// A member and a line of it.
  static let source = indented(
    #"""
    "source": {
      "description": "A line of a member.",
      "type": "object",
      "required": ["member", "line"],
      "properties": { "member": {"type": "string", "minLength": 1}, "line": {"$ref": "#/$defs/line"} }
    }
    """#, by: 4)

  /// An archive and its machine.
  static let archive = indented(
    #"""
    "archive": {
      "description": "Where the archive lies and what machine it tells of.",
      "type": "object",
      "required": ["path"],
      "properties": {
        "path": {
          "description": "As the user gave it; - for standard input.",
          "type": "string",
          "minLength": 1
        },
        "name": { "type": "string", "minLength": 1 },
        "compressedBytes": { "description": "Absent for a folder and standard input.", "$ref": "#/$defs/size" },
        "capturedAt": {
          "description": "RFC 3339 with the archive's own offset; absent when the offset is not known.",
          "type": "string",
          "format": "date-time",
          "pattern": "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(Z|[+-]\\d{2}:\\d{2})$"
        },
        "capturedAtLocal": {
          "description": "The machine's local time, without an offset.",
          "type": "string",
          "pattern": "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}$"
        },
        "platform": { "enum": ["macOS", "iOS", "watchOS", "tvOS", "visionOS"] },
        "model": { "type": "string", "minLength": 1 },
        "build": { "type": "string", "minLength": 1 },
        "osVersion": { "type": "string", "minLength": 1 },
        "bootTime": {
          "description": "When the machine was booted, with the offset of capturedAt; in UTC without one.",
          "type": "string",
          "format": "date-time",
          "pattern": "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(Z|[+-]\\d{2}:\\d{2})$"
        },
        "contentDigest": {
          "description": "SHA-256 over the sections' texts: the same capture has the same one wherever it lies. Absent without a section.",
          "type": "string",
          "pattern": "^[0-9a-f]{64}$"
        },
        "captureIndex": {
          "description": "Which capture of the input it is, from 1; absent when the input holds no other.",
          "type": "integer",
          "minimum": 1
        },
        "captureCount": {
          "description": "How many captures the input holds; absent when it holds one.",
          "type": "integer",
          "minimum": 2
        }
      }
    }
    """#, by: 4)

  /// A finding with its evidence.
  static let finding = indented(
    #"""
    "finding": {
      "description": "What a rule says.",
      "type": "object",
      "required": ["id", "severity", "title", "detail", "recommendation", "subject", "evidence"],
      "properties": {
        "id": { "type": "string", "minLength": 1 },
        "severity": { "enum": ["critical", "warning", "info"] },
        "title": { "type": "string", "minLength": 1 },
        "detail": { "type": "string" },
        "recommendation": { "type": "string" },
        "subject": { "description": "The zone, process or section that it is about.", "type": "string" },
        "bytes": { "description": "How many bytes it is about; absent when it is not about bytes.", "type": "integer" },
        "evidence": {
          "type": "array",
          "items": {
            "description": "A line that shows it.",
            "type": "object",
            "required": ["member", "text"],
            "properties": {
              "member": { "type": "string", "minLength": 1 },
              "line": { "description": "Absent when the member as a whole is meant.", "$ref": "#/$defs/line" },
              "text": { "type": "string" }
            }
          }
        }
      }
    }
    """#, by: 4)

  /// A text of several lines, all but the first moved to the right by some columns.
  static func indented(_ text: String, by columns: Int) -> String {
    text.replacing("\n", with: "\n" + String(repeating: " ", count: columns))
  }
}
