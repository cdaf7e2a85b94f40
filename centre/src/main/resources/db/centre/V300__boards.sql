-- What is asked by many, written in the same transaction as the entry. One shape for all three boards, so that one
-- rule (V310) covers them. `marking_classification` is the ordinal of kernel.Classification: 0 official, 1 sensitive, 2 secret.

-- Alarms, one row each, as the console reads them.
create table alarm_board (
    id text primary key,
    marking_originator text not null,
    marking_classification int not null check (marking_classification between 0 and 2),
    marking_releasable text[] not null default '{}',
    marking_compartment text,
    life_at_risk boolean not null default false,
    place text,
    body jsonb not null,
    position bigint not null
);
create index alarm_board_position on alarm_board (position);
create index alarm_board_place on alarm_board (place) where place is not null;
create index alarm_board_life_at_risk on alarm_board (position) where life_at_risk;
grant select, insert, update, delete on alarm_board to entente_app;
grant select on alarm_board to entente_reader;

-- Incidents, one row each.
create table incident_board (
    id text primary key,
    marking_originator text not null,
    marking_classification int not null check (marking_classification between 0 and 2),
    marking_releasable text[] not null default '{}',
    marking_compartment text,
    life_at_risk boolean not null default false,
    place text,
    body jsonb not null,
    position bigint not null
);
create index incident_board_position on incident_board (position);
create index incident_board_place on incident_board (place) where place is not null;
create index incident_board_life_at_risk on incident_board (position) where life_at_risk;
grant select, insert, update, delete on incident_board to entente_app;
grant select on incident_board to entente_reader;

-- Tasks given to units, one row each.
create table task_board (
    id text primary key,
    marking_originator text not null,
    marking_classification int not null check (marking_classification between 0 and 2),
    marking_releasable text[] not null default '{}',
    marking_compartment text,
    life_at_risk boolean not null default false,
    place text,
    body jsonb not null,
    position bigint not null
);
create index task_board_position on task_board (position);
create index task_board_place on task_board (place) where place is not null;
create index task_board_life_at_risk on task_board (position) where life_at_risk;
grant select, insert, update, delete on task_board to entente_app;
grant select on task_board to entente_reader;
