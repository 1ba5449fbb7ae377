import { ScorecardSummary } from '@fairlead/backstage-plugin-scorecards-common';
import { useScorecardVersions } from '../../api/queries';
import { Loaded } from '../../states';
import { DefinitionMarks } from '../DefinitionMarks';

/** All versions, newest first. */
export function VersionList(props: { scorecard: ScorecardSummary }) {
  const { scorecardRef } = props.scorecard;
  const query = useScorecardVersions(scorecardRef);
  return (
    <Loaded query={query} skeleton={null}>
      {({ items }) => (
        <DefinitionMarks
          scorecardRef={scorecardRef}
          marks={items
            .map(({ since, ...version }) => ({ ...version, at: since }))
            .reverse()}
        />
      )}
    </Loaded>
  );
}
