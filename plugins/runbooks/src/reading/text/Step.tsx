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
    // As high as the box, so that both stand on one line, and large enough for a thumb.
    mark: { minWidth: 28, lineHeight: '44px', fontWeight: 600 },
    tick: { padding: 10 },
    body: { paddingTop: 10, minWidth: 0 },
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
      <div className={classes.body}>
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
