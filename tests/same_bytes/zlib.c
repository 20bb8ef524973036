/* Another build of zlib: one that looks less far, so that what it packs has other bytes. */
#define _GNU_SOURCE
#include <dlfcn.h>


int deflateInit2_(void *stream, int level, int method, int bits, int memory, int strategy,
                  const char *version, int size)
{
    int (*next)(void *, int, int, int, int, int, const char *, int);
    *(void **)&next = dlsym(RTLD_NEXT, "deflateInit2_");
    return next(stream, 1, method, bits, memory, strategy, version, size);
}
