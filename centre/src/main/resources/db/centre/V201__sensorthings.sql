-- The entities of OGC SensorThings 1.1 (18-088), part 1: Sensing. Observations are in V200.
create table sta.thing (
    id          bigint generated always as identity primary key,
    name        text  not null,
    description text  not null,
    properties  jsonb,
    sensor      text  unique              -- the reference sensor this Thing stands for; set by seeding only
);
create table sta.location (
    id          bigint generated always as identity primary key,
    name        text  not null,
    description text  not null,
    encoding    text  not null,
    location    jsonb not null,
    properties  jsonb
);
create table sta.thing_location (
    thing    bigint not null references sta.thing on delete cascade,
    location bigint not null references sta.location on delete cascade,
    primary key (thing, location)
);
create index thing_location_back on sta.thing_location (location);
create table sta.historical_location (
    id    bigint generated always as identity primary key,
    time  timestamptz not null,
    thing bigint      not null references sta.thing on delete cascade
);
create index historical_location_thing on sta.historical_location (thing);
create table sta.historical_location_location (
    historical_location bigint not null references sta.historical_location on delete cascade,
    location            bigint not null references sta.location on delete cascade,
    primary key (historical_location, location)
);
create index historical_location_location_back on sta.historical_location_location (location);
create table sta.sensor (
    id          bigint generated always as identity primary key,
    name        text  not null,
    description text  not null,
    encoding    text  not null,
    metadata    jsonb not null,
    properties  jsonb
);
create table sta.observed_property (
    id          bigint generated always as identity primary key,
    name        text  not null,
    definition  text  not null,
    description text  not null,
    properties  jsonb
);
create table sta.feature (
    id          bigint generated always as identity primary key,
    name        text  not null,
    description text  not null,
    encoding    text  not null,
    feature     jsonb not null,
    properties  jsonb,
    location    bigint unique references sta.location on delete set null  -- made from this Location (18-088 table 19)
);
create table sta.datastream (
    id                bigint generated always as identity primary key,
    name              text   not null,
    description       text   not null,
    observation_type  text   not null,
    unit              jsonb  not null,
    observed_area     jsonb,
    properties        jsonb,
    thing             bigint not null references sta.thing on delete cascade,
    sensor            bigint not null references sta.sensor on delete cascade,
    observed_property bigint not null references sta.observed_property on delete cascade
);
create index datastream_thing on sta.datastream (thing);
create index datastream_sensor on sta.datastream (sensor);
create index datastream_observed_property on sta.datastream (observed_property);

grant select, insert, update, delete on sta.thing, sta.location, sta.thing_location, sta.historical_location,
    sta.historical_location_location, sta.sensor, sta.observed_property, sta.feature, sta.datastream to entente_app;
