-- The figures of the delivered cards that nobody edited.
with delivered as (
  select c ->> 'slug' as slug, c -> 'figures' as figures
  from jsonb_array_elements(?::jsonb -> 'cards') c
  join marketplace.model_card m on m.slug = c ->> 'slug' and m.version = 0),
figures as (
  select d.slug, f.benchmark, f.value, f.unit, f.source
  from delivered d, jsonb_to_recordset(d.figures) as f(benchmark text, value numeric, unit text, source text)),
gone as (
  delete from marketplace.card_figure f using delivered d
  where f.card_slug = d.slug and not exists (select from figures n
    where n.slug = f.card_slug and n.benchmark = f.benchmark and n.source = f.source))
insert into marketplace.card_figure as f (card_slug, benchmark, value, unit, source)
select slug, benchmark, value, unit, source from figures
on conflict (card_slug, benchmark, source) do update set value = excluded.value, unit = excluded.unit
where (f.value, f.unit) is distinct from (excluded.value, excluded.unit)
