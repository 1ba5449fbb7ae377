import { ScorecardSummary } from '@fairlead/backstage-plugin-scorecards-common';
import { useMemo } from 'react';
import { DateTime } from 'luxon';
import { useHistory } from '../../api/queries';
import { Loaded } from '../../states';
import { DefinitionMarks } from '../DefinitionMarks';

/** The versions of the last year, newest first. */
export function VersionList(props: { scorecard: ScorecardSummary }) {
  const range = useMemo(
    () => ({
      from: DateTime.utc().minus({ years: 1 }).toISODate(),
      to: DateTime.utc().toISODate(),
    }),
    [],
  );
  const query = useHistory(props.scorecard.scorecardRef, range);
  return (
    <Loaded query={query} skeleton={null}>
      {history => <DefinitionMarks marks={history.marks} />}
    </Loaded>
  );
}
