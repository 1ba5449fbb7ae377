import { CodeSnippet } from '@backstage/core-components';
import { ScorecardEntityV1alpha1 } from '@fairlead/backstage-plugin-scorecards-common';
import { saveFile, useTranslationRef } from '@fairlead/frontend-parts';
import Button from '@material-ui/core/Button';
import { useMemo } from 'react';
import { scorecardsTranslationRef } from '../../translation';
import { definitionYaml } from './definitionYaml';

/** The definition in force, to read, copy and save. */
export function YamlInForce(props: { definition: ScorecardEntityV1alpha1 }) {
  const { definition } = props;
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const yaml = useMemo(() => definitionYaml(definition), [definition]);
  return (
    <>
      <CodeSnippet text={yaml} language="yaml" showCopyCodeButton />
      <Button
        size="small"
        onClick={() =>
          saveFile(
            `${definition.metadata.name}.yaml`,
            new Blob([yaml], { type: 'application/yaml' }),
          )
        }
      >
        {t('portal.definition.download')}
      </Button>
    </>
  );
}
