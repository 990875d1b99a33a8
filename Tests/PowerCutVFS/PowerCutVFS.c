#include "PowerCutVFS.h"

#include <pthread.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

// MARK: - What a disk holds

typedef struct bytes {
    unsigned char *data;
    sqlite3_int64 size;
} bytes;

/// A write, or a truncation when `data` is NULL.
typedef struct change {
    struct change *next;
    unsigned char *data;
    sqlite3_int64 offset;
    int length;
} change;

typedef struct record {
    struct record *next;
    char *name;
    /// Whether the folder on the disk has the name for certain.
    int is_durable;
    /// Whether it was removed without a sync of the folder.
    int is_removed;
    bytes synced;
    change *first, *last;
} record;

struct powercut_disk {
    powercut_disk *next;
    char *folder;
    char *images;
    int per_sync;
    uint64_t random;
    int64_t acknowledged, sync_points, database_syncs, image_count;
    int fail_code, is_read_only;
    /// Nobody watches any more. A store that is let go closes its files later, on threads of its own: what they point to stays.
    int is_gone;
    int64_t fail_after;
    record *records;
};

typedef struct watched {
    sqlite3_file base;
    powercut_disk *disk;
    record *record;
    int is_database;
    /// Whether the file is a new log or journal that has not been synced yet.
    int syncs_folder;
    sqlite3_file *real;
} watched;

static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static powercut_disk *disks = NULL;
static sqlite3_vfs *system_vfs = NULL;
static sqlite3_vfs own_vfs;

/// SplitMix64 (Steele, Lea and Flood 2014).
static uint64_t chance(powercut_disk *disk) {
    uint64_t z = (disk->random += 0x9E3779B97F4A7C15ull);
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ull;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBull;
    return z ^ (z >> 31);
}

static void resize(bytes *content, sqlite3_int64 size) {
    if (size > content->size) {
        content->data = realloc(content->data, size);
        memset(content->data + content->size, 0, size - content->size);
    }
    content->size = size;
}

static void put(bytes *content, sqlite3_int64 offset, const unsigned char *data, int length) {
    if (length <= 0) return;
    if (offset + length > content->size) resize(content, offset + length);
    memcpy(content->data + offset, data, length);
}

static void forget_changes(record *record) {
    while (record->first) {
        change *change = record->first;
        record->first = change->next;
        free(change->data);
        free(change);
    }
    record->last = NULL;
}

static void note(record *record, const void *data, sqlite3_int64 offset, int length) {
    change *new = calloc(1, sizeof *new);
    new->offset = offset;
    new->length = length;
    if (data) {
        new->data = malloc(length > 0 ? length : 1);
        memcpy(new->data, data, length);
    }
    if (record->last) record->last->next = new; else record->first = new;
    record->last = new;
}

/// The folder was synced: the name is there or not, for certain.
static void settle(record *record) {
    if (record->is_removed) {
        forget_changes(record);
        record->synced.size = 0;
    }
    record->is_durable = !record->is_removed;
}

static powercut_disk *disk_of(const char *path) {
    for (powercut_disk *disk = disks; disk; disk = disk->next) {
        size_t length = strlen(disk->folder);
        if (strncmp(path, disk->folder, length) == 0 && path[length] == '/'
            && !strchr(path + length + 1, '/')) return disk;
    }
    return NULL;
}

static record *record_of(powercut_disk *disk, const char *path) {
    const char *name = path + strlen(disk->folder) + 1;
    for (record *record = disk->records; record; record = record->next) {
        if (strcmp(record->name, name) == 0) return record;
    }
    record *new = calloc(1, sizeof *new);
    new->name = strdup(name);
    FILE *file = fopen(path, "rb");
    if (file) {
        unsigned char buffer[65536];
        size_t count;
        while ((count = fread(buffer, 1, sizeof buffer, file)) > 0) {
            put(&new->synced, new->synced.size, buffer, (int)count);
        }
        fclose(file);
        new->is_durable = 1;
    }
    new->next = disk->records;
    disk->records = new;
    return new;
}

// MARK: - Images of a disk after a cut

/// What of the changes since the last sync reached the disk.
typedef enum { NOTHING, EVERYTHING, A_BEGINNING, ANY_SUBSET } survival;

