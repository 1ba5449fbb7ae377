import {
  Observation,
  ReadContext,
} from '@fairlead/backstage-plugin-delivery-node';
import { z } from 'zod';
import { CustomData } from './customData';

/** The source of all records that CDEvents tell of. */
export const SOURCE_ID = 'cdevents';

/** A CDEvent as far as it is read. */
export interface CdEvent<Content = unknown> {
  context: {
    id: string;
    source: string;
    /** When it happened. */
    timestamp: string;
  };
  subject: {
    id: string;
    /** The system that knows the subject: that of the event, unless it says otherwise. */
    source: string;
    content: Content;
  };
  customData: CustomData;
}

/** What is read of one type of event. */
export interface EventReader<Content = unknown> {
  /** What is needed of the subject's content. */
  content: z.ZodType<Content>;
  read(event: CdEvent<Content>, context: ReadContext): Observation[];
}

/** What a reference to another subject looks like. */
export const referenceSchema = z.object({
  id: z.string().min(1),
  source: z.string().nullish(),
});

/** What names a subject among those of all senders: subject ids are unique only in their source. */
export function identify({ subject }: CdEvent): string {
  return `${subject.source}#${subject.id}`;
}
