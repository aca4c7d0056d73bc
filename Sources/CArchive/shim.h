#pragma once
#include <archive.h>
#include <archive_entry.h>

/// `archive_set_error` is variadic, which Swift does not import.
static inline void carchive_set_error(struct archive *archive, int code, const char *message) {
  archive_set_error(archive, code, "%s", message);
}
