/** Follows. */
export const GroupRunbooksCard = () => <></>;
