import { refTo } from '../domain/journal/chain';
import type { ErasableRef } from '../domain/journal/event';
import type { ErasableValue, Outside } from './ports';

/**
 * Collects the values that one attempt at a command refers to. Each attempt has its own: what a failed attempt wrote
 * belongs to no event and is swept up later.
 */
export class Attempt {
  readonly id: string;
  private readonly drafted: ErasableValue[] = [];

  constructor(private readonly outside: Pick<Outside, 'newId' | 'newSalt'>) {
    this.id = outside.newId();
  }

  /** Keeps a value for writing and gives the reference that an event may hold. */
  keep(kind: ErasableValue['kind'], value: string): ErasableRef {
    const kept = { id: this.outside.newId(), salt: this.outside.newSalt(), kind, value };
    this.drafted.push(kept);
    return refTo(kept);
  }

  get values(): readonly ErasableValue[] {
    return this.drafted;
  }
}