static void apply(powercut_disk *disk, bytes *content, change *change, int sector, int in_32) {
    if (!change->data) {
        if ((int)(chance(disk) % 32) < in_32) {
            if (change->offset < content->size) content->size = change->offset;
            else resize(content, change->offset);
        }
        return;
    }
    sqlite3_int64 at = change->offset, end = change->offset + change->length;
    while (at < end) {
        sqlite3_int64 stop = sector ? (at / sector + 1) * sector : end;
        if (stop > end) stop = end;
        if ((int)(chance(disk) % 32) < in_32) {
            put(content, at, change->data + (at - change->offset), (int)(stop - at));
        }
        at = stop;
    }
}

static void write_image(powercut_disk *disk, const char *folder, survival survival) {
    static const int sectors[] = {512, 4096, 0};
    int sector = sectors[chance(disk) % 3], in_32 = 1 + (int)(chance(disk) % 31);
    for (record *record = disk->records; record; record = record->next) {
        int count = 0, kept;
        for (change *change = record->first; change; change = change->next) count++;
        int is_there = record->is_durable || (survival == EVERYTHING) || (survival != NOTHING && chance(disk) % 2);
        if (record->is_removed && (survival == EVERYTHING || (survival != NOTHING && chance(disk) % 2))) {
            is_there = 0;
        }
        if (!is_there) continue;
        bytes content = {malloc(record->synced.size + 1), record->synced.size};
        if (record->synced.size) memcpy(content.data, record->synced.data, record->synced.size);
        kept = survival == NOTHING ? 0 : survival == A_BEGINNING ? (int)(chance(disk) % (count + 1)) : count;
        int place = 0;
        for (change *change = record->first; change && place < kept; change = change->next, place++) {
            int is_whole = survival == EVERYTHING || (survival == A_BEGINNING && place + 1 < kept);
            apply(disk, &content, change, is_whole ? 0 : sector, is_whole ? 32 : in_32);
        }
        char path[4096];
        snprintf(path, sizeof path, "%s/%s", folder, record->name);
        FILE *file = fopen(path, "wb");
        if (file) {
            fwrite(content.data, 1, content.size, file);
            fclose(file);
        }
        free(content.data);
    }
}

static void write_images(powercut_disk *disk) {
    for (int image = 0; disk->images && image < disk->per_sync; image++) {
        char folder[2048];
        snprintf(folder, sizeof folder, "%s/image-%06lld-acked-%lld", disk->images,
            (long long)disk->image_count++, (long long)disk->acknowledged);
        mkdir(folder, 0700);
        write_image(disk, folder, image == 0 ? NOTHING : image == 1 ? EVERYTHING : image == 2 ? A_BEGINNING : ANY_SUBSET);
    }
}

// MARK: - The methods of a file

static int close_file(sqlite3_file *file) {
    sqlite3_file *real = ((watched *)file)->real;
    return real->pMethods ? real->pMethods->xClose(real) : SQLITE_OK;
}

static int read_file(sqlite3_file *file, void *buffer, int count, sqlite3_int64 offset) {
    sqlite3_file *real = ((watched *)file)->real;
    return real->pMethods->xRead(real, buffer, count, offset);
}

static int write_file(sqlite3_file *file, const void *buffer, int count, sqlite3_int64 offset) {
    watched *own = (watched *)file;
    pthread_mutex_lock(&mutex);
    int code = 0;
    if (own->disk->fail_code && (own->disk->fail_after -= count) < 0) code = own->disk->fail_code;
    pthread_mutex_unlock(&mutex);
    if (code) return code;
    code = own->real->pMethods->xWrite(own->real, buffer, count, offset);
    if (code == SQLITE_OK) {
        pthread_mutex_lock(&mutex);
        if (!own->disk->is_gone) note(own->record, buffer, offset, count);
        pthread_mutex_unlock(&mutex);
    }
    return code;
}

static int truncate_file(sqlite3_file *file, sqlite3_int64 size) {
    watched *own = (watched *)file;
    int code = own->real->pMethods->xTruncate(own->real, size);
    if (code == SQLITE_OK) {
        pthread_mutex_lock(&mutex);
        if (!own->disk->is_gone) note(own->record, NULL, size, 0);
        pthread_mutex_unlock(&mutex);
    }
    return code;
}

