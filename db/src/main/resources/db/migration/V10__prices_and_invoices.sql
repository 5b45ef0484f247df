-- What a price may ask besides plain input and output; null: nothing, or as any other completion token.
alter table price
  add column reasoning_nano_per_million bigint check (reasoning_nano_per_million >= 0),
  add column image_nano bigint check (image_nano >= 0),
  add column request_nano bigint check (request_nano >= 0);

-- What an own pool's hour costs, whoever calls it: versioned, a row is never changed, in force from its creation on.
create table gpu_price (
  pool_id uuid not null references pool,
  version int not null check (version > 0),
  gpu_hour_nano bigint not null check (gpu_hour_nano >= 0),
  gpus int not null check (gpus between 1 and 100000),
  created_by text not null,
  created_at timestamptz not null default now(),
  primary key (pool_id, version)
);
alter table gpu_price enable row level security;
alter table gpu_price force row level security;
create policy readers on gpu_price for select to marketplace_portal using (true);
create policy platform_rows on gpu_price to marketplace_platform using (true) with check (true);
grant select on gpu_price to marketplace_portal, marketplace_platform;
grant insert on gpu_price to marketplace_platform;

-- Providers' invoices as they were imported, to be set against the ledger; the platform's alone.
create table invoice (
  id uuid primary key,
  provider_id uuid not null references provider,
  format text not null check (format in ('plain', 'openai', 'anthropic')),
  name text not null check (length(name) between 1 and 200),
  digest text not null,                    -- SHA-256 of the table: the same one is taken once
  from_day date not null,
  to_day date not null check (to_day >= from_day),
  lines int not null check (lines > 0),
  total_nano bigint not null check (total_nano >= 0),
  imported_by text not null,
  imported_at timestamptz not null,
  unique (provider_id, digest)
);
create table invoice_line (
  invoice_id uuid not null references invoice on delete cascade,
  day date not null,
  model text not null,                     -- lower case, without the date of its release
  input_tokens bigint check (input_tokens >= 0),
  output_tokens bigint check (output_tokens >= 0),
  cost_nano bigint not null check (cost_nano >= 0),
  primary key (invoice_id, day, model)
);
do $$
declare t text;
begin
  foreach t in array array['invoice', 'invoice_line'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy platform_rows on %I to marketplace_platform using (true) with check (true)', t);
    execute format('grant select, insert, delete on %I to marketplace_platform', t);
  end loop;
end $$;
