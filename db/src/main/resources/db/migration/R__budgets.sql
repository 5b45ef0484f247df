-- What the gateway calls to lease, settle and return money; Flyway runs this file again whenever it changes.
drop function if exists lease_budget, return_lease, settle_leases, lease_states, release_leases, admit_label, budget_terms;

-- the window that a moment lies in: calendar periods of the time zone, weeks by ISO 8601
create or replace function budget_window_at(p_period text, p_zone text, p_at timestamptz,
    out starts timestamptz, out ends timestamptz)
  language sql stable parallel safe
  as $$
    select case p_period when 'total' then timestamptz '1970-01-01 00:00:00+00'
        else date_trunc(p_period, p_at at time zone p_zone) at time zone p_zone end,
      case p_period when 'total' then timestamptz '9999-01-01 00:00:00+00'
        else (date_trunc(p_period, p_at at time zone p_zone)
          + case p_period when 'day' then interval '1 day' when 'week' then interval '7 days' else interval '1 month' end)
          at time zone p_zone end
  $$;

-- what holds for a budget or a grant's budget now; raised_until is when the next raise ends
create function budget_terms(p_budget uuid, out period text, out time_zone text, out cap_nano bigint, out soft_percent int,
    out raised_until timestamptz)
  language sql stable
  as $$
    select b.period, b.time_zone, greatest(b.cap_nano, r.cap_nano), b.soft_percent, r.until
    from budget b left join (select max(x.cap_nano) as cap_nano, min(x.until) as until from budget_raise x
      where x.budget_id = p_budget and x.state = 'approved' and x.until > clock_timestamp()) r on true
    where b.id = p_budget and b.tenant_id = current_tenant() and b.removed_at is null
    union all
    select 'month', 'UTC', g.budget_nano, 80, null
    from access_grant g where g.id = p_budget and g.tenant_id = current_tenant()
  $$;

-- Takes a slice of the budget's current window for one replica; adds it to p_lease if that lies in the same window.
-- At least p_need or nothing; more as long as much is left: slices shrink with the rest, so that near the cap no
-- replica holds what another needs. state: granted, exhausted, gone (no such budget).
-- p_question counts up with each question of this life; p_fresh is the identifier of a lease that has to be made. Asked again with the
-- same three, because the answer was lost, it tells what was granted for it; a question that was overtaken by a later one is granted 0.
create function lease_budget(p_tenant uuid, p_budget uuid, p_label text, p_journal uuid, p_life uuid,
    p_lease uuid, p_fresh uuid, p_question bigint, p_need bigint, p_want bigint, p_recall boolean,
    out r_state text, out r_lease uuid, out r_granted bigint, out r_remaining bigint, out r_window timestamptz,
    out r_valid_ms bigint, out r_soft bigint, out r_spent bigint,
    out r_recalled boolean)
  language plpgsql security definer set search_path = marketplace, pg_temp
  as $$
declare
  t record; w budget_window; l budget_lease; ends timestamptz; moment timestamptz := clock_timestamp();
begin
  perform set_config('marketplace.tenant', p_tenant::text, true);
  r_granted := 0;
  r_recalled := false;
  select * into t from budget_terms(p_budget);
  if t.period is null then r_state := 'gone'; return; end if;
  select x.starts, x.ends into r_window, ends from budget_window_at(t.period, t.time_zone, moment) x;
  r_valid_ms := least(extract(epoch from least(ends, t.raised_until) - moment) * 1000, 86400000)::bigint;
  r_soft := ceil(t.cap_nano::numeric * t.soft_percent / 100)::bigint;
  select * into w from budget_window where budget_id = p_budget and label = p_label and window_start = r_window for update;
  if not found then
    -- what was spent before it was set has opened the window already, see BudgetWindows
    insert into budget_window (budget_id, label, window_start, tenant_id, cap_nano, soft_nano)
      values (p_budget, p_label, r_window, current_tenant(), t.cap_nano, r_soft) on conflict do nothing;
    select * into w from budget_window where budget_id = p_budget and label = p_label and window_start = r_window for update;
  end if;
  -- behind the lock, so that two askers of the same question are told the same
  select * into l from budget_lease x where x.id in (p_lease, p_fresh) and x.budget_id = p_budget and x.label = p_label
      and x.journal_id = p_journal and x.life = p_life and x.state = 'open' and x.question >= p_question
    order by x.question limit 1;
  if found then
    r_state := 'granted';
    r_lease := l.id;
    r_granted := case when l.question = p_question then l.question_nano else 0 end;
    if l.window_start <> r_window then
      r_window := l.window_start;
      r_valid_ms := 0; -- it has passed meanwhile: good for being given back
    end if;
    r_spent := w.opening_nano + w.settled_nano - l.settled_nano;
    r_remaining := 0;
    return;
  end if;
  r_spent := w.opening_nano + w.settled_nano;
  r_remaining := greatest(0, t.cap_nano - w.opening_nano - w.leased_nano);
  if r_remaining < p_need then
    r_state := 'exhausted';
    update budget_window set cap_nano = greatest(t.cap_nano, opening_nano + leased_nano), soft_nano = r_soft
      where budget_id = p_budget and label = p_label and window_start = r_window
        and (cap_nano, soft_nano) is distinct from (greatest(t.cap_nano, opening_nano + leased_nano), r_soft);
    if p_recall then
      update budget_lease set recall = true where budget_id = p_budget and label = p_label and window_start = r_window
        and state = 'open' and life <> p_life and granted_nano > settled_nano;
      r_recalled := found;
    end if;
    if r_recalled then
      perform pg_notify('marketplace_recall', p_budget::text || ':' || p_label);
    else
      insert into budget_signal (tenant_id, budget_id, label, window_start, kind, spent_nano, cap_nano)
        values (w.tenant_id, p_budget, p_label, r_window, 'exhausted', r_spent, t.cap_nano) on conflict do nothing;
    end if;
    return;
  end if;
  r_state := 'granted';
  r_granted := least(r_remaining, greatest(p_need, least(p_want, r_remaining / 8)));
  r_remaining := r_remaining - r_granted;
  update budget_window set leased_nano = leased_nano + r_granted, soft_nano = r_soft,
      cap_nano = greatest(t.cap_nano, opening_nano + leased_nano + r_granted)
    where budget_id = p_budget and label = p_label and window_start = r_window;
  update budget_lease set granted_nano = granted_nano + r_granted, recall = false, question = p_question,
      question_nano = r_granted
    where id = p_lease and budget_id = p_budget and label = p_label and window_start = r_window
      and journal_id = p_journal and life = p_life and state = 'open'
    returning id, w.opening_nano + w.settled_nano - settled_nano into r_lease, r_spent;
  if r_lease is null then
    r_spent := w.opening_nano + w.settled_nano;
    r_lease := p_fresh;
    insert into budget_lease (id, budget_id, label, window_start, tenant_id, journal_id, life, granted_nano, question, question_nano)
      values (r_lease, p_budget, p_label, r_window, current_tenant(), p_journal, p_life, r_granted, p_question, r_granted);
  end if;
