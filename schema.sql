-- Made by "changke generate" from a database with every migration. Do not edit.

-- schemas

create schema audit;
create schema backups;
create schema cards;
create schema catalog;
create schema charter;
create schema imports;
create schema kernel;
create schema ledger;
create schema members;
create schema org;
create schema points;
create schema purchases;
create schema setup;
create schema tiers;
create schema wallets;

-- sequences

create sequence members.number;

-- tables

create table audit.seal (
  chain text not null,
  number bigint not null,
  from_xid bigint not null,
  until_xid bigint not null,
  count integer not null,
  columns text[] not null,
  listing bytea not null,
  content bytea not null,
  digest bytea not null,
  sealed_at timestamp with time zone not null
);
comment on table audit.seal is 'append-only: a seal that can be made anew is none';

create table audit.verdict (
  id uuid not null,
  verified_at timestamp with time zone not null,
  took_ms integer not null,
  faults integer not null,
  chains jsonb not null
);
comment on table audit.verdict is 'append-only: what was found stays found';

create table backups.certificate (
  id uuid not null,
  xid bigint default ((pg_current_xact_id())::text)::bigint not null,
  made_at timestamp with time zone not null,
  kind text not null,
  backup_id text,
  reached_at timestamp with time zone,
  started_at timestamp with time zone not null,
  ended_at timestamp with time zone not null,
  bytes bigint not null,
  tables integer not null,
  rows bigint not null,
  digest text,
  compared jsonb not null,
  fault_count integer not null,
  faults jsonb not null,
  version text not null,
  machine text not null
);
comment on table backups.certificate is 'append-only, sealed: a failed drill is not taken back';

create table backups.job (
  id uuid not null,
  kind text not null,
  asked_at timestamp with time zone not null,
  asked_by text not null,
  begun_at timestamp with time zone,
  ended_at timestamp with time zone,
  tries integer default 0 not null,
  step text default 'waiting'::text not null,
  done_bytes bigint default 0 not null,
  fault text
);

create table cards.account (
  member_id uuid not null,
  account_id uuid not null,
  type_id uuid not null,
  opened_at timestamp with time zone not null
);

create table cards.card (
  member_id uuid not null,
  card_id uuid not null,
  account_id uuid not null,
  type_id uuid not null,
  medium text not null,
  number_sealed bytea not null,
  number_hash bytea not null,
  key_no smallint not null,
  ending text not null,
  status text not null,
  store_id uuid,
  issued_by uuid,
  expires_on date,
  issued_at timestamp with time zone not null,
  activated_at timestamp with time zone,
  closed_at timestamp with time zone,
  version integer default 1 not null
);

create table cards.card_type (
  type_id uuid not null,
  code text not null,
  name text not null,
  name_en text not null,
  kind text not null,
  named boolean not null,
  media text[] not null,
  prefix text default ''::text not null,
  validity_months integer,
  remark text default ''::text not null,
  status text default 'open'::text not null,
  version integer default 1 not null,
  updated_at timestamp with time zone not null
);

create table catalog.barcode (
  barcode text not null,
  product_id uuid not null
);

create table catalog.brand (
  code text not null,
  name text not null,
  name_en text
);

create table catalog.category (
  code text not null,
  name text not null,
  name_en text,
  parent text,
  path text[] not null
);

create table catalog.product (
  product_id uuid not null,
  sku text not null,
  name text not null,
  name_en text,
  name_search text not null,
  name_grams text[] not null,
  category text,
  brand text,
  labels text[] default '{}'::text[] not null,
  list_price bigint,
  tax_rate integer,
  unit text,
  prescription boolean default false not null,
  earns boolean default true not null,
  status text default 'active'::text not null,
  version integer default 1 not null,
  updated_at timestamp with time zone not null
);

create table charter.version (
  no integer not null,
  document jsonb not null,
  effective_from timestamp with time zone not null,
  published_at timestamp with time zone not null,
  published_by text not null,
  note text default ''::text not null
);
comment on table charter.version is 'append-only: a published version never changes';

create table imports.made (
  run_id uuid not null,
  no bigint not null,
  kind text not null,
  subject_id uuid not null,
  line bigint not null,
  before jsonb,
  state text default 'made'::text not null
);

create table imports.mapping (
  kind text not null,
  name text not null,
  columns jsonb not null,
  options jsonb not null,
  saved_at timestamp with time zone not null,
  saved_by text not null
);

create table imports.problem (
  run_id uuid not null,
  task text not null,
  line bigint not null,
  no integer not null,
  column text default ''::text not null,
  value text default ''::text not null,
  code text not null,
  details jsonb default '{}'::jsonb not null,
  taken boolean not null
);

create table imports.run (
  id uuid not null,
  kind text not null,
  file_name text not null,
  file_bytes bigint not null,
  file_digest bytea not null,
  shape jsonb not null,
  columns text[] not null,
  mapping jsonb default '{}'::jsonb not null,
  options jsonb default '{}'::jsonb not null,
  state text not null,
  task text,
  wish text,
  caller_id uuid not null,
  caller text not null,
  person_id uuid,
  scope uuid[],
  made_at timestamp with time zone not null,
  queued_at timestamp with time zone,
  began_at timestamp with time zone,
  ended_at timestamp with time zone,
  worker uuid,
  beat_at timestamp with time zone,
  place jsonb default '{"row": 0, "ahead": []}'::jsonb not null,
  counts jsonb default '{}'::jsonb not null,
  rows_total bigint,
  rows_exact boolean default false not null,
  rate real default 0 not null,
  checked jsonb,
  checked_as text,
  report jsonb,
  undo_report jsonb,
  fault jsonb,
  staged boolean default true not null
);

create table kernel.cursor (
  listener text not null,
  xid xid8 default '0'::xid8 not null,
  id uuid default '00000000-0000-0000-0000-000000000000'::uuid not null,
  moved_at timestamp with time zone default now() not null
);

create table kernel.fact (
  id uuid not null,
  xid xid8 default pg_current_xact_id() not null,
  kind text not null,
  member_id uuid,
  body jsonb not null
) partition by RANGE (id);
comment on table kernel.fact is 'append-only: news is not taken back';

create table kernel.index_key (
  no smallint not null,
  mark bytea not null,
  needed boolean default true not null
);

create table kernel.migration (
  number text not null,
  name text not null,
  digest text not null,
  applied_at timestamp with time zone default now() not null
);

create table kernel.told (
  caller uuid not null,
  reference text not null,
  digest bytea not null,
  cause_id uuid not null,
  member_id uuid
);

create table kernel.trail (
  id uuid not null,
  xid bigint default ((pg_current_xact_id())::text)::bigint not null,
  kind text not null,
  caller_id uuid,
  caller text not null,
  subject_id uuid,
  store_id uuid,
  outcome text not null,
  body jsonb default '{}'::jsonb not null,
  request_id text,
  acted_at timestamp with time zone not null
) partition by RANGE (id);
comment on table kernel.trail is 'append-only, sealed: a trail that can be edited is none';

create table ledger.account (
  member_id uuid not null,
  no smallint not null,
  unit text not null,
  state text not null,
  ends_on date default 'infinity'::date not null,
  lot text default ''::text not null,
  balance bigint default 0 not null,
  version bigint default 0 not null,
  opened_at timestamp with time zone not null
);

create table ledger.house_cursor (
  is_the_one boolean default true not null,
  xid bigint default 0 not null
);

create table ledger.house_day (
  house text not null,
  unit text not null,
  posted_on date not null,
  given bigint not null,
  received bigint not null
);

create table ledger.transfer (
  member_id uuid not null,
  id uuid not null,
  unit text not null,
  amount bigint not null,
  debit_no smallint,
  debit_house text,
  debit_after bigint,
  debit_version bigint,
  credit_no smallint,
  credit_house text,
  credit_after bigint,
  credit_version bigint,
  cause_kind text not null,
  cause_id uuid not null,
  cause_line smallint,
  charter integer default 0 not null,
  store_id uuid,
  staff_id uuid,
  occurred_at timestamp with time zone not null,
  posted_at timestamp with time zone not null,
  reverses uuid,
  xid bigint default ((pg_current_xact_id())::text)::bigint not null
) partition by RANGE (id);
comment on table ledger.transfer is 'append-only, sealed: the books are never rewritten, only reversed';

create table members.consent (
  member_id uuid not null,
  id uuid not null,
  channel text not null,
  given boolean not null,
  source text not null,
  decided_at timestamp with time zone not null
);
comment on table members.consent is 'append-only: what was agreed to when can be asked years later';

create table members.field (
  key text not null,
  label_zh text not null,
  label_en text not null,
  type text not null,
  choices text[] default '{}'::text[] not null,
  required boolean default false not null,
  position integer default 0 not null,
  retired boolean default false not null
);

create table members.identity (
  kind text not null,
  hash bytea not null,
  member_id uuid not null,
  sealed bytea,
  verified_at timestamp with time zone,
  key_no smallint not null
);

