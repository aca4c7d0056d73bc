// swift-format-ignore-file: the text below is data.

/// The names that ``NameDictionary`` knows, as JSON.
///
/// A string literal costs nothing to compile; a resource embedded as an array of bytes takes a minute.
enum DictionaryData {
  static let json = #"""
    {
      "families": [
        {
          "prefix": "data_shared.kalloc.",
          "family": "data.kalloc."
        },
        {
          "prefix": "data_shakalloc.",
          "family": "data.kalloc."
        },
        {
          "prefix": "shared.kalloc.",
          "family": "kalloc."
        },
        {
          "prefix": "default.kalloc.",
          "family": "kalloc."
        },
        {
          "prefix": "early.kalloc.",
          "family": "kalloc."
        },
        {
          "prefix": "kext.kalloc.",
          "family": "kalloc."
        },
        {
          "prefix": "KHEAP_DATA_BUFFERS",
          "family": "data.kalloc"
        }
      ],
      "entries": [
        {
          "name": "VM_KERN_MEMORY_OSFMK",
          "kind": "tag",
          "title": "Mach core: tasks, threads, the array of pages",
          "meaning": "Wired memory that the Mach part of the kernel takes for itself, outside zones. That the array of page descriptors counts here on some releases is inferred.",
          "numbers": [
            "1"
          ],
          "aliases": [
            "OSFMK"
          ],
          "subsystem": "Mach",
          "since": "10.11",
          "sources": [
            "xnu osfmk/mach/vm_statistics.h",
            "xnu osfmk/vm/vm_resident.c"
          ]
        },
        {
          "name": "VM_KERN_MEMORY_BSD",
          "kind": "tag",
          "title": "BSD layer: processes, files, sockets",
          "meaning": "Wired memory of the BSD part of the kernel outside zones, such as hash tables and buffers of the file layer.",
          "numbers": [
            "2"
          ],
          "aliases": [
            "BSD"
          ],
          "subsystem": "BSD",
          "since": "10.11",
          "cautions": [
            "On 10.11 and 10.12 zprint takes the second figure of its `total … of …` line from any row numbered 2, so this row may stand there."
          ],
          "sources": [
            "xnu osfmk/mach/vm_statistics.h"
          ]
        },
        {
          "name": "VM_KERN_MEMORY_IOKIT",
          "kind": "tag",
          "title": "IOKit: device buffers; may hold buffers that processes wired",
          "meaning": "Wired memory of IOKit and of drivers without a row of their own: buffers for devices and direct memory access.",
          "numbers": [
            "3"
          ],
          "aliases": [
            "IOKIT"
          ],
          "subsystem": "IOKit",
          "allocatedBy": "IOKit itself, or drivers through it.",
          "since": "10.11",
          "cautions": [
            "It may hold pages of user buffers wired for a device; those count in a process's footprint as well."
          ],
          "sources": [
            "xnu osfmk/mach/vm_statistics.h",
            "xnu osfmk/vm/vm_resident.c"
          ]
        },
        {
          "name": "VM_KERN_MEMORY_LIBKERN",
          "kind": "tag",
          "title": "C++ objects of drivers",
          "meaning": "Wired memory of libkern, the C++ run time of drivers, outside zones.",
          "numbers": [
            "4"
          ],
          "aliases": [
            "LIBKERN"
          ],
          "subsystem": "libkern",
          "since": "10.11",
          "sources": [
            "xnu osfmk/mach/vm_statistics.h"
          ]
        },
        {
          "name": "VM_KERN_MEMORY_OSKEXT",
          "kind": "tag",
          "title": "bookkeeping of loaded kexts",
          "meaning": "What the kernel keeps about kexts: their property lists, symbols and load state.",
          "numbers": [
            "5"
          ],
          "aliases": [
            "OSKEXT"
          ],
          "subsystem": "kexts",
          "since": "10.11",
          "sources": [
            "xnu osfmk/mach/vm_statistics.h",
            "xnu libkern/c++/OSKext.cpp"
          ]
        },
        {
          "name": "VM_KERN_MEMORY_KEXT",
          "kind": "tag",
          "title": "code and data of kexts loaded at run time",
          "meaning": "Memory that holds kexts loaded after boot. Kexts that were linked into the boot image lie in the boot memory instead.",
          "numbers": [
            "6"
          ],
          "aliases": [
            "KEXT"
          ],
          "subsystem": "kexts",
          "since": "10.11",
          "cautions": [
            "kextstat's sizes describe the same bytes: never add the two."
          ],
          "sources": [
            "xnu osfmk/mach/vm_statistics.h",
            "xnu libkern/c++/OSKext.cpp"
          ]
        },
        {
          "name": "VM_KERN_MEMORY_IPC",
          "kind": "tag",
          "title": "Mach messages",
          "meaning": "Wired memory of Mach messaging outside zones: copies of message bodies and tables of port names.",
          "numbers": [
            "7"
          ],
          "aliases": [
            "IPC"
          ],
          "subsystem": "Mach IPC",
          "since": "10.11",
          "sources": [
            "xnu osfmk/mach/vm_statistics.h"
          ]
        },
        {
          "name": "VM_KERN_MEMORY_STACK",
          "kind": "tag",
          "title": "kernel stacks of all threads",
          "meaning": "Every thread needs a stack in the kernel; this is all of them.",
          "numbers": [
            "8"
          ],
          "aliases": [
            "STACK",
            "kernel stacks"
          ],
          "subsystem": "Mach",
          "allocatedBy": "One stack a thread, of whichever process.",
          "since": "10.11",
          "sources": [
            "xnu osfmk/mach/vm_statistics.h",
            "xnu osfmk/vm/vm_resident.c"
          ]
        },
        {
          "name": "VM_KERN_MEMORY_CPU",
          "kind": "tag",
          "title": "per-CPU data",
          "meaning": "Memory that each processor has for itself.",
          "numbers": [
            "9"
          ],
          "aliases": [
            "CPU"
          ],
          "subsystem": "Mach",
          "since": "10.11",
          "sources": [
            "xnu osfmk/mach/vm_statistics.h",
            "xnu osfmk/vm/vm_resident.c"
          ]
        },
        {
          "name": "VM_KERN_MEMORY_PMAP",
          "kind": "tag",
          "title": "physical map: page tables of all tasks",
          "meaning": "Bookkeeping of the physical map. With PTE it covers the page tables of every task, not the kernel's alone.",
          "numbers": [
            "10"
          ],
          "aliases": [
            "PMAP"
          ],
          "subsystem": "pmap",
          "since": "10.11",
          "sources": [
            "xnu osfmk/mach/vm_statistics.h",
            "xnu osfmk/vm/vm_resident.c"
          ]
        },
        {
          "name": "VM_KERN_MEMORY_PTE",
          "kind": "tag",
          "title": "page tables of all tasks",
          "meaning": "Page tables: they say where each mapped page of every process and of the kernel lies. They grow with how much is mapped, and how scattered.",
          "numbers": [
            "11"
          ],
          "aliases": [
            "PTE"
          ],
          "subsystem": "pmap",
          "allocatedBy": "The kernel, for processes that map memory: look at processes with very many regions.",
          "since": "10.11",
          "cautions": [
            "On Apple silicon a process's own footprint counts its page tables too: an overlap with user memory."
          ],
          "known": [
            {
              "what": "grew past 8 GB on macOS 26 on an Intel Mac while a media server ran, and was released when that process was restarted",
              "source": "jellyfin/jellyfin#17640"
            }
          ],
          "sources": [
            "xnu osfmk/mach/vm_statistics.h",
            "xnu osfmk/vm/vm_resident.c"
          ]
        },
        {
          "name": "VM_KERN_MEMORY_ZONE",
          "kind": "tag",
          "title": "the zones, hidden in zprint",
          "meaning": "Memory of the zone allocator. zprint hides this tag and prints the row `zones` in its place.",
          "numbers": [
            "12"
          ],
          "aliases": [
            "ZONE"
          ],
          "subsystem": "zalloc",
          "since": "10.11",
          "cautions": [
            "footprint shows it as clean memory of kernel_task marked hidden; it repeats the zones' bytes."
          ],
          "sources": [
            "xnu osfmk/mach/vm_statistics.h",
            "xnu osfmk/kern/zalloc.c",
            "system_cmds zprint/zprint.c"
          ]
        },
        {
          "name": "VM_KERN_MEMORY_KALLOC",
          "kind": "tag",
          "title": "large allocations, outside zones",
          "meaning": "General allocations too large for a zone: they are made of whole pages and counted here.",
          "numbers": [
            "13"
          ],
          "aliases": [
            "KALLOC"
          ],
          "subsystem": "kalloc",
          "since": "10.11",
          "cautions": [
            "It does not overlap with the zones kalloc.N."
          ],
          "sources": [
            "xnu osfmk/mach/vm_statistics.h",
            "xnu osfmk/kern/kalloc.c"
          ]
        },
        {
          "name": "VM_KERN_MEMORY_COMPRESSOR",
          "kind": "tag",
          "title": "bookkeeping of the compressor, not the compressed pages",
          "meaning": "Wired tables of the memory compressor.",
          "numbers": [
            "14"
          ],
          "aliases": [
            "COMPRESSOR"
          ],
          "subsystem": "VM compressor",
          "since": "10.11",
          "cautions": [
            "The compressed pages themselves are not wired and not here: see vm_stat's pages occupied by compressor."
          ],
          "sources": [
            "xnu osfmk/mach/vm_statistics.h",
            "xnu osfmk/vm/vm_resident.c"
          ]
        },
        {
          "name": "VM_KERN_MEMORY_COMPRESSED_DATA",
          "kind": "tag",
          "title": "compressed pages, where they are wired",
          "meaning": "A tag reserved for compressed data. The compressed pages are normally resident without being wired, so it is rarely printed.",
          "numbers": [
            "15"
          ],
          "aliases": [
            "COMPRESSED_DATA"
          ],
          "subsystem": "VM compressor",
          "since": "10.11",
          "sources": [
            "xnu osfmk/mach/vm_statistics.h"
          ]
        },
        {
          "name": "VM_KERN_MEMORY_PHANTOM_CACHE",
          "kind": "tag",
          "title": "memory of pages that left the cache",
          "meaning": "Tables with which the kernel remembers pages of files that it threw out, to see whether they come back soon.",
          "numbers": [
            "16"
          ],
          "aliases": [
            "PHANTOM_CACHE"
          ],
          "subsystem": "VM",
          "since": "10.11",
          "sources": [
            "xnu osfmk/mach/vm_statistics.h",
            "xnu osfmk/vm/vm_phantom_cache.c"
          ]
        },
        {
          "name": "VM_KERN_MEMORY_WAITQ",
          "kind": "tag",
          "title": "wait queues",
          "meaning": "Tables of wait queues, on which threads sleep.",
          "numbers": [
            "17"
          ],
          "aliases": [
            "WAITQ"
          ],
          "subsystem": "Mach",
          "since": "10.11",
          "sources": [
            "xnu osfmk/mach/vm_statistics.h",
            "xnu osfmk/kern/waitq.c (by the subsystem; the file was not opened for this entry)"
          ]
        },
        {
          "name": "VM_KERN_MEMORY_DIAG",
          "kind": "tag",
          "title": "diagnostics: traces, stackshots",
          "meaning": "Buffers for kernel traces, profiling and stackshots.",
          "numbers": [
            "18"
          ],
          "aliases": [
            "DIAG"
          ],
          "subsystem": "diagnostics",
          "allocatedBy": "Tools that trace the kernel; a running trace can make it large.",
          "since": "10.11",
          "sources": [
            "xnu osfmk/mach/vm_statistics.h"
          ]
        },
        {
          "name": "VM_KERN_MEMORY_LOG",
          "kind": "tag",
          "title": "kernel logs",
          "meaning": "Buffers of the kernel's logs.",
          "numbers": [
            "19"
          ],
          "aliases": [
            "LOG"
          ],
          "subsystem": "logging",
          "since": "10.11",
          "sources": [
            "xnu osfmk/mach/vm_statistics.h"
          ]
        },
        {
          "name": "VM_KERN_MEMORY_FILE",
          "kind": "tag",
          "title": "file system buffers",
          "meaning": "Wired buffers of file systems and file reading.",
          "numbers": [
            "20"
          ],
          "aliases": [
            "FILE"
          ],
          "subsystem": "VFS",
          "since": "10.11",
          "sources": [
            "xnu osfmk/mach/vm_statistics.h"
          ]
        },
        {
          "name": "VM_KERN_MEMORY_MBUF",
          "kind": "tag",
          "title": "network buffers",
          "meaning": "Memory behind the network buffers, where they do not lie in zones.",
          "numbers": [
            "21"
          ],
          "aliases": [
            "MBUF"
          ],
          "subsystem": "networking",
          "since": "10.11",
          "sources": [
            "xnu osfmk/mach/vm_statistics.h"
          ]
        },
        {
          "name": "VM_KERN_MEMORY_UBC",
          "kind": "tag",
          "title": "lists for reading and writing file pages",
          "meaning": "Unified buffer cache: pages and page lists held wired while files are read and written.",
          "numbers": [
            "22"
          ],
          "aliases": [
            "UBC"
          ],
          "subsystem": "VM and VFS",
          "since": "10.11",
          "sources": [
            "xnu osfmk/mach/vm_statistics.h"
          ]
        },
        {
          "name": "VM_KERN_MEMORY_SECURITY",
          "kind": "tag",
          "title": "MAC policies, code signatures",
          "meaning": "Memory of the security policies: labels, profiles, code signatures.",
          "numbers": [
            "23"
          ],
          "aliases": [
            "SECURITY"
          ],
          "subsystem": "security",
          "since": "10.11",
          "sources": [
            "xnu osfmk/mach/vm_statistics.h"
          ]
        },
        {
          "name": "VM_KERN_MEMORY_MLOCK",
          "kind": "tag",
          "title": "wired by user processes (mlock)",
          "meaning": "Pages that user processes asked to keep in memory. It stands in zprint's total, but it is user memory.",
          "numbers": [
            "24"
          ],
          "aliases": [
            "MLOCK",
            "mlock"
          ],
          "subsystem": "user memory",
          "allocatedBy": "Processes that call mlock or mach_vm_wire; virtual machines are common ones.",
          "since": "10.11",
          "cautions": [
            "Subtract it for the kernel alone, as footprint does for kernel_task.",
            "footprint tests the number 24 only, so a kext that was given the load tag 24 may be filed as user wired (inferred from a decompiled listing)."
          ],
          "sources": [
            "xnu osfmk/mach/vm_statistics.h",
            "xnu osfmk/vm/vm_resident.c",
            "footprint(1)"
          ]
        },
        {
          "name": "VM_KERN_MEMORY_REASON",
          "kind": "tag",
          "title": "exit reasons",
          "meaning": "Records of why processes ended.",
          "numbers": [
            "25"
          ],
          "aliases": [
            "REASON"
          ],
          "subsystem": "BSD",
          "since": "10.12",
          "sources": [
            "xnu osfmk/mach/vm_statistics.h",
            "xnu bsd/kern/kern_exit.c (by the subsystem; the file was not opened for this entry)"
          ]
        },
        {
          "name": "VM_KERN_MEMORY_SKYWALK",
          "kind": "tag",
          "title": "Skywalk: user-space networking",
          "meaning": "Buffers and rings of Skywalk, which lets processes and drivers share network packets.",
          "numbers": [
            "26"
          ],
          "aliases": [
            "SKYWALK"
          ],
          "subsystem": "networking",
          "since": "10.12",
          "sources": [
            "xnu osfmk/mach/vm_statistics.h",
            "xnu bsd/skywalk (by the subsystem; the file was not opened for this entry)"
          ]
        },
        {
          "name": "VM_KERN_MEMORY_LTABLE",
          "kind": "tag",
          "title": "link tables of wait queues",
          "meaning": "Tables that link wait queues with sets of them.",
          "numbers": [
            "27"
          ],
          "aliases": [
            "LTABLE"
          ],
          "subsystem": "Mach",
          "since": "10.12",
          "sources": [
            "xnu osfmk/mach/vm_statistics.h"
          ]
        },
        {
          "name": "VM_KERN_MEMORY_HV",
          "kind": "tag",
          "title": "hypervisor: memory of virtual machines",
          "meaning": "Wired memory of the hypervisor for virtual machines. By its name it serves guests, so it is owed to the process that runs them.",
          "numbers": [
            "28"
          ],
          "aliases": [
            "HV",
            "VM_KERN_MEMORY_28"
          ],
          "subsystem": "hypervisor",
          "since": "11",
          "sources": [
            "xnu osfmk/mach/vm_statistics.h"
          ]
        },
        {
          "name": "VM_KERN_MEMORY_KALLOC_DATA",
          "kind": "tag",
          "title": "large allocations of plain data, outside zones",
          "meaning": "Large general allocations that hold plain bytes and no pointers.",
          "numbers": [
            "29 (12 and later)"
          ],
          "aliases": [
            "KALLOC_DATA"
          ],
          "subsystem": "kalloc",
          "since": "12",
          "cautions": [
            "The number 29 was used again: on 11 it is VM_KERN_MEMORY_RETIRED. Key on the name."
          ],
          "sources": [
            "xnu osfmk/mach/vm_statistics.h",
            "xnu osfmk/kern/kalloc.h"
          ]
        },
        {
          "name": "VM_KERN_MEMORY_RETIRED",
          "kind": "tag",
          "title": "retired pages",
          "meaning": "Pages that were taken out of use. That they failed is inferred from the name.",
          "numbers": [
            "29 (11)",
            "30 (12 and later)"
          ],
          "aliases": [
            "RETIRED"
          ],
          "subsystem": "VM",
          "since": "11",
          "cautions": [
            "Its number moved from 29 to 30 with macOS 12. Key on the name."
          ],
          "sources": [
            "xnu osfmk/mach/vm_statistics.h"
          ]
        },
        {
          "name": "VM_KERN_MEMORY_KALLOC_TYPE",
          "kind": "tag",
          "title": "large allocations by type, outside zones",
          "meaning": "Large general allocations made through the typed interface, which keeps kinds of objects apart.",
          "numbers": [
            "31"
          ],
          "aliases": [
            "KALLOC_TYPE"
          ],
          "subsystem": "kalloc",
          "since": "12",
          "sources": [
            "xnu osfmk/mach/vm_statistics.h",
            "xnu osfmk/kern/kalloc.h"
          ]
        },
        {
          "name": "VM_KERN_MEMORY_TRIAGE",
          "kind": "tag",
          "title": "records for crash triage",
          "meaning": "Trace buffers in which the kernel keeps notes for the reports of crashes.",
          "numbers": [
            "32"
          ],
          "aliases": [
            "TRIAGE"
          ],
          "subsystem": "diagnostics",
          "since": "12",
          "sources": [
            "xnu osfmk/mach/vm_statistics.h",
            "xnu bsd/kern/kdebug_triage.c"
          ]
        },
        {
          "name": "VM_KERN_MEMORY_RECOUNT",
          "kind": "tag",
          "title": "CPU usage counters",
          "meaning": "Counters of processor time and cycles, for threads and tasks.",
          "numbers": [
            "33"
          ],
          "aliases": [
            "RECOUNT",
            "VM_KERN_MEMORY_33"
          ],
          "subsystem": "Mach",
          "since": "13",
          "sources": [
            "xnu osfmk/mach/vm_statistics.h",
            "xnu osfmk/kern/recount.c"
          ]
        },
        {
          "name": "VM_KERN_MEMORY_EXCLAVES",
          "kind": "tag",
          "title": "exclaves",
          "meaning": "Memory of exclaves, isolated services that run beside the kernel.",
          "numbers": [
            "35"
          ],
          "aliases": [
            "EXCLAVES",
            "VM_KERN_MEMORY_35"
          ],
          "subsystem": "exclaves",
          "since": "14.4",
          "sources": [
            "xnu osfmk/mach/vm_statistics.h"
          ]
        },
        {
          "name": "VM_KERN_MEMORY_EXCLAVES_SHARED",
          "kind": "tag",
          "title": "memory shared with exclaves",
          "meaning": "Memory that the kernel shares with exclaves.",
          "numbers": [
            "36"
          ],
          "aliases": [
            "EXCLAVES_SHARED",
            "VM_KERN_MEMORY_36"
          ],
          "subsystem": "exclaves",
          "since": "15.2",
          "sources": [
            "xnu osfmk/mach/vm_statistics.h"
          ]
        },
        {
          "name": "VM_KERN_MEMORY_KALLOC_SHARED",
          "kind": "tag",
          "title": "large allocations of shared data, outside zones",
          "meaning": "Large general allocations of plain bytes that are shared with processes or devices.",
          "numbers": [
            "37"
          ],
          "aliases": [
            "KALLOC_SHARED",
            "VM_KERN_MEMORY_37"
          ],
          "subsystem": "kalloc",
          "since": "15.4",
          "sources": [
            "xnu osfmk/mach/vm_statistics.h",
            "xnu osfmk/kern/kalloc.h",
            "xnu osfmk/kern/kalloc.c"
          ]
        },
        {
          "name": "VM_KERN_MEMORY_CPUTRACE",
          "kind": "tag",
          "title": "processor trace",
          "meaning": "By its name, buffers of the processor's trace. The number was the first one for kexts before.",
          "numbers": [
            "38"
          ],
          "aliases": [
            "CPUTRACE",
            "VM_KERN_MEMORY_38"
          ],
          "subsystem": "diagnostics",
          "since": "26",
          "cautions": [
            "First release not established. On 15.4 the number 38 is the first one given to kexts and allocation sites at boot."
          ],
          "sources": [
            "xnu osfmk/mach/vm_statistics.h"
          ]
        },
        {
          "name": "VM_KERN_MEMORY_#",
          "kind": "tag",
          "title": "a tag that zprint did not know by name",
          "meaning": "The kernel counted memory under a tag newer than the zprint that printed it, or given out while the machine ran. Such numbers differ at each boot.",
          "since": "10.11",
          "sources": [
            "system_cmds zprint/zprint.c",
            "xnu osfmk/mach/vm_statistics.h"
          ]
        },
        {
          "name": "VM_KERN_MEMORY_MTAG",
          "kind": "tag",
          "title": "memory tagging",
          "meaning": "Wired memory of memory tagging, by its name. An older zprint prints the number 34.",
          "aliases": [
            "MTAG",
            "VM_KERN_MEMORY_34"
          ],
          "subsystem": "VM",
          "sources": [
            "xnu osfmk/mach/vm_statistics.h",
            "inferred from the name; no public definition was found"
          ],
          "numbers": [
            "34"
          ],
          "since": "26"
        },
        {
          "name": "VM_KERN_COUNT_RESERVED",
          "kind": "counter",
          "title": "wired at boot: the kernel itself, prelinked kexts, the array of pages",
          "meaning": "Memory that was wired while the machine started: the static kernel, kexts linked into it, and tables such as the array of pages.",
          "subsystem": "boot memory",
          "since": "10.11",
          "cautions": [
            "Sizes of kextstat lie partly inside it: do not add them."
          ],
          "sources": [
            "xnu osfmk/mach/vm_statistics.h",
            "xnu osfmk/vm/vm_resident.c"
          ]
        },
        {
          "name": "VM_KERN_COUNT_STOLEN",
          "kind": "counter",
          "title": "memory that the kernel took for itself while it started",
          "meaning": "What the kernel took before it managed memory by pages; the array of page descriptors is in it. vm_stat counts it as wired.",
          "subsystem": "boot memory",
          "since": "10.11",
          "sources": [
            "xnu osfmk/mach/vm_statistics.h",
            "xnu osfmk/vm/vm_resident.c"
          ]
        },
        {
          "name": "VM_KERN_COUNT_LOPAGE",
          "kind": "counter",
          "title": "low pages kept for devices",
          "meaning": "Free pages at low addresses that are kept for devices which reach nothing else.",
          "subsystem": "boot memory",
          "since": "10.11",
          "sources": [
            "xnu osfmk/mach/vm_statistics.h",
            "xnu osfmk/vm/vm_resident.c"
          ]
        },
        {
          "name": "VM_KERN_COUNT_BOOT_STOLEN",
          "kind": "counter",
          "title": "set aside by the boot loader, outside managed pages",
          "meaning": "Memory that the boot loader set aside, for firmware and coprocessors among others: installed, but never the kernel's to give.",
          "subsystem": "boot memory",
          "since": "10.13",
          "cautions": [
            "footprint's boot_carveout is the same memory: count it once."
          ],
          "sources": [
            "xnu osfmk/mach/vm_statistics.h",
            "xnu osfmk/vm/vm_resident.c",
            "footprint(1)"
          ]
        },
        {
          "name": "VM_KERN_COUNT_STATIC_KERNELCACHE",
          "kind": "counter",
          "title": "the kernel and its boot collection of kexts",
          "meaning": "The part of the boot kernel collection that stays wired.",
          "aliases": [
            "VM_KERN_COUNT_WIRED_STATIC_KERNELCACHE"
          ],
          "subsystem": "boot memory",
          "since": "11",
          "cautions": [
            "kextstat's sizes of built-in kexts lie inside it."
          ],
          "sources": [
            "xnu osfmk/mach/vm_statistics.h",
            "system_cmds zprint/zprint.c"
          ]
        },
        {
          "name": "VM_KERN_COUNT_MANAGED",
          "kind": "counter",
          "title": "pages that the kernel manages",
          "meaning": "All memory under the kernel's management, in use or free. A measure, not an allocation.",
          "since": "10.11",
          "cautions": [
            "Before 26 it stands in zprint's maps table only: never add it there."
          ],
          "sources": [
            "xnu osfmk/mach/vm_statistics.h",
            "xnu osfmk/vm/vm_resident.c"
          ]
        },
        {
          "name": "VM_KERN_COUNT_WIRED",
          "kind": "counter",
          "title": "wired pages",
          "meaning": "What the kernel counts as wired, as bytes: the second figure of zprint's `total … of …` line.",
          "since": "10.11",
          "cautions": [
            "On 10.11 and 10.12 zprint may print another row's size in that place; use vm_stat's wired pages."
          ],
          "sources": [
            "xnu osfmk/mach/vm_statistics.h",
            "xnu osfmk/vm/vm_resident.c",
            "system_cmds zprint/zprint.c"
          ]
        },
        {
          "name": "VM_KERN_COUNT_WIRED_MANAGED",
          "kind": "counter",
          "title": "wired pages among the managed ones",
          "meaning": "Wired memory without what lies outside the managed pages.",
          "since": "10.11",
          "cautions": [
            "Before 26 it stands in zprint's maps table only: never add it there."
          ],
          "sources": [
            "xnu osfmk/mach/vm_statistics.h",
            "xnu osfmk/vm/vm_resident.c"
          ]
        },
        {
          "name": "VM_KERN_COUNT_WIRED_BOOT",
          "kind": "counter",
          "title": "wired at boot",
          "meaning": "Memory that was already wired when the kernel took over.",
          "since": "10.11",
          "cautions": [
            "Before 26 it stands in zprint's maps table only: never add it there."
          ],
          "sources": [
            "xnu osfmk/mach/vm_statistics.h",
            "xnu osfmk/vm/vm_resident.c"
          ]
        },
        {
          "name": "VM_KERN_COUNT_EXCLAVES_CARVEOUT",
          "kind": "counter",
          "title": "memory set aside for exclaves",
          "meaning": "Memory that the boot loader set aside for exclaves. From 26 on it is in zprint's total, and taken out of RESERVED.",
          "subsystem": "exclaves",
          "since": "26",
          "cautions": [
            "Before 26 it stands in zprint's maps table only: never add it there."
          ],
          "sources": [
            "xnu osfmk/mach/vm_statistics.h",
            "system_cmds zprint/zprint.c"
          ]
        },
        {
          "name": "VM_KERN_COUNT_MAP_KERNEL",
          "kind": "map",
          "title": "address space of the kernel map",
          "meaning": "How large the kernel's main map of addresses is, and how much is free.",
          "since": "10.11",
          "cautions": [
            "Addresses, not memory: never add a row of zprint's maps table."
          ],
          "sources": [
            "xnu osfmk/mach/vm_statistics.h",
            "xnu osfmk/vm/vm_resident.c"
          ]
        },
        {
          "name": "VM_KERN_COUNT_MAP_ZONE",
          "kind": "map",
          "title": "address space of the zone map",
          "meaning": "The range of addresses from which zones take pages. When zones fill it the kernel panics with zone map exhausted.",
          "since": "10.11",
          "cautions": [
            "Addresses, not memory: never add a row of zprint's maps table."
          ],
          "sources": [
            "xnu osfmk/mach/vm_statistics.h",
            "xnu osfmk/vm/vm_resident.c",
            "xnu osfmk/kern/zalloc.c"
          ]
        },
        {
          "name": "VM_KERN_COUNT_MAP_KALLOC",
          "kind": "map",
          "title": "address space of large allocations",
          "meaning": "The range of addresses of allocations too large for zones.",
          "aliases": [
            "VM_KERN_COUNT_MAP_KALLOC_LARGE"
          ],
          "since": "10.11",
          "cautions": [
            "Addresses, not memory: never add a row of zprint's maps table."
          ],
          "sources": [
            "xnu osfmk/mach/vm_statistics.h",
            "xnu osfmk/vm/vm_resident.c"
          ]
        },
        {
          "name": "VM_KERN_COUNT_MAP_KALLOC_LARGE_DATA",
          "kind": "map",
          "title": "address space of large data allocations",
          "meaning": "The range of addresses of large allocations of plain bytes.",
          "since": "not established",
          "cautions": [
            "Addresses, not memory: never add a row of zprint's maps table."
          ],
          "sources": [
            "xnu osfmk/mach/vm_statistics.h"
          ]
        },
        {
          "name": "VM_KERN_COUNT_MAP_KERNEL_DATA",
          "kind": "map",
          "title": "address space of the kernel's data range",
          "meaning": "The range of addresses for allocations of plain bytes in the kernel map.",
          "since": "not established",
          "cautions": [
            "Addresses, not memory: never add a row of zprint's maps table."
          ],
          "sources": [
            "xnu osfmk/mach/vm_statistics.h"
          ]
        },
        {
          "name": "VM_KERN_COUNT_#",
          "kind": "counter",
          "title": "a counter that zprint did not know by name",
          "meaning": "The kernel reported a counter newer than the zprint that printed it.",
          "since": "10.11",
          "sources": [
            "system_cmds zprint/zprint.c"
          ]
        },
        {
          "name": "data.kalloc.#",
          "kind": "zoneFamily",
          "title": "plain bytes without pointers, by size",
          "meaning": "General allocations of the kernel and of kexts that hold plain bytes. The number is the size of an element: a request is rounded up to it.",
          "aliases": [
            "data_shared.kalloc.#",
            "data_shakalloc.#",
            "KHEAP_DATA_BUFFERS",
            "data.kalloc"
          ],
          "subsystem": "kalloc",
          "allocatedBy": "Anything in the kernel: network and file data, messages, security checks, kexts. Release kernels do not record who allocates here: a name is a correlation with what runs, not a proof.",
          "since": "11",
          "cautions": [
            "A leak moved between data.kalloc.1024, data_shared.kalloc.1024 and data_shakalloc.1024 with the build: compare by family.",
            "From 15.4 on bytes shared with processes or devices have a heap of their own, data_shared.kalloc.N; data_shakalloc.N is the same name cut short.",
            "Others measured 1,500 to 3,400 elements of 1024 bytes on an idle machine (2 to 3 MB), and 0.67 to 1.37 GiB on a healthy busy one."
          ],
          "known": [
            {
              "what": "data.kalloc.1024 grew to about 20 GB on macOS 26.5.1 and the Mac panicked; 21 to 1027 elements a second with load; flat on 27.0 by one report",
              "source": "anthropics/claude-code#66020"
            },
            {
              "what": "data.kalloc.1024 on macOS 26",
              "source": "anthropics/claude-code#44824"
            },
            {
              "what": "panic at 20 GB, 21,171,952 elements, after a long session",
              "source": "anthropics/claude-code#82941"
            },
            {
              "what": "panic on macOS 26.3 with EndpointSecurity in the backtrace, 21,182,160 elements",
              "source": "anomalyco/opencode#32002"
            },
            {
              "what": "data.kalloc.1024 on macOS 26",
              "source": "anomalyco/opencode#32464"
            },
            {
              "what": "panic while many short-lived containers were made",
              "source": "orbstack/orbstack#2368"
            }
          ],
          "sources": [
            "xnu osfmk/kern/kalloc.h",
            "xnu osfmk/kern/kalloc.c",
            "xnu osfmk/kern/zalloc.c"
          ]
        },
        {
          "name": "kalloc.#",
          "kind": "zoneFamily",
          "title": "general allocations, by size",
          "meaning": "General allocations of the kernel and of kexts, one zone a size. The number is the size of an element: a request is rounded up to it.",
          "aliases": [
            "default.kalloc.#",
            "kext.kalloc.#",
            "early.kalloc.#",
            "shared.kalloc.#",
            "kalloc"
          ],
          "subsystem": "kalloc",
          "allocatedBy": "Anything in the kernel and in kexts. Release kernels do not record who allocates here: a name is a correlation with what runs, not a proof.",
          "cautions": [
            "11 and 12 have default.kalloc.N for the kernel and kext.kalloc.N for kexts; early.kalloc.N (15.4 and later) holds what was taken while the machine started.",
            "footprint gathers every zone with kalloc in its name under kalloc.SIZE, so its kalloc.1024 also holds data.kalloc.1024."
          ],
          "known": [
            {
              "what": "kalloc.256 with 15,163,226 elements on 10.9, ZFS in the backtrace",
              "source": "openzfsonosx/zfs#132"
            },
            {
              "what": "kalloc.1024 with 5,264,945 elements on 10.10",
              "source": "pqrs-org/Karabiner-archived#644"
            },
            {
              "what": "kalloc.80 with 37,047,870 elements on 10.15",
              "source": "syscl/CPUTune#18"
            },
            {
              "what": "kalloc.32 on 10.15.6, traced by others to the sandbox kext",
              "source": "eclecticlight.co 2020/08/12: How a kernel zone memory leak can panic macOS"
            },
            {
              "what": "kernel memory leaked while a monitoring kext ran",
              "source": "objective-see/BlockBlock#12"
            }
          ],
          "sources": [
            "xnu osfmk/kern/kalloc.c",
            "xnu osfmk/kern/zalloc.c"
          ]
        },
        {
          "name": "kalloc.type#.#",
          "kind": "zoneFamily",
          "title": "typed objects, by bucket and size",
          "meaning": "Kernel objects of fixed types. Types of one size are spread over several zones, numbered type0, type1 and so on; the last number is the size of an element.",
          "subsystem": "kalloc",
          "allocatedBy": "The kernel and kexts, for their structures. Which types share a bucket is drawn anew at each boot (inferred from the public source), so buckets of two boots should not be compared one by one. Release kernels do not record who allocates here: a name is a correlation with what runs, not a proof.",
          "since": "12",
          "sources": [
            "xnu osfmk/kern/kalloc.c",
            "xnu osfmk/kern/kalloc.h"
          ]
        },
        {
          "name": "kalloc.type.var*",
          "kind": "zoneFamily",
          "title": "typed arrays of varying length",
          "meaning": "Arrays of kernel objects whose length varies, kept apart by kind and size.",
          "subsystem": "kalloc",
          "allocatedBy": "Release kernels do not record who allocates here: a name is a correlation with what runs, not a proof.",
          "since": "13",
          "sources": [
            "xnu osfmk/kern/kalloc.c",
            "xnu osfmk/kern/kalloc.h"
          ]
        },
        {
          "name": "kalloc.large",
          "kind": "zone",
          "title": "large allocations, before wired tags",
          "meaning": "Allocations too large for a zone, shown as if they were one. From 10.11 on they are the tag VM_KERN_MEMORY_KALLOC.",
          "subsystem": "kalloc",
          "allocatedBy": "The kernel and kexts. Release kernels do not record who allocates here: a name is a correlation with what runs, not a proof.",
          "until": "10.10",
          "cautions": [
            "A pseudo zone: inside TOTAL SIZE up to 10.10."
          ],
          "sources": [
            "xnu osfmk/kern/zalloc.c"
          ]
        },
        {
          "name": "buf.#",
          "kind": "zoneFamily",
          "title": "file system buffers, by size",
          "meaning": "Buffers in which file systems keep metadata blocks.",
          "subsystem": "VFS",
          "allocatedBy": "File systems, HFS+ above all.",
          "sources": [
            "xnu bsd/vfs/vfs_bio.c (by the subsystem; the file was not opened for this entry)"
          ]
        },
        {
          "name": "data.mbuf.cluster.*",
          "kind": "zoneFamily",
          "title": "network buffers of 2, 4 and 16 KB",
          "meaning": "Bodies of network packets: the larger buffers that an mbuf points to.",
          "aliases": [
            "mbuf.cluster",
            "mbuf.cluster.*",
            "data_shared.mbuf.cluster.*",
            "jumbo",
            "bigcluster"
          ],
          "subsystem": "networking",
          "allocatedBy": "Sockets and network drivers; a queue that nobody reads keeps them.",
          "cautions": [
            "mbuf.cluster, bigcluster and jumbo of older releases are put here by name."
          ],
          "sources": [
            "xnu bsd/kern/uipc_mbuf.c"
          ]
        },
        {
          "name": "mbuf.composite.*",
          "kind": "zoneFamily",
          "title": "network buffers joined with their header",
          "meaning": "Pairs of an mbuf and its larger buffer, kept together so that they can be used again at once.",
          "subsystem": "networking",
          "sources": [
            "xnu bsd/kern/uipc_mbuf.c"
          ]
        },
        {
          "name": "mcache.bkt_#",
          "kind": "zoneFamily",
          "title": "buckets of the network's object cache",
          "meaning": "Arrays with which mcache, the older cache of network buffers, holds free objects.",
          "aliases": [
            "mcache"
          ],
          "subsystem": "networking",
          "sources": [
            "xnu bsd/kern/mcache.c (by the subsystem; the file was not opened for this entry)"
          ]
        },
        {
          "name": "ipc.tables.#",
          "kind": "zoneFamily",
          "title": "tables of port names, by size",
          "meaning": "Tables in which a task's port names stand; one zone a size.",
          "aliases": [
            "ipc.entries"
          ],
          "subsystem": "Mach IPC",
          "sources": [
            "xnu osfmk/ipc/ipc_table.c (by the subsystem; the file was not opened for this entry)"
          ]
        },
        {
          "name": "percpu.#",
          "kind": "zoneFamily",
          "title": "small per-CPU values, by size",
          "meaning": "Small counters of which each processor has its own copy.",
          "subsystem": "Mach",
          "cautions": [
            "zprint's figure already counts every processor's copy."
          ],
          "sources": [
            "xnu osfmk/kern/zalloc.c"
          ]
        },
        {
          "name": "APFS_*",
          "kind": "zoneFamily",
          "title": "structures of the APFS file system",
          "meaning": "Zones of the APFS kext under the names that panic logs show. What is inferred from the name: inodes, tree nodes and look-ups of the file system.",
          "aliases": [
            "apfs_*",
            "apfs.*"
          ],
          "subsystem": "APFS",
          "allocatedBy": "The APFS kext, which is not open source.",
          "sources": [
            "inferred from the name; no public definition was found",
            "panic logs in public issues (anomalyco/opencode#32002, syscl/CPUTune#18)"
          ]
        },
        {
          "name": "iokit.*",
          "kind": "zoneFamily",
          "title": "objects of IOKit and libkern, by class",
          "meaning": "Each class of driver objects can have a zone of its own, named after the class.",
          "subsystem": "IOKit",
          "allocatedBy": "Drivers that make objects of the class.",
          "sources": [
            "xnu libkern/libkern/c++/OSMetaClass.h (by the subsystem; the file was not opened for this entry)",
            "xnu libkern/c++/OSMetaClass.cpp (by the subsystem; the file was not opened for this entry)"
          ]
        },
        {
          "name": "vm.objects",
          "kind": "zone",
          "title": "virtual memory objects",
          "meaning": "One for each piece of memory that can be mapped: an open file, an anonymous region, a shadow made by copy on write.",
          "subsystem": "virtual memory",
          "allocatedBy": "The kernel for processes: grows with mapped files and regions.",
          "sources": [
            "xnu osfmk/vm/vm_object.c (by the subsystem; the file was not opened for this entry)"
          ]
        },
        {
          "name": "vm.map.entries",
          "kind": "zone",
          "title": "entries of address maps",
          "meaning": "One for each region of each address space.",
          "aliases": [
            "VM.map.entries",
            "map.entries",
            "kernel.map.entries"
          ],
          "subsystem": "virtual memory",
          "allocatedBy": "The kernel for processes: grows with the number of regions.",
          "cautions": [
            "Written VM.map.entries on older releases."
          ],
          "sources": [
            "xnu osfmk/vm/vm_map.c (by the subsystem; the file was not opened for this entry)"
          ]
        },
        {
          "name": "VM.map.copies",
          "kind": "zone",
          "title": "copies of address ranges under way",
          "meaning": "Descriptions of memory that is being handed on, in Mach messages above all.",
          "aliases": [
            "vm.map.copies"
          ],
          "subsystem": "virtual memory",
          "sources": [
            "xnu osfmk/vm/vm_map.c (by the subsystem; the file was not opened for this entry)"
          ]
        },
        {
          "name": "VM.map.holes",
          "kind": "zone",
          "title": "free gaps of address maps",
          "meaning": "Entries for the gaps between regions.",
          "aliases": [
            "vm.map.holes"
          ],
          "subsystem": "virtual memory",
          "sources": [
            "xnu osfmk/vm/vm_map.c (by the subsystem; the file was not opened for this entry)"
          ]
        },
        {
          "name": "maps",
          "kind": "zone",
          "title": "address maps",
          "meaning": "One address map for each task, and some for the kernel.",
          "subsystem": "virtual memory",
          "allocatedBy": "One for each task.",
          "sources": [
            "xnu osfmk/vm/vm_map.c (by the subsystem; the file was not opened for this entry)"
          ]
        },
        {
          "name": "vm.pages",
          "kind": "zone",
          "title": "page descriptors outside the array",
          "meaning": "Descriptors of pages that were made after boot.",
          "subsystem": "virtual memory",
          "sources": [
            "xnu osfmk/vm/vm_resident.c"
          ]
        },
        {
          "name": "vm.pages.array",
          "kind": "zone",
          "title": "array of page descriptors",
          "meaning": "The table with one descriptor for each page of memory. It is shown as a zone so that it is reported; nothing is allocated from it.",
          "subsystem": "virtual memory",
          "cautions": [
            "Its size follows from the installed memory. It does not leak."
          ],
          "sources": [
            "xnu osfmk/vm/vm_resident.c"
          ]
        },
        {
          "name": "vm.object.hash.entries",
          "kind": "zone",
          "title": "index from files to memory objects",
          "meaning": "Entries that find the memory object of a file's pager.",
          "subsystem": "virtual memory",
          "cautions": [
            "zprint up to 10.13.3 with -t prints it as vm.object.hash.en$."
          ],
          "sources": [
            "xnu osfmk/vm/vm_object.c (by the subsystem; the file was not opened for this entry)"
          ]
        },
        {
          "name": "vm.permanent",
          "kind": "zone",
          "title": "memory never given back",
          "meaning": "What the kernel allocates once and for ever, such as tables made at boot.",
          "subsystem": "zalloc",
          "since": "11 (inferred)",
          "sources": [
            "xnu osfmk/kern/zalloc.c"
          ]
        },
        {
          "name": "vm.permanent.percpu",
          "kind": "zone",
          "title": "memory never given back, per CPU",
          "meaning": "As vm.permanent, one copy for each processor.",
          "subsystem": "zalloc",
          "since": "11 (inferred)",
          "sources": [
            "xnu osfmk/kern/zalloc.c"
          ]
        },
        {
          "name": "vnode.pager.structures",
          "kind": "zone",
          "title": "pagers of files",
          "meaning": "Ties an open file to its memory object, so that its pages can be read in.",
          "subsystem": "virtual memory",
          "allocatedBy": "One for each file with pages in use.",
          "sources": [
            "xnu osfmk/vm/bsd_vm.c (by the subsystem; the file was not opened for this entry)"
          ]
        },
        {
          "name": "mem_obj_control",
          "kind": "zone",
          "title": "handles of memory objects",
          "meaning": "Small handles through which pagers reach memory objects.",
          "subsystem": "virtual memory",
          "until": "before 10.12 (inferred)",
          "sources": [
            "xnu osfmk/vm/memory_object.c (by the subsystem; the file was not opened for this entry)"
          ]
        },
        {
          "name": "mem_obj_hash",
          "kind": "zone",
          "title": "index of memory objects",
          "meaning": "By its name, an index of pagers' memory objects.",
          "aliases": [
            "mem_obj_exp"
          ],
          "subsystem": "virtual memory",
          "sources": [
            "inferred from the name; no public definition was found"
          ]
        },
        {
          "name": "compressor.segment",
          "kind": "zone",
          "title": "segments of compressed pages",
          "meaning": "Descriptors of the segments in which compressed pages lie.",
          "aliases": [
            "compressor_segment",
            "compressor.segments"
          ],
          "subsystem": "VM compressor",
          "allocatedBy": "The compressor: grows with how much is compressed.",
          "cautions": [
            "Descriptors only; the compressed pages are not in zones."
          ],
          "sources": [
            "xnu osfmk/vm/vm_compressor.c (by the subsystem; the file was not opened for this entry)"
          ]
        },
        {
          "name": "c_slot_mapping",
          "kind": "zone",
          "title": "places of compressed pages",
          "meaning": "By its name, where in a segment each compressed page lies.",
          "subsystem": "VM compressor",
          "sources": [
            "xnu osfmk/vm/vm_compressor.c (by the subsystem; the file was not opened for this entry)",
            "inferred from the name; no public definition was found"
          ]
        },
        {
          "name": "swapfile",
          "kind": "zone",
          "title": "swap files",
          "meaning": "Descriptors of swap files.",
          "aliases": [
            "swap.hash"
          ],
          "subsystem": "VM compressor",
          "sources": [
            "xnu osfmk/vm/vm_compressor_backing_store.c (by the subsystem; the file was not opened for this entry)"
          ]
        },
        {
          "name": "pv_list",
          "kind": "zone",
          "title": "reverse mappings of pages (Intel)",
          "meaning": "For each page that is mapped more than once: where it is mapped.",
          "subsystem": "pmap",
          "allocatedBy": "The kernel: grows with memory shared between processes.",
          "cautions": [
            "On Intel Macs."
          ],
          "sources": [
            "xnu osfmk/i386/pmap.c (by the subsystem; the file was not opened for this entry)"
          ]
        },
        {
          "name": "pv_entry",
          "kind": "zone",
          "title": "reverse mappings of pages (Apple silicon)",
          "meaning": "For each page that is mapped more than once: where it is mapped. That this is the name on Apple silicon is inferred.",
          "aliases": [
            "PVE-batch",
            "pve.batch"
          ],
          "subsystem": "pmap",
          "cautions": [
            "PVE-batch is put here by its name; no public definition was found."
          ],
          "sources": [
            "xnu osfmk/arm/pmap (by the subsystem; the file was not opened for this entry)",
            "inferred from the name; no public definition was found"
          ]
        },
        {
          "name": "pmap",
          "kind": "zone",
          "title": "physical maps",
          "meaning": "One for each address space: the head of its page tables.",
          "subsystem": "pmap",
          "allocatedBy": "One for each task.",
          "sources": [
            "xnu osfmk/i386/pmap.c (by the subsystem; the file was not opened for this entry)"
          ]
        },
        {
          "name": "pagetable.anchors",
          "kind": "zone",
          "title": "top pages of page tables (Intel)",
          "meaning": "The first page of each task's page tables.",
          "subsystem": "pmap",
          "allocatedBy": "One for each task.",
          "until": "while Macs with Intel processors are supported",
          "sources": [
            "xnu osfmk/i386/pmap.c (by the subsystem; the file was not opened for this entry)"
          ]
        },
        {
          "name": "pmap_asids",
          "kind": "zone",
          "title": "address space numbers",
          "meaning": "By its name, the numbers that processors use to tell address spaces apart.",
          "subsystem": "pmap",
          "sources": [
            "inferred from the name; no public definition was found"
          ]
        },
        {
          "name": "page_tables",
          "kind": "zone",
          "title": "page tables of all tasks, before wired tags",
          "meaning": "The page tables of every task, shown as if they were a zone. From 10.11 on they are the tags PTE and PMAP.",
          "aliases": [
            "x86.page.tables"
          ],
          "subsystem": "pmap",
          "until": "10.10",
          "cautions": [
            "A pseudo zone: inside TOTAL SIZE up to 10.10.",
            "It covers all tasks, so part of it is the cost of user processes."
          ],
          "sources": [
            "xnu osfmk/kern/zalloc.c"
          ]
        },
        {
          "name": "kernel_stacks",
          "kind": "zone",
          "title": "kernel stacks, before wired tags",
          "meaning": "The kernel stacks of all threads, shown as if they were a zone. From 10.11 on they are the tag VM_KERN_MEMORY_STACK.",
          "subsystem": "Mach",
          "allocatedBy": "One for each thread.",
          "until": "10.10",
          "cautions": [
            "A pseudo zone: inside TOTAL SIZE up to 10.10."
          ],
          "sources": [
            "xnu osfmk/kern/zalloc.c"
          ]
        },
        {
          "name": "ipc.ports",
          "kind": "zone",
          "title": "Mach ports",
          "meaning": "Ends of message channels between processes and the kernel.",
          "subsystem": "Mach IPC",
          "allocatedBy": "Processes, through messages, XPC and IOKit. A process that never lets ports go makes it grow.",
          "sources": [
            "xnu osfmk/ipc/ipc_init.c (by the subsystem; the file was not opened for this entry)"
          ]
        },
        {
          "name": "ipc.spaces",
          "kind": "zone",
          "title": "tables of ports, one for each task",
          "meaning": "A task's set of port names.",
          "aliases": [
            "ipc.space"
          ],
          "subsystem": "Mach IPC",
          "sources": [
            "xnu osfmk/ipc/ipc_init.c (by the subsystem; the file was not opened for this entry)"
          ]
        },
        {
          "name": "ipc.kmsgs",
          "kind": "zone",
          "title": "Mach messages under way",
          "meaning": "Messages that were sent and not yet received.",
          "aliases": [
            "ipc.messages"
          ],
          "subsystem": "Mach IPC",
          "allocatedBy": "Processes: a receiver that does not read lets them pile up.",
          "sources": [
            "xnu osfmk/ipc/ipc_init.c (by the subsystem; the file was not opened for this entry)"
          ]
        },
        {
          "name": "ipc.vouchers",
          "kind": "zone",
          "title": "vouchers",
          "meaning": "Small attributes that travel with messages, such as importance.",
          "subsystem": "Mach IPC",
          "sources": [
            "xnu osfmk/ipc/ipc_voucher.c (by the subsystem; the file was not opened for this entry)"
          ]
        },
        {
          "name": "ipc.importance.elements",
          "kind": "zone",
          "title": "importance of tasks",
          "meaning": "Records of which task lends its importance to which.",
          "subsystem": "Mach IPC",
          "sources": [
            "xnu osfmk/ipc/ipc_importance.c (by the subsystem; the file was not opened for this entry)"
          ]
        },
        {
          "name": "ipc.port.sets",
          "kind": "zone",
          "title": "sets of ports",
          "meaning": "Sets on which a process waits for messages from several ports.",
          "aliases": [
            "ipc.tree.entries"
          ],
          "subsystem": "Mach IPC",
          "sources": [
            "xnu osfmk/ipc/ipc_init.c (by the subsystem; the file was not opened for this entry)"
          ]
        },
        {
          "name": "ipc.service.port.labels",
          "kind": "zone",
          "title": "labels of service ports",
          "meaning": "Names of the services behind ports of launchd.",
          "subsystem": "Mach IPC",
          "sources": [
            "xnu osfmk/ipc/ipc_service_port.c (by the subsystem; the file was not opened for this entry)"
          ]
        },
        {
          "name": "tasks",
          "kind": "zone",
          "title": "tasks",
          "meaning": "One for each process: the Mach side of it.",
          "aliases": [
            "proc_task"
          ],
          "subsystem": "Mach",
          "allocatedBy": "One for each process.",
          "cautions": [
            "proc_task is put here by its name: task and process in one element on later releases."
          ],
          "sources": [
            "xnu osfmk/kern/task.c"
          ]
        },
        {
          "name": "threads",
          "kind": "zone",
          "title": "threads",
          "meaning": "One for each thread of every process and of the kernel.",
          "subsystem": "Mach",
          "allocatedBy": "One for each thread.",
          "sources": [
            "xnu osfmk/kern/thread.c"
          ]
        },
        {
          "name": "threads_ro",
          "kind": "zone",
          "title": "read-only part of threads",
          "meaning": "The fields of a thread that must not be overwritten, such as its credentials.",
          "subsystem": "Mach",
          "sources": [
            "xnu osfmk/kern/thread.c"
          ]
        },
        {
          "name": "uthreads",
          "kind": "zone",
          "title": "BSD side of threads",
          "meaning": "The BSD part of a thread.",
          "subsystem": "BSD",
          "allocatedBy": "One for each thread.",
          "sources": [
            "xnu bsd/kern/kern_fork.c (by the subsystem; the file was not opened for this entry)"
          ]
        },
        {
          "name": "turnstiles",
          "kind": "zone",
          "title": "turnstiles",
          "meaning": "Queues of threads that wait for a lock and lend its holder their priority.",
          "subsystem": "Mach",
          "sources": [
            "xnu osfmk/kern/turnstile.c (by the subsystem; the file was not opened for this entry)"
          ]
        },
        {
          "name": "waitq.sets",
          "kind": "zone",
          "title": "sets of wait queues",
          "meaning": "Sets on which a thread waits for one of several events.",
          "aliases": [
            "wait.queue.sets",
            "waitq",
            "waitqs"
          ],
          "subsystem": "Mach",
          "sources": [
            "xnu osfmk/kern/waitq.c (by the subsystem; the file was not opened for this entry)"
          ]
        },
        {
          "name": "select.set",
          "kind": "zone",
          "title": "wait sets of select",
          "meaning": "Wait sets behind select and poll.",
          "aliases": [
            "select_set"
          ],
          "subsystem": "BSD",
          "sources": [
            "xnu osfmk/kern/waitq.c (by the subsystem; the file was not opened for this entry)"
          ]
        },
        {
          "name": "semaphore",
          "kind": "zone",
          "title": "Mach semaphores",
          "meaning": "Semaphores that processes made.",
          "aliases": [
            "semaphores"
          ],
          "subsystem": "Mach",
          "sources": [
            "xnu osfmk/kern/sync_sema.c (by the subsystem; the file was not opened for this entry)"
          ]
        },
        {
          "name": "thread.call",
          "kind": "zone",
          "title": "deferred calls of the kernel",
          "meaning": "Work that the kernel put off to a thread of its own.",
          "aliases": [
            "thread.calls"
          ],
          "subsystem": "Mach",
          "sources": [
            "xnu osfmk/kern/thread_call.c (by the subsystem; the file was not opened for this entry)"
          ]
        },
        {
          "name": "timers",
          "kind": "zone",
          "title": "timers",
          "meaning": "Timers of the kernel.",
          "aliases": [
            "clock",
            "alarms"
          ],
          "subsystem": "Mach",
          "sources": [
            "inferred from the name; no public definition was found"
          ]
        },
        {
          "name": "recount.task",
          "kind": "zone",
          "title": "processor use of tasks",
          "meaning": "Counters of processor time for each task.",
          "subsystem": "Mach",
          "sources": [
            "xnu osfmk/kern/recount.c"
          ]
        },
        {
          "name": "zones",
          "kind": "zone",
          "title": "the zones themselves",
          "meaning": "Descriptors of zones, on releases that keep them in a zone.",
          "subsystem": "zalloc",
          "cautions": [
            "zprint's wired table has a row of the same name: there it is the size of all zones together."
          ],
          "sources": [
            "xnu osfmk/kern/zalloc.c"
          ]
        },
        {
          "name": "zcc_magazine_zone",
          "kind": "zone",
          "title": "caches in front of zones",
          "meaning": "Small stacks in which each processor keeps free elements of busy zones.",
          "subsystem": "zalloc",
          "since": "10.14 (inferred)",
          "sources": [
            "xnu osfmk/kern/zcache.c"
          ]
        },
        {
          "name": "proc",
          "kind": "zone",
          "title": "processes",
          "meaning": "One for each process: the BSD side of it.",
          "subsystem": "BSD",
          "allocatedBy": "One for each process, zombies too.",
          "sources": [
            "xnu bsd/kern/kern_fork.c (by the subsystem; the file was not opened for this entry)"
          ]
        },
        {
          "name": "proc_ro",
          "kind": "zone",
          "title": "read-only part of processes",
          "meaning": "The fields of a process that must not be overwritten.",
          "subsystem": "BSD",
          "sources": [
            "xnu bsd/kern/kern_proc.c (by the subsystem; the file was not opened for this entry)"
          ]
        },
        {
          "name": "proc.groups",
          "kind": "zone",
          "title": "process groups",
          "meaning": "Groups of processes, as shells make them.",
          "aliases": [
            "pgrp"
          ],
          "subsystem": "BSD",
          "sources": [
            "xnu bsd/kern/kern_proc.c (by the subsystem; the file was not opened for this entry)"
          ]
        },
        {
          "name": "session",
          "kind": "zone",
          "title": "login sessions",
          "meaning": "Sessions of process groups.",
          "aliases": [
            "sessions"
          ],
          "subsystem": "BSD",
          "sources": [
            "xnu bsd/kern/kern_proc.c (by the subsystem; the file was not opened for this entry)"
          ]
        },
        {
          "name": "proc.stats",
          "kind": "zone",
          "title": "statistics of processes",
          "meaning": "Counters of resources used by processes.",
          "aliases": [
            "pstats",
            "plimit"
          ],
          "subsystem": "BSD",
          "sources": [
            "xnu bsd/kern/kern_fork.c (by the subsystem; the file was not opened for this entry)"
          ]
        },
        {
          "name": "sigacts",
          "kind": "zone",
          "title": "signal handlers",
          "meaning": "What a process does on signals.",
          "subsystem": "BSD",
          "sources": [
            "xnu bsd/kern/kern_fork.c (by the subsystem; the file was not opened for this entry)"
          ]
        },
        {
          "name": "cred",
          "kind": "zone",
          "title": "credentials",
          "meaning": "User and group identities of processes and files.",
          "aliases": [
            "kauth.cred",
            "cred_entry",
            "suid.cred"
          ],
          "subsystem": "BSD",
          "sources": [
            "xnu bsd/kern/kern_credential.c (by the subsystem; the file was not opened for this entry)"
          ]
        },
        {
          "name": "filedesc",
          "kind": "zone",
          "title": "tables of open files",
          "meaning": "One for each process: its descriptors.",
          "aliases": [
            "filedesc0"
          ],
          "subsystem": "BSD",
          "allocatedBy": "One for each process.",
          "sources": [
            "xnu bsd/kern/kern_descrip.c"
          ]
        },
        {
          "name": "fileproc",
          "kind": "zone",
          "title": "open descriptors",
          "meaning": "One for each descriptor that a process has open.",
          "subsystem": "BSD",
          "allocatedBy": "Processes that open files, sockets, pipes.",
          "sources": [
            "xnu bsd/kern/kern_descrip.c"
          ]
        },
        {
          "name": "file.glob",
          "kind": "zone",
          "title": "open files",
          "meaning": "An open file, socket or pipe, shared by the descriptors that stand for it.",
          "aliases": [
            "fileglob"
          ],
          "subsystem": "BSD",
          "sources": [
            "xnu bsd/kern/kern_descrip.c"
          ]
        },
        {
          "name": "pipe.zone",
          "kind": "zone",
          "title": "pipes",
          "meaning": "Pipes between processes.",
          "aliases": [
            "pipe"
          ],
          "subsystem": "BSD",
          "sources": [
            "xnu bsd/kern/sys_pipe.c (by the subsystem; the file was not opened for this entry)"
          ]
        },
        {
          "name": "kqueue.file",
          "kind": "zone",
          "title": "event queues",
          "meaning": "Kernel queues on which a process waits for events; the file kind.",
          "aliases": [
            "kqueues",
            "kqueue"
          ],
          "subsystem": "BSD",
          "allocatedBy": "Processes that watch files, sockets, processes.",
          "sources": [
            "xnu bsd/kern/kern_event.c (by the subsystem; the file was not opened for this entry)"
          ]
        },
        {
          "name": "kqueue.workqueue",
          "kind": "zone",
          "title": "event queues of work queues",
          "meaning": "Kernel queues behind the thread pools of dispatch.",
          "subsystem": "BSD",
          "sources": [
            "xnu bsd/kern/kern_event.c (by the subsystem; the file was not opened for this entry)"
          ]
        },
        {
          "name": "knotes",
          "kind": "zone",
          "title": "watched events",
          "meaning": "One for each thing that a process watches through an event queue.",
          "aliases": [
            "knote",
            "kevents"
          ],
          "subsystem": "BSD",
          "allocatedBy": "Processes with event queues; grows where watches are not taken away.",
          "sources": [
            "xnu bsd/kern/kern_event.c (by the subsystem; the file was not opened for this entry)"
          ]
        },
        {
          "name": "workq.threads",
          "kind": "zone",
          "title": "pools of worker threads",
          "meaning": "Per process: its pool of worker threads.",
          "subsystem": "BSD",
          "sources": [
            "xnu bsd/pthread/pthread_workqueue.c (by the subsystem; the file was not opened for this entry)"
          ]
        },
        {
          "name": "vnodes",
          "kind": "zone",
          "title": "files in use",
          "meaning": "One for each file or folder that is open or was used of late.",
          "subsystem": "VFS",
          "allocatedBy": "File use of all processes; a ceiling, kern.maxvnodes, keeps it in bounds.",
          "sources": [
            "xnu bsd/vfs/vfs_subr.c (by the subsystem; the file was not opened for this entry)"
          ]
        },
        {
          "name": "namecache",
          "kind": "zone",
          "title": "names of files",
          "meaning": "Remembers which name leads to which file.",
          "aliases": [
            "namecache.smr"
          ],
          "subsystem": "VFS",
          "cautions": [
            "namecache.smr is put here by its name."
          ],
          "sources": [
            "xnu bsd/vfs/vfs_cache.c"
          ]
        },
        {
          "name": "ubc_info.zone",
          "kind": "zone",
          "title": "cache state of files",
          "meaning": "Unified buffer cache: what is cached of a file, its size, its code signature.",
          "aliases": [
            "ubc_info"
          ],
          "subsystem": "VFS",
          "allocatedBy": "One for each regular file in use.",
          "sources": [
            "xnu bsd/kern/ubc_subr.c (by the subsystem; the file was not opened for this entry)"
          ]
        },
        {
          "name": "buf.headers",
          "kind": "zone",
          "title": "heads of file buffers",
          "meaning": "Descriptions of file system buffers; the bytes lie elsewhere.",
          "subsystem": "VFS",
          "sources": [
            "xnu bsd/vfs/vfs_bio.c (by the subsystem; the file was not opened for this entry)"
          ]
        },
        {
          "name": "cluster_write",
          "kind": "zone",
          "title": "state of delayed writes",
          "meaning": "What a file still has to write behind.",
          "aliases": [
            "cluster.io.states"
          ],
          "subsystem": "VFS",
          "sources": [
            "xnu bsd/vfs/vfs_cluster.c (by the subsystem; the file was not opened for this entry)"
          ]
        },
        {
          "name": "decmpfs.cnode",
          "kind": "zone",
          "title": "compressed files",
          "meaning": "State of files that are stored compressed.",
          "aliases": [
            "decmpfs_cnode",
            "decmpfs.block"
          ],
          "subsystem": "VFS",
          "sources": [
            "xnu bsd/kern/decmpfs.c (by the subsystem; the file was not opened for this entry)"
          ]
        },
        {
          "name": "mount",
          "kind": "zone",
          "title": "mounted file systems",
          "meaning": "One for each mounted file system. Inferred from the name.",
          "aliases": [
            "mounts",
            "HFS.mount",
            "NFS.mount"
          ],
          "subsystem": "VFS",
          "sources": [
            "xnu bsd/vfs/vfs_subr.c (by the subsystem; the file was not opened for this entry)"
          ]
        },
        {
          "name": "specinfo",
          "kind": "zone",
          "title": "device files",
          "meaning": "State of device nodes.",
          "aliases": [
            "specfsnode",
            "devfs.node",
            "devfs.direntry"
          ],
          "subsystem": "VFS",
          "sources": [
            "xnu bsd/miscfs/specfs/spec_vnops.c (by the subsystem; the file was not opened for this entry)"
          ]
        },
        {
          "name": "fsevents",
          "kind": "zone",
          "title": "file system events",
          "meaning": "Changes of files that a listener has not yet read.",
          "aliases": [
            "fs.event.zone",
            "fs-event-buf"
          ],
          "subsystem": "VFS",
          "sources": [
            "xnu bsd/vfs/vfs_fsevents.c (by the subsystem; the file was not opened for this entry)"
          ]
        },
        {
          "name": "apfs.vnode",
          "kind": "zone",
          "title": "files of APFS",
          "meaning": "By its name, the APFS side of a file in use.",
          "subsystem": "APFS",
          "allocatedBy": "The APFS kext, which is not open source.",
          "sources": [
            "inferred from the name; no public definition was found"
          ]
        },
        {
          "name": "apfs_inode",
          "kind": "zone",
          "title": "inodes of APFS",
          "meaning": "By its name, inodes of APFS that are in use. Panic logs name a zone APFS_INODES.",
          "aliases": [
            "APFS_INODES"
          ],
          "subsystem": "APFS",
          "allocatedBy": "The APFS kext, which is not open source.",
          "sources": [
            "inferred from the name; no public definition was found",
            "panic log in anomalyco/opencode#32002"
          ]
        },
        {
          "name": "apfs_jobj",
          "kind": "zone",
          "title": "records of APFS",
          "meaning": "By its name, file system records of APFS in memory.",
          "subsystem": "APFS",
          "allocatedBy": "The APFS kext, which is not open source.",
          "sources": [
            "inferred from the name; no public definition was found"
          ]
        },
        {
          "name": "apfs_dir_rec",
          "kind": "zone",
          "title": "folder entries of APFS",
          "meaning": "By its name, entries of folders in memory.",
          "subsystem": "APFS",
          "allocatedBy": "The APFS kext, which is not open source.",
          "sources": [
            "inferred from the name; no public definition was found"
          ]
        },
        {
          "name": "jhash",
          "kind": "zone",
          "title": "a hash index",
          "meaning": "By its name, a hash index. Which part of the system makes it was not found; it grows with files in the samples seen.",
          "subsystem": "file systems (inferred)",
          "sources": [
            "inferred from the name; no public definition was found"
          ]
        },
        {
          "name": "HFS.node",
          "kind": "zone",
          "title": "files of HFS+",
          "meaning": "The HFS+ side of a file in use.",
          "aliases": [
            "CNode"
          ],
          "subsystem": "HFS+",
          "allocatedBy": "The HFS+ kext.",
          "sources": [
            "hfs core (apple-oss-distributions/hfs) (by the subsystem; the file was not opened for this entry)"
          ]
        },
        {
          "name": "HFS.fork",
          "kind": "zone",
          "title": "forks of HFS+ files",
          "meaning": "The data or resource fork of a file in use.",
          "subsystem": "HFS+",
          "sources": [
            "hfs core (apple-oss-distributions/hfs) (by the subsystem; the file was not opened for this entry)"
          ]
        },
        {
          "name": "mbuf",
          "kind": "zone",
          "title": "network buffers",
          "meaning": "Heads of network packets, with room for a few bytes.",
          "aliases": [
            "mbuf.ref"
          ],
          "subsystem": "networking",
          "allocatedBy": "Sockets and network drivers.",
          "sources": [
            "xnu bsd/kern/uipc_mbuf.c"
          ]
        },
        {
          "name": "socket",
          "kind": "zone",
          "title": "sockets",
          "meaning": "One for each socket.",
          "aliases": [
            "sockets"
          ],
          "subsystem": "networking",
          "allocatedBy": "Processes that open connections.",
          "known": [
            {
              "what": "6,193,458 elements on 10.12 with a VPN server",
              "source": "SoftEtherVPN/SoftEtherVPN#378"
            }
          ],
          "sources": [
            "xnu bsd/kern/uipc_socket.c (by the subsystem; the file was not opened for this entry)"
          ]
        },
        {
          "name": "inpcb",
          "kind": "zone",
          "title": "Internet end points",
          "meaning": "The Internet side of a socket.",
          "aliases": [
            "udpcb",
            "ripcb",
            "divcb"
          ],
          "subsystem": "networking",
          "sources": [
            "xnu bsd/netinet/in_pcb.c (by the subsystem; the file was not opened for this entry)"
          ]
        },
        {
          "name": "tcpcb",
          "kind": "zone",
          "title": "TCP connections",
          "meaning": "State of a TCP connection.",
          "aliases": [
            "tcp_reass",
            "tcp_rxt_seg",
            "sack_hole",
            "tcp_bwmeas_zone"
          ],
          "subsystem": "networking",
          "sources": [
            "xnu bsd/netinet/tcp_subr.c (by the subsystem; the file was not opened for this entry)"
          ]
        },
        {
          "name": "unpcb",
          "kind": "zone",
          "title": "local sockets",
          "meaning": "State of a local (Unix domain) socket.",
          "subsystem": "networking",
          "sources": [
            "xnu bsd/kern/uipc_usrreq.c (by the subsystem; the file was not opened for this entry)"
          ]
        },
        {
          "name": "rtentry",
          "kind": "zone",
          "title": "routes",
          "meaning": "Entries of the routing table.",
          "aliases": [
            "rt_metrics",
            "llinfo_arp",
            "llinfo_nd6"
          ],
          "subsystem": "networking",
          "sources": [
            "xnu bsd/net/route.c (by the subsystem; the file was not opened for this entry)"
          ]
        },
        {
          "name": "ifnet",
          "kind": "zone",
          "title": "network interfaces",
          "meaning": "Network interfaces and their addresses.",
          "aliases": [
            "ifaddr",
            "in_ifaddr",
            "in6_ifaddr",
            "ifmulti"
          ],
          "subsystem": "networking",
          "sources": [
            "xnu bsd/net/dlil.c (by the subsystem; the file was not opened for this entry)"
          ]
        },
        {
          "name": "necp.client",
          "kind": "zone",
          "title": "network policies of clients",
          "meaning": "Which network path a process may use.",
          "aliases": [
            "necp.flow"
          ],
          "subsystem": "networking",
          "sources": [
            "xnu bsd/net/necp_client.c (by the subsystem; the file was not opened for this entry)"
          ]
        },
        {
          "name": "content.filter.entry",
          "kind": "zone",
          "title": "content filters",
          "meaning": "By its name, flows that a network content filter looks at.",
          "subsystem": "networking",
          "allocatedBy": "A network filter of a security product or VPN.",
          "sources": [
            "xnu bsd/net/content_filter.c (by the subsystem; the file was not opened for this entry)",
            "inferred from the name; no public definition was found"
          ]
        },
        {
          "name": "MAC.Labels",
          "kind": "zone",
          "title": "security labels",
          "meaning": "Labels that security policies put on processes, files and sockets.",
          "subsystem": "security",
          "sources": [
            "xnu security/mac_label.c (by the subsystem; the file was not opened for this entry)"
          ]
        },
        {
          "name": "sandbox.policy",
          "kind": "zone",
          "title": "sandbox",
          "meaning": "By its name, state of the sandbox: profiles and extensions of processes.",
          "aliases": [
            "sandbox.profile",
            "sandbox.extension"
          ],
          "subsystem": "security",
          "allocatedBy": "The sandbox kext, which is not open source.",
          "known": [
            {
              "what": "a leak of 10.15.6 that exhausted the zone map was traced by others to the sandbox kext, in zone kalloc.32",
              "source": "eclecticlight.co 2020/08/12: How a kernel zone memory leak can panic macOS"
            }
          ],
          "sources": [
            "inferred from the name; no public definition was found"
          ]
        },
        {
          "name": "audit_session",
          "kind": "zone",
          "title": "audit sessions",
          "meaning": "Sessions of the security audit.",
          "aliases": [
            "audit_zone"
          ],
          "subsystem": "security",
          "sources": [
            "xnu bsd/security/audit/audit_session.c (by the subsystem; the file was not opened for this entry)"
          ]
        },
        {
          "name": "AMFI.entitlements",
          "kind": "zone",
          "title": "entitlements",
          "meaning": "By its name, entitlements of signed programs.",
          "aliases": [
            "code.signing.blobs",
            "cs_trust_cache"
          ],
          "subsystem": "security",
          "sources": [
            "inferred from the name; no public definition was found"
          ]
        },
        {
          "name": "es_message",
          "kind": "zone",
          "title": "events for security clients",
          "meaning": "By its name, events of EndpointSecurity on their way to a client.",
          "aliases": [
            "es_client"
          ],
          "subsystem": "security",
          "allocatedBy": "The EndpointSecurity kext for its clients, such as malware scanners; not open source.",
          "cautions": [
            "A slow client may let events pile up (inferred)."
          ],
          "sources": [
            "inferred from the name; no public definition was found"
          ]
        },
        {
          "name": "OSString",
          "kind": "zone",
          "title": "strings of drivers",
          "meaning": "String objects of drivers and of the device registry.",
          "aliases": [
            "iokit.OSString"
          ],
          "subsystem": "libkern",
          "sources": [
            "xnu libkern/c++/OSString.cpp (by the subsystem; the file was not opened for this entry)"
          ]
        },
        {
          "name": "OSSymbol",
          "kind": "zone",
          "title": "unique strings of drivers",
          "meaning": "Strings kept once and compared by address.",
          "aliases": [
            "iokit.OSSymbol"
          ],
          "subsystem": "libkern",
          "sources": [
            "xnu libkern/c++/OSSymbol.cpp (by the subsystem; the file was not opened for this entry)"
          ]
        },
        {
          "name": "OSDictionary",
          "kind": "zone",
          "title": "dictionaries of drivers",
          "meaning": "Property tables of drivers.",
          "aliases": [
            "iokit.OSDictionary"
          ],
          "subsystem": "libkern",
          "sources": [
            "xnu libkern/c++/OSDictionary.cpp (by the subsystem; the file was not opened for this entry)"
          ]
        },
        {
          "name": "OSArray",
          "kind": "zone",
          "title": "arrays of drivers",
          "meaning": "Array objects of drivers.",
          "aliases": [
            "iokit.OSArray"
          ],
          "subsystem": "libkern",
          "sources": [
            "xnu libkern/c++/OSArray.cpp (by the subsystem; the file was not opened for this entry)"
          ]
        },
        {
          "name": "OSSet",
          "kind": "zone",
          "title": "sets of drivers",
          "meaning": "Set objects of drivers.",
          "aliases": [
            "iokit.OSSet"
          ],
          "subsystem": "libkern",
          "sources": [
            "xnu libkern/c++/OSSet.cpp (by the subsystem; the file was not opened for this entry)"
          ]
        },
        {
          "name": "OSData",
          "kind": "zone",
          "title": "byte buffers of drivers",
          "meaning": "Byte buffers as objects.",
          "aliases": [
            "iokit.OSData"
          ],
          "subsystem": "libkern",
          "sources": [
            "xnu libkern/c++/OSData.cpp (by the subsystem; the file was not opened for this entry)"
          ]
        },
        {
          "name": "OSNumber",
          "kind": "zone",
          "title": "numbers of drivers",
          "meaning": "Number objects of drivers.",
          "aliases": [
            "iokit.OSNumber"
          ],
          "subsystem": "libkern",
          "sources": [
            "xnu libkern/c++/OSNumber.cpp (by the subsystem; the file was not opened for this entry)"
          ]
        },
        {
          "name": "OSMetaClass",
          "kind": "zone",
          "title": "classes of drivers",
          "meaning": "Descriptions of C++ classes of drivers.",
          "aliases": [
            "OSMetaClass.names",
            "OSObject",
            "OSObjects"
          ],
          "subsystem": "libkern",
          "sources": [
            "xnu libkern/c++/OSMetaClass.cpp (by the subsystem; the file was not opened for this entry)"
          ]
        },
        {
          "name": "IOMemoryDescriptor",
          "kind": "zone",
          "title": "buffers of drivers",
          "meaning": "Descriptions of memory that a driver reads or writes; the bytes lie elsewhere.",
          "aliases": [
            "IOMemoryDescripto",
            "iokit.IOMemoryDescriptor"
          ],
          "subsystem": "IOKit",
          "allocatedBy": "Drivers.",
          "sources": [
            "xnu iokit/Kernel/IOMemoryDescriptor.cpp (by the subsystem; the file was not opened for this entry)"
          ]
        },
        {
          "name": "IORegistry.entry",
          "kind": "zone",
          "title": "device registry",
          "meaning": "Entries of the tree of devices and drivers.",
          "aliases": [
            "IOService.state",
            "iokit.IOService",
            "IOService"
          ],
          "subsystem": "IOKit",
          "sources": [
            "xnu iokit/Kernel/IORegistryEntry.cpp (by the subsystem; the file was not opened for this entry)"
          ]
        },
        {
          "name": "IOEventSource",
          "kind": "zone",
          "title": "event sources of drivers",
          "meaning": "Timers and interrupts of drivers' work loops.",
          "aliases": [
            "iokit.IOEventSource",
            "IOTimer.list"
          ],
          "subsystem": "IOKit",
          "sources": [
            "xnu iokit/Kernel/IOEventSource.cpp (by the subsystem; the file was not opened for this entry)"
          ]
        },
        {
          "name": "IOCommand",
          "kind": "zone",
          "title": "commands of drivers",
          "meaning": "Commands that drivers pool for use again.",
          "aliases": [
            "IOBuffer.pool"
          ],
          "subsystem": "IOKit",
          "sources": [
            "xnu iokit/Kernel/IOCommandPool.cpp (by the subsystem; the file was not opened for this entry)"
          ]
        },
        {
          "name": "IOSurface.client",
          "kind": "zone",
          "title": "clients of shared images",
          "meaning": "By its name, clients of IOSurface, the images that processes and the graphics processor share.",
          "aliases": [
            "IOSurfaceClient"
          ],
          "subsystem": "graphics",
          "cautions": [
            "The images themselves are not in zones."
          ],
          "sources": [
            "inferred from the name; no public definition was found"
          ]
        },
        {
          "name": "IOAccelResource",
          "kind": "zone",
          "title": "resources of the graphics driver",
          "meaning": "By its name, descriptions of textures and buffers of the graphics processor.",
          "aliases": [
            "IOGPUResource",
            "IOGraphics.aperture",
            "IOGraphics.apertu"
          ],
          "subsystem": "graphics",
          "allocatedBy": "The graphics driver, for processes that draw; not open source.",
          "cautions": [
            "The images themselves are not in zones."
          ],
          "sources": [
            "inferred from the name; no public definition was found"
          ]
        },
        {
          "name": "hv_vcpu",
          "kind": "zone",
          "title": "virtual processors",
          "meaning": "By its name, virtual processors of guests.",
          "subsystem": "hypervisor",
          "sources": [
            "inferred from the name; no public definition was found"
          ]
        },
        {
          "name": "corpse.info",
          "kind": "zone",
          "title": "crashed processes",
          "meaning": "By its name, what is kept of a crashed process until it has been examined.",
          "aliases": [
            "kcdata.descriptors"
          ],
          "subsystem": "diagnostics",
          "sources": [
            "inferred from the name; no public definition was found",
            "xnu osfmk/corpses/corpse.c (by the subsystem; the file was not opened for this entry)"
          ]
        },
        {
          "name": "memorystatus.snapshot",
          "kind": "zone",
          "title": "memory pressure snapshots",
          "meaning": "By its name, records of processes that were ended to free memory.",
          "subsystem": "memory pressure",
          "sources": [
            "xnu bsd/kern/kern_memorystatus.c (by the subsystem; the file was not opened for this entry)",
            "inferred from the name; no public definition was found"
          ]
        },
        {
          "name": "zones (row)",
          "kind": "term",
          "title": "the zones' total in the wired table",
          "meaning": "The row `zones` of zprint's wired table: the sizes of all zones added up. It is the zones' total where TOTAL SIZE is not.",
          "aliases": [
            "zones row"
          ],
          "since": "10.11",
          "cautions": [
            "On 10.11 to 10.13.3 TOTAL SIZE wrongly holds the wired tags as well; this row does not."
          ],
          "sources": [
            "system_cmds zprint/zprint.c",
            "zprint(1)"
          ]
        },
        {
          "name": "breakdown row",
          "kind": "term",
          "title": "a row name[zone], name[size.N] or name[zone name]",
          "meaning": "Says how much of a zone was taken under a tag. It repeats bytes of the zones, and zprint leaves it out of its total.",
          "aliases": [
            "*[zone]",
            "*[size.#]",
            "VM_KERN_MEMORY_*[*]"
          ],
          "cautions": [
            "Never add it."
          ],
          "sources": [
            "system_cmds zprint/zprint.c"
          ]
        },
        {
          "name": "zone view",
          "kind": "term",
          "title": "a named view of a zone",
          "meaning": "Live bytes of one user or purpose of a zone; a part of a zone's row.",
          "aliases": [
            "zone views",
            "*[raw]"
          ],
          "since": "11",
          "cautions": [
            "Never add it to the zones."
          ],
          "sources": [
            "system_cmds zprint/zprint.c",
            "xnu osfmk/kern/zalloc.h (by the subsystem; the file was not opened for this entry)"
          ]
        },
        {
          "name": "allocation site",
          "kind": "term",
          "title": "a place in the kernel that allocates",
          "meaning": "A row of the wired table named after a function or an address instead of a tag. Its bytes are already taken out of the tag above it.",
          "aliases": [
            "site",
            "site 0x*",
            "*::*(*)",
            "*(*, *)",
            "bsd_bufferinit",
            "hibernate_alloc_pages",
            "kern_coredump_init",
            "vm_page_bootstrap",
            "vm_shared_region_create"
          ],
          "since": "10.11",
          "sources": [
            "system_cmds zprint/zprint.c",
            "xnu osfmk/vm/vm_resident.c"
          ]
        },
        {
          "name": "kext heap",
          "kind": "term",
          "title": "what kexts allocated",
          "meaning": "Rows of the wired table that carry a kext's bundle id: memory that this kext took while running, found by the address that called. It is not the kext's code.",
          "aliases": [
            "com.*",
            "org.*",
            "net.*",
            "(unloaded kmod)",
            "(unknown kmod)",
            "kext row"
          ],
          "since": "10.11",
          "cautions": [
            "What a kext takes from zones is in the zones, not here.",
            "(unloaded kmod) and (unknown kmod) are kexts that have gone or could not be named."
          ],
          "sources": [
            "xnu osfmk/vm/vm_resident.c",
            "xnu libkern/c++/OSKext.cpp"
          ]
        },
        {
          "name": "MALLOC_*",
          "kind": "category",
          "title": "heap of a process",
          "meaning": "Memory that a process took with malloc; the ending tells the size class or allocator (NANO, TINY, SMALL, MEDIUM, LARGE).",
          "aliases": [
            "MALLOC_NANO",
            "MALLOC_TINY",
            "MALLOC_SMALL",
            "MALLOC_MEDIUM",
            "MALLOC_LARGE",
            "MALLOC_HUGE",
            "MALLOC",
            "Malloc",
            "Malloc Small",
            "Malloc Large",
            "Malloc Tiny",
            "Malloc Nano",
            "Malloc Medium",
            "Malloc Huge",
            "Malloc Large (empty)",
            "Malloc Small (empty)",
            "Malloc Guard Page"
          ],
          "subsystem": "process memory",
          "allocatedBy": "The program and its libraries.",
          "sources": [
            "footprint(1)",
            "xnu osfmk/mach/vm_statistics.h"
          ]
        },
        {
          "name": "MALLOC metadata",
          "kind": "category",
          "title": "bookkeeping of the heap",
          "meaning": "What the allocator needs for itself.",
          "subsystem": "process memory",
          "sources": [
            "footprint(1)"
          ],
          "aliases": [
            "Malloc Metadata"
          ]
        },
        {
          "name": "WebKit Malloc",
          "kind": "category",
          "title": "heap of WebKit",
          "meaning": "Memory of the web engine's own allocator.",
          "aliases": [
            "WebKit malloc"
          ],
          "subsystem": "process memory",
          "allocatedBy": "Browsers and programs that show web pages.",
          "sources": [
            "footprint(1)",
            "inferred from the name; no public definition was found"
          ]
        },
        {
          "name": "JS VM Gigacage",
          "kind": "category",
          "title": "heap of JavaScript",
          "meaning": "Arrays and buffers of JavaScript.",
          "aliases": [
            "JS JIT generated code",
            "JS VM register file"
          ],
          "subsystem": "process memory",
          "allocatedBy": "Programs that run JavaScript.",
          "sources": [
            "footprint(1)",
            "xnu osfmk/mach/vm_statistics.h"
          ]
        },
        {
          "name": "IOAccelerator",
          "kind": "category",
          "title": "memory of the graphics processor",
          "meaning": "Buffers and textures of the graphics driver that a process uses.",
          "aliases": [
            "IOAccelerator (graphics)"
          ],
          "subsystem": "process memory",
          "cautions": [
            "On the kernel's side it may be wired under IOKit or the driver: an overlap."
          ],
          "sources": [
            "footprint(1)",
            "xnu osfmk/mach/vm_statistics.h"
          ]
        },
        {
          "name": "IOSurface",
          "kind": "category",
          "title": "images shared between processes",
          "meaning": "Images that a process shares with the window server or the graphics processor.",
          "subsystem": "process memory",
          "cautions": [
            "Shared with the processes that show it."
          ],
          "sources": [
            "footprint(1)",
            "xnu osfmk/mach/vm_statistics.h"
          ]
        },
        {
          "name": "IOKit",
          "kind": "category",
          "title": "memory of devices",
          "meaning": "Memory of drivers that is mapped into the process.",
          "subsystem": "process memory",
          "cautions": [
            "On the kernel's side it may be wired under VM_KERN_MEMORY_IOKIT: an overlap."
          ],
          "sources": [
            "footprint(1)",
            "xnu osfmk/mach/vm_statistics.h"
          ]
        },
        {
          "name": "CG image",
          "kind": "category",
          "title": "images",
          "meaning": "Images of CoreGraphics, unpacked.",
          "subsystem": "process memory",
          "sources": [
            "footprint(1)",
            "xnu osfmk/mach/vm_statistics.h"
          ],
          "aliases": [
            "CG Image"
          ]
        },
        {
          "name": "CoreAnimation",
          "kind": "category",
          "title": "layers",
          "meaning": "Layers and backing stores of CoreAnimation.",
          "subsystem": "process memory",
          "sources": [
            "footprint(1)",
            "xnu osfmk/mach/vm_statistics.h"
          ]
        },
        {
          "name": "CoreUI image data",
          "kind": "category",
          "title": "images of the user interface",
          "meaning": "Images of controls and icons.",
          "aliases": [
            "CoreUI",
            "CoreUI Image Data"
          ],
          "subsystem": "process memory",
          "sources": [
            "footprint(1)",
            "xnu osfmk/mach/vm_statistics.h"
          ]
        },
        {
          "name": "CoreGraphics",
          "kind": "category",
          "title": "drawing",
          "meaning": "Memory of CoreGraphics.",
          "aliases": [
            "CG raster data",
            "CG backing stores",
            "CG Raster Data"
          ],
          "subsystem": "process memory",
          "sources": [
            "footprint(1)",
            "xnu osfmk/mach/vm_statistics.h"
          ]
        },
        {
          "name": "stack",
          "kind": "category",
          "title": "stacks of a process's threads",
          "meaning": "Stacks of the threads on the user's side.",
          "aliases": [
            "Stack"
          ],
          "subsystem": "process memory",
          "cautions": [
            "Kernel stacks are the tag VM_KERN_MEMORY_STACK."
          ],
          "sources": [
            "footprint(1)",
            "xnu osfmk/mach/vm_statistics.h"
          ]
        },
        {
          "name": "page table",
          "kind": "category",
          "title": "page tables of a process",
          "meaning": "Page tables that are counted to a process.",
          "subsystem": "process memory",
          "cautions": [
            "The same bytes as the kernel's tags PTE and PMAP."
          ],
          "sources": [
            "footprint(1)",
            "xnu osfmk/kern/task.c"
          ]
        },
        {
          "name": "mapped file",
          "kind": "category",
          "title": "files mapped into memory",
          "meaning": "Pages of files. Clean ones can be dropped and read again.",
          "subsystem": "process memory",
          "sources": [
            "footprint(1)"
          ]
        },
        {
          "name": "__DATA*",
          "kind": "category",
          "title": "data of programs and libraries",
          "meaning": "Variables of loaded programs and libraries; the part that was written to is dirty. __DATA_CONST, __DATA_DIRTY and __AUTH are kinds of it.",
          "aliases": [
            "__DATA",
            "__DATA_CONST",
            "__DATA_DIRTY",
            "__AUTH",
            "__AUTH_CONST",
            "__TPRO_CONST",
            "__OBJC_RW"
          ],
          "subsystem": "process memory",
          "sources": [
            "footprint(1)"
          ]
        },
        {
          "name": "__TEXT",
          "kind": "category",
          "title": "code of programs and libraries",
          "meaning": "Machine code and constants; clean, shared between processes.",
          "subsystem": "process memory",
          "sources": [
            "footprint(1)"
          ]
        },
        {
          "name": "__LINKEDIT",
          "kind": "category",
          "title": "link tables of programs and libraries",
          "meaning": "Symbols and signatures; clean, shared between processes.",
          "subsystem": "process memory",
          "sources": [
            "footprint(1)"
          ]
        },
        {
          "name": "untagged (VM_ALLOCATE)",
          "kind": "category",
          "title": "memory without a label",
          "meaning": "Memory that a process took from the system directly and did not label.",
          "aliases": [
            "VM_ALLOCATE",
            "untagged",
            "Untagged"
          ],
          "subsystem": "process memory",
          "allocatedBy": "The program itself, often a run time with its own allocator.",
          "sources": [
            "footprint(1)"
          ]
        },
        {
          "name": "tag #",
          "kind": "category",
          "title": "memory with a label that footprint does not name",
          "meaning": "The process labelled the memory with a number that this footprint has no name for.",
          "subsystem": "process memory",
          "sources": [
            "footprint(1)",
            "xnu osfmk/mach/vm_statistics.h"
          ]
        },
        {
          "name": "Hypervisor guest memory",
          "kind": "category",
          "title": "memory of a virtual machine",
          "meaning": "What a virtual machine's guest uses.",
          "subsystem": "hypervisor",
          "allocatedBy": "The program that runs the virtual machine.",
          "sources": [
            "footprint(1)",
            "inferred from the name; no public definition was found"
          ]
        },
        {
          "name": "unused dyld shared cache area",
          "kind": "category",
          "title": "parts of the shared library cache",
          "meaning": "Pages of the shared cache that lie beside those in use.",
          "subsystem": "process memory",
          "sources": [
            "footprint(1)"
          ]
        },
        {
          "name": "Owned physical footprint (unmapped)",
          "kind": "category",
          "title": "memory owned but not mapped",
          "meaning": "Memory counted to a process although it is not in its address space, mostly of the graphics processor.",
          "aliases": [
            "Owned physical footprint (unmapped) (graphics)",
            "Owned physical footprint (unmapped) (media)",
            "Owned physical footprint (unmapped) (neural)",
            "owned unmapped memory"
          ],
          "subsystem": "process memory",
          "cautions": [
            "The kernel's side of it may be wired under IOKit or a driver: an overlap."
          ],
          "sources": [
            "footprint(1)",
            "xnu osfmk/mach/vm_statistics.h"
          ]
        },
        {
          "name": "purgeable",
          "kind": "category",
          "title": "memory that may be thrown away",
          "meaning": "Memory that a process marked as dispensable. Volatile parts count as reclaimable, non-volatile ones as dirty.",
          "aliases": [
            "purgeable volatile",
            "purgeable nonvolatile"
          ],
          "subsystem": "process memory",
          "sources": [
            "footprint(1)"
          ]
        },
        {
          "name": "shared memory",
          "kind": "category",
          "title": "memory shared between processes",
          "meaning": "Memory made to be shared.",
          "subsystem": "process memory",
          "cautions": [
            "In a list of processes it can stand once for each of them."
          ],
          "sources": [
            "footprint(1)",
            "inferred from the name; no public definition was found"
          ]
        },
        {
          "name": "Foundation",
          "kind": "category",
          "title": "memory of the Foundation library",
          "meaning": "Memory that Foundation labelled as its own.",
          "subsystem": "process memory",
          "sources": [
            "footprint(1)",
            "xnu osfmk/mach/vm_statistics.h"
          ]
        },
        {
          "name": "ColorSync",
          "kind": "category",
          "title": "colour profiles",
          "meaning": "Colour profiles.",
          "subsystem": "process memory",
          "sources": [
            "footprint(1)",
            "xnu osfmk/mach/vm_statistics.h"
          ]
        },
        {
          "name": "SQLite page cache",
          "kind": "category",
          "title": "database cache",
          "meaning": "Pages of SQLite databases.",
          "aliases": [
            "SQLite",
            "SQLite Page Cache"
          ],
          "subsystem": "process memory",
          "sources": [
            "footprint(1)",
            "xnu osfmk/mach/vm_statistics.h"
          ]
        },
        {
          "name": "os_alloc_once",
          "kind": "category",
          "title": "one-time allocations",
          "meaning": "Memory that system libraries take once for each process.",
          "aliases": [
            "Kernel Alloc Once",
            "OS Alloc Once"
          ],
          "subsystem": "process memory",
          "sources": [
            "footprint(1)",
            "xnu osfmk/mach/vm_statistics.h"
          ]
        },
        {
          "name": "Activity Tracing",
          "kind": "category",
          "title": "activity traces",
          "meaning": "Buffers for activity traces (breadcrumbs of logging).",
          "aliases": [
            "Genealogy buffers"
          ],
          "subsystem": "process memory",
          "sources": [
            "footprint(1)",
            "xnu osfmk/mach/vm_statistics.h"
          ]
        },
        {
          "name": "Accelerate image backing stores",
          "kind": "category",
          "title": "image processing",
          "meaning": "Images of the Accelerate library.",
          "subsystem": "process memory",
          "sources": [
            "footprint(1)",
            "xnu osfmk/mach/vm_statistics.h"
          ],
          "aliases": [
            "Accelerate Framework"
          ]
        },
        {
          "name": "dyld private memory",
          "kind": "category",
          "title": "the loader",
          "meaning": "Memory of the dynamic loader.",
          "subsystem": "process memory",
          "sources": [
            "footprint(1)",
            "xnu osfmk/mach/vm_statistics.h"
          ]
        },
        {
          "name": "zone",
          "kind": "term",
          "title": "a pool of equal elements",
          "meaning": "The kernel takes most of its memory in elements of one size from zones; each zone holds pages and hands out elements. A leak shows as a zone that only grows.",
          "subsystem": "zalloc",
          "sources": [
            "xnu osfmk/kern/zalloc.c",
            "zprint(1)"
          ]
        },
        {
          "name": "phys_footprint",
          "kind": "term",
          "title": "what a task is charged for",
          "meaning": "The ledger figure of a task: its private memory, compressed or not, and what devices mapped for it. Activity Monitor's Memory column shows it for processes.",
          "aliases": [
            "phys_footprint_peak",
            "physical footprint",
            "billed footprint"
          ],
          "cautions": [
            "For kernel_task from 10.14 on it is only what was billed to that task (64 KB on one Mac with 1.9 GB wired): never the kernel's memory."
          ],
          "sources": [
            "xnu osfmk/kern/task.c",
            "footprint(1)"
          ]
        },
        {
          "name": "kernel_task",
          "kind": "term",
          "title": "the kernel as a process",
          "meaning": "Process 0, under which tools show the kernel. Each figure is another thing: pages mapped in the kernel (up to 10.13), a ledger (10.14 and later), or footprint's sum of zones and tags.",
          "cautions": [
            "footprint's figure is zones less what they could give back, plus tags, less MLOCK.",
            "Compressed pages are taken out by top on 10.9 to 10.13, not out of a plain resident size."
          ],
          "known": [
            {
              "what": "8 GB with all programs closed, while ZFS was in use",
              "source": "openzfsonosx/zfs#264"
            },
            {
              "what": "33 to 103 GB with a build of ZFS that leaked",
              "source": "openzfsonosx/zfs#700"
            }
          ],
          "sources": [
            "xnu bsd/kern/proc_info.c",
            "xnu osfmk/kern/task.c",
            "footprint(1)"
          ]
        },
        {
          "name": "wired",
          "kind": "term",
          "title": "memory that stays",
          "meaning": "Pages that may be neither compressed nor swapped out. Most are the kernel's; MLOCK and parts of IOKit belong to processes.",
          "aliases": [
            "wired memory",
            "Pages wired down",
            "sys_wired"
          ],
          "sources": [
            "xnu osfmk/vm/vm_resident.c",
            "vm_stat(1)"
          ]
        },
        {
          "name": "dirty",
          "kind": "term",
          "title": "memory that is in use",
          "meaning": "Memory that was written to and cannot be read again from a file. A process's footprint is the sum of its dirty memory, swapped parts included.",
          "sources": [
            "footprint(1)"
          ]
        },
        {
          "name": "clean",
          "kind": "term",
          "title": "memory that can be read again",
          "meaning": "Resident memory that was not changed, such as code: it can be dropped at once.",
          "sources": [
            "footprint(1)"
          ]
        },
        {
          "name": "reclaimable",
          "kind": "term",
          "title": "memory that may be taken back",
          "meaning": "Memory that its owner gave up without returning it: purgeable and volatile, or marked free. For a zone: what it could give back.",
          "sources": [
            "footprint(1)"
          ]
        },
        {
          "name": "swapped",
          "kind": "term",
          "title": "memory in the compressor or on disk",
          "meaning": "The part of dirty memory that is compressed or swapped out. A part of dirty: never add it.",
          "sources": [
            "footprint(1)"
          ]
        },
        {
          "name": "compressor",
          "kind": "term",
          "title": "compressed pages",
          "meaning": "Memory in which compressed pages lie. Resident, not wired, and not in zprint.",
          "aliases": [
            "Pages occupied by compressor",
            "compressed"
          ],
          "sources": [
            "vm_stat(1)",
            "xnu osfmk/vm/vm_resident.c"
          ]
        },
        {
          "name": "file-backed",
          "kind": "term",
          "title": "pages of files",
          "meaning": "Pages that come from files and can mostly be read again.",
          "aliases": [
            "File-backed pages",
            "fileBacked"
          ],
          "sources": [
            "vm_stat(1)"
          ]
        },
        {
          "name": "anonymous",
          "kind": "term",
          "title": "pages without a file",
          "meaning": "Pages of programs that no file backs.",
          "aliases": [
            "Anonymous pages"
          ],
          "sources": [
            "vm_stat(1)"
          ]
        },
        {
          "name": "free",
          "kind": "term",
          "title": "unused pages",
          "meaning": "Pages that nothing uses. A healthy Mac has few: memory is used as a cache.",
          "aliases": [
            "Pages free"
          ],
          "sources": [
            "vm_stat(1)"
          ]
        },
        {
          "name": "speculative",
          "kind": "term",
          "title": "pages read ahead",
          "meaning": "Pages read before anyone asked for them; as good as free.",
          "aliases": [
            "Pages speculative"
          ],
          "sources": [
            "vm_stat(1)"
          ]
        },
        {
          "name": "installed",
          "kind": "term",
          "title": "memory built in",
          "meaning": "The machine's memory, from hw.memsize. Not all of it reaches the kernel: see boot_carveout.",
          "aliases": [
            "hw.memsize"
          ],
          "sources": [
            "sysctl(8)"
          ]
        },
        {
          "name": "unexplained",
          "kind": "term",
          "title": "what no figure accounts for",
          "meaning": "Installed memory less everything that the archive explains. A large or negative value says that figures overlap, were taken at different moments, or are missing.",
          "sources": [
            "sysbalance: its own arithmetic"
          ]
        },
        {
          "name": "boot_carveout",
          "kind": "term",
          "title": "set aside before the kernel started",
          "meaning": "footprint's figure for memory that the boot loader kept.",
          "since": "26",
          "cautions": [
            "The same memory as VM_KERN_COUNT_BOOT_STOLEN: count it once."
          ],
          "sources": [
            "footprint(1)"
          ]
        },
        {
          "name": "sys_footprint",
          "kind": "term",
          "title": "footprint's sum for the whole machine",
          "meaning": "Wired memory, swap, compressed and anonymous pages, and boot_carveout. How it is added up is known from a decompiled listing only.",
          "aliases": [
            "sys_unwired"
          ],
          "since": "26",
          "sources": [
            "footprint(1)"
          ]
        },
        {
          "name": "collectable",
          "kind": "term",
          "title": "what a zone could give back",
          "meaning": "Pages of a zone without a used element. zprint marks such zones with C and prints the bytes as free size (10.13.4 and later).",
          "aliases": [
            "TOTAL COLLECTABLE",
            "free size"
          ],
          "sources": [
            "xnu osfmk/mach_debug/zone_info.h",
            "system_cmds zprint/zprint.c"
          ]
        },
        {
          "name": "TOTAL SIZE",
          "kind": "term",
          "title": "sum of the zones",
          "meaning": "The size of all zones that zprint printed, in bytes.",
          "aliases": [
            "ZONE TOTALS"
          ],
          "cautions": [
            "On 10.11 to 10.13.3 the wired tags are wrongly in it: use the row `zones`.",
            "It is the zones alone; kernel memory outside zones comes on top."
          ],
          "sources": [
            "system_cmds zprint/zprint.c"
          ]
        },
        {
          "name": "Total Allocs",
          "kind": "term",
          "title": "bytes ever allocated",
          "meaning": "All that was ever taken from a zone since boot, given back or not.",
          "aliases": [
            "TOTAL ALLOCS",
            "total allocs"
          ],
          "cautions": [
            "Never a size."
          ],
          "sources": [
            "system_cmds zprint/zprint.c"
          ]
        },
        {
          "name": "cur size",
          "kind": "term",
          "title": "what a zone costs",
          "meaning": "Bytes of pages that a zone holds now, used or not.",
          "cautions": [
            "In K it is cut off, not rounded; 0K where the caller had no privilege."
          ],
          "sources": [
            "xnu osfmk/mach_debug/zone_info.h"
          ]
        },
        {
          "name": "max size",
          "kind": "term",
          "title": "ceiling or peak of a zone",
          "meaning": "Up to 10.15 the configured ceiling; from 11 on the most that the zone ever held.",
          "cautions": [
            "From 11 on no percentage of a limit can be made of it."
          ],
          "sources": [
            "xnu osfmk/mach_debug/zone_info.h",
            "xnu osfmk/kern/zalloc.c"
          ]
        },
        {
          "name": "frag size",
          "kind": "term",
          "title": "free places of a zone in pages that are in use",
          "meaning": "What a zone holds without using it and cannot give back.",
          "aliases": [
            "TOTAL FRAGMENTED",
            "wasted",
            "TOTAL WASTED"
          ],
          "cautions": [
            "With sizes withheld it underflows to about 1.8e16 K: unknown, not a size."
          ],
          "sources": [
            "system_cmds zprint/zprint.c"
          ]
        },
        {
          "name": "load tag",
          "kind": "term",
          "title": "number of a kext",
          "meaning": "The number that a kext got when it was loaded: kextstat's Index, and the kmod id in zprint's wired table.",
          "aliases": [
            "kmod id",
            "Index"
          ],
          "cautions": [
            "Numbers differ at each boot: compare kexts by bundle id."
          ],
          "sources": [
            "xnu libkern/c++/OSKext.cpp",
            "kextstat(8)"
          ]
        },
        {
          "name": "kext images",
          "kind": "term",
          "title": "code of kexts",
          "meaning": "Code and data of loaded kexts, as kextstat adds them up.",
          "aliases": [
            "com.apple.kpi.*"
          ],
          "cautions": [
            "Tens of megabytes: it cannot explain a kernel of gigabytes.",
            "Rows com.apple.kpi.* are tables of symbols and are left out."
          ],
          "sources": [
            "kextstat(8)",
            "xnu libkern/c++/OSKext.cpp"
          ]
        },
        {
          "name": "kernel memory outside zones",
          "kind": "term",
          "title": "the rest of wired memory",
          "meaning": "Wired memory that no zone holds: page tables, stacks, large allocations, device buffers, boot memory. From 10.11 on zprint's wired table splits it up; before, no tool did.",
          "aliases": [
            "outside zones"
          ],
          "sources": [
            "xnu osfmk/vm/vm_resident.c",
            "system_cmds zprint/zprint.c"
          ]
        },
        {
          "name": "lower bound",
          "kind": "term",
          "title": "at least this much",
          "meaning": "The figure holds only what the archive shows; the true one is larger by an unknown amount.",
          "sources": [
            "sysbalance: its own wording"
          ]
        },
        {
          "name": "*.DMA.*",
          "kind": "tag",
          "title": "memory mapped for a device",
          "meaning": "Memory of one device that reads and writes it directly. The kernel moves it out of the rows that took it, so it is in no other row.",
          "subsystem": "IOKit",
          "sources": [
            "xnu osfmk/vm/vm_resident.c (by the form of the rows)"
          ]
        },
        {
          "name": "com.apple.DriverKit-*",
          "kind": "tag",
          "title": "memory that the kernel holds for a DriverKit driver",
          "meaning": "A driver that runs as a process; the kernel wires buffers for it. Counted with the kexts.",
          "subsystem": "DriverKit",
          "sources": [
            "zprint rows of macOS 26"
          ]
        },
        {
          "name": "knote zone",
          "kind": "zone",
          "title": "kernel event notes",
          "meaning": "One for each event that a process waits for with kqueue.",
          "subsystem": "kqueue",
          "sources": [
            "xnu (by the name and the subsystem; the file was not opened for this entry)"
          ]
        },
        {
          "name": "kqueue file zone",
          "kind": "zone",
          "title": "kqueues that are files",
          "meaning": "One for each kqueue that a process opened.",
          "subsystem": "kqueue",
          "sources": [
            "xnu (by the name and the subsystem; the file was not opened for this entry)"
          ]
        },
        {
          "name": "kqueue workloop zone",
          "kind": "zone",
          "title": "kqueues of workloops",
          "meaning": "One for each dispatch workloop of a process.",
          "subsystem": "kqueue",
          "sources": [
            "xnu (by the name and the subsystem; the file was not opened for this entry)"
          ]
        },
        {
          "name": "kqueue workq zone",
          "kind": "zone",
          "title": "kqueues of work queues",
          "meaning": "One for each process that uses dispatch queues.",
          "subsystem": "kqueue",
          "sources": [
            "xnu (by the name and the subsystem; the file was not opened for this entry)"
          ]
        },
        {
          "name": "unpzone",
          "kind": "zone",
          "title": "Unix domain sockets",
          "meaning": "Protocol state of one local socket.",
          "subsystem": "sockets",
          "sources": [
            "xnu (by the name and the subsystem; the file was not opened for this entry)"
          ]
        },
        {
          "name": "socache zone",
          "kind": "zone",
          "title": "cached sockets",
          "meaning": "Sockets with their protocol state, kept for the next use.",
          "subsystem": "sockets",
          "sources": [
            "xnu (by the name and the subsystem; the file was not opened for this entry)"
          ]
        },
        {
          "name": "cs_blob zone",
          "kind": "zone",
          "title": "code signatures",
          "meaning": "What the kernel knows of the signature of one file that runs.",
          "subsystem": "code signing",
          "sources": [
            "xnu (by the name and the subsystem; the file was not opened for this entry)"
          ]
        },
        {
          "name": "io_reprioritize_req",
          "kind": "zone",
          "title": "requests to move I/O up",
          "meaning": "One for each disk request whose priority is raised.",
          "subsystem": "file system",
          "sources": [
            "xnu (by the name and the subsystem; the file was not opened for this entry)"
          ]
        },
        {
          "name": "mk_timer",
          "kind": "zone",
          "title": "Mach timers",
          "meaning": "One for each timer port of a process.",
          "subsystem": "Mach",
          "sources": [
            "xnu (by the name and the subsystem; the file was not opened for this entry)"
          ]
        },
        {
          "name": "compressor_pager",
          "kind": "zone",
          "title": "compressor pagers",
          "meaning": "One for each memory object whose pages can be compressed.",
          "subsystem": "virtual memory",
          "sources": [
            "xnu (by the name and the subsystem; the file was not opened for this entry)"
          ]
        },
        {
          "name": "radix_node",
          "kind": "zone",
          "title": "nodes of radix trees",
          "meaning": "Inner nodes of routing tables.",
          "subsystem": "network",
          "sources": [
            "xnu (by the name and the subsystem; the file was not opened for this entry)"
          ]
        },
        {
          "name": "thread_groups",
          "kind": "zone",
          "title": "thread groups",
          "meaning": "Groups of threads that the scheduler treats as one.",
          "subsystem": "scheduler",
          "sources": [
            "xnu (by the name and the subsystem; the file was not opened for this entry)"
          ]
        },
        {
          "name": "task_id_token",
          "kind": "zone",
          "title": "task identity tokens",
          "meaning": "Names of processes that others hold without a reference.",
          "subsystem": "Mach",
          "sources": [
            "xnu (by the name and the subsystem; the file was not opened for this entry)"
          ]
        },
        {
          "name": "workq.wq",
          "kind": "zone",
          "title": "work queues",
          "meaning": "One for each process that uses dispatch queues.",
          "subsystem": "work queues",
          "sources": [
            "xnu (by the name and the subsystem; the file was not opened for this entry)"
          ]
        },
        {
          "name": "workq.threadreq",
          "kind": "zone",
          "title": "requests for worker threads",
          "meaning": "Work that waits for a thread.",
          "subsystem": "work queues",
          "sources": [
            "xnu (by the name and the subsystem; the file was not opened for this entry)"
          ]
        },
        {
          "name": "bank_account",
          "kind": "zone",
          "title": "accounts of work for others",
          "meaning": "Who pays for work that one process does for another.",
          "subsystem": "bank",
          "sources": [
            "xnu (by the name and the subsystem; the file was not opened for this entry)"
          ]
        },
        {
          "name": "bank_task",
          "kind": "zone",
          "title": "processes in the bank",
          "meaning": "One for each process that work is charged to.",
          "subsystem": "bank",
          "sources": [
            "xnu (by the name and the subsystem; the file was not opened for this entry)"
          ]
        },
        {
          "name": "ipc importance inherit",
          "kind": "zone",
          "title": "inherited importance",
          "meaning": "Links by which a message raises the priority of its receiver.",
          "subsystem": "Mach messages",
          "sources": [
            "xnu (by the name and the subsystem; the file was not opened for this entry)"
          ]
        },
        {
          "name": "ipc task importance",
          "kind": "zone",
          "title": "importance of processes",
          "meaning": "One for each process that takes part in it.",
          "subsystem": "Mach messages",
          "sources": [
            "xnu (by the name and the subsystem; the file was not opened for this entry)"
          ]
        },
        {
          "name": "ipc kobject labels",
          "kind": "zone",
          "title": "labels of kernel ports",
          "meaning": "Security labels of ports that stand for kernel objects.",
          "subsystem": "Mach messages",
          "sources": [
            "xnu (by the name and the subsystem; the file was not opened for this entry)"
          ]
        },
        {
          "name": "ipc_service_port_label",
          "kind": "zone",
          "title": "labels of service ports",
          "meaning": "Which service a port of launchd is for.",
          "subsystem": "Mach messages",
          "sources": [
            "xnu (by the name and the subsystem; the file was not opened for this entry)"
          ]
        },
        {
          "name": "cluster_read",
          "kind": "zone",
          "title": "read-ahead state",
          "meaning": "How a file is being read, to read ahead.",
          "subsystem": "file system",
          "sources": [
            "xnu (by the name and the subsystem; the file was not opened for this entry)"
          ]
        },
        {
          "name": "cpx",
          "kind": "zone",
          "title": "file keys",
          "meaning": "Keys of files under data protection.",
          "subsystem": "file system",
          "sources": [
            "xnu (by the name and the subsystem; the file was not opened for this entry)"
          ]
        },
        {
          "name": "AES ctx",
          "kind": "zone",
          "title": "cipher state",
          "meaning": "Contexts of the AES cipher.",
          "subsystem": "encryption",
          "sources": [
            "xnu (by the name and the subsystem; the file was not opened for this entry)"
          ]
        },
        {
          "name": "vfsstringcache",
          "kind": "zone",
          "title": "cached path components",
          "meaning": "Names that the name cache shares.",
          "subsystem": "file system",
          "sources": [
            "xnu (by the name and the subsystem; the file was not opened for this entry)"
          ]
        },
        {
          "name": "vsockpcbzone",
          "kind": "zone",
          "title": "sockets to virtual machines",
          "meaning": "Protocol state of one socket between host and guest.",
          "subsystem": "sockets",
          "sources": [
            "xnu (by the name and the subsystem; the file was not opened for this entry)"
          ]
        },
        {
          "name": "NFSV3 srvdesc",
          "kind": "zone",
          "title": "requests to the NFS server",
          "meaning": "One for each request being answered.",
          "subsystem": "NFS",
          "sources": [
            "xnu (by the name and the subsystem; the file was not opened for this entry)"
          ]
        },
        {
          "name": "audit_mac_label_zone",
          "kind": "zone",
          "title": "labels in audit records",
          "meaning": "Security labels that audit records hold.",
          "subsystem": "audit",
          "sources": [
            "xnu (by the name and the subsystem; the file was not opened for this entry)"
          ]
        },
        {
          "name": "mac_audit_data_zone",
          "kind": "zone",
          "title": "data in audit records",
          "meaning": "What policies add to audit records.",
          "subsystem": "audit",
          "sources": [
            "xnu (by the name and the subsystem; the file was not opened for this entry)"
          ]
        },
        {
          "name": "dtrace.dtrace_probe_t",
          "kind": "zone",
          "title": "DTrace probes",
          "meaning": "One for each probe that a tracer may use.",
          "subsystem": "DTrace",
          "sources": [
            "xnu (by the name and the subsystem; the file was not opened for this entry)"
          ]
        },
        {
          "name": "user save state",
          "kind": "zone",
          "title": "saved registers of threads",
          "meaning": "Registers of a thread while it is in the kernel.",
          "subsystem": "threads",
          "sources": [
            "xnu (by the name and the subsystem; the file was not opened for this entry)"
          ]
        },
        {
          "name": "arm debug state",
          "kind": "zone",
          "title": "debug registers of threads",
          "meaning": "One for each ARM thread under a debugger.",
          "subsystem": "threads",
          "sources": [
            "xnu (by the name and the subsystem; the file was not opened for this entry)"
          ]
        },
        {
          "name": "SME saved state",
          "kind": "zone",
          "title": "saved matrix registers",
          "meaning": "Registers of the matrix unit for threads that use it.",
          "subsystem": "threads",
          "sources": [
            "xnu (by the name and the subsystem; the file was not opened for this entry)"
          ]
        },
        {
          "name": "x86_64 saved state",
          "kind": "zone",
          "title": "saved registers of 64-bit threads",
          "meaning": "One for each Intel thread.",
          "subsystem": "threads",
          "sources": [
            "xnu (by the name and the subsystem; the file was not opened for this entry)"
          ]
        },
        {
          "name": "x86 debug state",
          "kind": "zone",
          "title": "debug registers of threads",
          "meaning": "One for each Intel thread under a debugger.",
          "subsystem": "threads",
          "sources": [
            "xnu (by the name and the subsystem; the file was not opened for this entry)"
          ]
        },
        {
          "name": "pagetable user anchors",
          "kind": "zone",
          "title": "roots of page tables",
          "meaning": "The top page table of each process.",
          "subsystem": "virtual memory",
          "sources": [
            "xnu (by the name and the subsystem; the file was not opened for this entry)"
          ]
        },
        {
          "name": "Per-task ledger",
          "kind": "zone",
          "title": "ledgers of processes",
          "meaning": "What the kernel charges to one process.",
          "subsystem": "ledgers",
          "sources": [
            "xnu (by the name and the subsystem; the file was not opened for this entry)"
          ]
        },
        {
          "name": "Per-thread ledger",
          "kind": "zone",
          "title": "ledgers of threads",
          "meaning": "What the kernel charges to one thread.",
          "subsystem": "ledgers",
          "sources": [
            "xnu (by the name and the subsystem; the file was not opened for this entry)"
          ]
        },
        {
          "name": "Bank ledger",
          "kind": "zone",
          "title": "ledgers of work for others",
          "meaning": "What the kernel charges for work done for others.",
          "subsystem": "ledgers",
          "sources": [
            "xnu (by the name and the subsystem; the file was not opened for this entry)"
          ]
        },
        {
          "name": "Per-coalition ledgers",
          "kind": "zone",
          "title": "ledgers of coalitions",
          "meaning": "What the kernel charges to a group of processes.",
          "subsystem": "ledgers",
          "sources": [
            "xnu (by the name and the subsystem; the file was not opened for this entry)"
          ]
        },
        {
          "name": "ifnet_tcpstat",
          "kind": "zone",
          "title": "TCP counters of interfaces",
          "meaning": "One for each network interface.",
          "subsystem": "network",
          "sources": [
            "xnu (by the name and the subsystem; the file was not opened for this entry)"
          ]
        },
        {
          "name": "ifmultiaddr",
          "kind": "zone",
          "title": "multicast addresses",
          "meaning": "Addresses that an interface listens to.",
          "subsystem": "network",
          "sources": [
            "xnu (by the name and the subsystem; the file was not opened for this entry)"
          ]
        },
        {
          "name": "ip_moptions",
          "kind": "zone",
          "title": "multicast options of sockets",
          "meaning": "One for each socket that uses multicast.",
          "subsystem": "network",
          "sources": [
            "xnu (by the name and the subsystem; the file was not opened for this entry)"
          ]
        },
        {
          "name": "nd6_prefix",
          "kind": "zone",
          "title": "IPv6 prefixes",
          "meaning": "Prefixes that routers announced.",
          "subsystem": "network",
          "sources": [
            "xnu (by the name and the subsystem; the file was not opened for this entry)"
          ]
        },
        {
          "name": "netns.*",
          "kind": "zone",
          "title": "namespace of ports",
          "meaning": "Which port of an address is taken.",
          "subsystem": "Skywalk",
          "sources": [
            "xnu (by the name and the subsystem; the file was not opened for this entry)"
          ]
        },
        {
          "name": "flow.*",
          "kind": "zone",
          "title": "network flows",
          "meaning": "State of connections that Skywalk carries.",
          "subsystem": "Skywalk",
          "sources": [
            "xnu (by the name and the subsystem; the file was not opened for this entry)"
          ]
        },
        {
          "name": "skywalk.*",
          "kind": "zone",
          "title": "Skywalk objects",
          "meaning": "State of the network stack in user space.",
          "subsystem": "Skywalk",
          "sources": [
            "xnu (by the name and the subsystem; the file was not opened for this entry)"
          ]
        },
        {
          "name": "recount_track_cpu",
          "kind": "zone",
          "title": "time counters by processor",
          "meaning": "CPU time and energy of threads and processes.",
          "subsystem": "scheduler",
          "sources": [
            "xnu (by the name and the subsystem; the file was not opened for this entry)"
          ]
        },
        {
          "name": "mcache.*",
          "kind": "zone",
          "title": "caches of network buffers",
          "meaning": "Objects that the network keeps for reuse.",
          "subsystem": "network",
          "sources": [
            "xnu (by the name and the subsystem; the file was not opened for this entry)"
          ]
        },
        {
          "name": "thread_call",
          "kind": "zone",
          "title": "delayed calls of the kernel",
          "meaning": "One for each call that a timer or an event starts.",
          "subsystem": "Mach",
          "sources": [
            "xnu (by the name and the subsystem; the file was not opened for this entry)"
          ]
        },
        {
          "name": "ulocks",
          "kind": "zone",
          "title": "user locks with waiters",
          "meaning": "One for each lock of a process that a thread waits for.",
          "subsystem": "synchronization",
          "sources": [
            "xnu (by the name and the subsystem; the file was not opened for this entry)"
          ]
        },
        {
          "name": "personas",
          "kind": "zone",
          "title": "personas",
          "meaning": "Identities that processes can take.",
          "subsystem": "processes",
          "sources": [
            "xnu (by the name and the subsystem; the file was not opened for this entry)"
          ]
        },
        {
          "name": "coalitions",
          "kind": "zone",
          "title": "coalitions",
          "meaning": "Groups of processes that count as one.",
          "subsystem": "processes",
          "sources": [
            "xnu (by the name and the subsystem; the file was not opened for this entry)"
          ]
        },
        {
          "name": "os reasons",
          "kind": "zone",
          "title": "exit reasons",
          "meaning": "Why processes ended.",
          "subsystem": "processes",
          "sources": [
            "xnu (by the name and the subsystem; the file was not opened for this entry)"
          ]
        },
        {
          "name": "sack_hole zone",
          "kind": "zone",
          "title": "gaps in TCP streams",
          "meaning": "Missing parts of what a connection sent.",
          "subsystem": "TCP",
          "sources": [
            "xnu (by the name and the subsystem; the file was not opened for this entry)"
          ]
        },
        {
          "name": "tcp_reass_zone",
          "kind": "zone",
          "title": "parts of TCP streams",
          "meaning": "Segments that came out of order.",
          "subsystem": "TCP",
          "sources": [
            "xnu (by the name and the subsystem; the file was not opened for this entry)"
          ]
        },
        {
          "name": "NFS req",
          "kind": "zone",
          "title": "requests of the NFS client",
          "meaning": "One for each request to a server.",
          "subsystem": "NFS",
          "sources": [
            "xnu (by the name and the subsystem; the file was not opened for this entry)"
          ]
        },
        {
          "name": "NFS node",
          "kind": "zone",
          "title": "files on NFS servers",
          "meaning": "One for each file that is known.",
          "subsystem": "NFS",
          "sources": [
            "xnu (by the name and the subsystem; the file was not opened for this entry)"
          ]
        },
        {
          "name": "Reserved VM map entries",
          "kind": "zone",
          "title": "map entries kept in reserve",
          "meaning": "Entries for regions that the kernel needs to free or make memory.",
          "subsystem": "virtual memory",
          "sources": [
            "xnu (by the name and the subsystem; the file was not opened for this entry)"
          ]
        },
        {
          "name": "wait queues",
          "kind": "zone",
          "title": "wait queues",
          "meaning": "Lists of threads that wait.",
          "subsystem": "Mach",
          "sources": [
            "xnu (by the name and the subsystem; the file was not opened for this entry)"
          ]
        },
        {
          "name": "Guard",
          "kind": "category",
          "title": "guard pages",
          "meaning": "Pages that no one may touch, around memory that must not overflow. They cost nothing.",
          "since": "27",
          "sources": [
            "footprint and crash reports of macOS 27"
          ]
        },
        {
          "name": "Stack Guard",
          "kind": "category",
          "title": "guard pages of stacks",
          "meaning": "Pages below a stack that no one may touch. They cost nothing.",
          "since": "27",
          "sources": [
            "footprint and crash reports of macOS 27"
          ]
        },
        {
          "name": "Deferred Reclaim",
          "kind": "category",
          "title": "memory that a process has freed but not given back",
          "meaning": "Freed memory that the system can take when it needs it.",
          "since": "27",
          "sources": [
            "footprint and crash reports of macOS 27"
          ]
        }
      ]
    }

    """#
}