static int sync_file(sqlite3_file *file, int flags) {
    watched *own = (watched *)file;
    pthread_mutex_lock(&mutex);
    if (own->disk->is_gone) {
        pthread_mutex_unlock(&mutex);
        return own->real->pMethods->xSync(own->real, flags);
    }
    own->disk->sync_points++;
    own->disk->database_syncs += own->is_database;
    write_images(own->disk);
    for (change *change = own->record->first; change; change = change->next) {
        if (change->data) put(&own->record->synced, change->offset, change->data, change->length);
        else if (change->offset < own->record->synced.size) own->record->synced.size = change->offset;
        else resize(&own->record->synced, change->offset);
    }
    forget_changes(own->record);
    // SQLite syncs the folder together with the first sync of a new log or journal: every name is then as it is.
    if (own->syncs_folder) {
        for (record *record = own->disk->records; record; record = record->next) settle(record);
        own->syncs_folder = 0;
    }
    pthread_mutex_unlock(&mutex);
    return own->real->pMethods->xSync(own->real, flags);
}

static int file_size(sqlite3_file *file, sqlite3_int64 *size) {
    sqlite3_file *real = ((watched *)file)->real;
    return real->pMethods->xFileSize(real, size);
}

static int lock_file(sqlite3_file *file, int level) {
    sqlite3_file *real = ((watched *)file)->real;
    return real->pMethods->xLock(real, level);
}

static int unlock_file(sqlite3_file *file, int level) {
    sqlite3_file *real = ((watched *)file)->real;
    return real->pMethods->xUnlock(real, level);
}

static int is_reserved(sqlite3_file *file, int *result) {
    sqlite3_file *real = ((watched *)file)->real;
    return real->pMethods->xCheckReservedLock(real, result);
}

static int control_file(sqlite3_file *file, int operation, void *argument) {
    sqlite3_file *real = ((watched *)file)->real;
    return real->pMethods->xFileControl(real, operation, argument);
}

static int sector_size(sqlite3_file *file) {
    sqlite3_file *real = ((watched *)file)->real;
    return real->pMethods->xSectorSize(real);
}

static int characteristics(sqlite3_file *file) {
    sqlite3_file *real = ((watched *)file)->real;
    return real->pMethods->xDeviceCharacteristics(real);
}

static int map_shared(sqlite3_file *file, int page, int size, int extend, void volatile **memory) {
    sqlite3_file *real = ((watched *)file)->real;
    return real->pMethods->xShmMap(real, page, size, extend, memory);
}

static int lock_shared(sqlite3_file *file, int offset, int count, int flags) {
    sqlite3_file *real = ((watched *)file)->real;
    return real->pMethods->xShmLock(real, offset, count, flags);
}

static void shared_barrier(sqlite3_file *file) {
    sqlite3_file *real = ((watched *)file)->real;
    real->pMethods->xShmBarrier(real);
}

static int unmap_shared(sqlite3_file *file, int remove) {
    sqlite3_file *real = ((watched *)file)->real;
    return real->pMethods->xShmUnmap(real, remove);
}

/// Version 2: without memory mapping, which would write past us.
static const sqlite3_io_methods methods = {
    2, close_file, read_file, write_file, truncate_file, sync_file, file_size, lock_file, unlock_file,
    is_reserved, control_file, sector_size, characteristics, map_shared, lock_shared, shared_barrier,
    unmap_shared, NULL, NULL,
};

// MARK: - The methods of the file system

static int open_file(sqlite3_vfs *vfs, const char *path, sqlite3_file *file, int flags, int *out) {
    const int kinds = SQLITE_OPEN_MAIN_DB | SQLITE_OPEN_WAL | SQLITE_OPEN_MAIN_JOURNAL;
    pthread_mutex_lock(&mutex);
    powercut_disk *disk = path && (flags & kinds) ? disk_of(path) : NULL;
    record *record = disk ? record_of(disk, path) : NULL;
    int is_read_only = disk && disk->is_read_only;
    if (record) record->is_removed = 0;
    pthread_mutex_unlock(&mutex);
    if (!disk) return system_vfs->xOpen(system_vfs, path, file, flags, out);
    if (is_read_only) {
        flags = (flags & ~(SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE)) | SQLITE_OPEN_READONLY;
    }
    watched *own = (watched *)file;
    memset(own, 0, sizeof *own);
    own->disk = disk;
    own->record = record;
    own->is_database = (flags & SQLITE_OPEN_MAIN_DB) != 0;
    own->syncs_folder = !own->is_database && access(path, F_OK) != 0;
    own->real = (sqlite3_file *)(own + 1);
    int code = system_vfs->xOpen(system_vfs, path, own->real, flags, out);
    own->base.pMethods = own->real->pMethods ? &methods : NULL;
    return code;
}

