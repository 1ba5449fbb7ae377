import {
  CohortTime,
  SetupBand,
} from '@fairlead/backstage-plugin-onboarding-common';
import {
  StateLabel,
  StateTone,
  useTranslationRef,
} from '@fairlead/frontend-parts';
import SvgIcon from '@material-ui/core/SvgIcon';
import DoneIcon from '@material-ui/icons/CheckCircleOutline';
import MiddleIcon from '@material-ui/icons/RemoveCircleOutline';
import SlowIcon from '@material-ui/icons/ReportProblemOutlined';
import { onboardingTranslationRef } from '../translation';
import { CohortWords } from './CohortWords';

const LOOKS: Record<SetupBand, { icon: typeof SvgIcon; tone: StateTone }> = {
  elite: { icon: DoneIcon, tone: 'good' },
  competitive: { icon: DoneIcon, tone: 'good' },
  between: { icon: MiddleIcon, tone: 'quiet' },
  friction: { icon: SlowIcon, tone: 'warning' },
};

/** Setup time with the band that it falls in. */
export function SetupWords(props: {
  setup: CohortTime & { band?: SetupBand };
}) {
  const { setup } = props;
  const { t } = useTranslationRef(onboardingTranslationRef);
  return (
    <>
      <CohortWords time={setup} />
      {setup.band && (
        <div>
          <StateLabel {...LOOKS[setup.band]}>
            {t(`cohorts.band.${setup.band}`)}
          </StateLabel>
        </div>
      )}
    </>
  );
}
