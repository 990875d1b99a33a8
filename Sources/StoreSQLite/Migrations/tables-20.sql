-- Version 20: which servers answer on this store, and what each has let through of what is limited

CREATE TABLE server (name TEXT PRIMARY KEY, seen_at REAL NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE throttle_spending (
  id INTEGER PRIMARY KEY AUTOINCREMENT, server TEXT NOT NULL, at REAL NOT NULL, count BLOB NOT NULL,
  spent REAL NOT NULL, burst INTEGER NOT NULL, refill REAL NOT NULL
) STRICT;
