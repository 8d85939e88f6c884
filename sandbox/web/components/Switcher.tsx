import { THEMES } from '../preferences';
import { LANGUAGE_NAMES, LOCALES } from '../translator';
import { Avatar } from './Avatar';
import { Chevron } from './Icons';
import type { ReactNode } from 'react';
import type { Person } from '../../api';
import type { PageContext } from '../pageContext';

interface Choice {
  readonly value: string;
  readonly label: string;
  readonly note?: string;
  readonly language?: string;
}

function roleKey({ role, products }: Person) {
  return products?.includes('jira') === false ? 'role.confluenceOnly' : (`role.${role}` as const);
}

interface MenuProps {
  readonly page: PageContext;
  readonly name: string;
  readonly label: string;
  readonly heading: string;
  readonly current: string;
  readonly choices: readonly Choice[];
  readonly children: ReactNode;
}

function Menu({ page, name, label, heading, current, choices, children }: MenuProps) {
  return (
    <details className="menu" data-menu={name}>
      <summary aria-label={label}>
        {children}
        <Chevron />
      </summary>
      <form className="menu-sheet" method="post" action="/__site/preferences">
        <input type="hidden" name="back" value={page.here} />
        <p className="menu-heading">{heading}</p>
        {choices.map(({ value, label: words, note, language }) => (
          <button key={value} name={name} value={value} aria-pressed={value === current} lang={language}>
            <span>{words}</span>
            {note !== undefined && <small>{note}</small>}
          </button>
        ))}
      </form>
    </details>
  );
}

/** Theme, language and person: each choice comes back to the same page. */
export function Switcher({ page }: { readonly page: PageContext }) {
  const { t, viewer, people, theme, locale } = page;
  return (
    <div className="switcher">
      <Menu
        page={page}
        name="theme"
        label={t('theme.menu', { name: t(`theme.${theme}`) })}
        heading={t('theme.heading')}
        current={theme}
        choices={THEMES.map((value) => ({ value, label: t(`theme.${value}`) }))}
      >
        <span className="menu-text">{t(`theme.${theme}`)}</span>
      </Menu>
      <Menu
        page={page}
        name="language"
        label={t('language.menu', { name: LANGUAGE_NAMES[locale] })}
        heading={t('language.heading')}
        current={locale}
        choices={LOCALES.map((value) => ({ value, label: LANGUAGE_NAMES[value], language: value }))}
      >
        <span className="menu-text">{LANGUAGE_NAMES[locale]}</span>
      </Menu>
      <Menu
        page={page}
        name="user"
        label={t('user.menu', { name: viewer.name })}
        heading={t('user.heading')}
        current={viewer.accountId}
        choices={people.map((person) => ({
          value: person.accountId,
          label: person.name,
          note: t(roleKey(person)),
        }))}
      >
        <Avatar name={viewer.name} />
        <span className="menu-person">
          {viewer.name}
          <small>{t(roleKey(viewer))}</small>
        </span>
      </Menu>
    </div>
  );
}
