import {
  IncidentDetail,
  StageClock,
} from '@fairlead/backstage-plugin-runbooks-common';
import { Moment, useTranslationRef } from '@fairlead/frontend-parts';
import { makeStyles } from '@material-ui/core/styles';
import { runbooksTranslationRef } from '../../translation';
import { TellMoment } from './TellMoment';

const useStyles = makeStyles(
  theme => ({
    notes: {
      display: 'block',
      // The stages behind it are tinted, on which the quieter colour is too faint.
      color: theme.palette.text.primary,
      overflowWrap: 'anywhere',
    },
    tell: { marginTop: theme.spacing(1) },
  }),
  { name: 'FairleadStageDetail' },
);

/** From when to when a stage was and who said so, or what was not told; and the way to tell it. */
export function StageDetail(props: {
  incident: IncidentDetail;
  clock: StageClock;
}) {
  const { id, mayUpdate } = props.incident;
  const { stage, state, from, to, toldBy, reason } = props.clock;
  const classes = useStyles();
  const { t } = useTranslationRef(runbooksTranslationRef);
  return (
    <>
      <span className={classes.notes}>
        {reason ? (
          <bdi>{reason}</bdi>
        ) : (
          <>
            {from && <Moment time={from} />}
            {from && to && ' – '}
            {to && <Moment time={to} />}
          </>
        )}
        {toldBy === 'person' && ` · ${t('incidents.byPerson')}`}
      </span>
      {mayUpdate && stage === 'detection' && from === undefined && (
        <div className={classes.tell}>
          <TellMoment incidentId={id} moment="started" />
        </div>
      )}
      {mayUpdate && stage === 'mitigation' && state !== 'known' && (
        <div className={classes.tell}>
          <TellMoment incidentId={id} moment="mitigated" />
        </div>
      )}
    </>
  );
}
