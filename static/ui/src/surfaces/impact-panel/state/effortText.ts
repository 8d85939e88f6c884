import type { Effort } from '../../../../../../src/contract/issues';
import type { Formats } from '../../../lib/formats';
import type { Translate } from '../../../lib/i18n';

/** "3 days (2 to 5)", or "3 days" where there is no range. */
export function effortText(t: Translate, formats: Formats, { low, likely, high }: Effort): string {
  if (low === high) return formats.days(likely);
  return t('impact.effort.range', {
    likely: formats.days(likely),
    low: formats.number(low),
    high: formats.number(high),
  });
}

/** "1,200 € (900 € to 1,800 €)" */
export function moneyText(t: Translate, formats: Formats, { low, likely, high }: Effort, currency: string): string {
  if (low === high) return formats.money(likely, currency);
  return t('impact.effort.range', {
    likely: formats.money(likely, currency),
    low: formats.money(low, currency),
    high: formats.money(high, currency),
  });
}
