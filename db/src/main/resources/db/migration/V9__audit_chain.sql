-- The events of a tenant, and those of the platform, form a chain each: an event bears the hash of the one before it, so
-- that a changed, removed, inserted or reordered event shows. docs/audit.md says how anybody can check an export.
alter table audit_event
  add column sequence bigint,              -- from 1, without gaps, within the chain
  add column previous_hash bytea,          -- of the event before; 32 zero bytes for the first
  add column hash bytea;                   -- SHA-256 of audit_canonical

-- where each chain stands
create table audit_head (
  tenant_id uuid references tenant,        -- null: of the platform
  sequence bigint not null,
  hash bytea not null,
  seal bytea,                              -- of sequence and hash under the installation's pepper, which is not in the database
  unique nulls not distinct (tenant_id)
);

create function audit_facts(facts jsonb) returns text
  language sql immutable
  as $$
select '{' || coalesce(string_agg(to_json(f.key)::text || ':' || f.value::text, ',' order by f.key collate "C"), '') || '}'
from jsonb_each(coalesce(facts, '{}')) f
$$;

-- One line of JSON: names in the order of their code points, no blanks, UTF-8, only what must be escaped is.
create function audit_canonical(e audit_event) returns text
  language sql stable
  as $$
select '{"action":' || to_json(e.action)::text
  || ',"actor":{"name":' || to_json(e.actor_name)::text
  || ',"sourceIp":' || coalesce(to_json(e.source_ip)::text, 'null')
  || ',"subject":' || to_json(e.actor_subject)::text
  || '},"after":' || marketplace.audit_facts(e.after)
  || ',"at":"' || to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
  || '","before":' || marketplace.audit_facts(e.before)
  || ',"id":"' || e.id
  || '","previous":"' || encode(e.previous_hash, 'hex')
  || '","sequence":' || e.sequence
  || ',"subject":{"id":' || to_json(e.subject_id)::text
  || ',"type":' || to_json(e.subject_type)::text
  || '},"tenant":' || coalesce('"' || e.tenant_id || '"', 'null')
  || '}'
$$;

-- the events that stand there already
do $$
declare
  e audit_event;
  head audit_head;
begin
  for e in select * from audit_event order by tenant_id, id loop
    if head.hash is null or head.tenant_id is distinct from e.tenant_id then
      head.tenant_id := e.tenant_id;
      head.sequence := 0;
      head.hash := decode(repeat('00', 32), 'hex');
      insert into audit_head (tenant_id, sequence, hash) values (head.tenant_id, head.sequence, head.hash);
    end if;
    e.sequence := head.sequence + 1;
    e.previous_hash := head.hash;
    e.hash := sha256(convert_to(audit_canonical(e), 'UTF8'));
    update audit_event set sequence = e.sequence, previous_hash = e.previous_hash, hash = e.hash where id = e.id;
    head.sequence := e.sequence;
    head.hash := e.hash;
    update audit_head set sequence = head.sequence, hash = head.hash where tenant_id is not distinct from head.tenant_id;
  end loop;
end $$;
alter table audit_event
  alter column sequence set not null,
  alter column previous_hash set not null,
  alter column hash set not null,
  add constraint audit_event_chain unique nulls not distinct (tenant_id, sequence);

-- Whoever adds an event waits for the chain's end until the transaction before is done. What the writer says of time and
-- place in the chain counts for nothing.
create function audit_chained() returns trigger
  language plpgsql security definer set search_path = marketplace, pg_temp
  as $$
declare
  head audit_head;
begin
  insert into audit_head (tenant_id, sequence, hash) values (new.tenant_id, 0, decode(repeat('00', 32), 'hex'))
    on conflict (tenant_id) do nothing;
  select * into head from audit_head where tenant_id is not distinct from new.tenant_id for update;
  new.at := clock_timestamp();
  new.sequence := head.sequence + 1;
  new.previous_hash := head.hash;
  new.hash := sha256(convert_to(audit_canonical(new), 'UTF8'));
  update audit_head set sequence = new.sequence, hash = new.hash, seal = null
    where tenant_id is not distinct from new.tenant_id;
  return new;
end $$;
create trigger audit_chained before insert on audit_event for each row execute function audit_chained();

alter table audit_head enable row level security;
alter table audit_head force row level security;
create policy tenant_rows on audit_head to marketplace_portal
  using (tenant_id = current_tenant()) with check (tenant_id = current_tenant());
create policy platform_rows on audit_head to marketplace_platform using (true) with check (true);
-- the trigger runs as the owner of its function
create policy owner_chains on audit_head to current_user using (true) with check (true);
grant select, update (seal) on audit_head to marketplace_portal, marketplace_platform;
