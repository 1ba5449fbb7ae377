import { Link } from '@backstage/core-components';
import { StuckItem } from '@fairlead/backstage-plugin-delivery-common';
import { isWebLink, useTimeFormat } from '@fairlead/frontend-parts';
import { useDurationFormat } from '../states';

/** Something that waits, and for how long. */
export function StuckLink(props: { item: StuckItem }) {
  const { name, title, url, since, age } = props.item;
  const formatDuration = useDurationFormat();
  const time = useTimeFormat();
  return (
    <>
      {url && isWebLink(url) ? (
        <Link to={url} title={title} underline="always">
          {name}
        </Link>
      ) : (
        <span title={title}>{name}</span>
      )}
      {', '}
      <time dateTime={since} title={time.absolute(since)}>
        {formatDuration(age)}
      </time>
    </>
  );
}
