/** Keeps the place of the chart while its numbers load. */
export function TrendSkeleton() {
  return <div aria-hidden="true" style={{ height: 360 }} />;
}
