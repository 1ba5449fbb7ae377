import { makeStyles } from '@material-ui/core/styles';
import { Code } from './Code';
import { ProblemNotes } from './ProblemNotes';
import { Prose } from './Prose';
import { Step } from './Step';
import { TextBlock } from './types';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr)',
      gap: theme.spacing(1),
    },
  }),
  { name: 'FairleadRunbookBlocks' },
);

/** Parts of a text, each with what the linter found in it. */
export function Blocks(props: { blocks: readonly TextBlock[] }) {
  const classes = useStyles();
  return (
    <div className={classes.root}>
      {props.blocks.map(block => (
        <div key={`${block.line} ${block.kind}`}>
          {block.kind === 'prose' && <Prose text={block.text} />}
          {block.kind === 'code' && <Code block={block} />}
          {block.kind === 'step' && <Step block={block} />}
          <ProblemNotes problems={block.problems} />
        </div>
      ))}
    </div>
  );
}
