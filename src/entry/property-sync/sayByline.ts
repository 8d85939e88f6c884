import type { BylineOutside } from '../../application/byline/ports';
import { sentencesIn } from '../sentences';

/** What a byline says, in the language of its page. */
export const sayByline: BylineOutside['say'] = ({ mentioned, published }, language) => {
  const say = sentencesIn(language);
  const count = (what: string, number: number) => say(`byline.${what}.${number === 1 ? 'one' : 'many'}`, { number });
  const requirements = count('requirements', mentioned);
  if (published === null || published.waiting === 0) return { title: requirements, tooltip: say('byline.tooltip') };
  const { waiting, date } = published;
  return {
    title: say('byline.both', { requirements, waiting: count('waiting', waiting) }),
    tooltip: say('byline.asOf', { date }),
  };
};
