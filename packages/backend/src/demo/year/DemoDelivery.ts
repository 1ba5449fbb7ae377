import { JsonObject } from '@backstage/types';

/** One delivery of the demo's year. */
export interface DemoDelivery {
  /** When it was sent. Milliseconds since the epoch. */
  at: number;
  /** At which door. */
  door:
    | 'github'
    | 'gitlab'
    | 'pagerduty'
    | 'rootly'
    | 'alertmanager'
    | 'cdevents';
  /** What the header of the door calls it. */
  event: string;
  body: JsonObject;
}
