import { useTimeFormat } from './useTimeFormat';

/** The day of a time, with the exact time on hover. @public */
export function Day(props: { time: string }) {
  const format = useTimeFormat();
  return (
    <time dateTime={props.time} title={format.absolute(props.time)}>
      {format.day(props.time)}
    </time>
  );
}
