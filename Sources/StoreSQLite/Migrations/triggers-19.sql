-- Version 19, continued: the triggers. In an upsert's triggers, the upsert's own way with conflicts holds, so that they
-- look before they insert.

-- Lists of enterprises as rows

CREATE TRIGGER enterprise_role_is_filled AFTER INSERT ON enterprise BEGIN
  INSERT OR IGNORE INTO enterprise_role SELECT value, NEW.code FROM json_each(NEW.roles);
END;
CREATE TRIGGER enterprise_role_is_refilled AFTER UPDATE OF code, roles ON enterprise
WHEN OLD.roles <> NEW.roles OR OLD.code <> NEW.code
BEGIN
  DELETE FROM enterprise_role
  WHERE enterprise = OLD.code AND role IN (SELECT value FROM json_each(OLD.roles));
  INSERT OR IGNORE INTO enterprise_role SELECT value, NEW.code FROM json_each(NEW.roles);
END;
CREATE TRIGGER enterprise_role_is_cleared AFTER DELETE ON enterprise BEGIN
  DELETE FROM enterprise_role
  WHERE enterprise = OLD.code AND role IN (SELECT value FROM json_each(OLD.roles));
END;

CREATE TRIGGER enterprise_sector_is_filled AFTER INSERT ON enterprise BEGIN
  INSERT OR IGNORE INTO enterprise_sector SELECT value, NEW.code FROM json_each(NEW.sectors);
END;
CREATE TRIGGER enterprise_sector_is_refilled AFTER UPDATE OF code, sectors ON enterprise
WHEN OLD.sectors <> NEW.sectors OR OLD.code <> NEW.code
BEGIN
  DELETE FROM enterprise_sector
  WHERE enterprise = OLD.code AND sector IN (SELECT value FROM json_each(OLD.sectors));
  INSERT OR IGNORE INTO enterprise_sector SELECT value, NEW.code FROM json_each(NEW.sectors);
END;
CREATE TRIGGER enterprise_sector_is_cleared AFTER DELETE ON enterprise BEGIN
  DELETE FROM enterprise_sector
  WHERE enterprise = OLD.code AND sector IN (SELECT value FROM json_each(OLD.sectors));
END;

CREATE TRIGGER enterprise_language_is_filled AFTER INSERT ON enterprise BEGIN
  INSERT OR IGNORE INTO enterprise_language SELECT value, NEW.code FROM json_each(NEW.languages);
END;
CREATE TRIGGER enterprise_language_is_refilled AFTER UPDATE OF code, languages ON enterprise
WHEN OLD.languages <> NEW.languages OR OLD.code <> NEW.code
BEGIN
  DELETE FROM enterprise_language
  WHERE enterprise = OLD.code AND language IN (SELECT value FROM json_each(OLD.languages));
  INSERT OR IGNORE INTO enterprise_language SELECT value, NEW.code FROM json_each(NEW.languages);
END;
CREATE TRIGGER enterprise_language_is_cleared AFTER DELETE ON enterprise BEGIN
  DELETE FROM enterprise_language
  WHERE enterprise = OLD.code AND language IN (SELECT value FROM json_each(OLD.languages));
END;

-- What has to be indexed anew. The tokenizer is Fairway's own, so a trigger that wrote the index would keep every other
-- program from writing

CREATE TRIGGER economy_is_stale_after_insert AFTER INSERT ON economy BEGIN
  INSERT INTO search_stale SELECT 'economy', changed.code FROM (SELECT NEW.code AS code) AS changed
  WHERE NOT EXISTS (SELECT 1 FROM search_stale WHERE kind = 'economy' AND code = changed.code);
END;
CREATE TRIGGER economy_is_stale_after_update AFTER UPDATE ON economy BEGIN
  INSERT INTO search_stale SELECT 'economy', changed.code FROM (SELECT NEW.code AS code) AS changed
  WHERE NOT EXISTS (SELECT 1 FROM search_stale WHERE kind = 'economy' AND code = changed.code);
END;
CREATE TRIGGER economy_is_stale_after_delete AFTER DELETE ON economy BEGIN
  INSERT INTO search_stale SELECT 'economy', changed.code FROM (SELECT OLD.code AS code) AS changed
  WHERE NOT EXISTS (SELECT 1 FROM search_stale WHERE kind = 'economy' AND code = changed.code);
END;
CREATE TRIGGER region_is_stale_after_insert AFTER INSERT ON region BEGIN
  INSERT INTO search_stale SELECT 'region', changed.code FROM (SELECT NEW.code AS code) AS changed
  WHERE NOT EXISTS (SELECT 1 FROM search_stale WHERE kind = 'region' AND code = changed.code);
END;
CREATE TRIGGER region_is_stale_after_update AFTER UPDATE ON region BEGIN
  INSERT INTO search_stale SELECT 'region', changed.code FROM (SELECT NEW.code AS code) AS changed
  WHERE NOT EXISTS (SELECT 1 FROM search_stale WHERE kind = 'region' AND code = changed.code);
END;
CREATE TRIGGER region_is_stale_after_delete AFTER DELETE ON region BEGIN
  INSERT INTO search_stale SELECT 'region', changed.code FROM (SELECT OLD.code AS code) AS changed
  WHERE NOT EXISTS (SELECT 1 FROM search_stale WHERE kind = 'region' AND code = changed.code);
END;
CREATE TRIGGER enterprise_is_stale_after_insert AFTER INSERT ON enterprise BEGIN
  INSERT INTO search_stale SELECT 'enterprise', changed.code FROM (SELECT NEW.code AS code) AS changed
  WHERE NOT EXISTS (SELECT 1 FROM search_stale WHERE kind = 'enterprise' AND code = changed.code);
END;
CREATE TRIGGER enterprise_is_stale_after_update AFTER UPDATE ON enterprise BEGIN
  INSERT INTO search_stale SELECT 'enterprise', changed.code FROM (SELECT NEW.code AS code) AS changed
  WHERE NOT EXISTS (SELECT 1 FROM search_stale WHERE kind = 'enterprise' AND code = changed.code);
END;
CREATE TRIGGER enterprise_is_stale_after_delete AFTER DELETE ON enterprise BEGIN
  INSERT INTO search_stale SELECT 'enterprise', changed.code FROM (SELECT OLD.code AS code) AS changed
  WHERE NOT EXISTS (SELECT 1 FROM search_stale WHERE kind = 'enterprise' AND code = changed.code);
END;
CREATE TRIGGER enterprise_makes_goods_stale AFTER UPDATE ON enterprise BEGIN
  INSERT INTO search_stale SELECT 'product', changed.code FROM (SELECT code FROM product WHERE enterprise =
    NEW.code) AS changed
  WHERE NOT EXISTS (SELECT 1 FROM search_stale WHERE kind = 'product' AND code = changed.code);
  INSERT INTO search_stale SELECT 'demand', changed.code FROM (SELECT code FROM demand WHERE enterprise = NEW.code)
    AS changed
  WHERE NOT EXISTS (SELECT 1 FROM search_stale WHERE kind = 'demand' AND code = changed.code);
  INSERT INTO search_stale SELECT 'economy', changed.code FROM (SELECT OLD.economy AS code) AS changed
  WHERE NOT EXISTS (SELECT 1 FROM search_stale WHERE kind = 'economy' AND code = changed.code);
  INSERT INTO search_stale SELECT 'region', changed.code FROM (SELECT OLD.region AS code WHERE OLD.region IS NOT
    NULL) AS changed
  WHERE NOT EXISTS (SELECT 1 FROM search_stale WHERE kind = 'region' AND code = changed.code);
  INSERT INTO search_stale SELECT 'economy', changed.code FROM (SELECT NEW.economy AS code) AS changed
  WHERE NOT EXISTS (SELECT 1 FROM search_stale WHERE kind = 'economy' AND code = changed.code);
  INSERT INTO search_stale SELECT 'region', changed.code FROM (SELECT NEW.region AS code WHERE NEW.region IS NOT
    NULL) AS changed
  WHERE NOT EXISTS (SELECT 1 FROM search_stale WHERE kind = 'region' AND code = changed.code);
END;
CREATE TRIGGER enterprise_makes_place_stale AFTER INSERT ON enterprise BEGIN
  INSERT INTO search_stale SELECT 'economy', changed.code FROM (SELECT NEW.economy AS code) AS changed
  WHERE NOT EXISTS (SELECT 1 FROM search_stale WHERE kind = 'economy' AND code = changed.code);
  INSERT INTO search_stale SELECT 'region', changed.code FROM (SELECT NEW.region AS code WHERE NEW.region IS NOT
    NULL) AS changed
  WHERE NOT EXISTS (SELECT 1 FROM search_stale WHERE kind = 'region' AND code = changed.code);
END;
CREATE TRIGGER product_is_stale_after_insert AFTER INSERT ON product BEGIN
  INSERT INTO search_stale SELECT 'product', changed.code FROM (SELECT NEW.code AS code) AS changed
  WHERE NOT EXISTS (SELECT 1 FROM search_stale WHERE kind = 'product' AND code = changed.code);
END;
CREATE TRIGGER product_is_stale_after_update AFTER UPDATE ON product BEGIN
  INSERT INTO search_stale SELECT 'product', changed.code FROM (SELECT NEW.code AS code) AS changed
  WHERE NOT EXISTS (SELECT 1 FROM search_stale WHERE kind = 'product' AND code = changed.code);
END;
CREATE TRIGGER product_is_stale_after_delete AFTER DELETE ON product BEGIN
  INSERT INTO search_stale SELECT 'product', changed.code FROM (SELECT OLD.code AS code) AS changed
  WHERE NOT EXISTS (SELECT 1 FROM search_stale WHERE kind = 'product' AND code = changed.code);
END;
CREATE TRIGGER demand_is_stale_after_insert AFTER INSERT ON demand BEGIN
  INSERT INTO search_stale SELECT 'demand', changed.code FROM (SELECT NEW.code AS code) AS changed
  WHERE NOT EXISTS (SELECT 1 FROM search_stale WHERE kind = 'demand' AND code = changed.code);
END;
CREATE TRIGGER demand_is_stale_after_update AFTER UPDATE ON demand BEGIN
  INSERT INTO search_stale SELECT 'demand', changed.code FROM (SELECT NEW.code AS code) AS changed
  WHERE NOT EXISTS (SELECT 1 FROM search_stale WHERE kind = 'demand' AND code = changed.code);
END;
CREATE TRIGGER demand_is_stale_after_delete AFTER DELETE ON demand BEGIN
  INSERT INTO search_stale SELECT 'demand', changed.code FROM (SELECT OLD.code AS code) AS changed
  WHERE NOT EXISTS (SELECT 1 FROM search_stale WHERE kind = 'demand' AND code = changed.code);
END;

-- A product's images go with the last row that has its code

CREATE TRIGGER product_takes_its_images AFTER DELETE ON product BEGIN
  DELETE FROM product_image WHERE product = OLD.code AND enterprise = OLD.enterprise;
END;
CREATE TRIGGER uncoded_good_takes_its_images AFTER DELETE ON uncoded_good BEGIN
  DELETE FROM product_image WHERE product = OLD.code AND enterprise = OLD.enterprise;
END;

-- The log is only added to. INSERT OR REPLACE deletes without firing the trigger of deletions

CREATE TRIGGER audit_log_is_not_deleted BEFORE DELETE ON audit_log
BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
CREATE TRIGGER audit_log_is_not_replaced BEFORE INSERT ON audit_log WHEN EXISTS (SELECT 1 FROM audit_log WHERE id =
  NEW.id)
BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
CREATE TRIGGER audit_log_is_not_updated BEFORE UPDATE ON audit_log
BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;

-- Each row that is changed, in whose name the context says. Loads of thousands of rows switch this off and write one line.
-- Of people's names and contacts the log says that they changed, never to what

CREATE TRIGGER expo_insert_is_logged AFTER insert ON expo
WHEN (SELECT is_detailed FROM audit_context)
BEGIN
  INSERT INTO audit_log (at, actor, action, table_name, row_id, before, after)
  SELECT COALESCE(at, (julianday('now') - 2440587.5) * 86400), actor, 'insert', 'expo',
    CAST(NEW.id AS TEXT), NULL, json_object('id', NEW.id, 'name_zh', NEW.name_zh, 'name_ru', NEW.name_ru,
      'name_en', NEW.name_en, 'time_zone', NEW.time_zone, 'calendar_domain', NEW.calendar_domain)
  FROM audit_context;
