-- Version 21: those of the tables that were made anew, as they were

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
CREATE TRIGGER product_takes_its_images AFTER DELETE ON product BEGIN
  DELETE FROM product_image WHERE product = OLD.code AND enterprise = OLD.enterprise;
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
