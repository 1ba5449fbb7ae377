/**
 * Whom a call for help goes to: the buddy who agreed to go along, or else whoever answers for the task. Nobody asks
 * themselves.
 *
 * @public
 */
export function whomToAsk(options: {
  askerRef: string;
  buddyRef: string | null;
  buddyState: 'proposed' | 'accepted' | null;
  /** Of the task. */
  ownerRef: string;
}): string {
  const { askerRef, buddyRef, buddyState, ownerRef } = options;
  return buddyRef !== null && buddyState === 'accepted' && buddyRef !== askerRef
    ? buddyRef
    : ownerRef;
}
