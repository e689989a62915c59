-- What every room leans on: references told, facts announced, cursors of listeners, and the trail.

create schema if not exists kernel;

-- A command's reference, told once per caller. The first answer is rendered again from rows that never change,
-- so only the digest of what was asked and the id of what came of it are kept. No month in the key: a reference is for ever.
create table kernel.told (
  caller    uuid        not null,
  reference text        not null,
  digest    bytea       not null,
  cause_id  uuid        not null,   -- what came of it: a purchase, a return, a top-up …
  member_id uuid,                   -- whose books it went to, so that the answer is found in its shard
  primary key (caller, reference)
);

-- News of the rooms, written in the transaction that made them true.
create table kernel.fact (
  id        uuid        not null,
  xid       xid8        not null default pg_current_xact_id(),
  kind      text        not null,
  member_id uuid,
  body      jsonb       not null,
  primary key (id)
) partition by range (id);
create index fact_is_read_in_order on kernel.fact (xid, id);
comment on table kernel.fact is 'append-only: news is not taken back';

-- How far a listener has read. It moves in the transaction of the listener's effect.
create table kernel.cursor (
  listener text  primary key,
  xid      xid8  not null default '0',
  id       uuid  not null default '00000000-0000-0000-0000-000000000000',
  moved_at timestamptz not null default now()
);

-- Which index keys made the keyed hashes that are there. Who writes a hash must hold every key that is needed, or nobody would find it.
create table kernel.index_key (
  no     smallint primary key,
  mark   bytea    not null,                  -- a keyed hash of nothing: tells a wrong key file before it finds nobody
  needed boolean  not null default true      -- false while some process may not have read it yet
);

-- Who did what, refused or done; sealed into a chain by a worker.
create table kernel.trail (
  id         uuid        not null,
  xid        bigint      not null default (pg_current_xact_id()::text::bigint),   -- xid8 as a number, for BRIN: the order of sealing
  kind       text        not null,   -- the route's name, or what a worker did
  caller_id  uuid,
  caller     text        not null,   -- user, key or system, with the name as it was then
  subject_id uuid,                   -- the member, person or store that it was about
  store_id   uuid,
  outcome    text        not null,   -- done, or the refusal's code
  body       jsonb       not null default '{}',
  request_id text,
  acted_at   timestamptz not null,
  primary key (id)
) partition by range (id);
create index trail_in_commit_order on kernel.trail using brin (xid) with (pages_per_range = 16, autosummarize = on);
create index trail_by_caller on kernel.trail (caller_id, id);
create index trail_by_store on kernel.trail (store_id, id) where store_id is not null;
create index trail_by_subject on kernel.trail (subject_id, id) where subject_id is not null;
comment on table kernel.trail is 'append-only, sealed: a trail that can be edited is none';
