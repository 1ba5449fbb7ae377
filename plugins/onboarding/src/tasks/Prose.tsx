import { MarkdownContent } from '@backstage/core-components';
import { isWebLink } from '@fairlead/frontend-parts';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(
  theme => ({
    prose: {
      ...theme.typography.body1,
      overflowWrap: 'anywhere',
      '& > :first-child': { marginTop: 0 },
      '& > :last-child': { marginBottom: 0 },
      '& pre': { overflow: 'auto', maxWidth: '100%' },
      '& table': { display: 'block', overflow: 'auto' },
      '& img': { maxWidth: '100%', height: 'auto' },
      '& h1, & h2, & h3, & h4, & h5, & h6': {
        ...theme.typography.subtitle1,
        fontWeight: 600,
        margin: '1em 0 0',
      },
    },
  }),
  { name: 'FairleadOnboardingProse' },
);

const followable = (address: string) => (isWebLink(address) ? address : '');

/** Markdown by Backstage's own component, which lets neither scripts nor styles through. */
export function Prose(props: { text: string }) {
  const classes = useStyles();
  return (
    <MarkdownContent
      content={props.text}
      className={classes.prose}
      transformLinkUri={followable}
      transformImageUri={followable}
    />
  );
}