END;
CREATE TRIGGER expo_update_is_logged AFTER update ON expo
WHEN (SELECT is_detailed FROM audit_context) AND json_object('id', OLD.id, 'name_zh', OLD.name_zh,
  'name_ru', OLD.name_ru, 'name_en', OLD.name_en, 'time_zone', OLD.time_zone,
  'calendar_domain', OLD.calendar_domain) <> json_object('id', NEW.id, 'name_zh', NEW.name_zh,
  'name_ru', NEW.name_ru, 'name_en', NEW.name_en, 'time_zone', NEW.time_zone, 'calendar_domain', NEW.calendar_domain)
BEGIN
  INSERT INTO audit_log (at, actor, action, table_name, row_id, before, after)
  SELECT COALESCE(at, (julianday('now') - 2440587.5) * 86400), actor, 'update', 'expo',
    CAST(NEW.id AS TEXT), json_object('id', OLD.id, 'name_zh', OLD.name_zh, 'name_ru', OLD.name_ru,
      'name_en', OLD.name_en, 'time_zone', OLD.time_zone,
      'calendar_domain', OLD.calendar_domain), json_object('id', NEW.id, 'name_zh', NEW.name_zh,
      'name_ru', NEW.name_ru, 'name_en', NEW.name_en, 'time_zone', NEW.time_zone,
      'calendar_domain', NEW.calendar_domain)
  FROM audit_context;
END;
CREATE TRIGGER expo_delete_is_logged AFTER delete ON expo
WHEN (SELECT is_detailed FROM audit_context)
BEGIN
  INSERT INTO audit_log (at, actor, action, table_name, row_id, before, after)
  SELECT COALESCE(at, (julianday('now') - 2440587.5) * 86400), actor, 'delete', 'expo',
    CAST(OLD.id AS TEXT), json_object('id', OLD.id, 'name_zh', OLD.name_zh, 'name_ru', OLD.name_ru,
      'name_en', OLD.name_en, 'time_zone', OLD.time_zone, 'calendar_domain', OLD.calendar_domain), NULL
  FROM audit_context;
END;
CREATE TRIGGER slot_insert_is_logged AFTER insert ON slot
WHEN (SELECT is_detailed FROM audit_context)
BEGIN
  INSERT INTO audit_log (at, actor, action, table_name, row_id, before, after)
  SELECT COALESCE(at, (julianday('now') - 2440587.5) * 86400), actor, 'insert', 'slot',
    CAST(NEW.number AS TEXT), NULL, json_object('number', NEW.number, 'date', NEW.date, 'session', NEW.session,
      'starts', NEW.starts, 'ends', NEW.ends)
  FROM audit_context;
END;
CREATE TRIGGER slot_update_is_logged AFTER update ON slot
WHEN (SELECT is_detailed FROM audit_context) AND json_object('number', OLD.number, 'date', OLD.date,
  'session', OLD.session, 'starts', OLD.starts, 'ends', OLD.ends) <> json_object('number', NEW.number,
  'date', NEW.date, 'session', NEW.session, 'starts', NEW.starts, 'ends', NEW.ends)
BEGIN
  INSERT INTO audit_log (at, actor, action, table_name, row_id, before, after)
  SELECT COALESCE(at, (julianday('now') - 2440587.5) * 86400), actor, 'update', 'slot',
    CAST(NEW.number AS TEXT), json_object('number', OLD.number, 'date', OLD.date, 'session', OLD.session,
      'starts', OLD.starts, 'ends', OLD.ends), json_object('number', NEW.number, 'date', NEW.date,
      'session', NEW.session, 'starts', NEW.starts, 'ends', NEW.ends)
  FROM audit_context;
END;
CREATE TRIGGER slot_delete_is_logged AFTER delete ON slot
WHEN (SELECT is_detailed FROM audit_context)
BEGIN
  INSERT INTO audit_log (at, actor, action, table_name, row_id, before, after)
  SELECT COALESCE(at, (julianday('now') - 2440587.5) * 86400), actor, 'delete', 'slot',
    CAST(OLD.number AS TEXT), json_object('number', OLD.number, 'date', OLD.date, 'session', OLD.session,
      'starts', OLD.starts, 'ends', OLD.ends), NULL
  FROM audit_context;
END;
CREATE TRIGGER hall_insert_is_logged AFTER insert ON hall
WHEN (SELECT is_detailed FROM audit_context)
BEGIN
  INSERT INTO audit_log (at, actor, action, table_name, row_id, before, after)
  SELECT COALESCE(at, (julianday('now') - 2440587.5) * 86400), actor, 'insert', 'hall',
    CAST(NEW.code AS TEXT), NULL, json_object('code', NEW.code, 'name_zh', NEW.name_zh, 'name_ru', NEW.name_ru,
      'name_en', NEW.name_en)
  FROM audit_context;
END;
CREATE TRIGGER hall_update_is_logged AFTER update ON hall
WHEN (SELECT is_detailed FROM audit_context) AND json_object('code', OLD.code, 'name_zh', OLD.name_zh,
  'name_ru', OLD.name_ru, 'name_en', OLD.name_en) <> json_object('code', NEW.code, 'name_zh', NEW.name_zh,
  'name_ru', NEW.name_ru, 'name_en', NEW.name_en)
BEGIN
  INSERT INTO audit_log (at, actor, action, table_name, row_id, before, after)
  SELECT COALESCE(at, (julianday('now') - 2440587.5) * 86400), actor, 'update', 'hall',
    CAST(NEW.code AS TEXT), json_object('code', OLD.code, 'name_zh', OLD.name_zh, 'name_ru', OLD.name_ru,
      'name_en', OLD.name_en), json_object('code', NEW.code, 'name_zh', NEW.name_zh, 'name_ru', NEW.name_ru,
      'name_en', NEW.name_en)
  FROM audit_context;
END;
CREATE TRIGGER hall_delete_is_logged AFTER delete ON hall
WHEN (SELECT is_detailed FROM audit_context)
BEGIN
  INSERT INTO audit_log (at, actor, action, table_name, row_id, before, after)
  SELECT COALESCE(at, (julianday('now') - 2440587.5) * 86400), actor, 'delete', 'hall',
    CAST(OLD.code AS TEXT), json_object('code', OLD.code, 'name_zh', OLD.name_zh, 'name_ru', OLD.name_ru,
      'name_en', OLD.name_en), NULL
  FROM audit_context;
END;
CREATE TRIGGER meeting_table_insert_is_logged AFTER insert ON meeting_table
WHEN (SELECT is_detailed FROM audit_context)
BEGIN
  INSERT INTO audit_log (at, actor, action, table_name, row_id, before, after)
  SELECT COALESCE(at, (julianday('now') - 2440587.5) * 86400), actor, 'insert', 'meeting_table',
    CAST(NEW.code AS TEXT), NULL, json_object('code', NEW.code, 'hall', NEW.hall,
      'unavailable_slots', NEW.unavailable_slots)
  FROM audit_context;
END;
CREATE TRIGGER meeting_table_update_is_logged AFTER update ON meeting_table
WHEN (SELECT is_detailed FROM audit_context) AND json_object('code', OLD.code, 'hall', OLD.hall,
  'unavailable_slots', OLD.unavailable_slots) <> json_object('code', NEW.code, 'hall', NEW.hall,
  'unavailable_slots', NEW.unavailable_slots)
BEGIN
  INSERT INTO audit_log (at, actor, action, table_name, row_id, before, after)
  SELECT COALESCE(at, (julianday('now') - 2440587.5) * 86400), actor, 'update', 'meeting_table',
    CAST(NEW.code AS TEXT), json_object('code', OLD.code, 'hall', OLD.hall,
      'unavailable_slots', OLD.unavailable_slots), json_object('code', NEW.code, 'hall', NEW.hall,
      'unavailable_slots', NEW.unavailable_slots)
  FROM audit_context;
END;
CREATE TRIGGER meeting_table_delete_is_logged AFTER delete ON meeting_table
WHEN (SELECT is_detailed FROM audit_context)
BEGIN
  INSERT INTO audit_log (at, actor, action, table_name, row_id, before, after)
  SELECT COALESCE(at, (julianday('now') - 2440587.5) * 86400), actor, 'delete', 'meeting_table',
    CAST(OLD.code AS TEXT), json_object('code', OLD.code, 'hall', OLD.hall,
      'unavailable_slots', OLD.unavailable_slots), NULL
  FROM audit_context;
END;
CREATE TRIGGER economy_insert_is_logged AFTER insert ON economy
WHEN (SELECT is_detailed FROM audit_context)
BEGIN
  INSERT INTO audit_log (at, actor, action, table_name, row_id, before, after)
  SELECT COALESCE(at, (julianday('now') - 2440587.5) * 86400), actor, 'insert', 'economy',
    CAST(NEW.code AS TEXT), NULL, json_object('code', NEW.code, 'name_zh', NEW.name_zh, 'name_ru', NEW.name_ru,
      'name_en', NEW.name_en)
  FROM audit_context;
END;
CREATE TRIGGER economy_update_is_logged AFTER update ON economy
WHEN (SELECT is_detailed FROM audit_context) AND json_object('code', OLD.code, 'name_zh', OLD.name_zh,
  'name_ru', OLD.name_ru, 'name_en', OLD.name_en) <> json_object('code', NEW.code, 'name_zh', NEW.name_zh,
  'name_ru', NEW.name_ru, 'name_en', NEW.name_en)
BEGIN
  INSERT INTO audit_log (at, actor, action, table_name, row_id, before, after)
  SELECT COALESCE(at, (julianday('now') - 2440587.5) * 86400), actor, 'update', 'economy',
    CAST(NEW.code AS TEXT), json_object('code', OLD.code, 'name_zh', OLD.name_zh, 'name_ru', OLD.name_ru,
      'name_en', OLD.name_en), json_object('code', NEW.code, 'name_zh', NEW.name_zh, 'name_ru', NEW.name_ru,
      'name_en', NEW.name_en)
  FROM audit_context;
END;
CREATE TRIGGER economy_delete_is_logged AFTER delete ON economy
WHEN (SELECT is_detailed FROM audit_context)
BEGIN
  INSERT INTO audit_log (at, actor, action, table_name, row_id, before, after)
  SELECT COALESCE(at, (julianday('now') - 2440587.5) * 86400), actor, 'delete', 'economy',
    CAST(OLD.code AS TEXT), json_object('code', OLD.code, 'name_zh', OLD.name_zh, 'name_ru', OLD.name_ru,
      'name_en', OLD.name_en), NULL
  FROM audit_context;
END;
CREATE TRIGGER region_insert_is_logged AFTER insert ON region
WHEN (SELECT is_detailed FROM audit_context)
BEGIN
  INSERT INTO audit_log (at, actor, action, table_name, row_id, before, after)
  SELECT COALESCE(at, (julianday('now') - 2440587.5) * 86400), actor, 'insert', 'region',
    CAST(NEW.code AS TEXT), NULL, json_object('code', NEW.code, 'economy', NEW.economy, 'name_zh', NEW.name_zh,
      'name_ru', NEW.name_ru, 'name_en', NEW.name_en)
  FROM audit_context;
END;
CREATE TRIGGER region_update_is_logged AFTER update ON region
WHEN (SELECT is_detailed FROM audit_context) AND json_object('code', OLD.code, 'economy', OLD.economy,
  'name_zh', OLD.name_zh, 'name_ru', OLD.name_ru, 'name_en', OLD.name_en) <> json_object('code', NEW.code,
  'economy', NEW.economy, 'name_zh', NEW.name_zh, 'name_ru', NEW.name_ru, 'name_en', NEW.name_en)
BEGIN
  INSERT INTO audit_log (at, actor, action, table_name, row_id, before, after)
  SELECT COALESCE(at, (julianday('now') - 2440587.5) * 86400), actor, 'update', 'region',
    CAST(NEW.code AS TEXT), json_object('code', OLD.code, 'economy', OLD.economy, 'name_zh', OLD.name_zh,
      'name_ru', OLD.name_ru, 'name_en', OLD.name_en), json_object('code', NEW.code, 'economy', NEW.economy,
      'name_zh', NEW.name_zh, 'name_ru', NEW.name_ru, 'name_en', NEW.name_en)
  FROM audit_context;
