import { NullLogger, StatsigService } from '@forge/cli-shared';

/** The feature flags that the official tools ask their vendor for, answered here: nothing switched on, nothing sent. */
export class OfflineFlags extends StatsigService {
  constructor() {
    super(
      NullLogger,
      undefined,
      { getCredentials: () => Promise.reject(new Error('The checks run without a login')) },
      { readConfigSection: () => Promise.resolve('missing') },
    );
  }

  override checkGate(): Promise<boolean> {
    return Promise.resolve(false);
  }

  override getDynamicConfig(): Promise<null> {
    return Promise.resolve(null);
  }
}
