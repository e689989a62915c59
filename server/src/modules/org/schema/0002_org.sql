-- The organisation: its tree, its people and posts, what they may do and where, and how they come in.

create schema if not exists org;

create table org.organisation (
  is_the_one boolean primary key default true constraint there_is_one_organisation check (is_the_one),
  name       text        not null,
  currency   text        not null,   -- of the programme; a store may keep its own
  zone       text        not null,   -- of the programme: its days, months and years begin there
  language   text        not null constraint language_is_spoken check (language in ('zh', 'en')),
  set_up_at  timestamptz not null
);

create table org.unit (
  id              uuid        primary key,
  kind            text        not null constraint kind_of_unit_is_known check (kind in ('group', 'brand', 'region', 'store', 'department')),
  code            text        not null,
  name            text        not null,
  parent_id       uuid        references org.unit,
  path            uuid[]      not null,   -- from the root down to itself: scopes are resolved by it
  status          text        not null default 'open' constraint a_unit_is_open_or_closed check (status in ('open', 'closed')),
  zone            text,
  currency        text,
  day_starts_hour smallint    constraint a_day_starts_before_noon check (day_starts_hour between 0 and 12),
  legal_entity    text,
  address         text,                   -- of a shop, not of a person
  made_at         timestamptz not null,
  constraint path_ends_in_itself check (path[cardinality(path)] = id),
  constraint only_the_root_has_no_parent check ((parent_id is null) = (cardinality(path) = 1)),
  constraint a_store_knows_its_zone_and_money
    check ((kind = 'store') = (zone is not null and currency is not null and day_starts_hour is not null))
);
create unique index code_names_one_unit on org.unit (lower(code));
create unique index there_is_one_root on org.unit ((true)) where parent_id is null;
create index unit_by_parent on org.unit (parent_id);
create index unit_by_ancestor on org.unit using gin (path);

create table org.role (
  id          uuid        primary key,
  code        text        constraint code_names_one_default_role unique,   -- of a role that came with the house; null for one's own
  name_zh     text        not null constraint chinese_name_names_one_role unique,
  name_en     text        not null constraint english_name_names_one_role unique,
  permissions text[]      not null,
  made_at     timestamptz not null,
  constraint the_owner_may_all check (code is distinct from 'owner' or permissions = '{*}'),
  constraint only_the_owner_may_all check (code = 'owner' or not '*' = any (permissions))
);

-- Staff. Login names are personal: sealed to be shown, blinded to be found.
create table org.person (
  id           uuid        primary key,
  name         text        not null,
  number       text,                    -- personnel number
  email_sealed bytea,
  email_hash   bytea       constraint email_belongs_to_one_person unique,
  phone_sealed bytea,
  phone_hash   bytea       constraint phone_belongs_to_one_person unique,
  key_no       smallint    not null,   -- the index key of both hashes; two keys at once: see kernel.index_key
  language     text        not null constraint language_is_spoken check (language in ('zh', 'en')),
  theme        text        not null default 'system' constraint theme_is_known check (theme in ('light', 'dark', 'system')),
  status       text        not null constraint status_of_person_is_known check (status in ('invited', 'active', 'left')),
  made_at      timestamptz not null,
  constraint sealed_and_blind_go_together
    check ((email_sealed is null) = (email_hash is null) and (phone_sealed is null) = (phone_hash is null))
);
create unique index number_belongs_to_one_person on org.person (lower(number));

-- What a person proves themselves by.
create table org.credential (
  person_id      uuid        primary key references org.person,
  password       text,                    -- argon2id with its parameters and salt
  password_at    timestamptz,
  totp_sealed    bytea,
  totp_on_at     timestamptz,             -- null while it is being set up
  totp_last_step bigint      not null default 0   -- a code is good once: only a later step is accepted
);

create table org.recovery_code (
  person_id uuid        not null references org.person,
  hash      bytea       not null,
  used_at   timestamptz,
  primary key (person_id, hash)
);

-- Failed sign-ins, by blinded login and by blinded address, whether or not they exist.
create table org.attempt (
  subject      bytea       primary key,
  failures     integer     not null,
  failed_at    timestamptz not null,
  locked_until timestamptz
);
create index attempt_by_age on org.attempt (failed_at);

