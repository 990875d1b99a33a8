-- Version 19: the first that is kept. Frozen: what changes after a release is a file of its own with the next number.

-- The expo and its venue

CREATE TABLE expo (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  name_zh TEXT, name_ru TEXT, name_en TEXT,
  time_zone TEXT NOT NULL,
  calendar_domain TEXT NOT NULL
) STRICT;

CREATE TABLE slot (
  number INTEGER PRIMARY KEY CHECK (number >= 0),
  date TEXT NOT NULL, session TEXT NOT NULL CHECK (session IN ('am', 'pm')),
  starts TEXT NOT NULL, ends TEXT NOT NULL CHECK (ends > starts)
) STRICT;

CREATE TABLE hall (code TEXT PRIMARY KEY, name_zh TEXT, name_ru TEXT, name_en TEXT) STRICT, WITHOUT ROWID;

CREATE TABLE meeting_table (
  code TEXT PRIMARY KEY, hall TEXT NOT NULL REFERENCES hall, unavailable_slots TEXT NOT NULL DEFAULT '[]'
) STRICT, WITHOUT ROWID;

CREATE TABLE economy (code TEXT PRIMARY KEY, name_zh TEXT, name_ru TEXT, name_en TEXT) STRICT, WITHOUT ROWID;

CREATE TABLE region (
  code TEXT PRIMARY KEY, economy TEXT NOT NULL REFERENCES economy, name_zh TEXT, name_ru TEXT, name_en TEXT
) STRICT, WITHOUT ROWID;

-- Parties. Organisers' own codes are the keys. Lists are JSON arrays

CREATE TABLE agency (
  code TEXT PRIMARY KEY, name_zh TEXT, name_ru TEXT, name_en TEXT, kind TEXT NOT NULL,
  economy TEXT NOT NULL REFERENCES economy, region TEXT REFERENCES region
) STRICT, WITHOUT ROWID;

CREATE TABLE delegation (
  code TEXT PRIMARY KEY, name_zh TEXT, name_ru TEXT, name_en TEXT, agency TEXT NOT NULL REFERENCES agency
) STRICT, WITHOUT ROWID;

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
) STRICT, WITHOUT ROWID;
CREATE INDEX enterprise_by_economy ON enterprise (economy, region);
CREATE INDEX enterprise_by_region ON enterprise (region);
CREATE INDEX enterprise_by_search_text ON enterprise (search_text);
CREATE INDEX enterprise_by_order_zh ON enterprise (order_zh, code, status);
CREATE INDEX enterprise_by_order_ru ON enterprise (order_ru, code, status);
CREATE INDEX enterprise_by_order_en ON enterprise (order_en, code, status);
CREATE INDEX enterprise_by_delegation ON enterprise (delegation);

CREATE TABLE stand (
  code TEXT PRIMARY KEY, hall TEXT NOT NULL REFERENCES hall, enterprise TEXT REFERENCES enterprise
) STRICT, WITHOUT ROWID;
CREATE INDEX stand_by_enterprise ON stand (enterprise);

CREATE TABLE representative (
  code TEXT PRIMARY KEY, enterprise TEXT NOT NULL REFERENCES enterprise,
  name_zh TEXT, name_ru TEXT, name_en TEXT, position_zh TEXT, position_ru TEXT, position_en TEXT,
  languages TEXT NOT NULL, email TEXT, phone TEXT,
  is_released INTEGER NOT NULL DEFAULT 0 CHECK (is_released IN (0, 1))
) STRICT, WITHOUT ROWID;
CREATE INDEX representative_by_enterprise ON representative (enterprise);

CREATE TABLE person_name (
  representative TEXT NOT NULL REFERENCES representative ON DELETE CASCADE,
  script TEXT NOT NULL CHECK (script IN ('han', 'cyrillic', 'latin')),
  family TEXT, given TEXT, patronymic TEXT, display TEXT, PRIMARY KEY (representative, script)
) STRICT, WITHOUT ROWID;

CREATE TABLE product (
  code TEXT PRIMARY KEY, enterprise TEXT NOT NULL REFERENCES enterprise, hs_code TEXT NOT NULL,
  name_zh TEXT, name_ru TEXT, name_en TEXT, about_zh TEXT, about_ru TEXT, about_en TEXT, gtin TEXT,
  brand TEXT, moq INTEGER CHECK (moq > 0), moq_unit TEXT, incoterm TEXT, incoterm_place TEXT,
  certificates TEXT NOT NULL DEFAULT '[]', private_label INTEGER CHECK (private_label IN (0, 1))
) STRICT, WITHOUT ROWID;
CREATE INDEX product_by_enterprise ON product (enterprise);

