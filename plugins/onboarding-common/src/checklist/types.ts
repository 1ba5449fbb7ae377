import { OnboardingTrackEntityV1alpha1 } from '../track';

/** What of a checklist could not be read as it stands. @public */
export interface ChecklistProblem {
  line: number;
  column: number;
  message: string;
}

/** What a checklist came to. @public */
export interface ImportedChecklist {
  /** Absent where there is no task in it. */
  track?: OnboardingTrackEntityV1alpha1;
  problems: ChecklistProblem[];
}
