-- What was backed up, and what was proven to come back. The backups themselves lie outside of the database.

create schema backups;

-- A backup or drill that was asked for, or was due. Whether somebody works on it, a lock says: a worker that dies loses it.
create table backups.job (
  id         uuid        primary key,
  kind       text        not null,
  asked_at   timestamptz not null,
  asked_by   text        not null,           -- as in the trail: person, key or system, with the name as it was then
  begun_at   timestamptz,                    -- of the latest try
  ended_at   timestamptz,
  tries      int         not null default 0,
  step       text        not null default 'waiting',
  done_bytes bigint      not null default 0, -- how far the step is, where it can be counted
  fault      text,                           -- why it failed, in the engine's words
  constraint job_is_a_backup_or_a_drill check (kind in ('backup', 'drill'))
);
create unique index one_job_at_a_time on backups.job ((true)) where ended_at is null;
create index job_by_kind on backups.job (kind, asked_at);

create table backups.certificate (
  id          uuid        primary key,
  xid         bigint      not null default (pg_current_xact_id()::text::bigint),   -- for the order of sealing
  made_at     timestamptz not null,
  kind        text        not null,
  backup_id   text,                           -- null: not even a backup was found
  reached_at  timestamptz,                    -- the moment that came back; null: none did
  started_at  timestamptz not null,
  ended_at    timestamptz not null,
  bytes       bigint      not null,           -- of the backup, as it lies in the folder
  tables      int         not null,
  rows        bigint      not null,
  digest      text,                           -- of the books as they came back
  compared    jsonb       not null,           -- what was held against what: [{what, count, same}]
  fault_count int         not null,
  faults      jsonb       not null,           -- the first hundred, a sentence each
  version     text        not null,
  machine     text        not null,
  constraint certificate_is_of_a_known_kind check (kind in ('physical', 'logical')),
  constraint certificate_ends_after_it_begins check (ended_at >= started_at),
  constraint certificate_without_fault_names_a_moment check (fault_count > 0 or (backup_id is not null and reached_at is not null))
);
comment on table backups.certificate is 'append-only, sealed: a failed drill is not taken back';

-- Always empty.
create view backups.v_broken as
  select 'a job ended before it began' as fault, id::text as id from backups.job where ended_at < begun_at
  union all
  select 'a certificate counts fewer faults than it names', id::text
    from backups.certificate where fault_count < jsonb_array_length(faults);
