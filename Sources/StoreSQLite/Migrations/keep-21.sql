-- Version 21: a product or a demand may stand in its own table before it has an HS code

CREATE TABLE kept_product AS SELECT * FROM product;
CREATE TABLE kept_demand AS SELECT * FROM demand;
CREATE TABLE kept_good AS SELECT * FROM uncoded_good;
