#pragma once
#include <zlib.h>

/// `inflateInit2` is a macro, which Swift does not import.
static inline int czlib_inflate_init2(z_stream *stream, int windowBits) {
  return inflateInit2(stream, windowBits);
}

/// `deflateInit2` is a macro, too. Level 6, and a gzip header and trailer around the data.
static inline int czlib_deflate_init_gzip(z_stream *stream) {
  return deflateInit2(stream, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
}
