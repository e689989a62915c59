-- Views of lists that people keep for themselves: which filters and columns, under a name.

create table org.view (
  id        uuid        primary key,
  person_id uuid        not null references org.person on delete cascade,
  list      text        not null,               -- the list's name in the console
  name      text        not null,
  filters   jsonb       not null default '{}',  -- by filter, the chosen values; never a personal search: names and phones are not kept here
  columns   text[],                             -- null: the list's own
  made_at   timestamptz not null,
  constraint a_view_is_named_once_per_list unique (person_id, list, name)
);
