import { CoverageShare } from './entity';
import { HealthPart, HealthState } from './health';

/** What other backends are told of an entity. `GET /entity-values`, for services. @public */
export interface EntityRunbookValues {
  entityRef: string;
  /** ISO 8601. */
  computedAt: string;
  coverage: CoverageShare & { night: CoverageShare };
  /** Alert names that fired without a runbook that resolves. */
  uncovered: string[];
  /** How many runbooks of it stand in each state, by part. */
  health: Record<HealthPart, Partial<Record<HealthState, number>>>;
  /** The most production deployments since one of its runbooks was verified; absent where none ever was. */
  drift?: number;
  runbooks: number;
  incidents: {
    learning: { asked: number; closed: number };
    openFollowUps: number;
    overdueFollowUps: number;
    foundByAlert: { n: number; found: number };
  };
}

/** What is found of a runbook by its text. `GET /search-documents`, for services. @public */
export interface RunbookDocument {
  id: string;
  title: string;
  text: string;
  /** The entity whose readers may find it. */
  entityRef: string;
  ownerRef?: string;
  alerts: string[];
  tier: string;
}