END;
CREATE TRIGGER region_delete_is_logged AFTER delete ON region
WHEN (SELECT is_detailed FROM audit_context)
BEGIN
  INSERT INTO audit_log (at, actor, action, table_name, row_id, before, after)
  SELECT COALESCE(at, (julianday('now') - 2440587.5) * 86400), actor, 'delete', 'region',
    CAST(OLD.code AS TEXT), json_object('code', OLD.code, 'economy', OLD.economy, 'name_zh', OLD.name_zh,
      'name_ru', OLD.name_ru, 'name_en', OLD.name_en), NULL
  FROM audit_context;
END;
CREATE TRIGGER stand_insert_is_logged AFTER insert ON stand
WHEN (SELECT is_detailed FROM audit_context)
BEGIN
  INSERT INTO audit_log (at, actor, action, table_name, row_id, before, after)
  SELECT COALESCE(at, (julianday('now') - 2440587.5) * 86400), actor, 'insert', 'stand',
    CAST(NEW.code AS TEXT), NULL, json_object('code', NEW.code, 'hall', NEW.hall, 'enterprise', NEW.enterprise)
  FROM audit_context;
END;
CREATE TRIGGER stand_update_is_logged AFTER update ON stand
WHEN (SELECT is_detailed FROM audit_context) AND json_object('code', OLD.code, 'hall', OLD.hall,
  'enterprise', OLD.enterprise) <> json_object('code', NEW.code, 'hall', NEW.hall, 'enterprise', NEW.enterprise)
BEGIN
  INSERT INTO audit_log (at, actor, action, table_name, row_id, before, after)
  SELECT COALESCE(at, (julianday('now') - 2440587.5) * 86400), actor, 'update', 'stand',
    CAST(NEW.code AS TEXT), json_object('code', OLD.code, 'hall', OLD.hall,
      'enterprise', OLD.enterprise), json_object('code', NEW.code, 'hall', NEW.hall, 'enterprise', NEW.enterprise)
  FROM audit_context;
END;
CREATE TRIGGER stand_delete_is_logged AFTER delete ON stand
WHEN (SELECT is_detailed FROM audit_context)
BEGIN
  INSERT INTO audit_log (at, actor, action, table_name, row_id, before, after)
  SELECT COALESCE(at, (julianday('now') - 2440587.5) * 86400), actor, 'delete', 'stand',
    CAST(OLD.code AS TEXT), json_object('code', OLD.code, 'hall', OLD.hall, 'enterprise', OLD.enterprise), NULL
  FROM audit_context;
END;
CREATE TRIGGER agency_insert_is_logged AFTER insert ON agency
WHEN (SELECT is_detailed FROM audit_context)
BEGIN
  INSERT INTO audit_log (at, actor, action, table_name, row_id, before, after)
  SELECT COALESCE(at, (julianday('now') - 2440587.5) * 86400), actor, 'insert', 'agency',
    CAST(NEW.code AS TEXT), NULL, json_object('code', NEW.code, 'name_zh', NEW.name_zh, 'name_ru', NEW.name_ru,
      'name_en', NEW.name_en, 'kind', NEW.kind, 'economy', NEW.economy, 'region', NEW.region)
  FROM audit_context;
END;
CREATE TRIGGER agency_update_is_logged AFTER update ON agency
WHEN (SELECT is_detailed FROM audit_context) AND json_object('code', OLD.code, 'name_zh', OLD.name_zh,
  'name_ru', OLD.name_ru, 'name_en', OLD.name_en, 'kind', OLD.kind, 'economy', OLD.economy,
  'region', OLD.region) <> json_object('code', NEW.code, 'name_zh', NEW.name_zh, 'name_ru', NEW.name_ru,
  'name_en', NEW.name_en, 'kind', NEW.kind, 'economy', NEW.economy, 'region', NEW.region)
BEGIN
  INSERT INTO audit_log (at, actor, action, table_name, row_id, before, after)
  SELECT COALESCE(at, (julianday('now') - 2440587.5) * 86400), actor, 'update', 'agency',
    CAST(NEW.code AS TEXT), json_object('code', OLD.code, 'name_zh', OLD.name_zh, 'name_ru', OLD.name_ru,
      'name_en', OLD.name_en, 'kind', OLD.kind, 'economy', OLD.economy,
      'region', OLD.region), json_object('code', NEW.code, 'name_zh', NEW.name_zh, 'name_ru', NEW.name_ru,
      'name_en', NEW.name_en, 'kind', NEW.kind, 'economy', NEW.economy, 'region', NEW.region)
  FROM audit_context;
END;
CREATE TRIGGER agency_delete_is_logged AFTER delete ON agency
WHEN (SELECT is_detailed FROM audit_context)
BEGIN
  INSERT INTO audit_log (at, actor, action, table_name, row_id, before, after)
  SELECT COALESCE(at, (julianday('now') - 2440587.5) * 86400), actor, 'delete', 'agency',
    CAST(OLD.code AS TEXT), json_object('code', OLD.code, 'name_zh', OLD.name_zh, 'name_ru', OLD.name_ru,
      'name_en', OLD.name_en, 'kind', OLD.kind, 'economy', OLD.economy, 'region', OLD.region), NULL
  FROM audit_context;
END;
CREATE TRIGGER delegation_insert_is_logged AFTER insert ON delegation
WHEN (SELECT is_detailed FROM audit_context)
BEGIN
  INSERT INTO audit_log (at, actor, action, table_name, row_id, before, after)
  SELECT COALESCE(at, (julianday('now') - 2440587.5) * 86400), actor, 'insert', 'delegation',
    CAST(NEW.code AS TEXT), NULL, json_object('code', NEW.code, 'name_zh', NEW.name_zh, 'name_ru', NEW.name_ru,
      'name_en', NEW.name_en, 'agency', NEW.agency)
  FROM audit_context;
END;
CREATE TRIGGER delegation_update_is_logged AFTER update ON delegation
WHEN (SELECT is_detailed FROM audit_context) AND json_object('code', OLD.code, 'name_zh', OLD.name_zh,
  'name_ru', OLD.name_ru, 'name_en', OLD.name_en, 'agency', OLD.agency) <> json_object('code', NEW.code,
  'name_zh', NEW.name_zh, 'name_ru', NEW.name_ru, 'name_en', NEW.name_en, 'agency', NEW.agency)
BEGIN
  INSERT INTO audit_log (at, actor, action, table_name, row_id, before, after)
  SELECT COALESCE(at, (julianday('now') - 2440587.5) * 86400), actor, 'update', 'delegation',
    CAST(NEW.code AS TEXT), json_object('code', OLD.code, 'name_zh', OLD.name_zh, 'name_ru', OLD.name_ru,
      'name_en', OLD.name_en, 'agency', OLD.agency), json_object('code', NEW.code, 'name_zh', NEW.name_zh,
      'name_ru', NEW.name_ru, 'name_en', NEW.name_en, 'agency', NEW.agency)
  FROM audit_context;
END;
CREATE TRIGGER delegation_delete_is_logged AFTER delete ON delegation
WHEN (SELECT is_detailed FROM audit_context)
BEGIN
  INSERT INTO audit_log (at, actor, action, table_name, row_id, before, after)
  SELECT COALESCE(at, (julianday('now') - 2440587.5) * 86400), actor, 'delete', 'delegation',
    CAST(OLD.code AS TEXT), json_object('code', OLD.code, 'name_zh', OLD.name_zh, 'name_ru', OLD.name_ru,
      'name_en', OLD.name_en, 'agency', OLD.agency), NULL
  FROM audit_context;
END;
CREATE TRIGGER enterprise_insert_is_logged AFTER insert ON enterprise
WHEN (SELECT is_detailed FROM audit_context)
BEGIN
  INSERT INTO audit_log (at, actor, action, table_name, row_id, before, after)
  SELECT COALESCE(at, (julianday('now') - 2440587.5) * 86400), actor, 'insert', 'enterprise',
    CAST(NEW.code AS TEXT), NULL, json_object('code', NEW.code, 'name_zh', NEW.name_zh, 'name_ru', NEW.name_ru,
      'name_en', NEW.name_en, 'about_zh', NEW.about_zh, 'about_ru', NEW.about_ru, 'about_en', NEW.about_en,
      'economy', NEW.economy, 'region', NEW.region, 'roles', NEW.roles, 'sectors', NEW.sectors,
      'languages', NEW.languages, 'chains', NEW.chains, 'stores', NEW.stores, 'distributors', NEW.distributors,
      'delegation', NEW.delegation, 'website', NEW.website, 'status', NEW.status,
      'registered_on', NEW.registered_on, 'parallel_meetings', NEW.parallel_meetings,
      'max_meetings', NEW.max_meetings, 'unavailable_slots', NEW.unavailable_slots)
  FROM audit_context;
END;
CREATE TRIGGER enterprise_update_is_logged AFTER update ON enterprise
WHEN (SELECT is_detailed FROM audit_context) AND json_object('code', OLD.code, 'name_zh', OLD.name_zh,
  'name_ru', OLD.name_ru, 'name_en', OLD.name_en, 'about_zh', OLD.about_zh, 'about_ru', OLD.about_ru,
  'about_en', OLD.about_en, 'economy', OLD.economy, 'region', OLD.region, 'roles', OLD.roles,
  'sectors', OLD.sectors, 'languages', OLD.languages, 'chains', OLD.chains, 'stores', OLD.stores,
  'distributors', OLD.distributors, 'delegation', OLD.delegation, 'website', OLD.website, 'status', OLD.status,
  'registered_on', OLD.registered_on, 'parallel_meetings', OLD.parallel_meetings,
  'max_meetings', OLD.max_meetings, 'unavailable_slots', OLD.unavailable_slots) <> json_object('code', NEW.code,
  'name_zh', NEW.name_zh, 'name_ru', NEW.name_ru, 'name_en', NEW.name_en, 'about_zh', NEW.about_zh,
  'about_ru', NEW.about_ru, 'about_en', NEW.about_en, 'economy', NEW.economy, 'region', NEW.region,
  'roles', NEW.roles, 'sectors', NEW.sectors, 'languages', NEW.languages, 'chains', NEW.chains,
  'stores', NEW.stores, 'distributors', NEW.distributors, 'delegation', NEW.delegation, 'website', NEW.website,
  'status', NEW.status, 'registered_on', NEW.registered_on, 'parallel_meetings', NEW.parallel_meetings,
  'max_meetings', NEW.max_meetings, 'unavailable_slots', NEW.unavailable_slots)
BEGIN
  INSERT INTO audit_log (at, actor, action, table_name, row_id, before, after)
  SELECT COALESCE(at, (julianday('now') - 2440587.5) * 86400), actor, 'update', 'enterprise',
    CAST(NEW.code AS TEXT), json_object('code', OLD.code, 'name_zh', OLD.name_zh, 'name_ru', OLD.name_ru,
      'name_en', OLD.name_en, 'about_zh', OLD.about_zh, 'about_ru', OLD.about_ru, 'about_en', OLD.about_en,
      'economy', OLD.economy, 'region', OLD.region, 'roles', OLD.roles, 'sectors', OLD.sectors,
      'languages', OLD.languages, 'chains', OLD.chains, 'stores', OLD.stores, 'distributors', OLD.distributors,
      'delegation', OLD.delegation, 'website', OLD.website, 'status', OLD.status,
      'registered_on', OLD.registered_on, 'parallel_meetings', OLD.parallel_meetings,
      'max_meetings', OLD.max_meetings, 'unavailable_slots', OLD.unavailable_slots), json_object('code', NEW.code,
      'name_zh', NEW.name_zh, 'name_ru', NEW.name_ru, 'name_en', NEW.name_en, 'about_zh', NEW.about_zh,
      'about_ru', NEW.about_ru, 'about_en', NEW.about_en, 'economy', NEW.economy, 'region', NEW.region,
      'roles', NEW.roles, 'sectors', NEW.sectors, 'languages', NEW.languages, 'chains', NEW.chains,
      'stores', NEW.stores, 'distributors', NEW.distributors, 'delegation', NEW.delegation,
      'website', NEW.website, 'status', NEW.status, 'registered_on', NEW.registered_on,
      'parallel_meetings', NEW.parallel_meetings, 'max_meetings', NEW.max_meetings,
      'unavailable_slots', NEW.unavailable_slots)
  FROM audit_context;
