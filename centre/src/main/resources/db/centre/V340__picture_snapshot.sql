-- A shorter way to a past picture: the fold of every input up to a moment, in the bytes of picture.Picture#snapshot.
-- Derived from the kept observations; may be deleted at any time.
create table picture_snapshot (
    at timestamptz primary key,
    seq bigint not null,
    bytes bytea not null
);
revoke all on picture_snapshot from public, entente_reader;
grant select, insert, delete on picture_snapshot to entente_app;
