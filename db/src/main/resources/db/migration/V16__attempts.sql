-- Beneath a row of the ledger stand its attempts, where there was more than one. They are the row's own column, not a table beside it:
-- they are written and removed with their row, are seen by whom it is seen, and a call of one attempt writes nothing.

alter table usage_row
  -- in their order: pool, provider, model, price (its version), end, status, ms, prompt, cached, completion, reasoning (tokens), source,
  -- nano. Tokens and nano add up to the row's.
  add column beneath jsonb check (jsonb_typeof(beneath) = 'array' and jsonb_array_length(beneath) > 1),
  drop constraint usage_row_flag_check,
  add constraint usage_row_flag_check
    check (flag in ('unreported', 'impossible', 'left', 'excess', 'unanswered', 'interrupted'));

comment on column usage_hour.requests is
  '0 where only attempts were made there that another pool''s answer, or none, followed';
