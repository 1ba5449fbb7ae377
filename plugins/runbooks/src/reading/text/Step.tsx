import { useTimeFormat, useTranslationRef } from '@fairlead/frontend-parts';
import Checkbox from '@material-ui/core/Checkbox';
import { makeStyles } from '@material-ui/core/styles';
import { runbooksTranslationRef } from '../../translation';
import { Blocks } from './Blocks';
import { useTextContext } from './TextContext';
import { StepBlock } from './types';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gridTemplateColumns: 'auto minmax(0, 1fr)',
      columnGap: theme.spacing(1),
    },
    mark: { minWidth: 28, fontWeight: 600 },
    // Large enough for a thumb; the text stands on one line with the box.
    tick: { padding: 10, alignSelf: 'start' },
    ticked: { paddingTop: 10 },
    at: { ...theme.typography.caption, color: theme.palette.text.secondary },
  }),
  { name: 'FairleadRunbookStep' },
);

/** Something to do, with a box to tick while the runbook is used. */
export function Step(props: { block: StepBlock }) {
  const { block } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(runbooksTranslationRef);
  const time = useTimeFormat();
  const { use, onTick } = useTextContext();
  const step = use?.steps.find(({ id }) => id === block.id);
  return (
    <div className={classes.root}>
      {step ? (
        <Checkbox
          color="primary"
          className={classes.tick}
          checked={step.done}
          disabled={!onTick || Boolean(use?.finishedAt)}
          onChange={event => onTick?.(step.id, event.target.checked)}
          inputProps={{ 'aria-label': block.text }}
        />
      ) : (
        <span className={classes.mark}>{block.ordinal || '•'}</span>
      )}
      <div className={step ? classes.ticked : undefined}>
        <Blocks blocks={block.blocks} />
        {step?.done && step.at && (
          <div className={classes.at} title={time.absolute(step.at)}>
            {t('reading.done', { age: time.age(step.at) })}
          </div>
        )}
      </div>
    </div>
  );
}
