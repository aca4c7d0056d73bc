// swift-format-ignore-file: the text below is data.

/// The JSON Schema of a fleet.
enum FleetSchemaData {
  static let json = #"""
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "$id": "urn:sysbalance:fleet:1",
      "title": "sysbalance fleet",
      "description": "The object of `sysbalance fleet --format json`. \#(SharedSchemaData.note)",
      "type": "object",
      "required": [
        "schemaVersion",
        "tool",
        "machineCount",
        "judgedCount",
        "outliers",
        "sharedKexts",
        "groups",
        "tooFew",
        "unknown",
        "thresholds"
      ],
      "properties": {
        "schemaVersion": { "const": 1 },
        "tool": { "$ref": "#/$defs/tool" },
        "machineCount": { "$ref": "#/$defs/count" },
        "judgedCount": { "$ref": "#/$defs/count" },
        "outliers": { "type": "array", "items": {"$ref": "#/$defs/outlier"} },
        "sharedKexts": { "type": "array", "items": {"$ref": "#/$defs/kexts"} },
        "groups": { "type": "array", "items": {"$ref": "#/$defs/group"} },
        "tooFew": {
          "description": "Groups that are too small to judge.",
          "type": "array",
          "items": {
            "type": "object",
            "required": ["kind", "machines"],
            "properties": { "kind": {"$ref": "#/$defs/kind"}, "machines": {"type": "array", "items": {"$ref": "#/$defs/machine"}} }
          }
        },
        "unknown": {
          "description": "Machines of which too little is known.",
          "type": "array",
          "items": { "$ref": "#/$defs/machine" }
        },
        "apps": {
          "description": "Apps of 1 MiB or more over the machines that run them, those that stand out first.",
          "type": "array",
          "items": {
            "type": "object",
            "required": ["name", "machineCount", "medianBytes", "madBytes", "largestBytes", "robustDeviations", "standsOut", "machine"],
            "properties": {
              "name": { "type": "string", "minLength": 1 },
              "machineCount": { "$ref": "#/$defs/count" },
              "medianBytes": { "$ref": "#/$defs/size" },
              "madBytes": { "$ref": "#/$defs/size" },
              "largestBytes": { "$ref": "#/$defs/size" },
              "timesMedian": { "type": "number" },
              "robustDeviations": { "type": "number" },
              "standsOut": { "type": "boolean" },
              "machine": { "description": "The machine on which the app is largest.", "$ref": "#/$defs/machine" }
            }
          }
        },
        "findings": {
          "description": "How often each finding was made, by model and build; on one machine at least.",
          "type": "array",
          "items": {
            "type": "object",
            "required": ["id", "severity", "machineCount", "ofMachines", "archivePath"],
            "properties": {
              "id": { "type": "string", "minLength": 1 },
              "severity": { "enum": ["critical", "warning", "info"] },
              "model": { "type": "string", "minLength": 1 },
              "build": { "type": "string", "minLength": 1 },
              "machineCount": { "$ref": "#/$defs/count" },
              "ofMachines": { "$ref": "#/$defs/count" },
              "archivePath": { "type": "string", "minLength": 1 }
            }
          }
        },
        "thresholds": {
          "description": "The limits of the judgement.",
          "type": "object",
          "required": [
            "groupSize",
            "robustDeviations",
            "timesMedian",
            "kernelTimesMedian",
            "excessBytes",
            "excessShare",
            "kextChance"
          ],
          "properties": {
            "groupSize": { "$ref": "#/$defs/count" },
            "robustDeviations": { "type": "number" },
            "timesMedian": { "type": "number" },
            "kernelTimesMedian": { "type": "number" },
            "excessBytes": { "$ref": "#/$defs/size" },
            "excessShare": { "type": "number" },
            "kextChance": { "type": "number" }
          }
        }
      },
      "$defs": {
        \#(SharedSchemaData.tool),
        \#(SharedSchemaData.size),
        \#(SharedSchemaData.count),
        "machine": {
          "description": "A machine by its latest snapshot.",
          "type": "object",
          "required": ["name", "archivePath"],
          "properties": {
            "name": { "type": "string", "minLength": 1 },
            "archivePath": { "type": "string", "minLength": 1 },
            "snapshot": { "type": "integer" },
            "model": { "type": "string", "minLength": 1 },
            "build": { "type": "string", "minLength": 1 },
            "osVersion": { "type": "string", "minLength": 1 },
            "capturedAt": { "type": "string", "minLength": 1 },
            "uptimeSeconds": { "$ref": "#/$defs/count" },
            "installedBytes": { "$ref": "#/$defs/size" }
          }
        },
        "deviation": {
          "description": "A size against the median of similar machines.",
          "type": "object",
          "required": ["kind", "name", "robustDeviations", "standsOut"],
          "properties": {
            "kind": { "type": "string", "minLength": 1 },
            "name": { "type": "string", "minLength": 1 },
            "bytes": { "type": "integer" },
            "medianBytes": { "type": "integer" },
            "madBytes": { "type": "integer" },
            "excessBytes": { "type": "integer" },
            "timesMedian": { "type": "number" },
            "robustDeviations": { "type": "number" },
            "standsOut": { "type": "boolean" }
          }
        },
        "shareDeviation": {
          "description": "The kernel's share of memory against the median of similar machines.",
          "type": "object",
          "required": ["share", "median", "mad", "excess", "robustDeviations", "standsOut"],
          "properties": {
            "share": { "type": "number" },
            "median": { "type": "number" },
            "mad": { "type": "number" },
            "excess": { "type": "number" },
            "robustDeviations": { "type": "number" },
            "standsOut": { "type": "boolean" }
          }
        },
        "kind": {
          "description": "What the machines of a group have in common.",
          "type": "object",
          "required": ["model", "kernelSource", "kernelIsLowerBound"],
          "properties": {
            "model": { "type": "string", "minLength": 1 },
            "installedBytes": { "$ref": "#/$defs/size" },
            "build": { "type": "string", "minLength": 1 },
            "kernelSource": { "type": "string", "minLength": 1 },
            "kernelIsLowerBound": { "type": "boolean" }
          }
        },
        "group": {
          "description": "Similar machines, and what is usual among them.",
          "type": "object",
          "required": ["kind", "machineCount", "judgedCount", "kernelMedianBytes", "kernelMadBytes", "measures"],
          "properties": {
            "kind": { "$ref": "#/$defs/kind" },
            "machineCount": { "$ref": "#/$defs/count" },
            "judgedCount": { "$ref": "#/$defs/count" },
            "kernelMedianBytes": { "type": "integer" },
            "kernelMadBytes": { "type": "integer" },
            "kernelShareMedian": { "type": "number" },
            "kernelShareMad": { "type": "number" },
            "measures": {
              "type": "array",
              "items": {
                "type": "object",
                "required": ["kind", "name", "medianBytes", "madBytes"],
                "properties": {
                  "kind": { "type": "string", "minLength": 1 },
                  "name": { "type": "string", "minLength": 1 },
                  "medianBytes": { "type": "integer" },
                  "madBytes": { "type": "integer" }
                }
              }
            }
          }
        },
        "outlier": {
          "description": "A machine that stands out.",
          "type": "object",
          "required": ["machine", "group", "kernel", "parts", "unexplainedBytes"],
          "properties": {
            "machine": { "$ref": "#/$defs/machine" },
            "group": { "description": "The place of its group in groups, from 0.", "$ref": "#/$defs/count" },
            "kernel": { "$ref": "#/$defs/deviation" },
            "kernelShare": { "$ref": "#/$defs/shareDeviation" },
            "parts": { "type": "array", "items": {"$ref": "#/$defs/deviation"} },
            "unexplainedBytes": { "type": "integer" }
          }
        },
        "kext": {
          "description": "How often a kext is on outliers and on others.",
          "type": "object",
          "required": ["name", "outliers", "ofOutliers", "others", "ofOthers", "chance", "isShared"],
          "properties": {
            "name": { "type": "string", "minLength": 1 },
            "version": { "type": "string", "minLength": 1 },
            "outliers": { "$ref": "#/$defs/count" },
            "ofOutliers": { "$ref": "#/$defs/count" },
            "others": { "$ref": "#/$defs/count" },
            "ofOthers": { "$ref": "#/$defs/count" },
            "lift": { "type": "number" },
            "chance": { "type": "number", "minimum": 0 },
            "isShared": { "type": "boolean" }
          }
        },
        "kexts": {
          "description": "Kexts of the machines that stand out; without a model over all models.",
          "type": "object",
          "required": ["outlierCount", "outliersWithoutKextsCount", "kexts"],
          "properties": {
            "model": { "type": "string", "minLength": 1 },
            "outlierCount": { "$ref": "#/$defs/count" },
            "outliersWithoutKextsCount": { "$ref": "#/$defs/count" },
            "kexts": { "type": "array", "items": {"$ref": "#/$defs/kext"} }
          }
        }
      }
    }

    """#
}
