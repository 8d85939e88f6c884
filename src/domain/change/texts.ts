import type { ErasableRef } from '../journal/event';
import { refsOf } from '../journal/found';
import type { WrittenTexts } from '../journal/texts';
import type { ChangeEvent } from './events';

/** Everything an event refers to but whoever decided it: a change request refers to nothing but texts. */
function writtenIn(event: ChangeEvent): readonly ErasableRef[] {
  return refsOf(event).slice(1);
}

/** Sorts the texts of a change request by whether they were to be erased, from its events in order. */
export function changeTextsOf(events: readonly ChangeEvent[]): WrittenTexts {
  return events.reduce<WrittenTexts>(
    ({ kept, erased }, event) =>
      event.type === 'change.textsErased'
        ? { kept: [], erased: [...erased, ...kept] }
        : { kept: [...kept, ...writtenIn(event)], erased },
    { kept: [], erased: [] },
  );
}
