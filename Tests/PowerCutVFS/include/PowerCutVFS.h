#ifndef POWER_CUT_VFS_H
#define POWER_CUT_VFS_H

#include <stdint.h>

/// A file system under SQLite that knows what a disk holds for certain: of each file in a watched folder, what was written
/// before the last sync, and every write and truncation since. At each sync it can make images of the disks that a power
/// cut at that moment may leave: any subset of what is not synced, torn at sectors.
///
/// It is SQLite's default once installed, and sends files outside watched folders straight to the system.
typedef struct powercut_disk powercut_disk;

/// - Returns: 0, or an error of SQLite.
int powercut_install(void);

/// Watches the databases, logs and journals in a folder. What is in them at their first opening counts as synced.
powercut_disk *powercut_watch(const char *folder, uint64_t seed);

/// After every connection to the folder is closed.
void powercut_unwatch(powercut_disk *disk);

/// From now on each sync leaves `per_sync` images, each a folder `image-<number>-acked-<acknowledged>` below `folder`;
/// none with a NULL.
void powercut_images(powercut_disk *disk, const char *folder, int per_sync);

/// Images of a cut at this moment, when nothing is being synced.
void powercut_cut(powercut_disk *disk);

/// Says that what was written so far was acknowledged as number `count`: later images bear it in their name.
void powercut_acknowledge(powercut_disk *disk, int64_t count);

int64_t powercut_sync_points(powercut_disk *disk);
/// Syncs of the database itself, which are those of checkpoints.
int64_t powercut_database_syncs(powercut_disk *disk);
int64_t powercut_image_count(powercut_disk *disk);

/// After `bytes` more bytes every write in the folder fails with `code` of SQLite; 0 lets them pass again.
void powercut_fail_writes(powercut_disk *disk, int code, int64_t bytes);

/// Files in the folder open for reading only, as on a disk that is mounted so.
void powercut_read_only(powercut_disk *disk, int is_read_only);

/// Opens a database as SQLite does after a cut, checks it, and sums up all its rows in `text` ("ok …", or what is wrong).
void powercut_fingerprint(const char *path, char *text, int size);

#endif
