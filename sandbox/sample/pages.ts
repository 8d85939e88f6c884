import type { SpaceLevel, WikiStore } from '../api';
import { blockCard, bullets, heading, jiraMacro, paragraph, plainLink, smartLink } from './adf';
import { ACCOUNTS } from './draft';

const SPACE = { key: 'HP', name: 'Harbor Portal' };
const LEVELS: Readonly<Record<string, SpaceLevel>> = {
  [ACCOUNTS.ada]: 'admin',
  'sandbox-lead': 'edit',
  [ACCOUNTS.wei]: 'edit',
  [ACCOUNTS.marta]: 'edit',
  [ACCOUNTS.jonas]: 'read',
  'sandbox-wiki-reader': 'read',
};

const doc = (...content: readonly Readonly<Record<string, unknown>>[]) =>
  ({ type: 'doc', version: 1, content }) as const;

const AGREED = doc(
  heading(1, 'What we agreed for release 1.1'),
  paragraph('The three partners book their berths themselves. The basis is ', smartLink('HARBOR-3'), '.'),
  bullets(
    paragraph('A booking can be changed or cancelled: ', smartLink('HARBOR-4')),
    paragraph('Cranes come with the berth, see ', plainLink('the crane slots', 'HARBOR-5')),
    paragraph('Notices reach the partners at once: ', plainLink('HARBOR-9', 'HARBOR-9')),
  ),
  blockCard('HARBOR-7'),
  heading(2, 'Still open'),
  jiraMacro({ key: 'HARBOR-8' }, '4d0f8a52-6a59-4c57-9b0e-2f3b7d5c1a01'),
  paragraph('Asked for and never written down: ', smartLink('HARBOR-999'), '.'),
);

const CHINESE = doc(
  heading(1, '港口门户 1.1 版：已商定的需求'),
  paragraph('三家合作方自行预订泊位，以 ', smartLink('HARBOR-3'), ' 为准。'),
  bullets(
    paragraph('中文界面与通知：', smartLink('HARBOR-6')),
    paragraph('按班期批量导入，见', plainLink('导入需求', 'HARBOR-14'), '。'),
  ),
  jiraMacro(
    { jqlQuery: 'project = HARBOR AND fixVersion = "1.1 Self-service" ORDER BY key', maximumIssues: '20' },
    '8c1d3e60-0b7c-4e41-8a6b-5d9e7f2a4b02',
  ),
);

const INTERNAL = doc(
  heading(1, 'Internal: what we do not tell the partners yet'),
  paragraph('The invoices of ', smartLink('HARBOR-10'), ' may move to the release after next.'),
);

/** A space about the sample project: what was agreed, in two languages, and a page below it that few may read. */
export function addSamplePages(wiki: WikiStore): void {
  const by = ACCOUNTS.ada;
  const space = wiki.createSpace({ ...SPACE, by });
  for (const [accountId, level] of Object.entries(LEVELS)) wiki.setLevel(space.id, accountId, level);
  const agreed = wiki.createPage({ space: space.id, title: 'Release 1.1: what we agreed', body: AGREED, by });
  const chinese = { space: space.id, title: '港口门户 1.1 版需求', body: CHINESE };
  wiki.createPage({ ...chinese, by: ACCOUNTS.wei });
  const internal = { space: space.id, parentId: agreed.id, title: 'Internal notes on release 1.1', body: INTERNAL };
  const { id } = wiki.createPage({ ...internal, by });
  wiki.restrictPage(id, { readers: [ACCOUNTS.ada, 'sandbox-lead', ACCOUNTS.wei, ACCOUNTS.marta] });
}
