/** Follows. */
export const RegistryPage = () => <></>;