create table members.member (
  member_id uuid not null,
  number text not null,
  kind text not null,
  name text not null,
  name_search text not null,
  name_grams text[] not null,
  gender text,
  birth_calendar text,
  birth_year smallint,
  birth_month smallint,
  birth_day smallint,
  birth_leap boolean default false not null,
  phone_sealed bytea,
  email_sealed bytea,
  id_number_sealed bytea,
  address_sealed bytea,
  language text not null,
  home_store uuid,
  recruiter uuid,
  channel text,
  joined_on date not null,
  status text default 'active'::text not null,
  tags text[] default '{}'::text[] not null,
  custom jsonb default '{}'::jsonb not null,
  remark text default ''::text not null,
  version integer default 1 not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null
);

create table members.standing (
  member_id uuid not null,
  home_store uuid,
  tier smallint default 0 not null,
  tier_since date,
  tier_until date,
  flags integer default 0 not null,
  merged_into uuid,
  first_on date,
  last_on date,
  purchases integer default 0 not null,
  spent bigint default 0 not null,
  last_month integer default 0 not null,
  c0 integer default 0 not null,
  c1 integer default 0 not null,
  c2 integer default 0 not null,
  c3 integer default 0 not null,
  c4 integer default 0 not null,
  c5 integer default 0 not null,
  c6 integer default 0 not null,
  c7 integer default 0 not null,
  c8 integer default 0 not null,
  c9 integer default 0 not null,
  c10 integer default 0 not null,
  c11 integer default 0 not null,
  s0 bigint default 0 not null,
  s1 bigint default 0 not null,
  s2 bigint default 0 not null,
  s3 bigint default 0 not null,
  s4 bigint default 0 not null,
  s5 bigint default 0 not null,
  s6 bigint default 0 not null,
  s7 bigint default 0 not null,
  s8 bigint default 0 not null,
  s9 bigint default 0 not null,
  s10 bigint default 0 not null,
  s11 bigint default 0 not null,
  version integer default 0 not null
);

create table members.tail (
  hash bytea not null,
  home_store uuid not null,
  member_id uuid not null,
  key_no smallint not null
);

create table org.appointment (
  id uuid not null,
  post_id uuid not null,
  person_id uuid not null,
  from_on date not null,
  until_on date,
  made_at timestamp with time zone not null
);

create table org.attempt (
  subject bytea not null,
  failures integer not null,
  failed_at timestamp with time zone not null,
  locked_until timestamp with time zone
);

create table org.credential (
  person_id uuid not null,
  password text,
  password_at timestamp with time zone,
  totp_sealed bytea,
  totp_on_at timestamp with time zone,
  totp_last_step bigint default 0 not null
);

create table org.invitation (
  id uuid not null,
  token_hash bytea not null,
  person_id uuid not null,
  made_by uuid,
  made_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  used_at timestamp with time zone
);

create table org.key (
  id uuid not null,
  name text not null,
  prefix text not null,
  token_hash bytea not null,
  made_by uuid,
  made_at timestamp with time zone not null,
  used_at timestamp with time zone,
  used_from text,
  revoked_at timestamp with time zone
);

create table org.organisation (
  is_the_one boolean default true not null,
  name text not null,
  currency text not null,
  zone text not null,
  language text not null,
  set_up_at timestamp with time zone not null
);

create table org.person (
  id uuid not null,
  name text not null,
  number text,
  email_sealed bytea,
  email_hash bytea,
  phone_sealed bytea,
  phone_hash bytea,
  key_no smallint not null,
  language text not null,
  theme text default 'system'::text not null,
  status text not null,
  made_at timestamp with time zone not null
);

create table org.post (
  id uuid not null,
  title text not null,
  unit_id uuid not null,
  superior_id uuid,
  track text,
  grade text,
  headcount integer not null,
  leads integer default 0 not null,
  duties text,
  status text default 'open'::text not null,
  made_at timestamp with time zone not null
);

create table org.recovery_code (
  person_id uuid not null,
  hash bytea not null,
  used_at timestamp with time zone
);

create table org.role (
  id uuid not null,
  code text,
  name_zh text not null,
  name_en text not null,
  permissions text[] not null,
  made_at timestamp with time zone not null
);

create table org.role_grant (
  id uuid not null,
  person_id uuid,
  key_id uuid,
  role_id uuid not null,
  unit_id uuid not null,
  granted_by uuid,
  granted_at timestamp with time zone not null
);

create table org.session (
  id uuid not null,
  token_hash bytea not null,
  person_id uuid not null,
  started_at timestamp with time zone not null,
  seen_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  address text not null,
  agent text not null
);

create table org.unit (
  id uuid not null,
  kind text not null,
  code text not null,
  name text not null,
  parent_id uuid,
  path uuid[] not null,
  status text default 'open'::text not null,
  zone text,
  currency text,
  day_starts_hour smallint,
  legal_entity text,
  address text,
  made_at timestamp with time zone not null
);

create table org.view (
  id uuid not null,
  person_id uuid not null,
  list text not null,
  name text not null,
  filters jsonb default '{}'::jsonb not null,
  columns text[],
  made_at timestamp with time zone not null
);

create table points.adjustment (
  member_id uuid not null,
  id uuid not null,
  amount bigint not null,
  reason text not null,
  staff text not null,
  staff_id uuid,
  balance bigint not null,
  made_at timestamp with time zone not null
);
comment on table points.adjustment is 'append-only: a wrong adjustment is put right by another';

create table purchases.line (
  member_id uuid not null,
  purchase_id uuid not null,
  no smallint not null,
  sku text not null,
  name text default ''::text not null,
  category text,
  quantity bigint not null,
  unit_price bigint,
  list_amount bigint not null,
  amount bigint not null,
  tenders bigint[] not null,
  points bigint default 0 not null,
  growth bigint default 0 not null,
  points_spent bigint default 0 not null,
  sale_id uuid,
  sale_line smallint
) partition by RANGE (purchase_id);
comment on table purchases.line is 'append-only: fixed at the sale';

create table purchases.purchase (
  member_id uuid not null,
  id uuid not null,
  kind text not null,
  origin text not null,
  walk_in boolean not null,
  sale_id uuid,
  import_id uuid,
  number text,
  store_id uuid not null,
  till_id uuid,
  shift_id uuid,
  staff_id uuid,
  caller_id uuid not null,
  occurred_at timestamp with time zone not null,
  posted_at timestamp with time zone not null,
  business_on date not null,
  currency text not null,
  total bigint not null,
  tenders jsonb not null,
  points bigint default 0 not null,
  growth bigint default 0 not null,
  points_spent bigint default 0 not null,
  charter integer not null,
  tier_before smallint default 0 not null,
  tier_after smallint default 0 not null,
  points_after bigint default 0 not null,
  growth_after bigint default 0 not null,
  principal_after bigint default 0 not null,
  bonus_after bigint default 0 not null,
  explained jsonb default '{}'::jsonb not null
) partition by RANGE (id);
comment on table purchases.purchase is 'append-only: a sale is mirrored by a return, never edited';

create table purchases.shift (
  id uuid not null,
  till_id uuid not null,
  person_id uuid,
  opened_at timestamp with time zone not null,
  opening bigint default 0 not null,
  closed_at timestamp with time zone,
  counted bigint,
  expected bigint,
  tenders jsonb
);

create table purchases.till (
  id uuid not null,
  store_id uuid not null,
  code text not null,
  name text default ''::text not null,
  open boolean default true not null
);

create table purchases.undone (
  import_id uuid not null,
  undone_at timestamp with time zone not null
);
comment on table purchases.undone is 'append-only: an undone import is not undone back';

create table setup.demo (
  only_one boolean default true not null,
  today date not null,
  stores uuid[] not null,
  tills jsonb not null,
  staff jsonb not null,
  weeks_done integer default '-1'::integer not null,
  weeks integer not null,
  asked_at timestamp with time zone not null,
  done_at timestamp with time zone
);

create table tiers.history (
  member_id uuid not null,
  id uuid not null,
  before smallint not null,
  after smallint not null,
  since_on date not null,
  cause_kind text not null,
  cause_id uuid not null,
  changed_at timestamp with time zone not null
);
comment on table tiers.history is 'append-only: what a member was is not rewritten';

create table tiers.undone (
  member_id uuid not null,
  history_id uuid not null
);
comment on table tiers.undone is 'append-only: an undone import is not undone back';

create table wallets.topup (
  member_id uuid not null,
  id uuid not null,
  store_id uuid not null,
  till_id uuid,
  shift_id uuid,
  staff_id uuid,
  currency text not null,
  principal bigint not null,
  bonus bigint default 0 not null,
  tender text not null,
  note text default ''::text not null,
  charter integer not null,
  occurred_at timestamp with time zone not null,
  posted_at timestamp with time zone not null,
  principal_after bigint not null,
  bonus_after bigint not null
);
comment on table wallets.topup is 'append-only: money taken is not edited';


-- constraints