END;
CREATE TRIGGER enterprise_delete_is_logged AFTER delete ON enterprise
WHEN (SELECT is_detailed FROM audit_context)
BEGIN
  INSERT INTO audit_log (at, actor, action, table_name, row_id, before, after)
  SELECT COALESCE(at, (julianday('now') - 2440587.5) * 86400), actor, 'delete', 'enterprise',
    CAST(OLD.code AS TEXT), json_object('code', OLD.code, 'name_zh', OLD.name_zh, 'name_ru', OLD.name_ru,
      'name_en', OLD.name_en, 'about_zh', OLD.about_zh, 'about_ru', OLD.about_ru, 'about_en', OLD.about_en,
      'economy', OLD.economy, 'region', OLD.region, 'roles', OLD.roles, 'sectors', OLD.sectors,
      'languages', OLD.languages, 'chains', OLD.chains, 'stores', OLD.stores, 'distributors', OLD.distributors,
      'delegation', OLD.delegation, 'website', OLD.website, 'status', OLD.status,
      'registered_on', OLD.registered_on, 'parallel_meetings', OLD.parallel_meetings,
      'max_meetings', OLD.max_meetings, 'unavailable_slots', OLD.unavailable_slots), NULL
  FROM audit_context;
END;
CREATE TRIGGER representative_insert_is_logged AFTER insert ON representative
WHEN (SELECT is_detailed FROM audit_context)
BEGIN
  INSERT INTO audit_log (at, actor, action, table_name, row_id, before, after)
  SELECT COALESCE(at, (julianday('now') - 2440587.5) * 86400), actor, 'insert', 'representative',
    CAST(NEW.code AS TEXT), NULL, json_object('code', NEW.code, 'enterprise', NEW.enterprise,
      'languages', NEW.languages, 'is_released', NEW.is_released)
  FROM audit_context;
END;
CREATE TRIGGER representative_update_is_logged AFTER update ON representative
WHEN (SELECT is_detailed FROM audit_context) AND (json_object('code', OLD.code, 'enterprise', OLD.enterprise,
  'languages', OLD.languages, 'is_released', OLD.is_released) <> json_object('code', NEW.code,
  'enterprise', NEW.enterprise, 'languages', NEW.languages, 'is_released', NEW.is_released)
  OR OLD.name_zh IS NOT NEW.name_zh OR OLD.name_ru IS NOT NEW.name_ru OR OLD.name_en IS NOT NEW.name_en
  OR OLD.position_zh IS NOT NEW.position_zh OR OLD.position_ru IS NOT NEW.position_ru
  OR OLD.position_en IS NOT NEW.position_en OR OLD.email IS NOT NEW.email OR OLD.phone IS NOT NEW.phone)
BEGIN
  INSERT INTO audit_log (at, actor, action, table_name, row_id, before, after)
  SELECT COALESCE(at, (julianday('now') - 2440587.5) * 86400), actor, 'update', 'representative',
    CAST(NEW.code AS TEXT), json_object('code', OLD.code, 'enterprise', OLD.enterprise,
      'languages', OLD.languages, 'is_released', OLD.is_released), json_set(json_object('code', NEW.code,
      'enterprise', NEW.enterprise, 'languages', NEW.languages, 'is_released', NEW.is_released),
      '$.personal_data_changed', (OLD.name_zh IS NOT NEW.name_zh OR OLD.name_ru IS NOT NEW.name_ru
      OR OLD.name_en IS NOT NEW.name_en OR OLD.position_zh IS NOT NEW.position_zh
      OR OLD.position_ru IS NOT NEW.position_ru OR OLD.position_en IS NOT NEW.position_en
      OR OLD.email IS NOT NEW.email OR OLD.phone IS NOT NEW.phone))
  FROM audit_context;
END;
CREATE TRIGGER representative_delete_is_logged AFTER delete ON representative
WHEN (SELECT is_detailed FROM audit_context)
BEGIN
  INSERT INTO audit_log (at, actor, action, table_name, row_id, before, after)
  SELECT COALESCE(at, (julianday('now') - 2440587.5) * 86400), actor, 'delete', 'representative',
    CAST(OLD.code AS TEXT), json_object('code', OLD.code, 'enterprise', OLD.enterprise,
      'languages', OLD.languages, 'is_released', OLD.is_released), NULL
  FROM audit_context;
END;
CREATE TRIGGER product_insert_is_logged AFTER insert ON product
WHEN (SELECT is_detailed FROM audit_context)
BEGIN
  INSERT INTO audit_log (at, actor, action, table_name, row_id, before, after)
  SELECT COALESCE(at, (julianday('now') - 2440587.5) * 86400), actor, 'insert', 'product',
    CAST(NEW.code AS TEXT), NULL, json_object('code', NEW.code, 'enterprise', NEW.enterprise,
      'hs_code', NEW.hs_code, 'name_zh', NEW.name_zh, 'name_ru', NEW.name_ru, 'name_en', NEW.name_en,
      'about_zh', NEW.about_zh, 'about_ru', NEW.about_ru, 'about_en', NEW.about_en, 'gtin', NEW.gtin,
      'brand', NEW.brand, 'moq', NEW.moq, 'moq_unit', NEW.moq_unit, 'incoterm', NEW.incoterm,
      'incoterm_place', NEW.incoterm_place, 'certificates', NEW.certificates, 'private_label', NEW.private_label)
  FROM audit_context;
END;
CREATE TRIGGER product_update_is_logged AFTER update ON product
WHEN (SELECT is_detailed FROM audit_context) AND json_object('code', OLD.code, 'enterprise', OLD.enterprise,
  'hs_code', OLD.hs_code, 'name_zh', OLD.name_zh, 'name_ru', OLD.name_ru, 'name_en', OLD.name_en,
  'about_zh', OLD.about_zh, 'about_ru', OLD.about_ru, 'about_en', OLD.about_en, 'gtin', OLD.gtin,
  'brand', OLD.brand, 'moq', OLD.moq, 'moq_unit', OLD.moq_unit, 'incoterm', OLD.incoterm,
  'incoterm_place', OLD.incoterm_place, 'certificates', OLD.certificates,
  'private_label', OLD.private_label) <> json_object('code', NEW.code, 'enterprise', NEW.enterprise,
  'hs_code', NEW.hs_code, 'name_zh', NEW.name_zh, 'name_ru', NEW.name_ru, 'name_en', NEW.name_en,
  'about_zh', NEW.about_zh, 'about_ru', NEW.about_ru, 'about_en', NEW.about_en, 'gtin', NEW.gtin,
  'brand', NEW.brand, 'moq', NEW.moq, 'moq_unit', NEW.moq_unit, 'incoterm', NEW.incoterm,
  'incoterm_place', NEW.incoterm_place, 'certificates', NEW.certificates, 'private_label', NEW.private_label)
BEGIN
  INSERT INTO audit_log (at, actor, action, table_name, row_id, before, after)
  SELECT COALESCE(at, (julianday('now') - 2440587.5) * 86400), actor, 'update', 'product',
    CAST(NEW.code AS TEXT), json_object('code', OLD.code, 'enterprise', OLD.enterprise, 'hs_code', OLD.hs_code,
      'name_zh', OLD.name_zh, 'name_ru', OLD.name_ru, 'name_en', OLD.name_en, 'about_zh', OLD.about_zh,
      'about_ru', OLD.about_ru, 'about_en', OLD.about_en, 'gtin', OLD.gtin, 'brand', OLD.brand, 'moq', OLD.moq,
      'moq_unit', OLD.moq_unit, 'incoterm', OLD.incoterm, 'incoterm_place', OLD.incoterm_place,
      'certificates', OLD.certificates, 'private_label', OLD.private_label), json_object('code', NEW.code,
      'enterprise', NEW.enterprise, 'hs_code', NEW.hs_code, 'name_zh', NEW.name_zh, 'name_ru', NEW.name_ru,
      'name_en', NEW.name_en, 'about_zh', NEW.about_zh, 'about_ru', NEW.about_ru, 'about_en', NEW.about_en,
      'gtin', NEW.gtin, 'brand', NEW.brand, 'moq', NEW.moq, 'moq_unit', NEW.moq_unit, 'incoterm', NEW.incoterm,
      'incoterm_place', NEW.incoterm_place, 'certificates', NEW.certificates, 'private_label', NEW.private_label)
  FROM audit_context;
END;
CREATE TRIGGER product_delete_is_logged AFTER delete ON product
WHEN (SELECT is_detailed FROM audit_context)
BEGIN
  INSERT INTO audit_log (at, actor, action, table_name, row_id, before, after)
  SELECT COALESCE(at, (julianday('now') - 2440587.5) * 86400), actor, 'delete', 'product',
    CAST(OLD.code AS TEXT), json_object('code', OLD.code, 'enterprise', OLD.enterprise, 'hs_code', OLD.hs_code,
      'name_zh', OLD.name_zh, 'name_ru', OLD.name_ru, 'name_en', OLD.name_en, 'about_zh', OLD.about_zh,
      'about_ru', OLD.about_ru, 'about_en', OLD.about_en, 'gtin', OLD.gtin, 'brand', OLD.brand, 'moq', OLD.moq,
      'moq_unit', OLD.moq_unit, 'incoterm', OLD.incoterm, 'incoterm_place', OLD.incoterm_place,
      'certificates', OLD.certificates, 'private_label', OLD.private_label), NULL
  FROM audit_context;
END;
CREATE TRIGGER demand_insert_is_logged AFTER insert ON demand
WHEN (SELECT is_detailed FROM audit_context)
BEGIN
  INSERT INTO audit_log (at, actor, action, table_name, row_id, before, after)
  SELECT COALESCE(at, (julianday('now') - 2440587.5) * 86400), actor, 'insert', 'demand',
    CAST(NEW.code AS TEXT), NULL, json_object('code', NEW.code, 'enterprise', NEW.enterprise,
      'hs_prefix', NEW.hs_prefix, 'text_zh', NEW.text_zh, 'text_ru', NEW.text_ru, 'text_en', NEW.text_en,
      'target_regions', NEW.target_regions)
  FROM audit_context;
END;
CREATE TRIGGER demand_update_is_logged AFTER update ON demand
WHEN (SELECT is_detailed FROM audit_context) AND json_object('code', OLD.code, 'enterprise', OLD.enterprise,
  'hs_prefix', OLD.hs_prefix, 'text_zh', OLD.text_zh, 'text_ru', OLD.text_ru, 'text_en', OLD.text_en,
  'target_regions', OLD.target_regions) <> json_object('code', NEW.code, 'enterprise', NEW.enterprise,
  'hs_prefix', NEW.hs_prefix, 'text_zh', NEW.text_zh, 'text_ru', NEW.text_ru, 'text_en', NEW.text_en,
  'target_regions', NEW.target_regions)
BEGIN
  INSERT INTO audit_log (at, actor, action, table_name, row_id, before, after)
  SELECT COALESCE(at, (julianday('now') - 2440587.5) * 86400), actor, 'update', 'demand',
    CAST(NEW.code AS TEXT), json_object('code', OLD.code, 'enterprise', OLD.enterprise,
      'hs_prefix', OLD.hs_prefix, 'text_zh', OLD.text_zh, 'text_ru', OLD.text_ru, 'text_en', OLD.text_en,
      'target_regions', OLD.target_regions), json_object('code', NEW.code, 'enterprise', NEW.enterprise,
      'hs_prefix', NEW.hs_prefix, 'text_zh', NEW.text_zh, 'text_ru', NEW.text_ru, 'text_en', NEW.text_en,
      'target_regions', NEW.target_regions)
  FROM audit_context;
END;
CREATE TRIGGER demand_delete_is_logged AFTER delete ON demand
WHEN (SELECT is_detailed FROM audit_context)
BEGIN
  INSERT INTO audit_log (at, actor, action, table_name, row_id, before, after)
  SELECT COALESCE(at, (julianday('now') - 2440587.5) * 86400), actor, 'delete', 'demand',
    CAST(OLD.code AS TEXT), json_object('code', OLD.code, 'enterprise', OLD.enterprise,
      'hs_prefix', OLD.hs_prefix, 'text_zh', OLD.text_zh, 'text_ru', OLD.text_ru, 'text_en', OLD.text_en,
      'target_regions', OLD.target_regions), NULL
  FROM audit_context;
