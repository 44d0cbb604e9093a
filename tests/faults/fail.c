/* A library to be loaded before all others. Enters: FAULT=CALL:N:ERRNO in the environment, where CALL is open, read,
   write, close, fsync or rename. Leaves: the N-th such call of the process failing so, and all after it as ever, or
   failing, too, if a "+" follows; with FAULT_COUNT=FILE, how many there were, at the end of that file; with NO_TMPFILE, no files
   without a name. */
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

static atomic_long n_calls;

/* Whether this call of the kind is the one that fails, with errno then. */
static int
fails (const char *call)
{
  const char *fault = getenv ("FAULT");
  size_t length = strlen (call);
  if (fault == NULL || strncmp (fault, call, length) != 0 || fault[length] != ':')
    return 0;
  char *end;
  long wanted = strtol (fault + length + 1, &end, 10);
  long n = atomic_fetch_add (&n_calls, 1) + 1;
  int number = (int) strtol (end + 1, &end, 10);
  if (*end == '+' ? n < wanted || wanted == 0 : n != wanted)
    return 0;
  errno = number;
  return 1;
}

static void __attribute__ ((destructor)) tell (void)
{
  const char *path = getenv ("FAULT_COUNT");
  char line[32];
  int fd = path != NULL ? (int) syscall (SYS_openat, AT_FDCWD, path, O_WRONLY | O_CREAT | O_APPEND, 0666) : -1;
  if (fd < 0)
    return;
  int length = snprintf (line, sizeof line, "%ld\n", atomic_load (&n_calls));
  syscall (SYS_write, fd, line, length);
  syscall (SYS_close, fd);
}

static int
open_at (int folder, const char *path, int flags, mode_t mode)
{
  if (fails ("open"))
    return -1;
  if ((flags & O_TMPFILE) == O_TMPFILE && getenv ("NO_TMPFILE") != NULL)
    {
      errno = EOPNOTSUPP;
      return -1;
    }
  return (int) syscall (SYS_openat, folder, path, flags, mode);
}

/* The mode, where there is one. */
#define MODE(last)                                                                                                     \
  mode_t mode = 0;                                                                                                     \
  if ((flags & O_CREAT) != 0 || (flags & O_TMPFILE) == O_TMPFILE)                                                      \
    {                                                                                                                  \
      va_list arguments;                                                                                               \
      va_start (arguments, last);                                                                                      \
      mode = va_arg (arguments, mode_t);                                                                               \
      va_end (arguments);                                                                                              \
    }

int
open (const char *path, int flags, ...)
{
  MODE (flags)
  return open_at (AT_FDCWD, path, flags, mode);
}

int
open64 (const char *path, int flags, ...)
{
  MODE (flags)
  return open_at (AT_FDCWD, path, flags, mode);
}

int
openat (int folder, const char *path, int flags, ...)
{
  MODE (flags)
  return open_at (folder, path, flags, mode);
}

int
openat64 (int folder, const char *path, int flags, ...)
{
  MODE (flags)
  return open_at (folder, path, flags, mode);
}

FILE *
fopen (const char *path, const char *how)
{
  FILE *(*next) (const char *, const char *);
  *(void **) &next = dlsym (RTLD_NEXT, "fopen");
  return fails ("open") ? NULL : next (path, how);
}

FILE *
fopen64 (const char *path, const char *how)
{
  return fopen (path, how);
}

ssize_t
read (int fd, void *data, size_t length)
{
  return fails ("read") ? -1 : syscall (SYS_read, fd, data, length);
}

ssize_t
pread (int fd, void *data, size_t length, off_t offset)
{
  return fails ("read") ? -1 : syscall (SYS_pread64, fd, data, length, offset);
}

ssize_t
pread64 (int fd, void *data, size_t length, off_t offset)
{
  return pread (fd, data, length, offset);
}

ssize_t
write (int fd, const void *data, size_t length)
{
  return fails ("write") ? -1 : syscall (SYS_write, fd, data, length);
}

int
close (int fd)
{
  int failed = fails ("close"), number = errno, status = (int) syscall (SYS_close, fd);
  if (!failed)
    return status;
  errno = number;
  return -1;
}

int
fsync (int fd)
{
  return fails ("fsync") ? -1 : (int) syscall (SYS_fsync, fd);
}

int
rename (const char *from, const char *to)
{
  return fails ("rename") ? -1 : (int) syscall (SYS_renameat2, AT_FDCWD, from, AT_FDCWD, to, 0);
}

int
renameat2 (int from_folder, const char *from, int to_folder, const char *to, unsigned flags)
{
  return fails ("rename") ? -1 : (int) syscall (SYS_renameat2, from_folder, from, to_folder, to, flags);
}

int
linkat (int from_folder, const char *from, int to_folder, const char *to, int flags)
{
  return fails ("rename") ? -1 : (int) syscall (SYS_linkat, from_folder, from, to_folder, to, flags);
}