CREATE TABLE demand (
  code TEXT PRIMARY KEY, enterprise TEXT NOT NULL REFERENCES enterprise, hs_prefix TEXT NOT NULL,
  text_zh TEXT, text_ru TEXT, text_en TEXT, target_regions TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX demand_by_enterprise ON demand (enterprise);

CREATE TABLE uncoded_good (
  code TEXT PRIMARY KEY, enterprise TEXT NOT NULL REFERENCES enterprise ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('product', 'demand')),
  name_zh TEXT, name_ru TEXT, name_en TEXT, about_zh TEXT, about_ru TEXT, about_en TEXT,
  gtin TEXT, targets TEXT NOT NULL, terms TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX uncoded_good_by_enterprise ON uncoded_good (enterprise);

CREATE TABLE interpreter (
  code TEXT PRIMARY KEY, name_zh TEXT, name_ru TEXT, name_en TEXT, pairs TEXT NOT NULL,
  unavailable_slots TEXT NOT NULL DEFAULT '[]', max_consecutive_slots INTEGER
) STRICT, WITHOUT ROWID;

-- Images of products: they hang on a code, since a good that loses its HS code keeps them

CREATE TABLE product_image (
  code TEXT PRIMARY KEY,
  enterprise TEXT NOT NULL REFERENCES enterprise ON DELETE CASCADE,
  product TEXT NOT NULL, place INTEGER NOT NULL, digest BLOB NOT NULL,
  width INTEGER NOT NULL CHECK (width > 0), height INTEGER NOT NULL CHECK (height > 0),
  UNIQUE (product, enterprise, digest)
) STRICT, WITHOUT ROWID;
CREATE INDEX product_image_by_product ON product_image (product, place);
CREATE INDEX product_image_by_enterprise ON product_image (enterprise);

CREATE TABLE image_file (
  image TEXT NOT NULL REFERENCES product_image ON DELETE CASCADE,
  size TEXT NOT NULL CHECK (size IN ('large', 'card', 'thumbnail')),
  bytes BLOB NOT NULL, UNIQUE (image, size)
) STRICT;

-- Requests, matches, runs with their meetings, what is published of them, and what came of it

CREATE TABLE meeting_request (
  code TEXT PRIMARY KEY,
  requester TEXT NOT NULL REFERENCES enterprise, recipient TEXT NOT NULL REFERENCES enterprise,
  priority INTEGER NOT NULL CHECK (priority BETWEEN 1 AND 5), message TEXT,
  status TEXT NOT NULL CHECK (status IN ('pending', 'accepted', 'declined', 'withdrawn')),
  is_mutual INTEGER NOT NULL CHECK (is_mutual IN (0, 1)), session TEXT,
  CHECK (requester <> recipient)
) STRICT, WITHOUT ROWID;
CREATE INDEX request_by_requester ON meeting_request (requester);
CREATE INDEX request_by_recipient ON meeting_request (recipient);

CREATE TABLE preference (
  enterprise TEXT NOT NULL REFERENCES enterprise ON DELETE CASCADE,
  other TEXT NOT NULL REFERENCES enterprise ON DELETE CASCADE,
  representative TEXT NOT NULL DEFAULT '',
  kind TEXT NOT NULL CHECK (kind IN ('mustMeet', 'noThanks')),
  PRIMARY KEY (enterprise, other, representative)
) STRICT, WITHOUT ROWID;
CREATE INDEX preference_by_other ON preference (other);

CREATE TABLE request_rules (id INTEGER PRIMARY KEY CHECK (id = 1), rules TEXT NOT NULL) STRICT;

CREATE TABLE match (
  seller TEXT NOT NULL REFERENCES enterprise, buyer TEXT NOT NULL REFERENCES enterprise,
  score REAL NOT NULL, reasons TEXT NOT NULL, PRIMARY KEY (seller, buyer)
) STRICT, WITHOUT ROWID;
CREATE INDEX match_by_buyer ON match (buyer);

CREATE TABLE run (
  id INTEGER PRIMARY KEY AUTOINCREMENT, started_at REAL NOT NULL, seed TEXT NOT NULL,
  time_limit_seconds REAL NOT NULL, elapsed_seconds REAL NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('running', 'finished', 'failed')),
  placed_weight INTEGER NOT NULL, placed INTEGER NOT NULL, breaks INTEGER NOT NULL,
  idle_slots INTEGER NOT NULL, hall_changes INTEGER NOT NULL, worst_share REAL,
  bound_weight INTEGER NOT NULL, bound_breaks INTEGER
) STRICT;