alter table audit.seal add constraint seal_pkey PRIMARY KEY (chain, number);
alter table audit.seal add constraint seal_ends_after_it_begins CHECK ((until_xid > from_xid));
alter table audit.seal add constraint seal_holds_a_row CHECK ((count > 0));
alter table audit.verdict add constraint verdict_pkey PRIMARY KEY (id);
alter table backups.certificate add constraint certificate_pkey PRIMARY KEY (id);
alter table backups.certificate add constraint certificate_ends_after_it_begins CHECK ((ended_at >= started_at));
alter table backups.certificate add constraint certificate_is_of_a_known_kind CHECK ((kind = ANY (ARRAY['physical'::text, 'logical'::text])));
alter table backups.certificate add constraint certificate_without_fault_names_a_moment CHECK (((fault_count > 0) OR ((backup_id IS NOT NULL) AND (reached_at IS NOT NULL))));
alter table backups.job add constraint job_pkey PRIMARY KEY (id);
alter table backups.job add constraint job_is_a_backup_or_a_drill CHECK ((kind = ANY (ARRAY['backup'::text, 'drill'::text])));
alter table cards.account add constraint account_pkey PRIMARY KEY (member_id, account_id);
alter table cards.account add constraint account_type_id_fkey FOREIGN KEY (type_id) REFERENCES cards.card_type(type_id);
alter table cards.card add constraint number_names_one_card_of_a_member UNIQUE (member_id, number_hash);
alter table cards.card add constraint card_pkey PRIMARY KEY (member_id, card_id);
alter table cards.card add constraint active_card_was_activated CHECK (((status <> 'active'::text) OR (activated_at IS NOT NULL)));
alter table cards.card add constraint closed_card_has_its_moment CHECK (((status = 'closed'::text) = (closed_at IS NOT NULL)));
alter table cards.card add constraint medium_is_known CHECK ((medium = ANY (ARRAY['virtual'::text, 'physical'::text])));
alter table cards.card add constraint status_of_card_is_known CHECK ((status = ANY (ARRAY['issued'::text, 'active'::text, 'closed'::text])));
alter table cards.card add constraint card_member_id_account_id_fkey FOREIGN KEY (member_id, account_id) REFERENCES cards.account(member_id, account_id);
alter table cards.card add constraint card_type_id_fkey FOREIGN KEY (type_id) REFERENCES cards.card_type(type_id);
alter table cards.card_type add constraint code_names_one_card_type UNIQUE (code);
alter table cards.card_type add constraint card_type_pkey PRIMARY KEY (type_id);
alter table cards.card_type add constraint card_is_virtual_or_physical CHECK (((cardinality(media) > 0) AND (media <@ '{virtual,physical}'::text[])));
alter table cards.card_type add constraint kind_of_card_is_known CHECK ((kind = ANY (ARRAY['points'::text, 'stored_value'::text, 'count'::text, 'period'::text, 'discount'::text])));
alter table cards.card_type add constraint status_of_card_type_is_known CHECK ((status = ANY (ARRAY['open'::text, 'retired'::text])));
alter table cards.card_type add constraint validity_has_a_reason CHECK (((kind <> 'period'::text) OR (validity_months IS NOT NULL)));
alter table cards.card_type add constraint validity_is_a_time CHECK ((validity_months > 0));
alter table catalog.barcode add constraint barcode_pkey PRIMARY KEY (barcode);
alter table catalog.barcode add constraint barcode_product_id_fkey FOREIGN KEY (product_id) REFERENCES catalog.product(product_id) ON DELETE CASCADE;
alter table catalog.brand add constraint brand_pkey PRIMARY KEY (code);
alter table catalog.category add constraint category_pkey PRIMARY KEY (code);
alter table catalog.category add constraint category_path_ends_in_itself CHECK ((path[cardinality(path)] = code));
alter table catalog.category add constraint category_under_a_root_has_no_parent CHECK (((parent IS NULL) = (cardinality(path) = 1)));
alter table catalog.category add constraint category_parent_fkey FOREIGN KEY (parent) REFERENCES catalog.category(code);
alter table catalog.product add constraint sku_names_one_product UNIQUE (sku);
alter table catalog.product add constraint product_pkey PRIMARY KEY (product_id);
alter table catalog.product add constraint list_price_is_not_negative CHECK ((list_price >= 0));
alter table catalog.product add constraint status_of_product_is_known CHECK ((status = ANY (ARRAY['active'::text, 'retired'::text])));
alter table catalog.product add constraint tax_rate_is_a_share CHECK (((tax_rate >= 0) AND (tax_rate <= 10000)));
alter table catalog.product add constraint product_brand_fkey FOREIGN KEY (brand) REFERENCES catalog.brand(code);
alter table catalog.product add constraint product_category_fkey FOREIGN KEY (category) REFERENCES catalog.category(code);
alter table charter.version add constraint version_pkey PRIMARY KEY (no);
alter table imports.made add constraint made_pkey PRIMARY KEY (run_id, no);
alter table imports.made add constraint made_kind_is_known CHECK ((kind = ANY (ARRAY['member'::text, 'product'::text, 'opening'::text])));
alter table imports.made add constraint made_state_is_known CHECK ((state = ANY (ARRAY['made'::text, 'undone'::text, 'kept'::text])));
alter table imports.made add constraint made_run_id_fkey FOREIGN KEY (run_id) REFERENCES imports.run(id) ON DELETE CASCADE;
alter table imports.mapping add constraint mapping_pkey PRIMARY KEY (kind, name);
alter table imports.mapping add constraint mapping_kind_is_known CHECK ((kind = ANY (ARRAY['members'::text, 'products'::text, 'purchases'::text, 'openings'::text])));
alter table imports.problem add constraint problem_pkey PRIMARY KEY (run_id, task, line, no);
alter table imports.problem add constraint problem_run_id_fkey FOREIGN KEY (run_id) REFERENCES imports.run(id) ON DELETE CASCADE;
alter table imports.run add constraint run_pkey PRIMARY KEY (id);
alter table imports.run add constraint import_kind_is_known CHECK ((kind = ANY (ARRAY['members'::text, 'products'::text, 'purchases'::text, 'openings'::text])));
alter table imports.run add constraint import_state_is_known CHECK ((state = ANY (ARRAY['ready'::text, 'waiting'::text, 'running'::text, 'paused'::text, 'done'::text, 'failed'::text, 'cancelled'::text, 'undone'::text])));
alter table imports.run add constraint import_task_is_known CHECK ((task = ANY (ARRAY['check'::text, 'run'::text, 'undo'::text])));
alter table imports.run add constraint import_wish_is_known CHECK ((wish = ANY (ARRAY['pause'::text, 'cancel'::text])));
alter table imports.run add constraint running_import_has_a_worker CHECK (((state = 'running'::text) = (worker IS NOT NULL)));
alter table imports.run add constraint work_has_a_task CHECK (((state <> ALL (ARRAY['waiting'::text, 'running'::text, 'paused'::text])) OR (task IS NOT NULL)));
alter table kernel.cursor add constraint cursor_pkey PRIMARY KEY (listener);
alter table kernel.fact add constraint fact_pkey PRIMARY KEY (id);
alter table kernel.index_key add constraint index_key_pkey PRIMARY KEY (no);
alter table kernel.migration add constraint migration_pkey PRIMARY KEY (number);
alter table kernel.told add constraint told_pkey PRIMARY KEY (caller, reference);
alter table kernel.trail add constraint trail_pkey PRIMARY KEY (id);
alter table ledger.account add constraint account_is_one_per_lot UNIQUE (member_id, unit, state, ends_on, lot);
alter table ledger.account add constraint account_pkey PRIMARY KEY (member_id, no);
alter table ledger.account add constraint account_never_falls_below_zero CHECK ((balance >= 0));
alter table ledger.account add constraint account_state_is_known CHECK ((state = ANY (ARRAY['open'::text, 'pending'::text, 'held'::text, 'debt'::text])));
alter table ledger.house_cursor add constraint house_cursor_pkey PRIMARY KEY (is_the_one);
alter table ledger.house_cursor add constraint there_is_one_cursor CHECK (is_the_one);
alter table ledger.house_day add constraint house_day_pkey PRIMARY KEY (house, unit, posted_on);
alter table ledger.transfer add constraint transfer_pkey PRIMARY KEY (member_id, id);
alter table ledger.transfer add constraint transfer_goes_somewhere_else CHECK (((debit_no IS DISTINCT FROM credit_no) OR (debit_no IS NULL)));
alter table ledger.transfer add constraint transfer_has_one_giver CHECK (((debit_no IS NULL) <> (debit_house IS NULL)));
alter table ledger.transfer add constraint transfer_has_one_receiver CHECK (((credit_no IS NULL) <> (credit_house IS NULL)));
alter table ledger.transfer add constraint transfer_moves_something CHECK ((amount > 0));
alter table members.consent add constraint consent_pkey PRIMARY KEY (member_id, id);
alter table members.consent add constraint channel_is_known CHECK ((channel = ANY (ARRAY['sms'::text, 'email'::text, 'phone'::text, 'wechat'::text])));
alter table members.field add constraint field_pkey PRIMARY KEY (key);
alter table members.field add constraint a_choice_offers_some CHECK (((type <> 'choice'::text) OR (cardinality(choices) > 0)));
alter table members.field add constraint type_of_field_is_known CHECK ((type = ANY (ARRAY['text'::text, 'number'::text, 'day'::text, 'choice'::text, 'yesno'::text])));
alter table members.identity add constraint identity_names_one_member PRIMARY KEY (kind, hash);
alter table members.member add constraint member_pkey PRIMARY KEY (member_id);
alter table members.member add constraint birthday_is_a_whole_day CHECK ((num_nonnulls(birth_calendar, birth_month, birth_day) = ANY (ARRAY[0, 3])));
alter table members.member add constraint birthday_lies_in_a_year CHECK ((((birth_month >= 1) AND (birth_month <= 12)) AND ((birth_day >= 1) AND (birth_day <= 31))));
alter table members.member add constraint calendar_is_known CHECK ((birth_calendar = ANY (ARRAY['solar'::text, 'lunar'::text])));
alter table members.member add constraint gender_is_known CHECK ((gender = ANY (ARRAY['male'::text, 'female'::text, 'other'::text])));
alter table members.member add constraint kind_of_member_is_known CHECK ((kind = ANY (ARRAY['person'::text, 'enterprise'::text])));
alter table members.member add constraint language_is_spoken CHECK ((language = ANY (ARRAY['zh'::text, 'en'::text])));
alter table members.member add constraint status_of_member_is_known CHECK ((status = ANY (ARRAY['active'::text, 'closed'::text])));
alter table members.standing add constraint standing_pkey PRIMARY KEY (member_id);
alter table members.standing add constraint standing_is_not_merged_into_itself CHECK ((merged_into <> member_id));
alter table members.standing add constraint standing_tier_is_a_rank CHECK ((tier >= 0));
alter table members.tail add constraint tail_pkey PRIMARY KEY (hash, home_store, member_id);
alter table org.appointment add constraint appointment_pkey PRIMARY KEY (id);
alter table org.appointment add constraint an_appointment_ends_after_it_began CHECK ((until_on >= from_on));
alter table org.appointment add constraint appointment_person_id_fkey FOREIGN KEY (person_id) REFERENCES org.person(id);
alter table org.appointment add constraint appointment_post_id_fkey FOREIGN KEY (post_id) REFERENCES org.post(id);
alter table org.attempt add constraint attempt_pkey PRIMARY KEY (subject);
alter table org.credential add constraint credential_pkey PRIMARY KEY (person_id);
alter table org.credential add constraint credential_person_id_fkey FOREIGN KEY (person_id) REFERENCES org.person(id);
alter table org.invitation add constraint token_opens_one_invitation UNIQUE (token_hash);
alter table org.invitation add constraint invitation_pkey PRIMARY KEY (id);
alter table org.invitation add constraint invitation_person_id_fkey FOREIGN KEY (person_id) REFERENCES org.person(id);
alter table org.key add constraint token_opens_one_key UNIQUE (token_hash);
alter table org.key add constraint key_pkey PRIMARY KEY (id);
alter table org.organisation add constraint organisation_pkey PRIMARY KEY (is_the_one);
alter table org.organisation add constraint language_is_spoken CHECK ((language = ANY (ARRAY['zh'::text, 'en'::text])));
alter table org.organisation add constraint there_is_one_organisation CHECK (is_the_one);
alter table org.person add constraint email_belongs_to_one_person UNIQUE (email_hash);
alter table org.person add constraint phone_belongs_to_one_person UNIQUE (phone_hash);
alter table org.person add constraint person_pkey PRIMARY KEY (id);
alter table org.person add constraint language_is_spoken CHECK ((language = ANY (ARRAY['zh'::text, 'en'::text])));
alter table org.person add constraint sealed_and_blind_go_together CHECK ((((email_sealed IS NULL) = (email_hash IS NULL)) AND ((phone_sealed IS NULL) = (phone_hash IS NULL))));
alter table org.person add constraint status_of_person_is_known CHECK ((status = ANY (ARRAY['invited'::text, 'active'::text, 'left'::text])));
alter table org.person add constraint theme_is_known CHECK ((theme = ANY (ARRAY['light'::text, 'dark'::text, 'system'::text])));
alter table org.post add constraint post_pkey PRIMARY KEY (id);
alter table org.post add constraint a_post_is_open_or_closed CHECK ((status = ANY (ARRAY['open'::text, 'closed'::text])));
alter table org.post add constraint headcount_is_counted CHECK (((headcount >= 0) AND (headcount <= 100000)));
alter table org.post add constraint nobody_is_their_own_superior CHECK ((superior_id <> id));
alter table org.post add constraint staff_led_is_counted CHECK (((leads >= 0) AND (leads <= 100000)));
alter table org.post add constraint post_superior_id_fkey FOREIGN KEY (superior_id) REFERENCES org.post(id);
alter table org.post add constraint post_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES org.unit(id);
alter table org.recovery_code add constraint recovery_code_pkey PRIMARY KEY (person_id, hash);
alter table org.recovery_code add constraint recovery_code_person_id_fkey FOREIGN KEY (person_id) REFERENCES org.person(id);
alter table org.role add constraint chinese_name_names_one_role UNIQUE (name_zh);
alter table org.role add constraint code_names_one_default_role UNIQUE (code);
alter table org.role add constraint english_name_names_one_role UNIQUE (name_en);
alter table org.role add constraint role_pkey PRIMARY KEY (id);
alter table org.role add constraint only_the_owner_may_all CHECK (((code = 'owner'::text) OR (NOT ('*'::text = ANY (permissions)))));
alter table org.role add constraint the_owner_may_all CHECK (((code IS DISTINCT FROM 'owner'::text) OR (permissions = '{*}'::text[])));
alter table org.role_grant add constraint a_role_is_granted_once UNIQUE NULLS NOT DISTINCT (person_id, key_id, role_id, unit_id);
alter table org.role_grant add constraint role_grant_pkey PRIMARY KEY (id);
alter table org.role_grant add constraint a_person_or_a_key_is_granted CHECK (((person_id IS NULL) <> (key_id IS NULL)));
alter table org.role_grant add constraint role_grant_key_id_fkey FOREIGN KEY (key_id) REFERENCES org.key(id);
alter table org.role_grant add constraint role_grant_person_id_fkey FOREIGN KEY (person_id) REFERENCES org.person(id);
alter table org.role_grant add constraint role_grant_role_id_fkey FOREIGN KEY (role_id) REFERENCES org.role(id);
alter table org.role_grant add constraint role_grant_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES org.unit(id);
alter table org.session add constraint token_opens_one_session UNIQUE (token_hash);
alter table org.session add constraint session_pkey PRIMARY KEY (id);
alter table org.session add constraint session_person_id_fkey FOREIGN KEY (person_id) REFERENCES org.person(id);
alter table org.unit add constraint unit_pkey PRIMARY KEY (id);
alter table org.unit add constraint a_day_starts_before_noon CHECK (((day_starts_hour >= 0) AND (day_starts_hour <= 12)));
alter table org.unit add constraint a_store_knows_its_zone_and_money CHECK (((kind = 'store'::text) = ((zone IS NOT NULL) AND (currency IS NOT NULL) AND (day_starts_hour IS NOT NULL))));
alter table org.unit add constraint a_unit_is_open_or_closed CHECK ((status = ANY (ARRAY['open'::text, 'closed'::text])));
alter table org.unit add constraint kind_of_unit_is_known CHECK ((kind = ANY (ARRAY['group'::text, 'brand'::text, 'region'::text, 'store'::text, 'department'::text])));
alter table org.unit add constraint only_the_root_has_no_parent CHECK (((parent_id IS NULL) = (cardinality(path) = 1)));
alter table org.unit add constraint path_ends_in_itself CHECK ((path[cardinality(path)] = id));
alter table org.unit add constraint unit_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES org.unit(id);
alter table org.view add constraint a_view_is_named_once_per_list UNIQUE (person_id, list, name);
alter table org.view add constraint view_pkey PRIMARY KEY (id);
alter table org.view add constraint view_person_id_fkey FOREIGN KEY (person_id) REFERENCES org.person(id) ON DELETE CASCADE;
alter table points.adjustment add constraint adjustment_pkey PRIMARY KEY (member_id, id);
alter table points.adjustment add constraint adjustment_changes_something CHECK ((amount <> 0));
alter table purchases.line add constraint line_pkey PRIMARY KEY (member_id, purchase_id, no);
alter table purchases.purchase add constraint purchase_pkey PRIMARY KEY (member_id, id);
alter table purchases.purchase add constraint purchase_kind_is_known CHECK ((kind = ANY (ARRAY['sale'::text, 'return'::text, 'unlinked'::text])));
alter table purchases.purchase add constraint purchase_origin_is_known CHECK ((origin = ANY (ARRAY['till'::text, 'history'::text, 'earning'::text])));
alter table purchases.purchase add constraint return_names_its_sale CHECK (((kind = 'return'::text) = (sale_id IS NOT NULL)));
alter table purchases.shift add constraint shift_pkey PRIMARY KEY (id);
alter table purchases.shift add constraint shift_till_id_fkey FOREIGN KEY (till_id) REFERENCES purchases.till(id);
alter table purchases.till add constraint till_code_is_unique_in_its_store UNIQUE (store_id, code);
alter table purchases.till add constraint till_pkey PRIMARY KEY (id);
alter table purchases.till add constraint till_store_id_fkey FOREIGN KEY (store_id) REFERENCES org.unit(id);
alter table purchases.undone add constraint undone_pkey PRIMARY KEY (import_id);
alter table setup.demo add constraint demo_pkey PRIMARY KEY (only_one);
alter table setup.demo add constraint there_is_one_demo CHECK (only_one);
alter table tiers.history add constraint history_pkey PRIMARY KEY (member_id, id);
alter table tiers.history add constraint tier_changes_to_another CHECK ((before <> after));
alter table tiers.undone add constraint undone_pkey PRIMARY KEY (member_id, history_id);
alter table wallets.topup add constraint topup_pkey PRIMARY KEY (member_id, id);
alter table wallets.topup add constraint topup_brings_money CHECK (((principal > 0) AND (bonus >= 0)));

