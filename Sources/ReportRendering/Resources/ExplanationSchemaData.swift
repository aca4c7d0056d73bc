// swift-format-ignore-file: the text below is data.

/// The JSON Schema of an explanation.
enum ExplanationSchemaData {
  static let json = #"""
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "$id": "urn:sysbalance:explain:1",
      "title": "sysbalance explanation",
      "description": "The object of `sysbalance explain --format json`. \#(SharedSchemaData.note)",
      "type": "object",
      "required": ["schemaVersion", "tool", "query", "foundBy", "entry"],
      "properties": {
        "schemaVersion": { "const": 1 },
        "tool": { "$ref": "#/$defs/tool" },
        "query": { "description": "The name as it was asked for.", "type": "string", "minLength": 1 },
        "foundBy": { "description": "How the entry was found.", "enum": ["name", "alias", "pattern", "truncated", "number"] },
        "entry": { "$ref": "#/$defs/entry" }
      },
      "$defs": {
        \#(SharedSchemaData.tool),
        "entry": {
          "description": "What is known of a name.",
          "type": "object",
          "required": ["name", "kind", "title", "meaning", "numbers", "aliases", "cautions", "known", "sources"],
          "properties": {
            "name": { "type": "string", "minLength": 1 },
            "kind": { "enum": ["zone", "zoneFamily", "tag", "counter", "map", "category", "section", "term", "finding"] },
            "title": { "type": "string", "minLength": 1 },
            "meaning": { "type": "string", "minLength": 1 },
            "numbers": { "type": "array", "items": {"type": "string", "minLength": 1} },
            "aliases": { "type": "array", "items": {"type": "string", "minLength": 1} },
            "subsystem": { "type": "string", "minLength": 1 },
            "allocatedBy": { "type": "string", "minLength": 1 },
            "since": {
              "description": "The first macOS release with the name; absent when it is old or unknown.",
              "type": "string",
              "minLength": 1
            },
            "until": { "type": "string", "minLength": 1 },
            "cautions": { "type": "array", "items": {"type": "string", "minLength": 1} },
            "known": {
              "description": "Public reports of problems with it.",
              "type": "array",
              "items": {
                "type": "object",
                "required": ["what", "source"],
                "properties": { "what": {"type": "string", "minLength": 1}, "source": {"type": "string", "minLength": 1} }
              }
            },
            "sources": { "type": "array", "items": {"type": "string", "minLength": 1} }
          }
        }
      }
    }

    """#
}
