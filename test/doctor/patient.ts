// A whole service as the doctor sees it, with whatever a test has wrong with it.
import type { Finding, Level } from '../../src/doctor/finding.ts';
import type { Ground } from '../../src/doctor/ground.ts';
import type { TestService } from '../support/service.ts';

export function groundOf(service: TestService, wishes: Partial<Ground> = {}): Ground {
  const { config, database, google, seal, tokens } = service.parts;
  return {
    config,
    faults: [],
    clock: service.clock,
    found: { kind: 'running', database },
    google,
    smtpUrl: service.inbox.smtpUrl,
    seal,
    tokens,
    trial: null,
    ...wishes,
  };
}

export function levelsOf(findings: readonly Finding[]): Level[] {
  return findings.map(({ level }) => level);
}
