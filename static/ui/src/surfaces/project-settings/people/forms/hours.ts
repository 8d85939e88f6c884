import type { FieldProblem } from '../../../../../../../src/contract/errors';
import { readHour } from '../../../../../../../src/contract/registerLine';
import { writeHour } from '../csv/exportRows';

/** Hours as they are typed. */
export interface TypedHours {
  readonly opens: string;
  readonly closes: string;
}

/** Hours of a calendar or a person as they are typed; empty where there are none. */
export function typedHours(hours: { readonly opens: number; readonly closes: number } | null): TypedHours {
  return hours === null
    ? { opens: '', closes: '' }
    : { opens: writeHour(hours.opens), closes: writeHour(hours.closes) };
}

/** What typed hours mean, with what cannot be meant at `path`; nothing typed means none. */
export function hoursIn(typed: TypedHours, path: string) {
  const problems: FieldProblem[] = [];
  const hourAt = (end: keyof TypedHours): number | null => {
    const text = typed[end].trim();
    const hour = text === '' ? null : readHour(text);
    if (text !== '' && hour === null) problems.push({ path: `${path}.${end}`, rule: 'out_of_range' });
    return hour;
  };
  const [opens, closes] = [hourAt('opens'), hourAt('closes')];
  const isEmpty = typed.opens.trim() === '' && typed.closes.trim() === '';
  if (isEmpty || problems.length > 0) return { hours: null, problems };
  if (opens === null) return { hours: null, problems: [{ path: `${path}.opens`, rule: 'missing' } as const] };
  if (closes === null) return { hours: null, problems: [{ path: `${path}.closes`, rule: 'missing' } as const] };
  if (closes <= opens) {
    return { hours: null, problems: [{ path: `${path}.closes`, rule: 'closes_before_opening' } as const] };
  }
  return { hours: { opens, closes }, problems };
}
