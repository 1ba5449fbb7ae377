import { z } from 'zod';
import { EventReader } from '../event';

/** Reads no more of an event than whether it is one. */
export const nothing: EventReader = {
  content: z.unknown(),
  read: () => [],
};
