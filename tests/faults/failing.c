/* Fails, or kills at, the Nth call below a folder that changes the disk.
 *
 * Preloaded into a command. The calls of all its processes are counted together, in a file that is
 * mapped into each: struct record. Set by the environment:
 *
 *   FAULT_BELOW    absolute path of the folder
 *   FAULT_RECORD   the file of the record, as long as the record, zeros at first
 *   FAULT_AT       which call fails, from 1; 0 for none
 *   FAULT_HOW      "once", "ever" (all calls from then on), "every" (each so many), "kill" (the
 *                  process group, before the call is made), or "slow" (calls that wait for the
 *                  disk take longer, and none fails)
 *   FAULT_ERRNO    number of the error, such as 28; where it is slow, milliseconds
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

struct record {
    atomic_long calls;  /* made below the folder so far */
    atomic_long failed; /* of them, made to fail */
    char what[240];     /* name and path of the first that failed */
};

static struct record *record;
static char below[PATH_MAX];
static size_t below_length;
static long fault_at;
static int fault_errno, is_ever, is_every, is_kill, is_slow;

__attribute__((constructor)) static void begin(void)
{
    const char *folder = getenv("FAULT_BELOW"), *file = getenv("FAULT_RECORD");
    const char *at = getenv("FAULT_AT"), *how = getenv("FAULT_HOW"), *number = getenv("FAULT_ERRNO");
    if (!folder || !file || !at || !how || !number)
        return;
    int (*real_open)(const char *, int, ...) = dlsym(RTLD_NEXT, "open");
    int descriptor = real_open(file, O_RDWR | O_CLOEXEC);
    if (descriptor < 0)
        return;
    void *mapped = mmap(NULL, sizeof *record, PROT_READ | PROT_WRITE, MAP_SHARED, descriptor, 0);
    close(descriptor);
    snprintf(below, sizeof below, "%s", folder);
    below_length = strlen(below);
    fault_at = atol(at);
    fault_errno = atoi(number);
    is_ever = !strcmp(how, "ever");
    is_every = !strcmp(how, "every");
    is_kill = !strcmp(how, "kill");
    is_slow = !strcmp(how, "slow");
    if (mapped != MAP_FAILED)
        record = mapped;
}

static void path_of(int descriptor, char *path)
{
    char link[64];
    snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
    ssize_t length = readlink(link, path, PATH_MAX - 1);
    path[length < 0 ? 0 : length] = 0;
}

/* Counts a call on a path, absolute or below the folder of a descriptor; true when it is to fail. */
static int fails(const char *call, int folder, const char *name)
{
    char path[2 * PATH_MAX];
    if (!record || !name)
        return 0;
    path[0] = 0;
    if (name[0] != '/') {
        if (folder != AT_FDCWD)
            path_of(folder, path);
        else if (!getcwd(path, PATH_MAX))
            path[0] = 0;
        if (name[0])
            strcat(path, "/");
    }
    strncat(path, name, PATH_MAX - 1);
    if (strncmp(path, below, below_length) || (path[below_length] && path[below_length] != '/'))
        return 0;
    long now = atomic_fetch_add(&record->calls, 1) + 1;
    if (is_slow) {
        if (strstr(call, "sync")) {
            atomic_fetch_add(&record->failed, 1);
            usleep(1000 * fault_errno);
        }
        return 0;
    }
    if (!fault_at || (is_every && now % fault_at))
        return 0;
    if (!is_every && (now < fault_at || (now > fault_at && !is_ever)))
        return 0;
    if (atomic_fetch_add(&record->failed, 1) == 0)
        snprintf(record->what, sizeof record->what, "%s %.200s", call, path + below_length);
    if (is_kill)
        kill(0, SIGKILL);
    errno = fault_errno;
    return 1;
}

static int fails_on(const char *call, int descriptor) { return fails(call, descriptor, ""); }

#define WRITING (O_WRONLY | O_RDWR | O_CREAT | O_TRUNC)

