// swift-format-ignore-file: the text below is data.

/// The JSON Schema of a trend.
enum TrendSchemaData {
  static let json = #"""
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "$id": "urn:sysbalance:trend:1",
      "title": "sysbalance trend",
      "description": "The object of `sysbalance trend --format json`. \#(SharedSchemaData.note)",
      "type": "object",
      "required": ["schemaVersion", "tool", "caveats", "boots"],
      "properties": {
        "schemaVersion": { "const": 1 },
        "tool": { "$ref": "#/$defs/tool" },
        \#(SharedSchemaData.redaction),
        "caveats": {
          "description": "What makes the series uncertain.",
          "type": "array",
          "items": { "type": "string", "minLength": 1 }
        },
        "passedOver": {
          "description": "Archives that do not take part; absent when all do.",
          "type": "array",
          "minItems": 1,
          "items": {
            "type": "object",
            "required": ["path", "reason"],
            "properties": { "path": {"type": "string", "minLength": 1}, "reason": {"type": "string", "minLength": 1} }
          }
        },
        "boots": {
          "description": "The oldest first; empty when no archive can take part.",
          "type": "array",
          "items": { "$ref": "#/$defs/boot" }
        }
      },
      "$defs": {
        \#(SharedSchemaData.tool),
        \#(SharedSchemaData.size),
        \#(SharedSchemaData.count),
        \#(SharedSchemaData.line),
        \#(SharedSchemaData.source),
        \#(SharedSchemaData.archive),
        "growth": {
          "description": "How one thing grew within a boot.",
          "type": "object",
          "required": ["name", "verdict", "growthBytes", "spanSeconds", "points"],
          "properties": {
            "name": { "type": "string", "minLength": 1 },
            "verdict": { "enum": ["leaking", "growing", "steady", "shrinking", "tooFewCaptures", "tooShort"] },
            "growthBytes": { "type": "integer" },
            "bytesPerHour": {
              "description": "The median slope between pairs of captures; absent with fewer than two.",
              "type": "integer"
            },
            "straightness": {
              "description": "The squared correlation of time and size.",
              "type": "number",
              "minimum": 0,
              "maximum": 1
            },
            "spanSeconds": { "$ref": "#/$defs/count" },
            "points": {
              "description": "The captures that give a size.",
              "type": "array",
              "items": {
                "type": "object",
                "required": ["seconds", "bytes"],
                "properties": { "seconds": {"$ref": "#/$defs/count"}, "bytes": {"type": "integer"} }
              }
            }
          }
        },
        "boot": {
          "description": "The captures of one boot.",
          "type": "object",
          "required": ["archives", "components", "processes"],
          "properties": {
            "archives": { "description": "In the order of capture.", "type": "array", "items": {"$ref": "#/$defs/archive"} },
            "kernel": { "description": "Absent when no archive gives a figure.", "$ref": "#/$defs/growth" },
            "components": { "description": "The largest growth first.", "type": "array", "items": {"$ref": "#/$defs/growth"} },
            "apps": { "description": "Processes by app, the largest growth first.", "type": "array", "items": {"$ref": "#/$defs/growth"} },
            "processes": { "description": "The largest growth first.", "type": "array", "items": {"$ref": "#/$defs/growth"} },
            "zoneMapExhaustion": {
              "description": "When the zone map is full at the present rate.",
              "type": "object",
              "required": ["capacityBytes", "capacityIsAddressSpace", "source", "usedBytes", "hoursLeft"],
              "properties": {
                "capacityBytes": { "$ref": "#/$defs/size" },
                "capacityIsAddressSpace": { "description": "The kernel stops well before its address space is full.", "type": "boolean" },
                "source": { "$ref": "#/$defs/source" },
                "usedBytes": { "$ref": "#/$defs/size" },
                "bytesPerHour": { "type": "integer" },
                "hoursLeft": { "type": "number", "minimum": 0 }
              }
            },
            "averageUpperBoundBytesPerHour": { "description": "From one capture: no more than this since boot.", "$ref": "#/$defs/size" }
          }
        }
      }
    }

    """#
}
