/* Drives the static inlines of the C modules' shims, for UndefinedBehaviorSanitizer.
 *
 * Swift code calls them through the importer, which no C sanitizer sees. */
#ifdef __linux__
#include "../../Sources/CAllocator/shim.h"
#endif
#include "../../Sources/CArchive/shim.h"
#include "../../Sources/CISAL/shim.h"
#include "../../Sources/CZlib/shim.h"
#include <stdio.h>
#include <string.h>

static int failures = 0;

static void expect(int holds, const char *what) {
  if (holds) return;
  fprintf(stderr, "shims: %s\n", what);
  failures++;
}

static void set_error(const char *message) {
  struct archive *reader = archive_read_new();
  expect(reader != NULL, "no reader");
  carchive_set_error(reader, 5, message);
  const char *kept = archive_error_string(reader);
  expect(archive_errno(reader) == 5, "the number is lost");
  /* libarchive tells an empty message as none. */
  expect(strcmp(kept ? kept : "", message) == 0, "the message is not kept as it is");
  archive_read_free(reader);
}

static void inflate_init(int windowBits, int expected) {
  z_stream stream;
  memset(&stream, 0, sizeof stream);
  int result = czlib_inflate_init2(&stream, windowBits);
  expect(result == expected, "inflateInit2 gives another code");
  if (result == Z_OK) inflateEnd(&stream);
}

int main(void) {
  set_error("a plain message");
  /* A message is no format: what is in it must not be taken for one. */
  set_error("%s %n %d 100 %");
  set_error("");
  inflate_init(-MAX_WBITS, Z_OK);
  inflate_init(MAX_WBITS + 16, Z_OK);
  inflate_init(99, Z_STREAM_ERROR);
  unsigned char byte = 'a';
  expect(crc32_gzip_refl(0, &byte, 1) == crc32(0, &byte, 1), "the two checksums differ");
#ifdef __linux__
  callocator_separate_large_blocks(128 << 10, 64 << 20);
#endif
  if (failures == 0) puts("shims: no undefined behaviour, 7 checks");
  return failures != 0;
}
