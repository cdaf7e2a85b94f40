-- Who looked at what, when, at which desk, for which purpose (Directive (EU) 2016/680 Art 25). Appended, never touched again.
create table audit_look (
    id bigint generated always as identity primary key,
    at timestamptz not null,
    officer text not null,
    desk text not null,
    agency text not null,
    state text not null,
    purpose text not null,
    verb text not null check (verb in ('COLLECT', 'ALTER', 'CONSULT', 'DISCLOSE', 'COMBINE', 'ERASE')),
    what text not null,
    justification text not null
);
create index audit_look_at on audit_look (at);

revoke all on audit_look from public, entente_app, entente_reader;
grant select, insert on audit_look to entente_app;

create function audit_look_stands() returns trigger language plpgsql as $$
begin
    raise exception 'the audit is never changed';
end $$;
create trigger audit_look_stands before update or delete or truncate on audit_look
    for each statement execute function audit_look_stands();
