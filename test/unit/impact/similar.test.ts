import fc from 'fast-check';
import { similarTexts } from '../../../src/domain/impact/similar';
import { termsOf } from '../../../src/domain/impact/terms';

const keys = (text: string) => [...termsOf(text)].map(({ key }) => key);
const texts = (...all: string[]) => all.map((text, id) => ({ id, text }));
const ids = (subject: string, all: string[], limit = 10) =>
  similarTexts([subject], texts(...all), limit).map(({ id }) => id);

const ENGLISH = [
  'Export invoices as PDF',
  'Users can export an invoice to PDF files',
  'Show the invoice list on mobile phones',
  'Password reset by e-mail',
  'Resetting of forgotten passwords',
  'Import customers from a CSV file',
  'Search customers by name',
  'Two-factor authentication at log-in',
  'Dark theme for the dashboard',
  'Dashboard loads slowly with many widgets',
];

const CHINESE = [
  '客户可以在登录页面重置密码',
  '登录页面支持短信验证码',
  '导出发票为 PDF 文件',
  '发票导出支持批量下载',
  '首页看板加载速度优化',
  '按客户名称搜索订单',
  '订单列表支持分页显示',
  '忘记密码时通过邮件找回',
];

describe('terms of a text', () => {
  it.each([
    ['exports exported exporting export', ['export']],
    ['policies policy', ['policy']],
    ['classes class', ['class']],
    ['mapped mapping maps map', ['map']],
    ['created creating creates create', ['creat']],
    ['status analysis bus', ['status', 'analysis', 'bus']],
    ['string king red', ['string', 'king', 'red']],
    ['PaymentService payment service', ['payment', 'servic']],
    ['ＰＤＦ pdf', ['pdf']],
    ['The user shall be able to', ['user', 'abl']],
    ['Größe größe', ['größ']],
  ])('sees through the forms of %s', (text, expected) => {
    expect([...new Set(keys(text))]).toEqual(expected);
  });

  it('takes pairs of characters where words are not parted, across nothing else', () => {
    expect(keys('登录页面')).toEqual(['登录', '录页', '页面']);
    expect(keys('API接口，文档')).toEqual(['api', '接口', '文档']);
    expect(keys('客户的订单')).toEqual(['客户', '订单']);
    expect(keys('图')).toEqual(['图']);
  });
});

describe('similar texts', () => {
  it('finds the same matter in other words, the nearest first', () => {
    expect(ids('Exporting an invoice to PDF', ENGLISH)).toEqual([0, 1]);
    expect(ids('Reset my password', ENGLISH).slice(0, 2).toSorted()).toEqual([3, 4]);
    expect(ids('Quantum teleportation', ENGLISH)).toEqual([]);
  });

  it('finds the same matter in Chinese, and names the pieces that both share', () => {
    const [best, ...others] = similarTexts(['登录页面增加短信验证码'], texts(...CHINESE), 3);
    expect(best).toMatchObject({ id: 1, shared: ['短信验证码', '登录页面'] });
    expect(others.map(({ id }) => id)).toEqual([0]);
    expect(ids('批量导出发票', CHINESE).slice(0, 2).toSorted()).toEqual([2, 3]);
  });

  it('finds what is written in two languages at once', () => {
    expect(ids('PDF 导出', CHINESE)[0]).toBe(2);
    expect(ids('支持导出 PDF', [...ENGLISH, ...CHINESE])).toContain(ENGLISH.length + 2);
  });

  it('takes the words as the subject writes them, the rarest first', () => {
    const [best] = similarTexts(['Invoices exported nightly'], texts(...ENGLISH), 1);
    expect(best?.shared.toSorted()).toEqual(['exported', 'invoices']);
  });

  it('lets a common word say little', () => {
    const common = Array.from({ length: 50 }, (_, at) => `Customer report number ${at + 100}`);
    expect(ids('Customer report on churn', [...common, 'Churn prediction'])[0]).toBe(50);
  });

  it('compares with each subject and keeps the better', () => {
    const both = similarTexts(['Dark theme', 'Search customers by name'], texts(...ENGLISH), 2);
    expect(both.map(({ id }) => id)).toEqual([6, 8]);
  });

  it('is 1 for the same text, within 0 and 1 for any, sorted, limited, and the same again', () => {
    const text = fc.oneof(fc.constantFrom(...ENGLISH, ...CHINESE, ''), fc.string({ unit: 'grapheme', maxLength: 40 }));
    fc.assert(
      fc.property(text, fc.array(text, { maxLength: 12 }), fc.integer({ min: 0, max: 12 }), (subject, all, limit) => {
        const found = similarTexts([subject], texts(...all), limit);
        expect(found.length).toBeLessThanOrEqual(limit);
        const values = found.map(({ similarity }) => similarity);
        expect(values).toEqual(values.toSorted((a, b) => b - a));
        for (const { id, similarity, shared } of found) {
          expect(similarity).toBeGreaterThan(0);
          expect(similarity).toBeLessThanOrEqual(1);
          expect(shared.length).toBeGreaterThan(0);
          for (const piece of shared) expect(subject.normalize('NFKC').toLowerCase()).toContain(piece);
          if (all[id] === subject) expect(similarity).toBeCloseTo(1, 9);
        }
        expect(similarTexts([subject], texts(...all), limit)).toEqual(found);
      }),
    );
  });
});
