import { Link } from '@backstage/core-components';
import { RunbookUse } from '@fairlead/backstage-plugin-runbooks-common';
import {
  isWebLink,
  RelativeTime,
  useTranslationRef,
} from '@fairlead/frontend-parts';
import Button from '@material-ui/core/Button';
import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import LinkIcon from '@material-ui/icons/Link';
import { FormEvent, useState } from 'react';
import { runbooksTranslationRef } from '../translation';
import { useUseMutations } from './useUseMutations';

const useStyles = makeStyles(
  theme => ({
    list: { margin: 0, paddingLeft: '1.2em', overflowWrap: 'anywhere' },
    form: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'flex-start',
      gap: theme.spacing(1),
    },
    url: { flex: '1 1 200px' },
  }),
  { name: 'FairleadRunLinks' },
);

/** The links of runs that steps of a use led to, and the way to keep one more. */
export function RunLinks(props: { use: RunbookUse }) {
  const { use } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(runbooksTranslationRef);
  const { keepLink } = useUseMutations(use);
  const [isOpen, setIsOpen] = useState(false);
  const [url, setUrl] = useState('');

  const submit = (event: FormEvent) => {
    event.preventDefault();
    keepLink.mutate(
      { url: url.trim() },
      {
        onSuccess: () => {
          setUrl('');
          setIsOpen(false);
        },
      },
    );
  };

  return (
    <>
      {use.links.length > 0 && (
        <ul className={classes.list} aria-label={t('uses.runs.title')}>
          {use.links.map(link => (
            <li key={`${link.url} ${link.at}`}>
              {isWebLink(link.url) ? (
                <Link to={link.url}>
                  <bdi>{link.title ?? link.url}</bdi>
                </Link>
              ) : (
                <bdi>{link.title ?? link.url}</bdi>
              )}{' '}
              <RelativeTime time={link.at} />
            </li>
          ))}
        </ul>
      )}
      {!use.finishedAt && !isOpen && (
        <div>
          <Button
            size="small"
            startIcon={<LinkIcon fontSize="small" />}
            onClick={() => setIsOpen(true)}
          >
            {t('uses.runs.add')}
          </Button>
        </div>
      )}
      {isOpen && (
        <form onSubmit={submit} noValidate className={classes.form}>
          <TextField
            id="run-url"
            type="url"
            size="small"
            variant="outlined"
            className={classes.url}
            label={t('uses.runs.url')}
            value={url}
            onChange={event => setUrl(event.target.value)}
            error={keepLink.isError}
            helperText={
              keepLink.error
                ? t('uses.runs.failed', { message: keepLink.error.message })
                : t('uses.runs.urlHelp')
            }
          />
          <Button
            type="submit"
            variant="outlined"
            disabled={keepLink.isPending || url.trim() === ''}
          >
            {t('uses.runs.submit')}
          </Button>
        </form>
      )}
    </>
  );
}
