import { makeStyles } from '@material-ui/core/styles';
import { ReactNode } from 'react';

const useStyles = makeStyles(
  theme => ({
    scroll: { overflowX: 'auto', '&:focus-visible': { outline: 'auto' } },
    table: {
      ...theme.typography.body2,
      width: '100%',
      borderCollapse: 'collapse',
      '& th, & td': {
        minWidth: 96,
        padding: theme.spacing(0.75, 1.5),
        borderTop: `1px solid ${theme.palette.divider}`,
        textAlign: 'start',
        verticalAlign: 'top',
      },
      '& thead th': {
        borderTop: 'none',
        color: theme.palette.text.secondary,
        overflowWrap: 'normal',
      },
      // In line with the words above and below.
      '& th:first-child': { paddingInlineStart: 0 },
      '& tbody th': { minWidth: 120, overflowWrap: 'anywhere' },
    },
  }),
  { name: 'FairleadOnboardingTable' },
);

/** Figures in rows and columns, which scroll within the page where it is narrow. The first cell of a row names it. */
export function DataTable(props: {
  label: string;
  columns: readonly string[];
  rows: readonly { key: string; cells: readonly ReactNode[] }[];
}) {
  const { label, columns, rows } = props;
  const classes = useStyles();
  return (
    <div
      className={classes.scroll}
      role="region"
      aria-label={label}
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keyboard
      tabIndex={0}
    >
      <table className={classes.table} aria-label={label}>
        <thead>
          <tr>
            {columns.map(column => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells: [name, ...values] }) => (
            <tr key={key}>
              <th scope="row">{name}</th>
              {values.map((value, index) => (
                <td key={columns[index + 1]}>{value}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
