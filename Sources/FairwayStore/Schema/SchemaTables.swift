/// The tables, one statement each, in the order in which they refer to each other.
///
/// Organisers' own codes are the keys. Lists are JSON arrays; those that are searched by have a table of their own as an
/// index, which triggers keep (`ListIndex`).
enum SchemaTables {
    static let expo: [String] = [
        """
        CREATE TABLE expo (
          id INTEGER PRIMARY KEY CHECK (id = 1),
          name_zh TEXT, name_ru TEXT, name_en TEXT,
          time_zone TEXT NOT NULL,
          calendar_domain TEXT NOT NULL
        ) STRICT
        """,
        """
        CREATE TABLE slot (
          number INTEGER PRIMARY KEY CHECK (number >= 0),
          date TEXT NOT NULL, session TEXT NOT NULL CHECK (session IN ('am', 'pm')),
          starts TEXT NOT NULL, ends TEXT NOT NULL CHECK (ends > starts)
        ) STRICT
        """,
        "CREATE TABLE hall (code TEXT PRIMARY KEY, name_zh TEXT, name_ru TEXT, name_en TEXT) STRICT, WITHOUT ROWID",
        """
        CREATE TABLE meeting_table (
          code TEXT PRIMARY KEY, hall TEXT NOT NULL REFERENCES hall, unavailable_slots TEXT NOT NULL DEFAULT '[]'
        ) STRICT, WITHOUT ROWID
        """,
        "CREATE TABLE economy (code TEXT PRIMARY KEY, name_zh TEXT, name_ru TEXT, name_en TEXT) STRICT, WITHOUT ROWID",
        """
        CREATE TABLE region (
          code TEXT PRIMARY KEY, economy TEXT NOT NULL REFERENCES economy, name_zh TEXT, name_ru TEXT, name_en TEXT
        ) STRICT, WITHOUT ROWID
        """,
    ]

    static let parties: [String] = [
        """
        CREATE TABLE agency (
          code TEXT PRIMARY KEY, name_zh TEXT, name_ru TEXT, name_en TEXT, kind TEXT NOT NULL,
          economy TEXT NOT NULL REFERENCES economy, region TEXT REFERENCES region
        ) STRICT, WITHOUT ROWID
        """,
        """
        CREATE TABLE delegation (
          code TEXT PRIMARY KEY, name_zh TEXT, name_ru TEXT, name_en TEXT, agency TEXT NOT NULL REFERENCES agency
        ) STRICT, WITHOUT ROWID
        """,
        """
        CREATE TABLE enterprise (
          code TEXT PRIMARY KEY, name_zh TEXT, name_ru TEXT, name_en TEXT, about_zh TEXT, about_ru TEXT, about_en TEXT,
          economy TEXT NOT NULL REFERENCES economy, region TEXT REFERENCES region,
          roles TEXT NOT NULL, sectors TEXT NOT NULL, languages TEXT NOT NULL,
          chains INTEGER, stores INTEGER, distributors INTEGER,
          delegation TEXT REFERENCES delegation, website TEXT,
          status TEXT NOT NULL CHECK (status IN ('registered', 'approved', 'declined')),
          registered_on TEXT NOT NULL,
          parallel_meetings INTEGER NOT NULL CHECK (parallel_meetings >= 1), max_meetings INTEGER,
          unavailable_slots TEXT NOT NULL DEFAULT '[]',
          search_text TEXT NOT NULL, order_zh BLOB NOT NULL, order_ru BLOB NOT NULL, order_en BLOB NOT NULL
        ) STRICT, WITHOUT ROWID
        """,
        "CREATE INDEX enterprise_by_economy ON enterprise (economy, region)",
        "CREATE INDEX enterprise_by_region ON enterprise (region)",
        "CREATE INDEX enterprise_by_search_text ON enterprise (search_text)",
        "CREATE INDEX enterprise_by_order_zh ON enterprise (order_zh, code, status)",
        "CREATE INDEX enterprise_by_order_ru ON enterprise (order_ru, code, status)",
        "CREATE INDEX enterprise_by_order_en ON enterprise (order_en, code, status)",
        "CREATE INDEX enterprise_by_delegation ON enterprise (delegation)",
        """
        CREATE TABLE stand (
          code TEXT PRIMARY KEY, hall TEXT NOT NULL REFERENCES hall, enterprise TEXT REFERENCES enterprise
        ) STRICT, WITHOUT ROWID
        """,
        "CREATE INDEX stand_by_enterprise ON stand (enterprise)",
        """
        CREATE TABLE representative (
          code TEXT PRIMARY KEY, enterprise TEXT NOT NULL REFERENCES enterprise,
          name_zh TEXT, name_ru TEXT, name_en TEXT, position_zh TEXT, position_ru TEXT, position_en TEXT,
          languages TEXT NOT NULL, email TEXT, phone TEXT
        ) STRICT, WITHOUT ROWID
        """,
        "CREATE INDEX representative_by_enterprise ON representative (enterprise)",
        """
        CREATE TABLE product (
          code TEXT PRIMARY KEY, enterprise TEXT NOT NULL REFERENCES enterprise, hs_code TEXT NOT NULL,
          name_zh TEXT, name_ru TEXT, name_en TEXT, about_zh TEXT, about_ru TEXT, about_en TEXT, gtin TEXT
        ) STRICT, WITHOUT ROWID
        """,
        "CREATE INDEX product_by_enterprise ON product (enterprise)",
        """
        CREATE TABLE demand (
          code TEXT PRIMARY KEY, enterprise TEXT NOT NULL REFERENCES enterprise, hs_prefix TEXT NOT NULL,
          text_zh TEXT, text_ru TEXT, text_en TEXT, target_regions TEXT NOT NULL
        ) STRICT, WITHOUT ROWID
        """,
        "CREATE INDEX demand_by_enterprise ON demand (enterprise)",
        """
        CREATE TABLE interpreter (
          code TEXT PRIMARY KEY, name_zh TEXT, name_ru TEXT, name_en TEXT, pairs TEXT NOT NULL,
          unavailable_slots TEXT NOT NULL DEFAULT '[]', max_consecutive_slots INTEGER
        ) STRICT, WITHOUT ROWID
        """,
    ]

    static let meetings: [String] = [
        """
        CREATE TABLE meeting_request (
          code TEXT PRIMARY KEY,
          requester TEXT NOT NULL REFERENCES enterprise, recipient TEXT NOT NULL REFERENCES enterprise,
          priority INTEGER NOT NULL CHECK (priority BETWEEN 1 AND 5), message TEXT,
          status TEXT NOT NULL CHECK (status IN ('pending', 'accepted', 'declined', 'withdrawn')),
          is_mutual INTEGER NOT NULL CHECK (is_mutual IN (0, 1)), session TEXT,
          CHECK (requester <> recipient)
        ) STRICT, WITHOUT ROWID
        """,
        "CREATE INDEX request_by_requester ON meeting_request (requester)",
        "CREATE INDEX request_by_recipient ON meeting_request (recipient)",
        """
        CREATE TABLE match (
          seller TEXT NOT NULL REFERENCES enterprise, buyer TEXT NOT NULL REFERENCES enterprise,
          score REAL NOT NULL, reasons TEXT NOT NULL, PRIMARY KEY (seller, buyer)
        ) STRICT, WITHOUT ROWID
        """,
        "CREATE INDEX match_by_buyer ON match (buyer)",
    ]
}
