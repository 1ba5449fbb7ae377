import { Link } from '@backstage/core-components';
import { MeasureView } from '@fairlead/backstage-plugin-delivery-common';
import { useTranslationRef } from '@fairlead/frontend-parts';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import Skeleton from '@material-ui/lab/Skeleton';
import { lazy, Suspense, useState } from 'react';
import { BandLabel, MeasureNotes } from '../measureTile';
import {
  DefinitionButton,
  Direction,
  Insufficient,
  MeasureValue,
  useMeasureTitle,
} from '../states';
import { deliveryTranslationRef } from '../translation';
import { TimeMarks } from './marksOf';
import { TREND_HEIGHT } from './plot';
import { TrendTable } from './TrendTable';

const TrendChart = lazy(() => import('./TrendChart'));

const useStyles = makeStyles(
  theme => ({
    root: { minWidth: 0 },
    head: {
      display: 'flex',
      alignItems: 'center',
      gap: theme.spacing(1),
    },
    number: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'baseline',
      gap: theme.spacing(0, 1.5),
      fontSize: theme.typography.h6.fontSize,
    },
    body: { height: TREND_HEIGHT, margin: theme.spacing(1, 0, 0.5) },
    foot: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0.5, 2),
      ...theme.typography.body2,
    },
  }),
  { name: 'FairleadTrendPanel' },
);

/** A measure over time: the number, its course drawn or in a table, and the way to the records. */
export function TrendPanel(props: {
  measure: MeasureView;
  marks: TimeMarks;
  window: { from: string; to: string };
  /** Where the records behind it are. */
  to: string;
}) {
  const { measure, marks, window, to } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(deliveryTranslationRef);
  const title = useMeasureTitle()(measure.id);
  const [isTable, setIsTable] = useState(false);
  const isKnown = measure.value !== undefined;
  // An empty axis would look like a flat trend; the text above says why there is no data.
  const hasCourse = measure.trend.some(({ value }) => value !== undefined);
  return (
    <section className={classes.root} aria-label={title}>
      <div className={classes.head}>
        <Typography variant="subtitle1" component="h3">
          {title}
        </Typography>
        <DefinitionButton measure={measure} />
      </div>
      {isKnown ? (
        <>
          <div className={classes.number}>
            <MeasureValue measure={measure} />
            <BandLabel band={measure.band} />
            <Direction comparison={measure.comparison} unit={measure.unit} />
          </div>
          <MeasureNotes measure={measure} withSpread />
        </>
      ) : (
        <Insufficient reason={measure.reason} />
      )}
      {hasCourse && (
        <div className={classes.body}>
          {isTable ? (
            <TrendTable measure={measure} />
          ) : (
            <Suspense
              fallback={<Skeleton variant="rect" height={TREND_HEIGHT} />}
            >
              {/* A picture made of hundreds of parts; who does not see it has the table. */}
              <div aria-hidden>
                <TrendChart measure={measure} marks={marks} {...window} />
              </div>
            </Suspense>
          )}
        </div>
      )}
      <div className={classes.foot}>
        {(isKnown || measure.excludedCount > 0) && (
          <Link to={to} aria-label={`${title}: ${t('trends.records')}`}>
            {t('trends.records')}
          </Link>
        )}
        {hasCourse && (
          <Button
            size="small"
            aria-label={`${title}: ${t(
              isTable ? 'trends.asChart' : 'trends.asTable',
            )}`}
            onClick={() => setIsTable(!isTable)}
          >
            {t(isTable ? 'trends.asChart' : 'trends.asTable')}
          </Button>
        )}
      </div>
    </section>
  );
}
