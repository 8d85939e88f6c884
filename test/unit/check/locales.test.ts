import { argumentsOf } from '../../../scripts/check/locales/messages';

describe('the arguments of a message', () => {
  test('are found in plurals, selections and tags at any depth', () => {
    const message =
      '{count, plural, one {<b>{name}</b> asked} other {{who, select, me {I} other {{name}}} and # more}}';
    expect(argumentsOf(message, 'en-US')).toEqual(['b', 'count', 'name', 'who']);
  });

  test('are the same in languages that need other plural forms', () => {
    const english = argumentsOf('{count, plural, one {# item} other {# items}}', 'en-US');
    expect(argumentsOf('{count} 条', 'zh-CN')).toEqual(english);
  });

  test('cannot be found in a text that is not an ICU message', () => {
    expect(() => argumentsOf('{count, plural, one {# item}', 'en-US')).toThrow();
  });
});
