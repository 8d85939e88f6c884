import { importFile } from '../../sandbox/import/importFile';
import { useBrowserSite } from '../support/browserSite';
import type { Visit } from '../support/browserSite';
import { writeGeneratedProject } from '../support/generatedProject';
import { PEOPLE } from '../support/people';
import { realProjectFile } from '../support/reference-data';

const site = useBrowserSite();

/** Real data only where it stands beside the project. */
const projects = [
  { name: 'a generated project of a thousand issues', file: writeGeneratedProject, issue: 'GENERATED-761' },
  ...(realProjectFile === undefined
    ? []
    : [{ name: 'a real project of a thousand issues', file: () => realProjectFile, issue: 'FCREPO-761' }]),
];

async function record(visit: Visit, text: string, name: string): Promise<void> {
  const { panel, words } = visit;
  await visit.button('record.open').click();
  await visit.field('form.text').fill(text);
  await visit.field('form.contact').fill(name);
  await panel.getByRole('option', { name: words('contact.newNamed', { name }) }).click();
  await visit.field('form.client').fill('University library');
  await panel
    .getByRole('option', { name: /University library/u })
    .first()
    .click();
  await visit.button('record.submit').click();
  await visit.row(text).waitFor();
}

test.each(projects)('$name imports in seconds, and takes feedback that is answered and merged', async (project) => {
  const started = Date.now();
  await importFile(site().sandbox.site, project.file() ?? '');
  expect(Date.now() - started).toBeLessThan(10_000);

  const visit = await site().visit({ as: PEOPLE.admin });
  await visit.open(project.issue);
  await record(visit, 'The export takes a whole night', 'Grace Park');
  await record(visit, 'Exports are slow', 'Tom Hale');

  await visit.panel.getByRole('button', { name: 'Exports are slow' }).click();
  await visit.button('action.merge').click();
  await visit.panel.getByRole('radio', { name: 'The export takes a whole night' }).check();
  await visit.button('merge.submit').click();
  await visit.button('merged.open').click();
  await visit.button('action.answer').click();
  await visit.field('answer.text').fill('Exports run in parallel from 3.6 on.');
  await visit.button('answer.submit.resolved').click();
  const answers = visit.panel.getByRole('region', { name: visit.words('thread.answers') });
  await answers.getByText('Exports run in parallel from 3.6 on.').waitFor();
});
