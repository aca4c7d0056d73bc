// swift-format-ignore-file: the text below is data.

/// The JSON Schema of a failure.
enum FailureSchemaData {
  static let json = #"""
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "$id": "urn:sysbalance:failure:1",
      "title": "sysbalance failure",
      "description": "The object that a command other than report writes with --format json when it can produce nothing (exit 1). \#(SharedSchemaData.note)",
      "type": "object",
      "required": ["schemaVersion", "tool", "failure"],
      "properties": {
        "schemaVersion": { "const": 1 },
        "tool": { "$ref": "#/$defs/tool" },
        "failure": { "description": "Why, in one sentence.", "type": "string", "minLength": 1 }
      },
      "$defs": {
        \#(SharedSchemaData.tool)
      }
    }

    """#
}