END;
CREATE TRIGGER uncoded_good_insert_is_logged AFTER insert ON uncoded_good
WHEN (SELECT is_detailed FROM audit_context)
BEGIN
  INSERT INTO audit_log (at, actor, action, table_name, row_id, before, after)
  SELECT COALESCE(at, (julianday('now') - 2440587.5) * 86400), actor, 'insert', 'uncoded_good',
    CAST(NEW.code AS TEXT), NULL, json_object('code', NEW.code, 'enterprise', NEW.enterprise, 'kind', NEW.kind,
      'name_zh', NEW.name_zh, 'name_ru', NEW.name_ru, 'name_en', NEW.name_en, 'about_zh', NEW.about_zh,
      'about_ru', NEW.about_ru, 'about_en', NEW.about_en, 'gtin', NEW.gtin, 'targets', NEW.targets)
  FROM audit_context;
END;
CREATE TRIGGER uncoded_good_update_is_logged AFTER update ON uncoded_good
WHEN (SELECT is_detailed FROM audit_context) AND json_object('code', OLD.code, 'enterprise', OLD.enterprise,
  'kind', OLD.kind, 'name_zh', OLD.name_zh, 'name_ru', OLD.name_ru, 'name_en', OLD.name_en,
  'about_zh', OLD.about_zh, 'about_ru', OLD.about_ru, 'about_en', OLD.about_en, 'gtin', OLD.gtin,
  'targets', OLD.targets) <> json_object('code', NEW.code, 'enterprise', NEW.enterprise, 'kind', NEW.kind,
  'name_zh', NEW.name_zh, 'name_ru', NEW.name_ru, 'name_en', NEW.name_en, 'about_zh', NEW.about_zh,
  'about_ru', NEW.about_ru, 'about_en', NEW.about_en, 'gtin', NEW.gtin, 'targets', NEW.targets)
BEGIN
  INSERT INTO audit_log (at, actor, action, table_name, row_id, before, after)
  SELECT COALESCE(at, (julianday('now') - 2440587.5) * 86400), actor, 'update', 'uncoded_good',
    CAST(NEW.code AS TEXT), json_object('code', OLD.code, 'enterprise', OLD.enterprise, 'kind', OLD.kind,
      'name_zh', OLD.name_zh, 'name_ru', OLD.name_ru, 'name_en', OLD.name_en, 'about_zh', OLD.about_zh,
      'about_ru', OLD.about_ru, 'about_en', OLD.about_en, 'gtin', OLD.gtin,
      'targets', OLD.targets), json_object('code', NEW.code, 'enterprise', NEW.enterprise, 'kind', NEW.kind,
      'name_zh', NEW.name_zh, 'name_ru', NEW.name_ru, 'name_en', NEW.name_en, 'about_zh', NEW.about_zh,
      'about_ru', NEW.about_ru, 'about_en', NEW.about_en, 'gtin', NEW.gtin, 'targets', NEW.targets)
  FROM audit_context;
END;
CREATE TRIGGER uncoded_good_delete_is_logged AFTER delete ON uncoded_good
WHEN (SELECT is_detailed FROM audit_context)
BEGIN
  INSERT INTO audit_log (at, actor, action, table_name, row_id, before, after)
  SELECT COALESCE(at, (julianday('now') - 2440587.5) * 86400), actor, 'delete', 'uncoded_good',
    CAST(OLD.code AS TEXT), json_object('code', OLD.code, 'enterprise', OLD.enterprise, 'kind', OLD.kind,
      'name_zh', OLD.name_zh, 'name_ru', OLD.name_ru, 'name_en', OLD.name_en, 'about_zh', OLD.about_zh,
      'about_ru', OLD.about_ru, 'about_en', OLD.about_en, 'gtin', OLD.gtin, 'targets', OLD.targets), NULL
  FROM audit_context;
END;
CREATE TRIGGER interpreter_insert_is_logged AFTER insert ON interpreter
WHEN (SELECT is_detailed FROM audit_context)
BEGIN
  INSERT INTO audit_log (at, actor, action, table_name, row_id, before, after)
  SELECT COALESCE(at, (julianday('now') - 2440587.5) * 86400), actor, 'insert', 'interpreter',
    CAST(NEW.code AS TEXT), NULL, json_object('code', NEW.code, 'pairs', NEW.pairs,
      'unavailable_slots', NEW.unavailable_slots, 'max_consecutive_slots', NEW.max_consecutive_slots)
  FROM audit_context;
END;
CREATE TRIGGER interpreter_update_is_logged AFTER update ON interpreter
WHEN (SELECT is_detailed FROM audit_context) AND (json_object('code', OLD.code, 'pairs', OLD.pairs,
  'unavailable_slots', OLD.unavailable_slots,
  'max_consecutive_slots', OLD.max_consecutive_slots) <> json_object('code', NEW.code, 'pairs', NEW.pairs,
  'unavailable_slots', NEW.unavailable_slots, 'max_consecutive_slots', NEW.max_consecutive_slots)
  OR OLD.name_zh IS NOT NEW.name_zh OR OLD.name_ru IS NOT NEW.name_ru OR OLD.name_en IS NOT NEW.name_en)
BEGIN
  INSERT INTO audit_log (at, actor, action, table_name, row_id, before, after)
  SELECT COALESCE(at, (julianday('now') - 2440587.5) * 86400), actor, 'update', 'interpreter',
    CAST(NEW.code AS TEXT), json_object('code', OLD.code, 'pairs', OLD.pairs,
      'unavailable_slots', OLD.unavailable_slots,
      'max_consecutive_slots', OLD.max_consecutive_slots), json_set(json_object('code', NEW.code,
      'pairs', NEW.pairs, 'unavailable_slots', NEW.unavailable_slots,
      'max_consecutive_slots', NEW.max_consecutive_slots),
      '$.personal_data_changed', (OLD.name_zh IS NOT NEW.name_zh OR OLD.name_ru IS NOT NEW.name_ru
      OR OLD.name_en IS NOT NEW.name_en))
  FROM audit_context;
END;
CREATE TRIGGER interpreter_delete_is_logged AFTER delete ON interpreter
WHEN (SELECT is_detailed FROM audit_context)
BEGIN
  INSERT INTO audit_log (at, actor, action, table_name, row_id, before, after)
  SELECT COALESCE(at, (julianday('now') - 2440587.5) * 86400), actor, 'delete', 'interpreter',
    CAST(OLD.code AS TEXT), json_object('code', OLD.code, 'pairs', OLD.pairs,
      'unavailable_slots', OLD.unavailable_slots, 'max_consecutive_slots', OLD.max_consecutive_slots), NULL
  FROM audit_context;
END;
CREATE TRIGGER product_image_insert_is_logged AFTER insert ON product_image
WHEN (SELECT is_detailed FROM audit_context)
BEGIN
  INSERT INTO audit_log (at, actor, action, table_name, row_id, before, after)
  SELECT COALESCE(at, (julianday('now') - 2440587.5) * 86400), actor, 'insert', 'product_image',
    CAST(NEW.code AS TEXT), NULL, json_object('code', NEW.code, 'enterprise', NEW.enterprise,
      'product', NEW.product, 'place', NEW.place, 'width', NEW.width, 'height', NEW.height)
  FROM audit_context;
END;
CREATE TRIGGER product_image_update_is_logged AFTER update ON product_image
WHEN (SELECT is_detailed FROM audit_context) AND json_object('code', OLD.code, 'enterprise', OLD.enterprise,
  'product', OLD.product, 'place', OLD.place, 'width', OLD.width,
  'height', OLD.height) <> json_object('code', NEW.code, 'enterprise', NEW.enterprise, 'product', NEW.product,
  'place', NEW.place, 'width', NEW.width, 'height', NEW.height)
BEGIN
  INSERT INTO audit_log (at, actor, action, table_name, row_id, before, after)
  SELECT COALESCE(at, (julianday('now') - 2440587.5) * 86400), actor, 'update', 'product_image',
    CAST(NEW.code AS TEXT), json_object('code', OLD.code, 'enterprise', OLD.enterprise, 'product', OLD.product,
      'place', OLD.place, 'width', OLD.width, 'height', OLD.height), json_object('code', NEW.code,
      'enterprise', NEW.enterprise, 'product', NEW.product, 'place', NEW.place, 'width', NEW.width,
      'height', NEW.height)
  FROM audit_context;
END;
CREATE TRIGGER product_image_delete_is_logged AFTER delete ON product_image
WHEN (SELECT is_detailed FROM audit_context)
BEGIN
  INSERT INTO audit_log (at, actor, action, table_name, row_id, before, after)
  SELECT COALESCE(at, (julianday('now') - 2440587.5) * 86400), actor, 'delete', 'product_image',
    CAST(OLD.code AS TEXT), json_object('code', OLD.code, 'enterprise', OLD.enterprise, 'product', OLD.product,
      'place', OLD.place, 'width', OLD.width, 'height', OLD.height), NULL
  FROM audit_context;
END;
CREATE TRIGGER meeting_request_insert_is_logged AFTER insert ON meeting_request
WHEN (SELECT is_detailed FROM audit_context)
BEGIN
  INSERT INTO audit_log (at, actor, action, table_name, row_id, before, after)
  SELECT COALESCE(at, (julianday('now') - 2440587.5) * 86400), actor, 'insert', 'meeting_request',
    CAST(NEW.code AS TEXT), NULL, json_object('code', NEW.code, 'requester', NEW.requester,
      'recipient', NEW.recipient, 'priority', NEW.priority, 'message', NEW.message, 'status', NEW.status,
      'is_mutual', NEW.is_mutual, 'session', NEW.session)
  FROM audit_context;
END;
CREATE TRIGGER meeting_request_update_is_logged AFTER update ON meeting_request
WHEN (SELECT is_detailed FROM audit_context) AND json_object('code', OLD.code, 'requester', OLD.requester,
  'recipient', OLD.recipient, 'priority', OLD.priority, 'message', OLD.message, 'status', OLD.status,
  'is_mutual', OLD.is_mutual, 'session', OLD.session) <> json_object('code', NEW.code, 'requester', NEW.requester,
  'recipient', NEW.recipient, 'priority', NEW.priority, 'message', NEW.message, 'status', NEW.status,
  'is_mutual', NEW.is_mutual, 'session', NEW.session)
BEGIN
  INSERT INTO audit_log (at, actor, action, table_name, row_id, before, after)
  SELECT COALESCE(at, (julianday('now') - 2440587.5) * 86400), actor, 'update', 'meeting_request',
    CAST(NEW.code AS TEXT), json_object('code', OLD.code, 'requester', OLD.requester, 'recipient', OLD.recipient,
      'priority', OLD.priority, 'message', OLD.message, 'status', OLD.status, 'is_mutual', OLD.is_mutual,
      'session', OLD.session), json_object('code', NEW.code, 'requester', NEW.requester,
      'recipient', NEW.recipient, 'priority', NEW.priority, 'message', NEW.message, 'status', NEW.status,
      'is_mutual', NEW.is_mutual, 'session', NEW.session)
  FROM audit_context;
END;
CREATE TRIGGER meeting_request_delete_is_logged AFTER delete ON meeting_request
WHEN (SELECT is_detailed FROM audit_context)
BEGIN
  INSERT INTO audit_log (at, actor, action, table_name, row_id, before, after)
  SELECT COALESCE(at, (julianday('now') - 2440587.5) * 86400), actor, 'delete', 'meeting_request',
    CAST(OLD.code AS TEXT), json_object('code', OLD.code, 'requester', OLD.requester, 'recipient', OLD.recipient,
      'priority', OLD.priority, 'message', OLD.message, 'status', OLD.status, 'is_mutual', OLD.is_mutual,
      'session', OLD.session), NULL
  FROM audit_context;
END;
CREATE TRIGGER preference_insert_is_logged AFTER insert ON preference
WHEN (SELECT is_detailed FROM audit_context)
BEGIN
  INSERT INTO audit_log (at, actor, action, table_name, row_id, before, after)
  SELECT COALESCE(at, (julianday('now') - 2440587.5) * 86400), actor, 'insert', 'preference',
    CAST(NEW.enterprise || ' ' || NEW.other || ' ' || NEW.representative AS TEXT), NULL, json_object('enterprise',
      NEW.enterprise, 'other', NEW.other, 'representative', NEW.representative, 'kind', NEW.kind)
  FROM audit_context;
END;
CREATE TRIGGER preference_update_is_logged AFTER update ON preference
WHEN (SELECT is_detailed FROM audit_context) AND json_object('enterprise', OLD.enterprise, 'other', OLD.other,
  'representative', OLD.representative, 'kind', OLD.kind) <> json_object('enterprise', NEW.enterprise,
  'other', NEW.other, 'representative', NEW.representative, 'kind', NEW.kind)
