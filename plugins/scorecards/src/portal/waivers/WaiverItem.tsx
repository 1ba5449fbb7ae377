import { Link } from '@backstage/core-components';
import {
  EntityDisplayName,
  useEntityPresentation,
} from '@backstage/plugin-catalog-react';
import {
  ScorecardSummary,
  Waiver,
} from '@fairlead/backstage-plugin-scorecards-common';
import {
  ClampedText,
  useTimeFormat,
  useTranslationRef,
} from '@fairlead/frontend-parts';
import { makeStyles } from '@material-ui/core/styles';
import { useEntityScorecardsLink } from '../../links';
import { scorecardsTranslationRef } from '../../translation';
import {
  WaiverActions,
  WaiverEnding,
  WaiverHistory,
  WaiverSides,
  WaiverStateLabel,
} from '../../waivers';
import { ScorecardLink } from '../ScorecardLink';

const useStyles = makeStyles(
  theme => ({
    root: {
      padding: theme.spacing(1.5, 0),
      borderBottom: `1px solid ${theme.palette.divider}`,
      ...theme.typography.body2,
      '& p': { margin: theme.spacing(0.5, 0) },
      // Colour alone does not tell a link within a line of words.
      '& a': { textDecoration: 'underline' },
    },
    head: {
      display: 'flex',
      flexWrap: 'wrap',
      justifyContent: 'space-between',
      gap: theme.spacing(0, 2),
    },
    name: { minWidth: 0, overflowWrap: 'anywhere', fontWeight: 600 },
    quiet: { color: theme.palette.text.secondary },
  }),
  { name: 'FairleadWaiverItem' },
);

/** A waiver of the list: of what, why, until when, who has approved and who is missing, and what the reader may do. */
export function WaiverItem(props: {
  waiver: Waiver;
  /** Undefined for one that is no more. */
  scorecard: ScorecardSummary | undefined;
}) {
  const { waiver, scorecard } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const time = useTimeFormat();
  const linkTo = useEntityScorecardsLink();
  const { primaryTitle: entityName } = useEntityPresentation(waiver.entityRef);
  const check = scorecard?.checks.find(({ id }) => id === waiver.checkId);
  const checkTitle = check?.title ?? waiver.checkId;
  return (
    <li className={classes.root} id={waiver.id}>
      <div className={classes.head}>
        <span className={classes.name}>
          <Link to={linkTo(waiver.entityRef, waiver)}>{entityName}</Link>
          {': '}
          <bdi>{checkTitle}</bdi>
        </span>
        <WaiverStateLabel state={waiver.state} />
      </div>
      <div className={classes.quiet}>
        {scorecard && (
          <>
            <ScorecardLink scorecardRef={waiver.scorecardRef}>
              {scorecard.title}
            </ScorecardLink>
            {' · '}
          </>
        )}
        <span title={time.absolute(waiver.requestedAt)}>
          {t(
            waiver.requestedThrough === 'agent'
              ? 'portal.waivers.askedThroughSoftware'
              : 'portal.waivers.asked',
            {
              by: <EntityDisplayName entityRef={waiver.requestedBy} hideIcon />,
              day: time.day(waiver.requestedAt),
            },
          )}
        </span>
        {' · '}
        <span title={time.absolute(waiver.expiresAt)}>
          {t('portal.waivers.until', { day: time.day(waiver.expiresAt) })}
        </span>
      </div>
      <ClampedText>{waiver.reason}</ClampedText>
      <WaiverEnding waiver={waiver} />
      <WaiverSides waiver={waiver} />
      <WaiverActions
        waiver={waiver}
        checkTitle={checkTitle}
        entityName={entityName}
      />
      <WaiverHistory waiverId={waiver.id} />
    </li>
  );
}
