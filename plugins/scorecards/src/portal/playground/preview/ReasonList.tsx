import {
  CHECK_STATUSES,
  CheckDefinition,
  PreviewResponse,
} from '@fairlead/backstage-plugin-scorecards-common';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { CheckStatusLabel } from '../../../states';

const useStyles = makeStyles(
  theme => ({
    list: {
      margin: 0,
      padding: theme.spacing(0, 0, 1, 3.5),
      listStyle: 'none',
    },
    item: {
      display: 'grid',
      gridTemplateColumns: '120px minmax(0, 1fr)',
      gap: theme.spacing(0, 1),
      padding: theme.spacing(0.5, 0),
      overflowWrap: 'anywhere',
      [theme.breakpoints.down('xs')]: { gridTemplateColumns: '1fr' },
    },
    title: { fontWeight: 600 },
  }),
  { name: 'FairleadReasonList' },
);

/** What each check came to and why, worst news first. */
export function ReasonList(props: {
  checks: PreviewResponse['entities'][number]['after']['checks'];
  definition: readonly CheckDefinition[];
}) {
  const classes = useStyles();
  const titles = new Map(props.definition.map(({ id, title }) => [id, title]));
  const worstFirst = [...props.checks].sort(
    (a, b) =>
      CHECK_STATUSES.indexOf(a.status) - CHECK_STATUSES.indexOf(b.status),
  );
  return (
    <ul className={classes.list}>
      {worstFirst.map(check => (
        <Typography
          key={check.id}
          component="li"
          variant="body2"
          className={classes.item}
        >
          <CheckStatusLabel status={check.status} />
          <span>
            <span className={classes.title}>
              <bdi>{titles.get(check.id) ?? check.id}</bdi>
            </span>
            {' · '}
            {check.reason}
          </span>
        </Typography>
      ))}
    </ul>
  );
}
