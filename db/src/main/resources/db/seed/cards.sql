-- Cards as delivered, except those that somebody edited: their version is no longer 0.
insert into marketplace.model_card as c (slug, tier, name, vendor, architecture, total_params_b, active_params_b,
  context_tokens, licence, licence_url, modalities, key_strength, retires_on, successor, input_nano_per_million,
  cached_input_nano_per_million, output_nano_per_million, price_source, notes, source)
select slug, tier, name, vendor, architecture, "totalParamsB", "activeParamsB", "contextTokens", licence,
  "licenceUrl", coalesce(modalities, '{}'), "keyStrength", "retiresOn", successor,
  ("inputUsdPerMillion" * 1000000000)::bigint, ("cachedInputUsdPerMillion" * 1000000000)::bigint,
  ("outputUsdPerMillion" * 1000000000)::bigint, "priceSource", notes, source
from jsonb_to_recordset(?::jsonb -> 'cards') as x(slug text, tier text, name text, vendor text, architecture text,
  "totalParamsB" numeric, "activeParamsB" numeric, "contextTokens" int, licence text, "licenceUrl" text,
  modalities text[], "keyStrength" text, "retiresOn" date, successor text, "inputUsdPerMillion" numeric,
  "cachedInputUsdPerMillion" numeric, "outputUsdPerMillion" numeric, "priceSource" text, notes text, source text)
on conflict (slug) do update set tier = excluded.tier, name = excluded.name, vendor = excluded.vendor,
  architecture = excluded.architecture, total_params_b = excluded.total_params_b,
  active_params_b = excluded.active_params_b, context_tokens = excluded.context_tokens, licence = excluded.licence,
  licence_url = excluded.licence_url, modalities = excluded.modalities, key_strength = excluded.key_strength,
  retires_on = excluded.retires_on, successor = excluded.successor,
  input_nano_per_million = excluded.input_nano_per_million,
  cached_input_nano_per_million = excluded.cached_input_nano_per_million,
  output_nano_per_million = excluded.output_nano_per_million, price_source = excluded.price_source,
  notes = excluded.notes, source = excluded.source, updated_at = now()
where c.version = 0
  and (c.tier, c.name, c.vendor, c.architecture, c.total_params_b, c.active_params_b, c.context_tokens, c.licence,
    c.licence_url, c.modalities, c.key_strength, c.retires_on, c.successor, c.input_nano_per_million,
    c.cached_input_nano_per_million, c.output_nano_per_million, c.price_source, c.notes, c.source)
  is distinct from (excluded.tier, excluded.name, excluded.vendor, excluded.architecture, excluded.total_params_b,
    excluded.active_params_b, excluded.context_tokens, excluded.licence, excluded.licence_url, excluded.modalities,
    excluded.key_strength, excluded.retires_on, excluded.successor, excluded.input_nano_per_million,
    excluded.cached_input_nano_per_million, excluded.output_nano_per_million, excluded.price_source, excluded.notes,
    excluded.source)