end $$;

-- Gives back what a replica holds of a lease and has reserved for nobody; once for each p_turn, which counts up.
create function return_lease(p_tenant uuid, p_lease uuid, p_turn bigint, p_unused bigint) returns void
  language plpgsql security definer set search_path = marketplace, pg_temp
  as $$
declare
  l budget_lease; t record;
begin
  perform set_config('marketplace.tenant', p_tenant::text, true);
  select * into l from budget_lease where id = p_lease and tenant_id = p_tenant;
  if not found then
    raise exception 'no such lease' using errcode = 'foreign_key_violation';
  end if;
  -- windows are locked before leases by all who lock both
  perform 1 from budget_window where budget_id = l.budget_id and label = l.label and window_start = l.window_start for update;
  update budget_lease set granted_nano = granted_nano - p_unused, recall = false, turn = p_turn
    where id = p_lease and state = 'open' and turn < p_turn;
  if not found then return; end if;
  select * into t from budget_terms(l.budget_id);
  update budget_window set leased_nano = leased_nano - p_unused,
      cap_nano = greatest(coalesce(t.cap_nano, 0), opening_nano + leased_nano - p_unused)
    where budget_id = l.budget_id and label = l.label and window_start = l.window_start;
end $$;

-- Books what calls have used; called with the rows of the ledger that were newly written, in their transaction.
create function settle_leases(p_lease uuid[], p_amount bigint[]) returns void
  language plpgsql security definer set search_path = marketplace, pg_temp
  as $$
declare
  settled int;
begin
  if cardinality(p_lease) = 0 then return; end if;
  perform 1 from budget_window w
    where (w.budget_id, w.label, w.window_start) in
      (select l.budget_id, l.label, l.window_start from budget_lease l where l.id = any(p_lease))
    order by w.budget_id, w.label, w.window_start for update;
  update budget_lease l set settled_nano = l.settled_nano + s.amount
    from (select u.lease, sum(u.amount)::bigint as amount from unnest(p_lease, p_amount) u (lease, amount) group by u.lease) s
    where l.id = s.lease and l.tenant_id = current_tenant();
  get diagnostics settled = row_count;
  if settled <> (select count(distinct u) from unnest(p_lease) u) then
    raise exception 'a booking names a lease that does not exist' using errcode = 'foreign_key_violation';
  end if;
  update budget_window w set settled_nano = w.settled_nano + s.amount,
      soft_at = case when w.soft_at is null and w.opening_nano + w.settled_nano + s.amount >= w.soft_nano
        then clock_timestamp() else w.soft_at end
    from (select l.budget_id, l.label, l.window_start, sum(u.amount)::bigint as amount
      from unnest(p_lease, p_amount) u (lease, amount) join budget_lease l on l.id = u.lease group by 1, 2, 3) s
    where w.budget_id = s.budget_id and w.label = s.label and w.window_start = s.window_start;
  insert into budget_signal (tenant_id, budget_id, label, window_start, kind, spent_nano, cap_nano)
    select distinct w.tenant_id, w.budget_id, w.label, w.window_start, 'soft', w.opening_nano + w.settled_nano, w.cap_nano
    from budget_lease l join budget_window w using (budget_id, label, window_start)
    where l.id = any(p_lease) and w.soft_at >= transaction_timestamp()
    on conflict do nothing;
