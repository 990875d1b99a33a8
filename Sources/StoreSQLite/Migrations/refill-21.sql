
INSERT INTO product SELECT * FROM kept_product;
INSERT INTO demand SELECT * FROM kept_demand;

-- The terms were JSON of what was typed; a code that an import gave to another product meanwhile is not taken from it.
INSERT INTO product
SELECT
  CASE WHEN code IN (SELECT code FROM kept_product) THEN code || '-' || lower(hex(randomblob(6))) ELSE code END,
  enterprise, NULL, name_zh, name_ru, name_en, about_zh, about_ru, about_en, gtin,
  NULLIF(terms ->> '$.brand', ''),
  NULLIF(CAST(replace(replace(terms ->> '$.quantity', ' ', ''), char(160), '') AS INTEGER), 0),
  NULLIF(terms ->> '$.unit', ''), NULLIF(terms ->> '$.incoterm', ''), NULLIF(terms ->> '$.place', ''),
  COALESCE((
    SELECT json_group_array(trim(value)) FROM json_each(
      '[' || replace(json_quote(replace(replace(terms ->> '$.certificates', '；', ';'), char(10), ';')), ';', '","') || ']'
    ) WHERE trim(value) <> ''
  ), '[]'),
  CASE terms ->> '$.privateLabel' WHEN 'yes' THEN 1 WHEN 'no' THEN 0 END
FROM kept_good WHERE kind = 'product';

INSERT INTO demand
SELECT
  CASE WHEN code IN (SELECT code FROM kept_demand) THEN code || '-' || lower(hex(randomblob(6))) ELSE code END,
  enterprise, NULL, name_zh, name_ru, name_en, COALESCE((
    SELECT json_group_array(value) FROM json_each(
      '[' || replace(json_quote(replace(replace(replace(replace(replace(replace(replace(replace(
        upper(targets), ';', ','), '，', ','), '；', ','), '、', ','), ' ', ','), char(10), ','), char(9), ','),
        char(13), ',')), ',', '","') || ']'
    ) WHERE value <> ''
  ), '[]')
FROM kept_good WHERE kind = 'demand';

DROP TABLE kept_product;
DROP TABLE kept_demand;
DROP TABLE kept_good;

-- They are found from now on.
INSERT INTO search_stale SELECT 'product', code FROM product WHERE hs_code IS NULL
  AND NOT EXISTS (SELECT 1 FROM search_stale WHERE kind = 'product' AND search_stale.code = product.code);
INSERT INTO search_stale SELECT 'demand', code FROM demand WHERE hs_prefix IS NULL
  AND NOT EXISTS (SELECT 1 FROM search_stale WHERE kind = 'demand' AND search_stale.code = demand.code);

