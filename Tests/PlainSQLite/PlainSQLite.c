#include "PlainSQLite.h"

#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>

typedef struct text {
    char *bytes;
    size_t count;
} text;

static void append(text *output, const char *line) {
    size_t length = strlen(line);
    char *bytes = realloc(output->bytes, output->count + length + 2);
    if (!bytes) return;
    memcpy(bytes + output->count, line, length);
    memcpy(bytes + output->count + length, "\n", 2);
    output->bytes = bytes;
    output->count += length + 1;
}

static int take(void *output, int count, char **values, char **names) {
    (void)names;
    for (int place = 0; place < count; place++) append(output, values[place] ? values[place] : "");
    return 0;
}

char *plain_sqlite_run(const char *path, const char *sql, int *succeeded) {
    text output = {NULL, 0};
    sqlite3 *database = NULL;
    char *error = NULL;
    int code = sqlite3_open(path, &database);
    if (code == SQLITE_OK) code = sqlite3_exec(database, "PRAGMA foreign_keys = ON", NULL, NULL, NULL);
    if (code == SQLITE_OK) code = sqlite3_exec(database, sql, take, &output, &error);
    append(&output, error ? error : "");
    sqlite3_free(error);
    sqlite3_close(database);
    *succeeded = code == SQLITE_OK;
    return output.bytes;
}
