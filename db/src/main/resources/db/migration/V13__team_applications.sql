-- A team can hold keys of its own: they belong to one application that stands for the whole team.
alter table application add column of_team boolean not null default false;
create unique index application_of_team on application (team_id) where of_team and archived_at is null;
