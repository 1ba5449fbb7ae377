import { KnownFact } from '@fairlead/backstage-plugin-scorecards-common';
import { useTranslationRef } from '@fairlead/frontend-parts';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableContainer from '@material-ui/core/TableContainer';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import { scorecardsTranslationRef } from '../../translation';
import { FactsInUse } from './factsInUse';
import { SourceRow } from './SourceRow';

/** The scheduled sources, and how their last runs went. */
export function SourceTable(props: {
  entries: FactsInUse['sources'];
  facts: readonly KnownFact[];
}) {
  const { t } = useTranslationRef(scorecardsTranslationRef);
  return (
    <TableContainer
      tabIndex={0}
      role="region"
      aria-label={t('portal.tabs.data')}
    >
      <Table size="small">
        <TableHead>
          <TableRow>
            <TableCell>{t('portal.data.source')}</TableCell>
            <TableCell>{t('portal.data.outcome')}</TableCell>
            <TableCell>{t('portal.data.lastRun')}</TableCell>
            <TableCell align="right">{t('portal.data.entities')}</TableCell>
            <TableCell align="right">{t('portal.data.inError')}</TableCell>
            <TableCell>{t('portal.data.facts')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {props.entries.map(({ source, facts }) => (
            <SourceRow
              key={source.id}
              source={source}
              facts={facts.map(
                id => props.facts.find(fact => fact.id === id) ?? { id },
              )}
            />
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}
