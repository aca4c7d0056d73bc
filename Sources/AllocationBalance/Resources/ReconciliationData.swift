// swift-format-ignore-file: the text below is data.

/// The components missing from zprint's total, by generation, as JSON: data of ``Reconciliation``.
enum ReconciliationData {
  static let json = #"""
    [
      {
        "oldest": "A",
        "newest": "C",
        "title": "up to 10.10 zprint knows zones only",
        "inside": "kernel_stacks, page_tables (of all tasks) and kalloc.large are zone rows: they are in the total",
        "outside": [
          {
            "component": "everything else",
            "why": "top's size of kernel_task less the zones, where the archive has top's list",
            "measure": "outsideZones"
          },
          {
            "component": "code and data of loaded kexts",
            "why": "kextstat's Wired column, without com.apple.kpi rows",
            "measure": "kextImages"
          },
          {
            "component": "the kernel's own text and data",
            "why": "no tool of this release prints it"
          },
          {
            "component": "large IOMalloc and kmem_alloc buffers of drivers, graphics memory mapped into the kernel",
            "why": "no tool of this release prints them; as a rule the largest part of the difference"
          },
          {
            "component": "network buffers, buffer cache, the array of pages",
            "why": "no tool of this release prints them"
          },
          {
            "component": "compressed pages (10.9 and later)",
            "why": "resident in the kernel's map, so a plain resident size of kernel_task includes them",
            "measure": "compressor"
          }
        ]
      },
      {
        "oldest": "D",
        "newest": "F",
        "title": "on 10.11 to 10.13.3 TOTAL SIZE wrongly adds the wired tags to the zones; the row `zones` is the zones alone",
        "inside": "the row `zones` counts zones only",
        "outside": [
          {
            "component": "wired memory by subsystem",
            "why": "rows VM_KERN_MEMORY_ of the wired table",
            "measure": "wiredTags"
          },
          {
            "component": "page tables of all tasks",
            "why": "part of the above: tags PTE and PMAP",
            "measure": "pageTables"
          },
          {
            "component": "kernel stacks",
            "why": "part of the above: tag STACK",
            "measure": "stacks"
          },
          {
            "component": "what kexts allocated",
            "why": "kext rows of the wired table",
            "measure": "kextHeap"
          },
          {
            "component": "memory set aside at boot: the kernel, prelinked kexts",
            "why": "rows VM_KERN_COUNT_ of the wired table",
            "measure": "bootCounters"
          },
          {
            "component": "memory that user processes wired",
            "why": "tag MLOCK: in zprint's total, not the kernel's",
            "measure": "mlock"
          },
          {
            "component": "compressed pages",
            "why": "not wired, not in zprint: vm_stat's pages occupied by the compressor",
            "measure": "compressor"
          },
          {
            "component": "wired pages without a tag",
            "why": "vm_stat's wired pages less zprint's total",
            "measure": "wiredRemainder"
          }
        ]
      },
      {
        "oldest": "G",
        "newest": "I",
        "title": "from 10.13.4 on TOTAL SIZE is the zones alone; the wired table holds the rest of wired memory",
        "inside": "TOTAL SIZE counts zones only; zone views and rows name[…] are already included",
        "outside": [
          {
            "component": "wired memory by subsystem",
            "why": "rows VM_KERN_MEMORY_ of the wired table",
            "measure": "wiredTags"
          },
          {
            "component": "page tables of all tasks",
            "why": "part of the above: tags PTE and PMAP",
            "measure": "pageTables"
          },
          {
            "component": "kernel stacks",
            "why": "part of the above: tag STACK",
            "measure": "stacks"
          },
          {
            "component": "what kexts allocated",
            "why": "kext rows of the wired table",
            "measure": "kextHeap"
          },
          {
            "component": "memory set aside at boot: the kernel and its collection of kexts",
            "why": "rows VM_KERN_COUNT_ of the wired table",
            "measure": "bootCounters"
          },
          {
            "component": "memory that user processes wired",
            "why": "tag MLOCK: in zprint's total, not the kernel's",
            "measure": "mlock"
          },
          {
            "component": "compressed pages",
            "why": "not wired, not in zprint: vm_stat's pages occupied by the compressor",
            "measure": "compressor"
          },
          {
            "component": "wired pages without a tag",
            "why": "vm_stat's wired pages less zprint's total",
            "measure": "wiredRemainder"
          },
          {
            "component": "phys_footprint of kernel_task",
            "why": "from 10.14 on only what was billed to the task: it says nothing of the kernel's memory"
          }
        ]
      },
      {
        "oldest": "A",
        "newest": "I",
        "title": "the text does not tell which release printed it; its zones are all that it has",
        "inside": "zones; up to 10.10 kernel_stacks, page_tables and kalloc.large are zones too, none of them is in this text",
        "outside": [
          {
            "component": "page tables, kernel stacks, large allocations, device buffers",
            "why": "from 10.11 on in the wired table, which zprint prints without -L"
          },
          {
            "component": "code and data of loaded kexts",
            "why": "kextstat's Wired column, without com.apple.kpi rows",
            "measure": "kextImages"
          },
          {
            "component": "compressed pages (10.9 and later)",
            "why": "not wired, not in zprint: vm_stat's pages occupied by the compressor",
            "measure": "compressor"
          }
        ]
      }
    ]

    """#
}
