create schema charter;

-- Every published version of the rules. A transfer knows its version, so a version never changes.
create table charter.version (
  no             int         not null primary key,
  document       jsonb       not null,
  effective_from timestamptz not null,
  published_at   timestamptz not null,
  published_by   text        not null,
  note           text        not null default ''
);
comment on table charter.version is 'append-only: a published version never changes';

create view charter.v_broken as
  select 'versions are not numbered in a row' as fault, no::text as id
    from (select no, row_number() over (order by no) as place from charter.version) numbered where no <> place;
