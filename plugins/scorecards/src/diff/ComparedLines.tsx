import { useTranslationRef } from '@fairlead/frontend-parts';
import { alpha, makeStyles } from '@material-ui/core/styles';
import { scorecardsTranslationRef } from '../translation';
import { ComparedLine } from './compareLines';

const SIGNS = { added: '+', removed: '−', same: ' ' } as const;

const useStyles = makeStyles(
  theme => ({
    root: {
      overflow: 'auto',
      maxHeight: '70vh',
      border: `1px solid ${theme.palette.divider}`,
      borderRadius: theme.shape.borderRadius,
      backgroundColor: theme.palette.background.paper,
      fontFamily: 'monospace',
      fontSize: 13,
    },
    table: { borderCollapse: 'collapse', minWidth: '100%' },
    stretch: { borderTop: `4px solid ${theme.palette.divider}` },
    number: {
      padding: theme.spacing(0, 1),
      textAlign: 'right',
      userSelect: 'none',
    },
    text: {
      padding: theme.spacing(0, 1),
      whiteSpace: 'pre-wrap',
      overflowWrap: 'anywhere',
    },
    added: { backgroundColor: alpha(theme.palette.success.main, 0.18) },
    removed: { backgroundColor: alpha(theme.palette.error.main, 0.18) },
    // On the colour of a changed line a quieter number has too little contrast.
    same: { '& $number': { color: theme.palette.text.secondary } },
  }),
  { name: 'FairleadComparedLines' },
);

/** Changed lines with a few around them, signs before them so that colour is not all that tells them apart. */
export function ComparedLines(props: {
  label: string;
  stretches: ComparedLine[][];
  /** The line of the file that the first line of the texts is. */
  from?: number;
}) {
  const { label, stretches, from = 1 } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(scorecardsTranslationRef);
  return (
    <div
      className={classes.root}
      // A scrollable region must be focusable.
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      role="region"
      aria-label={label}
    >
      <table className={classes.table}>
        {stretches.map(lines => (
          <tbody
            key={`${lines[0].kind} ${lines[0].line}`}
            className={classes.stretch}
          >
            {lines.map(line => (
              <tr
                key={`${line.kind} ${line.line}`}
                className={classes[line.kind]}
              >
                <td className={classes.number}>{line.line + from - 1}</td>
                <td>
                  {line.kind === 'same' ? (
                    SIGNS.same
                  ) : (
                    <span
                      role="img"
                      aria-label={t(
                        `portal.playground.comparison.${line.kind}`,
                      )}
                    >
                      {SIGNS[line.kind]}
                    </span>
                  )}
                </td>
                <td className={classes.text}>{line.text}</td>
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}
