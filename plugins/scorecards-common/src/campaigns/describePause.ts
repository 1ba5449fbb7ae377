import { CampaignPause } from './types';

/** The two answers that a pause needs, as the log keeps them. @public */
export function describePause(
  pause: Pick<CampaignPause, 'impact' | 'futureCost'>,
): string {
  return `Creates the most impact: ${pause.impact}\nReduces future cost: ${pause.futureCost}`;
}
