// The running service for the bench: as the tests start it, on a throwaway Postgres, with real jobs and real HTTP.
import setUp from '../support/global-setup.ts';
import tearDown from '../support/global-teardown.ts';
import { startTestService, type TestService } from '../support/service.ts';

type Options = Parameters<typeof startTestService>[0];

export async function startBenchService(options: Options = {}): Promise<TestService> {
  await setUp();
  const service = await startTestService(options);
  return {
    ...service,
    close: async () => {
      await service.close();
      await tearDown();
    },
  };
}
