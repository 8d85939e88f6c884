import type { MilestoneImpact, ScheduleResult } from '../../../../../../../src/contract/impact';
import type { Formats } from '../../../../lib/formats';
import { joined, type Translate } from '../../../../lib/i18n';
import { usePage } from '../../../../lib/Page';
import { slipText } from '../headlines';

function finishSentence(t: Translate, formats: Formats, { version, slip, after }: MilestoneImpact, horizon: string) {
  const { name } = version;
  if (after.p80 >= horizon) return t('impact.schedule.lostSight', { name });
  const values = { name, slip: slipText(t, formats, slip.p80), day: formats.day(after.p80) };
  return t(slip.p80 === 0 ? 'impact.schedule.sentenceSame' : 'impact.schedule.sentence', values);
}

function chanceSentence(t: Translate, formats: Formats, { version: { date }, chance }: MilestoneImpact) {
  if (date === null || chance === null) return '';
  const [before, after] = [formats.percent(chance.before), formats.percent(chance.after)];
  const values = { day: formats.day(date), before, after };
  return t(before === after ? 'impact.schedule.chanceSame' : 'impact.schedule.chance', values);
}

/** A sentence for each milestone that is in sight, and one for all the others. */
export function MilestoneSentences({ schedule }: { readonly schedule: ScheduleResult }) {
  const { t, formats } = usePage();
  const { milestones, overall, horizon } = schedule;
  const inSight = milestones.filter(({ before }) => before.p80 < horizon);
  const others = milestones.filter(({ before }) => before.p80 >= horizon).map(({ version }) => version.name);
  const everything = overall !== null && overall.after.p80 >= horizon ? [t('impact.schedule.everything')] : [];
  const unseen = [...others, ...(milestones.length === 0 ? everything : [])];
  return (
    <ul className="sentences">
      {inSight.map((milestone) => (
        <li key={milestone.version.id}>
          {joined(t, [finishSentence(t, formats, milestone, horizon), chanceSentence(t, formats, milestone)])}
        </li>
      ))}
      {unseen.length === 0 ? null : (
        <li>
          {t('impact.schedule.unseen', {
            names: formats.list(unseen),
            day: formats.day(horizon),
          })}
        </li>
      )}
    </ul>
  );
}
