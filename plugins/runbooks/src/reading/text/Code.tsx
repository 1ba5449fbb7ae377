import { useTranslationRef } from '@fairlead/frontend-parts';
import { makeStyles } from '@material-ui/core/styles';
import { ReactNode } from 'react';
import { CopyButton } from '../../copy';
import { runbooksTranslationRef } from '../../translation';
import { CodeBlock } from './types';

const useStyles = makeStyles(
  theme => ({
    root: {
      border: `1px solid ${theme.palette.divider}`,
      borderRadius: theme.shape.borderRadius,
      backgroundColor: theme.palette.background.paper,
    },
    head: {
      display: 'flex',
      alignItems: 'center',
      justifyContent: 'space-between',
      padding: theme.spacing(0, 0.5, 0, 1.5),
      borderBottom: `1px solid ${theme.palette.divider}`,
      ...theme.typography.caption,
    },
    copy: { minHeight: 40 },
    code: {
      margin: 0,
      padding: theme.spacing(1.5),
      overflow: 'auto',
      fontSize: '0.875rem',
      lineHeight: 1.5,
      // A command reads from left to right, whatever the page does.
      direction: 'ltr',
      textAlign: 'left',
    },
    filled: {
      color: 'inherit',
      backgroundColor: 'transparent',
      fontWeight: 700,
      borderBottom: `2px solid ${theme.palette.primary.main}`,
    },
  }),
  { name: 'FairleadRunbookCode' },
);

/** Code with a button that copies it exactly; what was filled in is underlined. */
export function Code(props: { block: CodeBlock }) {
  const { block } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(runbooksTranslationRef);
  const label = block.language
    ? t('reading.codeOf', { language: block.language })
    : t('reading.code');
  return (
    <div className={classes.root}>
      <div className={classes.head}>
        <span>{block.language}</span>
        <CopyButton
          text={block.text}
          label={firstLine(block.text)}
          className={classes.copy}
        />
      </div>
      <pre
        className={classes.code}
        role="region"
        aria-label={`${label}: ${firstLine(block.text)}`}
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keyboard
        tabIndex={0}
      >
        <code>{withMarks(block, classes.filled)}</code>
      </pre>
    </div>
  );
}

function firstLine(text: string): string {
  return text.trim().split('\n', 1)[0].slice(0, 80);
}

function withMarks(
  { text, filled }: CodeBlock,
  className: string,
): ReactNode[] {
  const parts: ReactNode[] = [];
  let at = 0;
  for (const { from, to } of filled) {
    parts.push(
      text.slice(at, from),
      <mark key={from} className={className}>
        {text.slice(from, to)}
      </mark>,
    );
    at = to;
  }
  return [...parts, text.slice(at)];
}
