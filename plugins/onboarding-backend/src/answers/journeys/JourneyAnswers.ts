import {
  Journey,
  MyJourneys,
} from '@fairlead/backstage-plugin-onboarding-common';
import { VisibleEntities } from '@fairlead/catalog-copy';

/** Who looks at journeys. */
export interface Viewer {
  ref: string;
  /** Software looks, with the rights of a person or its own. */
  byAgent: boolean;
  /** They may change the journeys of any track. */
  mayAny: boolean;
  visible: VisibleEntities;
}

/** Journeys as those see them who may. */
export interface JourneyAnswers {
  /** Of oneself; keeps when somebody is first seen. */
  getMine(viewer: Viewer): Promise<MyJourneys>;
  /** Undefined for one that does not exist, and for whoever is neither on it nor the buddy. */
  get(id: string, viewer: Viewer): Promise<Journey | undefined>;
}
