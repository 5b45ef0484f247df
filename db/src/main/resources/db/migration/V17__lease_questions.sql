-- A gateway that lost the answer to a question asks it again: what it was given, and what it gave back, is remembered by number, so that
-- the repetition is told the same and changes nothing.
alter table budget_lease
  add column question bigint not null default 0,       -- the last one that was answered with money from this lease
  add column question_nano bigint not null default 0,  -- how much that was
  add column turn bigint not null default 0;           -- the last time that something was given back
