import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { InfoCard } from '@backstage/core-components';
import { TimeWindow } from '@fairlead/backstage-plugin-delivery-common';
import { EmptyPanel, useTranslationRef } from '@fairlead/frontend-parts';
import Typography from '@material-ui/core/Typography';
import Skeleton from '@material-ui/lab/Skeleton';
import { useFriction } from '../api/queries';
import { Loaded, useDurationFormat } from '../states';
import { deliveryTranslationRef } from '../translation';
import { FrictionReports } from './FrictionReports';
import { FrictionWeeks } from './FrictionWeeks';

const MINUTE = 60_000;

/** What was reported, week by week, beside what was measured. */
export function FrictionSection(props: {
  entity: Entity;
  window?: Partial<TimeWindow>;
  /** The measured waits and rework in milliseconds a week. */
  measuredPerWeek?: number;
}) {
  const { entity, window, measuredPerWeek } = props;
  const { t } = useTranslationRef(deliveryTranslationRef);
  const formatDuration = useDurationFormat();
  const query = useFriction(stringifyEntityRef(entity), window);
  return (
    <InfoCard title={t('friction.section.title')}>
      <Loaded query={query} skeleton={<Skeleton variant="rect" height={120} />}>
        {({ weeks, reports, entityRef }) => {
          const total = weeks.reduce((sum, { minutes }) => sum + minutes, 0);
          if (weeks.every(week => week.reports === 0)) {
            return (
              <EmptyPanel title={t('friction.section.none')}>
                {t('friction.section.noneText')}
              </EmptyPanel>
            );
          }
          const reported = formatDuration(
            (total * MINUTE) / Math.max(1, weeks.length),
          );
          return (
            <>
              <Typography variant="body1" gutterBottom>
                {measuredPerWeek === undefined
                  ? t('friction.section.besideUnknown', { reported })
                  : t('friction.section.beside', {
                      reported,
                      measured: formatDuration(measuredPerWeek),
                    })}
              </Typography>
              <FrictionWeeks weeks={weeks} />
              {reports && reports.length > 0 && (
                <FrictionReports reports={reports} entityRef={entityRef} />
              )}
            </>
          );
        }}
      </Loaded>
    </InfoCard>
  );
}
