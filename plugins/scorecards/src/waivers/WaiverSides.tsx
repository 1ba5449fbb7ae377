import { EntityDisplayName } from '@backstage/plugin-catalog-react';
import {
  Waiver,
  WaiverSideStanding,
} from '@fairlead/backstage-plugin-scorecards-common';
import { useTimeFormat, useTranslationRef } from '@fairlead/frontend-parts';
import { makeStyles } from '@material-ui/core/styles';
import { scorecardsTranslationRef } from '../translation';

const useStyles = makeStyles(
  theme => ({
    root: { margin: 0, paddingLeft: theme.spacing(2) },
    missing: { fontWeight: 600 },
  }),
  { name: 'FairleadWaiverSides' },
);

/** Who has approved a waiver, and who is missing, by name. Nobody is missed any more where it is settled. */
export function WaiverSides(props: { waiver: Waiver }) {
  const { sides, state } = props.waiver;
  const classes = useStyles();
  const { t } = useTranslationRef(scorecardsTranslationRef);
  return (
    <ul className={classes.root}>
      {sides
        .filter(({ approval }) => approval || state === 'requested')
        .map(side => (
          <li key={side.side}>
            {t(`waivers.side.${side.side}`)}: <Standing side={side} />
          </li>
        ))}
    </ul>
  );
}

function Standing(props: { side: WaiverSideStanding }) {
  const { approval, ownerRef } = props.side;
  const classes = useStyles();
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const time = useTimeFormat();
  if (approval) {
    return (
      <span title={time.absolute(approval.at)}>
        {t('waivers.approvedBy', {
          by: <EntityDisplayName entityRef={approval.by} hideIcon />,
          day: time.day(approval.at),
        })}
      </span>
    );
  }
  return (
    <span className={classes.missing}>
      {ownerRef
        ? t('waivers.missing', {
            owner: <EntityDisplayName entityRef={ownerRef} hideIcon />,
          })
        : t('waivers.missingNobody')}
    </span>
  );
}
