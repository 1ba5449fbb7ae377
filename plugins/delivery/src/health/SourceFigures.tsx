import { SourceHealth } from '@fairlead/backstage-plugin-delivery-common';
import {
  RelativeTime,
  useNumberFormat,
  useTranslationRef,
} from '@fairlead/frontend-parts';
import { makeStyles } from '@material-ui/core/styles';
import { useDurationFormat } from '../states';
import { deliveryTranslationRef } from '../translation';
import { Figure } from './Figure';
import { HourlyRate } from './HourlyRate';
import { PartFigure } from './PartFigure';
import { ReconciledFigure } from './ReconciledFigure';
import { SourcePart } from './useOpenPart';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gridTemplateColumns: 'repeat(auto-fill, minmax(128px, 1fr))',
      gap: theme.spacing(1.5, 2),
      margin: theme.spacing(1.5, 0, 0),
    },
    types: { margin: 0, padding: 0, listStyle: 'none' },
  }),
  { name: 'FairleadSourceFigures' },
);

/** What came of a source, how fast it was read, and what went wrong with it. */
export function SourceFigures(props: {
  source: SourceHealth;
  openPart: SourcePart | undefined;
  onToggle: (part: SourcePart) => void;
}) {
  const { source, openPart, onToggle } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(deliveryTranslationRef);
  const formatNumber = useNumberFormat();
  const formatDuration = useDurationFormat();
  const { lastRejection, unknownTypes } = source;
  const part = { source, openPart, onToggle };
  return (
    <dl
      className={classes.root}
      aria-label={t('health.figures.label', { source: source.title })}
    >
      <Figure
        label={t('health.figures.lastEvent')}
        isQuiet={!source.lastEventAt}
      >
        {source.lastEventAt ? (
          <RelativeTime time={source.lastEventAt} />
        ) : (
          t('health.figures.never')
        )}
      </Figure>
      <Figure label={t('health.figures.rate')}>
        {t('health.figures.rateWords', { count: source.eventsLastHour })}{' '}
        <HourlyRate eventsByHour={source.eventsByHour} />
      </Figure>
      <Figure
        label={t('health.figures.lag')}
        hint={t('health.figures.lagHint')}
        isQuiet={source.lagP90 === undefined}
      >
        {source.lagP90 === undefined
          ? t('health.figures.lagNone')
          : t('health.figures.lagWords', {
              lag: formatDuration(source.lagP90),
            })}
      </Figure>
      <Figure
        label={t('health.figures.backlog')}
        isQuiet={source.backlog === 0}
      >
        {source.backlog === 0
          ? t('health.figures.backlogNone')
          : t('health.figures.backlogWords', { count: source.backlog })}
      </Figure>
      <Figure
        label={t('health.figures.rejected')}
        isQuiet={source.rejected === 0}
      >
        {source.rejected > 0 && lastRejection
          ? t('health.figures.rejectedWords', {
              refused: formatNumber(source.rejected),
              when: <RelativeTime time={lastRejection.at} />,
              reason: lastRejection.reason,
            })
          : t('health.figures.rejectedNone')}
      </Figure>
      <Figure
        label={t('health.figures.duplicates')}
        hint={t('health.figures.duplicatesHint')}
        isQuiet={source.duplicates === 0}
      >
        {source.duplicates === 0
          ? t('health.figures.nothing')
          : formatNumber(source.duplicates)}
      </Figure>
      <PartFigure {...part} part="quarantine" count={source.quarantined} />
      <PartFigure {...part} part="unmatched" count={source.unmatched} />
      <ReconciledFigure source={source} />
      <Figure
        label={t('health.figures.unknown')}
        hint={t('health.figures.unknownHint')}
        isQuiet={unknownTypes.length === 0}
      >
        {unknownTypes.length === 0 ? (
          t('health.figures.unknownNone')
        ) : (
          <ul className={classes.types}>
            {unknownTypes.map(({ type, count }) => (
              <li key={type}>
                {t('health.figures.unknownType', {
                  type: type || t('health.figures.untyped'),
                  count,
                })}
              </li>
            ))}
          </ul>
        )}
      </Figure>
    </dl>
  );
}
