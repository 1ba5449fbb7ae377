import { Link, MarkdownContent } from '@backstage/core-components';
import { IncidentDetail } from '@fairlead/backstage-plugin-runbooks-common';
import { isWebLink, useTranslationRef } from '@fairlead/frontend-parts';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useState } from 'react';
import { runbooksTranslationRef } from '../../../translation';
import { TellMoment } from '../TellMoment';
import { ReviewEditor } from './ReviewEditor';

const useStyles = makeStyles(
  theme => ({
    text: {
      maxHeight: 480,
      overflow: 'auto',
      padding: theme.spacing(0, 1.5),
      borderInlineStart: `3px solid ${theme.palette.divider}`,
      overflowWrap: 'anywhere',
      '& h1, & h2, & h3, & h4': {
        ...theme.typography.subtitle1,
        fontWeight: 600,
      },
    },
    actions: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(1),
      marginTop: theme.spacing(1),
    },
  }),
  { name: 'FairleadReview' },
);

/** The review of an incident: to read, to begin or to edit. */
export function Review(props: { incident: IncidentDetail }) {
  const { incident } = props;
  const { review, mayUpdate } = incident;
  const classes = useStyles();
  const { t } = useTranslationRef(runbooksTranslationRef);
  const [isEditing, setIsEditing] = useState(false);
  const isWritten = Boolean(review?.text || review?.url);
  if (isEditing) {
    return (
      <ReviewEditor incident={incident} onClose={() => setIsEditing(false)} />
    );
  }
  return (
    <>
      {!isWritten && !review?.publishedAt && (
        <Typography variant="body2" color="textSecondary">
          {t('incidents.review.none')}
        </Typography>
      )}
      {review?.url && (
        <Typography variant="body2">
          {t('incidents.review.elsewhere', {
            link: isWebLink(review.url) ? (
              <Link to={review.url}>{review.url}</Link>
            ) : (
              review.url
            ),
          })}
        </Typography>
      )}
      {review?.text && (
        <>
          {!review.publishedAt && (
            <Typography variant="body2" color="textSecondary" gutterBottom>
              {t('incidents.review.draft')}
            </Typography>
          )}
          <div
            className={classes.text}
            // Whoever scrolls by keyboard needs to get there.
            // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
            tabIndex={0}
            role="region"
            dir="auto"
            aria-label={t('incidents.review.read')}
          >
            <MarkdownContent content={review.text} dialect="gfm" />
          </div>
        </>
      )}
      {mayUpdate && (
        <div className={classes.actions}>
          <Button
            size="small"
            variant="outlined"
            color="primary"
            onClick={() => setIsEditing(true)}
          >
            {isWritten
              ? t('incidents.review.edit')
              : t('incidents.review.begin')}
          </Button>
          {!review?.publishedAt && (
            <TellMoment incidentId={incident.id} moment="published" />
          )}
        </div>
      )}
    </>
  );
}