static int delete_file(sqlite3_vfs *vfs, const char *path, int syncs_folder) {
    int code = system_vfs->xDelete(system_vfs, path, syncs_folder);
    pthread_mutex_lock(&mutex);
    powercut_disk *disk = disk_of(path);
    if (disk && code == SQLITE_OK) {
        record *record = record_of(disk, path);
        forget_changes(record);
        record->is_removed = 1;
        if (syncs_folder) {
            for (struct record *each = disk->records; each; each = each->next) settle(each);
        }
    }
    pthread_mutex_unlock(&mutex);
    return code;
}

static int access_file(sqlite3_vfs *vfs, const char *path, int flags, int *result) {
    return system_vfs->xAccess(system_vfs, path, flags, result);
}

static int full_path(sqlite3_vfs *vfs, const char *path, int size, char *result) {
    return system_vfs->xFullPathname(system_vfs, path, size, result);
}

static int randomness(sqlite3_vfs *vfs, int size, char *result) {
    return system_vfs->xRandomness(system_vfs, size, result);
}

static int sleep_for(sqlite3_vfs *vfs, int microseconds) {
    return system_vfs->xSleep(system_vfs, microseconds);
}

static int current_time(sqlite3_vfs *vfs, double *result) {
    return system_vfs->xCurrentTime(system_vfs, result);
}

static int last_error(sqlite3_vfs *vfs, int size, char *result) {
    return system_vfs->xGetLastError(system_vfs, size, result);
}

static int current_time_64(sqlite3_vfs *vfs, sqlite3_int64 *result) {
    return system_vfs->xCurrentTimeInt64(system_vfs, result);
}

int powercut_install(void) {
    pthread_mutex_lock(&mutex);
    int code = SQLITE_OK;
    if (!system_vfs) {
        system_vfs = sqlite3_vfs_find("unix");
        own_vfs = *system_vfs;
        own_vfs.iVersion = 2;
        own_vfs.pNext = NULL;
        own_vfs.zName = "powercut";
        own_vfs.szOsFile = (int)sizeof(watched) + system_vfs->szOsFile;
        own_vfs.xOpen = open_file;
        own_vfs.xDelete = delete_file;
        own_vfs.xAccess = access_file;
        own_vfs.xFullPathname = full_path;
        own_vfs.xRandomness = randomness;
        own_vfs.xSleep = sleep_for;
        own_vfs.xCurrentTime = current_time;
        own_vfs.xGetLastError = last_error;
        own_vfs.xCurrentTimeInt64 = current_time_64;
        code = sqlite3_vfs_register(&own_vfs, 1);
    }
    pthread_mutex_unlock(&mutex);
    return code;
}

// MARK: - Watching

powercut_disk *powercut_watch(const char *folder, uint64_t seed) {
    powercut_disk *disk = calloc(1, sizeof *disk);
    // As SQLite names files: without symbolic links.
    disk->folder = realpath(folder, NULL);
    if (!disk->folder) disk->folder = strdup(folder);
    disk->random = seed;
    pthread_mutex_lock(&mutex);
    disk->next = disks;
    disks = disk;
    pthread_mutex_unlock(&mutex);
    return disk;
}

void powercut_unwatch(powercut_disk *disk) {
    pthread_mutex_lock(&mutex);
    powercut_disk **place = &disks;
    while (*place && *place != disk) place = &(*place)->next;
    if (*place) *place = disk->next;
    disk->is_gone = 1;
    for (record *record = disk->records; record; record = record->next) {
        forget_changes(record);
        free(record->synced.data);
        record->synced = (bytes){NULL, 0};
    }
    pthread_mutex_unlock(&mutex);
}

void powercut_images(powercut_disk *disk, const char *folder, int per_sync) {
    pthread_mutex_lock(&mutex);
    free(disk->images);
    disk->images = folder ? strdup(folder) : NULL;
    disk->per_sync = per_sync;
    pthread_mutex_unlock(&mutex);
}

void powercut_cut(powercut_disk *disk) {
    pthread_mutex_lock(&mutex);
    write_images(disk);
    pthread_mutex_unlock(&mutex);
}

void powercut_acknowledge(powercut_disk *disk, int64_t count) {
    pthread_mutex_lock(&mutex);
    disk->acknowledged = count;
    pthread_mutex_unlock(&mutex);
}

static int64_t locked(int64_t *value) {
    pthread_mutex_lock(&mutex);
    int64_t result = *value;
    pthread_mutex_unlock(&mutex);
    return result;
}

