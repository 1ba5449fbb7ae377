import { DeliveryHistory } from '../../history';
import { Collected, MeasureId } from '../types';
import { collectAutomaticDeployments } from './automaticDeployments';
import { collectChangeFailRate } from './changeFailRate';
import { collectCiFeedback } from './ciFeedback';
import { collectCiQueue } from './ciQueue';
import { collectCiRunTime } from './ciRunTime';
import { collectDeployFailureRate } from './deployFailureRate';
import { collectDeploymentFrequency } from './deploymentFrequency';
import { collectFlakyJobs, collectFlakyTests } from './flaky';
import { collectLeadTime } from './leadTime';
import { collectRecoveryTime } from './recoveryTime';
import { collectRerunLoss } from './rerunLoss';
import { collectReworkRate } from './reworkRate';
import { collectTimeToGreen } from './timeToGreen';

/** How the samples of each measure are read from a history. */
export const COLLECTORS: Record<
  MeasureId,
  (history: DeliveryHistory) => Collected
> = {
  deploymentFrequency: collectDeploymentFrequency,
  leadTime: collectLeadTime,
  changeFailRate: collectChangeFailRate,
  recoveryTime: collectRecoveryTime,
  reworkRate: collectReworkRate,
  deployFailureRate: collectDeployFailureRate,
  automaticDeployments: collectAutomaticDeployments,
  'ci.feedback': collectCiFeedback,
  'ci.runTime': collectCiRunTime,
  'ci.queue': collectCiQueue,
  'ci.rerunLoss': collectRerunLoss,
  'ci.flakyJobs': collectFlakyJobs,
  'ci.flakyTests': collectFlakyTests,
  'ci.timeToGreen': collectTimeToGreen,
};
