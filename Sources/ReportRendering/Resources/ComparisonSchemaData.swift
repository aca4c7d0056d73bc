// swift-format-ignore-file: the text below is data.

/// The JSON Schema of a comparison.
enum ComparisonSchemaData {
  static let json = #"""
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "$id": "urn:sysbalance:compare:1",
      "title": "sysbalance comparison",
      "description": "The object of `sysbalance compare OLD NEW --format json`. \#(SharedSchemaData.note)",
    \#(object),
      "$defs": {
        \#(SharedSchemaData.tool),
        \#(SharedSchemaData.size),
        \#(SharedSchemaData.count),
        \#(SharedSchemaData.line),
        \#(SharedSchemaData.source),
        \#(SharedSchemaData.archive),
        \#(SharedSchemaData.finding),
        \#(definitions)
      }
    }

    """#

  /// The type of the object and its keys, each line moved to the right by two columns.
  static let object = #"""
      "type": "object",
      "required": [
        "schemaVersion",
        "tool",
        "old",
        "new",
        "caveats",
        "components",
        "zones",
        "wired",
        "kexts",
        "processes",
        "categories",
        "findings",
        "rulesNotEvaluated"
      ],
      "properties": {
        "schemaVersion": { "const": 1 },
        "tool": { "$ref": "#/$defs/tool" },
        \#(SharedSchemaData.redaction),
        "old": { "$ref": "#/$defs/archive" },
        "new": { "$ref": "#/$defs/archive" },
        "sameMachine": { "description": "Absent when it is not known.", "type": "boolean" },
        "sameBoot": { "description": "Absent when it is not known.", "type": "boolean" },
        "elapsedSeconds": { "description": "From the old capture to the new one; absent when a time is not known.", "type": "integer" },
        "caveats": {
          "description": "What makes the two hard to compare, one sentence each.",
          "type": "array",
          "items": { "type": "string", "minLength": 1 }
        },
        "kernel": { "description": "Absent when the archives share no source.", "$ref": "#/$defs/figure" },
        "kernelGrowth": { "description": "Absent when the archives share no source.", "$ref": "#/$defs/kernelGrowth" },
        "user": { "description": "Absent unless both archives have the same source.", "$ref": "#/$defs/figure" },
        "components": {
          "description": "The kernel's parts: each counted byte is in exactly one. The largest difference first, unknown ones last.",
          "type": "array",
          "items": { "$ref": "#/$defs/change" }
        },
        "zones": {
          "description": "Zones by name. The largest difference first, unknown ones last.",
          "type": "array",
          "items": { "$ref": "#/$defs/change" }
        },
        "wired": {
          "description": "Rows of the wired table. The largest difference first, unknown ones last.",
          "type": "array",
          "items": { "$ref": "#/$defs/change" }
        },
        "kexts": {
          "description": "Code of kexts by bundle id. The largest difference first, unknown ones last.",
          "type": "array",
          "items": { "$ref": "#/$defs/change" }
        },
        "processes": {
          "description": "Footprints by name; processes of one name are added up. The largest difference first, unknown ones last.",
          "type": "array",
          "items": { "$ref": "#/$defs/change" }
        },
        "apps": {
          "description": "Footprints by app: an app with its helpers, or all processes of one name. The same memory as processes. The largest difference first, unknown ones last.",
          "type": "array",
          "items": { "$ref": "#/$defs/change" }
        },
        "categories": {
          "description": "The processes' own memory by footprint category. The largest difference first, unknown ones last.",
          "type": "array",
          "items": { "$ref": "#/$defs/change" }
        },
        "findings": { "description": "What the rules say of growth.", "type": "array", "items": {"$ref": "#/$defs/finding"} },
        "rulesNotEvaluated": {
          "description": "Rules whose inputs are not in both archives.",
          "type": "array",
          "items": { "$ref": "#/$defs/notEvaluated" }
        }
      }
    """#

  /// The definitions that only comparisons use.
  static let definitions = SharedSchemaData.indented(
    #"""
    "figure": {
      "description": "A side of the balance by a source that both archives have.",
      "type": "object",
      "required": ["source", "oldBytes", "newBytes", "deltaBytes", "toleranceBytes"],
      "properties": {
        "source": { "type": "string", "minLength": 1 },
        "oldBytes": { "$ref": "#/$defs/size" },
        "newBytes": { "$ref": "#/$defs/size" },
        "deltaBytes": { "type": "integer" },
        "toleranceBytes": { "$ref": "#/$defs/size" },
        "explainedBytes": {
          "description": "The sum of the components' known differences; absent when no table breaks the figure down.",
          "type": "integer"
        },
        "unexplainedBytes": { "description": "What no component explains; absent with explainedBytes.", "type": "integer" },
        "bytesPerHour": { "description": "Absent unless both archives are of one boot.", "type": "integer" }
      }
    },
    "kernelGrowth": {
      "description": "The kernel's difference in its two parts.",
      "type": "object",
      "required": ["measure", "oldBytes", "newBytes", "deltaBytes", "outsideZonesIsBrokenDown"],
      "properties": {
        "measure": {
          "description": "What the figures are read from: top.kernelTask up to 10.10, because zprint lists only zones there.",
          "enum": ["top.kernelTask", "zprint.wired", "footprint.kernelTask"]
        },
        "oldBytes": { "$ref": "#/$defs/size" },
        "newBytes": { "$ref": "#/$defs/size" },
        "deltaBytes": { "type": "integer" },
        "zonesDeltaBytes": { "description": "Absent when an archive does not give the zones' size.", "type": "integer" },
        "outsideZonesDeltaBytes": { "description": "Absent with zonesDeltaBytes.", "type": "integer" },
        "outsideZonesIsBrokenDown": { "type": "boolean" }
      }
    },
    "change": {
      "description": "How one thing differs.",
      "type": "object",
      "required": ["name", "status"],
      "properties": {
        "name": { "type": "string", "minLength": 1 },
        "family": { "description": "Of zones only.", "type": "string", "minLength": 1 },
        "oldBytes": {
          "description": "Absent when the thing was not there, or when its size is not known.",
          "$ref": "#/$defs/size"
        },
        "newBytes": {
          "description": "Absent when the thing is not there, or when its size is not known.",
          "$ref": "#/$defs/size"
        },
        "deltaBytes": { "description": "Absent when the status is unknown.", "type": "integer" },
        "toleranceBytes": { "description": "Absent when the status is unknown.", "$ref": "#/$defs/size" },
        "status": { "enum": ["grew", "shrank", "same", "new", "gone", "unknown"] },
        "unknownIn": {
          "description": "The archive that lacks the section or does not give the size.",
          "enum": ["old", "new"]
        },
        "bytesPerHour": { "type": "integer" }
      },
      "if": { "properties": {"status": {"const": "unknown"}} },
      "then": { "required": ["unknownIn"], "not": {"required": ["deltaBytes"]} },
      "else": { "required": ["deltaBytes", "toleranceBytes"], "not": {"required": ["unknownIn"]} }
    },
    "notEvaluated": {
      "type": "object",
      "required": ["id", "reason"],
      "properties": { "id": {"type": "string", "minLength": 1}, "reason": {"type": "string", "minLength": 1} }
    }
    """#, by: 4)
}
