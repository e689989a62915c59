-- What the shops sell: products, the tree of their categories, and brands. Small tables that every sale reads and few people write.

create schema catalog;

create table catalog.category (
  code    text   primary key,
  name    text   not null,
  name_en text,
  parent  text   references catalog.category,
  path    text[] not null,                    -- codes from the root down to its own: rules for a category hold for what is below it
  constraint category_path_ends_in_itself check (path[cardinality(path)] = code),
  constraint category_under_a_root_has_no_parent check ((parent is null) = (cardinality(path) = 1))
);
create index category_by_ancestor on catalog.category using gin (path);

create table catalog.brand (
  code    text primary key,
  name    text not null,
  name_en text
);

create table catalog.product (
  product_id    uuid        primary key,
  sku           text        not null constraint sku_names_one_product unique,
  name          text        not null,
  name_en       text,
  name_search   text        not null,         -- lower case, then full pinyin, then initials, then English, one per line
  name_grams    text[]      not null,
  category      text        references catalog.category,
  brand         text        references catalog.brand,
  labels        text[]      not null default '{}',
  list_price    bigint      constraint list_price_is_not_negative check (list_price >= 0),   -- minor units of the programme's currency
  tax_rate      int         constraint tax_rate_is_a_share check (tax_rate between 0 and 10000),   -- hundredths of a per cent: 1300 is 13 %
  unit          text,                         -- box, bottle, kg …
  prescription  boolean     not null default false,
  earns         boolean     not null default true,   -- false: never earns points, whatever the charter says
  status        text        not null default 'active' constraint status_of_product_is_known check (status in ('active', 'retired')),
  version       int         not null default 1,
  updated_at    timestamptz not null
);
create index product_by_category on catalog.product (category);
create index product_by_name on catalog.product using gin (name_grams);
create index product_by_label on catalog.product using gin (labels);

create table catalog.barcode (
  barcode    text primary key,
  product_id uuid not null references catalog.product on delete cascade
);
create index barcode_by_product on catalog.barcode (product_id);

-- Products for lists and reports of other rooms.
create view catalog.v_product as
  select product.product_id, product.sku, product.name, product.name_en, product.category, category.path as category_path,
         product.brand, product.labels, product.list_price, product.prescription, product.earns, product.status, product.version
    from catalog.product left join catalog.category on category.code = product.category;

-- Always empty.
create view catalog.v_broken as
  select 'category does not lie where its parent does' as fault, category.code as id
    from catalog.category join catalog.category as parent on parent.code = category.parent
   where category.path <> parent.path || category.code;
