-- Nobody gets anything by default: each migration grants entente_app and entente_reader what they need on its own
-- tables, table by table. entente_reader gets SELECT only, and only with row-level security where rows carry a marking.
revoke all on schema public from public;
grant usage on schema public to entente_app, entente_reader;
