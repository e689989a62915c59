-- Files on their way in: what was said about them, how far they are, what could not be taken, and what an undo needs.

create schema imports;

-- One file and what becomes of it. The file itself lies sealed in the data folder until it is in; no row of it lies here in clear.
create table imports.run (
  id           uuid        primary key,
  kind         text        not null,
  file_name    text        not null,
  file_bytes   bigint      not null,
  file_digest  bytea       not null,               -- SHA-256 of what was uploaded: the same file twice is noticed
  shape        jsonb       not null,               -- how it is read: form, encoding, delimiter, sheets
  columns      text[]      not null,               -- the header, in the file's order; `#3` is a column without a name
  mapping      jsonb       not null default '{}',  -- column → field
  options      jsonb       not null default '{}',
  state        text        not null,
  task         text,                               -- what it waits for or does: check, run, undo
  wish         text,                               -- what somebody asked of a running one: pause, cancel
  caller_id    uuid        not null,
  caller       text        not null,               -- with the name as it was then
  person_id    uuid,
  scope        uuid[],                             -- where the caller may act; null: everywhere
  made_at      timestamptz not null,
  queued_at    timestamptz,
  began_at     timestamptz,
  ended_at     timestamptz,
  worker       uuid,                               -- who has it in hand …
  beat_at      timestamptz,                        -- … and when it last said so; one that is silent is taken over
  place        jsonb       not null default '{"row":0,"ahead":[]}',   -- rows of the file that are done: all up to `row`, and those of `ahead`
  counts       jsonb       not null default '{}',  -- of the task in hand
  rows_total   bigint,                             -- of the file; an estimate until it was read once
  rows_exact   boolean     not null default false,
  rate         real        not null default 0,     -- rows in a second, lately
  checked      jsonb,                              -- the report of the last check …
  checked_as   text,                               -- … and of which mapping and options
  report       jsonb,
  undo_report  jsonb,
  fault        jsonb,                              -- why it failed: a refusal's code and details
  staged       boolean     not null default true,  -- the sealed file still lies in the data folder
  constraint import_kind_is_known check (kind in ('members', 'products', 'purchases', 'openings')),
  constraint import_state_is_known
    check (state in ('ready', 'waiting', 'running', 'paused', 'done', 'failed', 'cancelled', 'undone')),
  constraint import_task_is_known check (task in ('check', 'run', 'undo')),
  constraint import_wish_is_known check (wish in ('pause', 'cancel')),
  constraint work_has_a_task check (state not in ('waiting', 'running', 'paused') or task is not null),
  constraint running_import_has_a_worker check ((state = 'running') = (worker is not null))
);
create index import_in_line on imports.run (queued_at) where state in ('waiting', 'running');
create index import_of_a_file on imports.run (file_digest);

-- What was wrong with rows, or worth a look. Personal values stand here masked.
create table imports.problem (
  run_id  uuid     not null references imports.run on delete cascade,
  task    text     not null,
  line    bigint   not null,                       -- the row as a spreadsheet counts it: the header is 1
  no      int      not null,
  "column" text    not null default '',
  value   text     not null default '',
  code    text     not null,
  details jsonb    not null default '{}',
  taken   boolean  not null,                       -- true: the row is in, and this is a remark
  primary key (run_id, task, line, no)
);

-- What a run made, so that an undo can take it back: members, products as they were before.
create table imports.made (
  run_id     uuid    not null references imports.run on delete cascade,
  no         bigint  not null,                     -- in the order of making
  kind       text    not null,
  subject_id uuid    not null,
  line       bigint  not null,
  before     jsonb,
  state      text    not null default 'made',
  primary key (run_id, no),
  constraint made_kind_is_known check (kind in ('member', 'product', 'opening')),
  constraint made_state_is_known check (state in ('made', 'undone', 'kept'))
);

-- Mappings by name, for files that come again.
create table imports.mapping (
  kind     text        not null,
  name     text        not null,
  columns  jsonb       not null,
  options  jsonb       not null,
  saved_at timestamptz not null,
  saved_by text        not null,
  primary key (kind, name),
  constraint mapping_kind_is_known check (kind in ('members', 'products', 'purchases', 'openings'))
);

-- Runs without what is inside of them: for lists and reports of other rooms.
create view imports.v_run as
  select id, kind, file_name, state, task, caller_id, made_at, began_at, ended_at, counts, report from imports.run;

-- Always empty.
create view imports.v_broken as
  select 'an import counts other rows than it read' as fault, id::text as id
    from imports.run
   where state = 'done' and task = 'run'
     and coalesce((counts ->> 'accepted')::bigint, 0) + coalesce((counts ->> 'anonymous')::bigint, 0)
       + coalesce((counts ->> 'reported')::bigint, 0) + coalesce((counts ->> 'empty')::bigint, 0)
      <> coalesce((counts ->> 'rows')::bigint, 0)
  union all
  select 'an import lists fewer rows than it reports', run.id::text
    from imports.run
   where state = 'done' and task = 'run' and not coalesce((counts ->> 'unlisted')::bigint, 0) > 0
     and coalesce((counts ->> 'reported')::bigint, 0)
      <> (select count(distinct line) from imports.problem where run_id = run.id and task = 'run' and not taken);
