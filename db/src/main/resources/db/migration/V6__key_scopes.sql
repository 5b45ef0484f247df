-- What a key reaches beyond its tiers, and keys minted from keys.
alter table virtual_key
  add column parent_id uuid,               -- the key a sub-key was minted from
  add column aliases text[],               -- allow-list of model aliases; null: all of its tiers
  add column highest_sensitivity text,     -- calls that declare more are refused; null: no limit
  add column source_networks text[],       -- CIDR; null: from anywhere
  add column label_values_max int not null default 1000 check (label_values_max between 1 and 100000),
  drop constraint virtual_key_state_check,
  add constraint virtual_key_state_check check (state in ('active', 'suspended', 'revoked')),
  add constraint virtual_key_of_application unique (application_id, id),
  -- a sub-key is of its parent's application, and so of its tenant
  add constraint virtual_key_parent foreign key (application_id, parent_id) references virtual_key (application_id, id),
  add constraint virtual_key_not_its_own_parent check (parent_id <> id);
create index virtual_key_parent on virtual_key (parent_id) where parent_id is not null;
