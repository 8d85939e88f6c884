import { z } from 'zod';

const destination = z.union([
  z.object({ url: z.string(), type: z.enum(['same-tab', 'new-tab']) }),
  z.object({ target: z.string(), issueKey: z.string().optional(), type: z.enum(['same-tab', 'new-tab']).optional() }),
]);
type Destination = z.output<typeof destination>;

function addressOf(place: Destination): URL {
  if ('url' in place) {
    const url = new URL(place.url, location.origin);
    if (url.protocol !== 'http:' && url.protocol !== 'https:') throw new Error('Only web addresses can be opened.');
    return url;
  }
  if (place.target === 'issue' && place.issueKey !== undefined) {
    return new URL(`/browse/${encodeURIComponent(place.issueKey)}`, location.origin);
  }
  throw new Error(`The sandbox does not model the navigation target "${place.target}".`);
}

/** The address of a place, as `router.getUrl` returns it. */
export function getUrl(payload: unknown): string {
  return addressOf(destination.parse(payload)).href;
}

/** Goes to a page of the site, or to another site in a tab of its own. */
export function navigate(payload: unknown): void {
  const place = destination.parse(payload);
  const url = addressOf(place);
  if (url.origin === location.origin && place.type !== 'new-tab') location.assign(url);
  else window.open(url, '_blank', 'noopener');
}
