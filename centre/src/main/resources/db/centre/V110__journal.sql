-- The record. docs/formats/journal-entry.md and log.md say what the bytes mean.
create table entry (
    position bigint primary key,
    stream text not null,
    stream_version bigint not null,
    type text not null,
    version int not null,
    at timestamptz(3) not null,
    officer text not null,
    desk text not null,
    agency text not null,
    state text not null,
    purpose text not null,
    marking_originator text not null,
    marking_classification text not null,
    marking_releasable text[] not null,
    marking_compartment text,
    marking_retention_days int not null,
    subject text,                       -- the person it is about: then body is base64 of nonce, ciphertext and tag
    body text not null,
    salt bytea not null check (length(salt) = 16),
    digest bytea not null check (length(digest) = 32),
    unique (stream, stream_version)
);
-- The growing edge of the log; its row lock makes positions gapless and their order the order of commits.
create table log_head (
    only_row boolean primary key default true check (only_row),
    size bigint not null,
    peaks bytea not null
) with (fillfactor = 50);
insert into log_head (size, peaks) values (0, '');
-- Roots of complete tiles, level 1 and up; level 0 is entry.digest.
create table log_node (level int, index bigint, hash bytea not null check (length(hash) = 32), primary key (level, index));
create table log_checkpoint (size bigint primary key, note text not null, signed_at timestamptz not null);
-- One key per person, itself sealed by the master key; null once erased.
create table subject_key (subject text primary key, sealed bytea, made_at timestamptz not null, erased_at timestamptz);

create function record_stands() returns trigger language plpgsql as $$
begin
    raise exception 'the record is never changed';
end $$;
create trigger record_stands before update or delete or truncate on entry for each statement execute function record_stands();
create trigger record_stands before update or delete or truncate on log_node for each statement execute function record_stands();
create trigger record_stands before update or delete or truncate on log_checkpoint for each statement execute function record_stands();

create function log_grows() returns trigger language plpgsql as $$
begin
    if new.size <= old.size then
        raise exception 'the log only grows';
    end if;
    return new;
end $$;
create trigger log_grows before update on log_head for each row execute function log_grows();

create function erased_stays_erased() returns trigger language plpgsql as $$
begin
    if old.erased_at is not null or new.subject <> old.subject or new.made_at <> old.made_at then
        raise exception 'an erased key never comes back';
    end if;
    return new;
end $$;
create trigger erased_stays_erased before update on subject_key for each row execute function erased_stays_erased();

grant select, insert on entry, log_node, log_checkpoint, subject_key to entente_app;
grant select, update (size, peaks) on log_head to entente_app;
grant update (sealed, erased_at) on subject_key to entente_app;
