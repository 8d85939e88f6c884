import { PROCEDURES } from '../../../src/contract/procedures';
import { TEXT_LIMIT } from '../../../src/contract/limits';
import { fieldProblems } from '../../../src/entry/fieldProblems';
import { aFeedback } from '../../support/builders';

const record = PROCEDURES['feedback.record'].input;

function problemsOf(payload: unknown) {
  const parsed = record.safeParse(payload);
  return parsed.success ? [] : fieldProblems(parsed.error, payload);
}

const good = aFeedback({ issueId: '10001' });

describe('a payload', () => {
  it('passes with white space trimmed and line ends made one kind', () => {
    expect(record.parse({ ...good, text: '  first\r\nsecond ' }).text).toBe('first\nsecond');
  });

  it.each([
    ['a missing text', { ...good, text: undefined }, [{ path: 'text', rule: 'missing' }]],
    ['an empty text', { ...good, text: ' \n ' }, [{ path: 'text', rule: 'empty' }]],
    [
      'a text over the limit',
      { ...good, text: 'x'.repeat(TEXT_LIMIT + 1) },
      [{ path: 'text', rule: 'too_long', limit: TEXT_LIMIT }],
    ],
    ['a text with a null character', { ...good, text: 'a\u0000b' }, [{ path: 'text', rule: 'malformed' }]],
    ['half a character', { ...good, text: 'a\ud800' }, [{ path: 'text', rule: 'malformed' }]],
    ['a number for a text', { ...good, text: 7 }, [{ path: 'text', rule: 'malformed' }]],
    ['a kind that is none', { ...good, kind: 'rant' }, [{ path: 'kind', rule: 'not_a_choice' }]],
    ['a missing kind', { ...good, kind: undefined }, [{ path: 'kind', rule: 'missing' }]],
    ['a day that does not exist', { ...good, saidOn: '2026-02-30' }, [{ path: 'saidOn', rule: 'not_a_date' }]],
    ['a day in words', { ...good, saidOn: 'yesterday' }, [{ path: 'saidOn', rule: 'not_a_date' }]],
    ['a field too many', { ...good, admin: true }, [{ path: '', rule: 'unexpected' }]],
    ['no contact', { ...good, contact: undefined }, [{ path: 'contact', rule: 'missing' }]],
    [
      'a new contact without a name',
      { ...good, contact: { name: ' ', client: { name: 'Port' } } },
      [{ path: 'contact.name', rule: 'empty' }],
    ],
    [
      'a new contact without a client',
      { ...good, contact: { name: 'Anna' } },
      [{ path: 'contact.client', rule: 'missing' }],
    ],
    ['an id that is none', { ...good, contact: { id: '7' } }, [{ path: 'contact.id', rule: 'malformed' }]],
    ['a key for an issue id', { ...good, issueId: 'FCREPO-1' }, [{ path: 'issueId', rule: 'malformed' }]],
    ['a time zone that is none', { ...good, timeZone: 'Mars/Olympus' }, [{ path: 'timeZone', rule: 'malformed' }]],
    ['nothing at all', null, [{ path: '', rule: 'malformed' }]],
    ['nothing whatever', undefined, [{ path: '', rule: 'missing' }]],
  ])('with %s names the field and the rule', (_, payload, problems) => {
    expect(problemsOf(payload)).toEqual(problems);
  });
});
