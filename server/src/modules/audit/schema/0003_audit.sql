-- Seals over what may only be appended. A table is sealed when its comment says `append-only, sealed`.

create schema if not exists audit;

create table audit.seal (
  chain      text        not null,   -- the table
  number     bigint      not null,
  from_xid   bigint      not null,   -- it holds the rows of transactions from here …
  until_xid  bigint      not null,   -- … up to here, this one not included
  count      integer     not null,
  columns    text[]      not null,   -- what was read of each row: a column that came later does not break an old seal
  listing    bytea       not null,   -- of each row, by xid and id: its id (16 bytes) and the first 8 bytes of its digest
  content    bytea       not null,   -- SHA-256 over the rows' digests, in the same order
  digest     bytea       not null,   -- HMAC over the seal before it, this one's number and count, content and listing
  sealed_at  timestamptz not null,
  primary key (chain, number),
  constraint seal_holds_a_row check (count > 0),
  constraint seal_ends_after_it_begins check (until_xid > from_xid)
);
comment on table audit.seal is 'append-only: a seal that can be made anew is none';
create index seal_by_moment on audit.seal (chain, sealed_at);

-- What the nightly verification found, whole.
create table audit.verdict (
  id          uuid        primary key,
  verified_at timestamptz not null,
  took_ms     integer     not null,
  faults      integer     not null,
  chains      jsonb       not null
);
comment on table audit.verdict is 'append-only: what was found stays found';

create view audit.v_broken as
  select 'a seal does not begin where the one before it ends' as fault, chain || ' ' || number as id
    from (select chain, number, from_xid, lag(until_xid) over (partition by chain order by number) as before,
                 lag(number) over (partition by chain order by number) as number_before from audit.seal) as it
   where from_xid <> coalesce(before, 0) or number <> coalesce(number_before, 0) + 1;
