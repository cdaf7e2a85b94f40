-- The protected store. Own database, own role; no role of the other database can connect here (decision 0050).
-- What a person told, or what was seen of them, stands only in `sealed`, under a key of its own.

revoke all on schema public from public;
grant usage on schema public to entente_protection;

create table concern_entry (
    position bigint primary key,
    receipt text not null,
    version int not null check (version > 0),
    type text not null,
    type_version int not null,
    at timestamptz not null,
    officer text not null,
    desk text not null,
    sealed bytea,
    clear text,
    chain bytea not null check (length(chain) = 32),
    unique (receipt, version),
    check ((sealed is null) <> (clear is null))
);

-- One key per subject, wrapped by the key file of the store. Destroying the row erases what it sealed.
create table concern_key (
    receipt text primary key,
    wrapped bytea not null
);

-- What is asked by many: no text, no place, no desk.
create table concern (
    receipt text primary key,
    category text not null,
    state text not null,
    service text,
    raised_at timestamptz not null,
    changed_at timestamptz not null
);
create index concern_raised_at on concern (raised_at);

-- Who looked at what on this side of the wall (Directive (EU) 2016/680 Art 25; Regulation (EU) 2016/679 Art 5(2)).
create table concern_look (
    id bigint generated always as identity primary key,
    at timestamptz not null,
    officer text not null,
    desk text not null,
    purpose text not null,
    verb text not null,
    what text not null
);

grant select, insert on concern_entry, concern_look to entente_protection;
grant select, insert, delete on concern_key to entente_protection;
grant select, insert, update on concern to entente_protection;

create function record_stands() returns trigger language plpgsql as $$
begin
    raise exception 'the record of protection is never changed';
end $$;
create trigger concern_entry_stands before update or delete or truncate on concern_entry
    for each statement execute function record_stands();
create trigger concern_look_stands before update or delete or truncate on concern_look
    for each statement execute function record_stands();
