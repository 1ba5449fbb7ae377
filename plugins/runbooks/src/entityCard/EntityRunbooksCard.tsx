/** Follows. */
export const EntityRunbooksCard = () => <></>;
