#pragma once
#include <isa-l.h>
#include <isa-l/crc.h>
#include <isa-l/igzip_lib.h>

/// The version of the headers, which are macros that Swift does not import: 2.30 is 230.
static inline int cisal_version(void) {
  return 100 * ISAL_MAJOR_VERSION + ISAL_MINOR_VERSION;
}
