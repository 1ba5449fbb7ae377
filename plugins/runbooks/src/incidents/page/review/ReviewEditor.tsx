import { alertApiRef, useApi } from '@backstage/core-plugin-api';
import {
  IncidentDetail,
  WriteReview,
} from '@fairlead/backstage-plugin-runbooks-common';
import { useTranslationRef } from '@fairlead/frontend-parts';
import Button from '@material-ui/core/Button';
import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import { useState } from 'react';
import { ErrorPanel } from '../../../states';
import { runbooksTranslationRef } from '../../../translation';
import { isWebAddress } from '../isWebAddress';
import { useIncidentMutation } from '../useIncidentMutation';
import { ReviewConflict } from './ReviewConflict';

const useStyles = makeStyles(
  theme => ({
    text: { fontFamily: 'monospace', fontSize: 13, lineHeight: 1.5 },
    actions: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(1),
      marginTop: theme.spacing(1),
    },
  }),
  { name: 'FairleadReviewEditor' },
);

/** Writes the review, from the template where there is none yet, or says where it is. */
export function ReviewEditor(props: {
  incident: IncidentDetail;
  onClose: () => void;
}) {
  const { incident, onClose } = props;
  const { review, reviewTemplate } = incident;
  const classes = useStyles();
  const { t } = useTranslationRef(runbooksTranslationRef);
  const alertApi = useApi(alertApiRef);
  const [text, setText] = useState(review?.text ?? reviewTemplate ?? '');
  const [url, setUrl] = useState(review?.url ?? '');
  // What is written here is written over what was read when the editor opened, whatever is read meanwhile.
  const [revision, setRevision] = useState(review?.revision);
  const write = useIncidentMutation(incident.id, (api, next: WriteReview) =>
    api.writeReview(incident.id, next),
  );
  const isPublished = Boolean(review?.publishedAt);
  const isUrlWrong = url.trim() !== '' && !isWebAddress(url);
  const send = (publish: boolean) =>
    write.mutate(
      {
        text,
        url: url.trim() || undefined,
        revision,
        ...(publish && { publish }),
      },
      {
        onSuccess: () => {
          alertApi.post({
            message: t('incidents.review.saved'),
            severity: 'success',
            display: 'transient',
          });
          onClose();
        },
      },
    );

  return (
    <>
      <TextField
        id="review-text"
        label={t('incidents.review.text')}
        helperText={t('incidents.review.textHelp')}
        value={text}
        onChange={event => setText(event.target.value)}
        multiline
        rows={14}
        rowsMax={28}
        fullWidth
        margin="normal"
        variant="outlined"
        inputProps={{ className: classes.text, dir: 'auto' }}
      />
      <TextField
        id="review-url"
        type="url"
        label={t('incidents.review.url')}
        value={url}
        onChange={event => setUrl(event.target.value)}
        error={isUrlWrong}
        helperText={isUrlWrong ? t('incidents.review.urlWrong') : undefined}
        fullWidth
        size="small"
        margin="dense"
        variant="outlined"
        disabled={review?.fromSource}
        inputProps={{ dir: 'ltr', maxLength: 2000 }}
      />
      {isConflict(write.error) ? (
        <ReviewConflict
          incidentId={incident.id}
          mine={text}
          onLoad={theirs => {
            setText(theirs?.text ?? '');
            setUrl(theirs?.url ?? '');
            setRevision(theirs?.revision);
            write.reset();
          }}
        />
      ) : (
        write.error && <ErrorPanel error={write.error} />
      )}
      <div className={classes.actions}>
        <Button
          size="small"
          variant="outlined"
          color="primary"
          disabled={write.isPending || isUrlWrong}
          onClick={() => send(false)}
        >
          {isPublished
            ? t('incidents.review.save')
            : t('incidents.review.saveDraft')}
        </Button>
        {!isPublished && (
          <Button
            size="small"
            variant="contained"
            color="primary"
            disabled={
              write.isPending || isUrlWrong || !(text.trim() || url.trim())
            }
            onClick={() => send(true)}
          >
            {t('incidents.review.publish')}
          </Button>
        )}
        <Button size="small" onClick={onClose}>
          {t('incidents.review.cancel')}
        </Button>
      </div>
    </>
  );
}

function isConflict(error: Error | null): boolean {
  return error !== null && 'statusCode' in error && error.statusCode === 409;
}