BEGIN
  INSERT INTO audit_log (at, actor, action, table_name, row_id, before, after)
  SELECT COALESCE(at, (julianday('now') - 2440587.5) * 86400), actor, 'update', 'preference',
    CAST(NEW.enterprise || ' ' || NEW.other || ' ' || NEW.representative AS TEXT), json_object('enterprise',
      OLD.enterprise, 'other', OLD.other, 'representative', OLD.representative,
      'kind', OLD.kind), json_object('enterprise', NEW.enterprise, 'other', NEW.other,
      'representative', NEW.representative, 'kind', NEW.kind)
  FROM audit_context;
END;
CREATE TRIGGER preference_delete_is_logged AFTER delete ON preference
WHEN (SELECT is_detailed FROM audit_context)
BEGIN
  INSERT INTO audit_log (at, actor, action, table_name, row_id, before, after)
  SELECT COALESCE(at, (julianday('now') - 2440587.5) * 86400), actor, 'delete', 'preference',
    CAST(OLD.enterprise || ' ' || OLD.other || ' ' || OLD.representative AS TEXT), json_object('enterprise',
      OLD.enterprise, 'other', OLD.other, 'representative', OLD.representative, 'kind', OLD.kind), NULL
  FROM audit_context;
END;
CREATE TRIGGER request_rules_insert_is_logged AFTER insert ON request_rules
WHEN (SELECT is_detailed FROM audit_context)
BEGIN
  INSERT INTO audit_log (at, actor, action, table_name, row_id, before, after)
  SELECT COALESCE(at, (julianday('now') - 2440587.5) * 86400), actor, 'insert', 'request_rules',
    CAST(NEW.id AS TEXT), NULL, json_object('id', NEW.id, 'rules', NEW.rules)
  FROM audit_context;
END;
CREATE TRIGGER request_rules_update_is_logged AFTER update ON request_rules
WHEN (SELECT is_detailed FROM audit_context) AND json_object('id', OLD.id,
  'rules', OLD.rules) <> json_object('id', NEW.id, 'rules', NEW.rules)
BEGIN
  INSERT INTO audit_log (at, actor, action, table_name, row_id, before, after)
  SELECT COALESCE(at, (julianday('now') - 2440587.5) * 86400), actor, 'update', 'request_rules',
    CAST(NEW.id AS TEXT), json_object('id', OLD.id, 'rules', OLD.rules), json_object('id', NEW.id, 'rules', NEW.rules)
  FROM audit_context;
END;
CREATE TRIGGER request_rules_delete_is_logged AFTER delete ON request_rules
WHEN (SELECT is_detailed FROM audit_context)
BEGIN
  INSERT INTO audit_log (at, actor, action, table_name, row_id, before, after)
  SELECT COALESCE(at, (julianday('now') - 2440587.5) * 86400), actor, 'delete', 'request_rules',
    CAST(OLD.id AS TEXT), json_object('id', OLD.id, 'rules', OLD.rules), NULL
  FROM audit_context;
END;
CREATE TRIGGER match_insert_is_logged AFTER insert ON match
WHEN (SELECT is_detailed FROM audit_context)
BEGIN
  INSERT INTO audit_log (at, actor, action, table_name, row_id, before, after)
  SELECT COALESCE(at, (julianday('now') - 2440587.5) * 86400), actor, 'insert', 'match',
    CAST(NEW.seller || ' ' || NEW.buyer AS TEXT), NULL, json_object('seller', NEW.seller, 'buyer', NEW.buyer,
      'score', NEW.score, 'reasons', NEW.reasons)
  FROM audit_context;
END;
CREATE TRIGGER match_update_is_logged AFTER update ON match
WHEN (SELECT is_detailed FROM audit_context) AND json_object('seller', OLD.seller, 'buyer', OLD.buyer,
  'score', OLD.score, 'reasons', OLD.reasons) <> json_object('seller', NEW.seller, 'buyer', NEW.buyer,
  'score', NEW.score, 'reasons', NEW.reasons)
BEGIN
  INSERT INTO audit_log (at, actor, action, table_name, row_id, before, after)
  SELECT COALESCE(at, (julianday('now') - 2440587.5) * 86400), actor, 'update', 'match',
    CAST(NEW.seller || ' ' || NEW.buyer AS TEXT), json_object('seller', OLD.seller, 'buyer', OLD.buyer,
      'score', OLD.score, 'reasons', OLD.reasons), json_object('seller', NEW.seller, 'buyer', NEW.buyer,
      'score', NEW.score, 'reasons', NEW.reasons)
  FROM audit_context;
END;
CREATE TRIGGER match_delete_is_logged AFTER delete ON match
WHEN (SELECT is_detailed FROM audit_context)
BEGIN
  INSERT INTO audit_log (at, actor, action, table_name, row_id, before, after)
  SELECT COALESCE(at, (julianday('now') - 2440587.5) * 86400), actor, 'delete', 'match',
    CAST(OLD.seller || ' ' || OLD.buyer AS TEXT), json_object('seller', OLD.seller, 'buyer', OLD.buyer,
      'score', OLD.score, 'reasons', OLD.reasons), NULL
  FROM audit_context;
END;
CREATE TRIGGER run_insert_is_logged AFTER insert ON run
WHEN (SELECT is_detailed FROM audit_context)
BEGIN
  INSERT INTO audit_log (at, actor, action, table_name, row_id, before, after)
  SELECT COALESCE(at, (julianday('now') - 2440587.5) * 86400), actor, 'insert', 'run',
    CAST(NEW.id AS TEXT), NULL, json_object('id', NEW.id, 'started_at', NEW.started_at, 'seed', NEW.seed,
      'time_limit_seconds', NEW.time_limit_seconds, 'elapsed_seconds', NEW.elapsed_seconds, 'status', NEW.status,
      'placed_weight', NEW.placed_weight, 'placed', NEW.placed, 'breaks', NEW.breaks,
      'idle_slots', NEW.idle_slots, 'hall_changes', NEW.hall_changes, 'worst_share', NEW.worst_share,
      'bound_weight', NEW.bound_weight, 'bound_breaks', NEW.bound_breaks)
  FROM audit_context;
END;
CREATE TRIGGER run_update_is_logged AFTER update ON run
WHEN (SELECT is_detailed FROM audit_context) AND json_object('id', OLD.id, 'started_at', OLD.started_at,
  'seed', OLD.seed, 'time_limit_seconds', OLD.time_limit_seconds, 'elapsed_seconds', OLD.elapsed_seconds,
  'status', OLD.status, 'placed_weight', OLD.placed_weight, 'placed', OLD.placed, 'breaks', OLD.breaks,
  'idle_slots', OLD.idle_slots, 'hall_changes', OLD.hall_changes, 'worst_share', OLD.worst_share,
  'bound_weight', OLD.bound_weight, 'bound_breaks', OLD.bound_breaks) <> json_object('id', NEW.id,
  'started_at', NEW.started_at, 'seed', NEW.seed, 'time_limit_seconds', NEW.time_limit_seconds,
  'elapsed_seconds', NEW.elapsed_seconds, 'status', NEW.status, 'placed_weight', NEW.placed_weight,
  'placed', NEW.placed, 'breaks', NEW.breaks, 'idle_slots', NEW.idle_slots, 'hall_changes', NEW.hall_changes,
  'worst_share', NEW.worst_share, 'bound_weight', NEW.bound_weight, 'bound_breaks', NEW.bound_breaks)
BEGIN
  INSERT INTO audit_log (at, actor, action, table_name, row_id, before, after)
  SELECT COALESCE(at, (julianday('now') - 2440587.5) * 86400), actor, 'update', 'run',
    CAST(NEW.id AS TEXT), json_object('id', OLD.id, 'started_at', OLD.started_at, 'seed', OLD.seed,
      'time_limit_seconds', OLD.time_limit_seconds, 'elapsed_seconds', OLD.elapsed_seconds, 'status', OLD.status,
      'placed_weight', OLD.placed_weight, 'placed', OLD.placed, 'breaks', OLD.breaks,
      'idle_slots', OLD.idle_slots, 'hall_changes', OLD.hall_changes, 'worst_share', OLD.worst_share,
      'bound_weight', OLD.bound_weight, 'bound_breaks', OLD.bound_breaks), json_object('id', NEW.id,
      'started_at', NEW.started_at, 'seed', NEW.seed, 'time_limit_seconds', NEW.time_limit_seconds,
      'elapsed_seconds', NEW.elapsed_seconds, 'status', NEW.status, 'placed_weight', NEW.placed_weight,
      'placed', NEW.placed, 'breaks', NEW.breaks, 'idle_slots', NEW.idle_slots, 'hall_changes', NEW.hall_changes,
      'worst_share', NEW.worst_share, 'bound_weight', NEW.bound_weight, 'bound_breaks', NEW.bound_breaks)
  FROM audit_context;
END;
CREATE TRIGGER run_delete_is_logged AFTER delete ON run
WHEN (SELECT is_detailed FROM audit_context)
BEGIN
  INSERT INTO audit_log (at, actor, action, table_name, row_id, before, after)
  SELECT COALESCE(at, (julianday('now') - 2440587.5) * 86400), actor, 'delete', 'run',
    CAST(OLD.id AS TEXT), json_object('id', OLD.id, 'started_at', OLD.started_at, 'seed', OLD.seed,
      'time_limit_seconds', OLD.time_limit_seconds, 'elapsed_seconds', OLD.elapsed_seconds, 'status', OLD.status,
      'placed_weight', OLD.placed_weight, 'placed', OLD.placed, 'breaks', OLD.breaks,
      'idle_slots', OLD.idle_slots, 'hall_changes', OLD.hall_changes, 'worst_share', OLD.worst_share,
      'bound_weight', OLD.bound_weight, 'bound_breaks', OLD.bound_breaks), NULL
  FROM audit_context;
END;
CREATE TRIGGER meeting_insert_is_logged AFTER insert ON meeting
WHEN (SELECT is_detailed FROM audit_context)
BEGIN
  INSERT INTO audit_log (at, actor, action, table_name, row_id, before, after)
  SELECT COALESCE(at, (julianday('now') - 2440587.5) * 86400), actor, 'insert', 'meeting',
    CAST(NEW.run || ' ' || NEW.request AS TEXT), NULL, json_object('run', NEW.run, 'request', NEW.request,
      'slot', NEW.slot, 'hall', NEW.hall, 'stand', NEW.stand, 'table_code', NEW.table_code,
      'interpreter', NEW.interpreter)
  FROM audit_context;
END;
CREATE TRIGGER meeting_update_is_logged AFTER update ON meeting
WHEN (SELECT is_detailed FROM audit_context) AND json_object('run', OLD.run, 'request', OLD.request,
  'slot', OLD.slot, 'hall', OLD.hall, 'stand', OLD.stand, 'table_code', OLD.table_code,
  'interpreter', OLD.interpreter) <> json_object('run', NEW.run, 'request', NEW.request, 'slot', NEW.slot,
  'hall', NEW.hall, 'stand', NEW.stand, 'table_code', NEW.table_code, 'interpreter', NEW.interpreter)
BEGIN
  INSERT INTO audit_log (at, actor, action, table_name, row_id, before, after)
  SELECT COALESCE(at, (julianday('now') - 2440587.5) * 86400), actor, 'update', 'meeting',
    CAST(NEW.run || ' ' || NEW.request AS TEXT), json_object('run', OLD.run, 'request', OLD.request,
      'slot', OLD.slot, 'hall', OLD.hall, 'stand', OLD.stand, 'table_code', OLD.table_code,
      'interpreter', OLD.interpreter), json_object('run', NEW.run, 'request', NEW.request, 'slot', NEW.slot,
      'hall', NEW.hall, 'stand', NEW.stand, 'table_code', NEW.table_code, 'interpreter', NEW.interpreter)
  FROM audit_context;
END;
CREATE TRIGGER meeting_delete_is_logged AFTER delete ON meeting
WHEN (SELECT is_detailed FROM audit_context)
BEGIN
  INSERT INTO audit_log (at, actor, action, table_name, row_id, before, after)
  SELECT COALESCE(at, (julianday('now') - 2440587.5) * 86400), actor, 'delete', 'meeting',
    CAST(OLD.run || ' ' || OLD.request AS TEXT), json_object('run', OLD.run, 'request', OLD.request,
      'slot', OLD.slot, 'hall', OLD.hall, 'stand', OLD.stand, 'table_code', OLD.table_code,
      'interpreter', OLD.interpreter), NULL
  FROM audit_context;
