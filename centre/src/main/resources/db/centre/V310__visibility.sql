-- The rule of access.Visibility a second time, underneath the code: a query that forgot to ask is stopped here.
-- The viewer is set per transaction by access.ViewerStore; without a viewer and a purpose nothing is seen at all.

create function entente_may_see(originator text, classification int, releasable text[], compartment text)
returns boolean language sql stable parallel safe as $$
    select coalesce(
        nullif(current_setting('entente.viewer_purpose', true), '') is not null
        and classification <= nullif(current_setting('entente.viewer_clearance', true), '')::int
        and (cardinality(releasable) = 0
            or originator = current_setting('entente.viewer_agency', true)
            or current_setting('entente.viewer_agency', true) = any (releasable)
            or current_setting('entente.viewer_state', true) = any (releasable))
        and (compartment is null
            or compartment = any (string_to_array(current_setting('entente.viewer_compartments', true), ','))),
        false)
$$;

-- Life first: the row of a life at risk is seen by every viewer; access.Visibility then shows place and need only.
create function entente_has_viewer() returns boolean language sql stable parallel safe as $$
    select nullif(current_setting('entente.viewer_purpose', true), '') is not null
$$;

do $$
declare board text;
begin
    foreach board in array array['alarm_board', 'incident_board', 'task_board'] loop
        execute format('alter table %I enable row level security', board);
        execute format('create policy written_by_the_centre on %I for all to entente_app using (true) with check (true)', board);
        execute format('create policy seen_as_marked on %I for select to entente_reader using ('
            || 'entente_may_see(marking_originator, marking_classification, marking_releasable, marking_compartment) '
            || 'or (life_at_risk and entente_has_viewer()))', board);
    end loop;
end $$;
