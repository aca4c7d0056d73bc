// swift-format-ignore-file: the text below is data.

/// The JSON Schema of a comparison above clean boots.
enum BaselineSchemaData {
  static let json = #"""
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "$id": "urn:sysbalance:baseline:1",
      "title": "sysbalance comparison above clean boots",
      "description": "The object of `sysbalance compare OLD NEW --baseline OLD_CLEAN NEW_CLEAN --format json`. \#(SharedSchemaData.note)",
      "type": "object",
      "required": ["schemaVersion", "tool", "comparison", "oldClean", "newClean", "caveats", "components"],
      "properties": {
        "schemaVersion": { "const": 1 },
        "tool": { "$ref": "#/$defs/tool" },
        \#(SharedSchemaData.redaction),
        "comparison": { "$ref": "#/$defs/comparison" },
        "oldClean": { "$ref": "#/$defs/archive" },
        "newClean": { "$ref": "#/$defs/archive" },
        "caveats": { "type": "array", "items": {"type": "string", "minLength": 1} },
        "oldKernelGrowth": {
          "description": "The first machine since its clean boot; absent when the archives share no source.",
          "$ref": "#/$defs/kernelGrowth"
        },
        "newKernelGrowth": {
          "description": "The second machine since its clean boot; absent when the archives share no source.",
          "$ref": "#/$defs/kernelGrowth"
        },
        "kernel": { "description": "Absent when the archives share no source.", "$ref": "#/$defs/accumulation" },
        "components": {
          "description": "The largest difference first.",
          "type": "array",
          "items": { "$ref": "#/$defs/accumulation" }
        }
      },
      "$defs": {
        \#(SharedSchemaData.tool),
        \#(SharedSchemaData.size),
        \#(SharedSchemaData.count),
        \#(SharedSchemaData.line),
        \#(SharedSchemaData.source),
        \#(SharedSchemaData.archive),
        \#(SharedSchemaData.finding),
        "comparison": {
        \#(SharedSchemaData.indented(ComparisonSchemaData.object, by: 4))
        },
        \#(ComparisonSchemaData.definitions),
        "accumulation": {
          "description": "One component on two machines: after a clean boot, now, and the growth.",
          "type": "object",
          "required": ["name"],
          "properties": {
            "name": { "type": "string", "minLength": 1 },
            "oldCleanBytes": {
              "description": "Absent when the component was not there, or when its size is not known.",
              "$ref": "#/$defs/size"
            },
            "oldBytes": {
              "description": "Absent when the component was not there, or when its size is not known.",
              "$ref": "#/$defs/size"
            },
            "newCleanBytes": {
              "description": "Absent when the component was not there, or when its size is not known.",
              "$ref": "#/$defs/size"
            },
            "newBytes": {
              "description": "Absent when the component was not there, or when its size is not known.",
              "$ref": "#/$defs/size"
            },
            "oldAboveBytes": { "description": "Absent when a size is not known.", "type": "integer" },
            "newAboveBytes": { "description": "Absent when a size is not known.", "type": "integer" },
            "differenceBytes": { "description": "Absent when a size is not known.", "type": "integer" },
            "toleranceBytes": { "$ref": "#/$defs/size" }
          }
        }
      }
    }

    """#
}
