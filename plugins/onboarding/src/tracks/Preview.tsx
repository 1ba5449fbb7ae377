import { useApi } from '@backstage/core-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import {
  TrackDetail,
  TrackPreview,
} from '@fairlead/backstage-plugin-onboarding-common';
import { useTranslationRef } from '@fairlead/frontend-parts';
import { useMutation } from '@tanstack/react-query';
import Box from '@material-ui/core/Box';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { useState } from 'react';
import { useOnboardingApi } from '../api/useOnboardingQuery';
import { EntityField, EntityName } from '../person';
import { ErrorPanel } from '../states';
import { onboardingTranslationRef } from '../translation';
import { Plan } from './Plan';

/** What a track comes to for somebody: for oneself, or for anybody where the reader answers for it. */
export function Preview(props: { track: TrackDetail }) {
  const { track } = props;
  const { t } = useTranslationRef(onboardingTranslationRef);
  const { api, queryClient } = useOnboardingApi();
  const catalogApi = useApi(catalogApiRef);
  const [user, setUser] = useState<string>();
  const preview = useMutation(
    {
      mutationFn: async () => {
        const entity = await catalogApi.getEntityByRef(track.trackRef);
        if (!entity) {
          throw new Error(t('tracks.preview.failed'));
        }
        return await api.previewTrack({
          track: { ...entity },
          ...(user && { user }),
        });
      },
    },
    queryClient,
  );
  return (
    <Box mt={3} component="section">
      <Typography variant="h6" component="h3">
        {t('tracks.preview.title')}
      </Typography>
      <Typography variant="body2" color="textSecondary">
        {t('tracks.preview.intro')}
      </Typography>
      {track.isMine && (
        <Box maxWidth={360}>
          <EntityField
            kind="user"
            label={t('tracks.preview.user')}
            helperText={t('tracks.preview.userHelp')}
            value={user}
            onChange={setUser}
          />
        </Box>
      )}
      <Box mt={1}>
        <Button
          variant="outlined"
          size="small"
          disabled={preview.isPending}
          onClick={() => preview.mutate()}
        >
          {t('tracks.preview.show')}
        </Button>
      </Box>
      {preview.error && <ErrorPanel error={preview.error} />}
      {preview.data && <Answer preview={preview.data} />}
    </Box>
  );
}

function Answer(props: { preview: TrackPreview }) {
  const { problems, userRef, isForUser, plan } = props.preview;
  const { t } = useTranslationRef(onboardingTranslationRef);
  return problems.length > 0 ? (
    <div role="status">
      <Typography variant="body2">{t('tracks.preview.problems')}</Typography>
      <ul>
        {problems.map(({ path, message }) => (
          <Typography key={`${path} ${message}`} component="li" variant="body2">
            <code>{path}</code> {message}
          </Typography>
        ))}
      </ul>
    </div>
  ) : (
    <>
      {userRef && isForUser !== undefined && (
        <Typography variant="body1" component="div" role="status">
          {t(isForUser ? 'tracks.preview.isFor' : 'tracks.preview.isNotFor', {
            user: <EntityName entityRef={userRef} />,
          })}
        </Typography>
      )}
      <Plan milestones={plan} />
    </>
  );
}
