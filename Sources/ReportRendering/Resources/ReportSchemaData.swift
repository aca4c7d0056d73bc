// swift-format-ignore-file: the text below is data.

/// The JSON Schema of a report, as ``ReportSchema`` prints it.
enum ReportSchemaData {
  static let json = #"""
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "$id": "urn:sysbalance:report:1",
      "title": "sysbalance report",
      "description": "The object of `sysbalance report --format json`, and of each line of `--format jsonl`. \#(SharedSchemaData.note)",
      "type": "object",
      "required": [
        "schemaVersion",
        "archive",
        "scan",
        "sections",
        "balance",
        "ledger",
        "kernel",
        "user",
        "findings"
      ],
      "properties": {
        "schemaVersion": { "const": 1 },
        "tool": { "$ref": "#/$defs/tool" },
        "failure": {
          "description": "Why nothing could be reported; absent when something could.",
          "type": "string",
          "minLength": 1
        },
        "machine": {
          "description": "Which machine it is; absent when nothing is known of it.",
          "type": "object",
          "minProperties": 1,
          "properties": {
            "key": {
              "description": "The same in every capture of one machine; absent when too little is known.",
              "type": "string",
              "minLength": 1
            },
            "hostName": { "description": "A pseudonym under --redact.", "type": "string" },
            "model": { "type": "string", "minLength": 1 }
          }
        },
        "archive": { "$ref": "#/$defs/archive" },
        "scan": { "$ref": "#/$defs/scan" },
        "sections": {
          "description": "The sections that were found, then the main ones that are missing.",
          "type": "array",
          "items": { "$ref": "#/$defs/section" }
        },
        "balance": { "$ref": "#/$defs/balance" },
        "ledger": {
          "description": "Where the memory is, no byte counted twice.",
          "type": "array",
          "items": { "$ref": "#/$defs/ledgerEntry" }
        },
        "kernel": { "$ref": "#/$defs/kernel" },
        "user": { "$ref": "#/$defs/user" },
        "reconciliation": { "$ref": "#/$defs/reconciliation" },
        "panics": {
          "description": "Absent when the archive holds no report of one.",
          "type": "array",
          "minItems": 1,
          "items": { "$ref": "#/$defs/panic" }
        },
        "jetsamEvents": {
          "description": "Absent when the archive holds no report of one.",
          "type": "array",
          "minItems": 1,
          "items": { "$ref": "#/$defs/jetsamEvent" }
        },
        "zoneMapExhaustions": {
          "description": "Times when the zone map was nearly full, by the kernel's log. Absent when no log tells of one.",
          "type": "array",
          "minItems": 1,
          "items": { "$ref": "#/$defs/zoneMapExhaustion" }
        },
        "findings": {
          "description": "What the rules say, the most severe first, among those the largest.",
          "type": "array",
          "items": { "$ref": "#/$defs/finding" }
        },
        "redaction": {
          "description": "How many different names of each kind are replaced by pseudonyms; absent without --redact.",
          "type": "object",
          "properties": {
            "host": { "type": "integer", "minimum": 1 },
            "user": { "type": "integer", "minimum": 1 },
            "person": { "type": "integer", "minimum": 1 },
            "path": { "type": "integer", "minimum": 1 },
            "file": { "type": "integer", "minimum": 1 },
            "volume": { "type": "integer", "minimum": 1 },
            "serial": { "type": "integer", "minimum": 1 },
            "udid": { "type": "integer", "minimum": 1 },
            "mac": { "type": "integer", "minimum": 1 },
            "ip": { "type": "integer", "minimum": 1 },
            "email": { "type": "integer", "minimum": 1 }
          }
        },
        "rulesNotEvaluated": {
          "description": "Rules whose inputs are not in the archive: they have not passed.",
          "type": "array",
          "items": {
            "type": "object",
            "required": ["id", "reason"],
            "properties": {
              "id": { "type": "string", "minLength": 1 },
              "reason": { "type": "string", "minLength": 1 }
            }
          }
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
        "scan": {
          "description": "How far the archive was read, and what was wrong with it.",
          "type": "object",
          "required": ["outcome", "compressedBytesRead", "uncompressedBytesRead", "membersSeen", "problems"],
          "properties": {
            "outcome": {
              "description": "unreadable: not a single member could be had.",
              "enum": ["complete", "stoppedEarly", "truncated", "corrupt", "limited", "unreadable"]
            },
            "compressedBytesRead": { "$ref": "#/$defs/size" },
            "uncompressedBytesRead": { "$ref": "#/$defs/size" },
            "membersSeen": { "$ref": "#/$defs/count" },
            "problems": {
              "type": "array",
              "items": {
                "description": "One thing that was wrong.",
                "type": "object",
                "required": ["code", "message"],
                "properties": {
                  "code": { "type": "string", "pattern": "^[a-z][A-Za-z]*$" },
                  "message": { "type": "string", "minLength": 1 },
                  "member": { "type": "string" }
                }
              }
            }
          }
        },
        "section": {
          "description": "How well a section was read, or why it is missing.",
          "type": "object",
          "required": ["kind", "outcome"],
          "properties": {
            "kind": {
              "enum": [
                "zprint",
                "footprint",
                "kextstat",
                "vmStat",
                "sysctl",
                "swap",
                "collectionLog",
                "taskSummary",
                "systemVersion",
                "taskinfo",
                "spindump",
                "top",
                "jetsamPriority",
                "ps",
                "vmmap",
                "heap",
                "leaks",
                "panic",
                "jetsam",
                "kernelLog"
              ]
            },
            "outcome": { "enum": ["parsed", "partial", "missing", "unreadable"] },
            "member": { "type": "string", "minLength": 1 },
            "bytes": { "$ref": "#/$defs/size" },
            "rows": { "$ref": "#/$defs/count" },
            "generation": {
              "description": "The layout, or the range of layouts that look alike.",
              "type": "string",
              "pattern": "^([A-I](-[A-I])?|K[1-6](-K[1-6])?)$"
            },
            "unreadLines": {
              "type": "array",
              "maxItems": 20,
              "items": {
                "description": "A line that was not understood, cut to 200 bytes.",
                "type": "object",
                "required": ["line", "text"],
                "properties": { "line": {"$ref": "#/$defs/line"}, "text": {"type": "string"} }
              }
            },
            "unreadLineCount": { "$ref": "#/$defs/count" },
            "facts": {
              "description": "What the section says by itself, as named values.",
              "type": "array",
              "minItems": 1,
              "items": {
                "type": "object",
                "required": ["name"],
                "properties": {
                  "name": { "type": "string", "minLength": 1 },
                  "bytes": { "$ref": "#/$defs/size" },
                  "toleranceBytes": { "$ref": "#/$defs/size" },
                  "line": { "$ref": "#/$defs/line" },
                  "count": { "$ref": "#/$defs/count" },
                  "flag": { "type": "boolean" },
                  "text": { "type": "string" }
                }
              }
            },
            "reason": {
              "description": "Why a section is missing; of one that was found, why it is not whole.",
              "type": "string",
              "minLength": 1
            }
          },
          "if": { "properties": {"outcome": {"const": "missing"}} },
          "then": {
            "required": ["reason"],
            "properties": {
              "kind": { "enum": ["zprint", "footprint", "kextstat", "vmStat"] },
              "reason": { "enum": ["notCollected", "failed", "timedOut", "absent", "notReached"] },
              "member": false,
              "bytes": false,
              "rows": false,
              "generation": false,
              "unreadLines": false,
              "unreadLineCount": false
            }
          },
          "else": { "required": ["member", "bytes", "rows", "unreadLines", "unreadLineCount"] }
        },
        "balance": {
          "description": "Kernel against user, and the rest of the machine.",
          "type": "object",
          "required": [],
          "properties": {
            "kernel": {
              "description": "What the kernel holds.",
              "type": "object",
              "required": ["bytes", "toleranceBytes", "source", "isLowerBound"],
              "properties": {
                "bytes": { "$ref": "#/$defs/size" },
                "toleranceBytes": { "$ref": "#/$defs/size" },
                "source": { "enum": ["zprint.wired", "footprint.kernelTask", "zprint.zones", "vmStat.wired", "top.wired"] },
                "isLowerBound": { "type": "boolean" }
              }
            },
            "user": {
              "description": "What the processes hold.",
              "type": "object",
              "required": ["bytes", "toleranceBytes", "source", "isLowerBound"],
              "properties": {
                "bytes": { "$ref": "#/$defs/size" },
                "toleranceBytes": { "$ref": "#/$defs/size" },
                "source": { "$ref": "#/$defs/userSource" },
                "isLowerBound": { "type": "boolean" }
              }
            },
            "kernelShare": {
              "description": "kernel / (kernel + user).",
              "type": "number",
              "minimum": 0,
              "maximum": 1
            },
            "kernelShareOfInstalled": {
              "description": "kernel / installed memory.",
              "type": "number",
              "minimum": 0,
              "maximum": 1
            },
            "installedBytes": { "$ref": "#/$defs/size" },
            "compressorBytes": { "$ref": "#/$defs/size" },
            "fileBackedBytes": { "$ref": "#/$defs/size" },
            "freeBytes": { "$ref": "#/$defs/size" },
            "wiredBytes": { "$ref": "#/$defs/size" },
            "unexplainedBytes": {
              "description": "Installed memory less the counted entries of the ledger; negative when they explain too much.",
              "type": "integer"
            }
          },
          "dependentRequired": { "kernelShare": ["kernel", "user"], "unexplainedBytes": ["installedBytes"] }
        },
        "ledgerEntry": {
          "description": "One component of the machine's memory.",
          "type": "object",
          "required": ["component", "side", "relation"],
          "properties": {
            "component": { "type": "string", "minLength": 1 },
            "side": { "enum": ["kernel", "user", "machine"] },
            "bytes": {
              "description": "Absent when it is there but its size is not known.",
              "$ref": "#/$defs/size"
            },
            "toleranceBytes": { "$ref": "#/$defs/size" },
            "relation": { "enum": ["counted", "subset", "overlaps"] },
            "of": {
              "description": "The component that this one is a part of, or overlaps.",
              "type": "string",
              "minLength": 1
            },
            "source": { "$ref": "#/$defs/source" },
            "isLowerBound": {
              "description": "True where there is at least as much, and an unknown part more; absent elsewhere.",
              "const": true
            },
            "note": { "type": "string", "minLength": 1 }
          },
          "dependentRequired": { "bytes": ["toleranceBytes"], "toleranceBytes": ["bytes"], "source": ["bytes"] },
          "if": { "properties": {"relation": {"const": "counted"}} },
          "then": { "properties": {"of": false} },
          "else": { "required": ["of"] }
        },
        "kernel": {
          "description": "The kernel's side: zprint, kextstat, footprint's kernel_task.",
          "type": "object",
          "required": [],
          "properties": {
            "zones": {
              "description": "Every row, in the file's order.",
              "type": "array",
              "items": { "$ref": "#/$defs/zone" }
            },
            "zoneTotals": {
              "description": "As printed by zprint.",
              "type": "object",
              "required": [],
              "properties": {
                "sizeBytes": { "$ref": "#/$defs/size" },
                "usedBytes": { "$ref": "#/$defs/size" },
                "allocatedBytes": { "$ref": "#/$defs/size" }
              }
            },
            "wired": { "type": "array", "items": {"$ref": "#/$defs/wiredRow"} },
            "wiredTotalBytes": {
              "description": "The rows of the wired table and its row zones, without breakdowns.",
              "$ref": "#/$defs/size"
            },
            "maps": {
              "type": "array",
              "items": {
                "description": "Kernel address space: virtual, not memory.",
                "type": "object",
                "required": ["name", "bytes"],
                "properties": {
                  "name": { "type": "string", "minLength": 1 },
                  "bytes": { "$ref": "#/$defs/size" },
                  "freeBytes": { "$ref": "#/$defs/size" },
                  "largestFreeBytes": { "$ref": "#/$defs/size" },
                  "peakBytes": { "$ref": "#/$defs/size" }
                }
              }
            },
            "kexts": { "type": "array", "items": {"$ref": "#/$defs/kext"} },
            "kextImageBytes": {
              "description": "Sum of wiredBytes without the pseudo-kexts com.apple.kpi.",
              "$ref": "#/$defs/size"
            },
            "kernelTask": {
              "description": "The kernel, as footprint adds it up.",
              "type": "object",
              "required": ["categories"],
              "properties": {
                "footprintBytes": { "$ref": "#/$defs/size" },
                "toleranceBytes": { "$ref": "#/$defs/size" },
                "categories": { "type": "array", "items": {"$ref": "#/$defs/category"} }
              },
              "dependentRequired": { "footprintBytes": ["toleranceBytes"], "toleranceBytes": ["footprintBytes"] }
            }
          },
          "dependentRequired": {
            "zones": ["zoneTotals"],
            "wired": ["wiredTotalBytes", "maps", "zones"],
            "kexts": ["kextImageBytes"],
            "kextImageBytes": ["kexts"]
          }
        },
        "zone": {
          "description": "One kernel zone.",
          "type": "object",
          "required": ["name", "nameIsTruncated", "family", "elementBytes", "inUseCount", "usedBytes", "line"],
          "properties": {
            "name": { "type": "string", "minLength": 1 },
            "nameIsTruncated": { "type": "boolean" },
            "family": { "type": "string", "minLength": 1 },
            "elementBytes": { "$ref": "#/$defs/size" },
            "currentBytes": { "description": "Absent when redacted or dashed out.", "$ref": "#/$defs/size" },
            "maximumBytes": { "$ref": "#/$defs/size" },
            "inUseCount": { "$ref": "#/$defs/count" },
            "usedBytes": { "$ref": "#/$defs/size" },
            "lifetimeBytes": { "description": "Bytes ever allocated: never a size.", "$ref": "#/$defs/size" },
            "collectableBytes": { "$ref": "#/$defs/size" },
            "line": { "$ref": "#/$defs/line" }
          }
        },
        "wiredRow": {
          "description": "One row of the wired table.",
          "type": "object",
          "required": ["name", "kind", "bytes", "line"],
          "properties": {
            "name": { "type": "string", "minLength": 1 },
            "kind": {
              "description": "breakdown: name[zone], name[size.N], never to be added.",
              "enum": ["tag", "kext", "site", "counter", "breakdown"]
            },
            "tag": { "$ref": "#/$defs/count" },
            "loadTag": { "$ref": "#/$defs/count" },
            "bytes": { "$ref": "#/$defs/size" },
            "peakBytes": { "$ref": "#/$defs/size" },
            "line": { "$ref": "#/$defs/line" }
          }
        },
        "kext": {
          "description": "One loaded kernel extension.",
          "type": "object",
          "required": ["name", "version", "linkedAgainst", "isThirdParty"],
          "properties": {
            "index": { "$ref": "#/$defs/count" },
            "name": { "type": "string", "minLength": 1 },
            "version": { "type": "string" },
            "uuid": { "type": "string", "pattern": "^[0-9A-Fa-f-]{36}$" },
            "address": { "type": "string", "pattern": "^0x[0-9a-f]+$" },
            "sizeBytes": { "$ref": "#/$defs/size" },
            "wiredBytes": { "$ref": "#/$defs/size" },
            "heapBytes": { "description": "What the kext allocated beside its code, by zprint's row of the same bundle id; absent without a row.", "$ref": "#/$defs/size" },
            "references": { "$ref": "#/$defs/count" },
            "linkedAgainst": { "type": "array", "items": {"$ref": "#/$defs/count"} },
            "isThirdParty": { "type": "boolean" }
          }
        },
        "category": {
          "description": "Memory of one category; of kernel_task, of one zone or wired tag.",
          "type": "object",
          "required": ["name", "dirtyBytes", "cleanBytes", "reclaimableBytes", "regions"],
          "properties": {
            "name": { "type": "string", "minLength": 1 },
            "detail": { "type": "string" },
            "dirtyBytes": { "$ref": "#/$defs/size" },
            "cleanBytes": { "$ref": "#/$defs/size" },
            "reclaimableBytes": { "$ref": "#/$defs/size" },
            "swappedBytes": { "$ref": "#/$defs/size" },
            "wiredBytes": { "$ref": "#/$defs/size" },
            "regions": { "$ref": "#/$defs/count" }
          }
        },
        "user": {
          "description": "The processes' side: footprint without kernel_task.",
          "type": "object",
          "required": [],
          "properties": {
            "processes": {
              "description": "Largest first; those that could not be examined last.",
              "type": "array",
              "items": { "$ref": "#/$defs/process" }
            },
            "details": {
              "description": "What vmmap, heap and leaks say of single processes, one entry for each tool; absent without them.",
              "type": "array",
              "minItems": 1,
              "items": { "$ref": "#/$defs/processDetail" }
            },
            "summaryBytes": {
              "description": "Summary Footprint as printed, the kernel in it.",
              "$ref": "#/$defs/size"
            },
            "member": { "description": "The member that lists the processes.", "type": "string", "minLength": 1 },
            "groups": {
              "description": "The processes by app, largest first; every process is in one group.",
              "type": "array",
              "items": {
                "type": "object",
                "required": ["app", "processCount", "footprintBytes", "toleranceBytes"],
                "properties": {
                  "app": { "type": "string", "minLength": 1 },
                  "processCount": { "type": "integer", "minimum": 1 },
                  "footprintBytes": { "description": "The sum of the known footprints.", "$ref": "#/$defs/size" },
                  "toleranceBytes": { "$ref": "#/$defs/size" },
                  "isLowerBound": { "description": "True when the footprint of some process is unknown; absent otherwise.", "const": true }
                }
              }
            },
            "kernelTaskLedger": {
              "description": "kernel_task in a list of footprints: what was billed to the task. It is not the size of the kernel.",
              "$ref": "#/$defs/process"
            }
          },
          "dependentRequired": {
            "summaryBytes": ["processes"], "groups": ["processes"], "member": ["processes"]
          }
        },
        "userSource": {
          "description": "The list that footprints are read from, best first.",
          "enum": ["footprint.processes", "footprint.summary", "taskinfo", "spindump", "top", "jetsamPriority", "jetsamEvent"]
        },
        "process": {
          "description": "One process.",
          "type": "object",
          "required": ["name", "line", "errors"],
          "properties": {
            "name": { "type": "string" },
            "pid": { "description": "Absent when the list has none.", "$ref": "#/$defs/count" },
            "app": { "description": "The app that the process is grouped under.", "type": "string", "minLength": 1 },
            "source": { "$ref": "#/$defs/userSource" },
            "footprintBytes": {
              "description": "Absent when the process could not be examined.",
              "$ref": "#/$defs/size"
            },
            "toleranceBytes": { "$ref": "#/$defs/size" },
            "peakBytes": { "description": "The largest footprint by footprint.", "$ref": "#/$defs/size" },
            "lifetimePeakBytes": {
              "description": "The largest footprint of the process's life by any section; absent when none prints it.",
              "$ref": "#/$defs/size"
            },
            "otherFootprints": {
              "description": "Footprints in other sections that differ by more than 3 % and 1 MiB; absent when none does.",
              "type": "array",
              "minItems": 1,
              "items": {
                "type": "object",
                "required": ["source", "footprintBytes", "toleranceBytes"],
                "properties": {
                  "source": { "$ref": "#/$defs/userSource" },
                  "footprintBytes": { "$ref": "#/$defs/size" },
                  "toleranceBytes": { "$ref": "#/$defs/size" },
                  "line": { "$ref": "#/$defs/line" }
                }
              }
            },
            "line": { "description": "A line of user.member; of kernelTaskLedger, of the list that source names.", "$ref": "#/$defs/line" },
            "categories": {
              "description": "Absent where footprint does not list the process, and in what a store exports: it keeps the totals of all processes.",
              "type": "array",
              "items": {"$ref": "#/$defs/category"}
            },
            "errors": { "type": "array", "items": {"type": "string"} }
          },
          "dependentRequired": { "footprintBytes": ["toleranceBytes"], "toleranceBytes": ["footprintBytes"] }
        },
        "processDetail": {
          "description": "What vmmap, heap or leaks says of one process. Absent means not printed.",
          "type": "object",
          "required": ["tool", "member", "line"],
          "properties": {
            "name": { "type": "string" },
            "pid": { "$ref": "#/$defs/count" },
            "tool": { "enum": ["vmmap", "heap", "leaks"] },
            "member": { "type": "string", "minLength": 1 },
            "line": { "$ref": "#/$defs/line" },
            "footprintBytes": { "$ref": "#/$defs/size" },
            "toleranceBytes": { "$ref": "#/$defs/size" },
            "peakBytes": { "$ref": "#/$defs/size" },
            "messages": {
              "description": "Why the tool examined the process only in part, or not at all.",
              "type": "array",
              "items": { "type": "string" }
            },
            "regions": { "type": "array", "items": {"$ref": "#/$defs/regionType"} },
            "isAddedUp": {
              "description": "True where the regions are added up from a list: the text has no table of types.",
              "const": true
            },
            "zones": { "type": "array", "items": {"$ref": "#/$defs/mallocZone"} },
            "classes": { "type": "array", "items": {"$ref": "#/$defs/heapClass"} },
            "nodeCount": { "description": "Live blocks.", "$ref": "#/$defs/count" },
            "nodeBytes": { "$ref": "#/$defs/size" },
            "leakCount": { "$ref": "#/$defs/count" },
            "leakedBytes": { "$ref": "#/$defs/size" },
            "unexplainedBytes": {
              "description": "The footprint less what the types of region add to it; negative where they add up to more.",
              "type": "integer"
            },
            "checks": { "type": "array", "items": {"$ref": "#/$defs/processCheck"} }
          },
          "dependentRequired": { "footprintBytes": ["toleranceBytes"], "toleranceBytes": ["footprintBytes"], "isAddedUp": ["regions"] }
        },
        "regionType": {
          "description": "The memory of a process in regions of one type.",
          "type": "object",
          "required": ["type", "countsInTotal", "line"],
          "properties": {
            "type": { "type": "string", "minLength": 1 },
            "virtualBytes": { "$ref": "#/$defs/size" },
            "residentBytes": { "$ref": "#/$defs/size" },
            "dirtyBytes": { "description": "Without swapped memory.", "$ref": "#/$defs/size" },
            "swappedBytes": { "$ref": "#/$defs/size" },
            "volatileBytes": { "$ref": "#/$defs/size" },
            "nonvolatileBytes": { "$ref": "#/$defs/size" },
            "emptyBytes": { "$ref": "#/$defs/size" },
            "footprintBytes": {
              "description": "What the type adds to the footprint: dirty and swapped memory; of memory owned without a mapping, resident and swapped memory.",
              "$ref": "#/$defs/size"
            },
            "toleranceBytes": { "$ref": "#/$defs/size" },
            "regionCount": { "$ref": "#/$defs/count" },
            "countsInTotal": { "type": "boolean" },
            "note": { "type": "string", "minLength": 1 },
            "line": { "$ref": "#/$defs/line" }
          },
          "dependentRequired": { "footprintBytes": ["toleranceBytes"], "toleranceBytes": ["footprintBytes"] }
        },
        "mallocZone": {
          "description": "One malloc zone of a process.",
          "type": "object",
          "required": ["name", "line"],
          "properties": {
            "name": { "description": "The label, without the address.", "type": "string", "minLength": 1 },
            "virtualBytes": { "$ref": "#/$defs/size" },
            "residentBytes": { "$ref": "#/$defs/size" },
            "dirtyBytes": { "$ref": "#/$defs/size" },
            "swappedBytes": { "$ref": "#/$defs/size" },
            "allocationCount": { "$ref": "#/$defs/count" },
            "allocatedBytes": { "$ref": "#/$defs/size" },
            "fragmentationBytes": { "$ref": "#/$defs/size" },
            "regionCount": { "$ref": "#/$defs/count" },
            "line": { "$ref": "#/$defs/line" }
          }
        },
        "heapClass": {
          "description": "Live blocks of one class.",
          "type": "object",
          "required": ["name", "count", "bytes", "line"],
          "properties": {
            "name": { "type": "string", "minLength": 1 },
            "count": { "$ref": "#/$defs/count" },
            "bytes": { "$ref": "#/$defs/size" },
            "type": { "type": "string", "minLength": 1 },
            "binary": { "type": "string", "minLength": 1 },
            "line": { "$ref": "#/$defs/line" }
          }
        },
        "processCheck": {
          "description": "Two figures of the same text that must be equal within the tolerance.",
          "type": "object",
          "required": ["subject", "stated", "found", "tolerance", "isSize", "holds"],
          "properties": {
            "subject": { "type": "string", "minLength": 1 },
            "stated": { "type": "integer" },
            "found": { "type": "integer" },
            "tolerance": { "type": "integer", "minimum": 0 },
            "isSize": { "description": "True for bytes, false for a number of things.", "type": "boolean" },
            "holds": { "type": "boolean" }
          }
        },
        "reconciliation": {
          "description": "Why zprint's total and the size shown for kernel_task differ; absent without zprint.",
          "type": "object",
          "required": ["title", "inside", "outside"],
          "properties": {
            "title": { "type": "string", "minLength": 1 },
            "inside": { "type": "string", "minLength": 1 },
            "zonesBytes": {
              "description": "zprint's total of the zones; absent when sizes are redacted.",
              "$ref": "#/$defs/size"
            },
            "outside": {
              "type": "array",
              "items": {
                "description": "What zprint's total leaves out.",
                "type": "object",
                "required": ["component", "why"],
                "properties": {
                  "component": { "type": "string", "minLength": 1 },
                  "bytes": { "$ref": "#/$defs/size" },
                  "toleranceBytes": { "$ref": "#/$defs/size" },
                  "why": { "type": "string", "minLength": 1 }
                },
                "dependentRequired": { "bytes": ["toleranceBytes"], "toleranceBytes": ["bytes"] }
              }
            }
          }
        },
        "panic": {
          "description": "A panic that the archive holds a report of.",
          "type": "object",
          "required": ["source", "kind", "message", "kextsInBacktrace"],
          "properties": {
            "source": { "$ref": "#/$defs/source" },
            "kind": { "enum": ["zoneExhausted", "zoneCorrupted", "compressorExhausted", "other"] },
            "message": { "description": "The first sentence; empty in an excerpt without it.", "type": "string" },
            "exhaustedZone": { "description": "The zone that could not grow.", "type": "string", "minLength": 1 },
            "exhaustedZoneElements": { "$ref": "#/$defs/count" },
            "suspectedZone": { "description": "The zone that the kernel suspects of a leak.", "type": "string", "minLength": 1 },
            "suspectedZoneBytes": { "$ref": "#/$defs/size" },
            "suspectedZoneElements": { "$ref": "#/$defs/count" },
            "corruptedZone": { "description": "The zone in which memory was damaged.", "type": "string", "minLength": 1 },
            "task": { "description": "As printed, with the process number where there is one.", "type": "string", "minLength": 1 },
            "process": { "description": "The name of the process in which the kernel gave up.", "type": "string" },
            "kextsInBacktrace": { "type": "array", "items": {"type": "string", "minLength": 1} },
            "kextsSuspected": {
              "description": "Kexts of the backtrace that the kernel itself suspects; absent without such a backtrace.",
              "type": "array",
              "items": { "type": "string", "minLength": 1 }
            },
            "suspectedOutstandingBytes": { "$ref": "#/$defs/size" },
            "loadedKexts": {
              "type": "array",
              "items": {
                "type": "object",
                "required": ["name", "version", "isThirdParty"],
                "properties": {
                  "name": { "type": "string", "minLength": 1 },
                  "version": { "type": "string" },
                  "isThirdParty": { "type": "boolean" }
                }
              }
            },
            "zones": { "description": "Zones above 1 MB at the panic.", "type": "array", "items": { "$ref": "#/$defs/listedZone" } },
            "listedOutsideZones": {
              "description": "Kernel stacks, page tables and large allocations of the same list.",
              "type": "array",
              "items": { "$ref": "#/$defs/listedZone" }
            },
            "compressor": {
              "type": "object",
              "required": ["line"],
              "properties": {
                "pagesPercent": { "$ref": "#/$defs/count" },
                "pagesState": { "type": "string" },
                "segmentsPercent": { "$ref": "#/$defs/count" },
                "segmentsState": { "type": "string" },
                "swapfiles": { "$ref": "#/$defs/count" },
                "swapSpace": { "type": "string" },
                "line": { "$ref": "#/$defs/line" }
              }
            },
            "processes": {
              "description": "Processes of the report's stackshot. Resident memory is no footprint.",
              "type": "array",
              "items": {
                "type": "object",
                "required": ["name"],
                "properties": {
                  "name": { "type": "string" },
                  "pid": { "$ref": "#/$defs/count" },
                  "residentBytes": { "$ref": "#/$defs/size" }
                }
              }
            },
            "time": { "description": "As the report prints it.", "type": "string", "minLength": 1 },
            "osVersion": { "type": "string", "minLength": 1 },
            "build": { "type": "string", "minLength": 1 },
            "model": { "type": "string" },
            "uptimeSeconds": { "$ref": "#/$defs/count" }
          },
          "dependentRequired": { "suspectedZoneBytes": ["suspectedZone"], "suspectedZoneElements": ["suspectedZone"] }
        },
        "listedZone": {
          "type": "object",
          "required": ["name", "bytes"],
          "properties": {
            "name": { "type": "string", "minLength": 1 },
            "bytes": { "$ref": "#/$defs/size" },
            "freeBytes": { "$ref": "#/$defs/size" },
            "line": { "$ref": "#/$defs/line" }
          }
        },
        "jetsamEvent": {
          "description": "A time before the capture when a process was killed for memory; figures are of that time.",
          "type": "object",
          "required": ["member"],
          "properties": {
            "member": { "type": "string", "minLength": 1 },
            "time": { "description": "As the report prints it.", "type": "string", "minLength": 1 },
            "osVersion": { "type": "string", "minLength": 1 },
            "build": { "type": "string", "minLength": 1 },
            "model": { "type": "string", "minLength": 1 },
            "pageSize": { "description": "Bytes of a page; without it sizes in bytes are not known.", "type": "integer", "minimum": 1 },
            "memoryPages": {
              "description": "Pages by state, by the report's own words.",
              "type": "object",
              "additionalProperties": { "$ref": "#/$defs/count" }
            },
            "compressorPages": { "description": "compressorSize of the report.", "$ref": "#/$defs/count" },
            "zoneMapBytes": { "$ref": "#/$defs/size" },
            "zoneMapCapacityBytes": { "$ref": "#/$defs/size" },
            "largestZone": { "type": "string", "minLength": 1 },
            "largestZoneBytes": { "$ref": "#/$defs/size" },
            "largestProcess": { "type": "string", "minLength": 1 },
            "largestProcessBytes": { "$ref": "#/$defs/size" },
            "victims": {
              "description": "The processes that were killed; absent when the report lists no process.",
              "type": "array",
              "items": { "$ref": "#/$defs/jetsamProcess" }
            },
            "processes": { "type": "array", "items": { "$ref": "#/$defs/jetsamProcess" } }
          }
        },
        "jetsamProcess": {
          "type": "object",
          "required": ["name", "line"],
          "properties": {
            "name": { "type": "string", "minLength": 1 },
            "pid": { "$ref": "#/$defs/count" },
            "residentPages": { "$ref": "#/$defs/count" },
            "bytes": { "$ref": "#/$defs/size" },
            "lifetimePeakBytes": { "$ref": "#/$defs/size" },
            "reason": { "description": "Why it was killed; absent of a process that was not.", "type": "string", "minLength": 1 },
            "line": { "$ref": "#/$defs/line" }
          }
        },
        "zoneMapExhaustion": {
          "description": "A time when the zone map was nearly full.",
          "type": "object",
          "required": ["source"],
          "properties": {
            "source": { "$ref": "#/$defs/source" },
            "time": { "description": "As the log prints it.", "type": "string", "minLength": 1 },
            "zoneMapBytes": { "$ref": "#/$defs/size" },
            "zoneMapCapacityBytes": { "$ref": "#/$defs/size" },
            "limitPercent": { "description": "From this share on the kernel kills processes.", "$ref": "#/$defs/count" },
            "largestZone": { "type": "string", "minLength": 1 },
            "largestZoneBytes": { "$ref": "#/$defs/size" }
          }
        }
      }
    }

    """#
}