END;
CREATE TRIGGER unplaced_insert_is_logged AFTER insert ON unplaced
WHEN (SELECT is_detailed FROM audit_context)
BEGIN
  INSERT INTO audit_log (at, actor, action, table_name, row_id, before, after)
  SELECT COALESCE(at, (julianday('now') - 2440587.5) * 86400), actor, 'insert', 'unplaced',
    CAST(NEW.run || ' ' || NEW.request AS TEXT), NULL, json_object('run', NEW.run, 'request', NEW.request,
      'weight', NEW.weight, 'kind', NEW.kind, 'reason', NEW.reason)
  FROM audit_context;
END;
CREATE TRIGGER unplaced_update_is_logged AFTER update ON unplaced
WHEN (SELECT is_detailed FROM audit_context) AND json_object('run', OLD.run, 'request', OLD.request,
  'weight', OLD.weight, 'kind', OLD.kind, 'reason', OLD.reason) <> json_object('run', NEW.run,
  'request', NEW.request, 'weight', NEW.weight, 'kind', NEW.kind, 'reason', NEW.reason)
BEGIN
  INSERT INTO audit_log (at, actor, action, table_name, row_id, before, after)
  SELECT COALESCE(at, (julianday('now') - 2440587.5) * 86400), actor, 'update', 'unplaced',
    CAST(NEW.run || ' ' || NEW.request AS TEXT), json_object('run', OLD.run, 'request', OLD.request,
      'weight', OLD.weight, 'kind', OLD.kind, 'reason', OLD.reason), json_object('run', NEW.run,
      'request', NEW.request, 'weight', NEW.weight, 'kind', NEW.kind, 'reason', NEW.reason)
  FROM audit_context;
END;
CREATE TRIGGER unplaced_delete_is_logged AFTER delete ON unplaced
WHEN (SELECT is_detailed FROM audit_context)
BEGIN
  INSERT INTO audit_log (at, actor, action, table_name, row_id, before, after)
  SELECT COALESCE(at, (julianday('now') - 2440587.5) * 86400), actor, 'delete', 'unplaced',
    CAST(OLD.run || ' ' || OLD.request AS TEXT), json_object('run', OLD.run, 'request', OLD.request,
      'weight', OLD.weight, 'kind', OLD.kind, 'reason', OLD.reason), NULL
  FROM audit_context;
END;
CREATE TRIGGER unplaced_detail_insert_is_logged AFTER insert ON unplaced_detail
WHEN (SELECT is_detailed FROM audit_context)
BEGIN
  INSERT INTO audit_log (at, actor, action, table_name, row_id, before, after)
  SELECT COALESCE(at, (julianday('now') - 2440587.5) * 86400), actor, 'insert', 'unplaced_detail',
    CAST(NEW.run || ' ' || NEW.request AS TEXT), NULL, json_object('run', NEW.run, 'request', NEW.request,
      'detail', NEW.detail)
  FROM audit_context;
END;
CREATE TRIGGER unplaced_detail_update_is_logged AFTER update ON unplaced_detail
WHEN (SELECT is_detailed FROM audit_context) AND json_object('run', OLD.run, 'request', OLD.request,
  'detail', OLD.detail) <> json_object('run', NEW.run, 'request', NEW.request, 'detail', NEW.detail)
BEGIN
  INSERT INTO audit_log (at, actor, action, table_name, row_id, before, after)
  SELECT COALESCE(at, (julianday('now') - 2440587.5) * 86400), actor, 'update', 'unplaced_detail',
    CAST(NEW.run || ' ' || NEW.request AS TEXT), json_object('run', OLD.run, 'request', OLD.request,
      'detail', OLD.detail), json_object('run', NEW.run, 'request', NEW.request, 'detail', NEW.detail)
  FROM audit_context;
END;
CREATE TRIGGER unplaced_detail_delete_is_logged AFTER delete ON unplaced_detail
WHEN (SELECT is_detailed FROM audit_context)
BEGIN
  INSERT INTO audit_log (at, actor, action, table_name, row_id, before, after)
  SELECT COALESCE(at, (julianday('now') - 2440587.5) * 86400), actor, 'delete', 'unplaced_detail',
    CAST(OLD.run || ' ' || OLD.request AS TEXT), json_object('run', OLD.run, 'request', OLD.request,
      'detail', OLD.detail), NULL
  FROM audit_context;
END;
CREATE TRIGGER run_explanation_insert_is_logged AFTER insert ON run_explanation
WHEN (SELECT is_detailed FROM audit_context)
BEGIN
  INSERT INTO audit_log (at, actor, action, table_name, row_id, before, after)
  SELECT COALESCE(at, (julianday('now') - 2440587.5) * 86400), actor, 'insert', 'run_explanation',
    CAST(NEW.run AS TEXT), NULL, json_object('run', NEW.run, 'scarcities', NEW.scarcities,
      'worst_served', NEW.worst_served)
  FROM audit_context;
END;
CREATE TRIGGER run_explanation_update_is_logged AFTER update ON run_explanation
WHEN (SELECT is_detailed FROM audit_context) AND json_object('run', OLD.run, 'scarcities', OLD.scarcities,
  'worst_served', OLD.worst_served) <> json_object('run', NEW.run, 'scarcities', NEW.scarcities,
  'worst_served', NEW.worst_served)
BEGIN
  INSERT INTO audit_log (at, actor, action, table_name, row_id, before, after)
  SELECT COALESCE(at, (julianday('now') - 2440587.5) * 86400), actor, 'update', 'run_explanation',
    CAST(NEW.run AS TEXT), json_object('run', OLD.run, 'scarcities', OLD.scarcities,
      'worst_served', OLD.worst_served), json_object('run', NEW.run, 'scarcities', NEW.scarcities,
      'worst_served', NEW.worst_served)
  FROM audit_context;
END;
CREATE TRIGGER run_explanation_delete_is_logged AFTER delete ON run_explanation
WHEN (SELECT is_detailed FROM audit_context)
BEGIN
  INSERT INTO audit_log (at, actor, action, table_name, row_id, before, after)
  SELECT COALESCE(at, (julianday('now') - 2440587.5) * 86400), actor, 'delete', 'run_explanation',
    CAST(OLD.run AS TEXT), json_object('run', OLD.run, 'scarcities', OLD.scarcities,
      'worst_served', OLD.worst_served), NULL
  FROM audit_context;
END;
CREATE TRIGGER outcome_insert_is_logged AFTER insert ON outcome
WHEN (SELECT is_detailed FROM audit_context)
BEGIN
  INSERT INTO audit_log (at, actor, action, table_name, row_id, before, after)
  SELECT COALESCE(at, (julianday('now') - 2440587.5) * 86400), actor, 'insert', 'outcome',
    CAST(NEW.request AS TEXT), NULL, json_object('request', NEW.request, 'kind', NEW.kind, 'note', NEW.note)
  FROM audit_context;
END;
CREATE TRIGGER outcome_update_is_logged AFTER update ON outcome
WHEN (SELECT is_detailed FROM audit_context) AND json_object('request', OLD.request, 'kind', OLD.kind,
  'note', OLD.note) <> json_object('request', NEW.request, 'kind', NEW.kind, 'note', NEW.note)
BEGIN
  INSERT INTO audit_log (at, actor, action, table_name, row_id, before, after)
  SELECT COALESCE(at, (julianday('now') - 2440587.5) * 86400), actor, 'update', 'outcome',
    CAST(NEW.request AS TEXT), json_object('request', OLD.request, 'kind', OLD.kind,
      'note', OLD.note), json_object('request', NEW.request, 'kind', NEW.kind, 'note', NEW.note)
  FROM audit_context;
END;
CREATE TRIGGER outcome_delete_is_logged AFTER delete ON outcome
WHEN (SELECT is_detailed FROM audit_context)
BEGIN
  INSERT INTO audit_log (at, actor, action, table_name, row_id, before, after)
  SELECT COALESCE(at, (julianday('now') - 2440587.5) * 86400), actor, 'delete', 'outcome',
    CAST(OLD.request AS TEXT), json_object('request', OLD.request, 'kind', OLD.kind, 'note', OLD.note), NULL
  FROM audit_context;
END;
CREATE TRIGGER publication_insert_is_logged AFTER insert ON publication
WHEN (SELECT is_detailed FROM audit_context)
BEGIN
  INSERT INTO audit_log (at, actor, action, table_name, row_id, before, after)
  SELECT COALESCE(at, (julianday('now') - 2440587.5) * 86400), actor, 'insert', 'publication',
    CAST(NEW.number AS TEXT), NULL, json_object('number', NEW.number, 'run', NEW.run,
      'published_at', NEW.published_at, 'published_by', NEW.published_by)
  FROM audit_context;
END;
CREATE TRIGGER publication_update_is_logged AFTER update ON publication
WHEN (SELECT is_detailed FROM audit_context) AND json_object('number', OLD.number, 'run', OLD.run,
  'published_at', OLD.published_at, 'published_by', OLD.published_by) <> json_object('number', NEW.number,
  'run', NEW.run, 'published_at', NEW.published_at, 'published_by', NEW.published_by)
BEGIN
  INSERT INTO audit_log (at, actor, action, table_name, row_id, before, after)
  SELECT COALESCE(at, (julianday('now') - 2440587.5) * 86400), actor, 'update', 'publication',
    CAST(NEW.number AS TEXT), json_object('number', OLD.number, 'run', OLD.run, 'published_at', OLD.published_at,
      'published_by', OLD.published_by), json_object('number', NEW.number, 'run', NEW.run,
      'published_at', NEW.published_at, 'published_by', NEW.published_by)
  FROM audit_context;
END;
CREATE TRIGGER publication_delete_is_logged AFTER delete ON publication
WHEN (SELECT is_detailed FROM audit_context)
BEGIN
  INSERT INTO audit_log (at, actor, action, table_name, row_id, before, after)
  SELECT COALESCE(at, (julianday('now') - 2440587.5) * 86400), actor, 'delete', 'publication',
    CAST(OLD.number AS TEXT), json_object('number', OLD.number, 'run', OLD.run, 'published_at', OLD.published_at,
      'published_by', OLD.published_by), NULL
  FROM audit_context;
END;
CREATE TRIGGER calendar_entry_insert_is_logged AFTER insert ON calendar_entry
WHEN (SELECT is_detailed FROM audit_context)
BEGIN
  INSERT INTO audit_log (at, actor, action, table_name, row_id, before, after)
  SELECT COALESCE(at, (julianday('now') - 2440587.5) * 86400), actor, 'insert', 'calendar_entry',
    CAST(NEW.request AS TEXT), NULL, json_object('request', NEW.request, 'uid', NEW.uid, 'sequence', NEW.sequence,
      'is_cancelled', NEW.is_cancelled, 'changed_at', NEW.changed_at, 'slot', NEW.slot, 'hall', NEW.hall,
      'stand', NEW.stand, 'table_code', NEW.table_code, 'interpreter', NEW.interpreter, 'date', NEW.date,
      'starts', NEW.starts, 'ends', NEW.ends, 'time_zone', NEW.time_zone)
  FROM audit_context;
END;
CREATE TRIGGER calendar_entry_update_is_logged AFTER update ON calendar_entry
WHEN (SELECT is_detailed FROM audit_context) AND json_object('request', OLD.request, 'uid', OLD.uid,
  'sequence', OLD.sequence, 'is_cancelled', OLD.is_cancelled, 'changed_at', OLD.changed_at, 'slot', OLD.slot,
  'hall', OLD.hall, 'stand', OLD.stand, 'table_code', OLD.table_code, 'interpreter', OLD.interpreter,
  'date', OLD.date, 'starts', OLD.starts, 'ends', OLD.ends,
  'time_zone', OLD.time_zone) <> json_object('request', NEW.request, 'uid', NEW.uid, 'sequence', NEW.sequence,
  'is_cancelled', NEW.is_cancelled, 'changed_at', NEW.changed_at, 'slot', NEW.slot, 'hall', NEW.hall,
  'stand', NEW.stand, 'table_code', NEW.table_code, 'interpreter', NEW.interpreter, 'date', NEW.date,
  'starts', NEW.starts, 'ends', NEW.ends, 'time_zone', NEW.time_zone)
