-- Cards: what kinds there are, and which are out, on which account.

create schema cards;

create table cards.card_type (
  type_id         uuid        primary key,
  code            text        not null constraint code_names_one_card_type unique,
  name            text        not null,
  name_en         text        not null,
  kind            text        not null constraint kind_of_card_is_known
    check (kind in ('points', 'stored_value', 'count', 'period', 'discount')),
  named           boolean     not null,       -- issued to a member; otherwise to whoever bears it
  media           text[]      not null constraint card_is_virtual_or_physical
    check (cardinality(media) > 0 and media <@ '{virtual,physical}'),
  prefix          text        not null default '',   -- of the numbers that are made
  validity_months int         constraint validity_is_a_time check (validity_months > 0),   -- null: never ends
  remark          text        not null default '',
  status          text        not null default 'open' constraint status_of_card_type_is_known check (status in ('open', 'retired')),
  version         int         not null default 1,
  updated_at      timestamptz not null,
  -- The law's limits are by card: what holds more than points is accounted to a card.
  constraint validity_has_a_reason check (kind <> 'period' or validity_months is not null)
);

-- What a card stands for. It stays when the card is replaced: caps, refunds and freezes are by account.
create table cards.account (
  member_id  uuid        not null,
  account_id uuid        not null,
  type_id    uuid        not null references cards.card_type,
  opened_at  timestamptz not null,
  primary key (member_id, account_id)
);

create table cards.card (
  member_id     uuid        not null,
  card_id       uuid        not null,
  account_id    uuid        not null,
  type_id       uuid        not null references cards.card_type,
  medium        text        not null constraint medium_is_known check (medium in ('virtual', 'physical')),
  number_sealed bytea       not null,
  number_hash   bytea       not null,         -- as it leads to the member in members.identity
  key_no        smallint    not null,         -- the index key of the hash
  ending        text        not null,         -- the last four characters, to tell cards apart
  status        text        not null constraint status_of_card_is_known check (status in ('issued', 'active', 'closed')),
  store_id      uuid,                         -- where it was issued
  issued_by     uuid,                         -- the person of the staff
  expires_on    date,                         -- the last day on which it is good, in the programme's zone
  issued_at     timestamptz not null,
  activated_at  timestamptz,
  closed_at     timestamptz,
  version       int         not null default 1,
  primary key (member_id, card_id),
  foreign key (member_id, account_id) references cards.account,
  constraint number_names_one_card_of_a_member unique (member_id, number_hash),
  constraint active_card_was_activated check (status <> 'active' or activated_at is not null),
  constraint closed_card_has_its_moment check ((status = 'closed') = (closed_at is not null))
);

-- Cards without their numbers: for lists and reports of other rooms.
create view cards.v_card as
  select card.member_id, card.card_id, card.account_id, card.type_id, card_type.code as type_code, card_type.kind, card_type.named,
         card.medium, card.ending, card.status, card.store_id, card.expires_on, card.issued_at, card.activated_at, card.closed_at
    from cards.card join cards.card_type on card_type.type_id = card.type_id;

-- Always empty.
create view cards.v_broken as
  select 'card does not lead to its member' as fault, card.card_id::text as id
    from cards.card left join members.v_identity as identity
      on identity.kind = case card.status when 'closed' then 'closed_card' else 'card' end
     and identity.hash = card.number_hash and identity.member_id = card.member_id
   where identity.hash is null and card.status <> 'closed'
  union all
  select 'closed card still leads to its member', card.card_id::text
    from cards.card join members.v_identity as identity on identity.kind = 'card' and identity.hash = card.number_hash
   where card.status = 'closed'
  union all
  select 'account without a card', account.account_id::text
    from cards.account left join cards.card using (member_id, account_id) where card.card_id is null
  union all
  select 'card and account are of two types', card.card_id::text
    from cards.card join cards.account using (member_id, account_id) where card.type_id <> account.type_id;