/* A call that returns -1 when it fails. */
#define CALL(type, name, arguments, passed, is_failing)                                            \
    type name arguments                                                                            \
    {                                                                                              \
        static type(*real) arguments;                                                              \
        if (!real)                                                                                 \
            real = dlsym(RTLD_NEXT, #name);                                                        \
        return is_failing ? (type)-1 : real passed;                                                \
    }

/* One that opens: the mode follows where a file may be made. */
#define OPENS(name, parameters, passed, folder)                                                    \
    int name parameters                                                                            \
    {                                                                                              \
        static int(*real) parameters;                                                              \
        mode_t mode = 0;                                                                           \
        if (flags & (O_CREAT | O_TMPFILE)) {                                                       \
            va_list more;                                                                          \
            va_start(more, flags);                                                                 \
            mode = va_arg(more, mode_t);                                                           \
            va_end(more);                                                                          \
        }                                                                                          \
        if (!real)                                                                                 \
            real = dlsym(RTLD_NEXT, #name);                                                        \
        return (flags & WRITING) && fails(#name, folder, path) ? -1 : real passed;                 \
    }

OPENS(open, (const char *path, int flags, ...), (path, flags, mode), AT_FDCWD)
OPENS(open64, (const char *path, int flags, ...), (path, flags, mode), AT_FDCWD)
OPENS(openat, (int at, const char *path, int flags, ...), (at, path, flags, mode), at)
OPENS(openat64, (int at, const char *path, int flags, ...), (at, path, flags, mode), at)
CALL(int, creat, (const char *path, mode_t mode), (path, mode), fails("creat", AT_FDCWD, path))

CALL(ssize_t, write, (int file, const void *from, size_t n), (file, from, n), fails_on("write", file))
CALL(ssize_t, writev, (int file, const struct iovec *from, int n), (file, from, n),
     fails_on("writev", file))
CALL(ssize_t, pwrite, (int file, const void *from, size_t n, off_t at), (file, from, n, at),
     fails_on("pwrite", file))
CALL(ssize_t, pwrite64, (int file, const void *from, size_t n, off64_t at), (file, from, n, at),
     fails_on("pwrite64", file))
CALL(ssize_t, pwritev, (int file, const struct iovec *from, int n, off_t at), (file, from, n, at),
     fails_on("pwritev", file))
CALL(ssize_t, sendfile, (int to, int from, off_t *at, size_t n), (to, from, at, n),
     fails_on("sendfile", to))
CALL(ssize_t, sendfile64, (int to, int from, off64_t *at, size_t n), (to, from, at, n),
     fails_on("sendfile64", to))
CALL(ssize_t, copy_file_range, (int from, off64_t *in, int to, off64_t *out, size_t n, unsigned how),
     (from, in, to, out, n, how), fails_on("copy_file_range", to))

CALL(int, fsync, (int file), (file), fails_on("fsync", file))
CALL(int, fdatasync, (int file), (file), fails_on("fdatasync", file))
CALL(int, msync, (void *from, size_t n, int how), (from, n, how), fails("msync", AT_FDCWD, below))
CALL(int, ftruncate, (int file, off_t n), (file, n), fails_on("ftruncate", file))
CALL(int, ftruncate64, (int file, off64_t n), (file, n), fails_on("ftruncate64", file))
CALL(int, truncate, (const char *path, off_t n), (path, n), fails("truncate", AT_FDCWD, path))
CALL(int, fallocate, (int file, int how, off_t at, off_t n), (file, how, at, n),
     fails_on("fallocate", file))
/* These two return the error's number instead. */
#define ALLOCATES(name, offset)                                                                    \
    int name(int file, offset at, offset n)                                                        \
    {                                                                                              \
        static int (*real)(int, offset, offset);                                                   \
        if (!real)                                                                                 \
            real = dlsym(RTLD_NEXT, #name);                                                        \
        return fails_on(#name, file) ? fault_errno : real(file, at, n);                            \
    }
ALLOCATES(posix_fallocate, off_t)
ALLOCATES(posix_fallocate64, off64_t)

CALL(int, rename, (const char *from, const char *to), (from, to), fails("rename", AT_FDCWD, to))
CALL(int, renameat, (int a, const char *from, int b, const char *to), (a, from, b, to),
     fails("renameat", b, to))
CALL(int, renameat2, (int a, const char *from, int b, const char *to, unsigned how),
     (a, from, b, to, how), fails("renameat2", b, to))
CALL(int, link, (const char *from, const char *to), (from, to), fails("link", AT_FDCWD, to))
CALL(int, linkat, (int a, const char *from, int b, const char *to, int how), (a, from, b, to, how),
     fails("linkat", b, to))
CALL(int, symlink, (const char *from, const char *to), (from, to), fails("symlink", AT_FDCWD, to))
CALL(int, mkdir, (const char *path, mode_t mode), (path, mode), fails("mkdir", AT_FDCWD, path))
CALL(int, mkdirat, (int at, const char *path, mode_t mode), (at, path, mode),
     fails("mkdirat", at, path))
CALL(int, chmod, (const char *path, mode_t mode), (path, mode), fails("chmod", AT_FDCWD, path))
CALL(int, fchmod, (int file, mode_t mode), (file, mode), fails_on("fchmod", file))
CALL(int, fchmodat, (int at, const char *path, mode_t mode, int how), (at, path, mode, how),
     fails("fchmodat", at, path))
CALL(int, unlink, (const char *path), (path), fails("unlink", AT_FDCWD, path))
CALL(int, unlinkat, (int at, const char *path, int how), (at, path, how),
     fails("unlinkat", at, path))
CALL(int, rmdir, (const char *path), (path), fails("rmdir", AT_FDCWD, path))

/* The C library's own streams write past `write`. */
size_t fwrite(const void *from, size_t size, size_t n, FILE *to)
{
    static size_t (*real)(const void *, size_t, size_t, FILE *);
    if (!real)
        real = dlsym(RTLD_NEXT, "fwrite");
    return fails_on("fwrite", fileno(to)) ? 0 : real(from, size, n, to);
}
