import { Entity } from '@backstage/catalog-model';
import { InfoCard } from '@backstage/core-components';
import { EntityMeasuresResponse } from '@fairlead/backstage-plugin-delivery-common';
import { useMemo } from 'react';
import { MeasuresQuery } from '../api';
import { useEntityHistory } from '../api/queries';
import { CiSection } from '../ci';
import {
  AnnotationProblems,
  isNothingKnown,
  NothingKnown,
} from '../nothingKnown';
import { FrictionSection } from '../friction';
import { RecordsPanel, RecordsTable } from '../records';
import { marksOf } from '../trends';
import { TrendsSection } from './TrendsSection';
import { useTabParams } from './useTabParams';
import { WaitsSection } from './WaitsSection';

/** The sections of the tab, and the records of a number that was opened. */
export function TabBody(props: {
  entity: Entity;
  response: EntityMeasuresResponse;
  query: MeasuresQuery;
}) {
  const { entity, response, query } = props;
  const { entityRef, measures, worstJobs } = response;
  const { from, to } = query;
  const window = { from, to };
  const { kind, measure, set, linkTo } = useTabParams();
  const events = useEntityHistory(entityRef, {
    ...window,
    kinds: ['deployment', 'incident'],
    limit: 500,
  });
  const { known, marks } = useMemo(() => {
    const records = events.data?.pages.flatMap(({ items }) => items) ?? [];
    return {
      known: new Map(records.map(record => [record.key, record])),
      marks: marksOf(records),
    };
  }, [events.data]);
  // Nothing of one origin is not nothing at all.
  const isCounted = response.origin === 'counted';
  const opened = measures.find(({ id }) => id === measure);
  return (
    <>
      <AnnotationProblems
        entity={entity}
        problems={response.coverage.problems}
      />
      {isCounted && isNothingKnown(response) ? (
        <InfoCard>
          <NothingKnown response={response} entity={entity} />
        </InfoCard>
      ) : (
        <>
          <WaitsSection response={response} />
          <TrendsSection response={response} marks={marks} linkTo={linkTo} />
          <CiSection
            measures={measures}
            // Jobs are told by no origin.
            jobs={isCounted ? worstJobs : undefined}
            slowest={isCounted ? response.slowestJob : undefined}
            linkTo={linkTo}
          />
        </>
      )}
      {response.coverage.records > 0 && (
        <RecordsTable
          entityRef={entityRef}
          window={window}
          kind={kind}
          onKindChange={next => set('kind', next === 'all' ? undefined : next)}
        />
      )}
      <FrictionSection
        entity={entity}
        window={window}
        measuredPerWeek={response.lostPerWeek}
      />
      {opened && (
        <RecordsPanel
          entityRef={entityRef}
          measure={opened}
          query={query}
          known={known}
          onClose={() => set('measure', undefined)}
        />
      )}
    </>
  );
}
