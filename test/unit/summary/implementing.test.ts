import { DEFAULT_SETTINGS } from '../../../src/domain/settings/defaults';
import { implementation, rulesByType } from '../../../src/domain/summary/implementing';

const rules = rulesByType(DEFAULT_SETTINGS.links);
const link = (type: string) => implementation({ type, sourceId: 'source', destinationId: 'destination' }, rules);

test.each([
  ['Implements', 'destination'],
  ['implements', 'destination'],
  ['实现', 'destination'],
  ['Contains', 'source'],
])('a link of the type %s is from or to the work of its %s', (type, requirementId) => {
  const workId = requirementId === 'source' ? 'destination' : 'source';
  expect(link(type)).toEqual({ requirementId, workId });
});

test.each(['Blocks', 'Tests', 'Relates', 'Duplicate', 'constructor', 'Unheard of'])(
  'a link of the type %s says nothing about work',
  (type) => {
    expect(link(type)).toBeNull();
  },
);

test('a rule of the project turns the ends round', () => {
  const own = {
    type: 'Realises',
    meaning: 'implements',
    subject: 'destination',
    alongOutward: 1,
    alongInward: 1,
  } as const;
  const turned = implementation({ type: 'Realises', sourceId: 'a', destinationId: 'b' }, rulesByType([own]));
  expect(turned).toEqual({ requirementId: 'a', workId: 'b' });
});
