/** Follows. */
export const EntityRunbooksContent = () => <></>;
