extension SchemaTables {
    /// Runs with their meetings, what is published of them, and what came of it.
    static let programme: [String] = [
        """
        CREATE TABLE run (
          id INTEGER PRIMARY KEY AUTOINCREMENT, started_at REAL NOT NULL, seed TEXT NOT NULL,
          time_limit_seconds REAL NOT NULL, elapsed_seconds REAL NOT NULL,
          status TEXT NOT NULL CHECK (status IN ('running', 'finished', 'failed')),
          placed_weight INTEGER NOT NULL, placed INTEGER NOT NULL, breaks INTEGER NOT NULL,
          idle_slots INTEGER NOT NULL, hall_changes INTEGER NOT NULL, worst_share REAL,
          bound_weight INTEGER NOT NULL, bound_breaks INTEGER
        ) STRICT
        """,
        """
        CREATE TABLE meeting (
          run INTEGER NOT NULL REFERENCES run ON DELETE CASCADE,
          request TEXT NOT NULL REFERENCES meeting_request,
          slot INTEGER NOT NULL REFERENCES slot, hall TEXT NOT NULL REFERENCES hall,
          stand TEXT REFERENCES stand, table_code TEXT REFERENCES meeting_table,
          interpreter TEXT REFERENCES interpreter, PRIMARY KEY (run, request)
        ) STRICT, WITHOUT ROWID
        """,
        "CREATE INDEX meeting_by_slot ON meeting (run, slot, hall)",
        "CREATE INDEX meeting_by_request ON meeting (request)",
        """
        CREATE TABLE unplaced (
          run INTEGER NOT NULL REFERENCES run ON DELETE CASCADE,
          request TEXT NOT NULL REFERENCES meeting_request, weight INTEGER NOT NULL, kind TEXT NOT NULL,
          reason TEXT NOT NULL, PRIMARY KEY (run, request)
        ) STRICT, WITHOUT ROWID
        """,
        "CREATE INDEX unplaced_by_weight ON unplaced (run, weight DESC, request)",
        "CREATE INDEX unplaced_by_kind ON unplaced (run, kind)",
        "CREATE INDEX unplaced_by_request ON unplaced (request)",
        """
        CREATE TABLE outcome (
          request TEXT PRIMARY KEY REFERENCES meeting_request, kind TEXT NOT NULL, note TEXT
        ) STRICT, WITHOUT ROWID
        """,
        """
        CREATE TABLE publication (
          number INTEGER PRIMARY KEY, run INTEGER NOT NULL REFERENCES run,
          published_at REAL NOT NULL, published_by TEXT NOT NULL
        ) STRICT
        """,
        """
        CREATE TABLE calendar_entry (
          request TEXT PRIMARY KEY REFERENCES meeting_request, uid TEXT NOT NULL UNIQUE,
          sequence INTEGER NOT NULL, is_cancelled INTEGER NOT NULL, changed_at REAL NOT NULL,
          slot INTEGER NOT NULL REFERENCES slot, hall TEXT NOT NULL, stand TEXT, table_code TEXT, interpreter TEXT
        ) STRICT, WITHOUT ROWID
        """,
    ]

    /// What the engine says of a run beyond the reasons: JSON of the model's values.
    static let explanation: [String] = [
        """
        CREATE TABLE unplaced_detail (
          run INTEGER NOT NULL, request TEXT NOT NULL, detail TEXT NOT NULL, PRIMARY KEY (run, request),
          FOREIGN KEY (run, request) REFERENCES unplaced ON DELETE CASCADE
        ) STRICT, WITHOUT ROWID
        """,
        """
        CREATE TABLE run_explanation (
          run INTEGER PRIMARY KEY REFERENCES run ON DELETE CASCADE,
          scarcities TEXT NOT NULL, worst_served TEXT NOT NULL
        ) STRICT
        """,
    ]
}
