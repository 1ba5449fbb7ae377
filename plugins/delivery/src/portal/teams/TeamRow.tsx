import { Link } from '@backstage/core-components';
import {
  MeasureSpread,
  TeamOverview,
} from '@fairlead/backstage-plugin-delivery-common';
import { useNumberFormat, useTranslationRef } from '@fairlead/frontend-parts';
import { useEntityDeliveryLink } from '../../links';
import {
  Insufficient,
  MeasureValue,
  useMeasureFormat,
  useWaitWords,
} from '../../states';
import { deliveryTranslationRef } from '../../translation';
import { hasSpread } from './spread';
import { Strip } from './Strip';
import { StripScale } from './stripScale';
import { teamTitle } from './teamList';
import { TeamStyles } from './useTeamStyles';

/** One team: its spread drawn and in words, and what its work waits for most. */
export function TeamRow(props: {
  classes: TeamStyles;
  team: TeamOverview;
  spread: MeasureSpread | undefined;
  scale: StripScale | undefined;
}) {
  const { classes, team, spread, scale } = props;
  const { t } = useTranslationRef(deliveryTranslationRef);
  const linkTo = useEntityDeliveryLink();
  const format = useMeasureFormat();
  const formatNumber = useNumberFormat();
  const waitWord = useWaitWords();
  const words = spread && spreadWords(spread);
  return (
    <div role="row" className={classes.row}>
      <div role="rowheader" className={classes.name}>
        <Link
          to={linkTo(team.entityRef)}
          className={classes.link}
          title={teamTitle(team)}
        >
          {teamTitle(team)}
        </Link>
        <span className={classes.quiet}>
          {t('portal.teams.entities', { count: team.entities })}
          {team.teams !== undefined &&
            ` · ${t('portal.teams.below', { count: team.teams })}`}
        </span>
      </div>
      <div role="cell" title={words}>
        {spread && scale ? (
          <Strip spread={spread} scale={scale} />
        ) : (
          <Insufficient />
        )}
        {words && <span className={classes.hidden}>{words}</span>}
      </div>
      <div role="cell" className={classes.number}>
        {spread && <MeasureValue measure={spread} />}
      </div>
      <div role="cell" className={`${classes.number} ${classes.quiet}`}>
        {spread && formatNumber(spread.n)}
      </div>
      <div role="cell" className={classes.quiet}>
        {team.wait &&
          (team.wait.few
            ? waitWord(team.wait.kind)
            : t('portal.teams.waitWords', {
                kind: waitWord(team.wait.kind),
                share: format(team.wait.share, 'ratio'),
              }))}
      </div>
    </div>
  );

  function spreadWords({ unit, ...known }: MeasureSpread): string | undefined {
    const word = (value: number | undefined) =>
      value === undefined ? t('portal.teams.open') : format(value, unit);
    return hasSpread({ unit, ...known })
      ? t('portal.teams.spreadWords', {
          p25: word(known.p25),
          p50: word(known.p50),
          p75: word(known.p75),
          p90: word(known.p90),
        })
      : undefined;
  }
}
