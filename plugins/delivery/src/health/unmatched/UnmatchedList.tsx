import { SourceHealth } from '@fairlead/backstage-plugin-delivery-common';
import { EmptyPanel, useTranslationRef } from '@fairlead/frontend-parts';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import Typography from '@material-ui/core/Typography';
import { useUnmatched } from '../../api/queries';
import { Loaded } from '../../states';
import { ScrollBox } from '../../tables';
import { deliveryTranslationRef } from '../../translation';
import { ListSkeleton } from '../ListSkeleton';
import { MoreButton } from '../MoreButton';
import { useGrowingList } from '../useGrowingList';
import { UnmatchedRow } from './UnmatchedRow';

/** What a source tells of and no entity claims, with the line that would claim it. */
export function UnmatchedList(props: { source: SourceHealth }) {
  const { source } = props;
  const { t } = useTranslationRef(deliveryTranslationRef);
  const { limit, grow } = useGrowingList();
  const query = useUnmatched({ source: source.id, limit });
  return (
    <Loaded query={query} skeleton={<ListSkeleton />}>
      {({ items, totalItems }) =>
        items.length === 0 ? (
          <EmptyPanel title={t('health.unmatched.empty')} />
        ) : (
          <>
            <Typography variant="body2" color="textSecondary" gutterBottom>
              {t('health.unmatched.how')}
            </Typography>
            <ScrollBox
              label={t('health.unmatched.label', { source: source.title })}
            >
              <Table size="small">
                <TableHead>
                  <TableRow>
                    <TableCell>{t('health.unmatched.subject')}</TableCell>
                    <TableCell align="right">
                      {t('health.unmatched.records')}
                    </TableCell>
                    <TableCell>{t('health.unmatched.lastSeen')}</TableCell>
                    <TableCell>{t('health.unmatched.line')}</TableCell>
                  </TableRow>
                </TableHead>
                <TableBody>
                  {items.map(subject => (
                    <UnmatchedRow
                      key={`${subject.annotation} ${subject.value}`}
                      subject={subject}
                    />
                  ))}
                </TableBody>
              </Table>
            </ScrollBox>
            <MoreButton
              shown={items.length}
              total={totalItems}
              isLoading={query.isPlaceholderData}
              onMore={grow}
            />
          </>
        )
      }
    </Loaded>
  );
}