create table org.session (
  id         uuid        primary key,
  token_hash bytea       not null constraint token_opens_one_session unique,
  person_id  uuid        not null references org.person,
  started_at timestamptz not null,
  seen_at    timestamptz not null,   -- moved at most once a minute
  ends_at    timestamptz not null,
  ended_at   timestamptz,
  address    text        not null,
  agent      text        not null
);
create index session_by_person on org.session (person_id) where ended_at is null;

create table org.invitation (
  id         uuid        primary key,
  token_hash bytea       not null constraint token_opens_one_invitation unique,
  person_id  uuid        not null references org.person,
  made_by    uuid,
  made_at    timestamptz not null,
  ends_at    timestamptz not null,
  used_at    timestamptz
);
create index invitation_by_person on org.invitation (person_id) where used_at is null;

-- API keys: the key itself is shown once and kept nowhere.
create table org.key (
  id         uuid        primary key,
  name       text        not null,
  prefix     text        not null,
  token_hash bytea       not null constraint token_opens_one_key unique,
  made_by    uuid,
  made_at    timestamptz not null,
  used_at    timestamptz,            -- moved at most once a minute
  used_from  text,
  revoked_at timestamptz
);

-- Who plays which role where: down the tree from the unit.
create table org.role_grant (
  id         uuid        primary key,
  person_id  uuid        references org.person,
  key_id     uuid        references org.key,
  role_id    uuid        not null references org.role,
  unit_id    uuid        not null references org.unit,
  granted_by uuid,
  granted_at timestamptz not null,
  constraint a_person_or_a_key_is_granted check ((person_id is null) <> (key_id is null)),
  constraint a_role_is_granted_once unique nulls not distinct (person_id, key_id, role_id, unit_id)
);
create index role_grant_by_key on org.role_grant (key_id) where key_id is not null;
create index role_grant_by_role on org.role_grant (role_id);

-- Posts: places in the organisation that people are appointed to.
create table org.post (
  id          uuid        primary key,
  title       text        not null,
  unit_id     uuid        not null references org.unit,
  superior_id uuid        references org.post,
  track       text,                      -- the family of jobs, as in "B"
  grade       text,                      -- the grade of pay, as in "B3"
  headcount   integer     not null constraint headcount_is_counted check (headcount between 0 and 100000),
  leads       integer     not null default 0 constraint staff_led_is_counted check (leads between 0 and 100000),
  duties      text,
  status      text        not null default 'open' constraint a_post_is_open_or_closed check (status in ('open', 'closed')),
  made_at     timestamptz not null,
  constraint nobody_is_their_own_superior check (superior_id <> id)
);
create index post_by_unit on org.post (unit_id);
create index post_by_superior on org.post (superior_id);

create table org.appointment (
  id        uuid        primary key,
  post_id   uuid        not null references org.post,
  person_id uuid        not null references org.person,
  from_on   date        not null,
  until_on  date,
  made_at   timestamptz not null,
  constraint an_appointment_ends_after_it_began check (until_on >= from_on)
);
create unique index a_person_holds_a_post_once on org.appointment (post_id, person_id) where until_on is null;
create index appointment_by_person on org.appointment (person_id);

create view org.v_broken as
  select 'a unit''s path is not its parent''s path and itself' as fault, unit.id::text as id
    from org.unit left join org.unit parent on parent.id = unit.parent_id
   where unit.path <> coalesce(parent.path, '{}') || unit.id
  union all
  select 'an organisation has no owner who can come in', organisation.name
    from org.organisation
   where not exists (select 1 from org.role_grant join org.role on role.id = role_grant.role_id and role.code = 'owner'
                       join org.unit on unit.id = role_grant.unit_id and unit.parent_id is null
                       join org.person on person.id = role_grant.person_id and person.status <> 'left')
  union all
  select 'an open unit lies under a closed one', unit.id::text
    from org.unit join org.unit parent on parent.id = unit.parent_id
   where unit.status = 'open' and parent.status = 'closed';
