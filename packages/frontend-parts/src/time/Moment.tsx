import { useTimeFormat } from './useTimeFormat';

/** The day and minute of a time, with the zone on hover. @public */
export function Moment(props: { time: string }) {
  const format = useTimeFormat();
  return (
    <time dateTime={props.time} title={format.absolute(props.time)}>
      {format.moment(props.time)}
    </time>
  );
}
