import type { Days } from './draft';

/** Who of the team writes it down. */
type Account = 'sandbox-admin' | 'sandbox-member' | 'sandbox-member-2';

interface Step {
  readonly day: Days;
  /** Hour of the day in UTC. */
  readonly hour: number;
  readonly as: Account;
}

/** Something a client said; later steps name it by `item`. */
export interface RecordStep extends Step {
  readonly item: string;
  readonly issue: string;
  readonly contact: string;
  readonly said: Days;
  readonly content: {
    readonly text: string;
    readonly kind: string;
    readonly importance: string;
    readonly channel: string;
  };
}

/** What became of it. */
export interface FollowUpStep extends Step {
  readonly on: string;
  readonly procedure: 'feedback.move' | 'feedback.note' | 'feedback.reopen' | 'feedback.merge';
  readonly payload: Readonly<Record<string, string>>;
  /** With a merge: the item into which it goes. */
  readonly into?: string;
}

const LINDHAVEN = 'Port of Lindhaven';
const HAILIAN = '宁波海联物流 Ningbo Hailian Logistics';
const BALTIC = 'Baltic Forwarding';

/** The people of the three clients, and whose they are. */
export const CONTACTS: Readonly<Record<string, string>> = {
  'Ingrid Solberg': LINDHAVEN,
  'Tomas Falk': LINDHAVEN,
  'Karin Ek': LINDHAVEN,
  '王芳 Wang Fang': HAILIAN,
  '李强 Li Qiang': HAILIAN,
  '周敏 Zhou Min': HAILIAN,
  'Piotr Zieliński': BALTIC,
  'Hanna Brandt': BALTIC,
};

const record = (
  item: string,
  issue: string,
  [day, hour, as]: readonly [Days, number, Account],
  contact: string,
  said: Days,
  [kind, importance, channel]: readonly [string, string, string],
  text: string,
): RecordStep => ({ item, issue, day, hour, as, contact, said, content: { kind, importance, channel, text } });

const move = (
  on: string,
  [day, hour, as]: readonly [Days, number, Account],
  to: string,
  answer?: string,
): FollowUpStep => ({
  on,
  day,
  hour,
  as,
  procedure: 'feedback.move',
  payload: answer === undefined ? { to } : { to, answer },
});

const note = (on: string, [day, hour, as]: readonly [Days, number, Account], text: string): FollowUpStep => ({
  on,
  day,
  hour,
  as,
  procedure: 'feedback.note',
  payload: { note: text },
});

const merge = (on: string, [day, hour, as]: readonly [Days, number, Account], into: string): FollowUpStep => ({
  on,
  day,
  hour,
  as,
  procedure: 'feedback.merge',
  payload: {},
  into,
});

const [ADA, WEI, MARTA] = ['sandbox-admin', 'sandbox-member', 'sandbox-member-2'] as const;

