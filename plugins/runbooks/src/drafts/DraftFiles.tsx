import { LinkButton } from '@backstage/core-components';
import {
  isWebLink,
  saveFile,
  useTranslationRef,
} from '@fairlead/frontend-parts';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import GetAppIcon from '@material-ui/icons/GetApp';
import Skeleton from '@material-ui/lab/Skeleton';
import { AlertOnEntity } from '../api';
import { useDraft } from '../api/queries';
import { CopyButton } from '../copy';
import { Loaded } from '../states';
import { runbooksTranslationRef } from '../translation';

const useStyles = makeStyles(
  theme => ({
    file: { margin: theme.spacing(2, 0) },
    head: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0.5, 1),
    },
    name: {
      ...theme.typography.body2,
      fontWeight: 600,
      marginRight: 'auto',
      overflowWrap: 'anywhere',
    },
    actions: { display: 'flex', gap: theme.spacing(1) },
    text: {
      margin: 0,
      padding: theme.spacing(1.5),
      maxHeight: 320,
      overflow: 'auto',
      border: `1px solid ${theme.palette.divider}`,
      borderRadius: theme.shape.borderRadius,
      backgroundColor: theme.palette.background.default,
      whiteSpace: 'pre-wrap',
      overflowWrap: 'anywhere',
    },
  }),
  { name: 'FairleadDraftFiles' },
);

/** The files of a runbook that is not there yet, to copy, to download, or to put into a pull request. */
export function DraftFiles(props: { query: AlertOnEntity }) {
  const classes = useStyles();
  const { t } = useTranslationRef(runbooksTranslationRef);
  const query = useDraft(props.query, { enabled: true });
  return (
    <section aria-label={t('drafts.title')}>
      <Typography variant="h6" component="h3">
        {t('drafts.title')}
      </Typography>
      <Typography variant="body2" color="textSecondary">
        {t('drafts.intro')}
      </Typography>
      <Loaded query={query} skeleton={<Skeleton variant="rect" height={360} />}>
        {({ files, editUrl }) => (
          <>
            {files.map(({ path, text }) => (
              <div key={path} className={classes.file}>
                <div className={classes.head}>
                  <code className={classes.name}>{path}</code>
                  <div className={classes.actions}>
                    <CopyButton text={text} label={path} />
                    <Button
                      size="small"
                      startIcon={<GetAppIcon fontSize="small" />}
                      aria-label={t('drafts.downloadLabel', { path })}
                      onClick={() =>
                        saveFile(
                          nameOf(path),
                          new Blob([text], { type: 'text/plain' }),
                        )
                      }
                    >
                      {t('drafts.download')}
                    </Button>
                  </div>
                </div>
                {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keyboard */}
                <pre className={classes.text} tabIndex={0} aria-label={path}>
                  {text}
                </pre>
              </div>
            ))}
            {editUrl && isWebLink(editUrl) && (
              <LinkButton to={editUrl} variant="contained" color="primary">
                {t('drafts.edit')}
              </LinkButton>
            )}
          </>
        )}
      </Loaded>
    </section>
  );
}

/** The last part of a path, as browsers take no folders. */
function nameOf(path: string): string {
  return path.split('/').at(-1) || path;
}
