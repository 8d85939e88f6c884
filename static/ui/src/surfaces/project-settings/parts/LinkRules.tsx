import { useState } from 'react';
import Button from '@atlaskit/button/new';
import { LINK_MEANINGS } from '../../../../../../src/contract/settings';
import type { LinkRule, SettingsView } from '../../../../../../src/contract/settings';
import { usePage } from '../../../lib/Page';
import { Origin } from './Origin';

const STEPS = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1];
/** The link types that every Jira site has: shown while nothing is known of this one. */
const JIRA_OWN = ['Blocks', 'Duplicate', 'Cloners', 'Relates'];
const SUBJECTS = ['source', 'destination'] as const;

interface LinkRulesProps {
  readonly view: SettingsView;
  /** The rules that are chosen here. */
  readonly rules: readonly LinkRule[];
  readonly onChange: (rules: readonly LinkRule[]) => void;
}

const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** What nobody knows anything about: a weak relation. */
function unknownRule(type: string): LinkRule {
  return { type, meaning: 'relates', subject: 'source', alongOutward: 0.3, alongInward: 0.3 };
}

interface RowProps {
  readonly rule: LinkRule;
  readonly isChosen: boolean;
  readonly isSites: boolean;
  readonly onChange: (rule: LinkRule) => void;
  readonly onSetBack: () => void;
}

function Strength({ label, value, onChange }: { label: string; value: number; onChange: (value: number) => void }) {
  const { formats } = usePage();
  const steps = STEPS.includes(value) ? STEPS : [...STEPS, value].sort((a, b) => a - b);
  return (
    <select
      className="control select"
      aria-label={label}
      value={String(value)}
      onChange={(event) => onChange(Number(event.target.value))}
    >
      {steps.map((step) => (
        <option key={step} value={String(step)}>
          {formats.percent(step)}
        </option>
      ))}
    </select>
  );
}

function Row({ rule, isChosen, isSites, onChange, onSetBack }: RowProps) {
  const { t } = usePage();
  const { type, meaning, subject, alongOutward, alongInward } = rule;
  return (
    <tr>
      <th scope="row">{type}</th>
      <td>
        <select
          className="control select"
          aria-label={t('settings.links.meaningOf', { type })}
          value={meaning}
          onChange={(event) => {
            const chosen = LINK_MEANINGS.find((each) => each === event.target.value);
            if (chosen !== undefined) onChange({ ...rule, meaning: chosen });
          }}
        >
          {LINK_MEANINGS.map((each) => (
            <option key={each} value={each}>
              {t(`settings.meaning.${each}`)}
            </option>
          ))}
        </select>
      </td>
      <td>
        <select
          className="control select"
          aria-label={t('settings.links.subjectOf', { type })}
          value={subject}
          onChange={(event) => {
            const chosen = SUBJECTS.find((each) => each === event.target.value);
            if (chosen !== undefined) onChange({ ...rule, subject: chosen });
          }}
        >
          {SUBJECTS.map((each) => (
            <option key={each} value={each}>
              {t(`settings.subject.${each}`)}
            </option>
          ))}
        </select>
      </td>
      <td>
        <Strength
          label={t('settings.links.outwardOf', { type })}
          value={alongOutward}
          onChange={(value) => onChange({ ...rule, alongOutward: value })}
        />
      </td>
      <td>
        <Strength
          label={t('settings.links.inwardOf', { type })}
          value={alongInward}
          onChange={(value) => onChange({ ...rule, alongInward: value })}
        />
      </td>
      <td>
        <Origin name={type} isChosen={isChosen} isSites={isSites} onSetBack={onSetBack} />
      </td>
    </tr>
  );
}

/** How far a change travels along each type of link: those of the site first, all others on demand. */
export function LinkRules({ view, rules, onChange }: LinkRulesProps) {
  const { t } = usePage();
  const [showsAll, setShowsAll] = useState(false);
  const { linkTypes } = view.inUse;
  const builtIn = view.defaults.links;
  const known = [...linkTypes, ...rules.map(({ type }) => type), ...builtIn.map(({ type }) => type)];
  const all = known.filter((type, index) => known.findIndex((each) => same(each, type)) === index);
  const near = [...(linkTypes.length === 0 ? JIRA_OWN : linkTypes), ...rules.map(({ type }) => type)];
  const shown = showsAll ? all : all.filter((type) => near.some((each) => same(each, type)));
  const chosenFor = (type: string) => rules.find((rule) => same(rule.type, type));
  const others = (type: string) => rules.filter((rule) => !same(rule.type, type));
  return (
    <div className="scrolled">
      <table className="rules" aria-label={t('settings.links.table')}>
        <thead>
          <tr>
            <th scope="col">{t('settings.links.type')}</th>
            <th scope="col">{t('settings.links.meaning')}</th>
            <th scope="col">{t('settings.links.subject')}</th>
            <th scope="col">{t('settings.links.outward')}</th>
            <th scope="col">{t('settings.links.inward')}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {shown.map((type) => {
            const chosen = chosenFor(type);
            const rule = chosen ?? builtIn.find((each) => same(each.type, type)) ?? unknownRule(type);
            return (
              <Row
                key={type}
                rule={{ ...rule, type }}
                isChosen={chosen !== undefined}
                isSites={(view.siteChoices.links ?? []).some((each) => same(each.type, type))}
                onChange={(next) => onChange([...others(type), next])}
                onSetBack={() => onChange(others(type))}
              />
            );
          })}
        </tbody>
      </table>
      {shown.length < all.length ? (
        <Button appearance="subtle" spacing="compact" onClick={() => setShowsAll(true)}>
          {t('settings.links.more', { count: all.length - shown.length })}
        </Button>
      ) : null}
    </div>
  );
}
