import { StateLabel } from '@fairlead/frontend-parts';
import {
  HealthPart,
  PartHealth,
} from '@fairlead/backstage-plugin-runbooks-common';
import { looksOf } from './stateLooks';
import { useHealthWords } from './useHealthWords';

/** How one part of a runbook's health stands, as icon, word and colour; why, on hover. */
export function HealthWord(props: { part: HealthPart; health: PartHealth }) {
  const { part, health } = props;
  const say = useHealthWords();
  return (
    <StateLabel {...looksOf(part, health.state)} title={health.reason}>
      {say(part, health)}
    </StateLabel>
  );
}
