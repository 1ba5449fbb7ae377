import { AuthService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { JsonValue } from '@backstage/types';
import { findVisibleRefs, ForCaller, Senders } from '@fairlead/backend-routes';
import { TestResultsResponse } from '@fairlead/backstage-plugin-delivery-common';
import { Clock, inPages } from '@fairlead/bulk-sql';
import { unknownEntityMessage } from '../../catalog/visibility';
import { Inbox } from '../inbox';
import { SourceRegistry } from '../sources/SourceRegistry';
import { decodeXml } from './decodeXml';
import { parseJunit } from './parseJunit';
import { TestReport } from './TestReport';

/** Each makes a record, and a delivery is read without a break. */
export const CASES_IN_DELIVERY = 100;

/** The source that reads the reports. */
const JUNIT = 'junit';

export interface AuthorizedTestReportsOptions {
  auth: AuthService;
  catalog: CatalogService;
  clock?: Clock;
  inbox: Inbox;
  senders: Senders;
  sources: SourceRegistry;
}

/** Test reports of callers from outside. */
export class AuthorizedTestReports {
  readonly #clock: Clock;
  readonly #options: AuthorizedTestReportsOptions;

  static create(options: AuthorizedTestReportsOptions): AuthorizedTestReports {
    return new AuthorizedTestReports(options);
  }

  private constructor(options: AuthorizedTestReportsOptions) {
    this.#clock = options.clock ?? Date.now;
    this.#options = options;
  }

  /**
   * Takes a JUnit report. Throws a NotAllowedError for a caller who may send none, and an InputError for a report that
   * cannot be read, or on an entity that the caller may not see.
   *
   * @param about - what was tested, as each of the deliveries says it
   */
  async put(
    report: {
      about: Omit<TestReport, 'cases' | 'reportedAt'>;
      xml: Uint8Array;
      charset?: string;
    },
    caller: ForCaller,
  ): Promise<TestResultsResponse> {
    const { inbox, senders, sources } = this.#options;
    const { about, xml, charset } = report;
    await senders.assertSender(JUNIT, caller);
    await this.#assertVisible(about.entityRef, caller);
    const { cases, ignored } = await parseJunit(decodeXml(xml, { charset }));
    const reportedAt = new Date(this.#clock()).toISOString();
    const reports = Array.from(
      inPages(cases, CASES_IN_DELIVERY),
      (some): TestReport => ({ ...about, reportedAt, cases: [...some] }),
    );
    const received = await inbox.receive(
      sources.get(JUNIT)!,
      reports as unknown as JsonValue[],
      { via: 'http' },
    );
    return { ...received, testCases: cases.length, ignored };
  }

  async #assertVisible(
    entityRef: string | undefined,
    caller: ForCaller,
  ): Promise<void> {
    const named = entityRef ? [entityRef] : [];
    const visible = await findVisibleRefs(named, {
      ...this.#options,
      ...caller,
    });
    const hidden = named.find(ref => !visible.has(ref));
    if (hidden) {
      throw new InputError(
        `Query 'entityRef': ${unknownEntityMessage(hidden)}`,
      );
    }
  }
}
