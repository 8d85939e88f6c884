import type { MirrorStatus } from './mirror';

export interface SettingProposals {
  /** Whether the project has been read, which they rest on. */
  readonly mirror: MirrorStatus['state'];
  readonly proposals: readonly SettingProposal[];
}

/** A value that the project could choose, and what speaks for it. */
export interface SettingProposal {
  readonly path: 'requirementTypes' | 'testTypes' | 'defectTypes' | 'deliveredStatuses';
  readonly value: readonly string[];
  /** Names that are known to mean it, names like those, the most common type, or all done statuses but refusals. */
  readonly reason: 'knownNames' | 'similarNames' | 'mostCommon' | 'withoutRejected';
  /** How many issues of the project have one of these. */
  readonly issues: number;
}
