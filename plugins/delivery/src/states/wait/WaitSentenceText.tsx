import { Link } from '@backstage/core-components';
import {
  StuckItem,
  WaitSentence,
} from '@fairlead/backstage-plugin-delivery-common';
import {
  isWebLink,
  useNumberFormat,
  useTimeFormat,
  useTranslationRef,
} from '@fairlead/frontend-parts';
import { deliveryTranslationRef } from '../../translation';
import { useDurationFormat } from '../duration';
import { repositoryOfItem } from './repositoryOfItem';

/** The largest wait in one sentence, with a link to what waits longest. */
export function WaitSentenceText(props: {
  sentence: WaitSentence;
  /** Changes of more than one repository may be in view. */
  withRepository?: boolean;
}) {
  const { kind, share, duration, n, few, open, oldest } = props.sentence;
  const { t } = useTranslationRef(deliveryTranslationRef);
  const formatDuration = useDurationFormat();
  const formatNumber = useNumberFormat({ maximumFractionDigits: 0 });
  const time = useTimeFormat();
  const most = () => {
    const phrase = t(`states.sentence.phrase.${kind}`);
    if (share === undefined || duration === undefined) {
      return t('states.sentence.now', {
        count: open,
        kind: t(`states.wait.${kind}`),
      });
    }
    const told = { phrase, duration: formatDuration(duration) };
    return few
      ? t('states.sentence.few', { ...told, count: n })
      : t('states.sentence.most', {
          ...told,
          n: formatNumber(n),
          share: formatNumber(share * 100),
        });
  };
  return (
    <>
      {most()}
      {oldest &&
        t('states.sentence.oldest', {
          name: (
            <OldestName item={oldest} withRepository={props.withRepository} />
          ),
          age: (
            <time dateTime={oldest.since} title={time.absolute(oldest.since)}>
              {formatDuration(oldest.age)}
            </time>
          ),
        })}
    </>
  );
}

function OldestName(props: { item: StuckItem; withRepository?: boolean }) {
  const { name, title, url } = props.item;
  const { t } = useTranslationRef(deliveryTranslationRef);
  const repository = props.withRepository && repositoryOfItem(props.item);
  const link =
    url && isWebLink(url) ? (
      <Link to={url} title={title} underline="always">
        {name}
      </Link>
    ) : (
      <span title={title}>{name}</span>
    );
  return repository ? (
    <>{t('states.sentence.nameIn', { name: link, repository })}</>
  ) : (
    link
  );
}
