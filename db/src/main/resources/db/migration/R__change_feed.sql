-- Open pages follow these tables as they follow those of V11. Repeatable, so that a further table is one more line.
create or replace trigger feed_changed after insert or update or delete on guardrails
  for each statement execute function feed_changed('policy');
create or replace trigger feed_changed after insert or update or delete on sensitivity_name
  for each statement execute function feed_changed('policy');
create or replace trigger feed_changed after insert or update or delete on webhook
  for each statement execute function feed_changed('budgets');
-- a row at a time: what is due is looked for every few seconds, mostly in vain
create or replace trigger feed_changed after update on webhook_delivery
  for each row execute function feed_changed('budgets');
create or replace trigger feed_changed after insert or update or delete on invoice
  for each statement execute function feed_changed('invoices');
create or replace trigger feed_changed after insert or update on retention
  for each statement execute function feed_changed('retention');
create or replace trigger feed_changed after insert or update on retention_run
  for each statement execute function feed_changed('retention');
