-- The people (and enterprises) whom the shops know: what the house knows of them at the till, their archive, how they are found.

create schema members;

-- What the house knows of a member at the till: one wide row of fixed-width columns. It is the lock row of every value command.
-- No index on a column that a sale changes and room left on each page, so that an update stays on its page.
-- A walk-in receipt or an unnamed card has a row here (flag 32) and none in members.member.
create table members.standing (
  member_id   uuid     primary key,
  home_store  uuid,
  tier        smallint not null default 0,   -- rank in the charter, 0 is the lowest
  tier_since  date,
  tier_until  date,
  flags       int      not null default 0,   -- 1 may not earn, 2 not spend, 4 no messages, 8 no sign-in, 16 closed, 32 bearer
  merged_into uuid,
  first_on    date,                          -- first and last day on which something was bought (business days)
  last_on     date,
  purchases   int      not null default 0,   -- how many ever
  spent       bigint   not null default 0,   -- how much ever, in minor units, less what came back
  last_month  int      not null default 0,   -- year * 12 + month - 1 of the newest bucket; 0 when nothing was ever bought
  c0 int not null default 0, c1 int not null default 0, c2 int not null default 0, c3 int not null default 0,
  c4 int not null default 0, c5 int not null default 0, c6 int not null default 0, c7 int not null default 0,
  c8 int not null default 0, c9 int not null default 0, c10 int not null default 0, c11 int not null default 0,   -- how many per month; a month's place is its number modulo 12
  s0 bigint not null default 0, s1 bigint not null default 0, s2 bigint not null default 0, s3 bigint not null default 0,
  s4 bigint not null default 0, s5 bigint not null default 0, s6 bigint not null default 0, s7 bigint not null default 0,
  s8 bigint not null default 0, s9 bigint not null default 0, s10 bigint not null default 0, s11 bigint not null default 0,   -- how much per month
  version     int      not null default 0,
  constraint standing_tier_is_a_rank check (tier >= 0),
  constraint standing_is_not_merged_into_itself check (merged_into <> member_id)
) with (fillfactor = 70);


