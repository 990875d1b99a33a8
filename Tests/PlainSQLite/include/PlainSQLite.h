#ifndef PLAIN_SQLITE_H
#define PLAIN_SQLITE_H

/// Executes statements on a database as another program would: without Fairway's functions and settings, foreign keys on.
/// - Returns: The columns of all rows and the error, a line each, to be freed; `succeeded` is set to 0 or 1.
char *plain_sqlite_run(const char *path, const char *sql, int *succeeded);

#endif