BEGIN
  INSERT INTO audit_log (at, actor, action, table_name, row_id, before, after)
  SELECT COALESCE(at, (julianday('now') - 2440587.5) * 86400), actor, 'update', 'calendar_entry',
    CAST(NEW.request AS TEXT), json_object('request', OLD.request, 'uid', OLD.uid, 'sequence', OLD.sequence,
      'is_cancelled', OLD.is_cancelled, 'changed_at', OLD.changed_at, 'slot', OLD.slot, 'hall', OLD.hall,
      'stand', OLD.stand, 'table_code', OLD.table_code, 'interpreter', OLD.interpreter, 'date', OLD.date,
      'starts', OLD.starts, 'ends', OLD.ends, 'time_zone', OLD.time_zone), json_object('request', NEW.request,
      'uid', NEW.uid, 'sequence', NEW.sequence, 'is_cancelled', NEW.is_cancelled, 'changed_at', NEW.changed_at,
      'slot', NEW.slot, 'hall', NEW.hall, 'stand', NEW.stand, 'table_code', NEW.table_code,
      'interpreter', NEW.interpreter, 'date', NEW.date, 'starts', NEW.starts, 'ends', NEW.ends,
      'time_zone', NEW.time_zone)
  FROM audit_context;
END;
CREATE TRIGGER calendar_entry_delete_is_logged AFTER delete ON calendar_entry
WHEN (SELECT is_detailed FROM audit_context)
BEGIN
  INSERT INTO audit_log (at, actor, action, table_name, row_id, before, after)
  SELECT COALESCE(at, (julianday('now') - 2440587.5) * 86400), actor, 'delete', 'calendar_entry',
    CAST(OLD.request AS TEXT), json_object('request', OLD.request, 'uid', OLD.uid, 'sequence', OLD.sequence,
      'is_cancelled', OLD.is_cancelled, 'changed_at', OLD.changed_at, 'slot', OLD.slot, 'hall', OLD.hall,
      'stand', OLD.stand, 'table_code', OLD.table_code, 'interpreter', OLD.interpreter, 'date', OLD.date,
      'starts', OLD.starts, 'ends', OLD.ends, 'time_zone', OLD.time_zone), NULL
  FROM audit_context;
END;
CREATE TRIGGER account_insert_is_logged AFTER insert ON account
WHEN (SELECT is_detailed FROM audit_context)
BEGIN
  INSERT INTO audit_log (at, actor, action, table_name, row_id, before, after)
  SELECT COALESCE(at, (julianday('now') - 2440587.5) * 86400), actor, 'insert', 'account',
    CAST(NEW.id AS TEXT), NULL, json_object('id', NEW.id, 'role', NEW.role, 'scope', NEW.scope,
      'language', NEW.language, 'status', NEW.status)
  FROM audit_context;
END;
CREATE TRIGGER account_update_is_logged AFTER update ON account
WHEN (SELECT is_detailed FROM audit_context) AND json_object('id', OLD.id, 'role', OLD.role, 'scope', OLD.scope,
  'language', OLD.language, 'status', OLD.status) <> json_object('id', NEW.id, 'role', NEW.role,
  'scope', NEW.scope, 'language', NEW.language, 'status', NEW.status)
BEGIN
  INSERT INTO audit_log (at, actor, action, table_name, row_id, before, after)
  SELECT COALESCE(at, (julianday('now') - 2440587.5) * 86400), actor, 'update', 'account',
    CAST(NEW.id AS TEXT), json_object('id', OLD.id, 'role', OLD.role, 'scope', OLD.scope,
      'language', OLD.language, 'status', OLD.status), json_object('id', NEW.id, 'role', NEW.role,
      'scope', NEW.scope, 'language', NEW.language, 'status', NEW.status)
  FROM audit_context;
END;
CREATE TRIGGER account_delete_is_logged AFTER delete ON account
WHEN (SELECT is_detailed FROM audit_context)
BEGIN
  INSERT INTO audit_log (at, actor, action, table_name, row_id, before, after)
  SELECT COALESCE(at, (julianday('now') - 2440587.5) * 86400), actor, 'delete', 'account',
    CAST(OLD.id AS TEXT), json_object('id', OLD.id, 'role', OLD.role, 'scope', OLD.scope,
      'language', OLD.language, 'status', OLD.status), NULL
  FROM audit_context;
END;
CREATE TRIGGER access_token_insert_is_logged AFTER insert ON access_token
WHEN (SELECT is_detailed FROM audit_context)
BEGIN
  INSERT INTO audit_log (at, actor, action, table_name, row_id, before, after)
  SELECT COALESCE(at, (julianday('now') - 2440587.5) * 86400), actor, 'insert', 'access_token',
    CAST(NEW.id AS TEXT), NULL, json_object('id', NEW.id, 'account', NEW.account, 'scopes', NEW.scopes,
      'expires_at', NEW.expires_at)
  FROM audit_context;
END;
CREATE TRIGGER access_token_update_is_logged AFTER update ON access_token
WHEN (SELECT is_detailed FROM audit_context) AND json_object('id', OLD.id, 'account', OLD.account,
  'scopes', OLD.scopes, 'expires_at', OLD.expires_at) <> json_object('id', NEW.id, 'account', NEW.account,
  'scopes', NEW.scopes, 'expires_at', NEW.expires_at)
BEGIN
  INSERT INTO audit_log (at, actor, action, table_name, row_id, before, after)
  SELECT COALESCE(at, (julianday('now') - 2440587.5) * 86400), actor, 'update', 'access_token',
    CAST(NEW.id AS TEXT), json_object('id', OLD.id, 'account', OLD.account, 'scopes', OLD.scopes,
      'expires_at', OLD.expires_at), json_object('id', NEW.id, 'account', NEW.account, 'scopes', NEW.scopes,
      'expires_at', NEW.expires_at)
  FROM audit_context;
END;
CREATE TRIGGER access_token_delete_is_logged AFTER delete ON access_token
WHEN (SELECT is_detailed FROM audit_context)
BEGIN
  INSERT INTO audit_log (at, actor, action, table_name, row_id, before, after)
  SELECT COALESCE(at, (julianday('now') - 2440587.5) * 86400), actor, 'delete', 'access_token',
    CAST(OLD.id AS TEXT), json_object('id', OLD.id, 'account', OLD.account, 'scopes', OLD.scopes,
      'expires_at', OLD.expires_at), NULL
  FROM audit_context;
END;
CREATE TRIGGER registration_insert_is_logged AFTER insert ON registration
WHEN (SELECT is_detailed FROM audit_context)
BEGIN
  INSERT INTO audit_log (at, actor, action, table_name, row_id, before, after)
  SELECT COALESCE(at, (julianday('now') - 2440587.5) * 86400), actor, 'insert', 'registration',
    CAST(NEW.id AS TEXT), NULL, json_object('id', NEW.id, 'status', NEW.status, 'enterprise', NEW.enterprise,
      'language', NEW.language)
  FROM audit_context;
END;
CREATE TRIGGER registration_update_is_logged AFTER update ON registration
WHEN (SELECT is_detailed FROM audit_context) AND json_object('id', OLD.id, 'status', OLD.status,
  'enterprise', OLD.enterprise, 'language', OLD.language) <> json_object('id', NEW.id, 'status', NEW.status,
  'enterprise', NEW.enterprise, 'language', NEW.language)
BEGIN
  INSERT INTO audit_log (at, actor, action, table_name, row_id, before, after)
  SELECT COALESCE(at, (julianday('now') - 2440587.5) * 86400), actor, 'update', 'registration',
    CAST(NEW.id AS TEXT), json_object('id', OLD.id, 'status', OLD.status, 'enterprise', OLD.enterprise,
      'language', OLD.language), json_object('id', NEW.id, 'status', NEW.status, 'enterprise', NEW.enterprise,
      'language', NEW.language)
  FROM audit_context;
END;
CREATE TRIGGER registration_delete_is_logged AFTER delete ON registration
WHEN (SELECT is_detailed FROM audit_context)
BEGIN
  INSERT INTO audit_log (at, actor, action, table_name, row_id, before, after)
  SELECT COALESCE(at, (julianday('now') - 2440587.5) * 86400), actor, 'delete', 'registration',
    CAST(OLD.id AS TEXT), json_object('id', OLD.id, 'status', OLD.status, 'enterprise', OLD.enterprise,
      'language', OLD.language), NULL
  FROM audit_context;
END;
CREATE TRIGGER retention_insert_is_logged AFTER insert ON retention
WHEN (SELECT is_detailed FROM audit_context)
BEGIN
  INSERT INTO audit_log (at, actor, action, table_name, row_id, before, after)
  SELECT COALESCE(at, (julianday('now') - 2440587.5) * 86400), actor, 'insert', 'retention',
    CAST(NEW.id AS TEXT), NULL, json_object('id', NEW.id, 'days', NEW.days)
  FROM audit_context;
END;
CREATE TRIGGER retention_update_is_logged AFTER update ON retention
WHEN (SELECT is_detailed FROM audit_context) AND json_object('id', OLD.id,
  'days', OLD.days) <> json_object('id', NEW.id, 'days', NEW.days)
BEGIN
  INSERT INTO audit_log (at, actor, action, table_name, row_id, before, after)
  SELECT COALESCE(at, (julianday('now') - 2440587.5) * 86400), actor, 'update', 'retention',
    CAST(NEW.id AS TEXT), json_object('id', OLD.id, 'days', OLD.days), json_object('id', NEW.id, 'days', NEW.days)
  FROM audit_context;
END;
CREATE TRIGGER retention_delete_is_logged AFTER delete ON retention
WHEN (SELECT is_detailed FROM audit_context)
BEGIN
  INSERT INTO audit_log (at, actor, action, table_name, row_id, before, after)
  SELECT COALESCE(at, (julianday('now') - 2440587.5) * 86400), actor, 'delete', 'retention',
    CAST(OLD.id AS TEXT), json_object('id', OLD.id, 'days', OLD.days), NULL
  FROM audit_context;
END;
CREATE TRIGGER delegation_quota_insert_is_logged AFTER insert ON delegation_quota
WHEN (SELECT is_detailed FROM audit_context)
BEGIN
  INSERT INTO audit_log (at, actor, action, table_name, row_id, before, after)
  SELECT COALESCE(at, (julianday('now') - 2440587.5) * 86400), actor, 'insert', 'delegation_quota',
    CAST(NEW.delegation AS TEXT), NULL, json_object('delegation', NEW.delegation, 'stands', NEW.stands,
      'meetings', NEW.meetings, 'interpreter_hours', NEW.interpreter_hours)
  FROM audit_context;
END;
CREATE TRIGGER delegation_quota_update_is_logged AFTER update ON delegation_quota
WHEN (SELECT is_detailed FROM audit_context) AND json_object('delegation', OLD.delegation, 'stands', OLD.stands,
  'meetings', OLD.meetings,
  'interpreter_hours', OLD.interpreter_hours) <> json_object('delegation', NEW.delegation, 'stands', NEW.stands,
  'meetings', NEW.meetings, 'interpreter_hours', NEW.interpreter_hours)
BEGIN
  INSERT INTO audit_log (at, actor, action, table_name, row_id, before, after)
  SELECT COALESCE(at, (julianday('now') - 2440587.5) * 86400), actor, 'update', 'delegation_quota',
    CAST(NEW.delegation AS TEXT), json_object('delegation', OLD.delegation, 'stands', OLD.stands,
      'meetings', OLD.meetings,
      'interpreter_hours', OLD.interpreter_hours), json_object('delegation', NEW.delegation, 'stands', NEW.stands,
      'meetings', NEW.meetings, 'interpreter_hours', NEW.interpreter_hours)
  FROM audit_context;
END;
CREATE TRIGGER delegation_quota_delete_is_logged AFTER delete ON delegation_quota
WHEN (SELECT is_detailed FROM audit_context)
BEGIN
  INSERT INTO audit_log (at, actor, action, table_name, row_id, before, after)
  SELECT COALESCE(at, (julianday('now') - 2440587.5) * 86400), actor, 'delete', 'delegation_quota',
    CAST(OLD.delegation AS TEXT), json_object('delegation', OLD.delegation, 'stands', OLD.stands,
      'meetings', OLD.meetings, 'interpreter_hours', OLD.interpreter_hours), NULL
  FROM audit_context;
END;
