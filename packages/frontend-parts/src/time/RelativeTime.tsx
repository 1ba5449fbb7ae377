import { useTimeFormat } from './useTimeFormat';

/** How long ago something was, with the exact time on hover. @public */
export function RelativeTime(props: { time: string }) {
  const format = useTimeFormat();
  return (
    <time dateTime={props.time} title={format.absolute(props.time)}>
      {format.relative(props.time)}
    </time>
  );
}
