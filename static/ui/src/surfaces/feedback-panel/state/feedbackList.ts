import type { FeedbackList, FeedbackSummary } from '../../../../../../src/contract/feedback';

/** Puts an item as it now is in its place, unless what is there is newer. */
export function withItem(list: FeedbackList, item: FeedbackSummary): FeedbackList {
  return {
    ...list,
    items: list.items.map((each) => (each.id === item.id && each.version <= item.version ? item : each)),
  };
}

/** Puts a new item on top, where it is seen. */
export function withNewItem(list: FeedbackList, item: FeedbackSummary): FeedbackList {
  if (list.items.some(({ id }) => id === item.id)) return withItem(list, item);
  return { ...list, total: list.total + 1, items: [item, ...list.items] };
}

/** Adds a further page; items that moved between the pages meanwhile appear once. */
export function withPage(list: FeedbackList, page: FeedbackList): FeedbackList {
  const known = new Set(list.items.map(({ id }) => id));
  return { ...page, items: [...list.items, ...page.items.filter(({ id }) => !known.has(id))] };
}
