/* Stands between a program and the C library (LD_PRELOAD), and lets one call that is about a
   given folder fail, be interrupted or never return. Counts are shared with children. */
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

enum { OPEN, CREATE, READ, WRITE, CLOSE, RENAME, LINK, UNLINK, MKDIR, RMDIR, SYNC, LIST, KINDS };
enum { NOTHING, FAIL, SIGNAL, REPLACE };

struct state {
    char folder[1024], from[1024], to[1024];
    int kind, first, last, action, value, counts[KINDS], struck;
    long clock; /* seconds that the clock of the program is ahead */
};
static struct state *shared;

__attribute__((constructor)) static void begin(void) {
    shared = mmap(NULL, sizeof *shared, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
}

void faults_arm(const char *folder, int kind, int first, int last, int action, int value,
                const char *from, const char *to, long clock) {
    memset(shared, 0, sizeof *shared);
    strncpy(shared->from, from, sizeof shared->from - 1);
    strncpy(shared->to, to, sizeof shared->to - 1);
    shared->kind = kind, shared->first = first, shared->last = last;
    shared->action = action, shared->value = value, shared->clock = clock;
    strncpy(shared->folder, folder, sizeof shared->folder - 1);
}

void faults_disarm(void) { *shared->folder = 0; }
int faults_count(int kind) { return shared->counts[kind]; }
int faults_struck(void) { return shared->struck; }

/* Whether this call is to fail; errno is set then. */
static int strikes(int kind, const char *path) {
    if (!shared || !*shared->folder || !path) return 0;
    size_t length = strlen(shared->folder);
    if (strncmp(path, shared->folder, length) || (path[length] && path[length] != '/')) return 0;
    int number = __atomic_add_fetch(&shared->counts[kind], 1, __ATOMIC_SEQ_CST);
    if (kind != shared->kind || number < shared->first || number > shared->last) return 0;
    shared->struck++;
    if (shared->action == SIGNAL) kill(getpid(), shared->value);
    if (shared->action == REPLACE) syscall(SYS_rename, shared->from, shared->to);
    if (shared->action != FAIL) return 0;
    errno = shared->value;
    return 1;
}

static int strikes_at(int kind, int descriptor) {
    if (!shared || !*shared->folder) return 0;
    char link[64], path[4096];
    int before = errno;
    snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
    ssize_t size = syscall(SYS_readlink, link, path, sizeof path - 1);
    errno = before;
    if (size < 0) return 0;
    path[size] = 0;
    return strikes(kind, path);
}

#define REAL(name) static __typeof__(&name) real; if (!real) real = dlsym(RTLD_NEXT, #name)
#define BY_PATH(kind, type, name, path, parameters, given) \
    type name parameters { REAL(name); return strikes(kind, path) ? (type)-1 : real given; }
#define BY_FD(kind, type, name, parameters, given) \
    type name parameters { REAL(name); return strikes_at(kind, fd) ? (type)-1 : real given; }
#define OPENS(name, parameters, given) \
    int name parameters { \
        REAL(name); \
        va_list more; va_start(more, flags); mode_t mode = va_arg(more, mode_t); va_end(more); \
        return strikes(flags & O_CREAT ? CREATE : OPEN, path) ? -1 : real given; \
    }

OPENS(open, (const char *path, int flags, ...), (path, flags, mode))
OPENS(open64, (const char *path, int flags, ...), (path, flags, mode))
OPENS(openat, (int at, const char *path, int flags, ...), (at, path, flags, mode))
OPENS(openat64, (int at, const char *path, int flags, ...), (at, path, flags, mode))
BY_PATH(RENAME, int, rename, old, (const char *old, const char *new), (old, new))
BY_PATH(RENAME, int, renameat, old, (int a, const char *old, int b, const char *new), (a, old, b, new))
BY_PATH(RENAME, int, renameat2, old,
        (int a, const char *old, int b, const char *new, unsigned flags), (a, old, b, new, flags))
BY_PATH(LINK, int, link, old, (const char *old, const char *new), (old, new))
BY_PATH(LINK, int, linkat, old,
        (int a, const char *old, int b, const char *new, int flags), (a, old, b, new, flags))
BY_PATH(UNLINK, int, unlink, path, (const char *path), (path))
BY_PATH(UNLINK, int, unlinkat, path, (int at, const char *path, int flags), (at, path, flags))
BY_PATH(MKDIR, int, mkdir, path, (const char *path, mode_t mode), (path, mode))
BY_PATH(RMDIR, int, rmdir, path, (const char *path), (path))
BY_FD(READ, ssize_t, read, (int fd, void *into, size_t size), (fd, into, size))
BY_FD(READ, ssize_t, pread64, (int fd, void *into, size_t size, off64_t at), (fd, into, size, at))
BY_FD(WRITE, ssize_t, write, (int fd, const void *data, size_t size), (fd, data, size))
BY_FD(WRITE, ssize_t, pwrite64, (int fd, const void *data, size_t size, off64_t at), (fd, data, size, at))
BY_FD(WRITE, int, ftruncate64, (int fd, off64_t size), (fd, size))
BY_FD(SYNC, int, fsync, (int fd), (fd))
BY_FD(SYNC, int, fdatasync, (int fd), (fd))
BY_FD(SYNC, int, syncfs, (int fd), (fd))

int close(int fd) {
    REAL(close);
    int failed = strikes_at(CLOSE, fd), number = errno;
    int result = real(fd); /* a descriptor is gone also when closing it fails */
    if (failed) errno = number;
    return failed ? -1 : result;
}

DIR *opendir(const char *path) {
    REAL(opendir);
    return strikes(LIST, path) ? NULL : real(path);
}

int clock_gettime(clockid_t clock, struct timespec *into) {
    int result = (int)syscall(SYS_clock_gettime, clock, into);
    if (!result && clock == CLOCK_REALTIME && shared) into->tv_sec += shared->clock;
    return result;
}
