/** Whether a host answered with this status instead of with success. @public */
export function hasStatus(error: unknown, status: number): boolean {
  return Object(error).status === status;
}
