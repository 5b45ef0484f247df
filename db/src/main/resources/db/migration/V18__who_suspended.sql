-- Who suspended a key and in which right: it is resumed in the same or a higher one, see io.marketplace.model.keys.KeyRight.
alter table virtual_key
  add column suspended_by text,
  add column suspended_as text,
  add column suspended_at timestamptz,
  add column suspended_reason text;
-- of keys that were suspended before, the audit alone knows by whom: an approver looks there, and resumes them
update virtual_key set suspended_by = 'unknown', suspended_as = 'tenant-approver', suspended_at = now()
  where state = 'suspended';
alter table virtual_key add constraint virtual_key_suspension check (case
  when state = 'suspended' then suspended_by is not null and suspended_at is not null
    and coalesce(suspended_as, '') in ('developer', 'tenant-approver', 'platform-admin')
  else num_nonnulls(suspended_by, suspended_as, suspended_at, suspended_reason) = 0 end);
