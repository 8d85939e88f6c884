import type { ErasableRef } from '../journal/event';
import type { WrittenTexts } from '../journal/texts';
import type { FeedbackEvent } from './events';

function writtenIn(event: FeedbackEvent): readonly ErasableRef[] {
  switch (event.type) {
    case 'feedback.recorded':
      return [event.data.text];
    case 'feedback.edited':
      return event.data.changes.text === undefined ? [] : [event.data.changes.text];
    case 'feedback.moved':
      return event.data.answer === null ? [] : [event.data.answer];
    case 'feedback.reopened':
      return [event.data.reason];
    case 'feedback.noted':
      return [event.data.note];
    case 'feedback.textsErased':
    case 'feedback.merged':
    case 'feedback.absorbed':
    case 'feedback.unmerged':
    case 'feedback.released':
    case 'feedback.raisedAsChange':
      return [];
  }
}

/** Sorts the texts of an item by whether they were to be erased, from its events in order. */
export function textsOf(events: readonly FeedbackEvent[]): WrittenTexts {
  return events.reduce<WrittenTexts>(
    ({ kept, erased }, event) =>
      event.type === 'feedback.textsErased'
        ? { kept: [], erased: [...erased, ...kept] }
        : { kept: [...kept, ...writtenIn(event)], erased },
    { kept: [], erased: [] },
  );
}