-- The archive of a person or an enterprise. Phone, e-mail, id number and address are sealed (AES-256-GCM with the key's id inside).
create table members.member (
  member_id        uuid        primary key,
  number           text        not null,       -- unique through members.identity (kind 'number')
  kind             text        not null constraint kind_of_member_is_known check (kind in ('person', 'enterprise')),
  name             text        not null,       -- as it was given; empty when only a phone is known
  name_search      text        not null,       -- lower case, then full pinyin, then initials, one per line
  name_grams       text[]      not null,       -- single characters and pairs of them: two-character names are found by an index
  gender           text        constraint gender_is_known check (gender in ('male', 'female', 'other')),
  birth_calendar   text        constraint calendar_is_known check (birth_calendar in ('solar', 'lunar')),
  birth_year       smallint,                   -- in that calendar; null when only the day is known
  birth_month      smallint,
  birth_day        smallint,
  birth_leap       boolean     not null default false,   -- born in a lunar leap month
  phone_sealed     bytea,
  email_sealed     bytea,
  id_number_sealed bytea,
  address_sealed   bytea,
  language         text        not null constraint language_is_spoken check (language in ('zh', 'en')),
  home_store       uuid,
  recruiter        uuid,                       -- the person of the staff who won this member
  channel          text,
  joined_on        date        not null,       -- in the programme's zone
  status           text        not null default 'active' constraint status_of_member_is_known check (status in ('active', 'closed')),
  tags             text[]      not null default '{}',
  custom           jsonb       not null default '{}',   -- by key of members.field
  remark           text        not null default '',
  version          int         not null default 1,
  created_at       timestamptz not null,
  updated_at       timestamptz not null,
  constraint birthday_is_a_whole_day check (num_nonnulls(birth_calendar, birth_month, birth_day) in (0, 3)),
  constraint birthday_lies_in_a_year check (birth_month between 1 and 12 and birth_day between 1 and 31)
);
create index member_by_store on members.member (home_store, member_id);
create index member_by_joining on members.member (joined_on, home_store);   -- who joined today, and lists by the day of joining
create index member_by_tag on members.member using gin (tags);
create index member_by_name on members.member using gin (name_grams);
create index member_by_name_and_birthday on members.member (split_part(name_search, E'\n', 1), birth_month, birth_day)
  where birth_month is not null;

-- From what somebody says, shows or scans to a member. The hash is keyed, and the same value hashes differently in each kind.
create table members.identity (
  kind        text        not null,            -- phone, number, card, closed_card, external, wechat, email
  hash        bytea       not null,
  member_id   uuid        not null,
  sealed      bytea,                           -- the value itself where no other table keeps it
  verified_at timestamptz,
  key_no      smallint    not null,            -- the index key of the hash; while there are two keys, a new value has a row under each
  constraint identity_names_one_member primary key (kind, hash)
);
create index identity_by_member on members.identity (member_id);

-- The last four digits of phones, for the till. Of members without a home store the store is the nil id.
create table members.tail (
  hash       bytea not null,
  home_store uuid  not null,
  member_id  uuid  not null,
  key_no     smallint not null,                -- the index key of the hash
  primary key (hash, home_store, member_id)
);
create index tail_by_member on members.tail (member_id);

-- What a member agreed to or took back, channel by channel; the newest row holds.
create table members.consent (
  member_id  uuid        not null,
  id         uuid        not null,
  channel    text        not null constraint channel_is_known check (channel in ('sms', 'email', 'phone', 'wechat')),
  given      boolean     not null,
  source     text        not null,             -- where it was said: the counter, a form, an import
  decided_at timestamptz not null,
  primary key (member_id, id)
);
comment on table members.consent is 'append-only: what was agreed to when can be asked years later';

-- Fields that a house adds to its archives.
create table members.field (
  key      text     primary key,
  label_zh text     not null,
  label_en text     not null,
  type     text     not null constraint type_of_field_is_known check (type in ('text', 'number', 'day', 'choice', 'yesno')),
  choices  text[]   not null default '{}',
  required boolean  not null default false,
  position int      not null default 0,
  retired  boolean  not null default false,    -- asked no more; what is kept stays
  constraint a_choice_offers_some check (type <> 'choice' or cardinality(choices) > 0)
);

-- Runs on without gaps that matter; the check digit is added when a number is made.
create sequence members.number start 100000001;

-- Members without personal data in clear: for lists, audiences and reports of other rooms.
create view members.v_member as
  select member.member_id, member.number, member.kind, member.gender, member.birth_calendar, member.birth_month,
         member.birth_day, member.birth_leap, member.language, member.home_store, member.recruiter, member.channel,
         member.joined_on, member.status, member.tags, member.custom, member.phone_sealed is not null as has_phone,
         member.email_sealed is not null as has_email, member.created_at, member.updated_at,
         standing.tier, standing.tier_since, standing.tier_until, standing.flags, standing.merged_into,
         standing.first_on, standing.last_on, standing.purchases, standing.spent
    from members.member join members.standing on standing.member_id = member.member_id;

-- Standings by themselves, bearers among them.
create view members.v_standing as
  select member_id, home_store, tier, tier_since, tier_until, flags, merged_into, first_on, last_on, purchases, spent, last_month
    from members.standing;

-- Which ways lead to whom, as keyed hashes: for rooms that keep what is behind a way (cards).
create view members.v_identity as
  select kind, hash, member_id from members.identity;

-- Always empty. Every test looks here when it ends, and so does a job each night.
create view members.v_broken as
  select 'standing ends a merge at a member who has none' as fault, standing.member_id::text as id
    from members.standing left join members.standing as target on target.member_id = standing.merged_into
   where standing.merged_into is not null and target.member_id is null
  union all
  select 'standing ends before it begins', member_id::text from members.standing where last_on < first_on
  union all
  select 'standing has purchases and no month', member_id::text from members.standing
   where last_month = 0 and (purchases <> 0 or spent <> 0)
  union all
  select 'archive without a standing', member.member_id::text
    from members.member left join members.standing on standing.member_id = member.member_id
   where standing.member_id is null
  union all
  select 'standing without an archive is no bearer', standing.member_id::text
    from members.standing left join members.member on member.member_id = standing.member_id
   where member.member_id is null and standing.flags & 32 = 0
  union all
  select 'archive and standing disagree', member.member_id::text
    from members.member join members.standing on standing.member_id = member.member_id
   where member.home_store is distinct from standing.home_store or (member.status = 'closed') <> (standing.flags & 16 = 16)
  union all
  select 'identity of nobody', identity.member_id::text
    from members.identity left join members.standing on standing.member_id = identity.member_id
   where standing.member_id is null
  union all
  select 'archive is not found by what it holds', member.member_id::text
    from members.member left join members.identity on identity.member_id = member.member_id
    left join members.tail on tail.member_id = member.member_id
   group by member.member_id
  having (member.phone_sealed is not null) <> (count(*) filter (where identity.kind = 'phone') > 0)
      or (member.phone_sealed is not null) <> coalesce(bool_and(tail.home_store = coalesce(member.home_store, '00000000-0000-0000-0000-000000000000')), false)
      or count(*) filter (where identity.kind = 'number') = 0;
