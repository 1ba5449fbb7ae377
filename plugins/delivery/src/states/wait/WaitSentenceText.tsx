import { Link } from '@backstage/core-components';
import { WaitSentence } from '@fairlead/backstage-plugin-delivery-common';
import {
  isWebLink,
  useNumberFormat,
  useTimeFormat,
  useTranslationRef,
} from '@fairlead/frontend-parts';
import { deliveryTranslationRef } from '../../translation';
import { useDurationFormat } from '../duration';

/** The largest wait in one sentence, with a link to what waits longest. */
export function WaitSentenceText(props: { sentence: WaitSentence }) {
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
          name:
            oldest.url && isWebLink(oldest.url) ? (
              <Link to={oldest.url} title={oldest.title} underline="always">
                {oldest.name}
              </Link>
            ) : (
              <span title={oldest.title}>{oldest.name}</span>
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
