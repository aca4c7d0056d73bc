#pragma once
// glibc's malloc.h is not included: its types would then seem to come from this module.
#include <features.h>

#ifdef __GLIBC__
extern int mallopt(int parameter, int value);
#endif

/// `mallopt` is in no module of Swift's Glibc, and musl does not have it.
///
/// Blocks of `large` bytes and more have pages of their own. Free memory above `kept` bytes goes
/// back to the system.
static inline void callocator_separate_large_blocks(int large, int kept) {
#ifdef __GLIBC__
  const int trim_threshold = -1, mmap_threshold = -3;  // M_TRIM_THRESHOLD, M_MMAP_THRESHOLD
  mallopt(mmap_threshold, large);
  mallopt(trim_threshold, kept);
#else
  (void)large;
  (void)kept;
#endif
}
