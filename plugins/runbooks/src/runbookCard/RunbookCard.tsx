/** Follows. */
export const RunbookCard = () => <></>;
