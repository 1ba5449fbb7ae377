import { MarkdownContent } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';
import { useTextContext } from './TextContext';
import { useTextLinks } from './useTextLinks';

/** Longer without a heading, a step or a code block it is no prose, and may take a browser minutes. */
const MAX_LENGTH = 50_000;

const useStyles = makeStyles(
  theme => ({
    prose: {
      ...theme.typography.body1,
      overflowWrap: 'anywhere',
      '& > :first-child': { marginTop: 0 },
      '& > :last-child': { marginBottom: 0 },
      '& pre': { overflow: 'auto', maxWidth: '100%' },
      '& table': { display: 'block', overflow: 'auto' },
      '& td': { padding: theme.spacing(1), lineHeight: 1.4 },
      '& img': { height: 'auto' },
      '& h3, & h4, & h5, & h6': { ...theme.typography.h6, margin: '1em 0 0' },
    },
    plain: { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
  }),
  { name: 'FairleadRunbookProse' },
);

/** Markdown by Backstage's own component, which lets neither scripts nor styles through. */
export function Prose(props: { text: string }) {
  const { text } = props;
  const classes = useStyles();
  const { baseUrl } = useTextContext();
  const links = useTextLinks(baseUrl);
  return text.length > MAX_LENGTH ? (
    <pre className={classes.plain}>{text}</pre>
  ) : (
    <MarkdownContent content={text} className={classes.prose} {...links} />
  );
}
