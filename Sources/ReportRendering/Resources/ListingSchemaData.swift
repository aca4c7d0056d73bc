// swift-format-ignore-file: the text below is data.

/// The JSON Schema of a list of members.
enum ListingSchemaData {
  static let json = #"""
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "$id": "urn:sysbalance:list:1",
      "title": "sysbalance list of members",
      "description": "The object of `sysbalance list --format json`. \#(SharedSchemaData.note)",
      "type": "object",
      "required": ["schemaVersion", "tool", "archive", "members", "missing"],
      "properties": {
        "schemaVersion": { "const": 1 },
        "tool": { "$ref": "#/$defs/tool" },
        \#(SharedSchemaData.redaction),
        "archive": { "description": "As the user gave it.", "type": "string", "minLength": 1 },
        "members": { "description": "In the order of the archive.", "type": "array", "items": {"$ref": "#/$defs/member"} },
        "missing": {
          "description": "Main sections that are not there, and why.",
          "type": "array",
          "items": { "$ref": "#/$defs/missing" }
        },
        "membersLeftOut": {
          "description": "Members beyond the limit of a listing; absent when there are none.",
          "$ref": "#/$defs/count"
        }
      },
      "$defs": {
        \#(SharedSchemaData.tool),
        \#(SharedSchemaData.size),
        \#(SharedSchemaData.count),
        \#(SharedSchemaData.line),
        \#(SharedSchemaData.source),
        "member": {
          "description": "A member.",
          "type": "object",
          "required": ["path", "kind"],
          "properties": {
            "path": { "type": "string" },
            "kind": { "enum": ["file", "folder", "link", "other"] },
            "bytes": { "description": "Absent when not known, and for what is no file.", "$ref": "#/$defs/size" },
            "section": { "description": "Absent when the member is no section.", "type": "string", "minLength": 1 }
          }
        },
        "missing": {
          "description": "A main section that is not there.",
          "type": "object",
          "required": ["section", "reason"],
          "properties": {
            "section": { "type": "string", "minLength": 1 },
            "reason": { "enum": ["notCollected", "failed", "timedOut", "absent", "notReached"] },
            "source": { "$ref": "#/$defs/source" },
            "capture": {
              "description": "The capture that lacks it; absent when the input holds one.",
              "type": "string",
              "minLength": 1
            }
          }
        }
      }
    }

    """#
}
