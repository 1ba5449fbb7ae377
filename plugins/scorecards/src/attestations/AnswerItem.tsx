import { Link } from '@backstage/core-components';
import {
  Attestation,
  AttestationState,
} from '@fairlead/backstage-plugin-scorecards-common';
import {
  isWebLink,
  RelativeTime,
  StateLabel,
  StateTone,
  useTimeFormat,
  useTranslationRef,
} from '@fairlead/frontend-parts';
import { makeStyles } from '@material-ui/core/styles';
import CheckCircleOutlineIcon from '@material-ui/icons/CheckCircleOutline';
import HistoryIcon from '@material-ui/icons/History';
import RemoveCircleOutlineIcon from '@material-ui/icons/RemoveCircleOutline';
import ScheduleIcon from '@material-ui/icons/Schedule';
import { ReactNode } from 'react';
import { scorecardsTranslationRef } from '../translation';
import { TeamNames } from './TeamNames';

const LOOKS: Record<
  AttestationState,
  [typeof CheckCircleOutlineIcon, StateTone]
> = {
  'in-force': [CheckCircleOutlineIcon, 'plain'],
  expired: [ScheduleIcon, 'warning'],
  outdated: [HistoryIcon, 'quiet'],
  'set-aside': [RemoveCircleOutlineIcon, 'quiet'],
};

const useStyles = makeStyles(
  theme => ({
    root: {
      flex: '1 1 16rem',
      minWidth: 0,
      padding: theme.spacing(1, 1.5),
      border: `1px solid ${theme.palette.divider}`,
      borderRadius: theme.shape.borderRadius,
    },
    choice: { fontWeight: 600 },
    quiet: { color: theme.palette.text.secondary },
    links: { margin: 0, paddingLeft: theme.spacing(2) },
  }),
  { name: 'FairleadAnswerItem' },
);

/** What a team answered: its choice, its words, what they rest on, and until when they hold. */
export function AnswerItem(props: {
  answer: Attestation;
  /** What is asked today. */
  question: string;
  /** What can be done about it. */
  children?: ReactNode;
}) {
  const { answer } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const time = useTimeFormat();
  const [icon, tone] = LOOKS[answer.state];
  return (
    <li className={classes.root}>
      <p className={classes.quiet}>
        <TeamNames teamRefs={[answer.teamRef]} />{' '}
        {t('attestations.given', {
          ago: <RelativeTime time={answer.answeredAt} />,
        })}
      </p>
      <p className={classes.choice}>
        <bdi>{answer.choiceTitle}</bdi>
      </p>
      {answer.text && (
        <p>
          “<bdi>{answer.text}</bdi>”
        </p>
      )}
      {answer.evidence.length > 0 && (
        <>
          <p className={classes.quiet}>{t('attestations.evidence')}</p>
          <ul className={classes.links}>
            {answer.evidence.map(({ url, title }) => (
              <li key={url}>
                {isWebLink(url) ? (
                  <Link to={url}>{title ?? url}</Link>
                ) : (
                  title ?? url
                )}
              </li>
            ))}
          </ul>
        </>
      )}
      <p>
        <StateLabel icon={icon} tone={tone}>
          {t(`attestations.state.${answer.state}`, {
            day: time.day(answer.expiresAt),
          })}
        </StateLabel>
      </p>
      {answer.state === 'outdated' && (
        <p className={classes.quiet}>{t('attestations.outdatedWhy')}</p>
      )}
      {answer.setAside && (
        <p className={classes.quiet}>
          {t('attestations.setAsideWhy', { reason: answer.setAside.reason })}
        </p>
      )}
      {answer.question !== props.question && (
        <p className={classes.quiet}>
          {t('attestations.askedThen', { question: answer.question })}
        </p>
      )}
      {props.children}
    </li>
  );
}