/** Everything the clients said so far and what became of it, in the order in which it happened. */
export const FEEDBACK: readonly (RecordStep | FollowUpStep)[] = [
  record(
    'overlap',
    'HARBOR-3',
    [-73, 9, MARTA],
    'Piotr Zieliński',
    -73,
    ['problem', 'critical', 'call'],
    'Two of our vessels were given berth 5 for the same morning. The second one waited three hours at anchor. This must not be possible.',
  ),
  move('overlap', [-73, 11, MARTA], 'acknowledged'),
  move('overlap', [-72, 9, MARTA], 'planned'),
  move(
    'overlap',
    [-66, 14, MARTA],
    'resolved',
    'The portal now refuses a booking that would overlap another on the same berth, including the 30 minutes between calls. Your booking of that day was the last one made by the desk.',
  ),
  record(
    'praise',
    'HARBOR-3',
    [-41, 13, ADA],
    'Ingrid Solberg',
    -41,
    ['praise', 'nice', 'meeting'],
    'The duty officers stopped using the whiteboard after one week. Nobody asked them to.',
  ),
  move('praise', [-41, 14, ADA], 'resolved', 'Thank you. We told the team.'),
  record(
    'localTime',
    'HARBOR-4',
    [-24, 8, MARTA],
    'Hanna Brandt',
    -25,
    ['question', 'important', 'email'],
    'Are the six hours before arrival counted in port time or in ours? In Gdynia that is the same, but our office in Rotterdam asked.',
  ),
  move('localTime', [-24, 10, MARTA], 'acknowledged'),
  note('localTime', [-23, 9, ADA], 'Ingrid says port time, always. Put it into the help text of the form as well.'),
  move('localTime', [-20, 9, MARTA], 'resolved', 'Port time, always. The form now says so beside the deadline.'),
  record(
    'fees',
    'HARBOR-4',
    [-19, 10, MARTA],
    'Piotr Zieliński',
    -19,
    ['change', 'critical', 'meeting'],
    'A change later than twelve hours before arrival already costs us a fee by contract. We want to see the amount before we send it, and we want it on the confirmation too.',
  ),
  move('fees', [-19, 12, MARTA], 'acknowledged'),
  note('fees', [-18, 9, MARTA], 'Showing it is in HARBOR-21. The confirmation is new: half a day at most.'),
  move(
    'fees',
    [-17, 8, ADA],
    'planned',
    'The amount is shown before sending from release 1.1 on; it will also be on the confirmation.',
  ),
  record(
    'feesAgain',
    'HARBOR-4',
    [-12, 9, WEI],
    '李强 Li Qiang',
    -12,
    ['wish', 'important', 'chat'],
    '修改预订时请先显示费用，再让我们确认。上个月的账单里有三笔费用我们事先不知道。',
  ),
  merge('feesAgain', [-11, 8, WEI], 'fees'),
  record(
    'phoneDesk',
    'HARBOR-4',
    [-15, 13, ADA],
    'Tomas Falk',
    -15,
    ['wish', 'nice', 'call'],
    'Let forwarders cancel by text message, as they did with the old desk.',
  ),
  move(
    'phoneDesk',
    [-14, 9, ADA],
    'declined',
    'We will not build this: a text message does not prove who sent it. Cancelling in the portal takes two taps on a phone from release 1.1 on.',
  ),
  record(
    'lateQueue',
    'HARBOR-4',
    [-2, 9, ADA],
    'Tomas Falk',
    -2,
    ['question', 'important', 'meeting'],
    'Who sees the late requests at night, when the duty officer is on the quay?',
  ),
  record(
    'terms',
    'HARBOR-6',
    [-29, 3, WEI],
    '王芳 Wang Fang',
    -29,
    ['problem', 'important', 'document'],
    '术语表第 34 条“岸桥”被译成“bridge”，应为 quay crane；第 51 条“预报”不是 forecast，而是 pre-arrival notice。',
  ),
  move('terms', [-29, 6, WEI], 'acknowledged'),
  move('terms', [-24, 5, WEI], 'resolved', '两处均已更正，并请周敏复核了全部一百二十个术语。'),
  record(
    'dates',
    'HARBOR-6',
    [-9, 2, WEI],
    '周敏 Zhou Min',
    -9,
    ['problem', 'critical', 'email'],
    '通知邮件里的日期仍是 03/02 的写法，调度员无法判断是三月二日还是二月三日。请统一为 2026年3月2日。',
  ),
  move('dates', [-9, 4, WEI], 'acknowledged'),
  note('dates', [-8, 3, WEI], '邮件模板用的是服务器的区域设置，与页面不同。HARBOR-30 的模板要改。'),
  move('dates', [-7, 3, WEI], 'planned'),
  record(
    'beijing',
    'HARBOR-6',
    [-4, 2, WEI],
    '王芳 Wang Fang',
    -5,
    ['wish', 'important', 'chat'],
    '时间后面能否默认同时显示北京时间？现在需要把鼠标移上去才看得到。',
  ),
  record(
    'window',
    'HARBOR-8',
    [-30, 10, MARTA],
    'Karin Ek',
    -31,
    ['complaint', 'critical', 'email'],
    'We still type every manifest twice. The date for the single window was promised for the pilot. When will it really be there, and who tells customs?',
  ),
  note('window', [-29, 9, ADA], 'Blocked by the certificate (HARBOR-29), which is theirs to order. Ada calls Karin.'),
  record(
    'windowTest',
    'HARBOR-8',
    [-13, 12, MARTA],
    'Hanna Brandt',
    -14,
    ['question', 'nice', 'portal'],
    'Can we take part in the test with the single window? Two of our agents would have time.',
  ),
  move('windowTest', [-12, 9, MARTA], 'acknowledged', 'Gladly. We will write as soon as the test system lets us in.'),
  record(
    'gloves',
    'HARBOR-12',
    [-6, 8, WEI],
    'Tomas Falk',
    -7,
    ['wish', 'important', 'meeting'],
    'With gloves the confirm button has to be as wide as the phone. And please not next to “cancel”.',
  ),
  move('gloves', [-6, 10, WEI], 'planned'),
  record(
    'offline',
    'HARBOR-12',
    [-50, 9, WEI],
    'Ingrid Solberg',
    -50,
    ['problem', 'important', 'survey'],
    'Behind shed 3 there is no signal. The plan on the screen is then from the morning and does not say so.',
  ),
  move('offline', [-49, 9, WEI], 'resolved', 'The plan now shows how old it is.'),
  {
    on: 'offline',
    day: -10,
    hour: 9,
    as: WEI,
    procedure: 'feedback.reopen',
    payload: {
      reason:
        'Ingrid showed it at the quay: the age is there, but confirmations made without signal are lost. See HARBOR-32.',
    },
  },
];
