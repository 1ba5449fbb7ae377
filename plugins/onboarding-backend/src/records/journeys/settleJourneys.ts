import { Knex } from 'knex';
import { lockJourneys } from './JourneyInHand';
import { writeJourneys } from './writeJourneys';

/**
 * Works out how far journeys are whose tasks were written in bulk, in the transaction that wrote them, and raises their
 * revision. Hand in those of which something changed.
 */
export async function settleJourneys(
  tx: Knex,
  options: { journeyIds: readonly string[]; now: number },
): Promise<void> {
  await writeJourneys(tx, await lockJourneys(tx, options.journeyIds), options);
}
