/* Enters: calls of GLib's locks. Leaves: the same, and word of them to ThreadSanitizer, which does not see them
   itself. */
#include <glib.h>

#pragma GCC visibility push(default) /* the linker wants it so */

/* gcc has no header for these. */
void __tsan_acquire (void *at);
void __tsan_release (void *at);

#define WRAP_LOCK(type, name)                                                                                          \
  void __real_##name##_lock (type *lock);                                                                              \
  void __real_##name##_unlock (type *lock);                                                                            \
  void __wrap_##name##_lock (type *lock);                                                                              \
  void __wrap_##name##_unlock (type *lock);                                                                            \
  void __wrap_##name##_lock (type *lock)                                                                               \
  {                                                                                                                    \
    __real_##name##_lock (lock);                                                                                       \
    __tsan_acquire (lock);                                                                                             \
  }                                                                                                                    \
  void __wrap_##name##_unlock (type *lock)                                                                             \
  {                                                                                                                    \
    __tsan_release (lock);                                                                                             \
    __real_##name##_unlock (lock);                                                                                     \
  }

WRAP_LOCK (GMutex, g_mutex)
WRAP_LOCK (GRecMutex, g_rec_mutex)

typedef struct
{
  GThreadFunc make;
  gpointer argument;
  GOnce *once;
} Making;

static gpointer
make (gpointer data)
{
  const Making *making = data;
  gpointer result = making->make (making->argument);
  __tsan_release (making->once);
  return result;
}

gpointer __real_g_once_impl (GOnce *once, GThreadFunc func, gpointer argument);
gpointer __wrap_g_once_impl (GOnce *once, GThreadFunc func, gpointer argument);
gpointer
__wrap_g_once_impl (GOnce *once, GThreadFunc func, gpointer argument)
{
  Making making = { func, argument, once };
  gpointer result = __real_g_once_impl (once, make, &making);
  __tsan_acquire (once);
  return result;
}

gboolean(__real_g_atomic_ref_count_dec) (gatomicrefcount *count);
gboolean(__wrap_g_atomic_ref_count_dec) (gatomicrefcount *count);
gboolean(__wrap_g_atomic_ref_count_dec) (gatomicrefcount *count)
{
  __tsan_release (count);
  gboolean is_last = __real_g_atomic_ref_count_dec (count);
  if (is_last)
    __tsan_acquire (count);
  return is_last;
}
