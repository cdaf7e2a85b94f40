-- What sensors and units said, in the centre's one order of arrival. Decision 0030.
-- Append-only for the application; partitions of one day (UTC) of received_at, dropped when their retention ends.
create schema sta;
grant usage on schema sta to entente_app;

create table sta.observation (
    seq            bigint      not null,  -- place in the order of arrival, shared with sta.sighting; the Observation's @iot.id
    received_at    timestamptz not null,  -- the centre's clock, milliseconds
    datastream     bigint      not null,
    phenomenon     timestamptz not null,
    phenomenon_end timestamptz,           -- null: an instant
    result         text        not null,  -- JSON as received
    value          float8      not null,  -- NaN: not a number
    late           boolean     not null,  -- too old at arrival to be told to the picture
    result_time    timestamptz,
    feature        bigint,                -- null: the place of the Datastream's Thing
    more           text,                  -- JSON object of what else was sent: resultQuality, validTime, parameters
    primary key (seq, received_at)
) partition by range (received_at);
create index observation_by_time on sta.observation (datastream, phenomenon desc, seq desc);

create table sta.sighting (
    seq         bigint      not null,
    received_at timestamptz not null,
    unit        text        not null,
    gone        boolean     not null,     -- true: the unit left the air, the rest is null
    callsign    text,
    type        text,
    lat         float8,
    lon         float8,
    course      float8,
    speed       float8,
    time        timestamptz,
    stale       timestamptz,
    primary key (seq, received_at)
) partition by range (received_at);

-- One row per Datastream: its newest word. Makes "the last value of every sensor" independent of history.
create table sta.last_value (
    datastream     bigint      primary key,
    seq            bigint      not null,
    received_at    timestamptz not null,
    phenomenon     timestamptz not null,
    phenomenon_end timestamptz,
    result         text        not null,
    value          float8      not null,
    late           boolean     not null,
    result_time    timestamptz,
    feature        bigint,
    more           text,
    oldest         timestamptz not null   -- oldest phenomenon time ever kept for the Datastream
) with (fillfactor = 50);

-- How far the order of arrival had come when days were dropped: numbers are never given twice.
create table sta.dropped (
    seq         bigint      not null,
    received_at timestamptz not null
);
insert into sta.dropped values (0, 'epoch');
grant select on sta.dropped to entente_app;

grant select, insert on sta.observation, sta.sighting to entente_app;
grant select, insert, update on sta.last_value to entente_app;

-- The application may make and drop whole days, nothing smaller.
create function sta.open_day(day date) returns void language plpgsql security definer set search_path = sta, pg_temp as $$
declare
    kept text;
    opens timestamptz := day::timestamp at time zone 'UTC';
    closes timestamptz := (day + 1)::timestamp at time zone 'UTC';
begin
    foreach kept in array array['observation', 'sighting'] loop
        execute format('create table if not exists sta.%I partition of sta.%I for values from (%L) to (%L)',
            kept || to_char(day, '_YYYYMMDD'), kept, opens, closes);
    end loop;
end $$;

create function sta.drop_before(day date) returns integer language plpgsql security definer set search_path = sta, pg_temp as $$
declare
    old record;
    dropped integer := 0;
begin
    update sta.dropped set
        seq = greatest(seq, (select max(o.seq) from sta.observation o), (select max(s.seq) from sta.sighting s)),
        received_at = greatest(received_at, (select max(o.received_at) from sta.observation o), (select max(s.received_at) from sta.sighting s));
    for old in select child.relname from pg_inherits i join pg_class child on child.oid = i.inhrelid
               join pg_class parent on parent.oid = i.inhparent
               where parent.oid in ('sta.observation'::regclass, 'sta.sighting'::regclass)
                 and to_date(right(child.relname, 8), 'YYYYMMDD') < day loop
        execute format('drop table sta.%I', old.relname);
        dropped := dropped + 1;
    end loop;
    return dropped;
end $$;

revoke all on function sta.open_day(date), sta.drop_before(date) from public;
grant execute on function sta.open_day(date), sta.drop_before(date) to entente_app;
