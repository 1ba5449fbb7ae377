import { TeamJourney } from '@fairlead/backstage-plugin-onboarding-common';
import { Day, useTranslationRef } from '@fairlead/frontend-parts';
import { EntityName } from '../person';
import { DataTable } from '../table';
import { onboardingTranslationRef } from '../translation';

/** Those of a team of whom the reader may know it: on which track they are, and where they stand. */
export function TeamPeople(props: { journeys: readonly TeamJourney[] }) {
  const { t } = useTranslationRef(onboardingTranslationRef);
  return (
    <DataTable
      label={t('team.people')}
      columns={[
        t('team.user'),
        t('team.track'),
        t('team.state'),
        t('team.since'),
      ]}
      rows={props.journeys.map(
        ({ userRef, trackRef, title, state, startAt }) => ({
          key: `${userRef} ${trackRef} ${startAt}`,
          cells: [
            <EntityName key="user" entityRef={userRef} />,
            <bdi key="title">{title}</bdi>,
            t(`states.journey.${state}`),
            <Day key="start" time={startAt} />,
          ],
        }),
      )}
    />
  );
}
