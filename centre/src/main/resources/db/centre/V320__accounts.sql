-- Who may log in, at which desks. No name, no birthday, no e-mail address: an account is a seat, the roster is the agency's.
create table account (
    officer text primary key,
    hash text not null,
    desks text[] not null,
    disabled boolean not null default false,
    must_change boolean not null default false,
    created_at timestamptz not null
);
revoke all on account from public;
grant select, insert, update on account to entente_app;
revoke all on account from entente_reader;
