DROP TABLE product;
DROP TABLE demand;
DROP TABLE uncoded_good;

CREATE TABLE product (
  code TEXT PRIMARY KEY, enterprise TEXT NOT NULL REFERENCES enterprise, hs_code TEXT,
  name_zh TEXT, name_ru TEXT, name_en TEXT, about_zh TEXT, about_ru TEXT, about_en TEXT, gtin TEXT,
  brand TEXT, moq INTEGER CHECK (moq > 0), moq_unit TEXT, incoterm TEXT, incoterm_place TEXT,
  certificates TEXT NOT NULL DEFAULT '[]', private_label INTEGER CHECK (private_label IN (0, 1))
) STRICT, WITHOUT ROWID;
CREATE INDEX product_by_enterprise ON product (enterprise);

CREATE TABLE demand (
  code TEXT PRIMARY KEY, enterprise TEXT NOT NULL REFERENCES enterprise, hs_prefix TEXT,
  text_zh TEXT, text_ru TEXT, text_en TEXT, target_regions TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX demand_by_enterprise ON demand (enterprise);

CREATE INDEX throttle_spending_by_time ON throttle_spending (at);
