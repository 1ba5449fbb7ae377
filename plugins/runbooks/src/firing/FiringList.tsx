import { FiringAlert } from '@fairlead/backstage-plugin-runbooks-common';
import { useTranslationRef } from '@fairlead/frontend-parts';
import { makeStyles } from '@material-ui/core/styles';
import { runbooksTranslationRef } from '../translation';
import { FiringRow } from './FiringRow';

const useStyles = makeStyles(
  { list: { listStyle: 'none', margin: 0, padding: 0 } },
  { name: 'FairleadFiringList' },
);

/** Alerts that fire now, each with its way in. */
export function FiringList(props: {
  firing: readonly FiringAlert[];
  /** Says on which entity each fires, where that is not the page's own. */
  showEntity?: boolean;
}) {
  const classes = useStyles();
  const { t } = useTranslationRef(runbooksTranslationRef);
  return (
    <ul className={classes.list} aria-label={t('firing.label')}>
      {props.firing.map((firing, i) => (
        // The same alert may fire on an entity several times, with other labels.
        <li key={`${firing.alert} ${firing.entityRef} ${firing.since} ${i}`}>
          <FiringRow firing={firing} showEntity={props.showEntity} />
        </li>
      ))}
    </ul>
  );
}