-- indexes

CREATE INDEX appointment_by_person ON org.appointment USING btree (person_id);
CREATE INDEX attempt_by_age ON org.attempt USING btree (failed_at);
CREATE INDEX barcode_by_product ON catalog.barcode USING btree (product_id);
CREATE INDEX category_by_ancestor ON catalog.category USING gin (path);
CREATE INDEX fact_is_read_in_order ON ONLY kernel.fact USING btree (xid, id);
CREATE INDEX identity_by_member ON members.identity USING btree (member_id);
CREATE INDEX import_in_line ON imports.run USING btree (queued_at) WHERE (state = ANY (ARRAY['waiting'::text, 'running'::text]));
CREATE INDEX import_of_a_file ON imports.run USING btree (file_digest);
CREATE INDEX invitation_by_person ON org.invitation USING btree (person_id) WHERE (used_at IS NULL);
CREATE INDEX job_by_kind ON backups.job USING btree (kind, asked_at);
CREATE INDEX member_by_joining ON members.member USING btree (joined_on, home_store);
CREATE INDEX member_by_name ON members.member USING gin (name_grams);
CREATE INDEX member_by_name_and_birthday ON members.member USING btree (split_part(name_search, '
'::text, 1), birth_month, birth_day) WHERE (birth_month IS NOT NULL);
CREATE INDEX member_by_store ON members.member USING btree (home_store, member_id);
CREATE INDEX member_by_tag ON members.member USING gin (tags);
CREATE INDEX post_by_superior ON org.post USING btree (superior_id);
CREATE INDEX post_by_unit ON org.post USING btree (unit_id);
CREATE INDEX product_by_category ON catalog.product USING btree (category);
CREATE INDEX product_by_label ON catalog.product USING gin (labels);
CREATE INDEX product_by_name ON catalog.product USING gin (name_grams);
CREATE INDEX purchase_by_id ON ONLY purchases.purchase USING btree (id);
CREATE INDEX purchase_by_import ON ONLY purchases.purchase USING btree (import_id, id) WHERE (import_id IS NOT NULL);
CREATE INDEX purchase_by_store ON ONLY purchases.purchase USING btree (store_id, id);
CREATE INDEX purchase_told_late ON ONLY purchases.purchase USING btree (id, business_on) WHERE (business_on < (((posted_at AT TIME ZONE 'UTC'::text))::date - 2));
CREATE INDEX returned_lines_of_a_sale ON ONLY purchases.line USING btree (member_id, sale_id) WHERE (sale_id IS NOT NULL);
CREATE INDEX returns_of_a_sale ON ONLY purchases.purchase USING btree (member_id, sale_id) WHERE (sale_id IS NOT NULL);
CREATE INDEX role_grant_by_key ON org.role_grant USING btree (key_id) WHERE (key_id IS NOT NULL);
CREATE INDEX role_grant_by_role ON org.role_grant USING btree (role_id);
CREATE INDEX seal_by_moment ON audit.seal USING btree (chain, sealed_at);
CREATE INDEX session_by_person ON org.session USING btree (person_id) WHERE (ended_at IS NULL);
CREATE INDEX tail_by_member ON members.tail USING btree (member_id);
CREATE INDEX topup_by_shift ON wallets.topup USING btree (shift_id) WHERE (shift_id IS NOT NULL);
CREATE INDEX trail_by_caller ON ONLY kernel.trail USING btree (caller_id, id);
CREATE INDEX trail_by_store ON ONLY kernel.trail USING btree (store_id, id) WHERE (store_id IS NOT NULL);
CREATE INDEX trail_by_subject ON ONLY kernel.trail USING btree (subject_id, id) WHERE (subject_id IS NOT NULL);
CREATE INDEX trail_in_commit_order ON ONLY kernel.trail USING brin (xid) WITH (pages_per_range='16', autosummarize='on');
CREATE INDEX transfer_in_commit_order ON ONLY ledger.transfer USING btree (xid);
CREATE INDEX transfers_that_reverse ON ONLY ledger.transfer USING btree (member_id, reverses) WHERE (reverses IS NOT NULL);
CREATE INDEX unit_by_ancestor ON org.unit USING gin (path);
CREATE INDEX unit_by_parent ON org.unit USING btree (parent_id);
CREATE UNIQUE INDEX a_person_holds_a_post_once ON org.appointment USING btree (post_id, person_id) WHERE (until_on IS NULL);
CREATE UNIQUE INDEX a_till_has_one_open_shift ON purchases.shift USING btree (till_id) WHERE (closed_at IS NULL);
CREATE UNIQUE INDEX code_names_one_unit ON org.unit USING btree (lower(code));
CREATE UNIQUE INDEX number_belongs_to_one_person ON org.person USING btree (lower(number));
CREATE UNIQUE INDEX one_job_at_a_time ON backups.job USING btree ((true)) WHERE (ended_at IS NULL);
CREATE UNIQUE INDEX there_is_one_root ON org.unit USING btree ((true)) WHERE (parent_id IS NULL);

-- views

create view audit.v_broken as
 SELECT 'a seal does not begin where the one before it ends'::text AS fault,
    ((chain || ' '::text) || number) AS id
   FROM ( SELECT seal.chain,
            seal.number,
            seal.from_xid,
            lag(seal.until_xid) OVER (PARTITION BY seal.chain ORDER BY seal.number) AS before,
            lag(seal.number) OVER (PARTITION BY seal.chain ORDER BY seal.number) AS number_before
           FROM audit.seal) it
  WHERE ((from_xid <> COALESCE(before, (0)::bigint)) OR (number <> (COALESCE(number_before, (0)::bigint) + 1)));
create view backups.v_broken as
 SELECT 'a job ended before it began'::text AS fault,
    (job.id)::text AS id
   FROM backups.job
  WHERE (job.ended_at < job.begun_at)
UNION ALL
 SELECT 'a certificate counts fewer faults than it names'::text AS fault,
    (certificate.id)::text AS id
   FROM backups.certificate
  WHERE (certificate.fault_count < jsonb_array_length(certificate.faults));
create view cards.v_broken as
 SELECT 'card does not lead to its member'::text AS fault,
    (card.card_id)::text AS id
   FROM (cards.card
     LEFT JOIN members.v_identity identity ON (((identity.kind =
        CASE card.status
            WHEN 'closed'::text THEN 'closed_card'::text
            ELSE 'card'::text
        END) AND (identity.hash = card.number_hash) AND (identity.member_id = card.member_id))))
  WHERE ((identity.hash IS NULL) AND (card.status <> 'closed'::text))
UNION ALL
 SELECT 'closed card still leads to its member'::text AS fault,
    (card.card_id)::text AS id
   FROM (cards.card
     JOIN members.v_identity identity ON (((identity.kind = 'card'::text) AND (identity.hash = card.number_hash))))
  WHERE (card.status = 'closed'::text)
UNION ALL
 SELECT 'account without a card'::text AS fault,
    (account.account_id)::text AS id
   FROM (cards.account
     LEFT JOIN cards.card USING (member_id, account_id))
  WHERE (card.card_id IS NULL)
UNION ALL
 SELECT 'card and account are of two types'::text AS fault,
    (card.card_id)::text AS id
   FROM (cards.card
     JOIN cards.account USING (member_id, account_id))
  WHERE (card.type_id <> account.type_id);
create view cards.v_card as
 SELECT card.member_id,
    card.card_id,
    card.account_id,
    card.type_id,
    card_type.code AS type_code,
    card_type.kind,
    card_type.named,
    card.medium,
    card.ending,
    card.status,
    card.store_id,
    card.expires_on,
    card.issued_at,
    card.activated_at,
    card.closed_at
   FROM (cards.card
     JOIN cards.card_type ON ((card_type.type_id = card.type_id)));
create view catalog.v_broken as
 SELECT 'category does not lie where its parent does'::text AS fault,
    category.code AS id
   FROM (catalog.category
     JOIN catalog.category parent ON ((parent.code = category.parent)))
  WHERE (category.path <> (parent.path || category.code));
create view catalog.v_product as
 SELECT product.product_id,
    product.sku,
    product.name,
    product.name_en,
    product.category,
    category.path AS category_path,
    product.brand,
    product.labels,
    product.list_price,
    product.prescription,
    product.earns,
    product.status,
    product.version
   FROM (catalog.product
     LEFT JOIN catalog.category ON ((category.code = product.category)));
create view charter.v_broken as
 SELECT 'versions are not numbered in a row'::text AS fault,
    (no)::text AS id
   FROM ( SELECT version.no,
            row_number() OVER (ORDER BY version.no) AS place
           FROM charter.version) numbered
  WHERE (no <> place);
create view imports.v_broken as
 SELECT 'an import counts other rows than it read'::text AS fault,
    (run.id)::text AS id
   FROM imports.run
  WHERE ((run.state = 'done'::text) AND (run.task = 'run'::text) AND ((((COALESCE(((run.counts ->> 'accepted'::text))::bigint, (0)::bigint) + COALESCE(((run.counts ->> 'anonymous'::text))::bigint, (0)::bigint)) + COALESCE(((run.counts ->> 'reported'::text))::bigint, (0)::bigint)) + COALESCE(((run.counts ->> 'empty'::text))::bigint, (0)::bigint)) <> COALESCE(((run.counts ->> 'rows'::text))::bigint, (0)::bigint)))
UNION ALL
 SELECT 'an import lists fewer rows than it reports'::text AS fault,
    (run.id)::text AS id
   FROM imports.run
  WHERE ((run.state = 'done'::text) AND (run.task = 'run'::text) AND (NOT (COALESCE(((run.counts ->> 'unlisted'::text))::bigint, (0)::bigint) > 0)) AND (COALESCE(((run.counts ->> 'reported'::text))::bigint, (0)::bigint) <> ( SELECT count(DISTINCT problem.line) AS count
           FROM imports.problem
          WHERE ((problem.run_id = run.id) AND (problem.task = 'run'::text) AND (NOT problem.taken)))));
create view imports.v_run as
 SELECT id,
    kind,
    file_name,
    state,
    task,
    caller_id,
    made_at,
    began_at,
    ended_at,
    counts,
    report
   FROM imports.run;
create view ledger.v_balance as
 SELECT member_id,
    unit,
    (sum(
        CASE state
            WHEN 'open'::text THEN balance
            WHEN 'debt'::text THEN (- balance)
            ELSE (0)::bigint
        END))::bigint AS shown,
    (sum(
        CASE state
            WHEN 'pending'::text THEN balance
            ELSE (0)::bigint
        END))::bigint AS pending,
    (sum(
        CASE state
            WHEN 'held'::text THEN balance
            ELSE (0)::bigint
        END))::bigint AS held,
    (sum(
        CASE state
            WHEN 'debt'::text THEN balance
            ELSE (0)::bigint
        END))::bigint AS debt
   FROM ledger.account
  GROUP BY member_id, unit;
create view ledger.v_broken as
 WITH seen AS (
         SELECT v_entry.member_id,
            v_entry.no,
            sum(v_entry.amount) AS moved,
            count(*) AS times,
            count(DISTINCT v_entry.version) AS versions,
            max(v_entry.version) AS last
           FROM ledger.v_entry
          GROUP BY v_entry.member_id, v_entry.no
        )
 SELECT 'an account disagrees with its transfers'::text AS fault,
    ((a.member_id || '/'::text) || a.no) AS id
   FROM (ledger.account a
     LEFT JOIN seen s USING (member_id, no))
  WHERE ((a.balance)::numeric <>
        CASE a.state
            WHEN 'debt'::text THEN (- COALESCE(s.moved, (0)::numeric))
            ELSE COALESCE(s.moved, (0)::numeric)
        END)
UNION ALL
 SELECT 'an account has gaps in its versions'::text AS fault,
    ((a.member_id || '/'::text) || a.no) AS id
   FROM (ledger.account a
     LEFT JOIN seen s USING (member_id, no))
  WHERE ((a.version <> COALESCE(s.times, (0)::bigint)) OR (COALESCE(s.versions, (0)::bigint) <> COALESCE(s.times, (0)::bigint)) OR (COALESCE(s.last, (0)::bigint) <> COALESCE(s.times, (0)::bigint)))
UNION ALL
 SELECT 'a transfer names an account that is not there'::text AS fault,
    ((s.member_id || '/'::text) || s.no) AS id
   FROM (seen s
     LEFT JOIN ledger.account a USING (member_id, no))
  WHERE (a.no IS NULL)
UNION ALL
 SELECT 'something is lost in transit'::text AS fault,
    (transfer.cause_id)::text AS id
   FROM ledger.transfer
  WHERE ((transfer.debit_house = 'house/transit'::text) OR (transfer.credit_house = 'house/transit'::text))
  GROUP BY transfer.cause_id, transfer.unit
 HAVING (sum(
        CASE
            WHEN (transfer.debit_house = 'house/transit'::text) THEN (- transfer.amount)
            ELSE transfer.amount
        END) <> (0)::numeric)
UNION ALL
 SELECT 'more was taken back than given'::text AS fault,
    ((r.member_id || '/'::text) || r.reverses) AS id
   FROM ((ledger.transfer r
     JOIN ledger.transfer t ON (((t.member_id = r.member_id) AND (t.id = r.reverses))))
     LEFT JOIN LATERAL ( SELECT sum(transfer.amount) AS amount
           FROM ledger.transfer
          WHERE ((transfer.member_id = r.member_id) AND (transfer.reverses = r.id))) again ON (true))
  WHERE (r.reverses IS NOT NULL)
  GROUP BY r.member_id, r.reverses, t.amount
 HAVING (sum(((r.amount)::numeric - COALESCE(again.amount, (0)::numeric))) > (t.amount)::numeric)
UNION ALL
 SELECT 'a balance does not follow from the transfers before it'::text AS fault,
    ((((chain.member_id || '/'::text) || chain.no) || ', transfer '::text) || chain.id) AS id
   FROM ( SELECT e.member_id,
            e.no,
            e.id,
            e.balance,
            (e.amount *
                CASE a.state
                    WHEN 'debt'::text THEN '-1'::integer
                    ELSE 1
                END) AS moved,
            lag(e.balance, 1, (0)::bigint) OVER (PARTITION BY e.member_id, e.no ORDER BY e.version, e.id) AS before
           FROM (ledger.v_entry e
             JOIN ledger.account a USING (member_id, no))) chain
  WHERE (chain.balance <> (chain.before + chain.moved))
UNION ALL
 SELECT 'a member owes beside open lots'::text AS fault,
    ((v_balance.member_id || '/'::text) || v_balance.unit) AS id
   FROM ledger.v_balance
  WHERE ((v_balance.debt > 0) AND ((v_balance.shown + v_balance.debt) > 0))
UNION ALL
 SELECT 'a roll-up disagrees with its transfers'::text AS fault,
    ((((v_house_drift.house || ' '::text) || v_house_drift.unit) || ' '::text) || v_house_drift.posted_on) AS id
   FROM ledger.v_house_drift;
create view ledger.v_entry as
 SELECT t.member_id,
    t.debit_no AS no,
    t.id,
    t.unit,
    (- t.amount) AS amount,
    t.debit_after AS balance,
    t.debit_version AS version,
    t.cause_kind,
    t.cause_id,
    t.cause_line,
    t.charter,
    t.store_id,
    t.staff_id,
    t.occurred_at,
    t.posted_at,
    t.reverses,
    t.credit_house AS house
   FROM ledger.transfer t
  WHERE (t.debit_no IS NOT NULL)
UNION ALL
 SELECT t.member_id,
    t.credit_no AS no,
    t.id,
    t.unit,
    t.amount,
    t.credit_after AS balance,
    t.credit_version AS version,
    t.cause_kind,
    t.cause_id,
    t.cause_line,
    t.charter,
    t.store_id,
    t.staff_id,
    t.occurred_at,
    t.posted_at,
    t.reverses,
    t.debit_house AS house
   FROM ledger.transfer t
  WHERE (t.credit_no IS NOT NULL);
create view ledger.v_house_drift as
 SELECT house,
    unit,
    posted_on,
    day.given,
    day.received,
    moved.given AS given_by_transfers,
    moved.received AS received_by_transfers
   FROM (( SELECT v_house_entry.house,
            v_house_entry.unit,
            v_house_entry.posted_on,
            (sum(v_house_entry.given))::bigint AS given,
            (sum(v_house_entry.received))::bigint AS received
           FROM ledger.v_house_entry
          WHERE (v_house_entry.xid < ( SELECT house_cursor.xid
                   FROM ledger.house_cursor))
          GROUP BY v_house_entry.house, v_house_entry.unit, v_house_entry.posted_on) moved
     FULL JOIN ledger.house_day day USING (house, unit, posted_on))
  WHERE ((day.given IS DISTINCT FROM moved.given) OR (day.received IS DISTINCT FROM moved.received));
create view ledger.v_house_entry as
 SELECT transfer.debit_house AS house,
    transfer.unit,
    ((transfer.posted_at AT TIME ZONE 'UTC'::text))::date AS posted_on,
    transfer.amount AS given,
    (0)::bigint AS received,
    transfer.xid
   FROM ledger.transfer
  WHERE (transfer.debit_house IS NOT NULL)
UNION ALL
 SELECT transfer.credit_house AS house,
    transfer.unit,
    ((transfer.posted_at AT TIME ZONE 'UTC'::text))::date AS posted_on,
    0 AS given,
    transfer.amount AS received,
    transfer.xid
   FROM ledger.transfer
  WHERE (transfer.credit_house IS NOT NULL);
create view members.v_broken as
 SELECT 'standing ends a merge at a member who has none'::text AS fault,
    (standing.member_id)::text AS id
   FROM (members.standing
     LEFT JOIN members.standing target ON ((target.member_id = standing.merged_into)))
  WHERE ((standing.merged_into IS NOT NULL) AND (target.member_id IS NULL))
UNION ALL
 SELECT 'standing ends before it begins'::text AS fault,
    (standing.member_id)::text AS id
   FROM members.standing
  WHERE (standing.last_on < standing.first_on)
UNION ALL
 SELECT 'standing has purchases and no month'::text AS fault,
    (standing.member_id)::text AS id
   FROM members.standing
  WHERE ((standing.last_month = 0) AND ((standing.purchases <> 0) OR (standing.spent <> 0)))
UNION ALL
 SELECT 'archive without a standing'::text AS fault,
    (member.member_id)::text AS id
   FROM (members.member
     LEFT JOIN members.standing ON ((standing.member_id = member.member_id)))
  WHERE (standing.member_id IS NULL)
UNION ALL
 SELECT 'standing without an archive is no bearer'::text AS fault,
    (standing.member_id)::text AS id
   FROM (members.standing
     LEFT JOIN members.member ON ((member.member_id = standing.member_id)))
  WHERE ((member.member_id IS NULL) AND ((standing.flags & 32) = 0))
UNION ALL
 SELECT 'archive and standing disagree'::text AS fault,
    (member.member_id)::text AS id
   FROM (members.member
     JOIN members.standing ON ((standing.member_id = member.member_id)))
  WHERE ((member.home_store IS DISTINCT FROM standing.home_store) OR ((member.status = 'closed'::text) <> ((standing.flags & 16) = 16)))
UNION ALL
 SELECT 'identity of nobody'::text AS fault,
    (identity.member_id)::text AS id
   FROM (members.identity
     LEFT JOIN members.standing ON ((standing.member_id = identity.member_id)))
  WHERE (standing.member_id IS NULL)
UNION ALL
 SELECT 'archive is not found by what it holds'::text AS fault,
    (member.member_id)::text AS id
   FROM ((members.member
     LEFT JOIN members.identity ON ((identity.member_id = member.member_id)))
     LEFT JOIN members.tail ON ((tail.member_id = member.member_id)))
  GROUP BY member.member_id
 HAVING (((member.phone_sealed IS NOT NULL) <> (count(*) FILTER (WHERE (identity.kind = 'phone'::text)) > 0)) OR ((member.phone_sealed IS NOT NULL) <> COALESCE(bool_and((tail.home_store = COALESCE(member.home_store, '00000000-0000-0000-0000-000000000000'::uuid))), false)) OR (count(*) FILTER (WHERE (identity.kind = 'number'::text)) = 0));
create view members.v_identity as
 SELECT kind,
    hash,
    member_id
   FROM members.identity;
create view members.v_member as
 SELECT member.member_id,
    member.number,
    member.kind,
    member.gender,
    member.birth_calendar,
    member.birth_month,
    member.birth_day,
    member.birth_leap,
    member.language,
    member.home_store,
    member.recruiter,
    member.channel,
    member.joined_on,
    member.status,
    member.tags,
    member.custom,
    (member.phone_sealed IS NOT NULL) AS has_phone,
    (member.email_sealed IS NOT NULL) AS has_email,
    member.created_at,
    member.updated_at,
    standing.tier,
    standing.tier_since,
    standing.tier_until,
    standing.flags,
    standing.merged_into,
    standing.first_on,
    standing.last_on,
    standing.purchases,
    standing.spent
   FROM (members.member
     JOIN members.standing ON ((standing.member_id = member.member_id)));
create view members.v_standing as
 SELECT member_id,
    home_store,
    tier,
    tier_since,
    tier_until,
    flags,
    merged_into,
    first_on,
    last_on,
    purchases,
    spent,
    last_month
   FROM members.standing;
create view org.v_broken as
 SELECT 'a unit''s path is not its parent''s path and itself'::text AS fault,
    (unit.id)::text AS id
   FROM (org.unit
     LEFT JOIN org.unit parent ON ((parent.id = unit.parent_id)))
  WHERE (unit.path <> (COALESCE(parent.path, '{}'::uuid[]) || unit.id))
UNION ALL
 SELECT 'an organisation has no owner who can come in'::text AS fault,
    organisation.name AS id
   FROM org.organisation
  WHERE (NOT (EXISTS ( SELECT 1
           FROM (((org.role_grant
             JOIN org.role ON (((role.id = role_grant.role_id) AND (role.code = 'owner'::text))))
             JOIN org.unit ON (((unit.id = role_grant.unit_id) AND (unit.parent_id IS NULL))))
             JOIN org.person ON (((person.id = role_grant.person_id) AND (person.status <> 'left'::text)))))))
UNION ALL
 SELECT 'an open unit lies under a closed one'::text AS fault,
    (unit.id)::text AS id
   FROM (org.unit
     JOIN org.unit parent ON ((parent.id = unit.parent_id)))
  WHERE ((unit.status = 'open'::text) AND (parent.status = 'closed'::text));
create view points.v_broken as
 SELECT 'an adjustment disagrees with the books'::text AS fault,
    (a.id)::text AS id
   FROM (points.adjustment a
     LEFT JOIN LATERAL ( SELECT COALESCE(sum(e.amount), (0)::numeric) AS moved
           FROM ledger.v_entry e
          WHERE ((e.member_id = a.member_id) AND (e.cause_id = a.id) AND (e.house = 'house/points/adjusted'::text))) moved ON (true))
  WHERE ((a.amount)::numeric <> moved.moved);
create view purchases.v_broken as
 WITH sums AS (
         SELECT line.member_id,
            line.purchase_id,
            sum(line.amount) AS amount,
            sum(line.points) AS points,
            sum(line.growth) AS growth,
            sum(line.points_spent) AS points_spent,
            bool_or(((line.amount)::numeric <> ( SELECT COALESCE(sum(part.part), (0)::numeric) AS "coalesce"
                   FROM unnest(line.tenders) part(part)))) AS uneven
           FROM purchases.line
          GROUP BY line.member_id, line.purchase_id
        )
 SELECT 'a purchase disagrees with its lines'::text AS fault,
    (p.id)::text AS id
   FROM (purchases.purchase p
     LEFT JOIN sums s ON (((s.member_id = p.member_id) AND (s.purchase_id = p.id))))
  WHERE ((s.purchase_id IS NULL) OR ((((p.total IS DISTINCT FROM (s.amount)::bigint) OR (p.points IS DISTINCT FROM (s.points)::bigint)) OR (p.growth IS DISTINCT FROM (s.growth)::bigint)) OR (p.points_spent IS DISTINCT FROM (s.points_spent)::bigint)))
UNION ALL
 SELECT 'a line disagrees with its tenders'::text AS fault,
    (sums.purchase_id)::text AS id
   FROM sums
  WHERE sums.uneven
UNION ALL
 SELECT 'more was returned than sold'::text AS fault,
    ((sold.purchase_id || '/'::text) || sold.no) AS id
   FROM ((purchases.line sold
     JOIN purchases.line back ON (((back.member_id = sold.member_id) AND (back.sale_id = sold.purchase_id) AND (back.sale_line = sold.no))))
     JOIN purchases.v_purchase r ON (((r.member_id = back.member_id) AND (r.id = back.purchase_id))))
  GROUP BY sold.member_id, sold.purchase_id, sold.no, sold.quantity, sold.amount, sold.points
 HAVING ((sum(back.quantity) > (sold.quantity)::numeric) OR (sum(back.amount) > (sold.amount)::numeric) OR (sum(back.points) > (sold.points)::numeric))
UNION ALL
 SELECT looked.fault,
    (it.id)::text AS id
   FROM (( SELECT p.id,
            p.kind,
            p.points,
            p.growth,
            p.points_spent,
            COALESCE(( SELECT sum(((t.value ->> 'amount'::text))::bigint) AS sum
                   FROM jsonb_array_elements(p.tenders) t(value)
                  WHERE ((t.value ->> 'kind'::text) = 'wallet'::text)), (0)::numeric) AS paid,
            COALESCE(sum(abs(e.amount)) FILTER (WHERE ((e.unit = 'points'::text) AND (e.house = 'house/points/issued'::text))), (0)::numeric) AS points_moved,
            COALESCE(sum(abs(e.amount)) FILTER (WHERE ((e.unit = 'growth'::text) AND (e.house = 'house/growth/issued'::text))), (0)::numeric) AS growth_moved,
            COALESCE(sum(abs(e.amount)) FILTER (WHERE ((e.unit = 'points'::text) AND (e.house = 'house/points/redeemed'::text))), (0)::numeric) AS spent_moved,
            COALESCE(sum(abs(e.amount)) FILTER (WHERE ((e.unit ~~ 'principal.%'::text) OR (e.unit ~~ 'bonus.%'::text))), (0)::numeric) AS paid_moved
           FROM (purchases.purchase p
             LEFT JOIN ledger.v_entry e ON (((e.member_id = p.member_id) AND (e.cause_id = p.id))))
          WHERE (p.origin <> 'history'::text)
          GROUP BY p.member_id, p.id, p.kind, p.points, p.growth, p.points_spent, p.tenders) it
     CROSS JOIN LATERAL ( VALUES ('a purchase moved no points that it says'::text,((it.points)::numeric <> it.points_moved)), ('a purchase moved no growth that it says'::text,((it.kind <> 'unlinked'::text) AND ((it.growth)::numeric <> it.growth_moved))), ('a purchase moved no points that it spent'::text,((it.kind <> 'unlinked'::text) AND ((it.points_spent)::numeric <> it.spent_moved))), ('a purchase moved no stored money that it says'::text,((it.kind <> 'unlinked'::text) AND (it.paid <> it.paid_moved)))) looked(fault, wrong))
  WHERE looked.wrong
UNION ALL
 SELECT DISTINCT 'a transfer of a sale has no purchase'::text AS fault,
    (e.id)::text AS id
   FROM (ledger.v_entry e
     LEFT JOIN purchases.purchase p ON (((p.member_id = e.member_id) AND (p.id = e.cause_id))))
  WHERE ((e.cause_kind = ANY (ARRAY['sale'::text, 'return'::text, 'unlinked'::text])) AND (p.id IS NULL));
create view purchases.v_purchase as
 SELECT member_id,
    id,
    kind,
    origin,
    walk_in,
    sale_id,
    import_id,
    number,
    store_id,
    till_id,
    shift_id,
    staff_id,
    caller_id,
    occurred_at,
    posted_at,
    business_on,
    currency,
    total,
    tenders,
    points,
    growth,
    points_spent,
    charter,
    tier_before,
    tier_after,
    points_after,
    growth_after,
    principal_after,
    bonus_after,
    explained
   FROM purchases.purchase p
  WHERE ((import_id IS NULL) OR (NOT (EXISTS ( SELECT 1
           FROM purchases.undone u
          WHERE (u.import_id = p.import_id)))));
create view setup.v_broken as
 SELECT 'demo'::text AS fault,
    'told beyond its end'::text AS id
   FROM setup.demo
  WHERE (weeks_done > weeks);
create view tiers.v_broken as
 SELECT 'a tier does not follow from its history'::text AS fault,
    (h.member_id)::text AS id
   FROM (( SELECT DISTINCT ON (history.member_id) history.member_id,
            history.after
           FROM tiers.history
          ORDER BY history.member_id, history.id DESC) h
     JOIN members.v_standing s USING (member_id))
  WHERE (s.tier <> h.after);
create view tiers.v_history as
 SELECT member_id,
    id,
    before,
    after,
    since_on,
    cause_kind,
    cause_id,
    changed_at
   FROM tiers.history h
  WHERE (NOT (EXISTS ( SELECT
           FROM tiers.undone u
          WHERE ((u.member_id = h.member_id) AND (u.history_id = h.id)))));
create view wallets.v_broken as
 SELECT 'a top-up disagrees with the books'::text AS fault,
    (t.id)::text AS id
   FROM (wallets.topup t
     LEFT JOIN LATERAL ( SELECT COALESCE(sum(e.amount) FILTER (WHERE (e.unit ~~ 'principal.%'::text)), (0)::numeric) AS principal,
            COALESCE(sum(e.amount) FILTER (WHERE (e.unit ~~ 'bonus.%'::text)), (0)::numeric) AS bonus
           FROM ledger.v_entry e
          WHERE ((e.member_id = t.member_id) AND (e.cause_id = t.id) AND (e.cause_kind = 'topup'::text))) moved ON (true))
  WHERE ((t.principal IS DISTINCT FROM (moved.principal)::bigint) OR (t.bonus IS DISTINCT FROM (moved.bonus)::bigint));
create view wallets.v_topup as
 SELECT member_id,
    id,
    store_id,
    till_id,
    shift_id,
    staff_id,
    currency,
    principal,
    bonus,
    tender,
    note,
    charter,
    occurred_at,
    posted_at,
    principal_after,
    bonus_after
   FROM wallets.topup;

-- what the application may do

grant insert, select on audit.seal to changke_app;
grant select on audit.v_broken to changke_app;
grant insert, select on audit.verdict to changke_app;
grant insert, select on backups.certificate to changke_app;
grant delete, insert, select, update on backups.job to changke_app;
grant select on backups.v_broken to changke_app;
grant delete, insert, select, update on cards.account to changke_app;
grant delete, insert, select, update on cards.card to changke_app;
grant delete, insert, select, update on cards.card_type to changke_app;
grant select on cards.v_broken to changke_app;
grant select on cards.v_card to changke_app;
grant delete, insert, select, update on catalog.barcode to changke_app;
grant delete, insert, select, update on catalog.brand to changke_app;
grant delete, insert, select, update on catalog.category to changke_app;
grant delete, insert, select, update on catalog.product to changke_app;
grant select on catalog.v_broken to changke_app;
grant select on catalog.v_product to changke_app;
grant select on charter.v_broken to changke_app;
grant insert, select on charter.version to changke_app;
grant delete, insert, select, update on imports.made to changke_app;
grant delete, insert, select, update on imports.mapping to changke_app;
grant delete, insert, select, update on imports.problem to changke_app;
grant delete, insert, select, update on imports.run to changke_app;
grant select on imports.v_broken to changke_app;
grant select on imports.v_run to changke_app;
grant delete, insert, select, update on kernel.cursor to changke_app;
grant insert, select on kernel.fact to changke_app;
grant delete, insert, select, update on kernel.index_key to changke_app;
grant select on kernel.migration to changke_app;
grant delete, insert, select, update on kernel.told to changke_app;
grant insert, select on kernel.trail to changke_app;
grant delete, insert, select, update on ledger.account to changke_app;
grant delete, insert, select, update on ledger.house_cursor to changke_app;
grant delete, insert, select, update on ledger.house_day to changke_app;
grant insert, select on ledger.transfer to changke_app;
grant select on ledger.v_balance to changke_app;
grant select on ledger.v_broken to changke_app;
grant select on ledger.v_entry to changke_app;
grant select on ledger.v_house_drift to changke_app;
grant select on ledger.v_house_entry to changke_app;
grant insert, select on members.consent to changke_app;
grant delete, insert, select, update on members.field to changke_app;
grant delete, insert, select, update on members.identity to changke_app;
grant delete, insert, select, update on members.member to changke_app;
grant select, usage on members.number to changke_app;
grant delete, insert, select, update on members.standing to changke_app;
grant delete, insert, select, update on members.tail to changke_app;
grant select on members.v_broken to changke_app;
grant select on members.v_identity to changke_app;
grant select on members.v_member to changke_app;
grant select on members.v_standing to changke_app;
grant delete, insert, select, update on org.appointment to changke_app;
grant delete, insert, select, update on org.attempt to changke_app;
grant delete, insert, select, update on org.credential to changke_app;
grant delete, insert, select, update on org.invitation to changke_app;
grant delete, insert, select, update on org.key to changke_app;
grant delete, insert, select, update on org.organisation to changke_app;
grant delete, insert, select, update on org.person to changke_app;
grant delete, insert, select, update on org.post to changke_app;
grant delete, insert, select, update on org.recovery_code to changke_app;
grant delete, insert, select, update on org.role to changke_app;
grant delete, insert, select, update on org.role_grant to changke_app;
grant delete, insert, select, update on org.session to changke_app;
grant delete, insert, select, update on org.unit to changke_app;
grant select on org.v_broken to changke_app;
grant delete, insert, select, update on org.view to changke_app;
grant insert, select on points.adjustment to changke_app;
grant select on points.v_broken to changke_app;
grant insert, select on purchases.line to changke_app;
grant insert, select on purchases.purchase to changke_app;
grant delete, insert, select, update on purchases.shift to changke_app;
grant delete, insert, select, update on purchases.till to changke_app;
grant insert, select on purchases.undone to changke_app;
grant select on purchases.v_broken to changke_app;
grant select on purchases.v_purchase to changke_app;
grant delete, insert, select, update on setup.demo to changke_app;
grant select on setup.v_broken to changke_app;
grant insert, select on tiers.history to changke_app;
grant insert, select on tiers.undone to changke_app;
grant select on tiers.v_broken to changke_app;
grant select on tiers.v_history to changke_app;
grant insert, select on wallets.topup to changke_app;
grant select on wallets.v_broken to changke_app;
grant select on wallets.v_topup to changke_app;
