import {
  FollowUpItem,
  IncidentDetail,
} from '@fairlead/backstage-plugin-runbooks-common';
import { useTranslationRef } from '@fairlead/frontend-parts';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { runbooksTranslationRef } from '../../../translation';
import { Section } from '../Section';
import { AddFollowUp } from './AddFollowUp';
import { FollowUpRow } from './FollowUpRow';
import { useCloseFollowUp } from './useCloseFollowUp';

const useStyles = makeStyles(
  { list: { margin: 0, padding: 0, listStyle: 'none' } },
  { name: 'FairleadFollowUps' },
);

/** What was agreed after an incident: what is overdue first, what is done last. */
export function FollowUps(props: { incident: IncidentDetail }) {
  const { id, followUps, mayUpdate } = props.incident;
  const classes = useStyles();
  const { t } = useTranslationRef(runbooksTranslationRef);
  const close = useCloseFollowUp(id);
  return (
    <Section title={t('incidents.followUps.title')}>
      {followUps.length === 0 ? (
        <Typography variant="body2" color="textSecondary">
          {t('incidents.followUps.none')}
        </Typography>
      ) : (
        <ul className={classes.list}>
          {[...followUps].sort(byUrgency).map(followUp => (
            <FollowUpRow
              key={followUp.id}
              followUp={followUp}
              mayClose={mayUpdate && !followUp.fromSource}
              onClose={isClosed =>
                close.mutate({ followUpId: followUp.id, isClosed })
              }
            />
          ))}
        </ul>
      )}
      {mayUpdate && <AddFollowUp incidentId={id} />}
    </Section>
  );
}

function byUrgency(a: FollowUpItem, b: FollowUpItem): number {
  const rank = ({ closedAt, overdue }: FollowUpItem) =>
    closedAt ? 2 : Number(!overdue);
  const age = ({ createdAt }: FollowUpItem) => createdAt ?? '';
  return rank(a) - rank(b) || age(a).localeCompare(age(b), 'en-US');
}