end $$;

-- How the leases that a replica holds stand: whether somebody waits for them, and what others have spent.
create function lease_states(p_lease uuid[])
  returns table (lease uuid, recall boolean, soft bigint, spent bigint)
  language sql stable security definer set search_path = marketplace, pg_temp
  as $$
    select l.id, l.recall, w.soft_nano, w.opening_nano + w.settled_nano - l.settled_nano
    from budget_lease l join budget_window w using (budget_id, label, window_start) where l.id = any(p_lease)
  $$;

-- After a journal was replayed and written to the ledger, what its earlier lives held and did not use is free again.
create function release_leases(p_journal uuid, p_life uuid) returns bigint
  language plpgsql security definer set search_path = marketplace, pg_temp
  as $$
declare
  w record; l record; freed bigint := 0;
begin
  for w in select distinct budget_id, label, window_start from budget_lease
      where journal_id = p_journal and life <> p_life and state = 'open' order by 1, 2, 3 loop
    perform 1 from budget_window where budget_id = w.budget_id and label = w.label and window_start = w.window_start for update;
    for l in select * from budget_lease where journal_id = p_journal and life <> p_life and state = 'open'
        and budget_id = w.budget_id and label = w.label and window_start = w.window_start for update loop
      update budget_window set leased_nano = leased_nano - (l.granted_nano - l.settled_nano)
        where budget_id = w.budget_id and label = w.label and window_start = w.window_start;
      update budget_lease set granted_nano = settled_nano, state = 'returned', recall = false where id = l.id;
      freed := freed + l.granted_nano - l.settled_nano;
    end loop;
  end loop;
  return freed;
end $$;

-- Whether a key may bear a value of a label this month: one it has brought up already, or a new one as long as it has brought
-- up fewer than p_most. If not, r_known has all that it has brought up. Good for r_valid_ms, until the month ends in UTC.
create function admit_label(p_tenant uuid, p_key uuid, p_kind text, p_value text, p_most int, out r_admitted boolean,
    out r_known text[], out r_valid_ms bigint)
  language plpgsql security definer set search_path = marketplace, pg_temp
  as $$
declare
  this_month date := date_trunc('month', clock_timestamp() at time zone 'UTC');
  brought int;
begin
  r_valid_ms := extract(epoch from ((this_month + interval '1 month') at time zone 'UTC') - clock_timestamp()) * 1000;
  r_admitted := exists (select from label_value v where v.tenant_id = p_tenant
    and (v.key_id, v.kind, v.month, v.value) = (p_key, p_kind, this_month, p_value));
  if r_admitted then return; end if;
  -- who counts, counts alone: two replicas must not both take the last place
  perform pg_advisory_xact_lock(hashtextextended(p_key::text || p_kind, 4));
  select count(*) into brought from label_value v
    where v.tenant_id = p_tenant and (v.key_id, v.kind, v.month) = (p_key, p_kind, this_month);
  if brought < p_most then
    insert into label_value (key_id, kind, month, value, tenant_id)
      values (p_key, p_kind, this_month, p_value, p_tenant) on conflict do nothing;
    r_admitted := true;
    return;
  end if;
  select array_agg(v.value) into r_known from label_value v
    where v.tenant_id = p_tenant and (v.key_id, v.kind, v.month) = (p_key, p_kind, this_month);
  r_admitted := p_value = any(r_known);
end $$;

-- they belong to a role that may count and nothing else
grant create on schema marketplace to marketplace_budget;
alter function lease_budget(uuid, uuid, text, uuid, uuid, uuid, uuid, bigint, bigint, bigint, boolean) owner to marketplace_budget;
alter function return_lease(uuid, uuid, bigint, bigint) owner to marketplace_budget;
alter function settle_leases(uuid[], bigint[]) owner to marketplace_budget;
alter function lease_states(uuid[]) owner to marketplace_budget;
alter function release_leases(uuid, uuid) owner to marketplace_budget;
alter function admit_label(uuid, uuid, text, text, int) owner to marketplace_budget;
revoke create on schema marketplace from marketplace_budget;
revoke all on function lease_budget(uuid, uuid, text, uuid, uuid, uuid, uuid, bigint, bigint, bigint, boolean),
  return_lease(uuid, uuid, bigint, bigint), settle_leases(uuid[], bigint[]), lease_states(uuid[]), release_leases(uuid, uuid),
  admit_label(uuid, uuid, text, text, int) from public;
grant execute on function lease_budget(uuid, uuid, text, uuid, uuid, uuid, uuid, bigint, bigint, bigint, boolean),
  return_lease(uuid, uuid, bigint, bigint), settle_leases(uuid[], bigint[]), lease_states(uuid[]), release_leases(uuid, uuid),
  admit_label(uuid, uuid, text, text, int) to marketplace_gateway;
