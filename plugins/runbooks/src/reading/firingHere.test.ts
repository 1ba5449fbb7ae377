import { firing, runbook } from '../__fixtures__';
import { firingHere } from './firingHere';

describe('what fires and leads to a runbook', () => {
  const here = firing();
  const elsewhere = firing({ entityRef: 'component:default/other' });
  const foreign = firing({ alert: 'DiskFull', runbook: undefined });

  it('is what the registry says leads there', () => {
    expect(firingHere([foreign, here], runbook(), {})).toEqual({
      all: [here],
      subject: here,
    });
  });

  it('is what the page was opened for, first of all', () => {
    const result = firingHere([here, elsewhere], runbook(), {
      alert: 'HighLatency',
      entity: elsewhere.entityRef,
    });
    expect(result).toEqual({ all: [elsewhere, here], subject: elsewhere });
  });

  it('is also an alert that leads elsewhere, where somebody asked for it', () => {
    const result = firingHere([foreign], runbook(), {
      alert: 'DiskFull',
      entity: foreign.entityRef,
    });
    expect(result.subject).toBe(foreign);
  });

  it('fills in nothing while it is not clear of which alert', () => {
    expect(
      firingHere([here, elsewhere], runbook(), {}).subject,
    ).toBeUndefined();
  });
});
