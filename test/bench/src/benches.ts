import { benchAllResults } from './allResults/benchAllResults';
import { benchDeliveryReads } from './delivery/benchDeliveryReads';
import { benchIntake } from './delivery/benchIntake';
import { benchKill } from './delivery/benchKill';
import { benchLiveness } from './delivery/benchLiveness';
import { benchNormalising } from './delivery/benchNormalising';
import { benchEngine } from './engine/benchEngine';
import { benchEvaluation } from './evaluation/benchEvaluation';
import { benchMemory } from './evaluation/benchMemory';
import { benchFirstLoad } from './firstLoad/benchFirstLoad';
import { benchGuardedReads } from './reads/benchGuardedReads';
import { benchReads } from './reads/benchReads';
import { benchLint } from './runbooks/benchLint';
import { benchProbes } from './runbooks/benchProbes';
import { benchRunbookReads } from './runbooks/benchRunbookReads';
import { Bench } from './table/Row';

/** All benches, in the order in which they run. */
export const benches: Bench[] = [
  { name: 'engine', run: benchEngine },
  { name: 'evaluation', run: benchEvaluation },
  { name: 'memory', run: benchMemory },
  { name: 'reads', run: benchReads },
  { name: 'guarded-reads', run: benchGuardedReads },
  { name: 'all-results', run: benchAllResults },
  { name: 'delivery-reads', run: benchDeliveryReads },
  { name: 'runbook-reads', run: benchRunbookReads },
  { name: 'runbook-probes', run: benchProbes },
  { name: 'runbook-lint', run: benchLint },
  { name: 'first-load', run: benchFirstLoad },
  { name: 'intake', run: benchIntake },
  { name: 'liveness', run: benchLiveness },
  { name: 'normalising', run: benchNormalising },
  { name: 'kill', run: benchKill },
];