int64_t powercut_sync_points(powercut_disk *disk) { return locked(&disk->sync_points); }
int64_t powercut_database_syncs(powercut_disk *disk) { return locked(&disk->database_syncs); }
int64_t powercut_image_count(powercut_disk *disk) { return locked(&disk->image_count); }

void powercut_fail_writes(powercut_disk *disk, int code, int64_t bytes) {
    pthread_mutex_lock(&mutex);
    disk->fail_code = code;
    disk->fail_after = bytes;
    pthread_mutex_unlock(&mutex);
}

void powercut_read_only(powercut_disk *disk, int is_read_only) {
    pthread_mutex_lock(&mutex);
    disk->is_read_only = is_read_only;
    pthread_mutex_unlock(&mutex);
}

// MARK: - What is in a database

typedef struct sum {
    uint64_t one, other;
} sum;

/// FNV-1a (Fowler, Noll and Vo), twice with different beginnings.
static void add(sum *sum, const void *data, int length) {
    const unsigned char *bytes = data;
    for (int place = 0; place < length; place++) {
        sum->one = (sum->one ^ bytes[place]) * 0x100000001B3ull;
        sum->other = (sum->other ^ (bytes[place] + 0x5Bu)) * 0x100000001B3ull;
    }
}

static int add_rows(sqlite3 *database, const char *sql, sum *sum) {
    sqlite3_stmt *statement = NULL;
    if (sqlite3_prepare_v2(database, sql, -1, &statement, NULL) != SQLITE_OK) return 1;
    int code;
    while ((code = sqlite3_step(statement)) == SQLITE_ROW) {
        for (int column = 0; column < sqlite3_column_count(statement); column++) {
            unsigned char type = (unsigned char)sqlite3_column_type(statement, column);
            const void *data = sqlite3_column_blob(statement, column);
            int length = sqlite3_column_bytes(statement, column);
            add(sum, &type, 1);
            add(sum, &length, sizeof length);
            if (data) add(sum, data, length);
        }
    }
    sqlite3_finalize(statement);
    return code != SQLITE_DONE;
}

static int first_text(sqlite3 *database, const char *sql, char *text, int size) {
    sqlite3_stmt *statement = NULL;
    text[0] = 0;
    if (sqlite3_prepare_v2(database, sql, -1, &statement, NULL) != SQLITE_OK) return 1;
    if (sqlite3_step(statement) == SQLITE_ROW) {
        snprintf(text, size, "%s", (const char *)sqlite3_column_text(statement, 0));
    }
    return sqlite3_finalize(statement) != SQLITE_OK;
}

static int sum_up(sqlite3 *database, sum *sum) {
    // Of a virtual table the tables below it are read, which need none of its code.
    const char *names = "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name";
    sqlite3_stmt *statement = NULL;
    if (sqlite3_prepare_v2(database, names, -1, &statement, NULL) != SQLITE_OK) return 1;
    int failed = 0;
    while (!failed && sqlite3_step(statement) == SQLITE_ROW) {
        char *sql = sqlite3_mprintf("SELECT * FROM \"%w\"", sqlite3_column_text(statement, 0));
        failed = add_rows(database, sql, sum);
        sqlite3_free(sql);
    }
    sqlite3_finalize(statement);
    return failed;
}

void powercut_fingerprint(const char *path, char *text, int size) {
    sqlite3 *database = NULL;
    char finding[512];
    sum total = {0xCBF29CE484222325ull, 0x84222325CBF29CE4ull};
    if (sqlite3_open_v2(path, &database, SQLITE_OPEN_READWRITE, "unix") != SQLITE_OK) {
        snprintf(text, size, "cannot open: %s", sqlite3_errmsg(database));
    } else if (first_text(database, "PRAGMA integrity_check", finding, sizeof finding) || strcmp(finding, "ok")) {
        snprintf(text, size, "integrity: %s %s", finding, sqlite3_errmsg(database));
    } else if (first_text(database, "PRAGMA foreign_key_check", finding, sizeof finding) || finding[0]) {
        snprintf(text, size, "broken reference: %s", finding);
    } else if (add_rows(database, "SELECT type, name, sql FROM sqlite_master ORDER BY name", &total) || sum_up(database, &total)) {
        snprintf(text, size, "cannot read: %s", sqlite3_errmsg(database));
    } else {
        snprintf(text, size, "ok %016llx%016llx", (unsigned long long)total.one, (unsigned long long)total.other);
    }
    sqlite3_close(database);
}