CREATE TABLE meeting (
  run INTEGER NOT NULL REFERENCES run ON DELETE CASCADE,
  request TEXT NOT NULL REFERENCES meeting_request,
  slot INTEGER NOT NULL REFERENCES slot, hall TEXT NOT NULL REFERENCES hall,
  stand TEXT REFERENCES stand, table_code TEXT REFERENCES meeting_table,
  interpreter TEXT REFERENCES interpreter, PRIMARY KEY (run, request)
) STRICT, WITHOUT ROWID;
CREATE INDEX meeting_by_slot ON meeting (run, slot, hall);
CREATE INDEX meeting_by_request ON meeting (request);

CREATE TABLE unplaced (
  run INTEGER NOT NULL REFERENCES run ON DELETE CASCADE,
  request TEXT NOT NULL REFERENCES meeting_request, weight INTEGER NOT NULL, kind TEXT NOT NULL,
  reason TEXT NOT NULL, PRIMARY KEY (run, request)
) STRICT, WITHOUT ROWID;
CREATE INDEX unplaced_by_weight ON unplaced (run, weight DESC, request);
CREATE INDEX unplaced_by_kind ON unplaced (run, kind);
CREATE INDEX unplaced_by_request ON unplaced (request);

CREATE TABLE unplaced_detail (
  run INTEGER NOT NULL, request TEXT NOT NULL, detail TEXT NOT NULL, PRIMARY KEY (run, request),
  FOREIGN KEY (run, request) REFERENCES unplaced ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE run_explanation (
  run INTEGER PRIMARY KEY REFERENCES run ON DELETE CASCADE,
  scarcities TEXT NOT NULL, worst_served TEXT NOT NULL
) STRICT;

CREATE TABLE outcome (
  request TEXT PRIMARY KEY REFERENCES meeting_request, kind TEXT NOT NULL, note TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE publication (
  number INTEGER PRIMARY KEY, run INTEGER NOT NULL REFERENCES run,
  published_at REAL NOT NULL, published_by TEXT NOT NULL
) STRICT;

CREATE TABLE programme_view (
  enterprise TEXT NOT NULL REFERENCES enterprise ON DELETE CASCADE,
  publication INTEGER NOT NULL REFERENCES publication ON DELETE CASCADE,
  seen_at REAL NOT NULL, PRIMARY KEY (enterprise, publication)
) STRICT, WITHOUT ROWID;

CREATE TABLE calendar_entry (
  request TEXT PRIMARY KEY REFERENCES meeting_request, uid TEXT NOT NULL UNIQUE,
  sequence INTEGER NOT NULL, is_cancelled INTEGER NOT NULL, changed_at REAL NOT NULL,
  slot INTEGER NOT NULL REFERENCES slot, hall TEXT NOT NULL, stand TEXT, table_code TEXT, interpreter TEXT,
  date TEXT NOT NULL, starts TEXT NOT NULL, ends TEXT NOT NULL, time_zone TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Accounts. What must be readable again is sealed with the key whose number is here; codes and secrets are hashes

CREATE TABLE account (
  id INTEGER PRIMARY KEY AUTOINCREMENT, email TEXT NOT NULL UNIQUE CHECK (email = lower(email)),
  name TEXT NOT NULL, role TEXT NOT NULL, scope TEXT, language TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('active', 'disabled')), created_at REAL NOT NULL,
  password TEXT, totp_step INTEGER, totp_sealed BLOB
) STRICT;
CREATE INDEX account_by_scope ON account (role, scope);

CREATE TABLE sign_in (
  id INTEGER PRIMARY KEY AUTOINCREMENT, secret_hash BLOB NOT NULL UNIQUE,
  account INTEGER NOT NULL REFERENCES account ON DELETE CASCADE,
  acting_as INTEGER REFERENCES account ON DELETE SET NULL,
  is_confirmed INTEGER NOT NULL, device TEXT NOT NULL,
  created_at REAL NOT NULL, seen_at REAL NOT NULL, expires_at REAL NOT NULL
) STRICT;
CREATE INDEX sign_in_by_account ON sign_in (account);

CREATE TABLE sign_in_code (
  id INTEGER PRIMARY KEY AUTOINCREMENT, account INTEGER NOT NULL REFERENCES account ON DELETE CASCADE,
  purpose TEXT NOT NULL CHECK (purpose IN ('signIn', 'proof')),
  asker_hash BLOB NOT NULL, link_hash BLOB UNIQUE, code_hash BLOB NOT NULL, tries INTEGER NOT NULL,
  created_at REAL NOT NULL, expires_at REAL NOT NULL
) STRICT;
CREATE INDEX sign_in_code_by_account ON sign_in_code (account);
CREATE INDEX sign_in_code_by_asker ON sign_in_code (asker_hash);

CREATE TABLE recovery_code (
  account INTEGER NOT NULL REFERENCES account ON DELETE CASCADE, code_hash BLOB NOT NULL,
  PRIMARY KEY (account, code_hash)
) STRICT, WITHOUT ROWID;

CREATE TABLE factor_removal (
  account INTEGER PRIMARY KEY REFERENCES account ON DELETE CASCADE,
  asked_at REAL NOT NULL, due_at REAL NOT NULL
) STRICT;

CREATE TABLE known_device (
  secret_hash BLOB NOT NULL, account INTEGER NOT NULL REFERENCES account ON DELETE CASCADE,
  created_at REAL NOT NULL, expires_at REAL NOT NULL, PRIMARY KEY (secret_hash, account)
) STRICT, WITHOUT ROWID;
CREATE INDEX known_device_by_account ON known_device (account);

CREATE TABLE access_token (
  id INTEGER PRIMARY KEY AUTOINCREMENT, secret_hash BLOB NOT NULL UNIQUE,
  account INTEGER NOT NULL REFERENCES account ON DELETE CASCADE,
  name TEXT NOT NULL, scopes TEXT NOT NULL,
  created_at REAL NOT NULL, expires_at REAL NOT NULL, used_at REAL
) STRICT;
CREATE INDEX access_token_by_account ON access_token (account);

CREATE TABLE idempotent_answer (
  account INTEGER NOT NULL REFERENCES account ON DELETE CASCADE, key TEXT NOT NULL,
  request_hash BLOB NOT NULL, answer TEXT NOT NULL, created_at REAL NOT NULL,
  PRIMARY KEY (account, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX idempotent_answer_by_age ON idempotent_answer (created_at);

CREATE TABLE mail (
  id INTEGER PRIMARY KEY AUTOINCREMENT, recipient TEXT NOT NULL, subject TEXT NOT NULL, body TEXT NOT NULL,
  created_at REAL NOT NULL, sent_at REAL, sealed BLOB
) STRICT;
CREATE INDEX mail_to_send ON mail (id) WHERE sent_at IS NULL;

CREATE TABLE sealing_key (id INTEGER PRIMARY KEY CHECK (id = 1), key INTEGER NOT NULL) STRICT;

-- Registrations and delegations

CREATE TABLE registration (
  id INTEGER PRIMARY KEY AUTOINCREMENT, email TEXT NOT NULL UNIQUE CHECK (email = lower(email)),
  name TEXT NOT NULL, language TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('draft', 'submitted', 'approved', 'declined')),
  enterprise TEXT REFERENCES enterprise ON DELETE SET NULL, note TEXT, draft TEXT NOT NULL,
  created_at REAL NOT NULL, changed_at REAL NOT NULL, submitted_at REAL
) STRICT;
CREATE INDEX registration_by_enterprise ON registration (enterprise);

CREATE TABLE registration_code (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  registration INTEGER NOT NULL REFERENCES registration ON DELETE CASCADE,
  link_hash BLOB NOT NULL UNIQUE, code_hash BLOB NOT NULL, tries INTEGER NOT NULL, expires_at REAL NOT NULL
) STRICT;
CREATE INDEX registration_code_by_registration ON registration_code (registration);

CREATE TABLE registration_visit (
  secret_hash BLOB PRIMARY KEY, registration INTEGER NOT NULL REFERENCES registration ON DELETE CASCADE,
  expires_at REAL NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX registration_visit_by_registration ON registration_visit (registration);

CREATE TABLE retention (id INTEGER PRIMARY KEY CHECK (id = 1), days INTEGER NOT NULL CHECK (days >= 0)) STRICT;

CREATE TABLE delegation_quota (
  delegation TEXT PRIMARY KEY REFERENCES delegation ON DELETE CASCADE,
  stands INTEGER CHECK (stands >= 0), meetings INTEGER CHECK (meetings >= 0),
  interpreter_hours INTEGER CHECK (interpreter_hours >= 0)
) STRICT, WITHOUT ROWID;

CREATE TABLE delegation_letter (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  delegation TEXT NOT NULL REFERENCES delegation ON DELETE CASCADE,
  at REAL NOT NULL, author TEXT NOT NULL, subject TEXT NOT NULL, recipients INTEGER NOT NULL
) STRICT;
CREATE INDEX delegation_letter_by_delegation ON delegation_letter (delegation, at);

CREATE TABLE upload (
  id TEXT PRIMARY KEY, account INTEGER NOT NULL REFERENCES account ON DELETE CASCADE,
  delegation TEXT NOT NULL REFERENCES delegation ON DELETE CASCADE,
  name TEXT NOT NULL, bytes BLOB NOT NULL, expires_at REAL NOT NULL
) STRICT;
CREATE INDEX upload_by_account ON upload (account);
CREATE INDEX upload_by_delegation ON upload (delegation);

-- What texts mean: one vector per text and model, found by the hash of the text

CREATE TABLE embedding_model (
  id INTEGER PRIMARY KEY, name TEXT NOT NULL, version TEXT NOT NULL,
  dimension INTEGER NOT NULL CHECK (dimension > 0),
  UNIQUE (name, version, dimension)
) STRICT;

CREATE TABLE text_vector (
  id INTEGER PRIMARY KEY, model INTEGER NOT NULL REFERENCES embedding_model ON DELETE CASCADE,
  text_hash BLOB NOT NULL CHECK (length(text_hash) = 16),
  vector BLOB NOT NULL,
  UNIQUE (model, text_hash)
) STRICT;

-- What one server process does at a time: leaderships, each with its holder, the count of its holders so far, until when, and
-- up to which change the work is done; and the organiser's jobs, the last of which may run

CREATE TABLE lease (
  name TEXT PRIMARY KEY, holder TEXT NOT NULL, term INTEGER NOT NULL, expires_at REAL NOT NULL, reached INTEGER
) STRICT, WITHOUT ROWID;

CREATE TABLE job (
  id INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL CHECK (kind IN ('match', 'schedule')),
  state TEXT NOT NULL CHECK (state IN ('running', 'finished', 'failed', 'cancelled')),
  actor TEXT NOT NULL, holder TEXT NOT NULL, expires_at REAL NOT NULL,
  is_cancelled INTEGER NOT NULL CHECK (is_cancelled IN (0, 1)), progress TEXT NOT NULL, result INTEGER,
  reason_zh TEXT, reason_ru TEXT, reason_en TEXT
) STRICT;

-- The search index: what the public can find, as one row and one text each

CREATE TABLE search_entry (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('product', 'demand', 'enterprise', 'region', 'economy')),
  code TEXT NOT NULL, enterprise TEXT, heading TEXT, facets TEXT NOT NULL, UNIQUE (kind, code)
) STRICT;
CREATE INDEX search_entry_by_heading ON search_entry (heading, kind);

CREATE VIRTUAL TABLE search_text USING fts5(
  name, about, firm, keys, tokenize = 'fairway'
);

CREATE TABLE search_word (word TEXT PRIMARY KEY, texts INTEGER NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE search_stale (
  kind TEXT NOT NULL, code TEXT NOT NULL, PRIMARY KEY (kind, code)
) STRICT, WITHOUT ROWID;

-- Lists of enterprises as rows, to find by; triggers fill them

CREATE TABLE enterprise_role (
  role TEXT NOT NULL, enterprise TEXT NOT NULL, PRIMARY KEY (role, enterprise)
) STRICT, WITHOUT ROWID;

CREATE TABLE enterprise_sector (
  sector TEXT NOT NULL, enterprise TEXT NOT NULL, PRIMARY KEY (sector, enterprise)
) STRICT, WITHOUT ROWID;

CREATE TABLE enterprise_language (
  language TEXT NOT NULL, enterprise TEXT NOT NULL, PRIMARY KEY (language, enterprise)
) STRICT, WITHOUT ROWID;

-- The audit log: triggers write it, so that no code path can forget to, and refuse to change it

CREATE TABLE audit_log (
  id INTEGER PRIMARY KEY, at REAL NOT NULL, actor TEXT NOT NULL, action TEXT NOT NULL,
  table_name TEXT NOT NULL, row_id TEXT NOT NULL, before TEXT, after TEXT
) STRICT;

CREATE TABLE audit_context (
  id INTEGER PRIMARY KEY CHECK (id = 1), at REAL, actor TEXT NOT NULL, is_detailed INTEGER NOT NULL
) STRICT;

INSERT INTO audit_context VALUES (1, NULL, 'outside fairway', 1);
